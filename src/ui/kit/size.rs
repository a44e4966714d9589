//! Watching how much room a component has.
use crate::ui::dom::Reference;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{HtmlElement, ResizeObserver};

/// Calls `measure` at the next drawing of the page after the size of `element`, or of what it holds first, has changed.
pub(super) fn on_resize(element: Reference<HtmlElement>, measure: impl Fn() + Copy + 'static) {
    let watcher = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let seen = Closure::<dyn FnMut()>::new(move || request_animation_frame(measure));
        if let Ok(observer) = ResizeObserver::new(seen.as_ref().unchecked_ref()) {
            observer.observe(&element);
            if let Some(content) = element.first_element_child() {
                observer.observe(&content);
            }
            watcher.set_value(Some((observer, seen)));
        }
    });
    on_cleanup(move || {
        if let Some(Some((observer, _))) = watcher.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}
