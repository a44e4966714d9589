//! Which invoice somebody who misses one looks for.
use super::super::{
    Anchor, BillingSubscription, Charging, ExpectedInvoice, Invoice, InvoiceType, Period, service_invoices,
    support_invoices,
};
use chrono::NaiveDate;

/// The invoice that is looked for, by the rules: the one that charges the period that begins on `start`; else the newest that
/// is not in `list`. None when nothing is missing, and for what was bought: it has no periods, and its invoice may be another
/// subscription's. `account_day` is the day of the month on which the account's invoices are made, `today` a UTC day.
pub fn invoice_sought(
    subscription: &BillingSubscription,
    account_day: Anchor,
    list: &[Invoice],
    start: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<ExpectedInvoice> {
    let own = match subscription.charging() {
        Charging::Plan => InvoiceType::AzureSupport,
        Charging::Use | Charging::Purchase => InvoiceType::AzureServices,
    };
    let begun = |invoice: &ExpectedInvoice| invoice.periods.first().is_some_and(|period| period.start <= today);
    let all: Vec<ExpectedInvoice> = match subscription.charging() {
        Charging::Purchase => return None,
        Charging::Plan => {
            let plan = support_invoices(subscription.created?, account_day, subscription.ended_on());
            plan.take_while(begun).collect()
        }
        Charging::Use => {
            let cycle = subscription.cycle()?;
            service_invoices(&cycle, account_day).take_while(begun).collect()
        }
    };
    // What was bought through it has invoices of the same days.
    let is_own = |invoice: &&Invoice| invoice.invoice_type.as_ref().is_none_or(|kind| *kind == own);
    let charged: Vec<Period> = list.iter().filter(is_own).filter_map(|invoice| invoice.period).collect();
    let is_listed = |period: &Period| charged.iter().any(|of| of.contains(period.end));
    let sought = |invoice: &&ExpectedInvoice| match start {
        Some(start) => invoice.periods.iter().any(|period| period.start == start),
        None => !invoice.periods.iter().all(is_listed),
    };
    // Oldest first: of those that are over, the newest; the open one only when none is missing.
    let is_over = |invoice: &&ExpectedInvoice| invoice.periods.iter().all(|period| period.end < today);
    let mut missing = all.iter().rev().filter(sought);
    let closed = all.iter().rev().filter(sought).find(is_over);
    closed.or_else(|| missing.next()).cloned()
}
