//! Pages: however the rows are parted the file is the same (of a workbook its sheet: how that is packed is another matter),
//! and a page that fails was never there.
use super::{file_of, kinds};
use crate::goldens::shown;
use crate::records::{any_record, golden_records};
use factuur::billing::{UsageField, UsageRecord};
use factuur::export::{CellMode, ExportError, Target, UsageFile, UsagePlan, UsageSchema, XlsxError};
use proptest::prelude::*;

/// What a caller may fail with.
#[derive(Debug, PartialEq)]
enum Failure {
    Caller,
    Export(ExportError),
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Failure {
        Failure::Export(error)
    }
}

fn bad_cost() -> UsageRecord<'static> {
    golden_records()[0].clone().with(UsageField::CostInBillingCurrency, "12,50")
}

#[test]
fn a_cost_that_is_no_number_is_refused_by_its_row() {
    for (schema, target) in kinds() {
        for cost in
            ["12,50", "1e3", "x", " 1", "1 ", "NaN", "0.00000000000000000000000000001", "79228162514264337593543950336"]
        {
            let mut file = UsageFile::new(&UsagePlan::whole(schema, target, CellMode::Exact)).unwrap();
            let [sound, ..] = golden_records();
            let bad = sound.clone().with(UsageField::CostInBillingCurrency, cost);
            let answer = file.page(|rows| [&sound, &bad].into_iter().try_for_each(|record| rows.add(record)));
            // A workbook says more: which column it is, and what it should have been.
            let is_told = match &answer {
                Err(ExportError::Workbook(XlsxError::NotOfItsKind { row: 2, text, .. })) => {
                    target == Target::Xlsx && text == cost
                }
                answer => *answer == Err(ExportError::RowDiffers { row: 2 }),
            };
            assert!(is_told, "{schema:?} {target:?} {cost}: {answer:?}");
            assert_eq!((file.exporter().bytes(), file.exporter().written().rows()), (&b""[..], 0));
        }
    }
}

#[test]
fn a_caller_that_goes_on_after_a_refused_row_has_no_page() {
    for (schema, target) in kinds() {
        let mut file = UsageFile::new(&UsagePlan::whole(schema, target, CellMode::Exact)).unwrap();
        let [sound, ..] = golden_records();
        let answer = file.page(|rows| {
            let _ = rows.add(&bad_cost());
            rows.add(&sound)
        });
        assert!(answer.is_err(), "{schema:?} {target:?}");
        assert_eq!(file.exporter().written().rows(), 0);
    }
}

#[test]
fn a_row_of_a_later_page_is_counted_from_the_first() {
    let mut file =
        UsageFile::new(&UsagePlan::whole(UsageSchema::CostDetails20211001, Target::Csv, CellMode::Safe)).unwrap();
    let records = golden_records();
    file.page(|rows| records.iter().try_for_each(|record| rows.add(record))).unwrap();
    assert_eq!(file.page(|rows| rows.add(&bad_cost())), Err(ExportError::RowDiffers { row: 4 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn however_rows_are_parted_into_pages_the_file_is_the_same_byte_for_byte(
        records in proptest::collection::vec(any_record(), 0..6),
        ends in proptest::collection::vec(0_usize..6, 0..4),
    ) {
        let mut ends: Vec<usize> = ends.into_iter().map(|end| end.min(records.len())).collect();
        ends.sort_unstable();
        ends.push(records.len());
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let pages: Vec<&[UsageRecord<'_>]> = starts.zip(&ends).map(|(start, end)| &records[start..*end]).collect();
        for (schema, target) in kinds() {
            let plan = UsagePlan::whole(schema, target, CellMode::Safe);
            let of = |pages: &[&[UsageRecord<'_>]]| shown(target, &file_of(&plan, pages).unwrap());
            prop_assert_eq!(of(&pages), of(&[&records]), "{:?} {:?}", schema, target);
        }
    }

    #[test]
    fn a_page_that_fails_leaves_everything_as_it_was(
        records in proptest::collection::vec(any_record(), 1..6),
        failing in proptest::collection::vec((0_usize..6, any::<bool>()), 1..4),
    ) {
        for (schema, target) in kinds() {
            let plan = UsagePlan::whole(schema, target, CellMode::Exact);
            let mut file = UsageFile::new(&plan).unwrap();
            let mut bytes = file.exporter().bytes().to_vec();
            for (at, record) in records.iter().enumerate() {
                let before = file.exporter().written().clone();
                for (rows_before, by_caller) in failing.iter().filter(|(page, _)| page % records.len() == at) {
                    let answer = file.page(|rows| {
                        records.iter().take(*rows_before + 1).try_for_each(|record| rows.add(record))?;
                        if *by_caller { Err(Failure::Caller) } else { Ok(rows.add(&bad_cost())?) }
                    });
                    let is_told = matches!(answer, Err(Failure::Caller | Failure::Export(_)));
                    prop_assert!(is_told);
                    prop_assert_eq!(file.exporter().written(), &before);
                    prop_assert!(file.exporter().bytes().is_empty());
                }
                file.page(|rows| rows.add(record)).unwrap();
                bytes.extend_from_slice(file.exporter().bytes());
            }
            file.finish().unwrap();
            bytes.extend_from_slice(file.exporter().bytes());
            let at_once = file_of(&plan, &[&records]).unwrap();
            prop_assert_eq!(shown(target, &bytes), shown(target, &at_once), "{:?} {:?}", schema, target);
        }
    }
}
