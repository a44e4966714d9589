//! Products of numbers as text, with every digit. FOCUS asks that cost is price times quantity as printed (usage-files §8);
//! a quantity with the noise of a float, a price and an exchange rate have more decimals together than a [`Decimal`] keeps,
//! so what does not fit there is multiplied digit by digit. Nothing is rounded and no row is refused.
use crate::billing::exact_product;
use rust_decimal::Decimal;

/// `a` times `b`, both plain decimal text, with no zeros at the end but one decimal at least: `24 × 0.05` is `1.2`.
pub(super) fn product(a: &str, b: &str) -> String {
    let fits = || {
        let (a, b) = (Decimal::from_str_exact(a).ok()?, Decimal::from_str_exact(b).ok()?);
        exact_product(a, b).ok()
    };
    match fits() {
        Some(product) => shown(product),
        None => long_product(a, b),
    }
}

/// `a` divided by `b`, rounded to 28 decimals at most; none when it cannot be told.
pub(super) fn quotient(a: &str, b: &str) -> Option<String> {
    let (a, b) = (Decimal::from_str_exact(a).ok()?, Decimal::from_str_exact(b).ok()?);
    a.checked_div(b).map(shown)
}

/// The number with one decimal at least: readers take a column of whole numbers for another type (usage-files §9).
pub(super) fn plain(number: &str, out: &mut String) {
    out.push_str(number);
    if !number.is_empty() && !number.contains('.') {
        out.push_str(".0");
    }
}

fn shown(number: Decimal) -> String {
    let mut text = String::new();
    plain(&number.normalize().to_string(), &mut text);
    text
}

/// Digits of a number, and how many of them are decimals.
fn digits(number: &str) -> (Vec<u8>, usize) {
    let places = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (number.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect(), places)
}

fn long_product(a: &str, b: &str) -> String {
    let is_negative = a.starts_with('-') != b.starts_with('-');
    let ((a, a_places), (b, b_places)) = (digits(a), digits(b));
    let places = a_places + b_places;
    // The last digit first. No sum of digits comes near the end of the type.
    let mut sums = vec![0_u32; (a.len() + b.len()).max(places + 1)];
    for (at, one) in a.iter().rev().enumerate() {
        for (sum, other) in sums.iter_mut().skip(at).zip(b.iter().rev()) {
            *sum += u32::from(*one) * u32::from(*other);
        }
    }
    let mut carried = 0;
    for sum in &mut sums {
        carried += *sum;
        *sum = carried % 10;
        carried /= 10;
    }
    let mut text = String::from(if is_negative { "-" } else { "" });
    let whole: Vec<u32> = sums.iter().skip(places).rev().copied().collect();
    let leading = whole.iter().take(whole.len().saturating_sub(1)).take_while(|digit| **digit == 0).count();
    let put = |text: &mut String, digit: u32| text.extend(char::from_digit(digit, 10));
    whole.iter().skip(leading).for_each(|digit| put(&mut text, *digit));
    text.push('.');
    let ending = sums.iter().take(places).take_while(|digit| **digit == 0).count();
    let decimals: Vec<u32> = sums.iter().take(places).skip(ending).rev().copied().collect();
    decimals.iter().for_each(|digit| put(&mut text, *digit));
    if decimals.is_empty() {
        text.push('0');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_no_decimal_can_keep_is_kept_all_the_same() {
        assert_eq!(
            product("0.03571200000000001", "0.000000000000000001234567"),
            "0.00000000000000000004408885670400001234567"
        );
        assert_eq!(
            product("-99999999999999999999999999.99", "99999999999999.9999"),
            "-9999999999999999989999999999000000000000.000001"
        );
        assert_eq!(product("10000000000000000000000000000", "-10"), "-100000000000000000000000000000.0");
    }

    proptest! {
        #[test]
        fn digit_by_digit_is_what_a_decimal_says(a in any::<i64>(), b in any::<i32>(), places in 0_u32..12, more in 0_u32..12) {
            let (a, b) = (Decimal::new(a, places), Decimal::new(i64::from(b), more));
            prop_assume!(!a.is_zero() && !b.is_zero());
            if let Ok(exact) = exact_product(a, b) {
                prop_assert_eq!(long_product(&a.to_string(), &b.to_string()), shown(exact));
            }
        }
    }
}
