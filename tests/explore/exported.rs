//! Files that our own export writes, for any target, are recognised and read back to the records they were made of.
use crate::support::*;
use factuur::billing::{UsageField, UsageRecord, ValueKind};
use factuur::explore::{DayOrder, DecimalMark, Encoding, Family};
use factuur::export::{CellMode, ExportError, Target, UsageFile, UsagePlan, UsageSchema};
use proptest::prelude::*;

pub const TEXTS: [Target; 5] = [Target::Csv, Target::ExcelNl, Target::ExcelSv, Target::ExcelEn, Target::Tsv];

fn exported(plan: &UsagePlan, records: &[UsageRecord<'_>]) -> Vec<u8> {
    let mut file = UsageFile::new(plan).unwrap();
    let mut out = file.exporter().bytes().to_vec();
    file.page::<ExportError>(|rows| records.iter().try_for_each(|record| rows.add(record))).unwrap();
    out.extend_from_slice(file.exporter().bytes());
    file.finish().unwrap();
    out.extend_from_slice(file.exporter().bytes());
    out
}

/// A record with a value in every field.
pub fn record(text: &str, number: &str, day: &str) -> UsageRecord<'static> {
    let mut record = UsageRecord::default();
    for field in UsageField::ALL {
        let value = match field.kind() {
            ValueKind::Text => text,
            ValueKind::Number => number,
            ValueKind::Day => day,
            ValueKind::Flag => "true",
            ValueKind::Json => "{\"a\":\"b;c\"}",
        };
        record.set(*field, value.to_owned());
    }
    record.set(UsageField::BillingCurrency, "EUR");
    record
}

#[test]
fn every_schema_is_recognised_with_its_family_and_version() {
    let expected: [(UsageSchema, Family, &[&str]); 6] = [
        (UsageSchema::CostDetails20191101, Family::CostDetails, &["2019-11-01"]),
        (UsageSchema::CostDetails20211001, Family::CostDetails, &["2021-10-01"]),
        (UsageSchema::CostDetails20231201Preview, Family::CostDetails, &["2021-10-01", "2023-12-01-preview"]),
        (UsageSchema::Partner20191101, Family::Partner, &["2019-11-01"]),
        (UsageSchema::Partner20211001, Family::Partner, &["2021-10-01", "2023-12-01-preview"]),
        (UsageSchema::PayAsYouGo20191101, Family::PayAsYouGo, &["2019-11-01"]),
    ];
    for (schema, family, versions) in expected {
        for target in TEXTS {
            let file = exported(&UsagePlan::whole(schema, target, CellMode::Safe), &[record("x", "1.5", "2026-02-17")]);
            let found = factuur::explore::recognise(&file);
            assert_eq!((found.family, &*found.versions), (family, versions), "{schema:?} for {target:?}");
            assert!(found.columns.iter().all(|column| column.is_known && column.field.is_some()), "{schema:?}");
            assert_eq!(written(&open(&file)), file, "{schema:?} for {target:?}");
        }
    }
}

#[test]
fn a_file_for_a_spreadsheet_in_dutch_tells_its_dialect() {
    let plan = UsagePlan::whole(UsageSchema::CostDetails20211001, Target::ExcelNl, CellMode::Safe);
    let opened = open(exported(&plan, &[record("=1+1", "1234.5", "2026-02-03")]));
    let dialect = opened.dialect();
    assert_eq!((dialect.delimiter, dialect.encoding), (b';', Encoding::Utf8Marked));
    assert_eq!((dialect.decimal, dialect.days), (Some(DecimalMark::Comma), Some(DayOrder::DayFirst)));
    assert!(dialect.is_guarded);
    let record = opened.tables()[0].record(0);
    assert_eq!(record.text(UsageField::Date), "2026-02-03");
    assert_eq!(record.text(UsageField::Quantity), "1234.5");
    assert_eq!(record.text(UsageField::MeterName), "=1+1");
}

#[test]
fn a_file_with_only_chosen_columns_in_another_order_is_still_recognised() {
    let all = UsagePlan::whole(UsageSchema::CostDetails20211001, Target::ExcelSv, CellMode::Safe);
    let columns = vec![42, 15, 32, 40];
    let opened = open(exported(&UsagePlan { columns, ..all }, &[record("rg", "0.125", "2026-02-03")]));
    assert_eq!(opened.family(), Family::CostDetails);
    let record = opened.tables()[0].record(0);
    assert_eq!(record.text(UsageField::CostInBillingCurrency), "0.125");
    assert_eq!(record.text(UsageField::Date), "2026-02-03");
    assert_eq!(record.text(UsageField::ResourceGroupName), "rg");
}

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,8}",
        "[=+@'\\-;,\t\"\r\n \u{feff}\u{ff1d}\u{ff0b}aÅ0]{0,6}",
        Just("NULL".to_owned()),
        Just("null".to_owned()),
        Just("1,5".to_owned()),
        Just("01-02-2026".to_owned()),
    ]
}

pub fn number() -> impl Strategy<Value = String> {
    prop_oneof!["-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,13})?", "0\\.[0-9]{26,28}", "[1-9][0-9]{27}", Just(String::new())]
}

pub fn day() -> impl Strategy<Value = String> {
    (1_u32..=12, 1_u32..=28, 2012..2030).prop_map(|(month, day, year)| format!("{year}-{month:02}-{day:02}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_record_comes_back_from_any_target(
        rows in proptest::collection::vec((text(), number(), day()), 1..5),
        target in proptest::sample::select(&TEXTS[..]),
        schema in proptest::sample::select(&UsageSchema::ALL[..]),
        mode in prop_oneof![Just(CellMode::Safe), Just(CellMode::Exact)],
        size in 1_usize..5000,
    ) {
        let mut records: Vec<_> = rows.iter().map(|(text, number, day)| record(text, number, day)).collect();
        // An exact file whose only runnable text has a quote in front looks like a safe one: this row tells.
        records.push(record("=1+1", "1.5", "2026-02-17"));
        let plan = UsagePlan::whole(schema, target, mode);
        let file = exported(&plan, &records);
        let opened = open_in_pieces(&file, size, Default::default()).unwrap();
        prop_assert_eq!(written(&opened), file);
        let table = &opened.tables()[0];
        for (row, record) in (0..).zip(&records) {
            let read = table.record(row);
            for field in table.columns().iter().filter_map(|column| column.field()) {
                prop_assert_eq!(read.text(field), record.text(field), "{:?} for {:?}", field, target);
            }
        }
    }
}
