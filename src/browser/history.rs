//! The address bar: where the page is, where it goes, and which links stay in it.
use super::page;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// Path and query (with its question mark) of the page's address.
pub fn here() -> (String, String) {
    let location = web_sys::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    (part(web_sys::Location::pathname), part(web_sys::Location::search))
}

/// Puts an address of this site into the bar: as a step that *Back* undoes, or in place of the last one. Going where one is
/// already is no step.
pub fn write(address: &str, replace: bool) {
    let (path, search) = here();
    let replace = replace || address == format!("{path}{search}");
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    if !replace {
        // Where the page was read to is kept with the step that is left.
        let _ = history.replace_state(&JsValue::from_f64(scrolled()), "");
    }
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
}

fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// How far down the page was read when this step was left; none when it was left by the browser's own buttons.
pub fn read_to() -> Option<f64> {
    web_sys::window()?.history().ok()?.state().ok()?.as_f64()
}

/// Leaves it to the site where a page is shown again: the browser looks before the content is there.
pub fn place_oneself() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
}

/// Shows the page from `down` on. False while it is too short for that.
pub fn scroll_down(down: f64) -> bool {
    let Some(window) = web_sys::window() else { return true };
    let height = window.document().and_then(|d| d.document_element()).map_or(0, |html| html.scroll_height());
    let room = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let fits = f64::from(height) - room >= down;
    if fits {
        window.scroll_to_with_x_and_y(0.0, down);
    }
    fits
}

/// Shows the top of the page.
pub fn scroll_up() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The address of the link that was clicked, when it leads to a page of this site and the click asks for no other window,
/// tab or download. A link to a place in the same page is left to the browser, which also moves the focus there.
pub fn link_of(event: &MouseEvent) -> Option<String> {
    let modified = event.meta_key() || event.ctrl_key() || event.alt_key() || event.shift_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let link = element.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let elsewhere = !matches!(link.target().as_str(), "" | "_self") || link.has_attribute("download");
    let (path, search) = (link.pathname(), link.search());
    if elsewhere || link.origin() != page::origin() || !path.starts_with(&page::base()) {
        return None;
    }
    let is_place_in_page = !link.hash().is_empty() && (&path, &search) == (&here().0, &here().1);
    (!is_place_in_page).then(|| format!("{path}{search}{}", link.hash()))
}
