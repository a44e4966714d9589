//! *Invoice email preference*: which profile, yes or no, additional recipients, and who will get the next invoice
//! (seeds S003-16 and S003-18).
mod pane;
mod recipients;
mod save;

pub use pane::EmailPane;
