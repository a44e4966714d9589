//! Billing periods of a pay-as-you-go subscription, and the days its invoices come (seeds S001-03 and S003-03).
//!
//! The period follows from the day of the month on which the *subscription* was made: made on the 5th, it runs from the 5th
//! to the 4th. The invoice comes on the day of the month on which the *account* was made, or up to two days later.
use super::{BillingSubscription, Period};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A day of the month from which something repeats, 1 to 31. In a month that is too short it is the last day; the month
/// after has the day itself again, so that it never drifts: 31 January, 28 February, 31 March.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Anchor(u32);

impl Anchor {
    /// The `day` of the month; none below 1 and above 31.
    pub fn new(day: u32) -> Option<Anchor> {
        (1..=31).contains(&day).then_some(Anchor(day))
    }

    /// The day of the month of `date`: the anchor of what was made on that day.
    pub fn of(date: NaiveDate) -> Anchor {
        Anchor(date.day())
    }

    /// The day, 1 to 31.
    pub fn day(self) -> u32 {
        self.0
    }

    /// Its day in the month that `date` lies in.
    fn in_month_of(self, date: NaiveDate) -> Option<NaiveDate> {
        let last = Period::month_of(date)?.end;
        if self.0 >= last.day() { Some(last) } else { date.with_day(self.0) }
    }

    /// The first of its days that is `date` or later; none at the end of the calendar.
    pub fn on_or_after(self, date: NaiveDate) -> Option<NaiveDate> {
        let here = self.in_month_of(date)?;
        if here >= date { Some(here) } else { self.in_month_of(date.checked_add_months(Months::new(1))?) }
    }

    /// The whole billing period that `date` lies in: from one of its days to the day before the next. None at the ends of
    /// the calendar, some 262,000 years away.
    pub fn period_containing(self, date: NaiveDate) -> Option<Period> {
        let here = self.in_month_of(date)?;
        let start = if here <= date { here } else { self.in_month_of(date.checked_sub_months(Months::new(1))?)? };
        let next = self.in_month_of(start.checked_add_months(Months::new(1))?)?;
        Some(Period { start, end: next.pred_opt()? })
    }

    /// The whole period after the one that `period` begins in.
    pub fn next(self, period: Period) -> Option<Period> {
        self.period_containing(self.period_containing(period.start)?.end.succ_opt()?)
    }

    /// The whole period before the one that `period` begins in.
    pub fn previous(self, period: Period) -> Option<Period> {
        self.period_containing(self.period_containing(period.start)?.start.pred_opt()?)
    }
}

/// A period of one subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BillingPeriod {
    /// Its days, UTC.
    pub period: Period,
    /// True when it is shorter than the rule has it: the subscription ended in it, or its anchor was changed.
    pub is_partial: bool,
}

/// When the periods of one subscription begin and end.
///
/// The day it was made is the anchor, so the first period begins on that day and is whole: there is no partial first
/// period. A period is partial only when the subscription ended in it (cancelled, or moved to another account), or when its
/// anchor was changed: then one period is cut short on the day before, and the next begins on the day of the change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillingCycle {
    created: NaiveDate,
    ended: Option<NaiveDate>,
    /// Later anchors with their first days, earliest first.
    changes: Vec<(NaiveDate, Anchor)>,
}

impl BillingCycle {
    /// The cycle of a subscription made on the UTC day `created`.
    pub fn new(created: NaiveDate) -> BillingCycle {
        BillingCycle { created, ended: None, changes: Vec::new() }
    }

    /// Ends it: its last period ends on that day, which is the last one charged.
    pub fn ending(self, ended: Option<NaiveDate>) -> BillingCycle {
        BillingCycle { ended, ..self }
    }

    /// Counts by another anchor from the day `from` on. A change before the subscription was made has no effect.
    pub fn anchored_from(mut self, from: NaiveDate, anchor: Anchor) -> BillingCycle {
        self.changes.retain(|(day, _)| *day != from);
        if from > self.created {
            self.changes.push((from, anchor));
            self.changes.sort_unstable();
        }
        self
    }

