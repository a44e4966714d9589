//! Words and formats in the person's language and region. Read once when a view is made: the whole page is drawn anew when
//! either changes, so a word is a plain string.
use super::use_preferences;
use crate::billing::Money;
use crate::browser::{clock, page};
use crate::text::{self, Language, Locale, Plural, Region, Word};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Offset, Utc};
use leptos::prelude::*;
use std::cmp::Ordering;

/// The person's language.
pub fn language() -> Language {
    use_preferences().language.get_untracked()
}

/// The person's regional format.
pub fn region() -> Region {
    use_preferences().region.get_untracked()
}

/// How names are ordered in the person's language.
pub fn name_order() -> impl Fn(&str, &str) -> Ordering {
    page::name_order(language().tag())
}

/// The word in the person's language.
pub fn t(word: Word) -> String {
    word.text(language()).to_owned()
}

/// The word with its placeholders filled in.
pub fn t_with(word: Word, values: &[(&str, &str)]) -> String {
    word.with(language(), values)
}

/// The form of the word that goes with `count`.
pub fn t_count(plural: Plural, count: usize) -> String {
    plural.count_with(language(), region(), u64::try_from(count).unwrap_or(u64::MAX), &[])
}

/// An amount with its currency, as the person's region writes it.
pub fn money(amount: &Money) -> String {
    text::money(amount, region())
}

/// A billing date, as the person's region writes it.
pub fn date(day: NaiveDate) -> String {
    text::date(day, region())
}

/// The month of a billing date.
pub fn month(day: NaiveDate) -> String {
    text::month(day.year(), day.month(), Locale { language: language(), region: region() })
}

/// A moment with "today" or "yesterday" where that is what it is, in the person's own time.
pub fn moment(time: DateTime<Utc>) -> String {
    let minutes = clock::local_offset_minutes();
    let zone = FixedOffset::east_opt(minutes * 60).unwrap_or(Utc.fix());
    let locale = Locale { language: language(), region: region() };
    text::relative(&time.with_timezone(&zone), &clock::now().with_timezone(&zone), locale)
}
