//! The engine's side of the messages, and the files it makes.
#![allow(unsafe_code)] // wasm-bindgen's own code for the functions of the loader; nothing here is written by hand.
use js_sys::{Array, Promise, Reflect, Uint8Array};
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

/// The bytes that came beside a message.
pub fn bytes(beside: &JsValue) -> Vec<u8> {
    Uint8Array::new(beside).to_vec()
}

/// A file that grows part by part: in Blobs, which the browser may keep outside this memory, or on disk.
#[derive(Debug)]
pub struct Parts {
    blobs: Array,
    disk: Option<Disk>,
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
        Ok(Parts { blobs: Array::new(), disk, bytes: 0 })
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
            return Ok(None);
        }
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_blob_sequence_and_options(&self.blobs, &options).map_err(|_| Refused)?;
        Ok(Some(blob.into()))
    }

    /// Gives the file up: on disk, what was there before stays.
    pub async fn abandon(&self) {
        if let Some(disk) = &self.disk {
            let _ = disk.call("abort", None).await;
        }
    }
}
