//! The engine: a program of its own that runs in a worker beside the page, so that the page goes on drawing while a file of
//! a million rows is made. The page says what it wants in messages ([`protocol`]); the engine asks the API, has `export`
//! write, and hands the file over.
//!
//! Comes in: billing, arm, export, the messages of `browser::worker` and its clock and fetch. Never: Leptos, state, ui, the
//! sandbox (whose answers come from the page).
pub mod protocol;

#[cfg(feature = "engine")]
mod jobs;
#[cfg(feature = "engine")]
mod making;
#[cfg(feature = "engine")]
mod page_transport;
#[cfg(feature = "engine")]
mod preview;
#[cfg(feature = "engine")]
mod table_job;
#[cfg(feature = "engine")]
mod usage_job;
#[cfg(feature = "engine")]
mod worker;

#[cfg(feature = "engine")]
pub use worker::run;
