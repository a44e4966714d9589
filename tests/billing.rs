//! Laws of billing over many random cases.
#[path = "billing/invoicing.rs"]
mod invoicing;
