//! The engine's side of the messages, and the files it makes.
#![allow(unsafe_code)] // wasm-bindgen's own code for the functions of the loader; nothing here is written by hand.
use super::clock::sleep;
use super::http::TRY_LIMIT;
use crate::arm::{LocalFuture, Request, Response, Transport, TransportError};
use futures_util::future::{Either, select};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, MessageEvent};

#[wasm_bindgen]
extern "C" {
    /// `postMessage` of the worker.
    #[wasm_bindgen(js_name = postMessage)]
    fn post(message: &JsValue);

    /// A Blob of bytes, straight from the memory they lie in (the loader's: the engine's last lines of script).
    #[wasm_bindgen(js_name = factuurBlob)]
    fn blob_of(bytes: &[u8]) -> Blob;

    /// Has the receiver fetch, and gives `[status, headers, body]` or `[0, why]`.
    #[wasm_bindgen(js_name = factuurReceive)]
    fn receive(number: u32, url: &str, headers: &JsValue) -> Promise;

    /// Reads a file of the site, by its path beside the program.
    #[wasm_bindgen(js_name = factuurFile)]
    fn file_of_site(path: &str) -> Promise;

    /// Gives the receiver a buffer back.
    #[wasm_bindgen(js_name = factuurSpare)]
    fn spare(buffer: &JsValue);

    /// Has the receiver stop.
    #[wasm_bindgen(js_name = factuurStop)]
    fn stop(number: u32);
}

/// Fetches in a worker of the engine's own, so that the network is received while the engine computes: it is half of the
/// work. Only reads; without cookies, referrer or cache, and without following redirects, as
/// [`FetchTransport`](super::http::FetchTransport).
#[derive(Debug, Clone, Default)]
pub struct ReceiverTransport {
    last: Rc<Cell<u32>>,
}

/// Stops a request that is dropped before it has finished.
struct Asked(u32);

impl Drop for Asked {
    fn drop(&mut self) {
        stop(self.0);
    }
}

impl Transport for ReceiverTransport {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let number = self.last.get().wrapping_add(1);
        self.last.set(number);
        let headers: Array = request
            .headers
            .iter()
            .map(|(name, value)| JsValue::from(Array::of2(&name.as_str().into(), &value.as_str().into())))
            .collect();
        // Sent now, not when it is first waited for.
        let asked = Asked(number);
        let answer = receive(number, &request.url, &headers);
        Box::pin(async move {
            let _asked = asked;
            let late = Box::pin(sleep(TRY_LIMIT));
            let answer = match select(JsFuture::from(answer), late).await {
                Either::Left((answer, _)) => answer,
                Either::Right(_) => return Err(TransportError::Timeout),
            };
            let answer = Array::from(&answer.map_err(|_| TransportError::Network(String::new()))?);
            let text = |value: JsValue| value.as_string().unwrap_or_default();
            // The browser's own numbers are floats; a status is a small whole one.
            match answer.get(0).as_f64().map(|status| status as u16) {
                Some(status) if status > 0 => Ok(Response {
                    status,
                    headers: Array::from(&answer.get(1))
                        .iter()
                        .map(|pair| Array::from(&pair))
                        .map(|pair| (text(pair.get(0)), text(pair.get(1))))
                        .collect(),
                    body: received(&answer.get(2), &answer.get(3)),
                }),
                _ => Err(TransportError::Network(text(answer.get(1)))),
            }
        })
    }
}

/// Reads a file of the site.
///
/// # Errors
/// Why not, in words.
pub async fn site_file(path: &str) -> Result<Vec<u8>, String> {
    match JsFuture::from(file_of_site(path)).await {
        Ok(read) => Ok(bytes(&read)),
        Err(why) => Err(why.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| error.message().into())),
    }
}

/// Takes the bytes of an answer over, and gives their buffer back.
fn received(buffer: &JsValue, length: &JsValue) -> Vec<u8> {
    // The browser's own numbers are floats; a length is a whole one.
    let length = length.as_f64().map_or(0, |length| length as u32);
    let bytes = Uint8Array::new_with_byte_offset_and_length(buffer, 0, length).to_vec();
    spare(buffer);
    bytes
}

/// Says something to the page, with something of the browser's beside it.
pub fn tell(json: &str, beside: Option<&JsValue>) {
    post(&Array::of2(&json.into(), beside.unwrap_or(&JsValue::UNDEFINED)));
}

