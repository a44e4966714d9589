//! What the sandbox is handed when it runs in a page: the browser's clock and its localStorage. For the sandbox's own part
//! of the site alone; the app talks to that part through [`super::sandbox`].
use super::clock;
use super::storage::{Area, area};
use crate::sandbox::{Clock, Store, StoreError};
use chrono::{DateTime, Utc};

/// Key the sandbox's changes are kept under.
const KEY: &str = "factuur.sandbox";

/// The browser's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> DateTime<Utc> {
        clock::now()
    }
}

/// localStorage as the sandbox's store.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalStore;

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
