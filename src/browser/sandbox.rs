//! The embedded sandbox as a transport: the same requests, answered in this page by a part of the app that is loaded on
//! first use.
use super::embedded::{load_sandbox, open_sandbox};
use super::{clock, http, locks};
use crate::arm::{LocalFuture, Request, Response, Transport, TransportError};
use js_sys::{Array, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Name of the lock that all tabs take turns by.
const LOCK: &str = "factuur.sandbox";
/// The files of the tenant, in the site's folder `sandbox`.
pub const TENANT_FILES: [&str; 6] =
    ["accounts.json", "directory.json", "estate.json", "meters.json", "roles.json", "subscriptions.json"];

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

/// An open sandbox.
pub trait Embedded {
    /// Answers a request.
    fn answer(&self, request: &Request) -> Response;
    /// Whether changes last.
    fn storage(&self) -> StorageState;
}

/// Answers from the embedded sandbox. Reads are answered after the page had a chance to draw; writes hold a lock that all
/// tabs share. Clones share one sandbox.
#[derive(Clone)]
pub struct SandboxTransport {
    shared: Rc<Shared>,
}

struct Shared {
    opened: RefCell<Option<Rc<dyn Embedded>>>,
    /// What is under way to it; none before the first request, and after a failure.
    opening: RefCell<Option<Promise>>,
    storage: Cell<Option<StorageState>>,
    on_storage: Box<dyn Fn(StorageState)>,
}

impl SandboxTransport {
    /// A transport that loads nothing yet. `on_storage` hears whether changes last: once the sandbox is open, and when
    /// that is different.
    pub fn new(on_storage: impl Fn(StorageState) + 'static) -> SandboxTransport {
        let shared = Shared {
            opened: RefCell::default(),
            opening: RefCell::default(),
            storage: Cell::default(),
            on_storage: Box::new(on_storage),
        };
        SandboxTransport { shared: Rc::new(shared) }
    }
}

impl Transport for SandboxTransport {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let shared = self.shared.clone();
        Box::pin(async move {
            let sandbox = shared.open().await.map_err(TransportError::Site)?;
            clock::breathe().await;
            let answer = if request.method.is_write() {
                let slot = Rc::new(RefCell::new(None));
                let (inside, asked) = (slot.clone(), sandbox.clone());
                locks::exclusively(LOCK, move || {
                    inside.replace(Some(asked.answer(&request)));
                })
                .await;
                slot.take().ok_or_else(|| TransportError::Network("the lock was not given".to_owned()))
            } else {
                Ok(sandbox.answer(&request))
            };
            shared.note_storage(sandbox.storage());
            answer
        })
    }
}

impl Shared {
    /// The open sandbox: opened once, however many ask; again after it failed. Else what is wrong, in words.
    async fn open(self: &Rc<Shared>) -> Result<Rc<dyn Embedded>, String> {
        if let Some(sandbox) = self.opened.borrow().clone() {
            return Ok(sandbox);
        }
        let shared = self.clone();
        let promise = self.opening.borrow_mut().get_or_insert_with(|| future_to_promise(shared.load())).clone();
        let outcome = JsFuture::from(promise.clone()).await;
        let opened = self.opened.borrow().clone();
        opened.ok_or_else(|| {
            self.opening.borrow_mut().take_if(|held| js_sys::Object::is(held, &promise));
            outcome.err().and_then(|words| words.as_string()).unwrap_or_default()
        })
    }

    /// Loads the part and the files of its tenant, side by side, and opens the sandbox.
    async fn load(self: Rc<Shared>) -> Result<JsValue, JsValue> {
        // Whether the part is whole, opening tells.
        let part = future_to_promise(async { load_sandbox().await.map_or(Ok(JsValue::FALSE), |()| Ok(JsValue::TRUE)) });
        let files: Array = TENANT_FILES.into_iter().map(|name| JsValue::from(future_to_promise(file(name)))).collect();
        let files = Array::from(&JsFuture::from(Promise::all(&files)).await?);
        JsFuture::from(part).await?;
        let files = TENANT_FILES.into_iter().zip(files.iter().map(|bytes| Uint8Array::from(bytes).to_vec())).collect();
        let sandbox = open_sandbox(files).await.map_err(|error| JsValue::from(error.to_string()))?;
        self.opened.replace(Some(sandbox));
        Ok(JsValue::UNDEFINED)
    }

    fn note_storage(&self, state: StorageState) {
        if self.storage.replace(Some(state)) != Some(state) {
            (self.on_storage)(state);
        }
    }
}

/// The bytes of a file of the tenant.
async fn file(name: &'static str) -> Result<JsValue, JsValue> {
    let bytes = http::site_file(&super::page::base(), &format!("sandbox/{name}"))
        .await
        .map_err(|error| JsValue::from(error.to_string()))?;
    Ok(Uint8Array::from(bytes.as_slice()).into())
}
