//! The list of a subscription's invoices, by billing period (seed S000-11).
use crate::fixtures::*;
use factuur::billing::*;

const MANY: usize = 36;

fn of_period(name: &str, kind: InvoiceType, start: &str, end: &str) -> Invoice {
    let mut made = invoice(name, InvoiceStatus::Paid, "12.50");
    made.invoice_type = Some(kind);
    made.period = Some(Period { start: day(start), end: day(end) });
    made
}

fn services(name: &str, start: &str, end: &str) -> Invoice {
    of_period(name, InvoiceType::AzureServices, start, end)
}

fn made_on(created: &str) -> BillingSubscription {
    BillingSubscription { created: Some(day(created)), ..azure_subscription("sub-01") }
}

fn days(entry: &PeriodEntry) -> (String, String) {
    (entry.period.start.to_string(), entry.period.end.to_string())
}

fn of_second(subscription: &BillingSubscription, invoices: &[Invoice], today: &str) -> Vec<PeriodEntry> {
    period_history(subscription, invoices, Anchor::new(2), day(today), MANY)
}

#[test]
fn each_period_has_its_invoice_the_newest_first_and_the_current_one_is_open() {
    let invoices = [services("E1", "2026-03-05", "2026-04-04"), services("E2", "2026-04-05", "2026-05-04")];
    let list = of_second(&made_on("2026-03-05"), &invoices, "2026-05-20");
    let seen: Vec<_> = list.iter().map(|e| (days(e), e.invoice().map(|i| i.name.to_string()))).collect();
    let row =
        |start: &str, end: &str, name: Option<&str>| ((start.to_owned(), end.to_owned()), name.map(str::to_owned));
    assert_eq!(
        seen,
        [
            row("2026-05-05", "2026-06-04", None),
            row("2026-04-05", "2026-05-04", Some("E2")),
            row("2026-03-05", "2026-04-04", Some("E1")),
        ]
    );
    assert_eq!(list[0].outcome, PeriodOutcome::Open);
}

#[test]
fn a_period_that_is_over_without_an_invoice_tells_when_it_is_expected() {
    let list = of_second(&made_on("2026-03-05"), &[], "2026-04-10");
    let window = InvoiceWindow { from: day("2026-05-02"), until: day("2026-05-04") };
    assert_eq!(list[1].outcome, PeriodOutcome::NotAvailable(Some(window)));
    let unknown = period_history(&made_on("2026-03-05"), &[], None, day("2026-04-10"), MANY);
    assert_eq!(unknown[1].outcome, PeriodOutcome::NotAvailable(None), "without the account's day nothing is claimed");
}

#[test]
fn a_last_invoice_stands_at_each_period_that_it_charges() {
    let mut ended = made_on("2026-07-08");
    ended.cancelled = Some(day("2026-11-16"));
    let last = services("E9", "2026-10-08", "2026-11-16");
    let list = of_second(&ended, &[last], "2026-12-20");
    assert_eq!((days(&list[0]), list[0].is_partial), (("2026-11-08".into(), "2026-11-16".into()), true));
    assert_eq!(list[0].invoice().map(|i| i.name.as_str()), Some("E9"));
    assert_eq!(list[1].invoice().map(|i| i.name.as_str()), Some("E9"));
}

#[test]
fn marketplace_invoices_stand_beside_the_periods_and_are_never_taken_for_them() {
    let marketplace = of_period("G1", InvoiceType::AzureMarketplace, "2026-03-01", "2026-04-30");
    let list = of_second(&made_on("2026-03-05"), &[marketplace], "2026-04-10");
    let names: Vec<_> = list.iter().map(|e| e.invoice().map(|i| i.name.to_string())).collect();
    assert_eq!(names, [None, None, Some("G1".to_owned())]);
}

