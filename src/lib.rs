//! **Factuur**: Azure's *Cost Management + Billing* portal as a static web app.
//!
//! # The house and its import law
//!
//! Data goes one way: bytes → [`arm`] → [`billing`] → [`export`] or `ui`. `tests/architecture.rs` reads the sources and
//! holds this table; a new room or arrow is a change to the table first.
//!
//! | room | may use | never |
//! | --- | --- | --- |
//! | [`billing`] | std, rust_decimal, chrono types, thiserror | any other room, the clock, floats |
//! | [`text`] | billing | leptos, the browser |
//! | `json` (reader and writer) | rust_decimal, memchr | any other room, floats |
//! | [`zip`] | miniz_oxide, thiserror | any other room |
//! | [`export`] | billing, json, text, zip, csv, memchr | the browser, leptos, an async runtime, floats |
//! | [`explore`] | billing, json, export, memchr, hashbrown, rustc-hash, rust_decimal, chrono types, thiserror | the browser, leptos, floats |
//! | [`document`] | billing, text, zip, pdf-writer, miniz_oxide, sha2, rust_decimal, chrono types, thiserror | the browser, leptos, export; `f32` for an amount |
//! | [`arm`] | billing, json, thiserror, chrono types, rust_decimal | gloo-net, leptos, ui |
//! | [`sandbox`] | billing, arm's requests, json, thiserror, chrono types, rust_decimal | the browser (storage and clock are handed in), floats |
//! | [`own`] | billing, arm's requests, json, thiserror, chrono types | the browser (bytes are handed in), the clock, floats |
//! | `browser` | web-sys, gloo-net, futures-util, arm's traits | rules, leptos, sandbox |
//! | `browser::embedded` | sandbox, browser, arm's requests; it is a part of the app | rules, leptos |
//! | `browser::own` | own, billing, browser, arm's requests; it is a part of the app | rules, leptos |
//! | `engine` | billing, arm, export, explore, browser; futures-util, wasm-bindgen | leptos, state, ui, the sandbox |
//! | `explorer` | billing, arm's JSON fields, json, export, explore, browser; futures-util, wasm-bindgen, chrono types, rust_decimal | arm's client, leptos, state, ui, the sandbox |
//! | `state` | all of the above (of the engine and the explorer what they are told and tell, of the sandbox and of own nothing: they are parts of their own); leptos, futures-util and send_wrapper (to cancel, and to hold what stays on its thread) | ui |
//! | `part` (the macro that makes parts) | wasm_split_helpers | |
//! | `view` (a crate of its own: the macro) | rstml, syn, quote | |
//! | `ui::dom` | leptos, its web-sys, send_wrapper | every other room |
//! | `ui::kit` | leptos, text, dom | state, arm, billing |
//! | `ui::parts` | blades, files, what they are drawn from, state; leptos, wasm_split_helpers | |
//! | `ui::papers` (downloads of invoices from any page) | kit, shell, parts, state, billing, text | blades |
//! | `ui::files` (what a file is to be, from any page) | dom, kit, shell, state, billing, text, export | blades |
//! | `ui::tables` (the lists of any page as files) | dom, kit, shell, parts, files, state, text | blades |
//! | `ui::blades::open` (a part with own) | as other blades; own's summary and problems, arm's words for broken JSON | export |
//! | `ui::blades::x` | dom, kit, shell, parts, papers, files, tables, state, billing, text, export | another blade |
#![deny(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod arm;
pub mod billing;
pub mod document;
pub mod explore;
pub mod export;
mod json;
pub mod own;
pub mod sandbox;
pub mod text;
pub mod zip;

#[cfg(feature = "site")]
#[macro_use]
mod part;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod engine;
#[cfg(feature = "web")]
pub mod explorer;
#[cfg(feature = "site")]
pub mod state;
#[cfg(feature = "site")]
pub mod ui;
