//! Tests that need a browser: run in headless Chromium by `scripts/test`.
#![cfg(target_arch = "wasm32")]

mod dom;
mod kit;
mod names;
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
