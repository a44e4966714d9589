//! The rules in the five documents, by their worked examples and in their words: when periods run, which invoice comes when.
//! Each test's name begins with the row it holds; what a person sees of the same rows is in the files beside this one.
#![cfg(not(target_arch = "wasm32"))]
use chrono::NaiveDate;
use factuur::billing::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

fn window(from: &str, until: &str) -> InvoiceWindow {
    InvoiceWindow { from: day(from), until: day(until) }
}

/// "If Jamie created his account on 2 February".
fn jeroens_account() -> Anchor {
    Anchor::of(day("2020-02-02"))
}

/// "Jamie creates Azure sub 01 on 5 March and Azure sub 02 on 10 March."
fn azure_sub_01() -> BillingCycle {
    BillingCycle::new(day("2020-03-05"))
}

fn azure_sub_02() -> BillingCycle {
    BillingCycle::new(day("2020-03-10"))
}

fn first_periods(cycle: &BillingCycle) -> Vec<Period> {
    cycle.periods().take(3).map(|one| one.period).collect()
}

fn days_of(invoices: impl Iterator<Item = ExpectedInvoice>) -> Vec<InvoiceWindow> {
    invoices.take(3).map(|invoice| invoice.window).collect()
}

fn reservation(on: &str, pay_by: PayBy) -> Purchase {
    Purchase { on: day(on), kind: PurchaseKind::Reservation, pay_by }
}

#[test]
fn s001_03_azure_sub_01_has_charges_from_the_fifth_day_of_the_month_to_the_fourth_of_the_next() {
    let expected =
        [span("2020-03-05", "2020-04-04"), span("2020-04-05", "2020-05-04"), span("2020-05-05", "2020-06-04")];
    assert_eq!(first_periods(&azure_sub_01()), expected);
}

#[test]
fn s001_03_azure_sub_02_has_charges_from_the_tenth_day_of_the_month_to_the_ninth_of_the_next() {
    let expected =
        [span("2020-03-10", "2020-04-09"), span("2020-04-10", "2020-05-09"), span("2020-05-10", "2020-06-09")];
    assert_eq!(first_periods(&azure_sub_02()), expected);
}

#[test]
fn s001_03_both_are_normally_generated_on_the_second_of_each_month_but_may_be_up_to_two_days_later() {
    let expected =
        [window("2020-05-02", "2020-05-04"), window("2020-06-02", "2020-06-04"), window("2020-07-02", "2020-07-04")];
    for cycle in [azure_sub_01(), azure_sub_02()] {
        assert_eq!(days_of(service_invoices(&cycle, jeroens_account())), expected);
    }
}

#[test]
fn s001_03_an_invoice_is_generated_for_each_azure_subscription() {
    for cycle in [azure_sub_01(), azure_sub_02()] {
        for (invoice, period) in service_invoices(&cycle, jeroens_account()).zip(cycle.periods()).take(24) {
            assert_eq!(invoice.kind, InvoiceKind::AzureServices);
            assert_eq!(invoice.periods, [period.period], "of one subscription, and of one billing period");
        }
    }
}

#[test]
fn s001_04_reservations_of_1_march_and_30_march_are_on_one_invoice_in_april() {
    let purchases = ["2020-03-01", "2020-03-30"].map(|on| reservation(on, PayBy::Invoice));
    let invoices = purchase_invoices(&purchases);
    assert_eq!(invoices.len(), 1);
    assert_eq!(invoices[0].kind, InvoiceKind::Marketplace);
    assert_eq!(invoices[0].periods, [span("2020-03-01", "2020-03-31")], "the charges of the previous month");
}

#[test]
fn s001_04_it_is_always_generated_around_the_ninth_day_of_the_month() {
    for month in 1..=12 {
        let invoice = marketplace_invoice(Period::month(2020, month).unwrap()).unwrap();
        let next = NaiveDate::from_ymd_opt(2020 + i32::from(month == 12), month % 12 + 1, 9).unwrap();
        assert_eq!(invoice.window.from, next);
        assert!((invoice.window.until - next).num_days() <= 2);
    }
}

#[test]
fn s001_04_who_pays_by_credit_card_has_an_invoice_for_the_reservation_immediately() {
    let invoices = purchase_invoices(&[reservation("2020-03-30", PayBy::Card)]);
    let windows: Vec<InvoiceWindow> = invoices.iter().map(|invoice| invoice.window).collect();
    assert_eq!(windows, [window("2020-03-30", "2020-03-30")]);
}

