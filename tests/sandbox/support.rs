//! A sandbox at a fixed time, and short ways to ask it.
use chrono::{DateTime, Utc};
use factuur::arm::{Method, Request, Response};
use factuur::sandbox::{Clock, Sandbox, Seed, Store, StoreError};
use rust_decimal::Decimal;
use serde_json::Value;
use serde_json::value::RawValue;
use std::cell::RefCell;
use std::rc::Rc;

pub const MCA: &str = "5d0e0f3a-41c7-4f0b-8b9c-2f6f7c1d9a10:7b6c1f44-90de-4c3a-a1d8-3e5b9f2a6c01_2019-05-31";
pub const MPA: &str = "9a4b7c2d-63e1-4d5f-9c0a-8e1f2b3c4d55:c3d2e1f0-5a6b-4c7d-8e9f-0a1b2c3d4e66_2019-05-31";
pub const EUR: &str = "R4ZK-W8PT-BG7-QLD";
pub const USD: &str = "M2XJ-9HVC-BG7-UTS";
pub const SEK: &str = "D7NB-3KYF-BG7-WRC";
pub const INVOICE_MANAGER: &str = "40000000-aaaa-bbbb-cccc-100000000004";

pub const OWNER: u32 = 1;
pub const ACCOUNT_READER: u32 = 3;
pub const EUR_OWNER: u32 = 4;
pub const EUR_READER: u32 = 6;
pub const EUR_INVOICE_MANAGER: u32 = 7;
pub const SECTION_OWNER: u32 = 8;
pub const TO_BE_ASSIGNED: u32 = 11;
pub const NOBODY: u32 = 12;
pub const GROUP_MEMBER: u32 = 13;
pub const PARTNER_OWNER: u32 = 17;

pub fn person(number: u32) -> String {
    format!("a0000000-0000-4000-8000-{number:012}")
}

pub struct At(pub &'static str);

impl Clock for At {
    fn now(&self) -> DateTime<Utc> {
        self.0.parse().unwrap()
    }
}

/// A store that several sandboxes share, as the tabs of a browser do.
#[derive(Clone, Default)]
pub struct Shared(pub Rc<RefCell<Option<String>>>);

impl Store for Shared {
    fn load(&self) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().clone())
    }

    fn save(&self, state: &str) -> Result<(), StoreError> {
        self.0.replace(Some(state.to_owned()));
        Ok(())
    }
}

pub const NOW: &str = "2026-03-17T10:00:00Z";

pub fn seed() -> Seed {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/sandbox/");
    let files = Seed::FILES.map(|name| (name, std::fs::read(format!("{folder}{name}")).unwrap()));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Seed::parse(&files).unwrap()
}

pub fn sandbox_with(store: impl Store + 'static, now: &'static str) -> Sandbox {
    Sandbox::new(seed(), Box::new(store), Rc::new(At(now)))
}

pub fn sandbox() -> Sandbox {
    sandbox_with(Shared::default(), NOW)
}

pub fn account(name: &str) -> String {
    format!("/providers/Microsoft.Billing/billingAccounts/{name}")
}

pub fn profile(name: &str) -> String {
    format!("{}/billingProfiles/{name}", account(MCA))
}

pub fn request(method: Method, path: &str, who: Option<u32>, body: Option<&str>) -> Request {
    let join = if path.contains('?') { '&' } else { '?' };
    let version = if path.contains("api-version") || path.contains("Factuur.Sandbox") {
        String::new()
    } else {
        format!("{join}api-version=2024-04-01")
    };
    let url =
        if path.starts_with("http") { path.to_owned() } else { format!("https://sandbox.example{path}{version}") };
    let headers = who.map(|who| ("authorization".to_owned(), format!("Bearer sandbox.{}", person(who))));
    Request { method, url, headers: headers.into_iter().collect(), body: body.map(|body| body.as_bytes().to_vec()) }
}

pub fn ask(sandbox: &Sandbox, method: Method, path: &str, who: u32, body: Option<&str>) -> Response {
    sandbox.handle(&request(method, path, Some(who), body))
}

pub fn get(sandbox: &Sandbox, path: &str, who: u32) -> Response {
    ask(sandbox, Method::Get, path, who, None)
}

pub fn json(response: &Response) -> Value {
    serde_json::from_slice(&response.body)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&response.body)))
}

pub fn code(response: &Response) -> String {
    json(response)["error"]["code"].as_str().unwrap_or_default().to_owned()
}

/// The body of a 200.
pub fn good(sandbox: &Sandbox, path: &str, who: u32) -> Value {
    let response = get(sandbox, path, who);
    assert_eq!(response.status, 200, "{path}: {}", String::from_utf8_lossy(&response.body));
    json(&response)
}

pub fn names(list: &Value) -> Vec<String> {
    list["value"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// Every item of a list, page after page.
pub fn all(sandbox: &Sandbox, path: &str, who: u32) -> Vec<Value> {
    let mut items = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let body = good(sandbox, &path.replace(' ', "%20"), who);
        items.extend(body["value"].as_array().unwrap().iter().cloned());
        next = body["nextLink"].as_str().map(str::to_owned);
    }
    items
}

/// What a long-running operation comes to.
pub fn finished(sandbox: &Sandbox, first: Response, who: u32) -> Response {
    let mut response = first;
    for _ in 0..5 {
        if response.status != 202 {
            return response;
        }
        let location = response.header("location").expect("a 202 has a Location").to_owned();
        response = ask(sandbox, Method::Get, &location, who, None);
    }
    panic!("the operation does not end");
}

/// A usage row as far as the arithmetic needs it, its amounts read from their exact text.
#[derive(serde::Deserialize)]
pub struct Row {
    pub name: String,
    pub properties: RowProperties,
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RowProperties {
    pub date: String,
    pub charge_type: String,
    #[serde(default)]
    pub invoice_section_id: String,
    #[serde(default)]
    pub customer_name: String,
    pub product: String,
    #[serde(default)]
    pub meter_id: String,
    pub invoice_id: String,
    pub quantity: Box<RawValue>,
    pub effective_price: Option<Box<RawValue>>,
    pub exchange_rate_pricing_to_billing: Box<RawValue>,
    pub cost_in_billing_currency: Box<RawValue>,
    pub cost_in_pricing_currency: Option<Box<RawValue>>,
    pub billing_period_start_date: Option<String>,
}

impl RowProperties {
    pub fn cost(&self) -> Decimal {
        exact(&self.cost_in_billing_currency)
    }

    pub fn owner(&self) -> String {
        format!("{}{}", self.invoice_section_id, self.customer_name)
    }
}

pub fn exact(raw: &RawValue) -> Decimal {
    Decimal::from_str_exact(raw.get()).unwrap()
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct Rows {
    value: Vec<Row>,
    next_link: Option<String>,
}

/// Every usage row of a scope between two days.
pub fn rows(sandbox: &Sandbox, scope: &str, from: &str, until: &str, who: u32) -> Vec<Row> {
    let mut all = Vec::new();
    let mut next =
        Some(format!("{scope}/providers/Microsoft.Consumption/usageDetails?startDate={from}&endDate={until}"));
    while let Some(path) = next {
        let response = get(sandbox, &path, who);
        if response.status == 204 {
            return all;
        }
        assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
        let page: Rows = serde_json::from_slice(&response.body).unwrap();
        all.extend(page.value);
        next = page.next_link;
    }
    all
}
