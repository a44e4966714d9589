//! Time and chance: the only place that asks for now, waits, or draws a random number.
use super::global;
use crate::arm::{Host, LocalFuture};
use chrono::{DateTime, NaiveDate, Utc};
use js_sys::{Date, Promise};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The browser's clock, in UTC.
pub fn now() -> DateTime<Utc> {
    // A date beyond chrono's range (the clock of a broken machine) reads as the epoch rather than as a panic.
    DateTime::from_timestamp_millis(Date::now() as i64).unwrap_or_default()
}

/// Today's billing date, in UTC.
pub fn today() -> NaiveDate {
    now().date_naive()
}

/// The offset of the person's clock from UTC in minutes (east positive): for "today, 14:05", never for billing dates.
pub fn local_offset_minutes() -> i32 {
    -(Date::new_0().get_timezone_offset() as i32)
}

/// Waits for `time`. Waits above 2^31-1 ms would fire at once in a browser; nothing here waits that long.
pub async fn sleep(time: Duration) {
    let millis = i32::try_from(time.as_millis()).unwrap_or(i32::MAX);
    let promise = Promise::new(&mut |resolve, _| drop(global::after(millis, &resolve)));
    let _ = JsFuture::from(promise).await;
}

/// Lets the page draw and take input before the work goes on.
pub async fn breathe() {
    sleep(Duration::ZERO).await;
}

fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    let array = js_sys::Uint8Array::new_with_length(N as u32);
    let crypto = js_sys::Reflect::get(&js_sys::global(), &"crypto".into());
    let fill = crypto.as_ref().ok().and_then(|c| js_sys::Reflect::get(c, &"getRandomValues".into()).ok());
    if let (Ok(crypto), Some(fill)) = (&crypto, fill.and_then(|f| f.dyn_into::<js_sys::Function>().ok())) {
        let _ = fill.call1(crypto, &array);
        array.copy_to(&mut bytes);
    }
    bytes
}

/// A random GUID (version 4).
pub fn random_guid() -> String {
    let mut bytes = random_bytes::<16>();
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let (a, rest) = hex.split_at(8);
    let (b, rest) = rest.split_at(4);
    let (c, rest) = rest.split_at(4);
    let (d, e) = rest.split_at(4);
    format!("{a}-{b}-{c}-{d}-{e}")
}

/// The client's view of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserHost;

impl Host for BrowserHost {
    fn sleep(&self, time: Duration) -> LocalFuture<'_, ()> {
        Box::pin(sleep(time))
    }

    fn request_id(&self) -> String {
        random_guid()
    }

    fn chance(&self) -> u8 {
        random_bytes::<1>()[0]
    }
}