#[test]
fn s001_04_who_pays_by_invoice_is_charged_for_it_on_the_next_monthly_invoice() {
    let invoices = purchase_invoices(&[reservation("2020-03-30", PayBy::Invoice)]);
    let windows: Vec<InvoiceWindow> = invoices.iter().map(|invoice| invoice.window).collect();
    assert_eq!(windows, [window("2020-04-09", "2020-04-11")]);
}

#[test]
fn s001_04_marketplace_products_and_spot_vms_are_on_that_invoice_too() {
    let bought = |kind| Purchase { on: day("2020-03-15"), kind, pay_by: PayBy::Card };
    let invoices = purchase_invoices(&[bought(PurchaseKind::Marketplace), bought(PurchaseKind::SpotVm)]);
    assert_eq!(invoices.len(), 1);
    assert_eq!(invoices[0].window, window("2020-04-09", "2020-04-11"));
}

#[test]
fn s001_05_the_first_invoice_of_a_support_plan_is_of_the_day_of_purchase_or_up_to_two_days_later() {
    let first = support_invoices(day("2020-03-28"), jeroens_account(), None).next().unwrap();
    assert_eq!(first.kind, InvoiceKind::SupportPlan);
    assert_eq!(first.window, window("2020-03-28", "2020-03-30"));
}

#[test]
fn s001_05_the_next_ones_are_of_the_day_of_the_month_the_account_was_created_or_up_to_two_days_later() {
    let next = support_invoices(day("2020-03-28"), jeroens_account(), None).skip(1);
    let expected =
        [window("2020-05-02", "2020-05-04"), window("2020-06-02", "2020-06-04"), window("2020-07-02", "2020-07-04")];
    assert_eq!(days_of(next), expected);
}

#[test]
fn s001_05_an_invoice_is_generated_each_month() {
    let plan: Vec<ExpectedInvoice> = support_invoices(day("2020-03-28"), jeroens_account(), None).take(12).collect();
    for pair in plan.windows(2) {
        assert_eq!(pair[0].periods[0].end.succ_opt(), Some(pair[1].periods[0].start));
    }
}

#[test]
fn s001_13_jeroen_gets_a_single_invoice_at_the_beginning_of_april_for_both_subscriptions_and_the_support_plan() {
    let march = Period::month(2020, 3).unwrap();
    let invoice = profile_invoice(march, Anchor::new(1)).unwrap();
    assert_eq!(invoice.kind, InvoiceKind::BillingProfile);
    assert_eq!(invoice.window, window("2020-04-01", "2020-04-03"));
    for of in ["2020-03-05", "2020-03-10", "2020-03-28"] {
        assert_eq!(invoice.periods.iter().filter(|period| period.contains(day(of))).count(), 1, "{of}");
    }
}

#[test]
fn s003_03_a_pay_as_you_go_account_has_three_kinds_of_invoices_and_each_has_its_word_on_the_wire() {
    let kinds = [InvoiceKind::AzureServices, InvoiceKind::Marketplace, InvoiceKind::SupportPlan];
    let words = kinds.map(|kind| kind.invoice_type().unwrap().as_wire().to_owned());
    assert_eq!(words, ["AzureServices", "AzureMarketplace", "AzureSupport"]);
}

#[test]
fn s003_03_the_same_rules_hold_a_year_later_over_the_end_of_a_short_month() {
    let made_on_the_31st = BillingCycle::new(day("2021-01-31"));
    let expected =
        [span("2021-01-31", "2021-02-27"), span("2021-02-28", "2021-03-30"), span("2021-03-31", "2021-04-29")];
    assert_eq!(first_periods(&made_on_the_31st), expected);
    let expected =
        [window("2021-03-02", "2021-03-04"), window("2021-04-02", "2021-04-04"), window("2021-05-02", "2021-05-04")];
    assert_eq!(days_of(service_invoices(&made_on_the_31st, jeroens_account())), expected);
}

#[test]
fn s003_13_each_billing_profile_has_one_invoice_a_month_for_the_previous_month() {
    for month in 1..=12 {
        let of = Period::month(2020, month).unwrap();
        let invoice = profile_invoice(of, Anchor::new(1)).unwrap();
        assert_eq!(invoice.periods, [of]);
        assert_eq!(invoice.window.from.pred_opt(), Some(of.end));
    }
}
