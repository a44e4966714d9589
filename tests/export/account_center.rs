//! The Account Center's usage files, versions 1 and 2: golden files, round trips, the real file, and what is refused.
use crate::statements::{any_statement, number, statement};
use factuur::billing::*;
use factuur::export::{AccountCenterError, account_center_v1 as v1, account_center_v2 as v2};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

const GOLDEN_V1: &str = include_str!("golden/account-center-v1.csv");
const GOLDEN_V2: &str = include_str!("golden/account-center-v2.csv");

fn text(file: Vec<u8>) -> String {
    String::from_utf8(file).unwrap()
}

/// What version 1 has of a statement: no resource groups, ids and tags.
fn as_version_1(mut of: SubscriptionStatement) -> SubscriptionStatement {
    for usage in &mut of.daily {
        usage.resource_group = String::new();
        usage.tags = String::new();
        let id = usage.instance_id.trim_end_matches('/');
        if usage.instance_id.starts_with('/') {
            usage.instance_id = id[id.rfind('/').map_or(0, |at| at + 1)..].to_owned();
        }
    }
    of
}

#[test]
fn version_2_is_the_golden_file_byte_for_byte_and_reads_back() {
    let file = v2::file(&statement()).unwrap();
    assert_eq!(text(file.clone()), GOLDEN_V2);
    assert_eq!(v2::read(&file), Ok(statement()));
}

#[test]
fn version_1_is_the_golden_file_byte_for_byte_and_reads_back() {
    let file = v1::file(&statement()).unwrap();
    assert_eq!(text(file.clone()), GOLDEN_V1);
    assert_eq!(v1::read(&file), Ok(as_version_1(statement())));
}

#[test]
fn a_subscription_without_usage_has_a_file_of_titles_and_headers() {
    let file = v2::file(&SubscriptionStatement::default()).unwrap();
    assert_eq!(text(file.clone()).lines().count(), 8);
    assert_eq!(v2::read(&file), Ok(SubscriptionStatement::default()));
}

#[test]
fn a_value_is_written_with_its_currency_and_never_rounded() {
    let value = |amount: &str, currency: &str| {
        let mut of = statement();
        of.lines[0].value = Money::new(number(amount), Currency::parse(currency).unwrap());
        let file = v2::file(&of).unwrap();
        let line = text(file).lines().nth(6).unwrap().to_owned();
        line.rsplit_once(',').unwrap().1.to_owned()
    };
    assert_eq!(value("4.49", "USD"), "$4.49 USD");
    assert_eq!(value("34", "USD"), "$34.00 USD");
    assert_eq!(value("4.4", "EUR"), "€4.40 EUR");
    assert_eq!(value("1234567.891", "GBP"), "£1234567.891 GBP");
    assert_eq!(value("0", "SEK"), "0.00 SEK");
    assert_eq!(value("450", "JPY"), "450 JPY");
    assert_eq!(value("-0.5", "USD"), "-$0.50 USD");
}

#[test]
fn prices_and_amounts_of_a_commitment_are_written_without_zeros_at_the_end_and_quantities_at_8_places() {
    let mut of = statement();
    let line = &mut of.lines[0];
    line.within_commitment = number("10.00");
    line.overage = number("1.50");
    line.commitment_rate = number("0.0300");
    line.rate = number("0.00");
    line.consumed = number("7");
    line.included = number("0.000000000");
    line.overage_quantity = number("7.1234567890");
    let file = text(v2::file(&of).unwrap());
    assert!(file.contains(",7.00000000,0.00000000,10,7.123456789,USD,1.5,0.03,0,$0.00 USD\r\n"));
}