#[test]
fn a_void_invoice_gives_way_to_the_one_that_counts() {
    let mut void = services("E1", "2026-03-05", "2026-04-04");
    void.status = InvoiceStatus::Void;
    let counts = services("E2", "2026-03-05", "2026-04-04");
    let list = of_second(&made_on("2026-03-05"), &[void, counts], "2026-04-20");
    let names: Vec<_> = list.iter().filter_map(|e| e.invoice().map(|i| i.name.to_string())).collect();
    assert_eq!(names, ["E2", "E1"], "both are shown");
}

#[test]
fn a_support_plan_has_months_in_advance_and_no_open_period() {
    let mut plan = made_on("2026-03-28");
    plan.product_category = Some(ProductCategory::AzureSupport);
    let first = of_period("E1", InvoiceType::AzureSupport, "2026-03-28", "2026-04-27");
    let list = of_second(&plan, &[first], "2026-04-30");
    assert_eq!(list[1].invoice().map(|i| i.name.as_str()), Some("E1"));
    let window = InvoiceWindow { from: day("2026-05-02"), until: day("2026-05-04") };
    assert_eq!(list[0].outcome, PeriodOutcome::NotAvailable(Some(window)));
}

#[test]
fn a_month_of_a_plan_that_is_paid_is_no_unbilled_period() {
    let mut plan = made_on("2026-03-28");
    plan.product_category = Some(ProductCategory::AzureSupport);
    let running = of_period("E2", InvoiceType::AzureSupport, "2026-04-28", "2026-05-27");
    let list = of_second(&plan, &[running], "2026-05-05");
    assert_eq!(list[0].invoice().map(|i| i.name.as_str()), Some("E2"), "it is not over, and billed in advance");
}

/// A reservation of 15 March, without an invoice of its own.
fn of_category(category: ProductCategory) -> BillingSubscription {
    BillingSubscription { product_category: Some(category), offer: None, ..made_on("2026-03-15") }
}

#[test]
fn what_was_bought_has_no_periods_and_no_invoice_is_expected_for_one() {
    use ProductCategory::*;
    for category in [ReservationOrder, SavingsPlanOrder, Saas, Software, Hardware] {
        let bought = of_category(category.clone());
        assert_eq!(bought.charging(), Charging::Purchase, "{category:?}");
        assert_eq!(begun_periods(&bought, day("2026-11-21")), [], "{category:?}");
        assert_eq!(of_second(&bought, &[], "2026-11-21"), [], "{category:?}");
    }
    let own = of_period("G1", InvoiceType::AzureMarketplace, "2026-03-15", "2026-03-15");
    let list = of_second(&of_category(ReservationOrder), &[own], "2026-11-21");
    let names: Vec<_> = list.iter().filter_map(|e| e.invoice().map(|i| i.name.as_str())).collect();
    assert_eq!(names, ["G1"], "an invoice of its own is all there is to list");
}

#[test]
fn azure_services_are_charged_by_use_and_a_support_plan_by_the_month() {
    assert_eq!(of_category(ProductCategory::UsageBased).charging(), Charging::Use);
    assert_eq!(of_category(ProductCategory::AzureSupport).charging(), Charging::Plan);
    let by_offer =
        BillingSubscription { product_category: None, offer: Some("MS-AZR-0041P".into()), ..made_on("2026-03-28") };
    assert_eq!(by_offer.charging(), Charging::Plan);
    let untold = BillingSubscription { product_category: None, offer: None, ..made_on("2026-03-05") };
    assert_eq!(untold.charging(), Charging::Use, "most are, and nothing says that it is not");
    let unknown = of_category(ProductCategory::from_wire("Something"));
    assert_eq!(unknown.charging(), Charging::Use);
}

#[test]
fn the_periods_that_have_begun_are_those_of_the_list() {
    let made = made_on("2026-03-05");
    let periods: Vec<Period> = begun_periods(&made, day("2026-05-20")).iter().rev().map(|one| one.period).collect();
    let listed: Vec<Period> = of_second(&made, &[], "2026-05-20").iter().map(|entry| entry.period).collect();
    assert_eq!(periods, listed);
}

