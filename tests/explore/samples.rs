//! The real files beside this repository: recognised, read in, and written back byte for byte. There is no byte that cannot
//! be told apart: quotes and line ends are kept with the cells and rows.
use crate::support::*;
use factuur::billing::{ExactSum, UsageField};
use factuur::explore::{Family, Section, recognise};
use rust_decimal::Decimal;
use std::path::{Path, PathBuf};

/// The published samples: beside this repository, or in the folder that FACTUUR_CONTRACT names. None, said aloud, when they
/// are not there.
fn sample(name: &str) -> Option<Vec<u8>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/contract");
    let folder = std::env::var_os("FACTUUR_CONTRACT").map_or_else(beside, PathBuf::from);
    let path = folder.join("samples").join(name);
    let file = std::fs::read(&path).ok();
    if file.is_none() {
        eprintln!("skipped, and passed only for that reason: {} is not there", path.display());
    }
    file
}

type Sample = (&'static str, Family, &'static [&'static str], &'static [u32], &'static str);

/// Every file: family, versions, rows of its tables, and what a strict reader says of it.
const SAMPLES: &[Sample] = &[
    ("account-center/account-center-v2-201802.cut.csv", Family::AccountCenter, &["2"], &[1, 31, 160], ""),
    ("cost-details/EA_ActualCost_Small.csv", Family::Enterprise, &[], &[11], ""),
    ("cost-details/EA_NoRows.csv", Family::Enterprise, &[], &[0], ""),
    ("cost-details/opencost-headerset-BOM.csv", Family::PayAsYouGo, &["2019-11-01"], &[1], ""),
    ("cost-details/opencost-headerset-PayAsYouGo.csv", Family::PayAsYouGo, &["2019-11-01"], &[1], ""),
    ("cost-details/opencost-headerset-Enterprise.csv", Family::Enterprise, &[], &[1], ""),
    // Two digits of a year are no year.
    (
        "cost-details/opencost-headerset-EnterpriseCamel.csv",
        Family::PartnerCustomer,
        &[],
        &[1],
        "line 2, column `exchangeRateDate`: a day such as 02/17/2026 expected, found `3/1/21`",
    ),
    // A program's test of tags: its header mixes two families, and no version has it.
    ("cost-details/opencost-values-MissingBrackets.csv", Family::CostDetails, &[], &[1], ""),
    ("focus/focus-1.0-sample.microsoft-rows.csv", Family::Focus, &["1.0"], &[51], ""),
    ("focus/spec-commitment_discount_purchase_scenario_1.csv", Family::Focus, &["1.1", "1.2"], &[1], ""),
    // The specification's own table has an hour that no day has.
    (
        "focus/spec-commitment_discount_purchase_scenario_2.csv",
        Family::Focus,
        &["1.1", "1.2"],
        &[3],
        "line 4, column `ChargePeriodEnd`: a day such as 2026-02-17 expected, found `2023-02-01T30:00:00Z`",
    ),
    ("focus/spec-commitment_discount_usage_scenario_1.csv", Family::Focus, &["1.1", "1.2"], &[1], ""),
    ("focus/spec-commitment_discount_usage_scenario_2.csv", Family::Focus, &["1.1", "1.2"], &[1], ""),
    ("focus/spec-commitment_discount_usage_scenario_3.csv", Family::Focus, &["1.1", "1.2"], &[2], ""),
];

#[test]
fn every_sample_is_recognised_and_written_back_byte_for_byte() {
    for (name, family, versions, rows, fault) in SAMPLES {
        let Some(file) = sample(name) else { continue };
        let found = recognise(&file);
        assert_eq!((found.family, &*found.versions), (*family, *versions), "{name}");
        let unknown: Vec<_> = found.columns.iter().filter(|column| !column.is_known).map(|c| &*c.header).collect();
        let expected: &[&str] = if name.contains("focus-1.0") { &["Id"] } else { &[] };
        // The stray column of the FOCUS sample is the only one that no format has.
        let stray = if name.contains("MissingBrackets") { unknown.len() } else { expected.len() };
        assert_eq!(unknown.len(), stray, "{name}: {unknown:?}");
        let strict = try_open(&file);
        assert_eq!(strict.as_ref().err().map(ToString::to_string).unwrap_or_default(), *fault, "{name}");
        for size in [1, 1000, file.len()] {
            let opened = open_in_pieces(&file, size, LENIENT).unwrap();
            assert_eq!(opened.tables().iter().map(|table| table.rows()).collect::<Vec<_>>(), *rows, "{name}");
            assert!(written(&opened) == file, "{name} differs, read in pieces of {size}");
        }
    }
}

#[test]
fn the_tables_of_names_are_files_of_no_known_format_and_come_back_too() {
    for name in ["PricingUnits.csv", "Regions.csv", "Services.csv", "ResourceTypes.cut.csv"] {
        let Some(file) = sample(&format!("lookup/{name}")) else { continue };
        let opened = open(&file);
        assert_eq!(opened.family(), Family::Unknown, "{name}");
        assert!(written(&opened) == file, "{name}");
    }
}

#[test]
fn the_real_account_center_file_is_explored_by_its_daily_usage() {
    let Some(file) = sample("account-center/account-center-v2-201802.cut.csv") else { return };
    let opened = open(&file);
    let daily = opened.main_table().unwrap();
    assert_eq!(daily.section(), Some(Section::DailyUsage));
    let record = daily.record(0);
    assert_eq!(record.text(UsageField::Date), "2017-12-31");
    assert_eq!(record.text(UsageField::MeterName), "Shared App Service Hours");
    assert_eq!(record.text(UsageField::Quantity), "2.0");
    assert_eq!(record.text(UsageField::Tags), "{}");
    assert!(!daily.has_records(), "the daily usage has no cost");
    let statement = &opened.tables()[1];
    let value = statement.column_named("Value").unwrap();
    let mut sum = ExactSum::ZERO;
    for row in 0..statement.rows() {
        assert!(sum.add(Decimal::from_str_exact(&statement.value(row, value).text).unwrap()));
    }
    let view = factuur::explore::View::new(statement, &Default::default());
    let measure = statement.measures()[0];
    assert_eq!(measure.column, value);
    let groups = factuur::explore::Groups::new(statement, &view, &[], Some(measure));
    let (currency, found) = groups.sums(statement, &groups.groups()[0]).next().unwrap();
    assert_eq!((&*currency, found.exact()), ("USD", sum));
}