#[test]
fn version_1_is_read_by_its_names_whatever_the_order_and_with_either_kind_of_quotes() {
    let mut lines: Vec<String> = GOLDEN_V1.lines().map(str::to_owned).collect();
    // Billable before Within Commitment, as the program of 2015 reads it, and one more column.
    for at in [5, 6, 7] {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(lines[at].as_bytes());
        let mut cells: Vec<String> = reader.records().next().unwrap().unwrap().iter().map(str::to_owned).collect();
        cells.swap(9, 10);
        cells.push("more".into());
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&cells).unwrap();
        lines[at] = text(writer.into_inner().unwrap()).trim_end().to_owned();
    }
    let moved =
        lines.join("\n").replace("\"\"\"GB\"\"\"", "=\"GB\"").replace("\"\"\"Networking\"\"\"", "Networking") + "\n";
    assert_ne!(moved, GOLDEN_V1);
    assert_eq!(v1::read(moved.as_bytes()), Ok(as_version_1(statement())));
}

#[test]
fn a_file_without_rates_has_them_computed() {
    let cut = |line: &str| {
        let mut cells: Vec<&str> = line.rsplitn(3, ',').collect();
        cells.remove(1);
        cells.reverse();
        cells.join(",")
    };
    let lines: Vec<String> = GOLDEN_V1
        .lines()
        .enumerate()
        .map(|(at, line)| if (5..8).contains(&at) { cut(line) } else { line.into() })
        .collect();
    assert!(!lines[5].contains(",Rate,"));
    let found = v1::read((lines.join("\r\n") + "\r\n").as_bytes()).unwrap();
    assert_eq!(found.lines, statement().lines);
}

#[test]
fn what_cannot_be_read_is_named_by_line_and_column() {
    let refused = |from: &str, to: &str| {
        let changed = GOLDEN_V2.replacen(from, to, 1);
        assert_ne!(changed, GOLDEN_V2, "{from}");
        let AccountCenterError { line, column, expected } = v2::read(changed.as_bytes()).unwrap_err();
        (line, column, expected.split(" such as").next().unwrap().to_owned())
    };
    let at = |line: usize, column: &'static str, expected: &str| (line, column, expected.to_owned());
    let a_number = "a decimal number of at most 28 digits";
    assert_eq!(
        refused("Go\"\"\",5,", "Go\"\"\",32,"),
        at(3, "Billing Date(Anniversary Date)", "a day of the month, from 1 to 31")
    );
    assert_eq!(refused("Statement", "Overview"), at(5, "Statement", "the title of this section, alone on its line"));
    assert_eq!(refused("SKU", "Part"), at(6, "SKU", "this name in the header"));
    assert_eq!(refused("201804(3/5/2018", "201804(3/32/2018"), at(7, "Billing Period", "a period"));
    assert_eq!(refused("0.02900000", "0_02900000"), at(7, "Consumed Quantity", a_number));
    assert_eq!(refused("$4.50 USD", "$4.50 EUR"), at(8, "Value", "an amount in the currency of its row"));
    assert_eq!(refused("$4.50 USD", "$4,50 USD"), at(8, "Statement", "as many cells as the header has"));
    assert_eq!(refused("$4.50 USD", "$--4.50 USD"), at(8, "Value", "an amount and its currency,"));
    assert_eq!(refused("3/5/2018,", "2018-03-05,"), at(12, "Usage Date", "a day as month/day/year"));
    assert_eq!(refused(",40.0,", ",forty,"), at(12, "Consumed Quantity", a_number));
    assert_eq!(refused("4/4/2018,", "4/31/2018,"), at(14, "Usage Date", "a day as month/day/year"));
    assert_eq!(
        refused("\"\"\"=one+two\"\"\"", "\"\"\"=one+two\""),
        at(14, "Service Info 2", "a quote at the end of the text")
    );
    assert_eq!(
        refused("\"\"\"=one+two\"\"\"\r\n", "\"\"\"=one+two\"\"\"\r\nMore\r\n"),
        at(15, "Daily Usage", "no section after this one")
    );
    assert_eq!(
        refused("=one+two\"\"\"\r\n", "=one+two\"\"\""),
        at(14, "the file", "the end of a line: the file is cut off")
    );
    let mut bytes = GOLDEN_V2.as_bytes().to_vec();
    let at_pump = GOLDEN_V2.find("pump").unwrap();
    bytes[at_pump] = 0xff;
    let error = v2::read(&bytes).unwrap_err();
    assert_eq!(error.to_string(), "line 12, the file: expected UTF-8");
    assert_eq!(v2::read(b"").unwrap_err().column, "the file");
    assert_eq!(v2::read(b"\n").unwrap_err().column, "Provisioning Status");
    assert_eq!(
        v2::read(GOLDEN_V1.as_bytes()).unwrap_err().to_string(),
        "line 6, Meter Category: expected this name in the header"
    );
}

