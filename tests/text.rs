//! The catalogue of words, and how amounts and dates read.
use chrono::{DateTime, NaiveDate, Utc};
use factuur::billing::{Currency, Money};
use factuur::text::words::CATALOGUE;
use factuur::text::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn every_word() -> impl Iterator<Item = (String, Word)> {
    CATALOGUE.iter().flat_map(|(place, rows)| rows.iter().map(move |(key, word)| (format!("{place}::{key}"), *word)))
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn eur(amount: &str) -> Money {
    Money::new(amount.parse().unwrap(), Currency::EUR)
}

/// Text with its no-break spaces shown as `_`.
fn shown(text: String) -> String {
    text.replace('\u{a0}', "_")
}

#[test]
fn every_language_has_the_same_places_to_fill() {
    for (key, word) in every_word() {
        assert_eq!(places(word.text(Language::En)), places(word.text(Language::Nl)), "{key} in Dutch");
        assert_eq!(places(word.text(Language::En)), places(word.text(Language::Sv)), "{key} in Swedish");
    }
}

fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_word_is_said_somewhere() {
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut said: BTreeMap<&str, usize> = BTreeMap::new();
    for name in code.split(|letter| !is_name(letter)) {
        *said.entry(name).or_default() += 1;
    }
    // The row of a word is one time; every place that has a word of this name has a row.
    let mut rows: BTreeMap<String, usize> = BTreeMap::new();
    for (key, _) in every_word() {
        *rows.entry(key.split("::").last().unwrap().to_owned()).or_default() += 1;
    }
    let unsaid: Vec<_> = rows.iter().filter(|(key, count)| said.get(key.as_str()).is_none_or(|s| s <= count)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[test]
fn no_text_is_empty_padded_or_shouting() {
    for (key, word) in every_word() {
        for language in Language::ALL {
            let text = word.text(language);
            assert!(!text.is_empty(), "{key} {language:?} is empty");
            assert_eq!(text, text.trim(), "{key} {language:?} is padded");
            assert!(!text.contains("  "), "{key} {language:?} has two spaces");
            assert!(!text.contains('!'), "{key} {language:?} shouts");
        }
    }
}

#[test]
fn english_is_in_sentence_case() {
    // Names and words that keep their capital inside a sentence.
    const NAMES: &[&str] = &[
        "Access",
        "Account",
        "Allow",
        "Agreement",
        "Azure",
        "Billing",
        "Center",
        "Cost",
        "Ctrl+K",
        "Customer",
        "Dutch",
        "English",
        "Enter",
        "Enterprise",
        "Entra",
        "Excel",
        "Factuur",
        "Foundation",
        "Latin",
        "Graph",
        "I",
        "Government",
        "Invoices",
        "Management",
        "Marketplace",
        "Microsoft",
        "Online",
        "Open",
        "Partner",
        "Program",
        "Receive",
        "Services",
        "States",
        "Swedish",
        "Trust",
        "United",
    ];
    let months = factuur::text::words::time::MONTHS;
    for (key, word) in every_word().filter(|(_, word)| !months.contains(word)) {
        let mut starts = true;
        for part in word.text(Language::En).split_whitespace() {
            let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
            let capital = bare.chars().next().is_some_and(char::is_uppercase);
            let code = bare.chars().filter(|c| c.is_uppercase()).count() > 1;
            let opens = part.starts_with(['"', '*', '(', '{']);
            assert!(
                starts || opens || !capital || code || NAMES.contains(&bare),
                "{key}: \"{bare}\" in \"{}\"",
                word.text(Language::En)
            );
            starts = part.ends_with(['.', ':', '?']);
        }
    }
}

#[test]
fn no_key_stands_twice() {
    let mut seen = BTreeSet::new();
    for (key, _) in every_word() {
        assert!(seen.insert(key.clone()), "{key}");
    }
}

#[test]
fn a_place_is_filled_and_what_is_put_in_is_left_alone() {
    let word = Word::new(&["{a} then {b} and {c}", "", ""]);
    assert_eq!(word.with(Language::En, &[("a", "{b}"), ("b", "2")]), "{b} then 2 and {c}");
    assert_eq!(Word::new(&["50 { of", "", ""]).with(Language::En, &[]), "50 { of");
}

#[test]
fn one_row_and_more_rows_have_their_own_words() {
    use factuur::text::words::common::ROWS;
    assert_eq!(ROWS.count(Language::Nl, 1), "1 rij");
    assert_eq!(ROWS.count(Language::Nl, 30_000), "30.000 rijen");
    assert_eq!(shown(ROWS.count(Language::Sv, 30_000)), "30_000 rader");
    assert_eq!(ROWS.count(Language::En, 0), "0 rows");
}

#[test]
fn euros_read_as_each_region_writes_them() {
    let cases = [
        (Region::EnGb, "€1,234.50", "-€1,234.50"),
        (Region::EnUs, "€1,234.50", "-€1,234.50"),
        (Region::NlNl, "€_1.234,50", "€_-1.234,50"),
        (Region::SvSe, "1_234,50_€", "\u{2212}1_234,50_€"),
        (Region::Iso, "1_234.50_EUR", "-1_234.50_EUR"),
    ];
    for (region, plus, minus) in cases {
        assert_eq!(shown(money(&eur("1234.5"), region)), plus);
        assert_eq!(shown(money(&eur("-1234.5"), region)), minus);
    }
}

#[test]
fn kronor_dollars_and_unlisted_currencies_read_as_each_region_writes_them() {
    let amount = |code| Money::new("1234567.5".parse().unwrap(), Currency::parse(code).unwrap());
    assert_eq!(shown(money(&amount("SEK"), Region::EnGb)), "SEK_1,234,567.50");
    assert_eq!(shown(money(&amount("SEK"), Region::SvSe)), "1_234_567,50_kr");
    assert_eq!(shown(money(&amount("SEK"), Region::NlNl)), "SEK_1.234.567,50");
    assert_eq!(money(&amount("USD"), Region::EnUs), "$1,234,567.50");
    assert_eq!(money(&amount("USD"), Region::EnGb), "US$1,234,567.50");
    assert_eq!(shown(money(&amount("USD"), Region::NlNl)), "US$_1.234.567,50");
    assert_eq!(shown(money(&amount("KWD"), Region::EnGb)), "KWD_1,234,567.500");
    assert_eq!(shown(money(&Money::new(5.into(), Currency::parse("JPY").unwrap()), Region::EnGb)), "JPY_5");
}

#[test]
fn no_digit_of_an_amount_is_lost() {
    assert_eq!(shown(money(&eur("0.0535960591133005"), Region::NlNl)), "€_0,0535960591133005");
    assert_eq!(money(&eur("-0.00"), Region::EnGb), "€0.00");
    assert_eq!(money(&eur("999.9900"), Region::EnGb), "€999.99");
    let longest = "7922816251426433759354395033.5".parse().unwrap();
    assert_eq!(number(longest, Region::EnGb), "7,922,816,251,426,433,759,354,395,033.5");
}

#[test]
fn numbers_shares_and_sizes_read_as_each_region_writes_them() {
    assert_eq!(number("-1000.250".parse().unwrap(), Region::NlNl), "-1.000,25");
    assert_eq!(shown(number("-1000.250".parse().unwrap(), Region::SvSe)), "\u{2212}1_000,25");
    assert_eq!(percent("0.21".parse().unwrap(), Region::NlNl), "21%");
    assert_eq!(shown(percent("0.065".parse().unwrap(), Region::SvSe)), "6,5_%");
    for (size, text) in [(0, "0_B"), (999, "999_B"), (1000, "1_kB"), (1_250_000, "1,3_MB"), (999_960, "1_MB")] {
        assert_eq!(shown(bytes(size, Region::NlNl)), text);
    }
}

#[test]
fn dates_and_months_cannot_be_misread() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
    let read = [Region::EnGb, Region::EnUs, Region::NlNl, Region::SvSe, Region::Iso].map(|region| date(day, region));
    assert_eq!(read, ["5 Mar 2026", "Mar 5, 2026", "05-03-2026", "2026-03-05", "2026-03-05"]);
    let (nl, en) = (Locale::of(Language::Nl), Locale::of(Language::En));
    assert_eq!(month(2026, 3, nl), "maart 2026");
    assert_eq!(month(2026, 3, Locale { region: Region::Iso, ..en }), "2026-03");
    assert_eq!(month(2026, 13, en), "2026-13");
}

#[test]
fn the_time_of_today_and_yesterday_is_told_in_words() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let now = at("2026-11-21T00:10:00Z");
    assert_eq!(relative(&at("2026-11-21T00:05:00Z"), &now, Locale::of(Language::En)), "today, 00:05");
    assert_eq!(relative(&at("2026-11-20T23:05:00Z"), &now, Locale::of(Language::Sv)), "i går, 23:05");
    assert_eq!(relative(&at("2026-11-01T14:05:00Z"), &now, Locale::of(Language::Nl)), "01-11-2026, 14:05");
    assert_eq!(shown(date_time(&at("2026-11-01T14:05:00Z"), Region::EnUs)), "Nov 1, 2026, 2:05_PM");
}

#[test]
fn a_list_ends_with_and() {
    assert_eq!(list(&["a", "b", "c"], Language::En), "a, b and c");
    assert_eq!(list(&["a", "b"], Language::Sv), "a och b");
    assert_eq!(list(&["a"], Language::Nl), "a");
    assert_eq!(list::<&str>(&[], Language::Nl), "");
}

#[test]
fn a_browsers_languages_choose_words_and_format() {
    assert_eq!(Locale::best_of(["de-DE", "nl-BE", "en"]), Locale::of(Language::Nl));
    assert_eq!(Locale::best_of(["en-US"]), Locale { language: Language::En, region: Region::EnUs });
    assert_eq!(Locale::best_of(["fr"]), Locale { language: Language::En, region: Region::EnGb });
    for region in Region::ALL {
        assert_eq!(Region::from_tag(region.tag()), Some(region));
    }
}

#[test]
fn older_labels_lead_to_the_place_of_today() {
    use factuur::text::words::search::{Target, labels_like};
    let first = |text| labels_like(text).first().map(|(_, place)| *place);
    assert_eq!(first("e-mailfactuur"), Some(Target::EmailPreference));
    assert_eq!(first("Email my"), Some(Target::EmailPreference));
    assert_eq!(first("E-min faktura"), Some(Target::EmailPreference));
    assert_eq!(first("toegang tot factuur"), Some(Target::InvoiceAccess));
    assert_eq!(first("LADDA NED ANVÄNDNING"), Some(Target::DownloadUsage));
    assert_eq!(first("  "), None);
}

#[test]
fn every_known_role_is_named_as_the_api_names_it() {
    use factuur::billing::Role;
    for role in Role::KNOWN {
        assert_eq!(role.name_in(Language::En), role.name());
        assert!(role_description(&role).is_some());
    }
    assert_eq!(Role::InvoiceManager.name_in(Language::Nl), "Factuurbeheerder");
    assert_eq!(Role::Other("Enrollment reader".to_owned()).name_in(Language::Sv), "Enrollment reader");
}

#[test]
fn the_status_words_are_three_different_ones() {
    use factuur::billing::InvoiceStatus::{Due, OverDue, Paid};
    let read = |language| [Due, OverDue, Paid].map(|status| status.name_in(language));
    assert_eq!(read(Language::En), ["Due", "Past due", "Paid"]);
    assert_eq!(read(Language::Nl), ["Te betalen", "Achterstallig", "Betaald"]);
    assert_eq!(read(Language::Sv), ["Att betala", "Förfallen", "Betald"]);
}
