//! One invoice: summary, lines by section, payments, documents, related documents.
mod parts;
mod view;

pub use view::InvoiceBlade;
