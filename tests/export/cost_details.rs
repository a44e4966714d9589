//! The cost-details file of 2021-10-01: the golden file, every column, both modes, and the check before it is handed over.
use crate::records::{any_record, expected};
use chrono::NaiveDate;
use factuur::billing::UsageRecord;
use factuur::export::cost_details_2021_10_01 as cost_details;
use factuur::export::{CellMode, ExportError, Tally, restored};
use proptest::prelude::*;
use rust_decimal::Decimal;

const GOLDEN: &str = include_str!("golden/cost-details-2021-10-01-exact.csv");

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn number(text: &str) -> Option<Decimal> {
    Some(Decimal::from_str_exact(text).unwrap())
}

/// A usage row, a refund, and the smallest cost there can be.
fn golden_records() -> [UsageRecord<'static>; 3] {
    let base = UsageRecord {
        billing_account_id: "f00d0000-aaaa:bbbb_2019-05-31".into(),
        billing_account_name: "Fabrikam Orchards".into(),
        billing_profile_id: "EUR1-AAAA-BG7-TGB".into(),
        billing_profile_name: "Fabrikam Euro".into(),
        invoice_section_id: "SEC1-AAAA-PJA-TGB".into(),
        invoice_section_name: "Greenhouses".into(),
        ..UsageRecord::default()
    };
    let usage = UsageRecord {
        invoice_id: "G000000101".into(),
        billing_period_end_date: day("2026-02-28"),
        billing_period_start_date: day("2026-02-01"),
        service_period_end_date: day("2026-03-01"),
        service_period_start_date: day("2026-02-01"),
        date: day("2026-02-07"),
        service_family: "Compute".into(),
        product_order_name: "Azure plan".into(),
        consumed_service: "Microsoft.Compute".into(),
        meter_id: "0a1b2c3d-0000-4000-8000-000000000001".into(),
        meter_name: "D2s v3".into(),
        meter_category: "Virtual Machines".into(),
        meter_sub_category: "Dsv3 Series".into(),
        meter_region: "EU West".into(),
        product_id: "DZH318Z0AAAA0001".into(),
        product_name: "Virtual Machines Dsv3 Series - D2s v3 - EU West".into(),
        subscription_id: "0a1b2c3d-0000-4000-8000-0000000000aa".into(),
        subscription_name: "Irrigation, \"north\"".into(),
        publisher_type: "Microsoft".into(),
        publisher_name: "Microsoft".into(),
        resource_group_name: "RG-Water".into(),
        resource_id: "/subscriptions/0a1b2c3d-0000-4000-8000-0000000000aa/resourceGroups/RG-Water/providers/Microsoft.Compute/virtualMachines/pump1".into(),
        resource_location: "westeurope".into(),
        location: "West Europe".into(),
        effective_price: number("0.18662"),
        quantity: number("0.316672"),
        unit_of_measure: "1 Hour".into(),
        charge_type: "Usage".into(),
        billing_currency: "EUR".into(),
        pricing_currency: "USD".into(),
        cost_in_billing_currency: number("0.0543695421888000000"),
        cost_in_pricing_currency: number("0.05909732864"),
        cost_in_usd: number("0.05909732864"),
        payg_cost_in_billing_currency: number("0.0600"),
        payg_cost_in_usd: number("0.0652"),
        exchange_rate_pricing_to_billing: number("0.92"),
        exchange_rate_date: day("2026-02-01"),
        is_azure_credit_eligible: Some(true),
        service_info2: "Canonical".into(),
        additional_info: "{\"VCPUs\":2,\"ServiceType\":\"Standard_D2s_v3\"}".into(),
        tags: "{\"env\":\"prod\",\"owner\":\"=teams\"}".into(),
        payg_price: number("0.2060"),
        frequency: "UsageBased".into(),
        pricing_model: "On Demand".into(),
        unit_price: number("0.18662"),
        provider: "Azure".into(),
        ..base.clone()
    };
    let refund = UsageRecord {
        invoice_id: "G000000102".into(),
        previous_invoice_id: "G000000101".into(),
        date: day("2026-02-20"),
        service_family: "SaaS".into(),
        product_order_name: "=Backup plan".into(),
        publisher_type: "Marketplace".into(),
        publisher_name: "'Quoted' Ltd".into(),
        effective_price: number("12.50"),
        quantity: number("-1"),
        unit_of_measure: "1/Month".into(),
        charge_type: "Refund".into(),
        billing_currency: "EUR".into(),
        pricing_currency: "EUR".into(),
        cost_in_billing_currency: number("-12.50"),
        cost_in_pricing_currency: number("-12.50"),
        cost_in_usd: number("-13.586956521739130434782608"),
        exchange_rate_pricing_to_billing: number("1"),
        is_azure_credit_eligible: Some(false),
        frequency: "OneTime".into(),
        term: "12".into(),
        cost_allocation_rule_name: "-shared\nrule".into(),
        provider: "Azure".into(),
        ..base.clone()
    };
    let smallest = UsageRecord {
        service_period_end_date: day("2026-03-01"),
        service_period_start_date: day("2026-02-01"),
        date: day("2026-02-28"),
        quantity: number("0.00000047"),
        effective_price: number("0"),
        cost_in_billing_currency: number("0.00000000000000000000000001"),
        billing_currency: "SEK".into(),
        pricing_currency: "USD".into(),
        charge_type: "Usage".into(),
        resource_group_name: "Vaxthus Å".into(),
        pricing_model: "Reservation".into(),
        ..base
    };
    [usage, refund, smallest]
}