#[test]
fn no_more_periods_than_asked_for_are_listed() {
    let old = made_on("2010-02-28");
    assert_eq!(period_history(&old, &[], Anchor::new(2), day("2026-04-10"), 24).len(), 24);
}

#[test]
fn without_the_day_it_was_made_the_invoices_alone_are_the_list() {
    let unknown = BillingSubscription { created: None, ..azure_subscription("sub-01") };
    let list = of_second(&unknown, &[services("E1", "2026-03-05", "2026-04-04")], "2026-05-20");
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].invoice().map(|i| i.name.as_str()), Some("E1"));
}

#[test]
fn the_day_invoices_are_made_on_is_the_earliest_of_three() {
    let dated = |date: &str| {
        let mut made = services("E1", "2026-03-05", "2026-04-04");
        made.invoice_date = Some(day(date));
        made
    };
    let two = [dated("2026-03-03"), dated("2026-04-04")];
    assert_eq!(observed_account_day(&two), None, "two are too few to tell");
    let three = [dated("2026-03-03"), dated("2026-04-04"), dated("2026-05-02")];
    assert_eq!(observed_account_day(&three), Anchor::new(2));
}

#[test]
fn an_invoice_for_two_periods_tells_its_amounts_with_the_last_of_them() {
    let ended = BillingSubscription { cancelled: Some(day("2026-05-16")), ..made_on("2026-03-08") };
    let invoices = [services("E1", "2026-03-08", "2026-04-07"), services("E2", "2026-04-08", "2026-05-16")];
    let list = of_second(&ended, &invoices, "2026-08-01");
    let told: Vec<_> =
        list.iter().map(|e| (e.invoice().map(|i| i.name.as_str()), e.ending_invoice().is_some())).collect();
    assert_eq!(told, [(Some("E2"), true), (Some("E2"), false), (Some("E1"), true)]);
    let waiting = of_second(&made_on("2026-03-08"), &[], "2026-04-20");
    assert!(waiting.iter().all(|entry| entry.ending_invoice().is_none()), "what has no invoice ends none");
}

/// First day of the last period that the invoice looked for charges.
fn sought(it: &BillingSubscription, list: &[Invoice], start: Option<&str>, today: &str) -> Option<String> {
    let anchor = Anchor::new(2).unwrap();
    let found = invoice_sought(it, anchor, list, start.map(day), day(today))?;
    Some(found.periods.last().unwrap().start.to_string())
}

#[test]
fn the_newest_invoice_that_is_not_listed_is_the_one_looked_for() {
    let it = made_on("2026-03-05");
    let (march, april) = (services("E1", "2026-03-05", "2026-04-04"), services("E2", "2026-04-05", "2026-05-04"));
    assert_eq!(sought(&it, &[], None, "2026-05-20").unwrap(), "2026-04-05", "of those that are over, the newest");
    assert_eq!(sought(&it, std::slice::from_ref(&april), None, "2026-05-20").unwrap(), "2026-03-05");
    let all = [march, april];
    assert_eq!(sought(&it, &all, None, "2026-05-20").unwrap(), "2026-05-05", "only the open period is left");
    assert_eq!(sought(&it, &all, Some("2026-03-05"), "2026-05-20").unwrap(), "2026-03-05", "the period that is named");
}

#[test]
fn no_invoice_is_looked_for_where_all_are_listed_or_something_was_bought() {
    let ended = BillingSubscription { cancelled: Some(day("2026-04-04")), ..made_on("2026-03-05") };
    let march = services("E1", "2026-03-05", "2026-04-04");
    assert_eq!(sought(&ended, &[march], None, "2026-08-01"), None);
    let bought = of_period("E3", InvoiceType::AzureMarketplace, "2026-04-01", "2026-04-30");
    assert_eq!(sought(&ended, &[bought], None, "2026-08-01").unwrap(), "2026-03-05", "Marketplace is another matter");
    assert_eq!(sought(&of_category(ProductCategory::ReservationOrder), &[], None, "2026-08-01"), None);
}
