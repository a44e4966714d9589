//! The credit of an offer: what comes off the charges of each billing period before anything is owed.
use super::{Money, MoneyError};

/// A credit and what came off it in the period that is looked at, in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credit {
    /// What there was at the beginning.
    pub granted: Money,
    /// What was used, whether it fitted or not.
    pub used: Money,
}

impl Credit {
    /// What of it comes off `charges`: as much as there is of both, and nothing off what is no charge.
    ///
    /// # Errors
    /// [`MoneyError::CurrenciesDiffer`].
    pub fn off(&self, charges: &Money) -> Result<Money, MoneyError> {
        let left = charges.minus(&self.granted)?;
        let off = if left.is_negative() { *charges } else { self.granted };
        Ok(if off.is_negative() { Money::zero(off.currency()) } else { off })
    }
}
