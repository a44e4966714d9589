//! The embedded API held to the contract: statuses, headers, pages, long-running operations, permissions, amounts.
mod amortized;
mod contract;
mod invoices;
mod open_invoices;
#[path = "../export/priced.rs"]
mod priced;
mod reasons;
mod roles;
mod storage;
mod subscription_usage;
mod subscriptions;
mod support;
mod tab;
mod usage;
