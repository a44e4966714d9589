//! Dates and times as they are written on the wire. By hand: the reader of every notation there is would be a part of what a
//! person waits for.
use crate::billing::parse_day;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

/// RFC 3339 with any digits of the second, of which nine are kept; one without an offset is taken as UTC.
pub(crate) fn moment(text: &str) -> Option<DateTime<Utc>> {
    let date = parse_day(text.get(..10)?)?;
    if !matches!(text.get(10..11)?, "T" | "t" | " ") {
        return None;
    }
    let rest = text.get(19..)?;
    let (fraction, offset) = match rest.strip_prefix('.') {
        None => (0, rest),
        Some(rest) => {
            let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let digits = rest.get(..end.min(9)).filter(|digits| !digits.is_empty())?;
            let kept = number(digits, 0, digits.len())?;
            (kept * 10_u32.pow(9 - u32::try_from(digits.len()).ok()?), rest.get(end..)?)
        }
    };
    let time = clock(date, text.get(11..19)?, fraction)?;
    let ahead = match (offset, offset.get(..1)) {
        ("" | "Z" | "z", _) => 0,
        (_, Some(sign @ ("+" | "-"))) if offset.len() == 6 && offset.get(3..4)? == ":" => {
            let (hours, minutes) = (number(offset, 1, 3)?, number(offset, 4, 6)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            let minutes = i64::from(hours * 60 + minutes);
            if sign == "-" { -minutes } else { minutes }
        }
        _ => return None,
    };
    Some(time.checked_sub_signed(TimeDelta::minutes(ahead))?.and_utc())
}

/// The date of HTTP (RFC 9110, 5.6.7): `Sat, 21 Nov 2026 10:00:00 GMT`.
pub(crate) fn http_date(text: &str) -> Option<NaiveDateTime> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut words = text.split_once(", ")?.1.split(' ');
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let at = MONTHS.find(month).filter(|at| month.len() == 3 && at % 3 == 0)?;
    let month = u32::try_from(at / 3 + 1).ok()?;
    let date =
        NaiveDate::from_ymd_opt(number(year, 0, year.len())?.try_into().ok()?, month, number(day, 0, day.len())?)?;
    let time = clock(date, words.next()?, 0)?;
    (words.next() == Some("GMT") && words.next().is_none()).then_some(time)
}

/// `HH:MM:SS` of a day; a leap second is the end of the one before.
fn clock(date: NaiveDate, text: &str, nanoseconds: u32) -> Option<NaiveDateTime> {
    if text.len() != 8 || text.get(2..3)? != ":" || text.get(5..6)? != ":" {
        return None;
    }
    let (hour, minute, second) = (number(text, 0, 2)?, number(text, 3, 5)?, number(text, 6, 8)?);
    match second {
        60 => date.and_hms_nano_opt(hour, minute, 59, 999_999_999),
        second => date.and_hms_nano_opt(hour, minute, second, nanoseconds),
    }
}

/// The digits between two places, and nothing but digits.
fn number(text: &str, from: usize, to: usize) -> Option<u32> {
    let digits = text.as_bytes().get(from..to).filter(|digits| (1..=9).contains(&digits.len()))?;
    digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_chrono_reads_it() {
        for text in [
            "2026-11-21T10:00:00Z",
            "2026-11-21t10:00:00.1234567z",
            "2026-02-28T23:59:59.999999999+05:30",
            "2024-02-29T00:00:00-11:00",
            "2026-12-31 23:30:00.5-01:00",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2026-02-29T00:00:00Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T10:60:00Z",
            "2026-11-21T10:00:00+0100",
            "2026-11-21T10:00:00+99:00",
            "2026-11-21T10:00:00+00:90",
            "2026-11-21T25:99:99Z",
            "2026-11-21T10:00:00.Z",
            "2026-11-21T10:00:00 Z",
            "2026-11-21X10:00:00Z",
            "2026-11-2110:00:00Z",
            "",
            "2026-11-21T1:00:00Z",
            "+026-11-21T10:00:00Z",
            "2026-11-21T10:00:00Zé",
            "é026-11-21T10:00:00Z",
        ] {
            let expected = DateTime::parse_from_rfc3339(text).ok().map(|time| time.with_timezone(&Utc));
            assert_eq!(moment(text), expected, "{text}");
        }
        assert_eq!(moment("2026-11-21T10:00:00"), moment("2026-11-21T10:00:00Z"));
        // More digits than are kept are cut.
        assert_eq!(moment("2026-11-21T10:00:00.1234567899Z"), moment("2026-11-21T10:00:00.123456789Z"));
    }

    #[test]
    fn the_date_of_http_is_read_as_chrono_reads_it() {
        for text in ["Sat, 21 Nov 2026 10:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Tue, 29 Feb 2028 23:59:59 GMT"]
        {
            let expected = DateTime::parse_from_rfc2822(text).ok().map(|time| time.naive_utc());
            assert!(expected.is_some() && http_date(text) == expected, "{text}");
        }
        for text in [
            "",
            "tomorrow",
            "Sat, 21 Nov 2026 10-00-00 GMT",
            "Sat, 21 Nov 2026 10:00:00 GMT or so",
            "Sat, 21 Nov 2026",
            "Sat, 31 Feb 2026 10:00:00 GMT",
            "Sat, 21 ovD 2026 10:00:00 GMT",
        ] {
            assert_eq!(http_date(text), None, "{text}");
        }
    }
}
