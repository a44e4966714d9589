//! The rules of billing, each as a sentence that can fail.
mod billing_periods;
mod email;
mod fixtures;
mod invoices;
mod money;
mod periods;
mod permissions;
mod scopes;
mod subscriptions;
