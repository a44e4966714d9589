//! Access control (IAM) of a billing account, profile or invoice section.
mod add;
mod change;
pub mod model;
mod remove;
mod view;

pub use view::AccessControl;
