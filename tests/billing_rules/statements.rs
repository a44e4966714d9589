//! Statements of pay-as-you-go subscriptions: overage, effective rate, value, labels of periods, names of resources.
use factuur::billing::*;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn number(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn period(start: &str, end: &str) -> Period {
    Period { start: start.parse().unwrap(), end: end.parse().unwrap() }
}

fn meter(name: &str) -> UsageMeter {
    UsageMeter { name: name.into(), unit: "Hours".into(), ..UsageMeter::default() }
}

fn used(name: &str, quantity: &str) -> DailyUsage {
    DailyUsage { meter: meter(name), quantity: number(quantity), ..DailyUsage::default() }
}

fn terms(name: &str, included: &str, price: &str) -> MeterTerms {
    let list_price = Money::new(number(price), Currency::USD);
    MeterTerms { meter: meter(name), sku: String::new(), included: number(included), list_price }
}

fn january() -> Period {
    period("2018-01-01", "2018-01-31")
}

#[test]
fn overage_is_what_is_used_beyond_what_is_free_and_never_negative() {
    assert_eq!(overage_quantity(number("56.55227212"), number("5")), Ok(number("51.55227212")));
    assert_eq!(overage_quantity(number("4.99"), number("5.00000000")), Ok(Decimal::ZERO));
    assert_eq!(overage_quantity(Decimal::MAX, number("-1")), Err(MoneyError::Overflow));
}

#[test]
fn the_rate_is_the_rounded_value_by_the_overage_to_the_28th_decimal() {
    let rate = |value, quantity| effective_rate(number(value), number(quantity)).unwrap().to_string();
    assert_eq!(rate("34.00", "2615.33037100"), "0.0130002696320923044104396247");
    assert_eq!(rate("223.50", "2980.00000000"), "0.075");
    assert_eq!(rate("34.00", "1.00000000"), "34");
    assert_eq!(rate("4.50", "0.00150000"), "3000");
    assert_eq!(rate("0.00", "1.76403200"), "0");
    assert_eq!(rate("4.49", "0.00000000"), "0");
    assert_eq!(effective_rate(Decimal::MAX, number("0.00000001")), Err(MoneyError::Overflow));
}

#[test]
fn a_line_sums_the_days_of_its_meter_and_takes_off_what_is_free_once() {
    let daily = [used("B", "7.5"), used("A", "1.0"), used("B", "0.166666666666666656")];
    let lines =
        statement_lines(january(), &daily, &[terms("A", "10", "2"), terms("B", "5", "0.3"), terms("C", "0", "1")]);
    let lines = lines.unwrap();
    let shown: Vec<_> = lines
        .iter()
        .map(|line| {
            (&*line.meter.name, line.consumed.to_string(), line.overage_quantity.to_string(), line.value.to_string())
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("A", "1.00000000".to_owned(), "0".to_owned(), "0 USD".to_owned()),
            ("B", "7.66666667".to_owned(), "2.66666667".to_owned(), "0.80 USD".to_owned()),
        ]
    );
    assert_eq!(lines[1].rate, number("0.2999999996250000004687499994"));
}

#[test]
fn a_value_is_rounded_half_away_from_zero_to_the_smallest_unit() {
    let value = |price: &str, currency: &str| {
        let mut terms = terms("A", "0", price);
        terms.list_price = Money::new(number(price), Currency::parse(currency).unwrap());
        statement_lines(january(), &[used("A", "1")], &[terms]).unwrap()[0].value.to_string()
    };
    assert_eq!(value("0.005", "USD"), "0.01 USD");
    assert_eq!(value("0.015", "EUR"), "0.02 EUR");
    assert_eq!(value("0.0149999", "USD"), "0.01 USD");
    assert_eq!(value("2.5", "JPY"), "3 JPY");
}

#[test]
fn usage_without_a_price_is_an_error_and_not_left_out() {
    let fault = statement_lines(january(), &[used("A", "1"), used("B", "1")], &[terms("A", "0", "1")]).unwrap_err();
    assert_eq!(fault.to_string(), "meter \"B\" (Hours) has usage and no price");
    let large = statement_lines(january(), &[used("A", "79228162514264337593543950335")], &[terms("A", "0", "1")]);
    assert_eq!(large, Err(StatementFault::TooLarge { name: "A".to_owned() }));
}

#[test]
fn a_period_is_labelled_with_the_month_in_which_it_is_billed() {
    let label = |start, end| period(start, end).statement_label();
    assert_eq!(label("2018-01-01", "2018-01-31"), "201802(1/1/2018 - 1/31/2018)");
    assert_eq!(label("2017-12-01", "2017-12-31"), "201801(12/1/2017 - 12/31/2017)");
    assert_eq!(label("2018-01-05", "2018-02-04"), "201802(1/5/2018 - 2/4/2018)");
    assert_eq!(label("2018-02-05", "2018-03-04"), "201803(2/5/2018 - 3/4/2018)");
    assert_eq!(label("2018-01-31", "2018-02-27"), "201802(1/31/2018 - 2/27/2018)");
    assert_eq!(label("2018-02-28", "2018-03-30"), "201803(2/28/2018 - 3/30/2018)");
}

#[test]
fn a_resource_id_names_its_type_and_the_resource() {
    let id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Sql/servers/main/databases/orders";
    assert_eq!(resource_type(id), "Microsoft.Sql/servers/databases");
    assert_eq!(resource_name(id), "orders");
    let lock = "/subscriptions/s/providers/Microsoft.Web/sites/a/PROVIDERS/Microsoft.Insights/tests/b/";
    assert_eq!(resource_type(lock), "Microsoft.Insights/tests");
    assert_eq!(resource_name(lock), "b");
    assert_eq!(resource_type("/subscriptions/s/resourceGroups/rg"), "");
    assert_eq!(resource_name("shop[production]"), "shop[production]");
    assert_eq!((resource_type(""), resource_name(""), resource_name("/")), (String::new(), "", ""));
}

proptest! {
    #[test]
    fn the_days_of_a_meter_add_up_to_its_line_at_8_places_and_the_rate_gives_the_value_back(
        days in proptest::collection::vec((0_i64..1_000_000_000_000, 0_u32..=24), 1..20),
        included in 0_i64..1000,
        price in 1_i64..1_000_000,
    ) {
        let daily: Vec<DailyUsage> =
            days.iter().map(|(digits, scale)| used("A", &Decimal::new(*digits, *scale).to_string())).collect();
        let terms = MeterTerms { included: Decimal::from(included), ..terms("A", "0", &Decimal::new(price, 5).to_string()) };
        let line = &statement_lines(january(), &daily, &[terms]).unwrap()[0];
        let mut rest = ExactSum::ZERO;
        for day in &daily {
            prop_assert!(rest.add(day.quantity));
        }
        prop_assert!(rest.add(-line.consumed));
        let half = Decimal::new(5, 9);
        prop_assert!(rest.rounded(28).is_some_and(|rest| rest.abs() <= half));
        prop_assert!(line.consumed.scale() <= STATEMENT_PLACES);
        let back = line.rate * line.overage_quantity;
        prop_assert!((back - line.value.amount()).abs() < Decimal::new(1, 9), "{} {}", back, line.value);
    }

    #[test]
    fn a_sum_is_rounded_as_a_decimal_is(digits in any::<i64>(), scale in 0_u32..=18, places in 0_u32..=8) {
        let number = Decimal::new(digits, scale);
        let mut sum = ExactSum::ZERO;
        prop_assert!(sum.add(number));
        let expected = number.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        prop_assert_eq!(sum.rounded(places), Some(expected));
    }
}

#[test]
fn a_half_is_rounded_away_from_zero_on_both_sides() {
    for (number, rounded) in
        [("0.5", "1"), ("-0.5", "-1"), ("1.5", "2"), ("-1.5", "-2"), ("-0.4999", "0"), ("-0.5001", "-1")]
    {
        let mut sum = ExactSum::ZERO;
        assert!(sum.add(number.parse().unwrap()));
        assert_eq!(sum.rounded(0), Some(rounded.parse().unwrap()), "{number}");
    }
    assert_eq!(ExactSum::ZERO.rounded(29), None);
}

#[test]
fn a_credit_comes_off_the_charges_as_far_as_both_go() {
    let euro = |amount: &str| Money::new(number(amount), Currency::EUR);
    let credit = Credit { granted: euro("130.00"), used: euro("0") };
    for (charges, off) in [("41.53", "41.53"), ("130", "130"), ("612.07", "130.00"), ("0", "0"), ("-5.00", "0")] {
        assert_eq!(credit.off(&euro(charges)), Ok(euro(off)), "{charges}");
    }
    let krona = Money::new(number("100"), Currency::SEK);
    assert_eq!(credit.off(&krona), Err(MoneyError::CurrenciesDiffer(Currency::SEK, Currency::EUR)));
    let none = Credit { granted: euro("0"), used: euro("0") };
    assert_eq!(none.off(&euro("12.50")), Ok(euro("0")));
}
