//! The usage file in every schema and for every target.
mod golden;
mod pages;
mod round_trip;
mod wire;

use factuur::billing::UsageRecord;
use factuur::export::{ExportError, Target, UsageFile, UsagePlan, UsageSchema};
pub use round_trip::fields;

/// Every schema for every target.
pub fn kinds() -> impl Iterator<Item = (UsageSchema, Target)> {
    UsageSchema::ALL.into_iter().flat_map(|schema| Target::ALL.map(|target| (schema, target)))
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
