//! Invoices of an account or of one profile.
mod commands;
pub mod model;
mod view;

pub use view::Invoices;
