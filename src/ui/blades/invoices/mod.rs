//! Invoices of an account or of one profile.
mod columns;
mod commands;
pub mod model;
mod view;

pub use view::Invoices;
