//! Every call into the browser: fetch, download, storage, clock, random, focus. Thin: a plain Rust signature over one call.
//!
//! Comes in: web-sys, js-sys, gloo-net (in `http` alone) and the traits that are implemented here; the sandbox in
//! `embedded` alone, which is not in the app. Never: billing rules, Leptos.
pub mod clock;
#[cfg(feature = "site")]
pub mod download;
#[cfg(feature = "part")]
pub mod embedded;
#[cfg(feature = "site")]
pub mod history;
#[cfg(feature = "site")]
pub mod http;
#[cfg(feature = "site")]
pub mod locks;
#[cfg(feature = "site")]
pub mod page;
#[cfg(feature = "site")]
pub mod sandbox;
pub mod storage;
