//! Calendar months in UTC: what an invoice is for.
use chrono::{Datelike, Days, NaiveDate};

/// A month, counted from year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Month(i32);

impl Month {
    pub(super) fn of(day: NaiveDate) -> Month {
        Month(day.year() * 12 + day.month0() as i32)
    }

    pub(super) fn back(self, months: u32) -> Month {
        Month(self.0 - months as i32)
    }

    pub(super) fn next(self) -> Month {
        Month(self.0 + 1)
    }

    /// How many months before `later` this one is.
    pub(super) fn months_before(self, later: Month) -> i32 {
        later.0 - self.0
    }

    pub(super) fn first(self) -> NaiveDate {
        let (year, month) = (self.0.div_euclid(12), self.0.rem_euclid(12) as u32 + 1);
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
    }

    pub(super) fn last(self) -> NaiveDate {
        self.next().first().pred_opt().unwrap_or_default()
    }

    pub(super) fn days(self) -> u32 {
        self.last().day()
    }

    /// A day of the month; the last one of a month that is too short.
    pub(super) fn day(self, day: u32) -> NaiveDate {
        after(self.first(), day.clamp(1, self.days()) - 1)
    }

    /// The month of the year, 1 to 12.
    pub(super) fn calendar(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// A number for the month, for chance.
    pub(super) fn number(self) -> u64 {
        self.0.unsigned_abs().into()
    }
}

/// `days` after a day.
pub(super) fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}

/// A day as the API writes it: midnight, UTC.
pub(super) fn stamp(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}
