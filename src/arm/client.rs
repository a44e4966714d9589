//! The client: one origin, one token, and the care with which each request is sent.
use super::retry::{Next, Repeat, Tries, server_wait};
use super::wire::{self, Envelope, Fault, Json};
use super::{
    ArmError, DecodeError, Host, LocalFuture, Method, Request, Response, ServiceError, Transport, TransportError, link,
};
use crate::billing::{RoleDefinition, Scope, TenantId};
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// `api-version` of Microsoft.Billing.
pub(crate) const BILLING: &str = "2024-04-01";
/// `api-version` of Microsoft.Consumption.
pub(crate) const CONSUMPTION: &str = "2023-11-01";

/// A client of the Azure Billing REST API at one origin. Cheap to clone; all clones share what was learned. Dropping the
/// future of an operation cancels it.
#[derive(Clone)]
pub struct Client {
    inner: Rc<Inner>,
    directory: Option<TenantId>,
}

struct Inner {
    origin: String,
    transport: Rc<dyn Transport>,
    host: Rc<dyn Host>,
    token: Option<String>,
    roles: RefCell<Vec<(Scope, Rc<[RoleDefinition]>)>>,
}

/// One logical call: the same id over all its tries.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// Method.
    pub method: Method,
    /// Path and query, encoded; always behind the client's own origin.
    pub path: String,
    /// JSON, if any.
    pub body: Option<Vec<u8>>,
    /// How often it may be sent.
    pub repeat: Repeat,
    /// `x-ms-client-request-id`.
    pub id: String,
}

/// The last answer to a call.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What came.
    pub response: Response,
    /// Whether an earlier try may have been carried out.
    pub lost: bool,
    /// Our id of the call.
    pub id: String,
}

impl Client {
    /// A client of `origin` (`https://management.azure.com`). The token, if any, goes to that origin alone, as
    /// `Authorization: Bearer`.
    ///
    /// # Errors
    /// [`ArmError::BadOrigin`].
    pub fn new(
        origin: &str,
        transport: Rc<dyn Transport>,
        host: Rc<dyn Host>,
        token: Option<String>,
    ) -> Result<Client, ArmError> {
        let origin = link::origin(origin)?;
        Ok(Client {
            directory: None,
            inner: Rc::new(Inner { origin, transport, host, token, roles: RefCell::default() }),
        })
    }

    /// The origin every request goes to.
    pub fn origin(&self) -> &str {
        &self.inner.origin
    }

    /// The same client looking through another directory than the caller's own. Only the sandbox knows the header this
    /// sends (`x-factuur-directory`); of Azure a directory is chosen by getting a token of it.
    pub fn with_directory(mut self, directory: Option<TenantId>) -> Client {
        self.directory = directory;
        self
    }

    pub(crate) fn host(&self) -> &dyn Host {
        &*self.inner.host
    }

    /// Role definitions that were read before; they do not change.
    pub(crate) fn known_roles(&self, scope: &Scope) -> Option<Rc<[RoleDefinition]>> {
        self.inner.roles.borrow().iter().find(|(at, _)| at == scope).map(|(_, roles)| roles.clone())
    }

    pub(crate) fn learn_roles(&self, scope: &Scope, roles: &[RoleDefinition]) {
        let mut known = self.inner.roles.borrow_mut();
        known.retain(|(at, _)| at != scope);
        known.push((scope.clone(), roles.into()));
    }

    /// A call without a body.
    pub(crate) fn call(&self, method: Method, path: String, repeat: Repeat) -> Call {
        Call { method, path, body: None, repeat, id: self.host().request_id() }
    }

    /// A GET.
    pub(crate) fn get(&self, path: String) -> Call {
        self.call(Method::Get, path, Repeat::Safe)
    }

    /// Sends until the answer is final.
    pub(crate) async fn exchange(&self, call: &Call) -> Result<Answer, ArmError> {
        let mut tries = Tries::default();
        loop {
            let sent = self.inner.transport.send(self.request(call)).await;
            let chance = self.host().chance();
            let (next, status) = match &sent {
                Ok(response) => (tries.after(response, call.repeat, chance), response.status),
                Err(TransportError::Site(_)) => (Next::Done, 0),
                Err(_) => (tries.after_silence(call.repeat, chance), 0),
            };
            match next {
                Next::Wait(time) => self.host().sleep(time).await,
                Next::TooLong(seconds) => {
                    return Err(ArmError::TooLongToWait { seconds, status, client_request_id: call.id.clone() });
                }
                Next::Done => {
                    let response =
                        sent.map_err(|error| ArmError::Transport { error, client_request_id: call.id.clone() })?;
                    return Ok(Answer { response, lost: tries.lost, id: call.id.clone() });
                }
            }
        }
    }

