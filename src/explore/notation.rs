//! How the text of a cell reads as a number, a day, a flag or JSON, and the one form that is kept of it.
use super::{DayOrder, DecimalMark};
use crate::json::Broken;
use crate::json::Reader;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Digits that fit a `u64` whatever they are.
const DIGITS_OF_U64: u32 = 19;

/// A number: `-?digits(mark digits)?`, with an exponent or none. None when it is anything else, or has more digits than a
/// [`Decimal`] holds; zeros at its end are given up when there is no room for them.
pub(super) fn number(text: &str, mark: DecimalMark) -> Option<Decimal> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let mut sum = Digits::default();
    let mut at = 0;
    let mut zeros = 0;
    let mut point = None;
    while let Some(byte) = digits.get(at) {
        match byte {
            b'0' if point.is_some() => zeros += 1,
            b'0'..=b'9' => {
                for _ in 0..zeros {
                    sum.push(0)?;
                }
                zeros = 0;
                sum.push(byte - b'0')?;
            }
            byte if *byte == mark.byte() && point.is_none() && at > 0 => point = Some(at + 1),
            _ => break,
        }
        at += 1;
    }
    let fraction = point.map_or(0, |point| at - point);
    if at == 0 || (point.is_some() && fraction == 0) {
        return None;
    }
    let exponent = exponent(digits.get(at..)?)?;
    let written = i64::try_from(fraction).ok()?;
    // The zeros at the end are kept when they fit.
    let mut with_zeros = sum;
    let all = (0..zeros).try_for_each(|_| with_zeros.push(0)).and_then(|()| with_zeros.scaled(written - exponent));
    let (mantissa, scale) = match all {
        Some(found) => found,
        None => sum.scaled(written - i64::from(zeros) - exponent)?,
    };
    let mantissa = if negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// The digits of a number. A `u64` takes them as long as it can: longer ones are slow on a machine of 32 bits.
#[derive(Clone, Copy, Default)]
struct Digits {
    above: u128,
    low: u64,
    count: u32,
}

impl Digits {
    fn push(&mut self, digit: u8) -> Option<()> {
        if self.count == DIGITS_OF_U64 {
            self.above = self.value()?;
            (self.low, self.count) = (0, 0);
        }
        self.low = self.low * 10 + u64::from(digit);
        // Zeros in front count for nothing.
        self.count += u32::from(self.count > 0 || self.above > 0 || digit > 0);
        Some(())
    }

    fn value(self) -> Option<u128> {
        if self.above == 0 {
            return Some(u128::from(self.low));
        }
        self.above.checked_mul(10_u128.pow(self.count))?.checked_add(u128::from(self.low))
    }

    /// Mantissa and scale, when a [`Decimal`] has room for them.
    fn scaled(self, places: i64) -> Option<(i128, u32)> {
        let value = self.value()?;
        let (value, scale) = match u32::try_from(places) {
            Ok(scale) => (value, scale),
            Err(_) if value == 0 => (0, 0),
            Err(_) => (value.checked_mul(10_u128.checked_pow(u32::try_from(-places).ok()?)?)?, 0),
        };
        (value < 1 << 96 && scale <= Decimal::MAX_SCALE).then_some((i128::try_from(value).ok()?, scale))
    }
}

/// The exponent that follows the digits: zero when nothing does.
fn exponent(rest: &[u8]) -> Option<i64> {
    let digits = match rest {
        [] => return Some(0),
        [b'e' | b'E', b'+', digits @ ..] => digits,
        [b'e' | b'E', digits @ ..] => digits,
        _ => return None,
    };
    let (negative, digits) = digits.strip_prefix(b"-").map_or((false, digits), |digits| (true, digits));
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let value =
        digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))?;
    Some(if negative { -value } else { value })
}

/// The text of a number in the form a usage record has it: plain digits with a decimal point, every digit of the source.
pub(super) fn number_text(text: &str, mark: DecimalMark) -> Option<Cow<'_, str>> {
    let value = number(text, mark)?;
    let point = text.bytes().position(|byte| byte == mark.byte());
    let decimals = point.map_or(0, |point| text.len() - point - 1);
    let is_plain = !text.bytes().any(|byte| matches!(byte, b'e' | b'E'));
    Some(match (mark, point) {
        _ if !is_plain || decimals != value.scale() as usize => Cow::Owned(value.to_string()),
        (DecimalMark::Comma, Some(_)) => Cow::Owned(text.replace(',', ".")),
        _ => Cow::Borrowed(text),
    })
}

/// Whether a text is a number that is well written and has more digits than are kept.
pub(super) fn is_long_number(text: &str, mark: DecimalMark) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once(char::from(mark.byte())).unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(fraction) && number(text, mark).is_none()
}

/// An amount with its currency, such as `$4.49 USD` with any symbol or none (usage-files §3, `Value`).
pub(super) fn amount(text: &str) -> Option<Decimal> {
    let (amount, currency) = text.rsplit_once(' ')?;
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let positive = amount.strip_prefix('-').unwrap_or(amount);
    let digits = positive.trim_start_matches(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-'));
    let value = number(digits, DecimalMark::Point).filter(|_| !digits.starts_with('-'))?;
    Some(if positive.len() < amount.len() { -value } else { value })
}

/// A day as it stands, before the order of its parts is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayShape {
    /// The year comes first; with the seconds since midnight.
    YearFirst(NaiveDate, u32),
    /// The year comes last, behind two numbers and with this sign between them.
    YearLast(u32, u32, i32, u8),
}

