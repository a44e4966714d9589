//! Usage rows (contract §10.3): asked for by days, read page by page, every column where the file wants it.
use crate::support::*;
use factuur::arm::{ArmError, UsageKind, UsagePage};
use factuur::billing::{CostMetric, UsageField};

/// A page with one row of kind `modern`.
pub fn page(properties: &str) -> UsagePage {
    let bytes = format!(r#"{{"value":[{{"kind":"modern","properties":{properties}}}]}}"#).into_bytes();
    UsagePage { bytes }
}

fn body(name: &str, link: &str) -> String {
    format!(r#"{{"value":[{{"kind":"Modern","properties":{{"meterName":"{name}"}}}}],"nextLink":"{link}"}}"#)
}

fn next(at: u32) -> String {
    format!("{ORIGIN}{}/providers/Microsoft.Consumption/usageDetails?$skiptoken={at}", profile_path())
}

#[test]
fn the_days_are_asked_both_ways_and_the_details_with_them() {
    let server = Server::new([status(204)]);
    let mut pages = server.client().usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
    assert_eq!(run(pages.next()), Ok(None));
    let path = format!("{ORIGIN}{}/providers/Microsoft.Consumption/usageDetails", profile_path());
    let query = "api-version=2023-11-01&$expand=properties%2FadditionalInfo&$top=1000&metric=actualcost\
                 &startDate=2026-03-01&endDate=2026-03-31\
                 &$filter=properties%2FusageStart%20ge%20%272026-03-01%27%20and%20properties%2FusageEnd%20le%20%272026-03-31%27";
    assert_eq!(server.urls(), [format!("{path}?{query}")]);
}

#[test]
fn after_an_error_only_the_failed_page_is_asked_again() {
    let refused = status(403);
    let server = Server::new([ok(&body("one", &next(2))), refused.clone(), refused, ok(&body("two", ""))]);
    let mut pages = server.client().usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
    assert_eq!(
        run(pages.next()).unwrap().unwrap().records(UsageKind::Modern).unwrap()[0].text(UsageField::MeterName),
        "one"
    );
    assert!(run(pages.next()).unwrap_err().is_forbidden());
    assert!(run(pages.next()).unwrap_err().is_forbidden());
    assert_eq!(pages.pages_read(), 1);
    assert_eq!(
        run(pages.next()).unwrap().unwrap().records(UsageKind::Modern).unwrap()[0].text(UsageField::MeterName),
        "two"
    );
    assert_eq!(run(pages.next()), Ok(None));
    assert_eq!(server.urls()[1..], [next(2), next(2), next(2)]);
}

#[test]
fn a_page_that_breaks_off_is_not_a_page() {
    let whole = body("one", &next(2));
    let half = &whole[..whole.len() - 30];
    let server = Server::new([ok(half), ok(half), ok(&whole)]);
    let mut pages = server.client().usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
    assert!(matches!(run(pages.next()), Err(ArmError::Decode { .. })));
    assert!(run(pages.next()).unwrap().is_some());
}

#[test]
fn a_page_whose_rows_are_no_list_is_not_an_empty_page() {
    for value in ["{}", "5", "\"x\"", "true", "null"] {
        let page = UsagePage { bytes: format!(r#"{{"value":{value}}}"#).into_bytes() };
        assert!(matches!(page.records(UsageKind::Modern), Err(ArmError::Decode { .. })), "{value}");
    }
}

#[test]
fn usage_pages_follow_no_foreign_link_and_no_circle() {
    for link in ["https://evil.example/x", "/providers/Microsoft.Billing/billingAccounts"] {
        let server = Server::new([ok(&body("one", link))]);
        let mut pages = server.client().usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
        assert!(matches!(run(pages.next()), Err(ArmError::ForeignLink { .. })));
    }
    let server = Server::new([ok(&body("one", &next(2))), ok(&body("two", &next(2)))]);
    let mut pages = server.client().usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
    assert!(run(pages.next()).is_ok());
    assert!(matches!(run(pages.next()), Err(ArmError::LinkCycle { .. })));
}

#[test]
fn rows_of_another_kind_are_refused_by_their_kind() {
    for (row, kind) in [
        (r#"{"kind":"legacy","properties":{"meterName":"m"}}"#, "legacy"),
        (r#"{"properties":{"isAzureCreditEligible":"Yes"},"kind":"legacy"}"#, "legacy"),
        (r#"{"properties":{}}"#, ""),
    ] {
        let page = UsagePage { bytes: format!(r#"{{"value":[{row}]}}"#).into_bytes() };
        assert_eq!(page.records(UsageKind::Modern).unwrap_err(), ArmError::UsageKind(kind.to_owned()));
    }
}

#[test]
fn a_row_is_read_into_the_columns_of_the_usage_file() {
    let page = UsagePage { bytes: include_bytes!("fixtures/usage.json").to_vec() };
    let records = page.records(UsageKind::Modern).unwrap();
    let it = &records[0];
    for (field, written) in [
        (UsageField::SubscriptionId, "sub-guid"),
        (UsageField::ResourceId, "/subscriptions/sub-guid/resourceGroups/rg/providers/Microsoft.Web/sites/shop"),
        (UsageField::ResourceGroupName, "rg"),
        (UsageField::ProductName, "Product \"A\"\n1"),
        (UsageField::ProductId, "DZH318Z0BQ4B"),
        (UsageField::Location, "EU West"),
        (UsageField::ResourceLocation, "EUWest"),
        (UsageField::BillingCurrency, "EUR"),
        (UsageField::PricingCurrency, "USD"),
        (UsageField::PricingModel, "On Demand"),
        (UsageField::Tags, r#"{"env":"a b","sp ace":"q\" x"}"#),
        (UsageField::AdditionalInfo, r#"{ "VCPUs": 1 }"#),
        (UsageField::Term, ""),
        (UsageField::PreviousInvoiceId, ""),
        (UsageField::Provider, "Azure"),
    ] {
        assert_eq!(it.text(field), written, "{field:?}");
    }
    assert_eq!(it.text(UsageField::CostInUsd), "1.84763819095477");
    assert_eq!(it.text(UsageField::PaygPrice), "0.077");
    assert_eq!(it.text(UsageField::Date), "2026-03-30");
    assert_eq!(it.text(UsageField::BillingPeriodEndDate), "2026-03-31");
    assert_eq!((it.day(UsageField::ExchangeRateDate), it.flag(UsageField::IsAzureCreditEligible)), (None, Some(false)));
    assert_eq!(records[1].text(UsageField::Tags), "");
}

#[test]
fn a_day_of_a_usage_row_is_its_utc_date() {
    let read = |json: &str| {
        let page = page(&format!(r#"{{"date":{json}}}"#));
        page.records(UsageKind::Modern).map(|records| records[0].text(UsageField::Date).to_owned())
    };
    for (source, kept) in [
        ("\"2026-03-30\"", "2026-03-30"),
        ("\"2026-03-30T00:00:00Z\"", "2026-03-30"),
        ("\"2026-03-30T00:00:00.0000000Z\"", "2026-03-30"),
        ("\"2026-03-30T00:00:00.0000000\\u005a\"", "2026-03-30"),
        ("\"2026-03-30T23:30:00-01:00\"", "2026-03-31"),
        ("\"2026-04-01T00:30:00+02:00\"", "2026-03-31"),
        ("\"0001-01-01T00:00:00Z\"", ""),
        ("\"\"", ""),
        ("null", ""),
    ] {
        assert_eq!(read(source).unwrap(), kept, "{source}");
    }
    // The last two are days of years that no file has a place for.
    for broken in [
        "2026-02-29",
        "2026-3-1",
        "30-03-2026",
        "2026-03-30T",
        "9999-12-31T23:30:00-01:00",
        "0000-01-01T00:30:00+01:00",
    ] {
        let Err(ArmError::Decode { error, .. }) = read(&format!("\"{broken}\"")) else { panic!("{broken}") };
        assert_eq!(error.path, "value[0].properties.date");
    }
}

#[test]
fn text_is_borrowed_from_the_page() {
    let page = page(r#"{"meterName":"plain","meterCategory":"with \u00e9scape"}"#);
    let records = page.records(UsageKind::Modern).unwrap();
    assert!(matches!(records[0].get(UsageField::MeterName), std::borrow::Cow::Borrowed("plain")));
    assert_eq!(records[0].text(UsageField::MeterCategory), "with éscape");
}

/// `cargo test --release --test contract -- --ignored --nocapture`: how long a month of 30,000 rows takes to read.
#[test]
#[ignore = "a measurement"]
fn thirty_thousand_rows_are_read_quickly() {
    let row = include_str!("fixtures/usage.json");
    let rows = row.split_once('[').unwrap().1;
    let row = rows.rsplit_once(",\n    { \"kind\"").unwrap().0;
    let bytes = format!(r#"{{"value":[{}]}}"#, vec![row; 1_000].join(",")).into_bytes();
    let size = bytes.len();
    let text = String::from_utf8(bytes).unwrap();
    let first = text.replacen('{', &format!(r#"{{"nextLink":"{}","#, next(2)), 1);
    let script = (0..30)
        .map(|at| ok(&if at < 29 { first.replace("skiptoken=2", &format!("skiptoken={at}")) } else { text.clone() }));
    let server = Server::new(script.collect::<Vec<_>>());
    let mut pages = server.client().usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
    let start = std::time::Instant::now();
    let mut rows = 0;
    while let Some(page) = run(pages.next()).unwrap() {
        rows += page.records(UsageKind::Modern).unwrap().len();
    }
    println!("{rows} rows, {} MB: {:?}", size * 30 / 1_000_000, start.elapsed());
}
