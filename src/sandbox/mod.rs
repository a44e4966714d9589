//! The embedded Azure Billing API: the contract of `Microsoft.Billing` and `Microsoft.Consumption`, answered from an
//! invented tenant. The tenant is data ([`Seed`]) plus a seeded generator of usage; its invoices are computed from that
//! usage by the rules of `billing`, never typed in. What people change is kept in a [`Store`].
//!
//! Comes in: billing, the request and response types and the JSON reader and writer of arm, thiserror, chrono types,
//! rust_decimal. Never: the browser, floats. The clock and the store are handed in, nothing waits, and the same request at the same time
//! gets the same answer.
mod answer;
mod call;
mod chance;
mod fault;
mod ledger;
mod month;
mod operation;
mod order;
mod read;
mod refusal;
mod role;
mod seed;
mod server;
mod store;
mod store_json;
mod subscription;
mod tenant;
mod usage;

use crate::json::write as json;

pub use seed::{Seed, SeedError};
pub use server::Sandbox;
pub use store::{Clock, StorageState, Store, StoreError};
