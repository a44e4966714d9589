//! The real client over a sandbox, as a tab of the browser has it.
use crate::support::{Shared, person, sandbox_with};
use factuur::arm::{Client, Host, LocalFuture, Request, Response, Transport, TransportError, UsageKind};
use factuur::billing::*;
use factuur::sandbox::Sandbox;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

pub const TODAY: &str = "2026-11-21T12:00:00Z";
pub const CLOCKS: [&str; 6] = [
    TODAY,
    "2026-12-02T08:00:00Z",
    "2027-03-01T00:00:00Z",
    "2027-03-03T23:59:00Z",
    "2028-02-29T12:00:00Z",
    "2027-01-31T12:00:00Z",
];

pub const MOSP: &str = "0f7a2c1e-8b35-4e9d-a6c4-51d2e3f4a5b6";
pub const DUINHOVEN: &str = "b83e1c46-5f09-4d72-ae61-97c4d0f8b235";
pub const SWEDISH: &str = "1e64b0d9-27af-4c38-9b15-c0a8f3d27e61";
pub const TRIAL: &str = "6c20f5a7-91d3-4be8-8f40-2d7e5ab3c914";
pub const ENTERPRISE: &str = "82749163";
/// Pay-as-you-go accounts with their administrators.
pub const ADMINISTERED: [(&str, u32); 4] = [(MOSP, 1), (DUINHOVEN, 25), (SWEDISH, 26), (TRIAL, 26)];

struct Tab {
    sandbox: Rc<Sandbox>,
    ids: Cell<u32>,
}

impl Transport for Tab {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let response = self.sandbox.handle(&request);
        Box::pin(async move { Ok(response) })
    }
}

impl Host for Tab {
    fn sleep(&self, _: Duration) -> LocalFuture<'_, ()> {
        Box::pin(async {})
    }

    fn request_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        self.ids.get().to_string()
    }

    fn chance(&self) -> u8 {
        0
    }
}

pub fn at(now: &'static str) -> Rc<Sandbox> {
    Rc::new(sandbox_with(Shared::default(), now))
}

pub fn client(sandbox: &Rc<Sandbox>, who: u32) -> Client {
    let tab = Rc::new(Tab { sandbox: sandbox.clone(), ids: Cell::new(0) });
    let token = format!("sandbox.{}", person(who));
    Client::new("https://sandbox.example", tab.clone(), tab, Some(token)).unwrap()
}

pub fn run<T>(future: impl Future<Output = T>) -> T {
    pollster::block_on(future)
}

pub fn day(text: &str) -> chrono::NaiveDate {
    text.get(..10).unwrap().parse().unwrap()
}

pub fn subscriptions(client: &Client, account: &str) -> Vec<BillingSubscription> {
    run(client.billing_subscriptions(&account.into())).unwrap()
}

/// The subscription whose name begins so.
pub fn named(client: &Client, account: &str, name: &str) -> BillingSubscription {
    let mut all = subscriptions(client, account).into_iter();
    all.find(|it| it.display_name.starts_with(name)).unwrap_or_else(|| panic!("{name} is there"))
}

/// Every account that the caller sees, whatever the directory.
pub fn account_of(client: &Client, name: &str) -> BillingAccount {
    run(client.billing_account(&name.into())).unwrap()
}

pub fn account_day(client: &Client, name: &str) -> Anchor {
    Anchor::of(account_of(client, name).created.expect("a pay-as-you-go account says when it was made"))
}

/// The daily usage of a span of days, page by page.
pub fn daily(client: &Client, id: &SubscriptionId, period: Period) -> Vec<DailyUsage> {
    let mut pages = client.subscription_usage_pages(id, period).unwrap();
    let mut all = Vec::new();
    while let Some(page) = run(pages.next()).unwrap() {
        all.extend(page.records(UsageKind::Legacy).unwrap().iter().map(|record| record.daily().unwrap()));
    }
    all
}

/// Whether the caller may download the invoices of a subscription, by what the API tells them.
pub fn right(client: &Client, id: &SubscriptionId) -> InvoiceAccess {
    let me = run(client.me()).unwrap();
    let property = run(client.billing_property(id)).ok();
    let caller = Caller {
        principal: me.principal.id,
        groups: Some(me.memberships),
        is_account_admin: property.and_then(|property| property.is_account_admin),
    };
    let switch = run(client.invoice_access(id)).unwrap_or(AccessSwitch::Unknown);
    let roles = run(client.subscription_roles(id)).ok();
    may_download(&caller, id, false, switch, roles.as_deref())
}
