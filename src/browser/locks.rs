//! Web Locks: one tab at a time writes. web-sys has them only behind its unstable flag, so they are called by name.
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Runs `work` while no other tab of this site runs work under the same name. Where the browser has no Web Locks (an
/// insecure origin), it runs at once: every request reads the store again
/// before it is answered, so that only two writes at the very same moment could meet.
pub async fn exclusively(name: &str, work: impl FnOnce() + 'static) {
    let Some((locks, request)) = lock_manager() else {
        return work();
    };
    let callback = Closure::once_into_js(move |_lock: JsValue| work());
    let promise = request.call2(&locks, &name.into(), &callback);
    if let Ok(promise) = promise.and_then(|p| p.dyn_into::<Promise>()) {
        let _ = JsFuture::from(promise).await;
    }
}

fn lock_manager() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    Some((locks, request))
}
