//! FOCUS files that our own export writes, for any target, are recognised and read back cell by cell.
use crate::exported::{TEXTS, day, record, text};
use crate::support::*;
use factuur::billing::UsageField::*;
use factuur::billing::{CostMetric, UsageRecord};
use factuur::explore::{Choices, Family, Note, Opened};
use factuur::export::focus::{Charge, FocusFile, FocusPlan, FocusVersion, Lookups};
use factuur::export::{CellMode, ExportError, Target};
use proptest::prelude::*;
use std::sync::LazyLock;

static LOOKUPS: LazyLock<Lookups> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/lookup/");
    let files = Lookups::FILES.map(|name| (name, std::fs::read(format!("{folder}{name}")).unwrap()));
    Lookups::parse(&files.each_ref().map(|(name, bytes)| (*name, bytes.as_slice()))).unwrap()
});

fn exported(plan: &FocusPlan, records: &[UsageRecord<'_>]) -> Vec<u8> {
    let mut file = FocusFile::new(plan.clone()).unwrap();
    let mut out = file.exporter().bytes().to_vec();
    file.page::<ExportError>(&LOOKUPS, |rows| {
        records.iter().try_for_each(|record| rows.add(record, CostMetric::Amortized))
    })
    .unwrap();
    out.extend_from_slice(file.exporter().bytes());
    file.finish().unwrap();
    out.extend_from_slice(file.exporter().bytes());
    out
}

/// A number whose products have no more digits than are read as a number.
fn number() -> impl Strategy<Value = String> {
    prop_oneof!["-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,4})?", Just(String::new())]
}

/// Asserts that a file read back says what these records' cells say.
fn check(opened: &Opened, version: FocusVersion, records: &[UsageRecord<'_>]) {
    let table = &opened.tables()[0];
    assert_eq!((opened.family(), table.rows() as usize), (Family::Focus, records.len()));
    for (row, record) in (0..).zip(records) {
        let (charge, mut scratch) = (Charge::new(record, &LOOKUPS), String::new());
        for (at, column) in version.columns().iter().enumerate() {
            let told = column.cell(&charge, &mut scratch).text;
            let found = table.value(row, at).text;
            assert_eq!(found, told, "{version:?} {}", column.name);
        }
    }
}

#[test]
fn a_product_longer_than_a_decimal_is_kept_as_text_and_told() {
    let long = record("x", "0.03571200000000001", "2026-02-17");
    for version in FocusVersion::ALL {
        let file = exported(&FocusPlan::whole(version, Target::Csv, CellMode::Exact), std::slice::from_ref(&long));
        let opened = try_open(&file).unwrap();
        let kept = |note: &Note| matches!(note, Note::KeptAsText { line: 2, .. });
        assert!(opened.notes().iter().any(kept), "{:?}", opened.notes());
        check(&opened, version, std::slice::from_ref(&long));
        assert_eq!(written(&opened), file);
    }
}

#[test]
fn a_product_with_the_name_null_is_not_read_as_nothing() {
    for (word, target) in
        ["NULL", "null", "Null", "NULLS"].into_iter().flat_map(|word| TEXTS.map(|target| (word, target)))
    {
        let record = record(word, "1.5", "2026-02-17");
        for version in FocusVersion::ALL {
            let file = exported(&FocusPlan::whole(version, target, CellMode::Exact), std::slice::from_ref(&record));
            check(&open(&*file), version, std::slice::from_ref(&record));
        }
    }
}

/// What tells a safe file from an exact one: text that is run, in a column that has it as it is.
fn telling(record: UsageRecord<'static>) -> UsageRecord<'static> {
    record.with(ProductName, "=1+1")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_charge_comes_back_from_any_target(
        rows in proptest::collection::vec((text(), number(), day()), 1..4),
        target in proptest::sample::select(&TEXTS[..]),
        version in proptest::sample::select(&FocusVersion::ALL[..]),
        mode in prop_oneof![Just(CellMode::Safe), Just(CellMode::Exact)],
        size in 1_usize..5000,
    ) {
        let mut records: Vec<_> = rows.iter().map(|(text, number, day)| record(text, number, day)).collect();
        records.push(telling(record("x", "1.5", "2026-02-17")));
        let file = exported(&FocusPlan::whole(version, target, mode), &records);
        let opened = open_in_pieces(&file, size, Choices::default()).unwrap();
        prop_assert_eq!(written(&opened), file);
        check(&opened, version, &records);
    }
}
