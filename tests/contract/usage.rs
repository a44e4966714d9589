//! Usage rows (contract §10.3): asked for by days, read page by page, every column where the file wants it.
use crate::support::*;
use factuur::arm::{ArmError, UsagePage};
use factuur::billing::CostMetric;

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
    assert_eq!(run(pages.next()).unwrap().unwrap().records().unwrap()[0].meter_name, "one");
    assert!(run(pages.next()).unwrap_err().is_forbidden());
    assert!(run(pages.next()).unwrap_err().is_forbidden());
    assert_eq!(pages.pages_read(), 1);
    assert_eq!(run(pages.next()).unwrap().unwrap().records().unwrap()[0].meter_name, "two");
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
        assert!(matches!(page.records(), Err(ArmError::Decode { .. })), "{value}");
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
        assert_eq!(page.records().unwrap_err(), ArmError::UsageKind(kind.to_owned()));
    }
}

#[test]
fn a_row_is_read_into_the_columns_of_the_usage_file() {
    let page = UsagePage { bytes: include_bytes!("fixtures/usage.json").to_vec() };
    let records = page.records().unwrap();
    let it = &records[0];
    for (read, written) in [
        (&it.subscription_id, "sub-guid"),
        (&it.resource_id, "/subscriptions/sub-guid/resourceGroups/rg/providers/Microsoft.Web/sites/shop"),
        (&it.resource_group_name, "rg"),
        (&it.product_name, "Product \"A\"\n1"),
        (&it.product_id, "DZH318Z0BQ4B"),
        (&it.location, "EU West"),
        (&it.resource_location, "EUWest"),
        (&it.billing_currency, "EUR"),
        (&it.pricing_currency, "USD"),
        (&it.pricing_model, "On Demand"),
        (&it.tags, r#"{"env":"a b","sp ace":"q\" x"}"#),
        (&it.additional_info, r#"{ "VCPUs": 1 }"#),
        (&it.term, ""),
        (&it.previous_invoice_id, ""),
        (&it.provider, "Azure"),
    ] {
        assert_eq!(read, written);
    }
    assert_eq!(it.cost_in_usd.unwrap().to_string(), "1.84763819095477");
    assert_eq!(it.payg_price.unwrap().to_string(), "0.077");
    assert_eq!(it.date.unwrap().to_string(), "2026-03-30");
    assert_eq!(it.billing_period_end_date.unwrap().to_string(), "2026-03-31");
    assert_eq!((it.exchange_rate_date, it.is_azure_credit_eligible), (None, Some(false)));
    assert_eq!(records[1].tags, "");
}

#[test]
fn text_is_borrowed_from_the_page() {
    let page = page(r#"{"meterName":"plain","meterCategory":"with \u00e9scape"}"#);
    let records = page.records().unwrap();
    assert!(matches!(records[0].meter_name, std::borrow::Cow::Borrowed("plain")));
    assert_eq!(records[0].meter_category, "with éscape");
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
        rows += page.records().unwrap().len();
    }
    println!("{rows} rows, {} MB: {:?}", size * 30 / 1_000_000, start.elapsed());
}
