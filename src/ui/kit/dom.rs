//! What the components share about the page itself: ids, places of things that float, moving the focus.
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

static NEXT: AtomicU32 = AtomicU32::new(1);

/// An id that no other element of the page has.
pub(super) fn unique_id(prefix: &str) -> String {
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Where something that floats stands, as CSS lengths from the edges of the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) top: String,
    pub(super) bottom: String,
    pub(super) left: String,
    pub(super) right: String,
}

/// Below the anchor and towards the middle of the window; above it when the anchor is low.
pub(super) fn place_at(anchor: &Element) -> Place {
    let rect = anchor.get_bounding_client_rect();
    let side =
        |value: Result<leptos::wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or_default();
    let (width, height) = (side(window().inner_width()), side(window().inner_height()));
    // Whole pixels: nobody sees a part of one.
    let px = |v: f64| format!("{}px", v.max(4.0).round() as i32);
    let auto = || "auto".to_owned();
    let (top, bottom) = if rect.bottom() > height * 0.65 {
        (auto(), px(height - rect.top() + 4.0))
    } else {
        (px(rect.bottom() + 4.0), auto())
    };
    let (left, right) = if rect.left() + rect.width() / 2.0 > width / 2.0 {
        (auto(), px(width - rect.right()))
    } else {
        (px(rect.left()), auto())
    };
    Place { top, bottom, left, right }
}

/// The element that has the focus, to give it back later.
pub(super) fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Puts the focus on an element, if it is still in the page.
pub(super) fn give_focus(element: &HtmlElement) {
    if element.is_connected() {
        let _ = element.focus();
    }
}

/// Which of several things the focus goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    First,
    Last,
    Next,
    Previous,
}

impl Step {
    /// The step a key asks for in a list that goes down.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowDown" | "ArrowRight" => Some(Self::Next),
            "ArrowUp" | "ArrowLeft" => Some(Self::Previous),
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            _ => None,
        }
    }

    /// The place after this step among `count` things, going round at the ends.
    pub(super) fn from(self, current: Option<usize>, count: usize) -> Option<usize> {
        if count == 0 {
            return None;
        }
        Some(match (self, current) {
            (Self::First, _) | (Self::Next, None) => 0,
            (Self::Last, _) | (Self::Previous, None | Some(0)) => count - 1,
            (Self::Next, Some(at)) => (at + 1) % count,
            (Self::Previous, Some(at)) => at - 1,
        })
    }
}

/// Moves the focus among the elements of `container` that `selector` finds.
pub(super) fn step_focus(container: &Element, selector: &str, step: Step) {
    let Ok(found) = container.query_selector_all(selector) else {
        return;
    };
    let items: Vec<HtmlElement> = (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect();
    let current = focused().and_then(|f| items.iter().position(|item| *item == f));
    if let Some(item) = step.from(current, items.len()).and_then(|at| items.get(at)) {
        let _ = item.focus();
    }
}
