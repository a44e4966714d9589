//! How money, numbers, dates and months read. The shapes are those of the browsers' own `Intl` (CLDR), with two differences:
//! no digit is ever rounded away unless the function's name says so, and a currency without a symbol of its own here is
//! written by its code.
use super::words::time;
use super::{Language, Locale, Region};
use crate::billing::{Currency, Money};
use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike};
use rust_decimal::{Decimal, RoundingStrategy};

/// A space that does not break a line.
const NO_BREAK: char = '\u{a0}';
/// The minus sign of Swedish; the others write a hyphen.
const MINUS: &str = "\u{2212}";

/// The region's sign for thousands and for decimals.
fn marks(region: Region) -> (char, char) {
    match region {
        Region::EnGb | Region::EnUs => (',', '.'),
        Region::NlNl => ('.', ','),
        Region::SvSe => (NO_BREAK, ','),
        Region::Iso => (NO_BREAK, '.'),
    }
}

fn minus(region: Region) -> &'static str {
    if region == Region::SvSe { MINUS } else { "-" }
}

/// Grouped digits without a sign, with at least `decimals` decimals and every further digit that is not zero.
fn digits(value: Decimal, decimals: u32, region: Region) -> String {
    let (group, point) = marks(region);
    let plain = value.abs().normalize().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + 8);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    let zeros = (decimals as usize).saturating_sub(fraction.len());
    if !fraction.is_empty() || zeros > 0 {
        text.push(point);
        text.push_str(fraction);
        text.extend(std::iter::repeat_n('0', zeros));
    }
    text
}

/// True for less than nothing: a negative zero is nothing.
fn is_negative(value: Decimal) -> bool {
    value.is_sign_negative() && !value.is_zero()
}

/// A number with every digit it has, trailing zeros apart.
pub fn number(value: Decimal, region: Region) -> String {
    let sign = if is_negative(value) { minus(region) } else { "" };
    format!("{sign}{}", digits(value, 0, region))
}

/// The symbol the region writes for a currency, else its code.
fn symbol(currency: Currency, region: Region) -> String {
    let known = match (currency.code(), region) {
        (_, Region::Iso) => None,
        ("EUR", _) => Some("€"),
        ("GBP", Region::EnGb | Region::EnUs | Region::NlNl) => Some("£"),
        ("USD", Region::EnUs) => Some("$"),
        ("USD", _) => Some("US$"),
        ("SEK", Region::SvSe) => Some("kr"),
        _ => None,
    };
    known.map_or_else(|| currency.code().to_owned(), str::to_owned)
}

/// An amount with its currency, at least to the minor unit and with every further digit it has.
pub fn money(amount: &Money, region: Region) -> String {
    let value = amount.amount();
    let symbol = symbol(amount.currency(), region);
    let digits = digits(value, amount.currency().minor_units(), region);
    let sign = if is_negative(value) { minus(region) } else { "" };
    match region {
        Region::EnGb | Region::EnUs => {
            // As Intl: a code is set apart from the digits, a symbol is not.
            let space = if symbol.bytes().all(|byte| byte.is_ascii_alphabetic()) { "\u{a0}" } else { "" };
            format!("{sign}{symbol}{space}{digits}")
        }
        Region::NlNl => format!("{symbol}{NO_BREAK}{sign}{digits}"),
        Region::SvSe | Region::Iso => format!("{sign}{digits}{NO_BREAK}{symbol}"),
    }
}

/// A part of one (0.21 is 21 per cent) with every digit it has.
pub fn percent(part: Decimal, region: Region) -> String {
    let Some(hundredths) = part.checked_mul(Decimal::ONE_HUNDRED) else {
        return number(part, region);
    };
    let text = number(hundredths, region);
    match region {
        Region::SvSe | Region::Iso => format!("{text}{NO_BREAK}%"),
        _ => format!("{text}%"),
    }
}

