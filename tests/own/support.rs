//! Files in memory, and the real client before them.
use factuur::arm::{Client, Host, LocalFuture, Method, Request, Response, Transport, TransportError};
use factuur::billing::{AccountName, Period, ProfileName, Scope, SectionName};
use factuur::own::{Kind, OwnFiles, Problem};
use std::rc::Rc;
use std::time::Duration;

pub const ACCOUNT: &str = "aaaaaaaa-0000-4000-8000-000000000001:bbbbbbbb-0000-4000-8000-000000000002_2019-05-31";
pub const PROFILE: &str = "AAAA-BBBB-CCC-DDD";
pub const SECTION: &str = "EEEE-FFFF-GGG-HHH";
pub const SUBSCRIPTION: &str = "cccccccc-0000-4000-8000-000000000003";

/// The files of a person behind the client.
pub struct Desk(pub OwnFiles);

impl Transport for Desk {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { Ok(self.0.answer(&request)) })
    }
}

pub struct Idle;

impl Host for Idle {
    fn sleep(&self, _: Duration) -> LocalFuture<'_, ()> {
        Box::pin(async {})
    }

    fn request_id(&self) -> String {
        String::from("call")
    }

    fn chance(&self) -> u8 {
        0
    }
}

pub fn files(all: &[(&str, &str)]) -> OwnFiles {
    OwnFiles::read(all.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect())
}

pub fn client_of(own: OwnFiles) -> Client {
    Client::new("https://own.example", Rc::new(Desk(own)), Rc::new(Idle), None).unwrap()
}

pub fn client(all: &[(&str, &str)]) -> Client {
    client_of(files(all))
}

pub fn run<T>(future: impl Future<Output = T>) -> T {
    pollster::block_on(future)
}

pub fn ask(own: &OwnFiles, method: Method, path: &str, body: Option<&str>) -> (u16, String) {
    let body = body.map(|body| body.as_bytes().to_vec());
    let url = format!("https://own.example{path}");
    let response = own.answer(&Request { method, url, headers: Vec::new(), body });
    (response.status, String::from_utf8(response.body).unwrap())
}

pub fn get(own: &OwnFiles, path: &str) -> (u16, String) {
    ask(own, Method::Get, path, None)
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

pub fn section_scope() -> Scope {
    Scope::Section(account(), profile(), SectionName::new(SECTION))
}

pub fn account_id() -> String {
    account_scope().id()
}

pub fn profile_id() -> String {
    profile_scope().id()
}

pub fn period(start: &str, end: &str) -> Period {
    Period { start: start.parse().unwrap(), end: end.parse().unwrap() }
}

pub fn march() -> Period {
    period("2026-03-01", "2026-03-31")
}

/// An ARM resource.
pub fn resource(id: &str, properties: &str) -> String {
    let name = id.rsplit('/').next().unwrap();
    format!(r#"{{"id":"{id}","name":"{name}","type":"x","properties":{{{properties}}}}}"#)
}

/// A list as the API answers it.
pub fn page(elements: &[String], rest: &str) -> String {
    format!(r#"{{"value":[{}]{rest}}}"#, elements.join(","))
}

pub fn list(elements: &[String]) -> String {
    page(elements, "")
}

pub fn an_account(name: &str, agreement: &str) -> String {
    let id = format!("/providers/Microsoft.Billing/billingAccounts/{name}");
    resource(&id, &format!(r#""displayName":"Contoso","agreementType":"{agreement}","accountStatus":"Active""#))
}

pub fn a_profile() -> String {
    resource(&profile_id(), r#""displayName":"Operations","currency":"EUR","invoiceDay":5"#)
}

pub fn an_invoice(name: &str, month: u32, total: &str) -> String {
    resource(&format!("{}/invoices/{name}", account_id()), &of_invoice(month, total))
}

/// The same as `az billing invoice list` prints it: its fields stand outside, sorted.
pub fn a_printed_invoice(name: &str, month: u32, total: &str) -> String {
    let id = format!("{}/invoices/{name}", account_id());
    format!(r#"{{{},"id":"{id}","name":"{name}","type":"x"}}"#, of_invoice(month, total))
}

fn of_invoice(month: u32, total: &str) -> String {
    format!(
        r#""status":"Due","invoiceDate":"2026-{:02}-05T00:00:00Z","invoicePeriodStartDate":"2026-{month:02}-01T00:00:00Z",
        "invoicePeriodEndDate":"2026-{month:02}-28T23:59:59.9999999Z","billingProfileId":"{}",
        "billingProfileDisplayName":"Operations","totalAmount":{{"currency":"EUR","value":{total}}},
        "billedAmount":{{"currency":"EUR","value":{total}}}"#,
        month + 1,
        profile_id()
    )
}

/// A usage row of an MCA account, saved at `scope`.
pub fn a_row(scope: &str, name: &str, day: &str, quantity: &str) -> String {
    format!(
        r#"{{"id":"{scope}/providers/Microsoft.Consumption/usageDetails/{name}","name":"{name}","kind":"modern",
        "type":"Microsoft.Consumption/usageDetails","properties":{{"date":"{day}T00:00:00.0000000Z","quantity":{quantity},
        "billingAccountId":"{ACCOUNT}","billingProfileId":"{PROFILE}","billingProfileName":"Operations",
        "invoiceSectionId":"{SECTION}","invoiceSectionName":"Web","subscriptionGuid":"{SUBSCRIPTION}",
        "billingCurrencyCode":"EUR","meterName":"{name}"}}}}"#
    )
}

/// A usage row of a pay-as-you-go subscription.
pub fn a_legacy_row(name: &str, day: &str, cost: &str) -> String {
    format!(
        r#"{{"id":"/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Billing/billingPeriods/202603/providers/Microsoft.Consumption/usageDetails/{name}",
        "name":"{name}","kind":"legacy","properties":{{"date":"{day}T00:00:00.0000000Z","quantity":1,"cost":{cost},
        "billingAccountId":"dddddddd-0000-4000-8000-000000000004","billingProfileId":"dddddddd","subscriptionId":"{SUBSCRIPTION}",
        "subscriptionName":"Pay-As-You-Go","billingCurrency":"EUR","offerId":"MS-AZR-0003P"}}}}"#
    )
}

/// How many of a kind are read, derived and repeated.
pub fn counted(own: &OwnFiles, kind: Kind) -> (usize, usize, usize) {
    let found = own.summary().kinds.iter().find(|it| it.kind == kind);
    found.map_or((0, 0, 0), |it| (it.read, it.derived, it.repeated))
}

pub fn sentences(own: &OwnFiles) -> Vec<String> {
    own.problems().iter().map(Problem::to_string).collect()
}
