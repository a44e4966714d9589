//! A sum that keeps every digit, in little room.
use crate::billing::ExactSum;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::fmt;

/// An exact sum. Its digits are one integer as long as they fit, which they do for all but the strangest costs: there may be
/// a sum for each of a million groups, and an [`ExactSum`] is half a kilobyte.
#[derive(Debug, Clone)]
pub struct Sum(Digits);

#[derive(Debug, Clone)]
enum Digits {
    /// So many units of the last of so many decimals.
    Few(i128, u32),
    Many(Box<ExactSum>),
}

impl Default for Sum {
    fn default() -> Sum {
        Sum(Digits::Few(0, 0))
    }
}

fn shifted(digits: i128, places: u32) -> Option<i128> {
    if places == 0 { Some(digits) } else { digits.checked_mul(10_i128.checked_pow(places)?) }
}

/// 10⁰ to 10¹⁸.
const POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut at = 1;
    while at < 19 {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// The digits of a number with so many places more. Most numbers are short, and a browser multiplies long ones slowly.
fn digits_of(number: Decimal, places: u32) -> Option<i128> {
    let digits = number.mantissa();
    let few = i64::try_from(digits).ok().zip(POWERS.get(places as usize));
    let few = few.and_then(|(digits, power)| digits.checked_mul(*power));
    few.map_or_else(|| shifted(digits, places), |digits| Some(i128::from(digits)))
}

impl Sum {
    /// Both together; none where there are too many digits for the quick way.
    pub(super) fn with(&self, other: &Sum) -> Option<Sum> {
        let (Digits::Few(a, places), Digits::Few(b, others)) = (&self.0, &other.0) else { return None };
        let all = (*places).max(*others);
        let sum = shifted(*a, all - *places)?.checked_add(shifted(*b, all - *others)?)?;
        Some(Sum(Digits::Few(sum, all)))
    }

    /// Adds a number. There is room for more numbers than a table has rows.
    pub fn add(&mut self, number: Decimal) {
        match &mut self.0 {
            Digits::Few(sum, scale) => {
                let all = (*scale).max(number.scale());
                let left = shifted(*sum, all - *scale);
                let right = digits_of(number, all - number.scale());
                match left.zip(right).and_then(|(left, right)| left.checked_add(right)) {
                    Some(added) => (*sum, *scale) = (added, all),
                    None => {
                        let mut exact = Box::new(self.exact());
                        let _ = exact.add(number);
                        self.0 = Digits::Many(exact);
                    }
                }
            }
            Digits::Many(sum) => {
                let _ = sum.add(number);
            }
        }
    }

    /// The sum as billing has it.
    pub fn exact(&self) -> ExactSum {
        match &self.0 {
            Digits::Many(sum) => **sum,
            Digits::Few(sum, scale) => {
                let mut exact = ExactSum::ZERO;
                let _ = exact.add_digits(*sum, *scale);
                exact
            }
        }
    }

    /// By value.
    pub(super) fn order(&self, other: &Sum) -> Ordering {
        if let (Digits::Few(a, places), Digits::Few(b, others)) = (&self.0, &other.0) {
            let all = (*places).max(*others);
            if let Some((a, b)) = shifted(*a, all - *places).zip(shifted(*b, all - *others)) {
                return a.cmp(&b);
            }
        }
        self.exact().value().cmp(&other.exact().value())
    }
}

/// Plain digits, as many decimals as are needed.
impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.exact().fmt(f)
    }
}

impl PartialEq for Sum {
    fn eq(&self, other: &Sum) -> bool {
        self.order(other) == Ordering::Equal
    }
}

impl Eq for Sum {}
