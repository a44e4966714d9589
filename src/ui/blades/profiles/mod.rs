//! Billing profiles: the list, the overview of one, its properties.
mod list;
mod one;

pub use list::Profiles;
pub use one::{Overview, Properties};
