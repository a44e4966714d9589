//! Answers put in the way of requests, for tests. Held in memory only.
use super::json::Object;
use super::read::{Read, there};
use super::refusal::json;
use crate::arm::Response;
use crate::arm::wire::Fields;
use crate::json::Json;
use std::cell::RefCell;

/// What is to go wrong next.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// Part of the address, in any case.
    r#match: String,
    status: u16,
    times: u32,
    code: Option<String>,
    /// Seconds of the `Retry-After` header.
    retry_after: Option<u32>,
}

impl Fault {
    /// Reads what is asked for; once, where nothing else is said.
    ///
    /// # Errors
    /// [`DecodeError`] names the field.
    pub(super) fn from_json(json: &Json<'_>) -> Read<Fault> {
        let it = Fields::of(json);
        it.end(Fault {
            r#match: it.keep(there(it.text("match"), "match")),
            status: it.keep(there(it.whole("status").and_then(|status| status.try_into().ok()), "status")),
            times: it.whole("times").unwrap_or(1),
            code: it.text("code"),
            retry_after: it.whole("retryAfter"),
        })
    }
}

#[derive(Default)]
pub(super) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub(super) fn set(&self, faults: Vec<Fault>) {
        self.0.replace(faults);
    }

    pub(super) fn clear(&self) {
        self.set(Vec::new());
    }

    /// The answer that stands in the way of a request for `url`, if any. Requests to the faults themselves pass.
    pub(super) fn next(&self, url: &str) -> Option<Response> {
        let url = url.to_lowercase();
        if url.contains("factuur.sandbox/faults") {
            return None;
        }
        let mut faults = self.0.borrow_mut();
        let fault = faults.iter_mut().find(|fault| fault.times > 0 && url.contains(&fault.r#match.to_lowercase()))?;
        fault.times -= 1;
        let error = Object::new()
            .text("code", fault.code.as_deref().unwrap_or("SandboxFault"))
            .text("message", "This answer was asked for by a test.");
        let mut response = json(fault.status, Object::new().raw("error", &error.end()).end());
        if let Some(seconds) = fault.retry_after {
            response.headers.push(("Retry-After".to_owned(), seconds.to_string()));
        }
        Some(response)
    }
}
