//! Usage details: pages, days, the open month, the load test.
use crate::support::*;
use factuur::arm::Method::Put;
use factuur::billing::exact_product;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

fn usage(scope: &str, query: &str) -> String {
    format!("{scope}/providers/Microsoft.Consumption/usageDetails?{query}")
}

#[test]
fn the_largest_month_has_thirty_thousand_rows_in_pages_of_a_thousand() {
    let sandbox = sandbox();
    let all = rows(&sandbox, &profile(EUR), "2025-10-01", "2025-10-31", OWNER);
    assert!(all.len() >= 30_000, "{}", all.len());
    assert_eq!(all.iter().map(|row| row.name.as_str()).collect::<BTreeSet<_>>().len(), all.len());
    let first = good(&sandbox, &usage(&profile(EUR), "startDate=2025-10-01&endDate=2025-10-31"), OWNER);
    assert_eq!(first["value"].as_array().unwrap().len(), 1000);
    assert!(first["nextLink"].as_str().unwrap().starts_with("https://sandbox.example/providers/"));
    assert_eq!(get(&sandbox, &usage(&profile(EUR), "$top=1001"), OWNER).status, 400);
}

#[test]
fn costs_are_exact_products() {
    let all = rows(&sandbox(), &profile(SEK), "2026-02-01", "2026-02-28", OWNER);
    for row in all.iter().filter(|row| row.properties.charge_type != "RoundingAdjustment") {
        let it = &row.properties;
        let pricing = exact(&it.quantity) * exact(it.effective_price.as_ref().unwrap());
        assert_eq!(exact(it.cost_in_pricing_currency.as_ref().unwrap()), pricing);
        let cost = exact_product(pricing, exact(&it.exchange_rate_pricing_to_billing)).unwrap();
        assert_eq!(exact(&it.cost_in_billing_currency), cost, "no digit is dropped");
    }
    let kinds: BTreeSet<&str> = all.iter().map(|row| row.properties.charge_type.as_str()).collect();
    assert!(kinds.contains("Usage") && kinds.contains("Purchase") && kinds.contains("RoundingAdjustment"));
    let may = rows(&sandbox(), &profile(SEK), "2025-05-01", "2025-05-31", OWNER);
    assert!(may.iter().any(|row| row.properties.charge_type == "Refund" && row.properties.cost() < Decimal::ZERO));
}

#[test]
fn the_open_month_ends_yesterday_and_is_not_on_an_invoice() {
    let all = rows(&sandbox(), &profile(EUR), "2026-03-01", "2026-03-31", OWNER);
    assert_eq!(all.iter().map(|row| &row.properties.date[..10]).max(), Some("2026-03-16"));
    assert!(all.iter().all(|row| row.properties.invoice_id.is_empty()));
    assert!(all.iter().all(|row| row.properties.billing_period_start_date.is_none()));
    let first = sandbox_with(Shared::default(), "2026-03-01T00:00:01Z");
    assert_eq!(get(&first, &usage(&profile(EUR), "startDate=2026-03-01&endDate=2026-03-31"), OWNER).status, 204);
}

#[test]
fn days_are_asked_by_dates_or_by_a_filter() {
    let sandbox = sandbox();
    let by_dates = rows(&sandbox, &profile(USD), "2026-01-10", "2026-01-12", OWNER);
    let filter = "$filter=properties/usageStart%20ge%20'2026-01-10'%20and%20properties/usageEnd%20le%20'2026-01-12'";
    let by_filter = good(&sandbox, &usage(&profile(USD), filter), OWNER);
    assert_eq!(by_filter["value"].as_array().unwrap().len(), by_dates.len());
    let days: BTreeSet<&str> = by_dates.iter().map(|row| &row.properties.date[..10]).collect();
    assert_eq!(days.into_iter().collect::<Vec<_>>(), ["2026-01-10", "2026-01-11", "2026-01-12"]);
}

#[test]
fn additional_info_comes_only_when_it_is_asked_for() {
    let sandbox = sandbox();
    let days = "startDate=2026-02-01&endDate=2026-02-28";
    let text = |query: &str| String::from_utf8(get(&sandbox, &usage(&profile(EUR), query), OWNER).body).unwrap();
    assert!(!text(days).contains("additionalInfo"));
    let expanded = text(&format!("{days}&$expand=properties/additionalInfo"));
    assert!(expanded.contains(r#""additionalInfo":"{\"UsageType\":\"ComputeHR\","#), "one JSON object, as text");
}

#[test]
fn tags_with_formulas_and_other_scripts_come_through() {
    let path = usage(&profile(EUR), "startDate=2025-10-01&endDate=2025-10-31");
    let all = all(&sandbox(), &path, OWNER);
    let has = |key: &str, value: &str| all.iter().any(|row| row["tags"][key] == value);
    assert!(has("formule", "=1+1") && has("contact", "@vloot") && has("船", "貨物船"));
    assert!(has("owner", "Amira, \"de chef\"") && has("delta", "-2+3"));
}

#[test]
fn a_section_has_its_part_of_the_profile() {
    let sandbox = sandbox();
    let whole = rows(&sandbox, &profile(EUR), "2026-02-01", "2026-02-28", OWNER).len();
    let parts: usize = ["Q5LM-2WRD-PJA-PGB", "H8TC-6VNX-PJA-PGB", "Z3KF-9BQY-PJA-PGB"]
        .map(|section| {
            let scope = format!("{}/invoiceSections/{section}", profile(EUR));
            rows(&sandbox, &scope, "2026-02-01", "2026-02-28", OWNER).len()
        })
        .iter()
        .sum();
    assert_eq!(parts, whole);
    assert_eq!(get(&sandbox, &usage(&profile(EUR), ""), NOBODY).status, 403);
}

#[test]
fn the_load_test_has_its_own_profile_and_changes_no_other_invoice() {
    let sandbox = sandbox();
    let profiles = format!("{}/billingProfiles", account(MCA));
    let before = all(&sandbox, &format!("{}/invoices", profile(EUR)), OWNER);
    assert_eq!(all(&sandbox, &profiles, OWNER).len(), 3);
    let knob = "/providers/Factuur.Sandbox/loadTest";
    assert_eq!(ask(&sandbox, Put, knob, OWNER, Some(r#"{"rows":1000001}"#)).status, 400);
    assert_eq!(ask(&sandbox, Put, knob, OWNER, Some(r#"{"rows":2500}"#)).status, 200);
    assert_eq!(all(&sandbox, &profiles, OWNER).len(), 4);
    let load = profile("L0AD-TEST-BG7-MLN");
    assert_eq!(rows(&sandbox, &load, "2026-02-01", "2026-02-28", OWNER).len(), 2500);
    assert_eq!(all(&sandbox, &format!("{load}/invoices"), OWNER).len(), 1);
    assert_eq!(all(&sandbox, &format!("{}/invoices", profile(EUR)), OWNER), before);
    ask(&sandbox, Put, knob, OWNER, Some(r#"{"rows":0}"#));
    assert_eq!(get(&sandbox, &load, OWNER).status, 404);
}

#[test]
fn the_same_question_gets_the_same_answer() {
    let path = usage(&profile(SEK), "startDate=2025-06-01&endDate=2025-06-30");
    assert_eq!(get(&sandbox(), &path, OWNER).body, get(&sandbox(), &path, OWNER).body);
}