    fn request(&self, call: &Call) -> Request {
        let mut headers = vec![
            ("accept".to_owned(), "application/json".to_owned()),
            ("x-ms-client-request-id".to_owned(), call.id.clone()),
        ];
        if let Some(token) = &self.inner.token {
            headers.push(("authorization".to_owned(), format!("Bearer {token}")));
        }
        if let Some(directory) = &self.directory {
            headers.push(("x-factuur-directory".to_owned(), directory.as_str().to_owned()));
        }
        if call.body.is_some() {
            headers.push(("content-type".to_owned(), "application/json".to_owned()));
        }
        Request {
            method: call.method,
            url: format!("{}{}", self.inner.origin, call.path),
            headers,
            body: call.body.clone(),
        }
    }

    /// Asks for JSON and looks through it once. An answer that breaks off is asked for once more: a cut body can look
    /// finished.
    pub(crate) async fn ask(&self, what: &'static str, call: &Call) -> Result<(Answer, Envelope), ArmError> {
        let mut answer = self.exchange(call).await?.success()?;
        let mut envelope = answer.envelope(what)?;
        if call.repeat == Repeat::Safe && envelope.as_ref().is_err_and(|fault| fault.early) {
            answer = self.exchange(call).await?.success()?;
            envelope = answer.envelope(what)?;
        }
        let envelope = envelope.map_err(|fault| ArmError::Decode { what, error: fault.into() })?;
        Ok((answer, envelope))
    }

    /// Asks for one thing.
    pub(crate) async fn read<B>(
        &self,
        what: &'static str,
        call: &Call,
        convert: &dyn Fn(&Json<'_>) -> Result<B, DecodeError>,
    ) -> Result<B, ArmError> {
        let asked: LocalFuture<'_, _> = Box::pin(self.ask(what, call));
        let (answer, _) = asked.await?;
        answer.json(what, convert)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token stays out of logs.
        f.debug_tuple("Client").field(&self.inner.origin).finish()
    }
}

/// Clients are the same when they share everything: what a cached answer may depend on.
impl PartialEq for Client {
    fn eq(&self, other: &Client) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner) && self.directory == other.directory
    }
}

impl Answer {
    /// HTTP status.
    pub fn status(&self) -> u16 {
        self.response.status
    }

    /// Itself, when the status says success.
    pub fn success(self) -> Result<Answer, ArmError> {
        if (200..300).contains(&self.status()) { Ok(self) } else { Err(ArmError::Service(Box::new(self.error()))) }
    }

    /// What the service says went wrong.
    pub fn error(&self) -> ServiceError {
        let id = ["x-ms-request-id", "x-ms-correlation-request-id", "request-id"];
        ServiceError {
            status: self.status(),
            request_id: id.iter().find_map(|name| self.response.header(name)).map(str::to_owned),
            client_request_id: self.id.clone(),
            retry_after: server_wait(&self.response).map(|wait| wait.as_secs()),
            ..wire::service_error(&self.response.body)
        }
    }

    /// The body, read and converted.
    pub fn json<B>(
        &self,
        what: &'static str,
        convert: impl FnOnce(&Json<'_>) -> Result<B, DecodeError>,
    ) -> Result<B, ArmError> {
        self.check_json(what)?;
        let read = Json::read(&self.response.body).and_then(|json| convert(&json));
        read.map_err(|error| ArmError::Decode { what, error })
    }

    /// Looks through the body without keeping any of it.
    fn envelope(&self, what: &'static str) -> Result<Result<Envelope, Fault>, ArmError> {
        if self.status() == 204 {
            return Ok(Ok(Envelope::default()));
        }
        self.check_json(what)?;
        Ok(wire::envelope(&self.response.body))
    }

    /// Whether the service says, and the first character agrees, that this is JSON.
    pub fn check_json(&self, what: &'static str) -> Result<(), ArmError> {
        let kind = self.response.header("content-type").unwrap_or_default();
        let first = self.response.body.iter().find(|byte| !byte.is_ascii_whitespace());
        let says = kind.is_empty() || kind.to_ascii_lowercase().contains("json");
        if says && first != Some(&b'<') {
            return Ok(());
        }
        let kind = if kind.is_empty() { "unmarked" } else { kind };
        Err(ArmError::NotJson { what, content_type: kind.chars().take(100).collect() })
    }
}
