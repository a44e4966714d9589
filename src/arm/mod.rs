//! The Azure Billing REST API from the client's side: wire types, operations, paging, retries, errors.
//!
//! Comes in: billing, serde, serde_json, thiserror, chrono's types, rust_decimal. Never: gloo-net, leptos, ui. A wire type
//! does not leave this room (only the sandbox, which speaks the same contract, shares them): it becomes a `billing` type at
//! the door.
mod client;
mod error;
pub mod extension;
mod invoices;
mod link;
mod long_running;
mod number;
mod pages;
mod places;
mod retry;
mod roles;
mod transport;
mod usage;
pub(crate) mod wire;

pub use client::Client;
pub use error::{ArmError, DecodeError, ErrorDetail, ServiceError};
pub use extension::{Directory, Me, Persona};
pub use number::{Number, NumberError};
pub use transport::*;
pub use usage::{UsagePage, UsagePages};