/// Hears what the page says from now on.
pub fn listen(hear: impl Fn(String, JsValue) + 'static) {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Array::from(&event.data());
        hear(message.get(0).as_string().unwrap_or_default(), message.get(1));
    });
    let _ = Reflect::set(&js_sys::global(), &"onmessage".into(), &heard.into_js_value());
}

/// Bytes as something to put beside a message.
pub fn array_of(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// The bytes that came beside a message.
pub fn bytes(beside: &JsValue) -> Vec<u8> {
    Uint8Array::new(beside).to_vec()
}

/// A file that grows part by part: in Blobs, which the browser may keep outside this memory, or on disk.
#[derive(Debug)]
pub struct Parts {
    blobs: Array,
    disk: Option<Disk>,
    is_closed: Cell<bool>,
    bytes: u64,
}

/// A file on disk. The browser's own writes are called by name: web-sys has them only behind its unstable flag.
#[derive(Debug, Clone)]
struct Disk(JsValue);

impl Disk {
    async fn call(&self, name: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
        let function: js_sys::Function = Reflect::get(&self.0, &name.into())?.dyn_into()?;
        let answer = match argument {
            Some(argument) => function.call1(&self.0, argument)?,
            None => function.call0(&self.0)?,
        };
        JsFuture::from(Promise::resolve(&answer)).await
    }
}

/// The browser does not take the file: the disk is full, or the person took the permission back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused the file")]
pub struct Refused;

impl Parts {
    /// Nothing yet. `handle` is the handle of a file on disk, or nothing.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn open(handle: &JsValue) -> Result<Parts, Refused> {
        let disk = if handle.is_object() {
            Some(Disk(Disk(handle.clone()).call("createWritable", None).await.map_err(|_| Refused)?))
        } else {
            None
        };
        Ok(Parts { blobs: Array::new(), disk, is_closed: Cell::new(false), bytes: 0 })
    }

    /// Whether it goes to disk.
    pub fn is_on_disk(&self) -> bool {
        self.disk.is_some()
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// [`Refused`]; nothing was added.
    pub async fn push(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        if bytes.is_empty() {
            return Ok(());
        }
        match &self.disk {
            // Copied: the browser reads it later, when this memory holds something else.
            Some(disk) => {
                disk.call("write", Some(&Uint8Array::from(bytes))).await.map_err(|_| Refused)?;
            }
            None => {
                self.blobs.push(&blob_of(bytes));
            }
        }
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Bytes so far.
    pub fn len(&self) -> u64 {
        self.bytes
    }

    /// True when nothing was added.
    pub fn is_empty(&self) -> bool {
        self.bytes == 0
    }

    /// Ends the file: a Blob, or nothing when it is on disk, where it takes its place now and not before.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn finish(&self, media_type: &str) -> Result<Option<JsValue>, Refused> {
        if let Some(disk) = &self.disk {
            disk.call("close", None).await.map_err(|_| Refused)?;
            self.is_closed.set(true);
            return Ok(None);
        }
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_blob_sequence_and_options(&self.blobs, &options).map_err(|_| Refused)?;
        Ok(Some(blob.into()))
    }
}

/// A file that was not finished is given up: on disk, what was there before stays.
impl Drop for Parts {
    fn drop(&mut self) {
        if let Some(disk) = self.disk.take().filter(|_| !self.is_closed.get()) {
            wasm_bindgen_futures::spawn_local(async move { drop(disk.call("abort", None).await) });
        }
    }
}

/// The bytes of a file that the person chose, read where they are needed.
#[derive(Debug, Clone)]
pub struct FileBytes(Blob);

impl FileBytes {
    /// What came beside a message; none when it is no file.
    pub fn of(beside: &JsValue) -> Option<FileBytes> {
        beside.dyn_ref::<Blob>().cloned().map(FileBytes)
    }

    /// How many there are.
    pub fn len(&self) -> u64 {
        self.0.size() as u64
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those from one on up to another. Nothing else of the file is held.
    ///
    /// # Errors
    /// [`Refused`]: the file was moved, changed or taken away.
    pub async fn piece(&self, from: u64, to: u64) -> Result<Vec<u8>, Refused> {
        let piece = self.0.slice_with_f64_and_f64(from as f64, to as f64).map_err(|_| Refused)?;
        let bytes = JsFuture::from(piece.array_buffer()).await.map_err(|_| Refused)?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }
}
