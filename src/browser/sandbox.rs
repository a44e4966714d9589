//! The embedded sandbox as a transport: the same requests, answered in this page.
use super::{clock, locks};
use crate::arm::{LocalFuture, Request, Response, Transport, TransportError};
use crate::sandbox::{Clock, Sandbox};
use chrono::{DateTime, Utc};
use std::cell::RefCell;
use std::rc::Rc;

/// Name of the lock and of the stored value.
pub const STORE_KEY: &str = "factuur.sandbox";

/// The browser's clock for the sandbox.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> DateTime<Utc> {
        clock::now()
    }
}

/// Answers from the embedded sandbox. Reads are answered after the page had a chance to draw; writes hold a lock that all
/// tabs share.
#[derive(Clone)]
pub struct SandboxTransport {
    sandbox: Rc<Sandbox>,
}

impl SandboxTransport {
    /// A transport over this sandbox.
    pub fn new(sandbox: Rc<Sandbox>) -> SandboxTransport {
        SandboxTransport { sandbox }
    }
}

impl Transport for SandboxTransport {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let sandbox = self.sandbox.clone();
        Box::pin(async move {
            clock::breathe().await;
            if !request.method.is_write() {
                return Ok(sandbox.handle(&request));
            }
            let answer = Rc::new(RefCell::new(None));
            let slot = answer.clone();
            locks::exclusively(STORE_KEY, move || *slot.borrow_mut() = Some(sandbox.handle(&request))).await;
            answer.take().ok_or_else(|| TransportError::Network("the sandbox did not answer".to_owned()))
        })
    }
}
