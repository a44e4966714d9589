//! Invoices of an account or of one profile.
pub mod model;
mod view;

pub use view::Invoices;
