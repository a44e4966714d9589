//! The rules of billing: accounts, agreements, periods, invoices, roles, e-mail preferences, usage, money.
//!
//! Comes in: std, rust_decimal, chrono's types, thiserror. Never: any other room, the clock, floats. Everything here
//! is a value or a pure function; a rule that the sources leave open, or contradict each other on, is decided once, in the
//! doc comment where it stands.
mod account;
mod billing_period;
mod billing_property;
mod caseless;
mod charging;
mod cost_metric;
mod credit;
mod email;
mod exact_sum;
mod fold;
mod invoice;
mod invoice_access;
mod invoice_kind;
mod invoice_rules;
mod invoicing;
mod missing_invoice;
mod money;
mod offer;
mod open;
mod pay_as_you_go;
mod payment_method;
mod period;
mod period_history;
mod permission;
mod permission_matrix;
mod role;
mod scope;
mod statement;
mod statement_rules;
mod subscription;
mod subscription_email;
mod usage;

pub use account::*;
pub use billing_period::*;
pub use billing_property::BillingProperty;
pub use charging::Charging;
pub use cost_metric::CostMetric;
pub use credit::Credit;
pub use email::*;
pub use exact_sum::ExactSum;
pub use fold::{NameOrder, fold_case};
pub use invoice::*;
pub use invoice_access::*;
pub use invoice_kind::*;
pub use invoice_rules::{InvoiceFault, InvoiceSort, Related, RelatedKind, invoice_totals, related_documents};
pub use invoicing::*;
pub use missing_invoice::*;
pub use money::{Currency, Money, MoneyError, Totals, exact_product, exact_sum};
pub use offer::*;
pub use pay_as_you_go::{resource_name, resource_type};
pub use payment_method::PaymentMethod;
pub use period::{NotAMonth, parse_day};
pub use period_history::*;
pub use permission::*;
pub use role::*;
pub use scope::*;
pub use statement::*;
pub use statement_rules::*;
pub use subscription::*;
pub use subscription_email::*;
pub use usage::{UsageField, UsageRecord, ValueKind};
