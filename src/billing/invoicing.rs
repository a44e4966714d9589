//! From usage to invoice: which amounts stand on an MCA or MPA invoice for a month of charges.
//!
//! Microsoft publishes no rounding rule for invoices. What is known is that an invoice line shows an amount cut at the
//! minor unit (12.3456789 appears as 12.34) and that the rest comes back in a rounding adjustment. Factuur's rule, in
//! this one place:
//!
//! - line = sum of the cost per (invoice section, meter), cut at the currency's minor unit;
//! - adjustment of a section = its whole cost rounded half away from zero, less its lines;
//! - billed amount = lines + adjustments;
//! - sub-total = billed amount less credits;
//! - tax = sub-total × rate rounded half away from zero, once per rate;
//! - total = sub-total + tax;
//! - amount due = total less payments.
//!
//! A credit note or a rebill is the same document, with the sign turned for the former.
use super::{Currency, Money, MoneyError, exact_product, exact_sum};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A charge as the usage file has it, as far as an invoice needs it. `S` names the invoice section (the customer on an
/// MPA account), `M` the meter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charge<S, M> {
    /// Where it is billed.
    pub section: S,
    /// What was used or bought.
    pub meter: M,
    /// `costInBillingCurrency`: unrounded, in the billing currency.
    pub cost: Decimal,
}

/// A line of an invoice: everything one meter cost in one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<S, M> {
    /// The section.
    pub section: S,
    /// The meter.
    pub meter: M,
    /// The cost, cut at the minor unit.
    pub amount: Money,
}

/// What rounding a section as a whole gives back to what its lines have lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adjustment<S> {
    /// The section.
    pub section: S,
    /// Rounded cost less lines; may be zero or negative.
    pub amount: Money,
}

/// Tax at one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tax {
    /// The rate: 0.21 is 21 %.
    pub rate: Decimal,
    /// Rate times sub-total, rounded.
    pub amount: Money,
}

/// The amounts of an invoice, a credit note or a rebill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BilledDocument<S, M> {
    /// Lines by section, then meter.
    pub lines: Vec<Line<S, M>>,
    /// One per section that has a line.
    pub adjustments: Vec<Adjustment<S>>,
    /// Lines and adjustments.
    pub billed: Money,
    /// Credits taken off.
    pub credits: Money,
    /// Billed less credits.
    pub sub_total: Money,
    /// Tax, once per rate.
    pub taxes: Vec<Tax>,
    /// Sum of the taxes.
    pub tax: Money,
    /// Sub-total and tax.
    pub total: Money,
}

impl<S: Ord + Clone, M: Ord + Clone> BilledDocument<S, M> {
    /// Bills `charges`, less `credits` (units of `currency`), with tax at each of `rates`.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`] when a sum does not fit in 96 bits with all its digits: nothing is ever dropped.
    pub fn bill(
        currency: Currency,
        charges: impl IntoIterator<Item = Charge<S, M>>,
        credits: Decimal,
        rates: &[Decimal],
    ) -> Result<Self, MoneyError> {
        let mut costs: BTreeMap<(S, M), Decimal> = BTreeMap::new();
        for charge in charges {
            let cost = costs.entry((charge.section, charge.meter)).or_default();
            *cost = exact_sum(*cost, charge.cost)?;
        }
        let mut lines = Vec::with_capacity(costs.len());
        // Per section: whole cost, and what its lines say.
        let mut sections: BTreeMap<S, (Decimal, Decimal)> = BTreeMap::new();
        for ((section, meter), cost) in costs {
            let amount = Money::new(cost, currency).cut();
            let (whole, said) = sections.entry(section.clone()).or_default();
            *whole = exact_sum(*whole, cost)?;
            *said = exact_sum(*said, amount.amount())?;
            lines.push(Line { section, meter, amount });
        }
        let mut billed = Money::zero(currency);
        let mut adjustments = Vec::with_capacity(sections.len());
        for (section, (whole, said)) in sections {
            let rounded = Money::new(whole, currency).rounded();
            let amount = rounded.minus(&Money::new(said, currency))?;
            billed = billed.plus(&rounded)?;
            adjustments.push(Adjustment { section, amount });
        }
        let credits = Money::new(credits, currency);
        let sub_total = billed.minus(&credits)?;
        let mut tax = Money::zero(currency);
        let mut taxes = Vec::with_capacity(rates.len());
        for rate in rates {
            let amount = Money::new(exact_product(sub_total.amount(), *rate)?, currency).rounded();
            tax = tax.plus(&amount)?;
            taxes.push(Tax { rate: *rate, amount });
        }
        let total = sub_total.plus(&tax)?;
        Ok(Self { lines, adjustments, billed, credits, sub_total, taxes, tax, total })
    }

    /// The document that takes this one back: every amount with the sign turned.
    pub fn reversed(&self) -> Self {
        Self {
            lines: self.lines.iter().map(|line| Line { amount: line.amount.negated(), ..line.clone() }).collect(),
            adjustments: self
                .adjustments
                .iter()
                .map(|adjustment| Adjustment {
                    section: adjustment.section.clone(),
                    amount: adjustment.amount.negated(),
                })
                .collect(),
            billed: self.billed.negated(),
            credits: self.credits.negated(),
            sub_total: self.sub_total.negated(),
            taxes: self.taxes.iter().map(|tax| Tax { rate: tax.rate, amount: tax.amount.negated() }).collect(),
            tax: self.tax.negated(),
            total: self.total.negated(),
        }
    }

    /// What is still to be paid after `payments`; a refund is a negative payment.
    ///
    /// # Errors
    /// [`MoneyError`] when a payment is in another currency or the sum does not fit.
    pub fn amount_due<'a>(&self, payments: impl IntoIterator<Item = &'a Money>) -> Result<Money, MoneyError> {
        payments.into_iter().try_fold(self.total, |due, payment| due.minus(payment))
    }
}
