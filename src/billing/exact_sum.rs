//! A sum that keeps every digit, whatever the numbers of decimals.
use rust_decimal::Decimal;
use std::fmt;

const PLACES: usize = Decimal::MAX_SCALE as usize + 1;

/// A sum of decimals. A cost can have 26 decimals (usage-files §5): a sum of many such costs has more digits than a
/// [`Decimal`] holds, and would be rounded without a word. So the digits are added per number of decimals.
#[derive(Clone, Copy)]
pub struct ExactSum([i128; PLACES]);

impl ExactSum {
    /// Nothing yet.
    pub const ZERO: ExactSum = ExactSum([0; PLACES]);

    /// Adds one number; false, and no change, when there is no room (never within the first two thousand million).
    #[must_use]
    pub fn add(&mut self, number: Decimal) -> bool {
        self.add_digits(number.mantissa(), number.scale())
    }

    /// Adds so many units of the last of so many decimals, at most 28; false, and no change, when there is no room.
    #[must_use]
    pub fn add_digits(&mut self, digits: i128, decimals: u32) -> bool {
        let place = self.0.get_mut(decimals as usize);
        let sum = place.and_then(|place| {
            let sum = place.checked_add(digits)?;
            Some((place, sum))
        });
        match sum {
            Some((place, sum)) => {
                *place = sum;
                true
            }
            None => false,
        }
    }

    /// The value at so many places, at most 28, rounded half away from zero; none when a [`Decimal`] has no room for it.
    pub fn rounded(&self, places: u32) -> Option<Decimal> {
        let step = 10_i128.pow(Decimal::MAX_SCALE.checked_sub(places)?);
        let (whole, above) = self.value();
        let (kept, rest) = (above / step, above % step);
        // `rest` is counted upwards from below, so a negative half is away from zero when it is left out.
        let up = rest * 2 > step || (rest * 2 == step && whole >= 0);
        let mantissa = whole.checked_mul(10_i128.pow(places))?.checked_add(kept + i128::from(up))?;
        Decimal::try_from_i128_with_scale(mantissa, places).ok()
    }

    /// The value as a whole number, rounded down, and what is above it in units of 10⁻²⁸.
    pub(crate) fn value(&self) -> (i128, i128) {
        let one = 10_i128.pow(Decimal::MAX_SCALE);
        let (mut whole, mut above) = (0_i128, 0_i128);
        for (scale, sum) in (0_u32..).zip(&self.0) {
            let unit = 10_i128.pow(scale);
            whole = whole.saturating_add(sum.div_euclid(unit));
            above += sum.rem_euclid(unit) * (one / unit);
        }
        (whole.saturating_add(above / one), above % one)
    }
}

impl PartialEq for ExactSum {
    fn eq(&self, other: &ExactSum) -> bool {
        self.value() == other.value()
    }
}

impl Eq for ExactSum {}

impl Default for ExactSum {
    fn default() -> ExactSum {
        ExactSum::ZERO
    }
}

/// Plain digits, as many decimals as are needed.
impl fmt::Display for ExactSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_i128.pow(Decimal::MAX_SCALE);
        let (whole, above) = self.value();
        let (sign, whole, above) = match (whole < 0, above) {
            (false, above) => ("", whole, above),
            (true, 0) => ("-", whole.saturating_neg(), 0),
            (true, above) => ("-", (whole + 1).saturating_neg(), one - above),
        };
        write!(f, "{sign}{whole}")?;
        let decimals = format!("{above:028}");
        match decimals.trim_end_matches('0') {
            "" => Ok(()),
            decimals => write!(f, ".{decimals}"),
        }
    }
}

impl fmt::Debug for ExactSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
