//! From usage to invoice: what stands on it adds up to the last digit.
use factuur::billing::{BilledDocument, Charge, Currency, Money, MoneyError, exact_product, exact_sum};
use proptest::prelude::*;
use rust_decimal::Decimal;

type Document = BilledDocument<u8, u8>;

fn currency() -> impl Strategy<Value = Currency> {
    // No decimals, two, three.
    prop::sample::select(vec!["JPY", "EUR", "KWD"]).prop_map(|code| Currency::parse(code).unwrap())
}

/// Charges as usage has them: many decimals, purchases and refunds among them.
fn charges() -> impl Strategy<Value = Vec<Charge<u8, u8>>> {
    let cost = (-9_000_000_000_000_i64..90_000_000_000_000, 0_u32..22);
    let charge = (0_u8..4, 0_u8..9, cost).prop_map(|(section, meter, (units, scale))| {
        let cost = Decimal::from_i128_with_scale(units.into(), scale.max(9));
        Charge { section, meter, cost }
    });
    prop::collection::vec(charge, 0..120)
}

fn credits() -> impl Strategy<Value = Decimal> {
    (0_i64..100_000).prop_map(Decimal::from)
}

fn rates() -> impl Strategy<Value = Vec<Decimal>> {
    prop::collection::vec((0_i64..30_000).prop_map(|rate| Decimal::new(rate, 5)), 0..3)
}

fn unit(currency: Currency) -> Decimal {
    Decimal::new(1, currency.minor_units())
}

proptest! {
    #[test]
    fn lines_and_adjustments_less_credits_plus_tax_are_the_total(
        currency in currency(), charges in charges(), credits in credits(), rates in rates()
    ) {
        let document = Document::bill(currency, charges, credits, &rates).unwrap();
        let lines: Decimal = document.lines.iter().map(|line| line.amount.amount()).sum();
        let adjustments: Decimal = document.adjustments.iter().map(|it| it.amount.amount()).sum();
        let taxes: Decimal = document.taxes.iter().map(|tax| tax.amount.amount()).sum();
        prop_assert_eq!(lines + adjustments, document.billed.amount());
        prop_assert_eq!(lines + adjustments - credits + taxes, document.total.amount());
        prop_assert_eq!(document.taxes.len(), rates.len());
    }

    #[test]
    fn every_section_is_billed_its_whole_cost_rounded_once(currency in currency(), charges in charges()) {
        let document = Document::bill(currency, charges.clone(), Decimal::ZERO, &[]).unwrap();
        for adjustment in &document.adjustments {
            let section = adjustment.section;
            let lines = document.lines.iter().filter(|line| line.section == section);
            let billed: Decimal = lines.map(|line| line.amount.amount()).sum::<Decimal>() + adjustment.amount.amount();
            let cost = charges.iter().filter(|it| it.section == section).map(|it| it.cost).sum();
            prop_assert_eq!(billed, Money::new(cost, currency).rounded().amount());
        }
    }

    #[test]
    fn an_adjustment_is_at_most_one_minor_unit_per_line(currency in currency(), charges in charges()) {
        let document = Document::bill(currency, charges, Decimal::ZERO, &[]).unwrap();
        for adjustment in &document.adjustments {
            let lines = document.lines.iter().filter(|line| line.section == adjustment.section).count();
            prop_assert!(adjustment.amount.amount().abs() <= unit(currency) * Decimal::from(lines as u64));
        }
    }

    #[test]
    fn no_line_says_more_than_its_cost_and_each_is_whole_minor_units(currency in currency(), charges in charges()) {
        let document = Document::bill(currency, charges.clone(), Decimal::ZERO, &[]).unwrap();
        for line in &document.lines {
            let same = charges.iter().filter(|it| it.section == line.section && it.meter == line.meter);
            let cost: Decimal = same.map(|it| it.cost).sum();
            prop_assert!(line.amount.amount().abs() <= cost.abs());
            prop_assert!((cost - line.amount.amount()).abs() < unit(currency));
            prop_assert!(line.amount.amount().scale() <= currency.minor_units());
        }
    }

    #[test]
    fn a_document_and_the_one_that_takes_it_back_come_to_nothing(
        currency in currency(), charges in charges(), credits in credits(), rates in rates()
    ) {
        let document = Document::bill(currency, charges, credits, &rates).unwrap();
        let note = document.reversed();
        for (one, other) in [
            (document.billed, note.billed), (document.credits, note.credits), (document.sub_total, note.sub_total),
            (document.tax, note.tax), (document.total, note.total),
        ] {
            prop_assert!(one.plus(&other).unwrap().is_zero());
        }
        prop_assert_eq!(note.reversed(), document);
    }

    #[test]
    fn the_order_of_the_charges_does_not_matter(currency in currency(), charges in charges(), rates in rates()) {
        let mut turned = charges.clone();
        turned.reverse();
        let bill = |charges| Document::bill(currency, charges, Decimal::ZERO, &rates).unwrap();
        prop_assert_eq!(bill(charges), bill(turned));
    }
}

