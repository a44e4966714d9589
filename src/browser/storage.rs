//! localStorage and sessionStorage. A browser may refuse either (blocked, full): then the caller hears about it.
use crate::sandbox::{Store, StoreError};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Shared by all tabs, kept when the browser closes.
    Local,
    /// This tab alone, kept over a reload.
    Tab,
}

fn storage(area: Area) -> Option<web_sys::Storage> {
    let window = web_sys::window()?;
    match area {
        Area::Local => window.local_storage(),
        Area::Tab => window.session_storage(),
    }
    .ok()
    .flatten()
}

/// The text kept under `key`; none when there is none or the browser refuses.
pub fn read(area: Area, key: &str) -> Option<String> {
    storage(area)?.get_item(key).ok().flatten()
}

/// Keeps `text` under `key`. False when the browser refuses.
pub fn write(area: Area, key: &str, text: &str) -> bool {
    storage(area).is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Forgets `key`.
pub fn remove(area: Area, key: &str) {
    if let Some(storage) = storage(area) {
        let _ = storage.remove_item(key);
    }
}

/// The sandbox's store in localStorage.
#[derive(Debug, Clone, Copy)]
pub struct LocalStore {
    /// Key the state is kept under.
    pub key: &'static str,
}

impl Store for LocalStore {
    fn load(&self) -> Result<Option<String>, StoreError> {
        let storage = storage(Area::Local).ok_or(StoreError::Blocked)?;
        storage.get_item(self.key).map_err(|_| StoreError::Blocked)
    }

    fn save(&self, state: &str) -> Result<(), StoreError> {
        let storage = storage(Area::Local).ok_or(StoreError::Blocked)?;
        storage.set_item(self.key, state).map_err(|_| StoreError::Full)
    }
}
