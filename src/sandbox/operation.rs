//! Long-running operations: 202 with a Location, then the result (contract §1).
use super::call::Call;
use super::chance;
use super::refusal::{Refusal, empty};
use super::server::Sandbox;
use crate::arm::Response;
use std::cell::RefCell;
use std::collections::HashMap;

struct Operation {
    caller: String,
    /// Polls that are still answered with 202.
    running: u32,
    result: Response,
}

/// Operations under way, in memory: who asked for one holds its Location.
#[derive(Default)]
pub(super) struct Operations(RefCell<HashMap<String, Operation>>);

/// How an operation is answered.
pub(super) struct Pace {
    pub(super) verb: &'static str,
    /// Polls that are answered with 202.
    pub(super) running: u32,
    /// Seconds to wait; the live service leaves them out at times.
    pub(super) retry_after: Option<u32>,
}

impl Operations {
    pub(super) fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

/// Answers 202; the result waits at the Location. `scope` is the id the Location lies below.
pub(super) fn accept(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &str,
    scope: &str,
    pace: &Pace,
    result: Response,
) -> Response {
    let id = chance::guid(chance::place(&[sandbox.next_serial(), sandbox.seconds(), chance::of_text(pace.verb)]));
    let name = format!("{}_{id}", pace.verb);
    sandbox
        .operations
        .0
        .borrow_mut()
        .insert(name.clone(), Operation { caller: caller.to_owned(), running: pace.running, result });
    let location = format!("{}{scope}/operationResults/{name}?api-version={}", call.origin, call.api_version());
    under_way(location, pace.retry_after)
}

fn under_way(location: String, retry_after: Option<u32>) -> Response {
    let mut response = empty(202);
    response.headers.push(("Location".to_owned(), location));
    if let Some(seconds) = retry_after {
        response.headers.push(("Retry-After".to_owned(), seconds.to_string()));
    }
    response
}

/// Answers a poll.
pub(super) fn poll(sandbox: &Sandbox, call: &Call<'_>, caller: &str, name: &str) -> Result<Response, Refusal> {
    let mut operations = sandbox.operations.0.borrow_mut();
    let operation =
        operations.get_mut(name).filter(|operation| operation.caller == caller).ok_or_else(Refusal::not_found)?;
    if operation.running > 0 {
        operation.running -= 1;
        let location = format!("{}{}?api-version={}", call.origin, call.path(), call.api_version());
        return Ok(under_way(location, Some(1)));
    }
    Ok(operation.result.clone())
}
