//! Days and times (contract §1: RFC 3339 with up to seven digits of seconds and `Z` or an offset; `0001-01-01` is never).
use super::DecodeError;
use crate::arm::time;
use crate::billing::parse_day;
use chrono::{DateTime, NaiveDate, Utc};
use std::borrow::Cow;

/// The year one stands for "not set".
fn is_set(text: &str) -> bool {
    !text.is_empty() && !text.starts_with("0001-01-01")
}

/// The UTC day of a date or a date-time; an empty text is none.
pub(crate) fn day(text: &str, field: &str) -> Result<Option<NaiveDate>, DecodeError> {
    if !is_set(text) {
        return Ok(None);
    }
    let fail = || DecodeError::new(field, "not a date");
    let (date, rest) = text.split_at_checked(10).ok_or_else(fail)?;
    // How usage rows write their days, six to a row: nothing is to be reckoned.
    if MIDNIGHTS.contains(&rest) {
        return parse_day(date).map(Some).ok_or_else(fail);
    }
    moment(text, field).map(|time| time.map(|time| time.date_naive()))
}

/// What stands behind a day, as usage rows write it.
const MIDNIGHTS: [&str; 3] = ["", "T00:00:00Z", "T00:00:00.0000000Z"];

fn is_midnight(text: &str) -> bool {
    text.get(10..).is_some_and(|rest| MIDNIGHTS.contains(&rest))
}

/// A UTC billing date as `YYYY-MM-DD`, borrowed where that stands in the text; an empty text is none, and stays empty.
pub(crate) fn day_text<'a>(text: Cow<'a, str>, field: &str) -> Result<Cow<'a, str>, DecodeError> {
    let day = day(&text, field)?;
    match (day, text) {
        (None, _) => Ok(Cow::default()),
        (Some(_), Cow::Borrowed(text)) if is_midnight(text) => Ok(Cow::Borrowed(text.get(..10).unwrap_or_default())),
        (Some(day), _) => match day.to_string() {
            text if text.len() == "YYYY-MM-DD".len() => Ok(Cow::Owned(text)),
            // An offset can lead out of the years of four digits.
            _ => Err(DecodeError::new(field, "not a date")),
        },
    }
}

/// A moment in UTC; one without an offset is taken as UTC, and an empty text is none.
pub(crate) fn moment(text: &str, field: &str) -> Result<Option<DateTime<Utc>>, DecodeError> {
    if !is_set(text) {
        return Ok(None);
    }
    time::moment(text).map(Some).ok_or_else(|| DecodeError::new(field, "not a date and time"))
}
