//! Any charge → file → row, in both versions and for every target, over text that files have broken on.
use super::files::{kinds, written};
use super::laws::any_charge;
use super::records::*;
use crate::reader::read_kinds;
use crate::records::hostile_text;
use crate::workbooks::kept;
use factuur::billing::UsageField::*;
use factuur::billing::{UsageField, UsageRecord, ValueKind};
use factuur::export::focus::{FocusPlan, FocusVersion};
use factuur::export::{CellMode, Target};
use proptest::collection::vec;
use proptest::prelude::*;

/// Text that goes into the file as it is, or as a part of what it is made of.
const TEXTS: [UsageField; 10] = [
    InvoiceId,
    BillingAccountName,
    BillingProfileName,
    InvoiceSectionName,
    ProductName,
    MeterName,
    SubscriptionName,
    PublisherName,
    CostCenter,
    ServiceInfo1,
];

fn any_hostile_charge() -> impl Strategy<Value = UsageRecord<'static>> {
    (any_charge(), vec(hostile_text(), TEXTS.len()), hostile_text()).prop_map(|(charge, texts, tags)| {
        TEXTS.into_iter().zip(texts).fold(charge, |charge, (field, text)| charge.with(field, text)).with(Tags, tags)
    })
}

fn check(records: &[UsageRecord<'_>], version: FocusVersion, target: Target, mode: CellMode) {
    let columns = version.columns();
    let kinds: Vec<ValueKind> = columns.iter().map(|column| column.kind).collect();
    let bytes = written(FocusPlan::whole(version, target, mode), records);
    let found = read_kinds(&bytes, "YYYY-MM-DDT00:00:00Z", target, mode, &kinds);
    assert!(found.names.iter().eq(columns.iter().map(|column| column.name)));
    assert_eq!(found.rows.len(), records.len());
    for (found, record) in found.rows.iter().zip(records) {
        let row = row_of(version, record);
        for (cell, column) in found.iter().zip(columns) {
            let told = &row[column.name];
            let is_number = column.kind == ValueKind::Number && target == Target::Xlsx;
            let told = if is_number { kept(told) } else { told.clone() };
            assert_eq!(*cell, told, "{version:?} {target:?} {mode:?} {}", column.name);
        }
    }
}

#[test]
fn text_as_long_as_a_spreadsheet_takes_comes_back_whole() {
    let longest: String = "=\"\r\n;,＝\u{feff}".chars().cycle().take(32_767).collect();
    for (version, target) in kinds() {
        let record = usage().with(ProductName, longest.clone());
        check(&[record], version, target, CellMode::Safe);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_charge_reads_back_as_it_was(records in vec(any_hostile_charge(), 1..4)) {
        for (version, target) in kinds() {
            for mode in [CellMode::Safe, CellMode::Exact] {
                check(&records, version, target, mode);
            }
        }
    }
}
