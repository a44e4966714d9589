//! How a pay-as-you-go statement is computed from daily usage (usage-files §3). Microsoft publishes no rounding rule for
//! it; where one is needed it is half away from zero, as everywhere here.
use super::{
    DailyUsage, ExactSum, Money, MoneyError, Period, StatementLine, StatementTerms, SubscriptionStatement, UsageMeter,
    exact_product, exact_sum,
};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Places of every quantity on a statement (usage-files §3).
pub const STATEMENT_PLACES: u32 = 8;

/// What the offer says about one meter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeterTerms {
    /// The meter.
    pub meter: UsageMeter,
    /// Part number; empty on free meters.
    pub sku: String,
    /// Units that are free of charge in each period.
    pub included: Decimal,
    /// List price of a unit beyond those.
    pub list_price: Money,
}

/// Why there is no statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatementFault {
    /// A meter was used that the offer does not price.
    #[error("meter \"{name}\" ({unit}) has usage and no price")]
    NotPriced {
        /// Name of the meter.
        name: String,
        /// Its unit.
        unit: String,
    },
    /// An amount of a meter has more digits than are kept.
    #[error("the amounts of meter \"{name}\" are too large to be kept exactly")]
    TooLarge {
        /// Name of the meter.
        name: String,
    },
}

/// What is charged: `consumed − included`, and nothing when less was used than is free.
///
/// # Errors
/// [`MoneyError::Overflow`].
pub fn overage_quantity(consumed: Decimal, included: Decimal) -> Result<Decimal, MoneyError> {
    Ok(exact_sum(consumed, -included)?.max(Decimal::ZERO))
}

/// What a unit came to: `value ÷ overage quantity` in a decimal of 96 bits, trailing zeros cut; 0 for a value of 0, and for
/// a charge without a quantity. The value is the rounded one, so this is no list price: 34.00 ÷ 2615.33037100 is
/// 0.0130002696320923044104396247.
///
/// # Errors
/// [`MoneyError::Overflow`].
pub fn effective_rate(value: Decimal, overage_quantity: Decimal) -> Result<Decimal, MoneyError> {
    if value.is_zero() || overage_quantity.is_zero() {
        return Ok(Decimal::ZERO);
    }
    // Division leaves no zeros at the end.
    value.checked_div(overage_quantity).ok_or(MoneyError::Overflow)
}

/// The lines of a statement, in the order of `terms`, one for each meter that was used: consumed is the sum of its days at
/// 8 places, value is overage × list price rounded to the smallest unit of the currency. Every row counts, whatever its
/// day: real statements have the last hours of the day before the period.
///
/// # Errors
/// [`StatementFault`]: usage is never left out of a statement.
pub fn statement_lines(
    period: Period,
    daily: &[DailyUsage],
    terms: &[MeterTerms],
) -> Result<Vec<StatementLine>, StatementFault> {
    let mut used: BTreeMap<&UsageMeter, ExactSum> = BTreeMap::new();
    for day in daily {
        if !used.entry(&day.meter).or_default().add(day.quantity) {
            return Err(too_large(&day.meter));
        }
    }
    let mut lines = Vec::new();
    for terms in terms {
        if let Some(sum) = used.remove(&terms.meter) {
            lines.push(line(period, sum, terms).ok_or_else(|| too_large(&terms.meter))?);
        }
    }
    match used.keys().next() {
        Some(meter) => Err(StatementFault::NotPriced { name: meter.name.clone(), unit: meter.unit.clone() }),
        None => Ok(lines),
    }
}

/// A billing period with what was used in it and the terms of its meters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodUsage {
    /// The period.
    pub period: Period,
    /// Its orders and the terms of its meters.
    pub terms: StatementTerms,
    /// Its usage, in any order.
    pub daily: Vec<DailyUsage>,
}

impl SubscriptionStatement {
    /// The statement of these periods, in their order: the lines of each as [`statement_lines`] has them, and the orders of the
    /// last. A line is rounded within its period, so that the lines of two periods add up to the invoice that charges both.
    ///
    /// # Errors
    /// [`StatementFault`].
    pub fn of(parts: Vec<PeriodUsage>) -> Result<SubscriptionStatement, StatementFault> {
        let mut whole = SubscriptionStatement::default();
        for PeriodUsage { period, terms, daily } in parts {
            whole.lines.extend(statement_lines(period, &daily, &terms.terms)?);
            whole.provisioning = terms.provisioning;
            whole.daily.extend(daily);
        }
        whole.daily.sort_by_key(|usage| usage.date);
        Ok(whole)
    }
}

fn line(period: Period, used: ExactSum, terms: &MeterTerms) -> Option<StatementLine> {
    let consumed = used.rounded(STATEMENT_PLACES)?;
    let quantity = overage_quantity(consumed, terms.included).ok()?;
    let price = terms.list_price;
    let value = Money::new(exact_product(quantity, price.amount()).ok()?, price.currency()).rounded();
    Some(StatementLine {
        period,
        meter: terms.meter.clone(),
        sku: terms.sku.clone(),
        consumed,
        included: terms.included,
        within_commitment: Decimal::ZERO,
        overage_quantity: quantity,
        overage: Decimal::ZERO,
        commitment_rate: Decimal::ZERO,
        rate: effective_rate(value.amount(), quantity).ok()?,
        value,
    })
}

fn too_large(meter: &UsageMeter) -> StatementFault {
    StatementFault::TooLarge { name: meter.name.clone() }
}

impl Period {
    /// How a statement writes it: `201802(1/1/2018 - 1/31/2018)`, both days included, no zero in front. The label is the
    /// month in which the period is billed. Only periods from the 1st were seen; billed is taken to be the day after the
    /// last, on which the next period begins, so 1/5/2018 - 2/4/2018 is 201802 too, and no two periods share a label.
    pub fn statement_label(&self) -> String {
        let billed = self.end.succ_opt().unwrap_or(self.end);
        let (first, last) = (unpadded(self.start), unpadded(self.end));
        format!("{:04}{:02}({first} - {last})", billed.year(), billed.month())
    }
}

fn unpadded(day: NaiveDate) -> String {
    format!("{}/{}/{:04}", day.month(), day.day(), day.year())
}
