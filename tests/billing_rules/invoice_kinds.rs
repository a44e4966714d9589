//! Which invoices come when: the worked examples of the documents (seeds S001-03 to S001-05 and S001-13).
use crate::fixtures::*;
use chrono::NaiveDate;
use factuur::billing::*;
use proptest::prelude::*;

fn span(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

fn window(from: &str, until: &str) -> InvoiceWindow {
    InvoiceWindow { from: day(from), until: day(until) }
}

fn expected(kind: InvoiceKind, periods: &[Period], from: &str, until: &str) -> ExpectedInvoice {
    ExpectedInvoice { kind, periods: periods.to_vec(), window: window(from, until) }
}

fn bought(on: &str, kind: PurchaseKind, pay_by: PayBy) -> Purchase {
    Purchase { on: day(on), kind, pay_by }
}

/// The account of the documents: made on 2 February.
fn account_day() -> Anchor {
    Anchor::of(day("2026-02-02"))
}

#[test]
fn sub_01_of_5_march_and_sub_02_of_10_march_are_each_invoiced_on_the_second_of_the_month() {
    use InvoiceKind::AzureServices;
    let first_two = |created| {
        let cycle = BillingCycle::new(day(created));
        service_invoices(&cycle, account_day()).take(2).collect::<Vec<_>>()
    };
    let sub_01 = [
        expected(AzureServices, &[span("2026-03-05", "2026-04-04")], "2026-05-02", "2026-05-04"),
        expected(AzureServices, &[span("2026-04-05", "2026-05-04")], "2026-06-02", "2026-06-04"),
    ];
    let sub_02 = [
        expected(AzureServices, &[span("2026-03-10", "2026-04-09")], "2026-05-02", "2026-05-04"),
        expected(AzureServices, &[span("2026-04-10", "2026-05-09")], "2026-06-02", "2026-06-04"),
    ];
    assert_eq!(first_two("2026-03-05"), sub_01);
    assert_eq!(first_two("2026-03-10"), sub_02);
}

#[test]
fn reservations_of_1_and_30_march_are_on_one_invoice_in_april_around_the_ninth() {
    let purchases = ["2026-03-01", "2026-03-30"].map(|on| bought(on, PurchaseKind::Reservation, PayBy::Invoice));
    let march = Period::month(2026, 3).unwrap();
    let one = expected(InvoiceKind::Marketplace, &[march], "2026-04-09", "2026-04-11");
    assert_eq!(purchase_invoices(&purchases), [one]);
}

#[test]
fn a_reservation_bought_by_card_is_invoiced_at_once() {
    let card = bought("2026-03-30", PurchaseKind::Reservation, PayBy::Card);
    let day_itself = span("2026-03-30", "2026-03-30");
    let at_once = expected(InvoiceKind::Marketplace, &[day_itself], "2026-03-30", "2026-03-30");
    assert_eq!(purchase_invoices(&[card, card]), [at_once.clone(), at_once]);
}

#[test]
fn marketplace_and_spot_wait_for_the_next_month_however_they_are_paid() {
    use PurchaseKind::*;
    let purchases = [
        bought("2026-12-31", SpotVm, PayBy::Card),
        bought("2026-03-02", Marketplace, PayBy::Card),
        bought("2026-03-15", Reservation, PayBy::Card),
        bought("2026-03-31", SpotVm, PayBy::Invoice),
    ];
    let windows: Vec<_> = purchase_invoices(&purchases).iter().map(|invoice| invoice.window).collect();
    let expected =
        [window("2026-03-15", "2026-03-15"), window("2026-04-09", "2026-04-11"), window("2027-01-09", "2027-01-11")];
    assert_eq!(windows, expected);
}

#[test]
fn a_support_plan_is_invoiced_on_the_day_of_purchase_and_then_on_the_accounts_day() {
    use InvoiceKind::SupportPlan;
    let plan: Vec<_> = support_invoices(day("2026-03-28"), account_day(), None).take(3).collect();
    let expected = [
        expected(SupportPlan, &[span("2026-03-28", "2026-04-27")], "2026-03-28", "2026-03-30"),
        expected(SupportPlan, &[span("2026-04-28", "2026-05-27")], "2026-05-02", "2026-05-04"),
        expected(SupportPlan, &[span("2026-05-28", "2026-06-27")], "2026-06-02", "2026-06-04"),
    ];
    assert_eq!(plan, expected);
}

#[test]
fn a_support_plan_is_not_billed_for_a_month_that_it_would_begin_after_its_end() {
    let months = |ended| support_invoices(day("2026-03-28"), account_day(), Some(day(ended))).count();
    assert_eq!((months("2026-04-27"), months("2026-04-28")), (1, 2));
}

#[test]
fn a_billing_profile_has_one_invoice_in_april_for_both_subscriptions_and_azure_support_01_of_28_march() {
    let march = Period::month(2026, 3).unwrap();
    let invoice = profile_invoice(march, Anchor::new(1)).unwrap();
    assert_eq!(invoice, expected(InvoiceKind::BillingProfile, &[march], "2026-04-01", "2026-04-03"));
    assert!(["2026-03-05", "2026-03-10", "2026-03-28"].iter().all(|on| invoice.periods[0].contains(day(on))));
}

#[test]
fn without_a_known_day_a_profiles_invoice_comes_by_the_twelfth() {
    let march = Period::month(2026, 3).unwrap();
    assert_eq!(profile_invoice(march, None).unwrap().window, window("2026-04-01", "2026-04-12"));
    assert_eq!(profile_invoice(march, Anchor::new(5)).unwrap().window, window("2026-04-05", "2026-04-07"));
    let january = Period::month(2027, 1).unwrap();
    assert_eq!(profile_invoice(january, Anchor::new(31)).unwrap().window, window("2027-02-28", "2027-03-02"));
}

#[test]
fn the_last_invoice_holds_the_whole_period_before_and_the_incomplete_one() {
    let cycle = BillingCycle::new(day("2020-10-08")).ending(Some(day("2020-11-16")));
    let both = [span("2020-10-08", "2020-11-07"), span("2020-11-08", "2020-11-16")];
    let last = expected(InvoiceKind::AzureServices, &both, "2020-11-20", "2020-11-22");
    assert_eq!(service_invoices(&cycle, Anchor::new(20).unwrap()).collect::<Vec<_>>(), [last]);
    // When the account's day came in between, the whole period was invoiced on it.
    let between: Vec<_> = service_invoices(&cycle, Anchor::new(10).unwrap()).collect();
    let apart = [
        expected(InvoiceKind::AzureServices, &both[..1], "2020-11-10", "2020-11-12"),
        expected(InvoiceKind::AzureServices, &both[1..], "2020-12-10", "2020-12-12"),
    ];
    assert_eq!(between, apart);
}

#[test]
fn a_period_that_is_not_over_on_the_accounts_day_waits_for_the_next() {
    let cycle = BillingCycle::new(day("2027-01-31"));
    let invoices: Vec<_> = service_invoices(&cycle, Anchor::new(30).unwrap()).take(2).collect();
    assert_eq!(invoices[0].window, window("2027-02-28", "2027-03-02"));
    assert_eq!(invoices[1].window, window("2027-04-30", "2027-05-02"));
    assert_eq!(invoices[1].periods, [span("2027-02-28", "2027-03-30"), span("2027-03-31", "2027-04-29")]);
}

#[test]
fn each_kind_but_a_profiles_has_the_wires_word() {
    let types = [InvoiceKind::AzureServices, InvoiceKind::Marketplace, InvoiceKind::SupportPlan];
    let words = types.map(|kind| kind.invoice_type().unwrap().as_wire().to_owned());
    assert_eq!(words, ["AzureServices", "AzureMarketplace", "AzureSupport"]);
    assert_eq!(InvoiceKind::BillingProfile.invoice_type(), None);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..12_000).prop_map(|days| day("1999-01-01").checked_add_days(chrono::Days::new(days)).unwrap())
}

