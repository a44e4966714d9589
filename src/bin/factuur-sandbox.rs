//! The embedded sandbox as a part of its own: loaded on first use, by people who look at the sandbox. The page hands in the
//! tenant's files and asks; what is changed is kept in this browser.
use factuur::arm::{Method, Request};
use factuur::browser::embedded::{BrowserClock, LocalStore};
use factuur::sandbox::{Sandbox, Seed, StorageState};
use js_sys::{Array, JsString, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

fn main() {}

/// The sandbox, open.
#[wasm_bindgen]
pub struct Embedded {
    sandbox: Sandbox,
}

/// Opens the sandbox on its tenant: `files` holds pairs of name and bytes.
///
/// # Errors
/// What is wrong with the files, in words.
#[wasm_bindgen]
pub fn open(files: Vec<Array>) -> Result<Embedded, JsError> {
    let files: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|pair| (String::from(JsString::from(pair.get(0))), Uint8Array::from(pair.get(1)).to_vec()))
        .collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let sandbox = Sandbox::new(Seed::parse(&files)?, Box::new(LocalStore), Rc::new(BrowserClock));
    Ok(Embedded { sandbox })
}

#[wasm_bindgen]
impl Embedded {
    /// Answers a request: status, header names and values by turns, body. `headers` are by turns too.
    ///
    /// # Errors
    /// A method that the contract does not know.
    pub fn handle(
        &self,
        method: &str,
        url: String,
        headers: Vec<String>,
        body: Option<Vec<u8>>,
    ) -> Result<Array, JsError> {
        let known = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];
        let method = known.into_iter().find(|known| known.as_str() == method);
        let method = method.ok_or_else(|| JsError::new("the sandbox does not know this method"))?;
        let mut words = headers.into_iter();
        let mut headers = Vec::new();
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            headers.push((name, value));
        }
        let response = self.sandbox.handle(&Request { method, url, headers, body });
        let headers: Array =
            response.headers.into_iter().flat_map(|(name, value)| [name, value]).map(JsValue::from).collect();
        Ok(Array::of3(&response.status.into(), &headers, &Uint8Array::from(response.body.as_slice())))
    }

    /// Whether changes last: `Kept`, `MemoryOnly` or `SetAside`.
    #[wasm_bindgen(js_name = storageState)]
    pub fn storage_state(&self) -> String {
        let word = match self.sandbox.storage_state() {
            StorageState::Kept => "Kept",
            StorageState::MemoryOnly(_) => "MemoryOnly",
            StorageState::SetAside(_) => "SetAside",
        };
        word.to_owned()
    }
}
