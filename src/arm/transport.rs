//! The door to whatever answers: a request goes out, a response comes back, and nothing here knows who is behind it. The
//! browser's fetch, the embedded sandbox and the scripted servers of the tests all stand behind [`Transport`].
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// A future that stays on its thread; dropping it cancels the work.
pub type LocalFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Read.
    Get,
    /// Act.
    Post,
    /// Write whole.
    Put,
    /// Write part.
    Patch,
    /// Remove.
    Delete,
}

impl Method {
    /// As written on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }

    /// Whether the request may change something.
    pub fn is_write(self) -> bool {
        !matches!(self, Method::Get)
    }
}

/// A request. `url` is absolute: origin, path and query, percent-encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Absolute address.
    pub url: String,
    /// Headers; names in lower case.
    pub headers: Vec<(String, String)>,
    /// JSON bytes, if any.
    pub body: Option<Vec<u8>>,
}

/// A response, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Headers that can be read (a browser hides what CORS does not expose).
    pub headers: Vec<(String, String)>,
    /// Body bytes.
    pub body: Vec<u8>,
}

impl Response {
    /// A header's value; names are compared without case (contract §1).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// No response came.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// The network, a name server, CORS or a cut connection: a browser does not tell which.
    #[error("the server could not be reached ({0})")]
    Network(String),
    /// No answer within the time one try may take.
    #[error("the server did not answer in time")]
    Timeout,
    /// A file of this site that the answer needs is missing, incomplete or changed. Not asked again by itself.
    #[error("a file of this site could not be loaded ({0})")]
    Site(String),
}

/// Sends requests. Dropping the future aborts the request.
pub trait Transport {
    /// Sends one request and waits for the answer.
    ///
    /// # Errors
    /// [`TransportError`] when no answer came; any status is an answer.
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Rc<T> {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        (**self).send(request)
    }
}

/// What the client needs of the machine it runs on.
pub trait Host {
    /// Waits.
    fn sleep(&self, time: Duration) -> LocalFuture<'_, ()>;
    /// A fresh random id (GUID text) for `x-ms-client-request-id`.
    fn request_id(&self) -> String;
    /// Chance for the spread of waits, 0 to 255.
    fn chance(&self) -> u8;
}
