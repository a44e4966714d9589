//! Words that show on hover and on focus.
use crate::ui::dom::Reference;
use crate::ui::view;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement};

use super::dom::{Place, place_at, unique_id};

/// State of one tooltip; the element that owns it calls `show` and `hide`.
#[derive(Clone, Copy)]
pub(super) struct Tip {
    node: Reference<HtmlElement>,
    place: RwSignal<Place>,
}

impl Tip {
    pub(super) fn new() -> Self {
        Self { node: Reference::new(), place: RwSignal::new(Place::default()) }
    }

    /// None also when the tooltip is gone: an element that is taken away while it has the focus still says that it lost it.
    fn node(self) -> Option<HtmlElement> {
        self.node.get_untracked()
    }

    /// Shows the tooltip at the element the event belongs to.
    pub(super) fn show(self, event: &Event) {
        let anchor = event.current_target().and_then(|t| t.dyn_into::<Element>().ok());
        let (Some(anchor), Some(node)) = (anchor, self.node()) else {
            return;
        };
        self.place.try_set(place_at(&anchor));
        let _ = node.show_popover();
    }

    /// Shows it for a focus that came by keyboard; a click needs no explanation of what was just clicked.
    pub(super) fn show_for_keyboard(self, event: &Event) {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if target.is_some_and(|t| t.matches(":focus-visible").unwrap_or(true)) {
            self.show(event);
        }
    }

    pub(super) fn hide(self) {
        if let Some(node) = self.node() {
            let _ = node.hide_popover();
        }
    }
}

/// The floating words of a [`Tip`].
#[component]
pub(super) fn TipText(tip: Tip, id: String, #[prop(into)] text: Signal<String>) -> impl IntoView {
    let place = tip.place;
    view! {
        <span
            class="fx-tip"
            id=id
            role="tooltip"
            popover="manual"
            node_ref=tip.node
            style:top=move || place.get().top
            style:bottom=move || place.get().bottom
            style:left=move || place.get().left
            style:right=move || place.get().right
        >
            {text}
        </span>
    }
}

/// Adds words to what it holds: shown on hover and on focus, gone with Escape, and read as the description of the first
/// control inside.
#[component]
pub fn Tooltip(
    /// What is said, already in the person's language.
    #[prop(into)]
    text: Signal<String>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let id = unique_id("fx-tip");
    let tip = Tip::new();
    let host = Reference::<HtmlElement>::new();
    let described = id.clone();
    Effect::new(move |_| {
        let control =
            host.get().and_then(|h| h.query_selector("a[href],button,input,select,textarea,[tabindex]").ok().flatten());
        if let Some(control) = control.filter(|c| !c.has_attribute("aria-describedby")) {
            let _ = control.set_attribute("aria-describedby", &described);
        }
    });
    view! {
        <span
            class="fx-tooltip"
            node_ref=host
            on:mouseenter=move |ev| tip.show(&ev)
            on:mouseleave=move |_| tip.hide()
            on:focusin=move |ev| tip.show_for_keyboard(&ev)
            on:focusout=move |_| tip.hide()
            on:keydown=move |ev| {
                if ev.key() == "Escape" {
                    tip.hide();
                }
            }
        >
            {children()}
            <TipText tip id text />
        </span>
    }
}
