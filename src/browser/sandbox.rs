//! The embedded sandbox as a transport: the same requests, answered in this page by a part of the site that is loaded on
//! first use.
use super::{clock, http, locks, page};
use crate::arm::{LocalFuture, Request, Response, Transport, TransportError};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Name of the part, as boot.js knows it.
const PART: &str = "factuur-sandbox";
/// Name of the lock that all tabs take turns by.
const LOCK: &str = "factuur.sandbox";
/// The files of the tenant, in the site's folder `sandbox`: those that the part asks for.
pub const TENANT_FILES: [&str; 5] = ["accounts.json", "directory.json", "estate.json", "meters.json", "roles.json"];

/// Whether changes in the sandbox last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageState {
    /// Every change is kept.
    Kept,
    /// Changes last until the page is closed.
    MemoryOnly,
    /// What was kept could not be read; it was put aside, and the sandbox started afresh.
    SetAside,
}

/// Answers from the embedded sandbox. Reads are answered after the page had a chance to draw; writes hold a lock that all
/// tabs share. Clones share one sandbox.
#[derive(Clone)]
pub struct SandboxTransport {
    shared: Rc<Shared>,
}

struct Shared {
    /// The open sandbox, or what is under way to it; none before the first request, and after a failure.
    part: RefCell<Option<Promise>>,
    storage: Cell<Option<StorageState>>,
    on_storage: Box<dyn Fn(StorageState)>,
}

impl SandboxTransport {
    /// A transport that loads nothing yet. `on_storage` hears whether changes last: once the sandbox is open, and when
    /// that is different.
    pub fn new(on_storage: impl Fn(StorageState) + 'static) -> SandboxTransport {
        let on_storage = Box::new(on_storage);
        SandboxTransport { shared: Rc::new(Shared { part: RefCell::default(), storage: Cell::default(), on_storage }) }
    }
}

impl Transport for SandboxTransport {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let shared = self.shared.clone();
        Box::pin(async move {
            let part = shared.part().await.map_err(|error| TransportError::Site(words(&error)))?;
            clock::breathe().await;
            let answer = if request.method.is_write() {
                let slot = Rc::new(RefCell::new(Err("the lock was not given".into())));
                let (inside, asked) = (slot.clone(), part.clone());
                locks::exclusively(LOCK, move || {
                    *inside.borrow_mut() = ask(&asked, &request);
                })
                .await;
                slot.replace(Err(JsValue::NULL))
            } else {
                ask(&part, &request)
            };
            shared.note_storage(&part);
            answer.map_err(|error| TransportError::Network(words(&error)))
        })
    }
}

impl Shared {
    /// The open sandbox: loaded once, however many ask; again after it failed.
    async fn part(&self) -> Result<JsValue, JsValue> {
        let promise = self.part.borrow_mut().get_or_insert_with(|| future_to_promise(open())).clone();
        let part = JsFuture::from(promise.clone()).await;
        if part.is_err() {
            self.part.borrow_mut().take_if(|held| js_sys::Object::is(held, &promise));
        }
        part
    }

    fn note_storage(&self, part: &JsValue) {
        let state = match call(part, "storageState", &Array::new()).ok().and_then(|state| state.as_string()).as_deref()
        {
            Some("Kept") => StorageState::Kept,
            Some("SetAside") => StorageState::SetAside,
            _ => StorageState::MemoryOnly,
        };
        if self.storage.replace(Some(state)) != Some(state) {
            (self.on_storage)(state);
        }
    }
}

/// Loads the part and the files of its tenant, side by side, and opens the sandbox.
async fn open() -> Result<JsValue, JsValue> {
    let files: Array = TENANT_FILES.into_iter().map(|name| JsValue::from(future_to_promise(file(name)))).collect();
    let both = Array::of2(page::part(PART)?.as_ref(), &Promise::all(&files));
    let both = Array::from(&JsFuture::from(Promise::all(&both)).await?);
    call(&both.get(0), "open", &Array::of1(&both.get(1)))
}

/// A file of the tenant: its name and its bytes.
async fn file(name: &'static str) -> Result<JsValue, JsValue> {
    let bytes = http::site_file(&format!("sandbox/{name}")).await.map_err(|error| JsValue::from(error.to_string()))?;
    Ok(Array::of2(&name.into(), &Uint8Array::from(bytes.as_slice())).into())
}

fn ask(part: &JsValue, request: &Request) -> Result<Response, JsValue> {
    let headers: Array = request.headers.iter().flat_map(|(name, value)| [name, value]).map(JsValue::from).collect();
    let body = request.body.as_ref().map(|bytes| Uint8Array::from(bytes.as_slice()));
    let asked = Array::of4(&request.method.as_str().into(), &request.url.as_str().into(), &headers, &body.into());
    let answer = Array::from(&call(part, "handle", &asked)?);
    let mut words = Array::from(&answer.get(1)).into_iter().filter_map(|word| word.as_string());
    let mut headers = Vec::new();
    while let (Some(name), Some(value)) = (words.next(), words.next()) {
        headers.push((name, value));
    }
    let status = answer.get(0).as_f64().unwrap_or_default() as u16;
    Ok(Response { status, headers, body: Uint8Array::from(answer.get(2)).to_vec() })
}

fn call(object: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())?.dyn_into::<Function>()?.apply(object, arguments)
}

/// What JavaScript threw, as text.
fn words(thrown: &JsValue) -> String {
    let message = thrown.dyn_ref::<js_sys::Error>().map(|error| error.message().into());
    message.or_else(|| thrown.as_string()).unwrap_or_else(|| format!("{thrown:?}"))
}
