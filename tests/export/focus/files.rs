//! The published columns, the golden files, the tables.
use super::records::*;
use crate::goldens::{check, place, shown};
use factuur::billing::UsageField::*;
use factuur::billing::{CostMetric, UsageRecord};
use factuur::export::focus::{FocusFile, FocusPlan, FocusVersion, LookupError, Lookups};
use factuur::export::{CellMode, ExportError, Target};
use std::collections::BTreeSet;

#[test]
fn the_files_have_the_published_columns() {
    let names = |version: FocusVersion| version.columns().iter().map(|column| column.name).collect::<Vec<_>>();
    let newest = names(FocusVersion::V1_2);
    let (own, others): (Vec<&str>, Vec<&str>) = newest.iter().partition(|name| !name.starts_with("x_"));
    assert_eq!((own.len(), others.len(), names(FocusVersion::V1_0).len()), (57, 52, 96));
    assert!(own.is_sorted() && newest.starts_with(&own), "the specification's own first, in alphabetical order");
    let Some(path) = beside("usage-files.md") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let headers: Vec<Vec<&str>> =
        text.lines().filter(|line| line.starts_with("BilledCost,")).map(|line| line.split(',').collect()).collect();
    assert!(headers.contains(&names(FocusVersion::V1_0)));
    let added = [
        "AvailabilityZone",
        "PricingCurrencyContractedUnitPrice",
        "PricingCurrencyEffectiveCost",
        "PricingCurrencyListUnitPrice",
    ];
    let preview: Vec<&str> = newest.iter().copied().filter(|name| !added.contains(name)).collect();
    assert!(headers.contains(&preview));
    let table = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()).collect::<BTreeSet<_>>();
    assert!(own.iter().all(|name| table.contains(name)));
}

/// The file of records of amortized costs.
pub fn written(plan: FocusPlan, records: &[UsageRecord<'_>]) -> Vec<u8> {
    let mut file = FocusFile::new(plan).unwrap();
    let mut bytes = file.exporter().bytes().to_vec();
    file.page(&LOOKUPS, |rows| {
        records.iter().try_for_each(|record| rows.add(record, CostMetric::Amortized))?;
        // Told twice: by both kinds of costs.
        records
            .iter()
            .filter(|record| record.text(ChargeType) == "Usage")
            .try_for_each(|record| rows.add(record, CostMetric::Actual))
    })
    .map_err(|error: ExportError| error)
    .unwrap();
    bytes.extend_from_slice(file.exporter().bytes());
    file.finish().unwrap();
    bytes.extend_from_slice(file.exporter().bytes());
    assert_eq!(file.exporter().written().rows(), records.len() as u64);
    bytes
}

#[test]
fn the_files_are_the_golden_files() {
    for (version, target) in kinds() {
        let made = written(FocusPlan::whole(version, target, CellMode::Exact), &all());
        check(&place(version.name(), target), &shown(target, &made));
    }
}

/// Every version for every target.
pub fn kinds() -> impl Iterator<Item = (FocusVersion, Target)> {
    FocusVersion::ALL.into_iter().flat_map(|version| Target::ALL.map(|target| (version, target)))
}

#[test]
fn chosen_columns_come_in_the_chosen_order() {
    let columns = vec![5, 1];
    let plan = FocusPlan { columns, ..FocusPlan::whole(FocusVersion::V1_2, Target::Csv, CellMode::Exact) };
    let mut file = FocusFile::new(plan).unwrap();
    assert_eq!(file.exporter().bytes(), b"BillingCurrency,BilledCost\r\n");
    file.page::<ExportError>(&LOOKUPS, |rows| rows.add(&usage(), CostMetric::Amortized)).unwrap();
    assert_eq!(file.exporter().bytes(), b"EUR,2.12659200\r\n");
}

#[test]
fn a_broken_table_says_which_and_where() {
    let good: [(&str, &[u8]); 4] = [
        ("services.csv", b"ConsumedService,ResourceType,ServiceName,ServiceCategory,ServiceSubcategory,ServiceModel\n"),
        ("regions.csv", b"OriginalValue,RegionId,RegionName\n"),
        ("pricing-units.csv", b"UnitOfMeasure,PricingBlockSize,DistinctUnits\n1,1,Units\n"),
        ("resource-types.csv", b"ResourceType,SingularDisplayName\n"),
    ];
    assert!(Lookups::parse(&good).is_ok());
    assert_eq!(Lookups::parse(&good[1..]).unwrap_err(), LookupError::Missing { file: "services.csv" });
    let with = |at: usize, bytes: &'static [u8]| {
        let mut files = good;
        files[at].1 = bytes;
        Lookups::parse(&files).unwrap_err().to_string()
    };
    assert_eq!(
        with(1, b"OriginalValue,RegionId\n"),
        "regions.csv, line 1: expected \"OriginalValue,RegionId,RegionName\""
    );
    let size = with(2, b"UnitOfMeasure,PricingBlockSize,DistinctUnits\n1,1,Units\n2,many,Units\n");
    assert_eq!(size, "pricing-units.csv, line 3: expected a whole number and a unit");
    assert!(
        with(3, b"ResourceType,SingularDisplayName\na,b\nc\n")
            .starts_with("resource-types.csv, line 3: expected a row")
    );
    assert!(
        with(3, b"ResourceType,SingularDisplayName\na,\xff\n")
            .starts_with("resource-types.csv, line 2: expected a row")
    );
}
