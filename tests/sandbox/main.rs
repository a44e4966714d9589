//! The embedded API held to the contract: statuses, headers, pages, long-running operations, permissions, amounts.
mod contract;
mod invoices;
mod roles;
mod storage;
mod support;
mod usage;
