//! localStorage and sessionStorage. A browser may refuse either (blocked, full): then the caller hears about it.

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Shared by all tabs, kept when the browser closes.
    Local,
    /// This tab alone, kept over a reload.
    Tab,
}

/// The storage itself; none when the browser refuses it.
pub(super) fn area(area: Area) -> Option<web_sys::Storage> {
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
    self::area(area)?.get_item(key).ok().flatten()
}

/// Keeps `text` under `key`. False when the browser refuses.
pub fn write(area: Area, key: &str, text: &str) -> bool {
    self::area(area).is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Forgets `key`.
pub fn remove(area: Area, key: &str) {
    if let Some(storage) = self::area(area) {
        let _ = storage.remove_item(key);
    }
}