    /// The periods in their order, without gap or overlap; without end for a subscription that has none.
    pub fn periods(&self) -> impl Iterator<Item = BillingPeriod> + '_ {
        std::iter::successors(self.starting(self.created), |last| self.starting(last.period.end.succ_opt()?))
    }

    /// The period that `date` lies in; none before the first and after the last.
    pub fn period_containing(&self, date: NaiveDate) -> Option<BillingPeriod> {
        self.periods().take_while(|one| one.period.start <= date).find(|one| one.period.contains(date))
    }

    /// The periods that are over on the day `today` (UTC).
    pub fn closed_on(&self, today: NaiveDate) -> impl Iterator<Item = BillingPeriod> + '_ {
        self.periods().take_while(move |one| one.period.end < today)
    }

    fn starting(&self, start: NaiveDate) -> Option<BillingPeriod> {
        if self.ended.is_some_and(|ended| ended < start) {
            return None;
        }
        let first = (self.created, Anchor::of(self.created));
        let (_, anchor) = *self.changes.iter().rev().find(|(from, _)| *from <= start).unwrap_or(&first);
        let whole = anchor.period_containing(start)?;
        let next_change = self.changes.iter().find(|(from, _)| *from > start);
        let before_change = next_change.and_then(|(from, _)| from.pred_opt());
        let ends = [Some(whole.end), before_change, self.ended];
        let period = Period { start, end: ends.into_iter().flatten().min()? };
        Some(BillingPeriod { period, is_partial: period != whole })
    }
}

impl BillingSubscription {
    /// Its billing cycle; none when the day it was made is not told.
    pub fn cycle(&self) -> Option<BillingCycle> {
        Some(BillingCycle::new(self.created?).ending(self.ended_on()))
    }

    /// The billing periods that an invoice for the days `whole` charges, the oldest first: most have one, the last invoice of
    /// a subscription that ended has two when both were over by then. Each is charged by itself, with its own included
    /// quantities and its own rounding, so the lines of an invoice are those of its periods. Where the cycle is not known, or
    /// does not cut `whole` into whole periods, it is taken as one.
    pub fn periods_charged(&self, whole: Period) -> Vec<Period> {
        let cycle = self.cycle();
        let periods = cycle.iter().flat_map(|cycle| {
            let until_then = cycle.periods().map(|one| one.period).take_while(|one| one.start <= whole.end);
            until_then.filter(|one| one.end >= whole.start)
        });
        let periods: Vec<Period> = periods.collect();
        let (start, end) = (periods.first().map(|one| one.start), periods.last().map(|one| one.end));
        if (start, end) == (Some(whole.start), Some(whole.end)) { periods } else { vec![whole] }
    }
}

/// The UTC days on which something is expected, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InvoiceWindow {
    /// The day it normally comes.
    pub from: NaiveDate,
    /// The last day it may take.
    pub until: NaiveDate,
}

impl InvoiceWindow {
    /// `from`, or up to two days later: what the documents say of every invoice but those of Marketplace.
    pub(super) fn starting(from: NaiveDate) -> Option<InvoiceWindow> {
        Some(InvoiceWindow { from, until: from.checked_add_days(Days::new(2))? })
    }
}

/// When the invoice for `period` comes, on an account made on the day of the month `account_day`: the first such day after
/// the period's last day, or up to two days later (seed S001-03).
///
/// In the words of the documents: an account of 2 February has its invoices generated on the second of each month. So the
/// period from 5 March to 4 April is invoiced on 2 May, as is the one from 10 March to 9 April: on 2 April neither was
/// over. An account day that is the period's last day is too early, since that day still counts. Short months: the last day.
pub fn invoice_expected(period: Period, account_day: Anchor) -> Option<InvoiceWindow> {
    InvoiceWindow::starting(account_day.on_or_after(period.end.succ_opt()?)?)
}