/// What spreadsheets run, typed apart from the code that defuses it.
fn begins_a_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
    ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"]
        .iter()
        .any(|sign| cell.starts_with(sign))
}

fn file_of(records: &[UsageRecord<'_>], mode: CellMode) -> (Vec<u8>, Tally) {
    let (mut out, mut tally) = (Vec::new(), Tally::default());
    cost_details::header(&mut out);
    for record in records {
        cost_details::row(record, mode, &mut out);
        tally.add(record).unwrap();
    }
    (out, tally)
}

fn rows_of(file: &[u8]) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().from_reader(file);
    reader.records().map(Result::unwrap).collect()
}

/// Reads a file back, in parts that each end at the end of a row, and compares it with what was written.
fn verify<'p>(parts: impl IntoIterator<Item = &'p [u8]>, mode: CellMode, written: &Tally) -> Result<(), ExportError> {
    let mut verifier = cost_details::verifier(mode);
    for part in parts {
        verifier.read(part)?;
    }
    verifier.finish(written)
}

#[test]
fn the_exact_file_is_the_golden_file_byte_for_byte() {
    let (file, _) = file_of(&golden_records(), CellMode::Exact);
    assert_eq!(String::from_utf8(file).unwrap(), GOLDEN);
}

#[test]
fn the_safe_file_differs_only_where_text_would_be_run() {
    let (safe, _) = file_of(&golden_records(), CellMode::Safe);
    let expected = GOLDEN
        .replace("=Backup plan", "'=Backup plan")
        .replace("'Quoted' Ltd", "''Quoted' Ltd")
        .replace("-shared", "'-shared");
    assert_eq!(String::from_utf8(safe).unwrap(), expected);
}

#[test]
fn the_header_is_the_one_that_is_published() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/contract/usage-files.md");
    let Ok(page) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the published header lines are not on this machine");
        return;
    };
    let mut lines =
        page.lines().skip_while(|line| !(line.starts_with("MCA 2021-10-01") && line.ends_with("65 columns:")));
    let published = lines.find(|line| line.starts_with("invoiceId,")).unwrap();
    let mut header = Vec::new();
    cost_details::header(&mut header);
    assert_eq!(String::from_utf8(header).unwrap(), format!("{published}\r\n"));
}

#[test]
fn a_credit_stays_a_number_in_the_safe_file() {
    let refund = &golden_records()[1];
    let (file, _) = file_of(std::slice::from_ref(refund), CellMode::Safe);
    let cells: Vec<String> = rows_of(&file)[0].iter().map(str::to_owned).collect();
    assert!(cells.contains(&"-12.50".to_owned()));
}