/// The size of a file in units of a thousand, rounded to one decimal.
pub fn bytes(size: u64, region: Region) -> String {
    let mut value = Decimal::from(size);
    let mut unit = "B";
    let mut next = ["kB", "MB", "GB", "TB"].into_iter();
    // From 999.95 on one decimal would round up to 1,000.
    while (unit == "B" && size >= 1000) || (unit != "B" && value >= Decimal::new(99_995, 2)) {
        let Some(larger) = next.next() else { break };
        value /= Decimal::ONE_THOUSAND;
        unit = larger;
    }
    let rounded = value.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    format!("{}{NO_BREAK}{unit}", number(rounded, region))
}

/// English short names of the months, as en-GB and en-US dates have them (September is `Sept` in newer en-GB data; one
/// form is kept for both).
const SHORT_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day, in a form whose order cannot be misread: English regions write the month as a word.
pub fn date(day: NaiveDate, region: Region) -> String {
    let month = SHORT_MONTHS.get(day.month0() as usize).copied().unwrap_or_default();
    match region {
        Region::EnGb => format!("{} {month} {}", day.day(), day.year()),
        Region::EnUs => format!("{month} {}, {}", day.day(), day.year()),
        Region::NlNl => format!("{:02}-{:02}-{}", day.day(), day.month(), day.year()),
        Region::SvSe | Region::Iso => iso_date(day),
    }
}

/// A day as ISO 8601 has it: for titles and `datetime` attributes.
pub fn iso_date(day: NaiveDate) -> String {
    day.to_string()
}

/// A time of day in hours and minutes, of 24 hours but in the American format.
fn time_of_day(at: &impl Timelike, region: Region) -> String {
    if region != Region::EnUs {
        return format!("{:02}:{:02}", at.hour(), at.minute());
    }
    let (afternoon, hour) = at.hour12();
    format!("{hour}:{:02}{NO_BREAK}{}", at.minute(), if afternoon { "PM" } else { "AM" })
}

/// A day and a time, in the time zone `at` is in.
pub fn date_time<Tz: TimeZone>(at: &DateTime<Tz>, region: Region) -> String {
    let local = at.naive_local();
    format!("{}, {}", date(local.date(), region), time_of_day(&local, region))
}

/// *Today, 14:05*, *Yesterday, 14:05*, else day and time. Both must be in the time zone of the person who reads it.
pub fn relative<Tz: TimeZone>(at: &DateTime<Tz>, now: &DateTime<Tz>, locale: Locale) -> String {
    let (local, today) = (at.naive_local(), now.naive_local().date());
    let word = match (today - local.date()).num_days() {
        0 => time::TODAY_AT,
        1 => time::YESTERDAY_AT,
        _ => return date_time(at, locale.region),
    };
    word.with(locale.language, &[("time", &time_of_day(&local, locale.region))])
}

/// A month (1 to 12) of a year: *November 2026*, or `2026-11` in the neutral format.
pub fn month(year: i32, month: u32, locale: Locale) -> String {
    let name = month.checked_sub(1).and_then(|at| time::MONTHS.get(at as usize));
    match name {
        Some(name) if locale.region != Region::Iso => format!("{} {year}", name.text(locale.language)),
        _ => format!("{year:04}-{month:02}"),
    }
}

/// *a*, *a and b*, *a, b and c*.
pub fn list<T: AsRef<str>>(items: &[T], language: Language) -> String {
    join(items, time::AND.text(language))
}

/// *a*, *a or b*, *a, b or c*.
pub fn either<T: AsRef<str>>(items: &[T], language: Language) -> String {
    join(items, time::OR.text(language))
}

fn join<T: AsRef<str>>(items: &[T], word: &str) -> String {
    let Some((last, before)) = items.split_last() else {
        return String::new();
    };
    if before.is_empty() {
        return last.as_ref().to_owned();
    }
    let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    format!("{} {word} {}", before.join(", "), last.as_ref())
}
