//! The laws of money.
use factuur::billing::*;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn any_amount() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_000_000_i64..1_000_000_000_000_000, 0_u32..13).prop_map(|(units, scale)| Decimal::new(units, scale))
}

fn any_currency() -> impl Strategy<Value = Currency> {
    proptest::sample::select(vec!["EUR", "USD", "SEK", "JPY", "KWD", "CLF"])
        .prop_map(|code| Currency::parse(code).unwrap())
}

fn any_money() -> impl Strategy<Value = Money> {
    (any_amount(), any_currency()).prop_map(|(amount, currency)| Money::new(amount, currency))
}

proptest! {
    #[test]
    fn adding_is_commutative_and_associative(a in any_amount(), b in any_amount(), c in any_amount(), of in any_currency()) {
        let [a, b, c] = [a, b, c].map(|amount| Money::new(amount, of));
        prop_assert_eq!(a.plus(&b), b.plus(&a));
        prop_assert_eq!(a.plus(&b).unwrap().plus(&c), a.plus(&b.plus(&c).unwrap()));
        prop_assert_eq!(a.plus(&Money::zero(of)), Ok(a));
        prop_assert!(a.minus(&a).unwrap().is_zero());
    }

    #[test]
    fn currencies_never_mix(a in any_money(), b in any_money()) {
        let sum = a.plus(&b);
        if a.currency() == b.currency() {
            prop_assert!(sum.is_ok());
        } else {
            prop_assert_eq!(sum, Err(MoneyError::CurrenciesDiffer(a.currency(), b.currency())));
        }
    }

    #[test]
    fn rounding_is_idempotent_odd_and_monotone(a in any_amount(), b in any_amount(), of in any_currency()) {
        let (low, high) = (a.min(b), a.max(b));
        let [low, high] = [low, high].map(|amount| Money::new(amount, of));
        for rule in [Money::rounded, Money::cut] {
            prop_assert_eq!(rule(&rule(&low)), rule(&low));
            prop_assert_eq!(rule(&low.negated()), rule(&low).negated());
            prop_assert!(rule(&low).amount() <= rule(&high).amount());
        }
        let off = (low.rounded().amount() - low.amount()).abs() * Decimal::TWO;
        prop_assert!(off <= Decimal::new(1, of.minor_units()));
    }

    #[test]
    fn totals_are_the_sum_of_each_currency_in_any_order(amounts in proptest::collection::vec(any_money(), 0..20)) {
        let totals = Totals::of(&amounts).unwrap();
        prop_assert_eq!(&totals, &Totals::of(amounts.iter().rev()).unwrap());
        for total in totals.iter() {
            let same = amounts.iter().filter(|money| money.currency() == total.currency());
            prop_assert_eq!(total.amount(), same.map(Money::amount).sum::<Decimal>());
        }
        for money in &amounts {
            prop_assert!(totals.iter().any(|total| total.currency() == money.currency()));
        }
    }
}

#[test]
fn half_a_cent_goes_away_from_zero_and_a_line_is_cut() {
    let usd = |text: &str| Money::new(text.parse().unwrap(), Currency::USD);
    assert_eq!(usd("0.005").rounded(), usd("0.01"));
    assert_eq!(usd("-0.005").rounded(), usd("-0.01"));
    assert_eq!(usd("12.3456789").cut(), usd("12.34"));
    let yen = Money::new("12.5".parse().unwrap(), Currency::parse("jpy").unwrap());
    assert_eq!(yen.rounded().amount(), Decimal::new(13, 0));
}

#[test]
fn an_amount_that_does_not_fit_is_an_error_and_leaves_the_totals() {
    let most = Money::new(Decimal::MAX, Currency::EUR);
    assert_eq!(most.plus(&most), Err(MoneyError::Overflow));
    let mut totals = Totals::of([&most]).unwrap();
    assert_eq!(totals.add(&most), Err(MoneyError::Overflow));
    assert_eq!(totals, Totals::of([&most]).unwrap());
}

#[test]
fn a_sum_whose_last_digit_would_be_lost_is_an_error() {
    let eur = |text: &str| Money::new(text.parse().unwrap(), Currency::EUR);
    let fine = eur("0.0000000000000000000000000001");
    assert_eq!(fine.plus(&eur("1")), Ok(eur("1.0000000000000000000000000001")));
    assert_eq!(fine.plus(&eur("1000")), Err(MoneyError::Overflow));
    let mut totals = Totals::of([&fine]).unwrap();
    assert_eq!(totals.add(&eur("1000")), Err(MoneyError::Overflow));
    let zeros = eur("1.0000000000000000000000000000");
    assert_eq!(zeros.plus(&eur("1000")), Ok(eur("1001")));
}
