//! The page's side of the messages to the programs in workers.
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// A thing of the browser's beside a message: a Blob, the handle of a file, or nothing.
pub type Thing = JsValue;

/// A program at work in its worker. Clones share it.
#[derive(Clone)]
pub struct EngineWorker(Rc<Running>);

struct Running {
    worker: Worker,
    /// What hears it.
    _heard: Closure<dyn Fn(MessageEvent)>,
}

/// Nobody hears it any more: it ends.
impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl EngineWorker {
    /// Starts the program of this name; `hear` gets the text of each of its messages and what came beside it.
    ///
    /// # Errors
    /// What is wrong, in words: its program is missing, incomplete or has been changed.
    pub async fn start(
        program: &'static str,
        hear: impl Fn(String, JsValue) + 'static,
    ) -> Result<EngineWorker, String> {
        let worker: Worker = start(program).await.map_err(|why| said(program, &why))?.unchecked_into();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let message = Array::from(&event.data());
            hear(message.get(0).as_string().unwrap_or_default(), message.get(1));
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Ok(EngineWorker(Rc::new(Running { worker, _heard: heard })))
    }

    /// Says something to it, with something of the browser's beside it.
    pub fn say(&self, json: &str, beside: &JsValue) {
        let _ = self.0.worker.post_message(&Array::of2(&json.into(), beside));
    }

    /// Says something to it with bytes beside it, which are moved and not copied once they are the browser's.
    pub fn say_with_bytes(&self, json: &str, bytes: &[u8]) {
        let buffer = Uint8Array::from(bytes).buffer();
        let message = Array::of2(&json.into(), &buffer);
        let _ = self.0.worker.post_message_with_transfer(&message, &Array::of1(&buffer));
    }
}

/// The bytes that came beside a message.
pub fn bytes_of(beside: &Thing) -> Vec<u8> {
    Uint8Array::new(beside).to_vec()
}

/// boot.js starts it, because it knows the hashes.
async fn start(program: &str) -> Result<JsValue, JsValue> {
    let site = Reflect::get(&js_sys::global(), &"factuur".into())?;
    let start: Function = Reflect::get(&site, &"worker".into())?.dyn_into()?;
    let promise: Promise = start.call1(&site, &program.into())?.dyn_into()?;
    JsFuture::from(promise).await
}

fn said(program: &str, why: &JsValue) -> String {
    let message = why.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    message.or_else(|| why.as_string()).unwrap_or_else(|| program.to_owned())
}

fn picker() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"showSaveFilePicker".into()).ok()?.dyn_into().ok()
}

/// Whether the browser writes straight to disk.
pub fn can_write_to_disk() -> bool {
    picker().is_some()
}

/// Asks the person where a file of this name is to go, in browsers that write straight to disk; none where they do not.
///
/// # Errors
/// [`NotChosen`] when the person chose nothing.
pub async fn place_on_disk(name: &str, media_type: &str, ending: &str) -> Result<Option<JsValue>, NotChosen> {
    let global = js_sys::global();
    let Some(picker) = picker() else { return Ok(None) };
    let set = |object: &js_sys::Object, name: &str, value: &JsValue| drop(Reflect::set(object, &name.into(), value));
    let (options, kind, accept) = (js_sys::Object::new(), js_sys::Object::new(), js_sys::Object::new());
    // A media type there has no parameters.
    let media_type = media_type.split(';').next().unwrap_or(media_type);
    set(&accept, media_type, &Array::of1(&ending.into()));
    set(&kind, "accept", &accept);
    set(&options, "suggestedName", &name.into());
    set(&options, "types", &Array::of1(&kind));
    let asked = picker.call1(&global, &options).and_then(|promise| promise.dyn_into::<Promise>());
    let chosen = match asked {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match chosen {
        Ok(handle) => Ok(Some(handle)),
        Err(error) if is_abort(&error) => Err(NotChosen),
        // A browser, or a frame, that has the function and does not let it be used.
        Err(_) => Ok(None),
    }
}

/// The person closed the dialog without choosing a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotChosen;

fn is_abort(error: &JsValue) -> bool {
    error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "AbortError")
}
