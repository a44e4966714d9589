//! The page: its base address, title, languages, focus, clipboard, printing.
use js_sys::{Array, Intl, Object, Reflect};
use std::cmp::Ordering;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Path the site is mounted at, with a slash at both ends. boot.js finds it from its own address and leaves it on `<html>`.
pub fn base() -> String {
    let base = document().and_then(|d| d.document_element()).and_then(|html| html.get_attribute("data-base"));
    base.unwrap_or_else(|| "/".to_owned())
}

/// The origin the site itself is served from.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The whole address of this page, to be shared.
pub fn address() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The languages the person prefers, best first.
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|language| language.as_string()).collect()
}

/// How the language with this tag orders names: Swedish puts å, ä, ö after z, Dutch beside a and o; capitals make no
/// difference, and 2 comes before 10.
pub fn name_order(language: &str) -> impl Fn(&str, &str) -> Ordering {
    let options = Object::new();
    let _ = Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
    let compare = Intl::Collator::new(&Array::of1(&language.into()), &options).compare();
    move |one, other| {
        let order = compare.call2(&JsValue::NULL, &one.into(), &other.into()).ok().and_then(|order| order.as_f64());
        order.and_then(|order| order.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute on `<html>`: language, theme, density.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(html) = document().and_then(|d| d.document_element()) {
        let _ = html.set_attribute(name, value);
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
        let _ = element.focus();
    }
}

/// Removes the shell that index.html shows until the app is there.
pub fn remove(id: &str) {
    if let Some(element) = document().and_then(|d| d.get_element_by_id(id)) {
        element.remove();
    }
}

/// True when the focus is in a field that takes text, so that a single-key shortcut must not fire.
pub fn is_typing() -> bool {
    let active = document().and_then(|d| d.active_element());
    active.is_some_and(|element| {
        let tag = element.tag_name();
        tag == "INPUT" || tag == "TEXTAREA" || tag == "SELECT" || element.has_attribute("contenteditable")
    })
}

/// Puts text on the clipboard. False when the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
