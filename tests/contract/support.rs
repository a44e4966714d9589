//! A server that answers by script, and a host whose clock moves only when somebody waits.
use factuur::arm::{Client, Host, LocalFuture, Request, Response, Transport, TransportError};
use factuur::billing::{AccountName, Period, Principal, PrincipalId, PrincipalKind, ProfileName, Scope, TenantId};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

pub const ORIGIN: &str = "https://management.azure.com";
pub const ACCOUNT: &str = "11111111-2222-3333-4444-555555555555:66666666-7777-8888-9999-000000000000_2019-05-31";
pub const ACCOUNT_PATH: &str = "/providers/Microsoft.Billing/billingAccounts/11111111-2222-3333-4444-555555555555%3A66666666-7777-8888-9999-000000000000_2019-05-31";
pub const PROFILE: &str = "ABCD-EFGH-IJK-LMN";

pub type Sent = Result<Response, TransportError>;

/// Script, log and clock in one.
#[derive(Default)]
pub struct Server {
    script: RefCell<VecDeque<Sent>>,
    pub requests: RefCell<Vec<Request>>,
    pub times: RefCell<Vec<Duration>>,
    pub now: Cell<Duration>,
    ids: Cell<u32>,
    /// What the host's chance is.
    pub chance: Cell<u8>,
}

impl Server {
    pub fn new(script: impl IntoIterator<Item = Sent>) -> Rc<Server> {
        let server = Server::default();
        server.script.replace(script.into_iter().collect());
        Rc::new(server)
    }

    pub fn client(self: &Rc<Server>) -> Client {
        Client::new(ORIGIN, self.clone(), self.clone(), Some("secret".to_owned())).unwrap()
    }

    pub fn count(&self) -> usize {
        self.requests.borrow().len()
    }

    /// `GET /path` of each request, without origin and query.
    pub fn lines(&self) -> Vec<String> {
        let line = |request: &Request| {
            let path = request.url.strip_prefix(ORIGIN).expect("only the configured origin is ever asked");
            format!("{} {}", request.method.as_str(), path.split('?').next().unwrap())
        };
        self.requests.borrow().iter().map(line).collect()
    }

    pub fn urls(&self) -> Vec<String> {
        self.requests.borrow().iter().map(|request| request.url.clone()).collect()
    }

    /// Whole milliseconds between the requests.
    pub fn gaps(&self) -> Vec<u64> {
        let times = self.times.borrow();
        times.windows(2).map(|pair| u64::try_from((pair[1] - pair[0]).as_millis()).unwrap()).collect()
    }

    /// Answers that nobody asked for.
    pub fn left(&self) -> usize {
        self.script.borrow().len()
    }
}

impl Transport for Server {
    fn send(&self, request: Request) -> LocalFuture<'_, Sent> {
        let token = request.headers.iter().any(|(name, value)| name == "authorization" && value == "Bearer secret");
        assert!(token && request.url.starts_with(&format!("{ORIGIN}/")), "the token goes to the origin alone");
        self.requests.borrow_mut().push(request.clone());
        self.times.borrow_mut().push(self.now.get());
        let answer = self.script.borrow_mut().pop_front();
        Box::pin(async move { answer.unwrap_or_else(|| panic!("nothing scripted for {}", request.url)) })
    }
}

impl Host for Server {
    fn sleep(&self, time: Duration) -> LocalFuture<'_, ()> {
        Box::pin(async move { self.now.set(self.now.get() + time) })
    }

    fn request_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        format!("call-{}", self.ids.get())
    }

    fn chance(&self) -> u8 {
        self.chance.get()
    }
}

pub fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Sent {
    let mut headers: Vec<_> = headers.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    if !headers.iter().any(|(name, _)| name == "content-type") {
        headers.push(("content-type".to_owned(), "application/json; charset=utf-8".to_owned()));
    }
    Ok(Response { status, headers, body: body.as_bytes().to_vec() })
}

pub fn ok(body: &str) -> Sent {
    answer(200, &[], body)
}

pub fn status(status: u16) -> Sent {
    answer(status, &[], "")
}

pub fn cut_off() -> Sent {
    Err(TransportError::Network("TypeError: Failed to fetch".to_owned()))
}

pub fn account() -> AccountName {
    AccountName::new(ACCOUNT)
}

pub fn profile() -> ProfileName {
    ProfileName::new(PROFILE)
}

pub fn account_scope() -> Scope {
    Scope::Account(account())
}

pub fn profile_scope() -> Scope {
    Scope::Profile(account(), profile())
}

pub fn profile_path() -> String {
    format!("{ACCOUNT_PATH}/billingProfiles/{PROFILE}")
}

pub fn march() -> Period {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    Period { start: day(1), end: day(31) }
}

pub fn colleague() -> Principal {
    Principal {
        id: PrincipalId::new("aaaaaaaa-0000-0000-0000-000000000001"),
        tenant: Some(TenantId::new("bbbbbbbb-0000-0000-0000-000000000001")),
        display_name: None,
        email: None,
        kind: PrincipalKind::User,
    }
}

pub const EMPTY: &str = r#"{"value":[]}"#;
pub const ONE_ACCOUNT: &str = r#"{"value":[{"name":"a1","properties":{"displayName":"One"}}]}"#;

/// A list with one account of this name and a link.
pub fn accounts_page(name: &str, link: &str) -> Sent {
    let link = link.replace('\\', "\\\\").replace('"', "\\\"");
    ok(&format!(r#"{{"value":[{{"name":"{name}"}}],"nextLink":"{link}"}}"#))
}

pub fn run<T>(future: impl Future<Output = T>) -> T {
    pollster::block_on(future)
}
