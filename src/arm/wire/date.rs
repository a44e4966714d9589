//! Days and times (contract §1: RFC 3339 with up to seven digits of seconds and `Z` or an offset; `0001-01-01` is never).
use super::DecodeError;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

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
    let plain = rest.is_empty() || rest.ends_with(['Z', 'z']) || rest.ends_with("+00:00");
    if plain && (rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
        return simple(date).map(Some).ok_or_else(fail);
    }
    time(text, field).map(|time| time.map(|time| time.date_naive()))
}

/// `YYYY-MM-DD`.
fn simple(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        let piece = bytes.get(from..to)?;
        piece.iter().try_fold(0_u32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
    };
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?)
}

/// A moment in UTC; one without an offset is taken as UTC, and an empty text is none.
pub(crate) fn time(text: &str, field: &str) -> Result<Option<DateTime<Utc>>, DecodeError> {
    if !is_set(text) {
        return Ok(None);
    }
    let read = DateTime::parse_from_rfc3339(text)
        .map(|time| time.with_timezone(&Utc))
        .or_else(|_| text.parse::<NaiveDateTime>().map(|time| time.and_utc()));
    read.map(Some).map_err(|_| DecodeError::new(field, "not a date and time"))
}
