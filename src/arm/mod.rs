//! The Azure Billing REST API from the client's side: wire types, operations, paging, retries, errors.
//!
//! Comes in: billing, thiserror, chrono's types, rust_decimal. Never: gloo-net, leptos, ui. What comes
//! over the wire becomes a `billing` type at the door; the JSON reader and writer are open to the other rooms.
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
mod subscription_extension;
mod subscriptions;
mod time;
mod transport;
mod usage;
pub(crate) mod wire;

#[cfg(feature = "web")]
pub(crate) use crate::json::write::{Object, array, string};
pub use client::Client;
pub use error::{ArmError, DecodeError, ErrorDetail, ServiceError};
pub use extension::{AccountElsewhere, Directory, Me, Persona};
pub(crate) use link::decode;
pub use number::{Number, NumberError};
pub use transport::*;
pub use usage::{PageQuestion, UsagePage, UsagePages};
pub use wire::{Broken, EachRecord, PageEnd, UsageKind};
#[cfg(feature = "web")]
pub(crate) use wire::{Fields, Json};
