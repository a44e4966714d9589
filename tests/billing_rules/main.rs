//! The rules of billing, each as a sentence that can fail.
mod billing_periods;
mod email;
mod fixtures;
mod invoice_access;
mod invoice_kinds;
mod invoices;
mod missing_invoice;
mod money;
mod period_history;
mod periods;
mod permissions;
mod scopes;
mod statements;
mod subscription_email;
mod subscriptions;
