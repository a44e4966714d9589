//! The usage file in every schema and for every target.
mod golden;
mod pages;
mod reader;
mod round_trip;
mod wire;

use factuur::billing::UsageRecord;
use factuur::export::{ExportError, Target, UsageFile, UsagePlan, UsageSchema};

/// Every target but the workbook, which has tests and a reader of its own.
pub const TARGETS: [Target; 7] =
    [Target::Csv, Target::ExcelNl, Target::ExcelSv, Target::ExcelEn, Target::Tsv, Target::Json, Target::Ndjson];

/// Every schema for every target.
pub fn kinds() -> impl Iterator<Item = (UsageSchema, Target)> {
    UsageSchema::ALL.into_iter().flat_map(|schema| TARGETS.map(|target| (schema, target)))
}

/// A file of one page after the other.
pub fn file_of(plan: &UsagePlan, pages: &[&[UsageRecord<'_>]]) -> Result<Vec<u8>, ExportError> {
    let mut file = UsageFile::new(plan)?;
    let mut bytes = file.exporter().bytes().to_vec();
    for records in pages {
        file.page(|rows| records.iter().try_for_each(|record| rows.add(record)))?;
        bytes.extend_from_slice(file.exporter().bytes());
    }
    file.finish()?;
    bytes.extend_from_slice(file.exporter().bytes());
    Ok(bytes)
}

#[test]
fn no_target_but_the_workbook_is_left_out_of_these_tests() {
    assert!(Target::ALL.iter().all(|target| TARGETS.contains(target) || *target == Target::Xlsx));
}