/// The published samples: beside this repository, or in the folder that FACTUUR_CONTRACT names. None, said aloud, when they
/// are not there.
fn real_file() -> Option<String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/contract");
    let folder = std::env::var_os("FACTUUR_CONTRACT").map_or_else(beside, PathBuf::from);
    let path = folder.join("samples/account-center/account-center-v2-201802.cut.csv");
    let file = std::fs::read_to_string(&path).ok();
    if file.is_none() {
        eprintln!("skipped, and passed only for that reason: {} is not there", path.display());
    }
    file
}

#[test]
fn the_real_file_of_january_2018_is_written_back_with_no_byte_changed_but_the_line_ends() {
    let Some(real) = real_file() else { return };
    let read = v2::read(real.as_bytes()).unwrap();
    assert_eq!((read.provisioning.len(), read.lines.len(), read.daily.len()), (1, 31, 160));
    let written = text(v2::file(&read).unwrap());
    // The stored copy has LF where we write CRLF: see the writer. Every column of every row is the same, and the mark.
    assert!(!real.contains('\r'));
    assert_eq!(written.replace("\r\n", "\n"), real);
}

#[test]
fn every_rate_and_overage_of_the_real_file_is_what_the_rules_say() {
    let Some(real) = real_file() else { return };
    let read = v2::read(real.as_bytes()).unwrap();
    assert_eq!(read.lines.len(), 31);
    let rates = real.lines().filter(|line| line.starts_with("201802(")).map(|line| line.rsplit(',').nth(1).unwrap());
    for (line, rate) in read.lines.iter().zip(rates) {
        assert_eq!(overage_quantity(line.consumed, line.included), Ok(line.overage_quantity), "{}", line.meter.name);
        let computed = effective_rate(line.value.amount(), line.overage_quantity).unwrap();
        assert_eq!(computed.to_string(), rate, "{}", line.meter.name);
        assert!(real.contains(&line.period.statement_label()));
    }
}

fn begins_a_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches(|c: char| c == '\u{feff}' || (c.is_whitespace() && !"\t\r\n".contains(c)));
    cell.starts_with(|c| "=+-@\t\r\n\0＝＋－＠".contains(c))
}

proptest! {
    #[test]
    fn every_statement_reads_back_as_it_was(of in any_statement()) {
        let file = v2::file(&of).unwrap();
        let found = v2::read(&file).unwrap();
        prop_assert_eq!(&found, &of);
        for (found, written) in found.daily.iter().zip(&of.daily) {
            prop_assert_eq!(found.quantity.to_string(), written.quantity.to_string());
        }
        prop_assert_eq!(v2::file(&found).unwrap(), file);
        let file = v1::file(&of).unwrap();
        let found = v1::read(&file).unwrap();
        prop_assert_eq!(v1::file(&found).unwrap(), file);
        prop_assert_eq!(found, as_version_1(of));
    }

    #[test]
    fn no_text_of_a_statement_is_run_by_a_spreadsheet(of in any_statement()) {
        for file in [v1::file(&of).unwrap(), v2::file(&of).unwrap()] {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&*file);
            for row in reader.records().map(Result::unwrap) {
                for cell in row.iter().filter(|cell| begins_a_formula(cell)) {
                    let plain = cell.trim_start_matches(['-', '$', '€', '£']);
                    prop_assert!(plain.starts_with(|c: char| c.is_ascii_digit()), "{:?}", cell);
                }
            }
        }
    }

    #[test]
    fn a_reader_of_any_bytes_ends_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60), at in 0_usize..900) {
        let mut file = GOLDEN_V2.as_bytes().to_vec();
        let at = at.min(file.len());
        file.splice(at..(at + bytes.len()).min(file.len()), bytes);
        let _ = v2::read(&file);
        let _ = v1::read(&file);
    }
}
