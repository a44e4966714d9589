//! What every test in the browser needs.
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// A place of its own in the page for one test; gone when it is dropped.
pub struct Stage {
    pub host: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.host.remove();
    }
}

impl Stage {
    pub fn new<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let mounted = mount_to(host.clone(), view);
        Self { host, _mounted: Box::new(mounted) }
    }

    pub fn find(&self, selector: &str) -> HtmlElement {
        let found: Option<Element> = self.host.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
    }

    pub fn count(&self, selector: &str) -> u32 {
        self.host.query_selector_all(selector).unwrap().length()
    }
}

/// Whether the keyboard goes to this element.
pub fn has_focus(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|e| &e == element.unchecked_ref::<Element>())
}
