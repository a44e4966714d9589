//! Hands a file to the person: a Blob, an address for it, a click.
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A file that grows part by part; each part goes to the browser at once, so that wasm memory stays small.
#[derive(Debug)]
pub struct FileParts {
    parts: Array,
    bytes: u64,
}

impl Default for FileParts {
    fn default() -> FileParts {
        FileParts { parts: Array::new(), bytes: 0 }
    }
}

impl FileParts {
    /// Adds bytes at the end. Each part becomes a Blob of its own, which the browser may keep outside the page's memory.
    pub fn push(&mut self, bytes: &[u8]) {
        let array = Array::of1(&Uint8Array::from(bytes));
        match Blob::new_with_u8_array_sequence(&array) {
            Ok(blob) => self.parts.push(&blob),
            Err(_) => self.parts.push(&Uint8Array::from(bytes)),
        };
        self.bytes += bytes.len() as u64;
    }

    /// Bytes so far.
    pub fn len(&self) -> u64 {
        self.bytes
    }

    /// True when nothing was added.
    pub fn is_empty(&self) -> bool {
        self.bytes == 0
    }

    /// Gives the file to the person under `name`. False when the browser refuses.
    pub fn save(&self, name: &str, media_type: &str) -> bool {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Blob::new_with_blob_sequence_and_options(&self.parts, &options)
            .is_ok_and(|blob| hand_over(&blob, name).is_some())
    }
}

/// Gives a Blob that was made elsewhere to the person under `name`. False when it is none, or the browser refuses.
pub fn save_blob(file: &wasm_bindgen::JsValue, name: &str) -> bool {
    file.dyn_ref::<Blob>().is_some_and(|blob| hand_over(blob, name).is_some())
}

/// At most `most` bytes of a Blob from `at` on; none when it cannot be read.
pub async fn read_blob(file: &wasm_bindgen::JsValue, at: u64, most: u64) -> Option<Vec<u8>> {
    let blob = file.dyn_ref::<Blob>()?;
    // The browser counts in floats; they are exact up to nine thousand million million.
    let piece = blob.slice_with_f64_and_f64(at as f64, (at + most) as f64).ok()?;
    let bytes = wasm_bindgen_futures::JsFuture::from(piece.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

fn hand_over(blob: &Blob, name: &str) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken its own hold of the Blob once the click is handled; a minute is ample.
    let release = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000);
    Some(())
}
