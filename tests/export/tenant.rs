//! The sandbox's tenant as FOCUS files, made with the real client and the real engine.
use chrono::{DateTime, NaiveDate, Utc};
use factuur::arm::{
    ArmError, Client, Host, LocalFuture, Request, Response, Transport, TransportError, UsageKind, UsagePages,
};
use factuur::billing::{CostMetric, Period, Scope, SubscriptionId};
use factuur::export::focus::{FocusFile, FocusPlan, FocusVersion, Lookups};
use factuur::export::{CellMode, ExportError, Target};
use factuur::sandbox::{Clock, Sandbox, Seed, Store, StoreError};
use std::rc::Rc;
use std::time::Duration;

pub const ACCOUNT: &str = "5d0e0f3a-41c7-4f0b-8b9c-2f6f7c1d9a10:7b6c1f44-90de-4c3a-a1d8-3e5b9f2a6c01_2019-05-31";
pub const PROFILES: [&str; 3] = ["R4ZK-W8PT-BG7-QLD", "M2XJ-9HVC-BG7-UTS", "D7NB-3KYF-BG7-WRC"];
const PARTNER: &str = "9a4b7c2d-63e1-4d5f-9c0a-8e1f2b3c4d55:c3d2e1f0-5a6b-4c7d-8e9f-0a1b2c3d4e66_2019-05-31";
const PARTNER_PROFILE: &str = "F3HS-7RDL-BG7-EKV";
const MOSP: &str = "0f7a2c1e-8b35-4e9d-a6c4-51d2e3f4a5b6";
/// Who sees the customer agreement and the pay-as-you-go account, and who sees the partner agreement.
const OWNER: u32 = 1;
const PARTNER_OWNER: u32 = 17;

/// A month in which a reservation is given back, and one in which one is bought.
pub const CLOSED: &[(&str, &str)] = &[("2025-11-01", "2025-11-30"), ("2025-12-01", "2025-12-31")];
/// The month that is not on an invoice yet.
pub const OPEN: &[(&str, &str)] = &[("2026-03-01", "2026-03-31")];

#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Arm(#[from] ArmError),
    #[error(transparent)]
    Export(#[from] ExportError),
}

struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> DateTime<Utc> {
        "2026-03-17T10:00:00Z".parse().expect("a time")
    }
}

struct Nothing;

impl Store for Nothing {
    fn load(&self) -> Result<Option<String>, StoreError> {
        Ok(None)
    }

    fn save(&self, _: &str) -> Result<(), StoreError> {
        Ok(())
    }
}

struct Tab(Sandbox);

impl Transport for Tab {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let response = self.0.handle(&request);
        Box::pin(async move { Ok(response) })
    }
}

impl Host for Tab {
    fn sleep(&self, _: Duration) -> LocalFuture<'_, ()> {
        Box::pin(async {})
    }

    fn request_id(&self) -> String {
        "1".to_owned()
    }

    fn chance(&self) -> u8 {
        0
    }
}

fn files(folder: &str, names: &[&'static str]) -> Vec<(&'static str, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/").to_owned() + folder + "/";
    names.iter().map(|name| (*name, std::fs::read(format!("{folder}{name}")).expect("a file of the site"))).collect()
}

fn borrowed<'f>(files: &'f [(&'static str, Vec<u8>)]) -> Vec<(&'f str, &'f [u8])> {
    files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect()
}

/// The tables of the site.
pub fn lookups() -> Lookups {
    Lookups::parse(&borrowed(&files("lookup", &Lookups::FILES))).expect("the tables are sound")
}

fn client(who: u32) -> Client {
    let seed = Seed::parse(&borrowed(&files("sandbox", &Seed::FILES))).expect("the tenant is sound");
    let tab = Rc::new(Tab(Sandbox::new(seed, Box::new(Nothing), Rc::new(Fixed))));
    let token = format!("sandbox.a0000000-0000-4000-8000-{who:012}");
    Client::new("https://sandbox.example", tab.clone(), tab, Some(token)).expect("a client")
}

/// First and last days of months.
type Months = [(&'static str, &'static str)];

fn periods(months: &Months) -> impl Iterator<Item = Period> {
    let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
    months.iter().map(move |(start, end)| Period { start: day(start), end: day(end) })
}

fn add(
    file: &mut FocusFile,
    lookups: &Lookups,
    mut pages: UsagePages,
    from: (UsageKind, CostMetric),
) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    while let Some(page) = pollster::block_on(pages.next())? {
        file.page(lookups, |rows| {
            page.each(from.0, &mut |record| rows.add(record, from.1).map_err(Fault::from)).map(drop)
        })?;
        bytes.extend_from_slice(file.exporter().bytes());
    }
    Ok(bytes)
}

fn agreement(
    version: FocusVersion,
    who: u32,
    account: &str,
    profiles: &[&str],
    months: &Months,
) -> Result<Vec<u8>, Fault> {
    let (client, lookups) = (client(who), lookups());
    let mut file = FocusFile::new(FocusPlan::whole(version, Target::Csv, CellMode::Exact))?;
    let mut bytes = file.exporter().bytes().to_vec();
    for profile in profiles {
        let scope = Scope::Profile(account.into(), (*profile).into());
        for period in periods(months) {
            for metric in [CostMetric::Amortized, CostMetric::Actual] {
                let pages = client.usage_pages(&scope, period, metric)?;
                bytes.extend(add(&mut file, &lookups, pages, (UsageKind::Modern, metric))?);
            }
        }
    }
    file.finish()?;
    bytes.extend_from_slice(file.exporter().bytes());
    Ok(bytes)
}

/// The three profiles of the customer agreement.
pub fn customer(version: FocusVersion, months: &Months) -> Result<Vec<u8>, Fault> {
    agreement(version, OWNER, ACCOUNT, &PROFILES, months)
}

/// One profile of the customer agreement.
pub fn profile(version: FocusVersion, name: &str) -> Result<Vec<u8>, Fault> {
    agreement(version, OWNER, ACCOUNT, &[name], CLOSED)
}

/// A profile of the partner agreement.
pub fn partner(version: FocusVersion) -> Result<Vec<u8>, Fault> {
    agreement(version, PARTNER_OWNER, PARTNER, &[PARTNER_PROFILE], CLOSED)
}

/// The subscriptions of the pay-as-you-go account.
pub fn pay_as_you_go(version: FocusVersion) -> Result<Vec<u8>, Fault> {
    let (client, lookups) = (client(OWNER), lookups());
    let mut file = FocusFile::new(FocusPlan::whole(version, Target::Csv, CellMode::Exact))?;
    let mut bytes = file.exporter().bytes().to_vec();
    let all = pollster::block_on(client.billing_subscriptions(&MOSP.into()))?;
    for id in all.into_iter().map(|it| it.id).filter(|id: &SubscriptionId| !id.as_str().is_empty()) {
        for period in periods(OPEN) {
            let pages = client.subscription_usage_pages(&id, period)?;
            match add(&mut file, &lookups, pages, (UsageKind::Legacy, CostMetric::Amortized)) {
                Ok(rows) => bytes.extend(rows),
                // What is no subscription for services has no usage.
                Err(Fault::Arm(ArmError::Service(_))) => {}
                Err(fault) => return Err(fault),
            }
        }
    }
    file.finish()?;
    bytes.extend_from_slice(file.exporter().bytes());
    Ok(bytes)
}
