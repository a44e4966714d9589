//! The pay-as-you-go subscriptions of the tenant at the day it is looked at: their billing periods by the rules of
//! `billing`, their usage, and the invoices that are computed from it.
mod bills;
mod data;
mod usage;

pub(super) use bills::{Bill, BillFault};
pub(super) use data::PayAsYouGo;

use super::month::Month;
use super::seed::Seed;
use super::tenant::Account;
use crate::billing::{
    Anchor, BillingCycle, BillingSubscription, Currency, Money, MoneyError, ProductCategory, SubscriptionStatus,
    Suspension, SuspensionReason,
};
use chrono::{Datelike, NaiveDate};
use data::{Plan, Terms};
use rust_decimal::Decimal;

/// A subscription on a day.
pub(super) struct Subscription<'a> {
    seed: &'a Seed,
    /// The account it is billed by.
    pub(super) account: &'a Account,
    terms: &'a Terms,
    pub(super) plan: &'a Plan,
    today: NaiveDate,
    /// The day of the month its account was made on.
    pub(super) account_day: Anchor,
    /// The day it was made.
    pub(super) created: NaiveDate,
    /// The day from which the reason holds.
    since: Option<NaiveDate>,
    /// Its last day with usage.
    stopped: Option<NaiveDate>,
    currency: Currency,
}

/// The day an account was made, where the tenant tells it.
pub(super) fn account_made(seed: &Seed, account: &Account, today: NaiveDate) -> Option<NaiveDate> {
    let terms = seed.pay_as_you_go.accounts.iter().find(|terms| terms.account == account.name)?;
    Some(terms.made.on(Month::of(today), today))
}

/// Every subscription of every account, in the order of the file.
pub(super) fn all(seed: &Seed, today: NaiveDate) -> impl Iterator<Item = Subscription<'_>> {
    seed.pay_as_you_go.accounts.iter().flat_map(move |terms| {
        let account = seed.accounts.iter().find(|account| account.name == terms.account);
        let made = terms.made.on(Month::of(today), today);
        // Counted from the last day of the account that is over: whether an invoice is there depends on it.
        let mut from = Month::of(today);
        if from.day(made.day()) >= today {
            from = from.back(1);
        }
        let currency = Currency::parse(&terms.currency).unwrap_or(Currency::EUR);
        account.into_iter().flat_map(move |account| {
            terms.subscriptions.iter().map(move |plan| Subscription {
                seed,
                account,
                terms,
                plan,
                today,
                account_day: Anchor::of(made),
                created: plan.made.on(from, today),
                since: plan.since.or(plan.stopped).map(|when| when.on(from, today)),
                stopped: plan.stopped.map(|when| when.on(from, today)),
                currency,
            })
        })
    })
}

impl Subscription<'_> {
    /// Its charges of a span of days, without tax.
    pub(super) fn charges(&self, from: NaiveDate, until: NaiveDate) -> Result<Money, BillFault> {
        let period = crate::billing::Period { start: from, end: until };
        let mut sum = Money::zero(self.currency);
        for line in self.statement(period)? {
            sum = sum.plus(&line.value)?;
        }
        Ok(sum)
    }

    pub(super) fn is_support_plan(&self) -> bool {
        self.plan.category == "AzureSupport"
    }

    /// As `billing` knows it, without its charges.
    pub(super) fn to_billing(&self) -> BillingSubscription {
        let suspension = self
            .plan
            .reason
            .as_deref()
            .map(|reason| Suspension { reason: SuspensionReason::from_wire(reason), effective: self.since });
        BillingSubscription {
            account: self.account.name.as_str().into(),
            id: self.plan.id.as_str().into(),
            display_name: self.plan.name.clone(),
            offer: self.plan.offer.as_deref().map(Into::into),
            status: SubscriptionStatus::from_wire(&self.plan.status),
            suspensions: suspension.into_iter().collect(),
            product_category: Some(ProductCategory::from_wire(&self.plan.category)),
            created: Some(self.created),
            term_end: None,
            cancelled: None,
            month_to_date: None,
            last_month: None,
        }
    }

    /// Kind of card its account pays with; none for who pays by bank transfer.
    pub(super) fn card(&self) -> Option<&str> {
        self.terms.card.as_deref()
    }

    /// Its billing currency.
    pub(super) fn currency(&self) -> Currency {
        self.currency
    }

    fn cycle(&self) -> BillingCycle {
        self.to_billing().cycle().unwrap_or_else(|| BillingCycle::new(self.created))
    }

    /// The first day on which nothing is known yet, or nothing is used any more.
    fn usage_end(&self) -> NaiveDate {
        let stopped = self.stopped.and_then(|day| day.succ_opt());
        stopped.map_or(self.today, |stopped| stopped.min(self.today))
    }

    /// The list price of a meter in the currency of the account.
    fn list_price(&self, dollars: Decimal) -> Result<Money, MoneyError> {
        let price = crate::billing::exact_product(dollars, self.terms.price_factor)?;
        Ok(Money::new(price, self.currency))
    }
}
