//! Which text a spreadsheet takes for something else. CSV cannot say that a cell is text: quotes do not, and a `'` in front
//! would be seen. So the files for Excel promise their numbers and days, and that no text is run; a text that reads as a
//! number, a day, a time, an amount or a truth value in the language of the machine becomes one, which is known and told
//! here kind by kind, as LibreOffice has it (Excel takes some more for a day, such as `3-4` and `MAR1` in any language). A
//! workbook says of each cell what it is, and keeps every one of these.
use super::Office;
use super::double_click::{TARGETS, double_click};
use calamine::Data;
use factuur::billing::ValueKind;
use factuur::export::{Cell, CellMode, Column, DayStyle, ExportError, Exporter, Plan, Target};

/// A text, and what a double click makes of it in Dutch, Swedish and English; nothing where it stays as it is.
const TEXTS: [(&str, [&str; 3]); 40] = [
    // Zeros in front, blanks around, exponents, more digits than are kept, a sign or brackets around.
    ("007", ["7", "7", "7"]),
    (" 12 ", ["12", "12", "12"]),
    ("1E5", ["100000", "100000", "100000"]),
    ("1e-3", ["0.001", "0.001", "0.001"]),
    ("12345678901234567890", ["12345678901234600000", "12345678901234600000", "12345678901234600000"]),
    ("(5)", ["-5", "-5", "-5"]),
    ("5-", ["-5", "-5", "-5"]),
    // Fractions, hundredths, decimals, groups of digits.
    ("1 1/2", ["1.5", "1.5", "1.5"]),
    ("50%", ["0.5", "0.5", "0.5"]),
    ("1,5", ["1.5", "1.5", ""]),
    ("1.5", ["", "", "1.5"]),
    ("1,000", ["1", "1", "1000"]),
    ("1.000", ["1000", "", "1"]),
    // Money of the country.
    ("€ 5", ["5", "", ""]),
    ("5 kr", ["", "5", ""]),
    ("$5", ["", "", "5"]),
    // Days, with or without a year, and times.
    ("2026-02-07", ["day 02-07", "day 02-07", "day 02-07"]),
    ("02-03-2026", ["day 03-02", "", ""]),
    ("02/03/2026", ["", "", "day 02-03"]),
    ("3-4", ["day 04-03", "", ""]),
    ("3/4", ["", "day 04-03", "day 03-04"]),
    ("Jan 2026", ["day 01-01", "day 01-01", "day 01-01"]),
    ("1 mars", ["", "day 03-01", ""]),
    ("12:30", ["time 12:30:00", "time 12:30:00", "time 12:30:00"]),
    // The words for yes and no.
    ("WAAR", ["true", "", ""]),
    ("FALSKT", ["", "false", ""]),
    ("TRUE", ["", "", "true"]),
    // What reads as nothing else.
    ("1 Hour", ["", "", ""]),
    ("1/Month", ["", "", ""]),
    ("10K", ["", "", ""]),
    ("A01$9HF", ["", "", ""]),
    ("A1", ["", "", ""]),
    ("1e3-0", ["", "", ""]),
    ("0x10", ["", "", ""]),
    ("#N/A", ["", "", ""]),
    ("#REF!", ["", "", ""]),
    ("NaN", ["", "", ""]),
    ("Växthus Å", ["", "", ""]),
    ("België", ["", "", ""]),
    ("€", ["", "", ""]),
];

/// What a double click runs, and what it makes of it.
const RUN: [(&str, &str); 5] = [("=1+1", "2"), ("=\"a\"&\"b\"", "ab"), ("-1", "-1"), ("+1", "1"), ("-1+2", "-1+2")];

fn table<'t>(target: Target, mode: CellMode, texts: impl Iterator<Item = &'t str>) -> Vec<u8> {
    // A row of one cell is told from no row by the other.
    let columns = ["Text", "Row"].map(|name| Column::new(name, ValueKind::Text)).to_vec();
    let title = "Texts".to_owned();
    let plan = Plan { columns, target, mode, days: DayStyle::Iso, cost: None, currency: None, title };
    let mut file = Exporter::new(plan).unwrap();
    let mut bytes = file.bytes().to_vec();
    let mut texts = texts;
    file.page::<ExportError>(|page| {
        texts.try_for_each(|text| page.row([Cell::text(text), Cell::text("row")].into_iter()))
    })
    .unwrap();
    bytes.extend_from_slice(file.bytes());
    file.finish().unwrap();
    bytes.extend_from_slice(file.bytes());
    bytes
}

/// What a cell holds. Of a day the year is left out: where the text has none, it is the year of the machine.
fn shown(cell: &Data) -> String {
    match cell {
        Data::String(text) => format!("\"{text}\""),
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(moment) => match moment.to_ymd_hms_milli() {
            (1899, 12, 31, hour, minute, second, _) | (1899, 12, 30, hour, minute, second, _) => {
                format!("time {hour:02}:{minute:02}:{second:02}")
            }
            (_, month, day, ..) => format!("day {month:02}-{day:02}"),
        },
        _ => format!("{cell:?}"),
    }
}

#[test]
fn text_that_reads_as_something_else_becomes_it_in_csv_and_no_text_is_run_in_a_safe_file() {
    for (at, (target, locale, separator)) in TARGETS.into_iter().enumerate() {
        let Some(office) = Office::with_locale(locale) else { return };
        let texts = || TEXTS.iter().map(|(text, _)| *text);
        let run = || RUN.iter().map(|(text, _)| *text);
        let files = [
            ("1.csv", table(target, CellMode::Safe, texts())),
            ("2.csv", table(target, CellMode::Safe, run())),
            ("3.csv", table(target, CellMode::Exact, run())),
        ];
        let files = files.map(|(name, bytes)| (name.to_owned(), bytes));
        let found = office.all_understood(&files, Some(&double_click(separator)));
        let found: Vec<Vec<String>> =
            found.iter().map(|sheets| sheets[0].1[1..].iter().map(|row| shown(&row[0])).collect()).collect();
        for ((text, becomes), found) in TEXTS.iter().zip(&found[0]) {
            let becomes = if becomes[at].is_empty() { format!("\"{text}\"") } else { becomes[at].to_owned() };
            assert_eq!(*found, becomes, "{locale} {text:?}");
        }
        for (((text, becomes), safe), exact) in RUN.iter().zip(&found[1]).zip(&found[2]) {
            assert_eq!(*safe, format!("\"'{text}\""), "{locale}");
            assert_eq!(exact.trim_matches('"'), *becomes, "{locale} {text:?}");
        }
    }
}

#[test]
fn a_workbook_keeps_every_text_as_it_is() {
    let texts: Vec<&str> = TEXTS.iter().map(|(text, _)| *text).chain(RUN.iter().map(|(text, _)| *text)).collect();
    let file = table(Target::Xlsx, CellMode::Exact, texts.iter().copied());
    for locale in ["nl-NL", "en-US"] {
        let Some(office) = Office::with_locale(locale) else { return };
        let found = office.understood("texts.xlsx", &file, None);
        let found: Vec<Data> = found[0].1[1..].iter().map(|row| row[0].clone()).collect();
        assert_eq!(found, texts.iter().map(|text| Data::String((*text).to_owned())).collect::<Vec<_>>(), "{locale}");
    }
}
