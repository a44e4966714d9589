//! The sandbox as a native HTTP program: the same server as in the page, for end-to-end tests of the HTTP path and for
//! teams that want to point the site, or another client, at it.
//!
//! `cargo run --example sandbox-server --no-default-features -- --port 8090 --origin http://127.0.0.1:8080`
use chrono::{DateTime, Utc};
use factuur::arm::{Method, Request, Response};
use factuur::sandbox::{Clock, Sandbox, Seed, Store, StoreError};
use std::cell::RefCell;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::SystemTime;

const USAGE: &str = "sandbox-server [--port N] [--origin URL] [--state FILE] [--now TIME]
  --port N      where to listen on 127.0.0.1 (8090; 0 for any free one)
  --origin URL  the site that may call it (Access-Control-Allow-Origin; none without it)
  --state FILE  keep changes in this file (else in memory)
  --now TIME    start the clock here, such as 2026-11-21T10:00:00Z (else the time it is)";

/// What the answers let a page on another origin read.
const EXPOSED: &str = "Location, Retry-After, x-ms-request-id, x-ms-correlation-request-id";

/// The system's clock, so much ahead as was asked for.
struct ServerClock(chrono::TimeDelta);

impl ServerClock {
    fn start(now: Option<DateTime<Utc>>) -> ServerClock {
        let system: DateTime<Utc> = SystemTime::now().into();
        ServerClock(now.unwrap_or(system) - system)
    }
}

impl Clock for ServerClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::<Utc>::from(SystemTime::now()) + self.0
    }
}

#[derive(Default)]
struct Memory(RefCell<Option<String>>);

impl Store for Memory {
    fn load(&self) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().clone())
    }

    fn save(&self, state: &str) -> Result<(), StoreError> {
        self.0.replace(Some(state.to_owned()));
        Ok(())
    }
}

struct File(PathBuf);

impl Store for File {
    fn load(&self) -> Result<Option<String>, StoreError> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::Failed(error.to_string())),
        }
    }

    fn save(&self, state: &str) -> Result<(), StoreError> {
        std::fs::write(&self.0, state).map_err(|error| StoreError::Failed(error.to_string()))
    }
}

#[derive(Default)]
struct Options {
    port: Option<u16>,
    origin: Option<String>,
    state: Option<PathBuf>,
    now: Option<DateTime<Utc>>,
}

fn options() -> Result<Options, String> {
    let mut options = Options::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value\n{USAGE}"));
        match word.as_str() {
            "--port" => options.port = Some(value()?.parse().map_err(|_| format!("not a port\n{USAGE}"))?),
            "--origin" => options.origin = Some(value()?.trim_end_matches('/').to_owned()),
            "--state" => options.state = Some(value()?.into()),
            "--now" => options.now = Some(value()?.parse().map_err(|_| format!("not a time\n{USAGE}"))?),
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok(options)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = options()?;
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/sandbox");
    let mut files = Vec::new();
    for name in Seed::FILES {
        files.push((name, std::fs::read(folder.join(name))?));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let store: Box<dyn Store> = match options.state {
        Some(path) => Box::new(File(path)),
        None => Box::new(Memory::default()),
    };
    let sandbox = Sandbox::new(Seed::parse(&files)?, store, Rc::new(ServerClock::start(options.now)));
    let server = tiny_http::Server::http(("127.0.0.1", options.port.unwrap_or(8090)))
        .map_err(|error| format!("cannot listen: {error}"))?;
    println!("http://{}", server.server_addr());
    println!("Authorization: Bearer sandbox.{}", sandbox.default_principal());
    for mut request in server.incoming_requests() {
        let response = match read(&mut request) {
            None => Response { status: 204, headers: Vec::new(), body: Vec::new() },
            Some(asked) => sandbox.handle(&asked),
        };
        // A client that went away is no reason to stop.
        if let Err(error) = answer(request, response, options.origin.as_deref()) {
            eprintln!("the answer could not be sent: {error}");
        }
    }
    Ok(())
}

/// The request as the sandbox takes it; none for a CORS preflight.
fn read(request: &mut tiny_http::Request) -> Option<Request> {
    let method = match request.method() {
        tiny_http::Method::Options => return None,
        tiny_http::Method::Post => Method::Post,
        tiny_http::Method::Put => Method::Put,
        tiny_http::Method::Patch => Method::Patch,
        tiny_http::Method::Delete => Method::Delete,
        _ => Method::Get,
    };
    let headers: Vec<(String, String)> = request
        .headers()
        .iter()
        .map(|header| (header.field.to_string().to_lowercase(), header.value.to_string()))
        .collect();
    let host = headers.iter().find(|(name, _)| name == "host").map_or("127.0.0.1", |(_, value)| value);
    let url = format!("http://{host}{}", request.url());
    let mut body = Vec::new();
    let read = request.as_reader().read_to_end(&mut body);
    let body = read.ok().filter(|length| *length > 0).map(|_| body);
    Some(Request { method, url, headers, body })
}

/// Writes the answer and asks for the connection to be closed. The pool of tiny_http can leave a connection without a
/// thread while others are kept alive: a browser that opens several at once would wait for ever.
fn answer(request: tiny_http::Request, response: Response, origin: Option<&str>) -> std::io::Result<()> {
    let status = tiny_http::StatusCode(response.status);
    let mut head = format!("HTTP/1.1 {} {}\r\nConnection: close\r\n", response.status, status.default_reason_phrase());
    if response.status != 204 {
        head.push_str(&format!("Content-Length: {}\r\n", response.body.len()));
    }
    let cors = origin.map(|origin| {
        [
            ("Access-Control-Allow-Origin", origin),
            ("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS"),
            (
                "Access-Control-Allow-Headers",
                "authorization, content-type, accept, x-ms-client-request-id, x-factuur-directory",
            ),
            ("Access-Control-Expose-Headers", EXPOSED),
            ("Access-Control-Max-Age", "600"),
            ("Vary", "Origin"),
        ]
    });
    let own = response.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in own.chain(cors.into_iter().flatten()) {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let mut writer = request.into_writer();
    writer.write_all(format!("{head}\r\n").as_bytes())?;
    writer.write_all(&response.body)?;
    writer.flush()
}
