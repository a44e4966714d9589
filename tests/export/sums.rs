//! Sums that lose nothing.
use crate::records::any_number;
use factuur::billing::ExactSum;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn sum_of<'a>(numbers: impl IntoIterator<Item = &'a str>) -> String {
    let mut sum = ExactSum::ZERO;
    for number in numbers {
        assert!(sum.add(number.parse().unwrap()));
    }
    sum.to_string()
}

#[test]
fn a_sum_keeps_more_digits_than_a_decimal_holds() {
    let fine = "0.0000000000000000000000000001";
    assert_eq!(sum_of([fine, "123456789.5"]), "123456789.5000000000000000000000000001");
    assert_eq!(sum_of([fine, "-1"]), "-0.9999999999999999999999999999");
    assert_eq!(sum_of(["-0.5", "-1.50"]), "-2");
    assert_eq!(sum_of(["-0.25", "-1"]), "-1.25");
    assert_eq!(sum_of(["-0.0"]), "0");
    assert_eq!(sum_of([]), "0");
}

proptest! {
    #[test]
    fn a_sum_is_the_same_in_any_order_and_nothing_after_taking_it_all_back(
        numbers in proptest::collection::vec(any_number(), 0..30),
    ) {
        let (mut up, mut down) = (ExactSum::ZERO, ExactSum::ZERO);
        for number in &numbers {
            prop_assert!(up.add(*number));
        }
        for number in numbers.iter().rev() {
            prop_assert!(down.add(*number));
        }
        prop_assert_eq!(up, down);
        for number in &numbers {
            prop_assert!(up.add(-*number));
        }
        prop_assert_eq!(up, ExactSum::ZERO);
    }

    #[test]
    fn a_sum_agrees_with_decimals_where_those_are_exact(a in any::<i32>(), b in any::<i32>(), x in 0_u32..9, y in 0_u32..9) {
        let (a, b) = (Decimal::new(a.into(), x), Decimal::new(b.into(), y));
        let mut sum = ExactSum::ZERO;
        prop_assert!(sum.add(a) && sum.add(b));
        prop_assert_eq!(sum.to_string().parse::<Decimal>().unwrap(), a + b);
    }
}
