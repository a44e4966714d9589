//! The sandbox in the page: a part of the app, with the browser's clock and localStorage. Only [`super::sandbox`] opens it.
#![allow(unsafe_code)] // The macro links the part to the app by name; nothing here is written by hand.
use super::clock;
use super::sandbox::{Embedded, StorageState};
use super::storage::{Area, area};
use crate::arm::{Request, Response};
use crate::sandbox::{self, Clock, Sandbox, Seed, SeedError, Store, StoreError};
use chrono::{DateTime, Utc};
use std::rc::Rc;
use wasm_split_helpers::SplitLoaderError;

/// Key the sandbox's changes are kept under.
const KEY: &str = "factuur.sandbox";

/// The browser's clock.
struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> DateTime<Utc> {
        clock::now()
    }
}

/// localStorage as the sandbox's store.
struct LocalStore;

impl Store for LocalStore {
    fn load(&self) -> Result<Option<String>, StoreError> {
        let storage = area(Area::Local).ok_or(StoreError::Blocked)?;
        storage.get_item(KEY).map_err(|_| StoreError::Blocked)
    }

    fn save(&self, state: &str) -> Result<(), StoreError> {
        let storage = area(Area::Local).ok_or(StoreError::Blocked)?;
        storage.set_item(KEY, state).map_err(|_| StoreError::Full)
    }
}

impl Embedded for Sandbox {
    fn answer(&self, request: &Request) -> Response {
        self.handle(request)
    }

    fn storage(&self) -> StorageState {
        match self.storage_state() {
            sandbox::StorageState::Kept => StorageState::Kept,
            sandbox::StorageState::MemoryOnly(_) => StorageState::MemoryOnly,
            sandbox::StorageState::SetAside(_) => StorageState::SetAside,
        }
    }
}

/// Why the sandbox cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Its part is missing, incomplete or has been changed.
    #[error("factuur-sandbox: it is missing, incomplete or has been changed")]
    Part,
    /// The tenant's files cannot be read.
    #[error(transparent)]
    Tenant(#[from] SeedError),
}

impl From<SplitLoaderError> for OpenError {
    fn from(_: SplitLoaderError) -> OpenError {
        OpenError::Part
    }
}

parts! {
    /// The sandbox, open on its tenant: names and bytes of the tenant's files.
    sandbox: load_sandbox, open_sandbox(files: Vec<(&'static str, Vec<u8>)>) -> Result<Rc<dyn Embedded>, OpenError> {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        Ok(Rc::new(Sandbox::new(Seed::parse(&files)?, Box::new(LocalStore), Rc::new(BrowserClock))))
    }
}