/// Reads three numbers parted by `/`, `-` or `.`, of which the first or the last has four digits.
pub(super) fn day_shape(text: &str) -> Option<DayShape> {
    let bytes = text.as_bytes();
    let year_first = bytes.get(..4)?.iter().all(u8::is_ascii_digit);
    let (date, time) = if year_first { text.split_at_checked(10)? } else { (text, "") };
    let sign = *date.as_bytes().iter().find(|byte| !byte.is_ascii_digit())?;
    if !matches!(sign, b'/' | b'-' | b'.') {
        return None;
    }
    let mut parts = date.split(char::from(sign));
    let (a, b, c) = (part(parts.next()?, 4)?, part(parts.next()?, 2)?, part(parts.next()?, 4)?);
    if parts.next().is_some() {
        return None;
    }
    if year_first {
        let day = NaiveDate::from_ymd_opt(i32::try_from(a).ok()?, b, c)?;
        return Some(DayShape::YearFirst(day, seconds(time)?));
    }
    let year = date.len().checked_sub(4).and_then(|from| bytes.get(from..))?;
    if !year.iter().all(u8::is_ascii_digit) || a > 31 {
        return None;
    }
    Some(DayShape::YearLast(a, b, i32::try_from(c).ok()?, sign))
}

/// The digits of a number of at most so many digits.
fn part(text: &str, longest: usize) -> Option<u32> {
    let is_number = !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// Seconds since midnight, UTC, of what follows a date: nothing, `T00:00Z`, `T00:00:00Z`, ` 00:00:00`.
fn seconds(time: &str) -> Option<u32> {
    if time.is_empty() {
        return Some(0);
    }
    let time = time.strip_prefix(['T', ' '])?;
    let time = time.strip_suffix('Z').or_else(|| time.strip_suffix("+00:00")).unwrap_or(time);
    let time = time.split_once('.').map_or(Some(time), |(time, parts)| {
        (!parts.is_empty() && parts.bytes().all(|byte| byte == b'0')).then_some(time)
    })?;
    let mut parts = time.split(':');
    let two = |text: &str| (text.len() == 2).then(|| part(text, 2)).flatten();
    let (hours, minutes) = (two(parts.next()?)?, two(parts.next()?)?);
    let seconds = parts.next().map_or(Some(0), two)?;
    (parts.next().is_none() && hours < 24 && minutes < 60 && seconds < 60)
        .then_some(hours * 3600 + minutes * 60 + seconds)
}

/// A day and the seconds since its midnight.
pub(super) fn day(text: &str, order: DayOrder) -> Option<(NaiveDate, u32)> {
    match (day_shape(text)?, order) {
        (DayShape::YearFirst(day, seconds), _) => Some((day, seconds)),
        (DayShape::YearLast(month, day, year, _), DayOrder::MonthFirst) => {
            Some((NaiveDate::from_ymd_opt(year, month, day)?, 0))
        }
        (DayShape::YearLast(day, month, year, _), DayOrder::DayFirst) => {
            Some((NaiveDate::from_ymd_opt(year, month, day)?, 0))
        }
        (DayShape::YearLast(..), DayOrder::YearFirst) => None,
    }
}

/// Yes or no, in the words of Azure and of spreadsheets in the three languages.
pub(super) fn flag(text: &str) -> Option<bool> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    match () {
        () if is("true") || is("waar") || is("sant") => Some(true),
        () if is("false") || is("onwaar") || is("falskt") => Some(false),
        () => None,
    }
}

/// The text of a JSON object; braces that are left out, as some files do, are put round it (usage-files §4).
pub(super) fn json(text: &str) -> Cow<'_, str> {
    match text.trim_start().starts_with('{') {
        true => Cow::Borrowed(text),
        false => Cow::Owned(format!("{{{text}}}")),
    }
}

/// Whether a text is a JSON object, with or without its braces.
pub(super) fn is_json(text: &str) -> bool {
    let json = json(text);
    let read = Reader::new(json.as_bytes()).and_then(|mut reader| {
        reader.skip()?;
        reader.end()
    });
    // Half a letter does no harm here; where it would, the object is written as text.
    read.map_or_else(|fault| fault.what == Broken::HalfLetter && !fault.early, |()| true)
}

/// A day as `YYYY-MM-DD`.
pub(super) fn day_text(day: NaiveDate) -> String {
    let (year, month, of_month) = (day.year().unsigned_abs(), day.month(), day.day());
    let digits = [year / 1000, year / 100, year / 10, year, month / 10, month, of_month / 10, of_month];
    let mut text = String::with_capacity(10);
    for (at, digit) in digits.into_iter().enumerate() {
        if at == 4 || at == 6 {
            text.push('-');
        }
        text.push(char::from(b'0' + (digit % 10) as u8));
    }
    text
}
