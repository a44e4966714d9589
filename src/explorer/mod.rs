//! The explorer: a program of its own that runs in a worker beside the page, and keeps a usage file of the person's own in
//! memory. The page says what it wants in messages ([`protocol`]); nothing is sent anywhere.
//!
//! Comes in: billing, arm's JSON fields, json, explore, export, the messages of `browser::worker`. Never: arm's client, Leptos,
//! state, ui, the sandbox.
pub mod protocol;

#[cfg(feature = "explorer")]
mod answers;
#[cfg(feature = "explorer")]
mod desk;
#[cfg(feature = "explorer")]
mod looking;
#[cfg(feature = "explorer")]
mod making;
#[cfg(feature = "explorer")]
mod opening;
#[cfg(feature = "explorer")]
mod records;
#[cfg(feature = "explorer")]
mod worker;
#[cfg(feature = "explorer")]
mod writing;

#[cfg(feature = "explorer")]
pub use worker::run;
