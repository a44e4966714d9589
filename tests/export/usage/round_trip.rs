//! Any record → file → record, in every schema and for every target, over text that files have broken on.
use super::{file_of, kinds};
use crate::reader::read;
use crate::records::{any_record, field_of, golden_records};
use crate::workbooks::kept;
use factuur::billing::UsageField::{self, *};
use factuur::billing::{ExactSum, UsageRecord, ValueKind};
use factuur::export::{CellMode, Target, UsagePlan, UsageSchema};
use proptest::prelude::*;
use rust_decimal::Decimal;

const MODES: [CellMode; 2] = [CellMode::Safe, CellMode::Exact];

/// The columns by the fields that their headers name.
pub fn fields(schema: UsageSchema) -> Vec<UsageField> {
    schema.columns().iter().map(|column| field_of(&column.name)).collect()
}

/// What a record must say in a file. Only three things are written in another way: the name of one pricing model; in JSON,
/// an object, which stands there without its line breaks; in a workbook, a number, which is one and has no zeros at its end.
pub fn expected(record: &UsageRecord<'_>, field: UsageField, target: Target) -> String {
    let text = record.text(field);
    let is_json = matches!(target, Target::Json | Target::Ndjson);
    match field {
        PricingModel => text.replace("On Demand", "OnDemand"),
        AdditionalInfo | Tags
            if is_json && serde_json::from_str::<serde_json::Value>(text).is_ok_and(|it| it.is_object()) =>
        {
            text.replace(['\r', '\n'], "")
        }
        _ if target == Target::Xlsx && field.kind() == ValueKind::Number => kept(text),
        _ => text.to_owned(),
    }
}

fn check(records: &[UsageRecord<'_>], plan: &UsagePlan) {
    let UsagePlan { schema, target, mode, .. } = *plan;
    let all = fields(schema);
    let fields: Vec<UsageField> = plan.columns.iter().map(|at| all[*at]).collect();
    let bytes = file_of(plan, &[records]).unwrap_or_else(|error| panic!("{schema:?} {target:?} {mode:?}: {error}"));
    let found = read(&bytes, schema, target, mode, &fields);
    let columns = schema.columns();
    let names: Vec<&str> = plan.columns.iter().map(|at| &*columns[*at].name).collect();
    assert!(found.names == names || (records.is_empty() && found.names.is_empty()), "{:?}", found.names);
    let expected: Vec<Vec<String>> =
        records.iter().map(|record| fields.iter().map(|field| expected(record, *field, target)).collect()).collect();
    assert_eq!(found.rows, expected, "{schema:?} {target:?} {mode:?}");
}

#[test]
fn text_as_long_as_a_spreadsheet_takes_comes_back_whole() {
    const LONGEST: usize = 32_767;
    let pieces = ["\"", "\r\n", "=", "a,;\t", "＝", "\u{feff}", "'", "{\"a\":"];
    let fields = [
        SubscriptionId,
        MeterName,
        MeterCategory,
        ResourceId,
        ServiceInfo1,
        AdditionalInfo,
        ConsumedService,
        UnitOfMeasure,
    ];
    let mut record = golden_records()[0].clone();
    for (field, piece) in fields.into_iter().zip(pieces) {
        record.set(field, piece.chars().cycle().take(LONGEST).collect::<String>());
    }
    for (schema, target) in kinds() {
        check(std::slice::from_ref(&record), &UsagePlan::whole(schema, target, CellMode::Safe));
    }
}

#[test]
fn a_file_without_rows_has_its_head_alone() {
    for (schema, target) in kinds() {
        check(&[], &UsagePlan::whole(schema, target, CellMode::Safe));
    }
}

#[test]
fn a_row_of_nothing_is_a_row() {
    for (schema, target) in kinds() {
        let count = schema.columns().len();
        for columns in [(0..count).collect(), vec![0], vec![count - 1, 0]] {
            let plan = UsagePlan { columns, ..UsagePlan::whole(schema, target, CellMode::Exact) };
            check(&[UsageRecord::default(), UsageRecord::default()], &plan);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_record_reads_back_as_it_was(records in proptest::collection::vec(any_record(), 1..4)) {
        for (schema, target) in kinds() {
            for mode in MODES {
                check(&records, &UsagePlan::whole(schema, target, mode));
            }
        }
    }

    #[test]
    fn any_columns_in_any_order_hold_what_they_hold_in_the_whole_file(
        records in proptest::collection::vec(any_record(), 1..4),
        order in Just((0..80_usize).collect::<Vec<_>>()).prop_shuffle(),
        most in 1_usize..80,
    ) {
        for (schema, target) in kinds() {
            let count = schema.columns().len();
            let columns: Vec<usize> = order.iter().copied().filter(|at| *at < count).take(most).collect();
            for mode in MODES {
                check(&records, &UsagePlan { columns: columns.clone(), ..UsagePlan::whole(schema, target, mode) });
            }
        }
    }

    #[test]
    fn columns_of_numbers_add_up_to_the_same_in_every_file(records in proptest::collection::vec(any_record(), 0..6)) {
        for schema in UsageSchema::ALL {
            let fields = fields(schema);
            let sums = |target, mode| {
                let bytes = file_of(&UsagePlan::whole(schema, target, mode), &[&records]).unwrap();
                let mut sums = vec![ExactSum::ZERO; fields.len()];
                for row in read(&bytes, schema, target, mode, &fields).rows {
                    for ((cell, sum), field) in row.iter().zip(&mut sums).zip(&fields) {
                        if field.kind() == ValueKind::Number && !cell.is_empty() {
                            assert!(sum.add(Decimal::from_str_exact(cell).unwrap()));
                        }
                    }
                }
                sums
            };
            let first = sums(Target::Csv, CellMode::Exact);
            for target in Target::ALL {
                prop_assert_eq!(&sums(target, CellMode::Safe), &first);
            }
        }
    }
}
