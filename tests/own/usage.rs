//! Usage of a month, page by page.
use crate::support::*;
use factuur::arm::{Client, UsageKind, UsagePages};
use factuur::billing::{CostMetric, Period, SubscriptionId, UsageField};
use factuur::own::{Kind, NOT_IN_FILES};

fn rows(pages: &mut UsagePages) -> Vec<(String, String)> {
    let mut all = Vec::new();
    while let Some(page) = run(pages.next()).unwrap() {
        for record in page.records(UsageKind::Modern).unwrap() {
            all.push((record.text(UsageField::MeterName).to_owned(), record.text(UsageField::Quantity).to_owned()));
        }
    }
    all
}

fn of_profile(client: &Client, period: Period) -> Vec<(String, String)> {
    rows(&mut client.usage_pages(&profile_scope(), period, CostMetric::Actual).unwrap())
}

#[test]
fn a_month_of_a_profile_is_told_by_day_with_every_digit() {
    let long = "0.1234567890123456789012345";
    let all = [
        a_row(&profile_id(), "late", "2026-03-31", long),
        a_row(&profile_id(), "before", "2026-02-28", "1"),
        a_row(&profile_id(), "early", "2026-03-01", "1E-7"),
        a_row(&profile_id(), "after", "2026-04-01", "1"),
    ];
    let client = client(&[("usage.json", &list(&all))]);
    let told = of_profile(&client, march());
    assert_eq!(told, [("early", "0.0000001"), ("late", long)].map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[test]
fn thousands_of_rows_come_in_pages_and_each_once() {
    let all: Vec<String> = (0..2_345)
        .map(|at| a_row(&profile_id(), &format!("r{at}"), &format!("2026-03-{:02}", at % 31 + 1), &at.to_string()))
        .collect();
    let client = client(&[("usage.json", &list(&all))]);
    let mut pages = client.usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
    let mut told = rows(&mut pages);
    assert_eq!((told.len(), pages.pages_read()), (2_345, 3));
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 2_345);
}

#[test]
fn a_subscription_has_its_legacy_rows() {
    let all = [a_legacy_row("r1", "2026-03-01", "0.0000001"), a_legacy_row("r2", "2026-04-01", "2")];
    let client = client(&[("usage.json", &list(&all))]);
    let mut pages = client.subscription_usage_pages(&SubscriptionId::from(SUBSCRIPTION), march()).unwrap();
    let page = run(pages.next()).unwrap().unwrap();
    let told = page.records(UsageKind::Legacy).unwrap();
    assert_eq!(
        told.iter().map(|row| row.text(UsageField::CostInBillingCurrency).to_owned()).collect::<Vec<_>>(),
        ["0.0000001"]
    );
    assert!(run(pages.next()).unwrap().is_none());
}

#[test]
fn rows_saved_at_two_scopes_are_not_told_twice() {
    let (account, section) = (account_id(), section_scope().id());
    let client = client(&[
        ("account.json", &list(&[a_row(&account, "a", "2026-03-05", "1"), a_row(&account, "a2", "2026-02-05", "1")])),
        ("profile.json", &list(&[a_row(&profile_id(), "p", "2026-03-05", "1")])),
        ("section.json", &list(&[a_row(&section, "s", "2026-03-05", "1"), a_row(&section, "s4", "2026-04-05", "1")])),
    ]);
    let names = |period| of_profile(&client, period).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(march()), ["p"], "the profile's own list");
    assert_eq!(names(period("2026-02-01", "2026-02-28")), ["a2"], "the account's list has the profile's rows");
    assert_eq!(names(period("2026-02-01", "2026-03-31")), ["a2", "p"]);
    // A section's rows are a part of the profile's only.
    let mut pages =
        client.usage_pages(&profile_scope(), period("2026-04-01", "2026-04-30"), CostMetric::Actual).unwrap();
    assert_eq!(run(pages.next()).unwrap_err().code(), Some(NOT_IN_FILES));
    let mut pages =
        client.usage_pages(&section_scope(), period("2026-04-01", "2026-04-30"), CostMetric::Actual).unwrap();
    assert_eq!(rows(&mut pages).len(), 1);
}

#[test]
fn rows_above_a_section_are_told_by_what_they_say_of_it() {
    let other = a_row(&profile_id(), "other", "2026-03-05", "1").replace(SECTION, "ZZZZ");
    let client = client(&[("profile.json", &list(&[a_row(&profile_id(), "mine", "2026-03-05", "1"), other]))]);
    let told = rows(&mut client.usage_pages(&section_scope(), march(), CostMetric::Actual).unwrap());
    assert_eq!(told.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["mine"]);
}

#[test]
fn a_file_saved_twice_counts_once_and_a_service_that_repeats_an_id_is_believed() {
    let one = list(&[a_row(&profile_id(), "r", "2026-03-05", "1"), a_row(&profile_id(), "r", "2026-03-05", "2")]);
    let own = files(&[("one.json", &one), ("again.json", &one)]);
    assert_eq!(counted(&own, Kind::Usage), (2, 0, 2));
    assert_eq!(of_profile(&client_of(own), march()).len(), 2);
}

#[test]
fn what_cannot_be_filtered_by_is_refused() {
    let own = files(&[("usage.json", &list(&[a_row(&profile_id(), "r", "2026-03-05", "1")]))]);
    let path = format!("{}/providers/Microsoft.Consumption/usageDetails?api-version=2023-11-01", profile_id());
    for (query, status) in [
        ("", 200),
        ("&$filter=properties/date eq '2026-03-05'", 200),
        ("&%24filter=properties%2FusageStart%20ge%20%272026-03-05%27", 200),
        ("&$filter=properties/date gt '2026-03-05'", 404),
        ("&$filter=properties/date lt '2026-03-05'", 404),
        ("&$filter=properties/chargeType eq 'Usage'", 400),
        ("&$filter=properties/date ne '2026-03-05'", 400),
        ("&startDate=soon", 400),
        ("&$top=many", 400),
        ("&$skiptoken=%ff", 200),
        ("&$skiptoken=99999999999999999999", 400),
        ("&$skiptoken=7", 200),
    ] {
        let (found, body) = get(&own, &format!("{path}{query}"));
        assert_eq!(found, status, "{query}: {body}");
    }
}
