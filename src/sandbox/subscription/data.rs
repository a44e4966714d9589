//! What the tenant's file of pay-as-you-go accounts has. Days are counted back from the clock, so that the tenant is of the
//! same age whenever it is looked at.
use super::super::month::{Month, after};
use super::super::read::{exact, exact_list, statuses, text, whole};
use super::super::store::{KeptEmail, KeptTerms};
use crate::arm::DecodeError;
use crate::arm::wire::Fields;
use crate::billing::PurchaseKind;
use crate::json::Json;
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The file.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct PayAsYouGo {
    /// Free of charge in every period.
    pub(super) included: Vec<Included>,
    pub(super) accounts: Vec<Terms>,
}

#[derive(Debug, Clone)]
pub(super) struct Included {
    pub(super) meter: String,
    pub(super) quantity: Decimal,
}

/// How an account is billed.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    pub(super) account: String,
    pub(super) made: When,
    pub(super) currency: String,
    /// List price in dollars to list price in the currency.
    pub(super) price_factor: Decimal,
    pub(super) tax_rates: Vec<Decimal>,
    /// Kind of card; none for who pays by bank transfer.
    pub(super) card: Option<String>,
    pub(super) subscriptions: Vec<Plan>,
}

/// A subscription, a support plan or a reservation.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct Plan {
    pub(in crate::sandbox) id: String,
    pub(in crate::sandbox) name: String,
    pub(in crate::sandbox) offer: Option<String>,
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
    pub(super) delay: u32,
    /// Credit of each period.
    pub(super) credit: Decimal,
    /// Price of each month of a support plan.
    pub(super) price: Decimal,
    pub(in crate::sandbox) access: bool,
    pub(in crate::sandbox) roles: Vec<PlanRole>,
    pub(in crate::sandbox) email: KeptEmail,
    /// Status of the newest invoices for services or support, the newest being 1; the others are paid.
    pub(super) statuses: BTreeMap<u32, String>,
    pub(super) uses: Vec<Use>,
    pub(super) purchases: Vec<Buy>,
}

/// Who holds an Azure role.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct PlanRole {
    pub(in crate::sandbox) role: String,
    pub(in crate::sandbox) principal: String,
}

/// A resource with one meter, used on every day.
#[derive(Debug, Clone)]
pub(super) struct Use {
    /// Id of the meter.
    pub(super) meter: String,
    pub(super) group: String,
    pub(super) resource: String,
    /// Used in this month of the year only.
    pub(super) only: Option<u32>,
}

/// Something that is bought.
#[derive(Debug, Clone)]
pub(super) struct Buy {
    kind: String,
    pub(super) name: String,
    pub(super) price: Decimal,
    pub(super) day: u32,
    /// The months of the year; none for all.
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
#[derive(Debug, Clone, Copy, Default)]
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

type Read<T> = Result<T, DecodeError>;

impl PayAsYouGo {
    pub(in crate::sandbox) fn read(json: &Json<'_>) -> Read<PayAsYouGo> {
        let it = Fields::of(json);
        it.end(PayAsYouGo { included: it.each("included", &included), accounts: it.each("accounts", &terms) })
    }
}

fn included(json: &Json<'_>) -> Read<Included> {
    let it = Fields::of(json);
    it.end(Included { meter: it.required("meter"), quantity: exact(&it, "quantity") })
}

fn terms(json: &Json<'_>) -> Read<Terms> {
    let it = Fields::of(json);
    it.end(Terms {
        account: it.required("account"),
        made: when(&it, "made").unwrap_or_default(),
        currency: it.required("currency"),
        price_factor: exact(&it, "priceFactor"),
        tax_rates: exact_list(&it, "taxRates"),
        card: it.text("card"),
        subscriptions: it.each("subscriptions", &plan),
    })
}

fn plan(json: &Json<'_>) -> Read<Plan> {
    let it = Fields::of(json);
    it.end(Plan {
        id: it.required("id"),
        name: it.required("name"),
        offer: it.text("offer"),
        category: it.text("category").unwrap_or_else(|| "UsageBased".to_owned()),
        billing_type: it.required("billingType"),
        status: it.required("status"),
        reason: it.text("reason"),
        made: when(&it, "made").unwrap_or_default(),
        since: when(&it, "since"),
        stopped: when(&it, "stopped"),
        delay: whole(&it, "delay"),
        credit: exact(&it, "credit"),
        price: exact(&it, "price"),
        access: it.flag("access").unwrap_or_default(),
        roles: it.each("roles", &role),
        email: it.keep(it.field("email").map_or(Ok(KeptEmail::default()), email)),
        statuses: statuses(&it),
        uses: it.each("uses", &used),
        purchases: it.each("purchases", &buy),
    })
}

/// A day counted back; none where it is missing.
fn when(it: &Fields<'_, '_>, name: &str) -> Option<When> {
    let json = it.field(name)?;
    let days = Fields::of(json);
    let when = When { months: whole(&days, "months"), day: days.whole("day"), days: whole(&days, "days").into() };
    Some(it.keep(days.end(when)))
}

fn role(json: &Json<'_>) -> Read<PlanRole> {
    let it = Fields::of(json);
    it.end(PlanRole { role: it.required("role"), principal: it.required("principal") })
}

fn email(json: &Json<'_>) -> Read<KeptEmail> {
    let version = json.inside("terms")?.text("version")?;
    let terms = version.map(|version| KeptTerms { version, accepted_on: String::new() });
    Ok(KeptEmail { terms, preferred_address: json.text("preferredAddress")?, recipients: json.texts("recipients")? })
}

fn used(json: &Json<'_>) -> Read<Use> {
    let it = Fields::of(json);
    it.end(Use {
        meter: it.required("meter"),
        group: it.required("group"),
        resource: it.required("resource"),
        only: it.whole("only"),
    })
}

fn buy(json: &Json<'_>) -> Read<Buy> {
    let it = Fields::of(json);
    let month = |json: &Json<'_>| json.raw.parse().map_err(|_| DecodeError::new("", "not a month"));
    it.end(Buy {
        kind: text(&it, "kind"),
        name: it.required("name"),
        price: exact(&it, "price"),
        day: whole(&it, "day"),
        months: it.each("months", &month),
    })
}
