//! The Azure Billing REST API from the client's side: wire types, operations, paging, retries, errors.
//!
//! Comes in: billing, serde, serde_json, thiserror, chrono's types, rust_decimal. Never: gloo-net, leptos, ui. A wire type
//! does not leave this room (only the sandbox, which speaks the same contract, shares them): it becomes a `billing` type at
//! the door.
mod transport;

pub use transport::*;
