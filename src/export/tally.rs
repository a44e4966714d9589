//! What a usage file must add up to.
use super::ExportError;
use crate::billing::ExactSum;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Rows, and the sum of the costs (`costInBillingCurrency`, `PreTaxCost`) per billing currency. Kept while rows are written, and again while the file
/// is read back: a file is handed over only when the two are equal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    rows: u64,
    costs: BTreeMap<String, ExactSum>,
}

impl Tally {
    /// Counts a row that is written, with its billing currency and its cost.
    ///
    /// # Errors
    /// [`ExportError::SumTooLarge`].
    pub(super) fn count(&mut self, currency: &str, cost: Option<Decimal>) -> Result<(), ExportError> {
        self.rows += 1;
        let Some(cost) = cost else { return Ok(()) };
        let fits = match self.costs.get_mut(currency) {
            Some(sum) => sum.add(cost),
            None => self.costs.entry(currency.to_owned()).or_default().add(cost),
        };
        if fits { Ok(()) } else { Err(ExportError::SumTooLarge { row: self.rows }) }
    }

    /// Counts a row by the digits of its cost; none adds nothing.
    ///
    /// # Errors
    /// [`ExportError::RowDiffers`] when they are no number, [`ExportError::SumTooLarge`].
    pub(super) fn count_text(&mut self, currency: &str, cost: &str) -> Result<(), ExportError> {
        let cost = match cost {
            "" => None,
            digits => {
                Some(Decimal::from_str_exact(digits).map_err(|_| ExportError::RowDiffers { row: self.rows + 1 })?)
            }
        };
        self.count(currency, cost)
    }

    /// Rows so far, without the header.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The sums so far, in the order of the currency codes.
    pub fn costs(&self) -> impl Iterator<Item = (&str, ExactSum)> {
        self.costs.iter().map(|(currency, sum)| (currency.as_str(), *sum))
    }

    /// Compares what was written with what was found.
    ///
    /// # Errors
    /// [`ExportError::RowCountDiffers`], [`ExportError::SumDiffers`].
    pub(super) fn compare(&self, found: &Tally) -> Result<(), ExportError> {
        if self.rows != found.rows {
            return Err(ExportError::RowCountDiffers { written: self.rows, found: found.rows });
        }
        for currency in self.costs.keys().chain(found.costs.keys()) {
            let sum = |of: &Tally| of.costs.get(currency).copied().unwrap_or_default();
            if sum(self) != sum(found) {
                return Err(ExportError::SumDiffers {
                    currency: currency.clone(),
                    written: sum(self).to_string(),
                    found: sum(found).to_string(),
                });
            }
        }
        Ok(())
    }
}
