//! Numbers as the wire writes them. A JSON number is read as its source text and turned into a decimal that is exactly
//! that number, or into an error: never by way of a float, and never cut.
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Digits after the point that a [`Decimal`] can hold.
const MOST_PLACES: i64 = 28;
/// Digits that fit in an `i128` whatever they are.
const MOST_DIGITS: usize = 38;
/// Digits that surely fit in 64 bits.
const FAST_DIGITS: usize = 18;

/// Why a JSON number cannot be kept exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Not a JSON number at all (a text, an object …).
    #[error("not a number")]
    NotANumber,
    /// More than 28 digits after the point that are not trailing zeros.
    #[error("more than 28 digits after the point")]
    TooManyPlaces,
    /// Does not fit in 96 bits.
    #[error("too large to be kept exactly")]
    TooLarge,
}

/// A number on the wire. What went wrong in reading it is kept inside, so that whoever takes the value can name the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number(Result<Decimal, NumberError>);

impl Number {
    /// Reads the source text of a JSON number; exponents are written out (`1E-7` becomes `0.0000001`).
    pub fn parse(text: &str) -> Number {
        Number(read(text.as_bytes()))
    }

    /// The value.
    ///
    /// # Errors
    /// [`NumberError`], when it cannot be kept exactly.
    pub fn decimal(self) -> Result<Decimal, NumberError> {
        self.0
    }
}

/// Digits that fit in 96 bits whatever they are.
const SAFE_DIGITS: usize = 28;

/// A JSON number as plain decimal text, with the digits it has: the source text itself, unless that has an exponent or more
/// zeros at its end than fit. `text` has been read as a JSON number.
///
/// # Errors
/// [`NumberError`], as [`Number::decimal`].
pub(crate) fn plain(text: &str) -> Result<Cow<'_, str>, NumberError> {
    let is_plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
    if is_plain && text.len() <= SAFE_DIGITS && text.ends_with(|last: char| last.is_ascii_digit()) {
        return Ok(Cow::Borrowed(text));
    }
    let value = read(text.as_bytes())?;
    match Decimal::from_str_exact(text) {
        Ok(_) if is_plain => Ok(Cow::Borrowed(text)),
        _ => Ok(Cow::Owned(value.to_string())),
    }
}

fn read(text: &[u8]) -> Result<Decimal, NumberError> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let (whole, rest) = digits(rest);
    let (fraction, rest) = match rest {
        [b'.', rest @ ..] => digits(rest),
        rest => (&rest[..0], rest),
    };
    let exponent = match rest {
        [] => 0,
        [b'e' | b'E', rest @ ..] => exponent(rest)?,
        _ => return Err(NumberError::NotANumber),
    };
    if whole.is_empty() {
        return Err(NumberError::NotANumber);
    }
    if whole.len() + fraction.len() <= FAST_DIGITS && exponent == 0 {
        let value = whole.iter().chain(fraction).fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let value = if negative { -value } else { value };
        return Decimal::try_new(value, fraction.len() as u32).map_err(|_| NumberError::TooLarge);
    }
    exact(negative, whole, fraction, exponent)
}

/// The slow way, for long numbers and exponents.
fn exact(negative: bool, whole: &[u8], fraction: &[u8], exponent: i64) -> Result<Decimal, NumberError> {
    let mut places = fraction.len() as i64 - exponent;
    let mut digits: Vec<u8> = whole.iter().chain(fraction).copied().collect();
    // Zeros at the end say nothing; they are kept only as far as they fit.
    while (places > MOST_PLACES || (places > 0 && digits.len() > MOST_DIGITS)) && digits.last() == Some(&b'0') {
        digits.pop();
        places -= 1;
    }
    let zero = digits.iter().all(|digit| *digit == b'0');
    if zero {
        return Ok(Decimal::ZERO);
    }
    if places > MOST_PLACES {
        return Err(NumberError::TooManyPlaces);
    }
    let mut value: i128 = 0;
    for digit in &digits {
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(i128::from(digit - b'0')))
            .ok_or(NumberError::TooLarge)?;
    }
    while places < 0 {
        value = value.checked_mul(10).ok_or(NumberError::TooLarge)?;
        places += 1;
    }
    while places > 0 && value >= 1 << 96 && value % 10 == 0 {
        value /= 10;
        places -= 1;
    }
    let value = if negative { -value } else { value };
    Decimal::try_from_i128_with_scale(value, places as u32).map_err(|_| NumberError::TooLarge)
}

fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn exponent(text: &[u8]) -> Result<i64, NumberError> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if rest.is_empty() || !rest.iter().all(u8::is_ascii_digit) {
        return Err(NumberError::NotANumber);
    }
    // Anything past four digits is out of range either way.
    let value = rest.iter().fold(0_i64, |sum, digit| (sum * 10 + i64::from(digit - b'0')).min(99_999));
    Ok(if negative { -value } else { value })
}
