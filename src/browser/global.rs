//! What a page and a worker both have.
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

fn function(name: &str) -> Option<Function> {
    Reflect::get(&js_sys::global(), &name.into()).ok()?.dyn_into().ok()
}

/// A timer that was set.
#[derive(Debug, Clone)]
pub(super) struct Timer(JsValue);

/// Calls `call` after so many milliseconds.
pub(super) fn after(millis: i32, call: &Function) -> Option<Timer> {
    function("setTimeout")?.call2(&JsValue::NULL, call, &millis.into()).ok().map(Timer)
}

/// Forgets a timer.
pub(super) fn forget(timer: &Timer) {
    if let Some(clear) = function("clearTimeout") {
        let _ = clear.call1(&JsValue::NULL, &timer.0);
    }
}
