//! What the tenant's file of pay-as-you-go accounts has. Days are counted back from the clock, so that the tenant is of the
//! same age whenever it is looked at.
use super::super::month::{Month, after};
use super::super::store::KeptEmail;
use super::super::tenant::{exact, exact_list};
use crate::billing::PurchaseKind;
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::sandbox) struct PayAsYouGo {
    /// Free of charge in every period.
    pub(super) included: Vec<Included>,
    pub(super) accounts: Vec<Terms>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Included {
    pub(super) meter: String,
    #[serde(deserialize_with = "exact")]
    pub(super) quantity: Decimal,
}

/// How an account is billed.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Terms {
    pub(super) account: String,
    pub(super) made: When,
    pub(super) currency: String,
    /// List price in dollars to list price in the currency.
    #[serde(deserialize_with = "exact")]
    pub(super) price_factor: Decimal,
    #[serde(deserialize_with = "exact_list")]
    pub(super) tax_rates: Vec<Decimal>,
    /// Kind of card; none for who pays by bank transfer.
    pub(super) card: Option<String>,
    pub(super) subscriptions: Vec<Plan>,
}

/// A subscription, a support plan or a reservation.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::sandbox) struct Plan {
    pub(in crate::sandbox) id: String,
    pub(in crate::sandbox) name: String,
    pub(in crate::sandbox) offer: Option<String>,
    #[serde(default = "usage_based")]
    pub(in crate::sandbox) category: String,
    /// `None`, `Benefit`, `Free`, `Paid`, `PrePaid`.
    pub(in crate::sandbox) billing_type: String,
    pub(in crate::sandbox) status: String,
    /// Why it is stopped or warned, from the day `stopped` or `since` on.
    pub(in crate::sandbox) reason: Option<String>,
    pub(super) made: When,
    /// The day it was warned.
    pub(super) since: Option<When>,
    /// Its last day with usage.
    pub(super) stopped: Option<When>,
    /// Days its invoices take.
    #[serde(default)]
    pub(super) delay: u32,
    /// Credit of each period.
    #[serde(default, deserialize_with = "exact")]
    pub(super) credit: Decimal,
    /// Price of each month of a support plan.
    #[serde(default, deserialize_with = "exact")]
    pub(super) price: Decimal,
    #[serde(default)]
    pub(in crate::sandbox) access: bool,
    #[serde(default)]
    pub(in crate::sandbox) roles: Vec<PlanRole>,
    #[serde(default)]
    pub(in crate::sandbox) email: KeptEmail,
    /// Status of the newest invoices for services or support, the newest being 1; the others are paid.
    #[serde(default)]
    pub(super) statuses: BTreeMap<u32, String>,
    #[serde(default)]
    pub(super) uses: Vec<Use>,
    #[serde(default)]
    pub(super) purchases: Vec<Buy>,
}

/// Who holds an Azure role.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::sandbox) struct PlanRole {
    pub(in crate::sandbox) role: String,
    pub(in crate::sandbox) principal: String,
}

/// A resource with one meter, used on every day.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Use {
    /// Id of the meter.
    pub(super) meter: String,
    pub(super) group: String,
    pub(super) resource: String,
    /// Used in this month of the year only.
    pub(super) only: Option<u32>,
}

/// Something that is bought.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Buy {
    kind: String,
    pub(super) name: String,
    #[serde(deserialize_with = "exact")]
    pub(super) price: Decimal,
    pub(super) day: u32,
    /// The months of the year; none for all.
    #[serde(default)]
    pub(super) months: Vec<u32>,
}

impl Buy {
    pub(super) fn kind(&self) -> PurchaseKind {
        match self.kind.as_str() {
            "Reservation" => PurchaseKind::Reservation,
            "SpotVm" => PurchaseKind::SpotVm,
            _ => PurchaseKind::Marketplace,
        }
    }
}

/// A day, counted back.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(super) struct When {
    months: u32,
    /// Day of that month; none to count by `days`.
    day: Option<u32>,
    days: u64,
}

impl When {
    /// The day, seen from `today` by the days, or from the month `from` by the months. A month that does not have the day
    /// gives way to the one before, so that what was made on a 31st was.
    pub(super) fn on(self, from: Month, today: NaiveDate) -> NaiveDate {
        let Some(day) = self.day else {
            return today.checked_sub_days(Days::new(self.days)).unwrap_or(today);
        };
        let month = from.back(self.months);
        // No two months in a row are too short.
        let month = if month.days() < day { month.back(1) } else { month };
        after(month.first(), day.saturating_sub(1))
    }
}

fn usage_based() -> String {
    "UsageBased".to_owned()
}
