//! Every call into the browser: fetch, download, storage, clock, random, focus. Thin: a plain Rust signature over one call.
//!
//! Comes in: web-sys, js-sys, gloo-net (in `http` alone) and the traits that are implemented here; the sandbox in
//! `embedded` alone and the person's own files in `own` alone, each a part of the app. Never: billing rules, Leptos.
pub mod clock;
mod global;
pub mod http;

// The page's.
#[cfg(feature = "site")]
pub mod download;
#[cfg(feature = "site")]
pub mod embedded;
#[cfg(feature = "site")]
pub mod engine;
#[cfg(feature = "site")]
pub mod files;
#[cfg(feature = "site")]
pub mod history;
#[cfg(feature = "site")]
pub mod locks;
#[cfg(feature = "site")]
pub mod own;
#[cfg(feature = "site")]
pub mod page;
#[cfg(feature = "site")]
pub mod sandbox;
#[cfg(feature = "site")]
pub mod storage;

// The workers'.
#[cfg(any(feature = "engine", feature = "explorer"))]
pub mod worker;
