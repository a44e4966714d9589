//! Every call into the browser: fetch, download, storage, clock, random, focus. Thin: a plain Rust signature over one call.
//!
//! Comes in: web-sys, js-sys, gloo-net (in `http` alone) and the traits that are implemented here; the sandbox in
//! `embedded` alone, a part of the app. Never: billing rules, Leptos.
pub mod clock;
pub mod download;
pub mod embedded;
pub mod history;
pub mod http;
pub mod locks;
pub mod page;
pub mod sandbox;
pub mod storage;