fn euros(text: &str) -> Money {
    Money::new(Decimal::from_str_exact(text).unwrap(), Currency::EUR)
}

fn charge(section: u8, meter: u8, cost: &str) -> Charge<u8, u8> {
    Charge { section, meter, cost: Decimal::from_str_exact(cost).unwrap() }
}

#[test]
fn a_line_is_cut_and_the_rest_comes_back_as_an_adjustment() {
    let charges = [charge(1, 1, "12.3456789"), charge(1, 2, "0.004"), charge(1, 3, "0.004")];
    let document = Document::bill(Currency::EUR, charges, Decimal::ZERO, &[Decimal::new(21, 2)]).unwrap();
    let lines: Vec<String> = document.lines.iter().map(|line| line.amount.to_string()).collect();
    assert_eq!(lines, ["12.34 EUR", "0.00 EUR", "0.00 EUR"]);
    assert_eq!(document.adjustments[0].amount, euros("0.01"));
    assert_eq!((document.tax, document.total), (euros("2.59"), euros("14.94")));
}

#[test]
fn a_refund_is_cut_towards_zero_and_a_payment_in_another_currency_is_an_error() {
    let document = Document::bill(Currency::EUR, [charge(1, 1, "-5.019")], Decimal::ZERO, &[]).unwrap();
    assert_eq!(document.lines[0].amount, euros("-5.01"));
    assert_eq!(document.total, euros("-5.02"));
    assert_eq!(document.amount_due([&euros("-5.00")]).unwrap(), euros("-0.02"));
    let dollars = Money::new(Decimal::ONE, Currency::USD);
    assert!(matches!(document.amount_due([&dollars]), Err(MoneyError::CurrenciesDiffer(..))));
}

#[test]
fn each_rate_is_rounded_on_its_own() {
    let rates = [Decimal::new(5, 2), Decimal::new(9975, 5)];
    let document = Document::bill(Currency::EUR, [charge(1, 1, "10.30")], Decimal::ZERO, &rates).unwrap();
    // 0.515 and 1.027425
    assert_eq!(document.taxes.iter().map(|tax| tax.amount).collect::<Vec<_>>(), [euros("0.52"), euros("1.03")]);
}

#[test]
fn nothing_is_dropped_silently_when_an_amount_has_too_many_digits() {
    let long = Decimal::from_str_exact("7922816251426433759354395.0335").unwrap();
    let short = Decimal::from_str_exact("0.0000000001").unwrap();
    assert_eq!(exact_sum(long, short), Err(MoneyError::Overflow));
    assert_eq!(exact_product(long, Decimal::new(1001, 3)), Err(MoneyError::Overflow));
    assert_eq!(exact_product(short * short, short), Err(MoneyError::Overflow));
    assert_eq!(exact_sum(long, Decimal::ZERO), Ok(long));
}
