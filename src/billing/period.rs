//! Spans of billing days that are calendar months, as MCA and MPA invoices have them.
use super::Period;
use chrono::{Datelike, Days, Months, NaiveDate};

/// The text does not name a month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a month such as 2026-03")]
pub struct NotAMonth(pub String);

/// A day as `YYYY-MM-DD`, and nothing else. By hand: the reader of every notation there is would be a part of what a person
/// waits for.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(**byte - b'0')))
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

impl Period {
    /// The calendar month, `month` from 1 to 12; none for a month that the calendar does not have.
    pub fn month(year: i32, month: u32) -> Option<Period> {
        let start = NaiveDate::from_ymd_opt(year, month, 1)?;
        let end = start.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
        Some(Period { start, end })
    }

    /// The calendar month that `date` lies in.
    pub fn month_of(date: NaiveDate) -> Option<Period> {
        Period::month(date.year(), date.month())
    }

    /// Reads `YYYY-MM`, as a link or a filter says it.
    ///
    /// # Errors
    /// [`NotAMonth`] for anything else.
    pub fn parse_month(text: &str) -> Result<Period, NotAMonth> {
        let fail = || NotAMonth(text.to_owned());
        let (year, month) = text.split_once('-').ok_or_else(fail)?;
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !is_digits(year) || !is_digits(month) {
            return Err(fail());
        }
        let year = year.parse().map_err(|_| fail())?;
        let month = month.parse().map_err(|_| fail())?;
        Period::month(year, month).ok_or_else(fail)
    }

    /// `YYYY-MM` of its first day: what [`Period::parse_month`] reads back for a whole month.
    pub fn month_key(&self) -> String {
        format!("{:04}-{:02}", self.start.year(), self.start.month())
    }

    /// True for a day in it, both ends included.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.start..=self.end).contains(&date)
    }

    /// How many days it has: 1 when it starts and ends on the same day (the period of a purchase that is invoiced at
    /// once), 0 when it ends before it starts.
    pub fn days(&self) -> u32 {
        let days = self.end.signed_duration_since(self.start).num_days() + 1;
        u32::try_from(days).unwrap_or(0)
    }
}