#[test]
fn a_sound_file_is_handed_over_in_parts_or_whole() {
    for mode in [CellMode::Safe, CellMode::Exact] {
        let (file, tally) = file_of(&golden_records(), mode);
        assert_eq!(tally.rows(), 3);
        assert_eq!(verify([&*file], mode, &tally), Ok(()));
        let header = file.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        let (first, rest) = file.split_at(header);
        assert_eq!(verify([first, rest], mode, &tally), Ok(()));
    }
}

#[test]
fn a_file_that_lost_or_changed_something_is_not_handed_over() {
    let (file, tally) = file_of(&golden_records(), CellMode::Exact);
    let text = String::from_utf8(file).unwrap();
    let checked = |text: &str| verify([text.as_bytes()], CellMode::Exact, &tally);
    let last = text.trim_end().rfind("\r\n").unwrap() + 2;
    assert_eq!(checked(&text[..last]), Err(ExportError::RowCountDiffers { written: 3, found: 2 }));
    assert_eq!(checked(&text[..text.len() - 9]), Err(ExportError::EndsInsideRow));
    assert_eq!(checked(&text.replacen("invoiceId", "InvoiceId", 1)), Err(ExportError::HeaderDiffers));
    assert_eq!(checked(""), Err(ExportError::HeaderDiffers));
    assert_eq!(
        checked(&text.replace("0.0543695421888000000", "0.0543695421888000001")),
        Err(ExportError::SumDiffers {
            currency: "EUR".to_owned(),
            written: "-12.4456304578112".to_owned(),
            found: "-12.4456304578111999999".to_owned(),
        })
    );
    assert_eq!(
        checked(&text.replace("0.0543695421888000000", "0,0543695421888000000")),
        Err(ExportError::RowDiffers { row: 1 })
    );
    assert_eq!(checked(&text.replace("0.0543695421888000000", "'0.05")), Err(ExportError::RowDiffers { row: 1 }));
    assert!(matches!(checked(&text.replace("EUR,EUR", "SEK,EUR")), Err(ExportError::SumDiffers { .. })));
}

proptest! {
    #[test]
    fn every_record_reads_back_as_it_was_in_both_modes(records in proptest::collection::vec(any_record(), 1..4)) {
        for mode in [CellMode::Safe, CellMode::Exact] {
            let (file, tally) = file_of(&records, mode);
            prop_assert_eq!(verify([&*file], mode, &tally), Ok(()));
            let rows = rows_of(&file);
            prop_assert_eq!(rows.len(), records.len());
            for (row, record) in std::iter::zip(&rows, &records) {
                let expected = expected(record);
                prop_assert_eq!((row.len(), expected.len()), (65, 65));
                for (cell, (name, is_text)) in std::iter::zip(row, cost_details::columns()) {
                    let found = if is_text { restored(cell, mode) } else { cell };
                    prop_assert_eq!(found, &expected[&name.to_lowercase()], "{}", name);
                }
            }
        }
    }

    #[test]
    fn no_text_cell_of_a_safe_file_is_run_and_every_number_is_plain(record in any_record()) {
        let (file, _) = file_of(&[record], CellMode::Safe);
        for (cell, (name, is_text)) in std::iter::zip(&rows_of(&file)[0], cost_details::columns()) {
            if is_text {
                prop_assert!(!begins_a_formula(cell), "{}: {:?}", name, cell);
            } else {
                let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '/';
                let cell = cell.strip_prefix('-').unwrap_or(cell);
                prop_assert!(cell.chars().all(plain) || cell == "True" || cell == "False");
            }
        }
    }

    #[test]
    fn columns_of_numbers_add_up_to_the_same_in_both_modes(records in proptest::collection::vec(any_record(), 0..6)) {
        let sums = [CellMode::Safe, CellMode::Exact].map(|mode| {
            let (file, _) = file_of(&records, mode);
            let mut sums = vec![factuur::billing::ExactSum::ZERO; 65];
            for row in rows_of(&file) {
                for ((cell, sum), (_, is_text)) in row.iter().zip(&mut sums).zip(cost_details::columns()) {
                    if let (false, Ok(number)) = (is_text, Decimal::from_str_exact(cell)) {
                        assert!(sum.add(number));
                    }
                }
            }
            sums
        });
        prop_assert_eq!(&sums[0], &sums[1]);
    }
}
