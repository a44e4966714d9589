//! The billing periods of a subscription with what became of each: what its list of invoices shows (seed S000-11).
use super::{
    Anchor, BillingPeriod, BillingSubscription, Charging, Invoice, InvoiceStatus, InvoiceType, InvoiceWindow, Period,
    service_invoices, support_invoices,
};
use chrono::{Datelike, NaiveDate};

/// What became of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodOutcome {
    /// It is not over.
    Open,
    /// This is its invoice.
    Invoiced(Box<Invoice>),
    /// It is over and there is no invoice; with the days on which one is expected, where the rules tell them.
    NotAvailable(Option<InvoiceWindow>),
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodEntry {
    /// Its days, UTC.
    pub period: Period,
    /// True when it is shorter than the rule has it: see [`BillingPeriod::is_partial`].
    pub is_partial: bool,
    /// What became of it.
    pub outcome: PeriodOutcome,
}

impl PeriodEntry {
    /// Its invoice, if it has one.
    pub fn invoice(&self) -> Option<&Invoice> {
        match &self.outcome {
            PeriodOutcome::Invoiced(invoice) => Some(invoice),
            PeriodOutcome::Open | PeriodOutcome::NotAvailable(_) => None,
        }
    }

    /// Its invoice, if it ends with it: of the periods that one invoice charges, the last tells the invoice's amounts.
    pub fn ending_invoice(&self) -> Option<&Invoice> {
        self.invoice().filter(|invoice| invoice.period.is_none_or(|of| of.end <= self.period.end))
    }
}

/// The day of the month on which an account's invoices are made, as far as its own invoices tell it: Azure has no field for
/// it. They are made on that day or up to two days later (seed S001-03), so it is the earliest day of the month that an
/// invoice for Azure services has; three invoices at least, or one late invoice would be taken for the rule. The end of a
/// month is not told apart: day 31 shows as 28 where February has an invoice.
pub fn observed_account_day(invoices: &[Invoice]) -> Option<Anchor> {
    let services = invoices.iter().filter(|invoice| invoice.invoice_type == Some(InvoiceType::AzureServices));
    let days: Vec<u32> = services.filter_map(|invoice| Some(invoice.invoice_date?.day())).collect();
    if days.len() < 3 {
        return None;
    }
    days.into_iter().min().and_then(Anchor::new)
}

/// The last `most` periods of `subscription` up to the day `today` (UTC), the newest first, each with the invoice among
/// `invoices` that charges it, and every invoice that is for something else (Marketplace, reservations) beside them.
/// `account_day` is the day of the month on which the account's invoices are made; without it no expected day is told.
///
/// Where there are no periods by rule, as [`begun_periods`] says, the invoices alone are the list.
pub fn period_history(
    subscription: &BillingSubscription,
    invoices: &[Invoice],
    account_day: Option<Anchor>,
    today: NaiveDate,
    most: usize,
) -> Vec<PeriodEntry> {
    let is_plan = subscription.charging() == Charging::Plan;
    let own = if is_plan { InvoiceType::AzureSupport } else { InvoiceType::AzureServices };
    let is_own = |invoice: &Invoice| invoice.invoice_type.as_ref().is_none_or(|kind| *kind == own);
    let begun = begun_periods(subscription, today);
    let charging = |period: Period| {
        let covers = |of: Period| of.start <= period.start && of.end >= period.end;
        let of_it = invoices.iter().filter(|invoice| is_own(invoice) && invoice.period.is_some_and(covers));
        // The one that counts, where another was void.
        of_it.min_by_key(|invoice| invoice.status == InvoiceStatus::Void)
    };
    let mut entries: Vec<PeriodEntry> = Vec::new();
    for one in begun.iter().rev().take(most) {
        let outcome = match charging(one.period) {
            Some(invoice) => PeriodOutcome::Invoiced(Box::new(invoice.clone())),
            None if !is_plan && one.period.end >= today => PeriodOutcome::Open,
            None => PeriodOutcome::NotAvailable(account_day.and_then(|day| expected(subscription, one.period, day))),
        };
        entries.push(PeriodEntry { period: one.period, is_partial: one.is_partial, outcome });
    }
    let listed: Vec<&Invoice> = begun.iter().filter_map(|one| charging(one.period)).collect();
    let beside = invoices.iter().filter(|invoice| !listed.iter().any(|known| known.name == invoice.name));
    entries.extend(beside.filter_map(|invoice| {
        let outcome = PeriodOutcome::Invoiced(Box::new(invoice.clone()));
        Some(PeriodEntry { period: invoice.period?, is_partial: false, outcome })
    }));
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.period.start, entry.period.end)));
    entries
}

/// The periods that have begun on the day `today` (UTC), in their order: billing periods, or the months of a support plan. None
/// for what was bought (see [`Charging::Purchase`]), and none when the day the subscription was made is not told.
pub fn begun_periods(subscription: &BillingSubscription, today: NaiveDate) -> Vec<BillingPeriod> {
    let Some(created) = subscription.created else {
        return Vec::new();
    };
    match subscription.charging() {
        Charging::Purchase => Vec::new(),
        Charging::Plan => {
            let months = support_invoices(created, Anchor::of(created), subscription.ended_on());
            let months = months.flat_map(|invoice| invoice.periods).take_while(|month| month.start <= today);
            months.map(|period| BillingPeriod { period, is_partial: false }).collect()
        }
        Charging::Use => {
            let cycle = subscription.cycle();
            cycle.iter().flat_map(|cycle| cycle.periods().take_while(|one| one.period.start <= today)).collect()
        }
    }
}

/// When the invoice of `period` comes.
fn expected(subscription: &BillingSubscription, period: Period, account_day: Anchor) -> Option<InvoiceWindow> {
    if subscription.charging() == Charging::Plan {
        let mut plan = support_invoices(subscription.created?, account_day, subscription.ended_on());
        return plan.find(|invoice| invoice.periods.contains(&period)).map(|invoice| invoice.window);
    }
    let cycle = subscription.cycle()?;
    let mut services = service_invoices(&cycle, account_day);
    services.find(|invoice| invoice.periods.contains(&period)).map(|invoice| invoice.window)
}
