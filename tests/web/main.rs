//! Tests that need a browser: run in headless Chromium by `scripts/test`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The app mounts into an empty page and shows exactly one first heading.
#[wasm_bindgen_test]
async fn the_app_mounts_and_has_one_heading() {
    leptos::mount::mount_to_body(factuur::ui::App);
    let document = leptos::prelude::document();
    // What is drawn after the first turn of the event loop counts too.
    leptos::task::tick().await;
    let headings = document.query_selector_all("h1").map(|found| found.length());
    assert_eq!(headings.ok(), Some(1));
}
