//! When to ask again, and how long to wait before. The rules of the Azure SDKs, taken one step further for browsers: a lost
//! connection is asked again too, and the longest of several waits holds.
use super::Response;
use super::time::http_date;
use std::time::Duration;

/// The longest wait that is made without asking a person.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(120);
/// The longest wait of our own making.
const CEILING: Duration = Duration::from_secs(60);
/// First wait after a fault.
const FAULT: Duration = Duration::from_millis(800);
/// First wait after a 429 whose own wait cannot be read (a browser hides headers that CORS does not expose).
const THROTTLED: Duration = Duration::from_secs(5);
/// Tries after a fault.
const FAULTS: u32 = 3;
/// Tries after being told to slow down; counted apart.
const THROTTLES: u32 = 7;

/// How often something may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// Asking twice is the same as asking once.
    Safe,
    /// It must not be done twice: sent again only when the service says that it did not take it (429).
    Once,
}

/// What has been tried in one logical call.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    faults: u32,
    throttles: u32,
    /// A try went out whose outcome nobody knows.
    pub lost: bool,
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// It is final.
    Done,
    /// Ask again after this wait.
    Wait(Duration),
    /// A person decides about a wait of so many seconds.
    TooLong(u64),
}

impl Tries {
    /// After no answer at all.
    pub fn after_silence(&mut self, repeat: Repeat, chance: u8) -> Next {
        self.lost = true;
        self.fault(repeat, None, chance)
    }

    /// After an answer.
    pub fn after(&mut self, response: &Response, repeat: Repeat, chance: u8) -> Next {
        match response.status {
            429 => {
                let told = server_wait(response);
                let first = if told.is_some() { FAULT } else { THROTTLED };
                self.throttles += 1;
                if self.throttles > THROTTLES {
                    return Next::Done;
                }
                wait(first, self.throttles, told, chance)
            }
            408 | 500 | 502 | 503 | 504 => {
                self.lost = true;
                self.fault(repeat, server_wait(response), chance)
            }
            _ => Next::Done,
        }
    }

    fn fault(&mut self, repeat: Repeat, told: Option<Duration>, chance: u8) -> Next {
        self.faults += 1;
        if repeat == Repeat::Once || self.faults > FAULTS {
            return Next::Done;
        }
        wait(FAULT, self.faults, told, chance)
    }
}

/// The longer of the service's wait and ours, and up to a tenth more so that many clients do not come back at once.
fn wait(first: Duration, time: u32, told: Option<Duration>, chance: u8) -> Next {
    let own = first.saturating_mul(1 << (time - 1).min(16)).min(CEILING);
    let base = told.unwrap_or_default().max(own);
    if base > LONGEST_WAIT {
        return Next::TooLong(base.as_secs());
    }
    Next::Wait(base + base.saturating_mul(u32::from(chance)) / 2_550)
}

/// The longest wait that the headers name. Cost Management names several, one per quota; headers that count what remains
/// are not waits.
pub(crate) fn server_wait(response: &Response) -> Option<Duration> {
    response
        .headers
        .iter()
        .filter_map(|(name, value)| {
            let name = name.to_ascii_lowercase();
            let value = value.trim();
            match name.as_str() {
                "retry-after-ms" | "x-ms-retry-after-ms" => count(value).map(Duration::from_millis),
                "retry-after" => {
                    count(value).map(Duration::from_secs).or_else(|| until(value, response.header("date")?))
                }
                name if name.starts_with("x-ms-ratelimit-") && name.ends_with("retry-after") => {
                    count(value).map(Duration::from_secs)
                }
                _ => None,
            }
        })
        .max()
}

/// A count of any length; one too long to read is the longest there is.
fn count(text: &str) -> Option<u64> {
    let whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| text.parse().unwrap_or(u64::from(u32::MAX)).min(u64::from(u32::MAX)))
}

/// From the answer's own date to the given one; a date in the past is no wait.
fn until(date: &str, now: &str) -> Option<Duration> {
    (http_date(date)? - http_date(now)?).to_std().ok()
}
