//! ui
use leptos::prelude::*;

pub mod kit;

/// app
#[component]
pub fn App() -> impl IntoView {
    view! { <main><h1>"Factuur"</h1></main> }
}
