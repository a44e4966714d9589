//! Lists that go on where no file does.
use crate::support::*;
use factuur::own::{Kind, OwnFiles};

fn link(path: &str, query: &str) -> String {
    format!(r#","nextLink":"{path}?api-version=2024-04-01&{query}""#)
}

fn missing(own: &OwnFiles) -> Vec<(Kind, usize, Option<u64>)> {
    own.summary().incomplete.iter().map(|it| (it.kind, it.pages, it.elements)).collect()
}

fn invoices(names: &[&str], rest: &str) -> String {
    page(&names.iter().map(|name| an_invoice(name, 2, "1")).collect::<Vec<_>>(), rest)
}

#[test]
fn a_list_that_goes_on_in_no_file_is_told() {
    let path = format!("{}/invoices", profile_id());
    let first = invoices(&["G1", "G2"], &link(&path, "$skiptoken=2"));
    let own = files(&[("one.json", &first)]);
    assert_eq!(missing(&own), [(Kind::Invoice, 1, None)]);
    assert_eq!(own.summary().incomplete[0].files, ["one.json"]);
    assert_eq!(
        own.summary().incomplete[0].scope,
        format!("billingaccounts/{ACCOUNT}/billingprofiles/{PROFILE}").to_lowercase()
    );
    let own = files(&[("one.json", &first), ("two.json", &invoices(&["G3"], ""))]);
    assert_eq!(missing(&own), []);
    // The first page twice is not the second page.
    let own = files(&[("one.json", &first), ("again.json", &first)]);
    assert_eq!(missing(&own), [(Kind::Invoice, 1, None)]);
    // A page that leads on needs one more.
    let second = invoices(&["G3"], &link(&path, "$skiptoken=3"));
    assert_eq!(missing(&files(&[("two.json", &second), ("one.json", &first)])), [(Kind::Invoice, 1, None)]);
}

#[test]
fn the_page_of_another_list_does_not_complete_it() {
    let path = format!("{}/invoices", profile_id());
    let first = invoices(&["G1"], &link(&format!("https://management.azure.com{path}"), "$skiptoken=2"));
    let other = invoices(&["G9"], "").replace(PROFILE, "ZZZZ-ZZZZ-ZZZ-ZZZ");
    assert_eq!(missing(&files(&[("one.json", &first), ("other.json", &other)])), [(Kind::Invoice, 1, None)]);
    assert_eq!(
        missing(&files(&[("one.json", &first), ("profiles.json", &list(&[a_profile()]))])),
        [(Kind::Invoice, 1, None)]
    );
}

#[test]
fn elements_are_counted_where_the_service_says_how_many_there_are() {
    let path = format!("{}/invoices", profile_id());
    let first = invoices(&["G1", "G2"], &(link(&path, "$skiptoken=2") + r#","totalCount":5"#));
    let own = files(&[("one.json", &first), ("three.json", &invoices(&["G5"], r#","totalCount":5"#))]);
    assert_eq!(missing(&own), [(Kind::Invoice, 1, Some(2))], "the page between them is missing");
}

#[test]
fn a_month_of_usage_does_not_complete_another() {
    let path = format!("{}/providers/Microsoft.Consumption/usageDetails", profile_id());
    let rest = link(&path, "startDate=2026-03-01&endDate=2026-03-31&$skiptoken=x");
    let march = page(&[a_row(&profile_id(), "m", "2026-03-05", "1")], &rest);
    let april = list(&[a_row(&profile_id(), "a", "2026-04-05", "1")]);
    assert_eq!(missing(&files(&[("march.json", &march), ("april.json", &april)])), [(Kind::Usage, 1, None)]);
    let second = list(&[a_row(&profile_id(), "m2", "2026-03-06", "1")]);
    assert_eq!(missing(&files(&[("march.json", &march), ("march-2.json", &second)])), []);
}

#[test]
fn each_file_says_what_is_shown_from_it() {
    let own =
        files(&[("i.json", &invoices(&["G1", "G2"], "")), ("bad.json", "["), ("again.json", &invoices(&["G2"], ""))]);
    let told: Vec<_> = own.summary().files.iter().map(|it| (it.name.as_str(), it.kinds.clone())).collect();
    assert_eq!(
        told,
        [("i.json", vec![(Kind::Invoice, 1)]), ("bad.json", Vec::new()), ("again.json", vec![(Kind::Invoice, 1)])]
    );
}

#[test]
fn pages_of_the_invoices_of_a_subscription_belong_together() {
    let below =
        format!("/providers/Microsoft.Billing/billingAccounts/default/billingSubscriptions/{SUBSCRIPTION}/invoices");
    let invoice = |name: &str| {
        resource(
            &format!("{below}/{name}"),
            &format!(r#""invoiceDate":"2026-03-05T00:00:00Z","subscriptionId":"{SUBSCRIPTION}""#),
        )
    };
    let first = page(&[invoice("E1")], &link(&below, "$skiptoken=1"));
    let property = resource(
        &format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Billing/billingProperty/default"),
        r#""billingAccountId":"/providers/Microsoft.Billing/billingAccounts/m""#,
    );
    assert_eq!(missing(&files(&[("1", &first), ("p", &property)])), [(Kind::Invoice, 1, None)]);
    assert_eq!(missing(&files(&[("1", &first), ("p", &property), ("2", &list(&[invoice("E2")]))])), []);
}
