//! The files for Excel and the workbook, opened as a double click opens them: numbers are numbers, days are days, letters
//! are letters, in whatever time zone.
//!
//! A double click on a `.csv` file asks nothing. Excel takes the separator, the decimal sign and the order of a day from the
//! regional settings of the machine, takes the byte order mark for UTF-8, and makes a number or a day of every cell that
//! reads as one, quoted or not. LibreOffice is told to do the same: the separator of the locale, UTF-8, the first line
//! first, the language of the machine, quoted cells as any other, special numbers found. Excel itself was not tried.
use super::{Office, Sheets};
use crate::focus::files::written;
use crate::focus::records::{LOOKUPS, all};
use crate::records::golden_records;
use crate::statements::{daily, pay_as_you_go, terms};
use crate::usage::file_of;
use crate::xlsx::day;
use calamine::Data;
use factuur::billing::UsageField::*;
use factuur::billing::{UsageRecord, ValueKind};
use factuur::export::focus::{Charge, FocusPlan, FocusVersion};
use factuur::export::{CellMode, Column, Target, UsagePlan, UsageSchema};

/// The targets that a double click opens as text, the settings of the machine they are for, and how these part cells.
pub const TARGETS: [(Target, &str, char); 3] =
    [(Target::ExcelNl, "nl-NL", ';'), (Target::ExcelSv, "sv-SE", ';'), (Target::ExcelEn, "en-US", ',')];

/// How LibreOffice opens text as a double click in Excel does; 76 is UTF-8, and language 0 that of the machine.
pub fn double_click(separator: char) -> String {
    format!("CSV:{},34,76,1,,0,false,true", u32::from(separator))
}

/// Numbers that a wrong notation makes others of, or that are at the ends of what is kept.
const NUMBERS: [&str; 16] = [
    "0.0536",
    "536",
    "-12.50",
    "1.000",
    "1000",
    "1234567.891",
    "-0.5",
    "0.00000047",
    "123456789012345",
    "0.123456789012345",
    "0.0543695421888000000",
    "0.0000000000000000000000000001",
    "1234567890.123456789012345678",
    "79228162514264337593543950335",
    "-7.9228162514264337593543950335",
    "0",
];

/// Days that another order makes others of, that a time zone puts on the day before or after, and the days the clocks turn.
const DAYS: [&str; 8] =
    ["2026-03-04", "2026-04-03", "2026-01-01", "2025-12-31", "2024-02-29", "2026-03-29", "2026-10-25", "1999-12-31"];

const LETTERS: [&str; 6] =
    ["Växthus Å", "België ë", "€ per uur", "Fabrikam \"north\"; a, b", "one\ntwo", "{\"env\":\"prod\"}"];

/// What stays text in every language: what Azure's names, ids, units and regions look like.
const NAMES: [&str; 8] = [
    "1 Hour",
    "1/Month",
    "100 GB",
    "10K",
    "A01$9HF",
    "/subscriptions/5f1c",
    "D2s v3",
    "0a1b2c3d-0000-4000-8000-0000000000aa",
];

fn hard() -> Vec<UsageRecord<'static>> {
    (0..NUMBERS.len())
        .map(|at| {
            let number = |more: usize| NUMBERS[(at + more) % NUMBERS.len()];
            let day = |more: usize| DAYS[(at + more) % DAYS.len()];
            UsageRecord::default()
                .with(Quantity, number(0))
                .with(EffectivePrice, number(1))
                .with(CostInBillingCurrency, number(2))
                .with(BillingCurrency, "EUR")
                .with(Date, day(0))
                .with(ExchangeRateDate, day(1))
                .with(BillingPeriodStartDate, day(2))
                .with(IsAzureCreditEligible, ["true", "false"][at % 2])
                .with(ResourceGroupName, LETTERS[at % LETTERS.len()])
                .with(UnitOfMeasure, NAMES[at % NAMES.len()])
                .with(MeterName, "=1+1")
                .with(PublisherName, "-2")
        })
        .collect()
}

/// A file: its columns, what its rows say, and its bytes.
struct Table {
    name: String,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    bytes: Vec<u8>,
}

fn usage(schema: UsageSchema, target: Target, records: &[UsageRecord<'_>]) -> Table {
    let plan = UsagePlan::whole(schema, target, CellMode::Safe);
    let fields = crate::usage::fields(schema);
    let row = |record: &UsageRecord<'_>| {
        fields.iter().map(|field| record.text(*field).replace("On Demand", "OnDemand")).collect()
    };
    Table {
        name: format!("{}{}", schema.name(), target.ending()),
        columns: schema.columns(),
        rows: records.iter().map(row).collect(),
        bytes: file_of(&plan, &[records]).unwrap(),
    }
}

fn focus(version: FocusVersion, target: Target, records: &[UsageRecord<'_>]) -> Table {
    let row = |record: &UsageRecord<'_>| {
        let (charge, mut scratch) = (Charge::new(record, &LOOKUPS), String::new());
        version.columns().iter().map(|column| column.cell(&charge, &mut scratch).text.to_owned()).collect()
    };
    Table {
        name: format!("{}{}", version.name(), target.ending()),
        columns: version.columns().iter().map(|column| column.column()).collect(),
        rows: records.iter().map(row).collect(),
        bytes: written(FocusPlan::whole(version, target, CellMode::Safe), records),
    }
}

