//! The golden files, and the header lines as they are published.
use super::{file_of, kinds};
use crate::goldens::{check, golden, place, shown};
use crate::records::golden_records;
use crate::statements::{daily, pay_as_you_go, terms};
use factuur::billing::UsageRecord;
use factuur::export::{CellMode, Target, UsageFile, UsagePlan, UsageSchema};
use std::path::{Path, PathBuf};

/// A usage row, a refund, and the smallest cost there can be; pay-as-you-go files have no refunds.
fn records(schema: UsageSchema) -> Vec<UsageRecord<'static>> {
    match schema {
        UsageSchema::PayAsYouGo20191101 => pay_as_you_go(&daily(), &terms()),
        _ => golden_records().to_vec(),
    }
}

fn made(schema: UsageSchema, target: Target, mode: CellMode) -> String {
    shown(target, &file_of(&UsagePlan::whole(schema, target, mode), &[&records(schema)]).unwrap())
}

#[test]
fn every_exact_file_is_its_golden_file_byte_for_byte() {
    for (schema, target) in kinds() {
        check(&place(schema.name(), target), &made(schema, target, CellMode::Exact));
    }
}

#[test]
fn a_safe_file_differs_only_where_text_would_be_run() {
    for (schema, target) in kinds() {
        let exact = golden(&place(schema.name(), target));
        let safe = match target {
            // What has types has no formulas.
            Target::Json | Target::Ndjson | Target::Xlsx => exact,
            _ => ["=Backup plan", "'Quoted' Ltd", "-shared", "@Orchard", "=one+two"]
                .iter()
                .fold(exact, |file, text| file.replace(text, &format!("'{text}"))),
        };
        assert_eq!(made(schema, target, CellMode::Safe), safe, "{schema:?} {target:?}");
    }
}

#[test]
fn a_file_is_added_up_by_currency_to_the_last_digit() {
    for (schema, target) in kinds() {
        let mut file = UsageFile::new(&UsagePlan::whole(schema, target, CellMode::Safe)).unwrap();
        file.page(|rows| records(schema).iter().try_for_each(|record| rows.add(record))).unwrap();
        let written = file.exporter().written();
        let sums: Vec<String> = written.costs().map(|(currency, sum)| format!("{sum} {currency}")).collect();
        let expected: &[&str] = match schema {
            UsageSchema::PayAsYouGo20191101 => &["5.365104399999999999072 USD"],
            _ => &["-12.4456304578112 EUR", "0.00000000000000000000000001 SEK"],
        };
        assert_eq!(
            (written.rows(), &*sums),
            (3, expected.iter().map(|sum| sum.to_string()).collect::<Vec<_>>().as_slice())
        );
    }
}

#[test]
fn a_credit_stays_a_number_in_every_safe_file() {
    for (schema, target) in kinds().filter(|(schema, _)| *schema != UsageSchema::PayAsYouGo20191101) {
        let credit = match target {
            Target::ExcelNl | Target::ExcelSv => ";-12,50;",
            Target::Tsv => "\t-12.50\t",
            Target::Csv | Target::ExcelEn => ",-12.50,",
            Target::Xlsx => "\"><v>-12.50</v>",
            _ => ":-12.50,",
        };
        assert!(made(schema, target, CellMode::Safe).contains(credit), "{schema:?} {target:?}");
    }
}

#[test]
fn every_header_is_the_one_that_is_published() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/contract");
    let folder = std::env::var_os("FACTUUR_CONTRACT").map_or_else(beside, PathBuf::from);
    let Ok(page) = std::fs::read_to_string(folder.join("usage-files.md")) else {
        eprintln!(
            "skipped, and passed only for that reason: the published header lines are not in {}",
            folder.display()
        );
        return;
    };
    for schema in UsageSchema::ALL {
        let title = match schema {
            UsageSchema::CostDetails20191101 => "MCA 2019-11-01, 60 columns:",
            UsageSchema::CostDetails20211001 => "MCA 2021-10-01 (later page), 65 columns:",
            UsageSchema::CostDetails20231201Preview => "MCA 2023-12-01-preview, 65 columns:",
            UsageSchema::Partner20191101 => "MPA 2019-11-01, 66 columns:",
            UsageSchema::Partner20211001 => "MPA 2021-10-01 and 2023-12-01-preview, 70 columns:",
            UsageSchema::PayAsYouGo20191101 => "Only one dataset version exists, `2019-11-01`, 24 columns",
        };
        let mut lines = page.lines().skip_while(|line| !line.starts_with(title)).skip_while(|line| *line != "```");
        let published = lines.nth(1).unwrap_or_else(|| panic!("no header line behind {title:?}"));
        let header = made(schema, Target::Csv, CellMode::Exact);
        assert_eq!(header.split("\r\n").next(), Some(published), "{schema:?}");
    }
}

#[test]
fn a_schema_and_a_target_are_found_by_their_names() {
    for (schema, target) in kinds() {
        assert_eq!(UsageSchema::parse(schema.name()), Some(schema));
        assert_eq!(Target::parse(target.name()), Some(target));
    }
    assert_eq!((UsageSchema::parse("cost-details"), Target::parse("CSV")), (None, None));
}
