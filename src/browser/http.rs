//! fetch, and nothing else: the one file with gloo-net.
use super::global::{self, Timer};
use crate::arm::{LocalFuture, Method, Request, Response, Transport, TransportError};
use gloo_net::http::RequestBuilder;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

/// How long one try may take before it counts as lost.
pub(super) const TRY_LIMIT: Duration = Duration::from_secs(30);

/// Sends requests with the browser's fetch: without cookies, referrer or cache, and without following redirects, so that
/// a token never travels further than the address that was asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct FetchTransport;

/// What a request is aborted with when its time is over.
const TOO_LATE: &str = "too late";

/// Aborts the request when it is dropped before it has finished, and when it takes too long.
struct Abort {
    controller: AbortController,
    timer: Option<Timer>,
}

impl Abort {
    fn after(limit: Duration) -> Result<Abort, JsValue> {
        let controller = AbortController::new()?;
        let millis = i32::try_from(limit.as_millis()).unwrap_or(i32::MAX);
        // A function of the browser's own, so that a timer that fires after all meets nothing that is gone.
        let abort = js_sys::Reflect::get(&controller, &"abort".into())?.unchecked_into::<js_sys::Function>();
        let abort = abort.bind1(&controller, &TOO_LATE.into());
        let timer = global::after(millis, abort.unchecked_ref());
        Ok(Abort { controller, timer })
    }

    fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    fn timed_out(&self) -> bool {
        self.signal().reason() == TOO_LATE
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(timer) = &self.timer {
            global::forget(timer);
        }
        self.controller.abort();
    }
}

impl Transport for FetchTransport {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let abort = Abort::after(TRY_LIMIT).map_err(|_| TransportError::Network("no AbortController".into()))?;
            let answer = send(request, &abort.signal()).await;
            match answer {
                Err(_) if abort.timed_out() => Err(TransportError::Timeout),
                other => other.map_err(|error| TransportError::Network(error.to_string())),
            }
        })
    }
}

async fn send(request: Request, signal: &AbortSignal) -> Result<Response, gloo_net::Error> {
    let method = match request.method {
        Method::Get => gloo_net::http::Method::GET,
        Method::Post => gloo_net::http::Method::POST,
        Method::Put => gloo_net::http::Method::PUT,
        Method::Patch => gloo_net::http::Method::PATCH,
        Method::Delete => gloo_net::http::Method::DELETE,
    };
    let mut builder = RequestBuilder::new(&request.url)
        .method(method)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(signal));
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let response = match request.body {
        Some(bytes) => builder.body(js_sys::Uint8Array::from(bytes.as_slice()))?.send().await?,
        None => builder.send().await?,
    };
    let headers = response.headers().entries().collect();
    let body = response.binary().await?;
    Ok(Response { status: response.status(), headers, body })
}

/// Reads a file of the site itself (its configuration, the sandbox's tenant); `path` is relative to `base`, the site's.
///
/// # Errors
/// [`TransportError::Site`] for no answer and for any status but 200: a site without one of its files is broken.
pub async fn site_file(base: &str, path: &str) -> Result<Vec<u8>, TransportError> {
    let url = format!("{base}{path}");
    let fail = |error: String| TransportError::Site(format!("{path}: {error}"));
    let response = gloo_net::http::Request::get(&url).send().await.map_err(|e| fail(e.to_string()))?;
    if response.status() != 200 {
        return Err(fail(format!("status {}", response.status())));
    }
    response.binary().await.map_err(|e| fail(e.to_string()))
}