/// A file of each family of schemas, in the order of their names.
fn tables(target: Target) -> Vec<Table> {
    let modern = [golden_records().to_vec(), hard()].concat();
    let legacy = [pay_as_you_go(&daily(), &terms()), hard()].concat();
    vec![
        usage(UsageSchema::CostDetails20211001, target, &modern),
        focus(FocusVersion::V1_2, target, &all()),
        usage(UsageSchema::Partner20211001, target, &modern),
        usage(UsageSchema::PayAsYouGo20191101, target, &legacy),
    ]
}

/// The 15 digits that a spreadsheet keeps.
fn kept(number: f64) -> String {
    format!("{number:.14e}")
}

/// Whether a text cell of a CSV file may have become a number: it is one. See [`super::reinterpreted`].
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Asserts that a spreadsheet has understood a table; how many numbers, days, flags and texts it has.
fn compare(table: &Table, target: Target, found: &Sheets) -> [usize; 4] {
    let mut counts = [0; 4];
    assert_eq!(found.len(), 1);
    let found = &found[0].1;
    let header: Vec<Data> = table.columns.iter().map(|column| Data::String(column.name.to_string())).collect();
    assert_eq!(found[0], header);
    assert_eq!(found.len(), table.rows.len() + 1, "{}", table.name);
    for (row, found) in table.rows.iter().zip(&found[1..]) {
        for ((text, column), cell) in row.iter().zip(&table.columns).zip(found) {
            let at = format!("{} {}: {text:?} is {cell:?}", table.name, column.name);
            match (column.kind, cell) {
                (_, Data::Empty) => assert_eq!(text, "", "{at}"),
                (ValueKind::Number, Data::Float(number)) => {
                    assert_eq!(kept(*number), kept(text.parse().unwrap()), "{at}");
                    counts[0] += 1;
                }
                // A workbook says so when it has more digits than are kept.
                (ValueKind::Number, Data::String(found)) if target == Target::Xlsx => {
                    assert!(found == text && crate::workbooks::kept(text) == *text, "{at}");
                }
                (ValueKind::Day, Data::DateTime(_)) => {
                    assert_eq!(day(cell).to_string(), *text, "{at}");
                    counts[1] += 1;
                }
                (ValueKind::Flag, Data::Bool(flag)) => {
                    assert_eq!(flag.to_string(), *text, "{at}");
                    counts[2] += 1;
                }
                (ValueKind::Text | ValueKind::Json, Data::String(found)) => {
                    // The quote that keeps a text from being run can be seen.
                    let is_guarded = target != Target::Xlsx && text.starts_with(['=', '+', '-', '@', '\'']);
                    assert_eq!(*found, format!("{}{text}", if is_guarded { "'" } else { "" }), "{at}");
                    counts[3] += 1;
                }
                (ValueKind::Text, Data::Float(number)) if target != Target::Xlsx && is_digits(text) => {
                    assert_eq!(*number, text.parse::<f64>().unwrap(), "{at}");
                }
                _ => panic!("{at}"),
            }
        }
    }
    counts
}

fn compare_all(office: &Office, target: Target, import: Option<&str>) {
    let tables = tables(target);
    let files: Vec<_> = tables.iter().map(|table| (table.name.clone(), table.bytes.clone())).collect();
    for (table, found) in tables.iter().zip(office.all_understood(&files, import)) {
        let counts = compare(table, target, &found);
        assert!(counts[0] >= 40 && counts[1] >= 10 && counts[3] >= 40, "{}: {counts:?}", table.name);
        assert!(counts[2] >= 7 || !table.columns.iter().any(|column| column.kind == ValueKind::Flag), "{}", table.name);
    }
}

#[test]
fn a_double_click_opens_numbers_as_numbers_and_days_as_days_in_each_language() {
    for ((target, locale, separator), zone) in
        TARGETS.into_iter().zip(["Europe/Amsterdam", "Pacific/Kiritimati", "America/Los_Angeles"])
    {
        let Some(office) = Office::with_locale(locale) else { return };
        compare_all(&office.in_zone(zone), target, Some(&double_click(separator)));
    }
}

#[test]
fn a_workbook_opens_with_every_type_in_each_language_and_time_zone() {
    for (locale, zone) in [("nl-NL", "America/Los_Angeles"), ("sv-SE", "Asia/Kolkata"), ("en-US", "Pacific/Kiritimati")]
    {
        let Some(office) = Office::with_locale(locale) else { return };
        compare_all(&office.in_zone(zone), Target::Xlsx, None);
    }
}

#[test]
fn the_time_zone_changes_nothing_that_a_double_click_opens() {
    let tables = tables(Target::ExcelNl);
    let files: Vec<_> = tables.into_iter().map(|table| (table.name, table.bytes)).collect();
    let Some(west) = Office::with_locale("nl-NL").map(|office| office.in_zone("America/Los_Angeles")) else { return };
    let understood = |office: &Office| office.all_understood(&files, Some(&double_click(';')));
    let in_the_west = understood(&west);
    assert_eq!(understood(&west.in_zone("Pacific/Kiritimati")), in_the_west);
}
