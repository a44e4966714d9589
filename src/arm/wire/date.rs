//! Days and times (contract §1: RFC 3339 with up to seven digits of seconds and `Z` or an offset; `0001-01-01` is never).
use super::DecodeError;
use crate::arm::time;
use chrono::{DateTime, NaiveDate, Utc};

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
    if matches!(rest, "" | "T00:00:00Z" | "T00:00:00.0000000Z") {
        return time::day(date).map(Some).ok_or_else(fail);
    }
    moment(text, field).map(|time| time.map(|time| time.date_naive()))
}

/// A moment in UTC; one without an offset is taken as UTC, and an empty text is none.
pub(crate) fn moment(text: &str, field: &str) -> Result<Option<DateTime<Utc>>, DecodeError> {
    if !is_set(text) {
        return Ok(None);
    }
    time::moment(text).map(Some).ok_or_else(|| DecodeError::new(field, "not a date and time"))
}