proptest! {
    #[test]
    fn every_period_is_on_exactly_one_invoice_that_comes_after_it(created in any_day(), account in 1_u32..=31) {
        let cycle = BillingCycle::new(created);
        let account = Anchor::new(account).unwrap();
        let invoices: Vec<_> = service_invoices(&cycle, account).take(40).collect();
        let billed: Vec<Period> = invoices.iter().flat_map(|invoice| invoice.periods.clone()).collect();
        let periods: Vec<Period> = cycle.periods().take(billed.len()).map(|one| one.period).collect();
        prop_assert_eq!(billed, periods);
        for pair in invoices.windows(2) {
            prop_assert!(pair[0].window.until < pair[1].window.from);
        }
        for invoice in &invoices {
            prop_assert!(invoice.periods.iter().all(|period| period.end < invoice.window.from));
        }
    }

    #[test]
    fn a_support_plan_has_one_invoice_for_each_of_its_months_and_never_early(on in any_day(), account in 1_u32..=31) {
        let invoices: Vec<_> = support_invoices(on, Anchor::new(account).unwrap(), None).take(30).collect();
        prop_assert_eq!(invoices[0].window.from, on);
        for pair in invoices.windows(2) {
            prop_assert_eq!(pair[0].periods[0].end.succ_opt(), Some(pair[1].periods[0].start));
            prop_assert!(pair[1].window.from >= pair[1].periods[0].start);
            prop_assert!((pair[1].window.from - pair[1].periods[0].start).num_days() <= 30);
        }
    }

    #[test]
    fn no_purchase_is_left_without_an_invoice(
        purchases in proptest::collection::vec((any_day(), 0_usize..3, any::<bool>()), 0..8),
    ) {
        use PurchaseKind::*;
        let purchases: Vec<Purchase> = purchases
            .into_iter()
            .map(|(on, kind, card)| Purchase {
                on,
                kind: [Reservation, Marketplace, SpotVm][kind],
                pay_by: if card { PayBy::Card } else { PayBy::Invoice },
            })
            .collect();
        let invoices = purchase_invoices(&purchases);
        for purchase in &purchases {
            let on_it = invoices.iter().filter(|invoice| invoice.periods[0].contains(purchase.on));
            let fits = on_it.filter(|invoice| (invoice.periods[0].days() == 1) == purchase.is_invoiced_at_once());
            prop_assert!(fits.count() >= 1);
        }
    }
}
