//! The rows of the usage file as JSON of kind `modern` (Microsoft.Consumption usageDetails).
use super::super::chance;
use super::super::json::decimal;
use super::text::{Shared, long_stamp};
use super::{OnceKind, OwnerKey, Series, UsageMonth};
use crate::billing::{MoneyError, exact_product};
use rust_decimal::Decimal;

/// What a row says that is not in the usage itself.
pub(in crate::sandbox) struct RowContext<'a> {
    /// Id of the scope that was asked for.
    pub(in crate::sandbox) scope: &'a str,
    pub(in crate::sandbox) account: &'a str,
    pub(in crate::sandbox) account_name: &'a str,
    pub(in crate::sandbox) profile_name: &'a str,
    /// The invoice; none while the month is open.
    pub(in crate::sandbox) invoice: Option<&'a str>,
    /// The invoice of the month before, which a refund corrects.
    pub(in crate::sandbox) previous_invoice: &'a str,
    pub(in crate::sandbox) additional_info: bool,
    /// What rounding gives back, per section; empty while the month is open.
    pub(in crate::sandbox) adjustments: &'a [(OwnerKey, Decimal)],
    /// Reservations cost where they are used, or are left unused, and not where they are bought.
    pub(in crate::sandbox) is_amortized: bool,
    /// Tenant of the account, for the rows of a partner.
    pub(in crate::sandbox) tenant: &'a str,
}

/// A row's money and time, all of which can change from row to row.
struct Amounts {
    day: u32,
    quantity: Decimal,
    price: Decimal,
    list: Option<Decimal>,
    unit_price: Option<Decimal>,
}

impl UsageMonth<'_> {
    /// How many rows there are with these adjustments.
    pub(in crate::sandbox) fn row_count(&self, context: &RowContext<'_>) -> u64 {
        self.used_rows() + (self.once.len() + context.adjustments.len()) as u64
    }

    /// Appends rows `from..` to `out` as JSON objects separated by commas, until `wanted` are written or none is left.
    /// Rows whose section or customer `keep` refuses, or whose day lies outside `days`, are passed over. Gives back how
    /// many were written and where to go on.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub(in crate::sandbox) fn write_rows(
        &self,
        out: &mut String,
        context: &RowContext<'_>,
        from: u64,
        wanted: usize,
        keep: &dyn Fn(OwnerKey, u32) -> bool,
    ) -> Result<(usize, u64), MoneyError> {
        let (mut written, mut at) = (0, from);
        let count = self.row_count(context);
        let days = u64::from(self.days.max(1));
        // Rows of one series follow each other: what they share is written once.
        let mut shared: Option<(u64, Series, Shared)> = None;
        while at < count && written < wanted {
            let row = at;
            at += 1;
            if row >= self.used {
                written += self.write_once(out, context, row, written > 0, keep)?;
                continue;
            }
            let (index, day) = (row / days, (row % days) as u32 + 1);
            if shared.as_ref().map(|(at, ..)| *at) != Some(index) {
                let Some((series, subscription, meter)) = self.series(index) else {
                    continue;
                };
                let text = self.shared(context, &series, subscription, meter)?;
                shared = Some((index, series, text));
            }
            let Some((_, series, text)) = &shared else {
                continue;
            };
            if !keep(series.owner, day) {
                continue;
            }
            let Some(meter) = self.seed.catalogue.usage.get(series.meter) else {
                continue;
            };
            let quantity = Decimal::new(self.units(series, meter, day), super::UNIT_SCALE);
            let amounts = Amounts {
                day,
                quantity,
                price: text.price,
                list: Some(meter.price),
                unit_price: Some(text.unit_price),
            };
            if written > 0 {
                out.push(',');
            }
            self.write(out, context.scope, row, &amounts, text)?;
            written += 1;
        }
        Ok((written, at))
    }

    fn write(
        &self,
        out: &mut String,
        scope: &str,
        row: u64,
        amounts: &Amounts,
        shared: &Shared,
    ) -> Result<(), MoneyError> {
        let pricing = exact_product(amounts.quantity, amounts.price)?;
        self.open_row(out, scope, row, shared.tags.as_deref());
        out.push_str("\"date\":\"");
        out.push_str(&long_stamp(self.day(amounts.day)));
        out.push('"');
        let mut number = |key: &str, value: Decimal| {
            out.push_str(key);
            decimal(out, value);
        };
        number(",\"quantity\":", amounts.quantity);
        number(",\"effectivePrice\":", amounts.price);
        number(",\"costInBillingCurrency\":", exact_product(pricing, self.rate)?);
        number(",\"costInPricingCurrency\":", pricing);
        number(",\"costInUSD\":", pricing);
        if let Some(list) = amounts.list {
            let payg = exact_product(amounts.quantity, list)?;
            number(",\"paygCostInBillingCurrency\":", exact_product(payg, self.rate)?);
            number(",\"paygCostInUSD\":", payg);
            number(",\"payGPrice\":", list);
            number(",\"marketPrice\":", list);
        }
        if let Some(price) = amounts.unit_price {
            number(",\"unitPrice\":", price);
        }
        out.push(',');
        out.push_str(&shared.members);
        out.push_str("}}");
        Ok(())
    }

    /// The envelope of a row, up to its first property. Written by hand: it is the same a million times.
    fn open_row(&self, out: &mut String, scope: &str, row: u64, tags: Option<&str>) {
        let name = chance::guid(chance::place(&[self.key, self.month.number(), 5, row]));
        out.push_str("{\"id\":\"");
        out.push_str(scope);
        out.push_str("/providers/Microsoft.Consumption/usageDetails/");
        out.push_str(&name);
        out.push_str("\",\"name\":\"");
        out.push_str(&name);
        out.push_str("\",\"type\":\"Microsoft.Consumption/usageDetails\",\"kind\":\"modern\"");
        if let Some(tags) = tags {
            out.push_str(",\"tags\":");
            out.push_str(tags);
        }
        out.push_str(",\"properties\":{");
    }

    /// A purchase, a refund or a rounding adjustment. Gives back how many rows were written: one or none.
    fn write_once(
        &self,
        out: &mut String,
        context: &RowContext<'_>,
        row: u64,
        comma: bool,
        keep: &dyn Fn(OwnerKey, u32) -> bool,
    ) -> Result<usize, MoneyError> {
        let index = (row - self.used) as usize;
        let once = self.once.get(index);
        let adjustment = context.adjustments.get(index.saturating_sub(self.once.len()));
        let (owner, day) = match (once, adjustment) {
            (Some(once), _) => (once.owner, once.day),
            (None, Some((owner, _))) => (*owner, self.month.days()),
            (None, None) => return Ok(0),
        };
        let is_gone = once.is_some_and(|once| context.is_amortized && once.kind == OnceKind::Refund);
        if is_gone || !keep(owner, day) {
            return Ok(0);
        }
        if comma {
            out.push(',');
        }
        if let Some(once) = once {
            let shared = self.once_text(context, once);
            let amounts = Amounts {
                day,
                quantity: if once.is_unused(context) { Decimal::from(24) } else { once.quantity },
                price: shared.price,
                // The list price is not filled for reservations and Marketplace, the contract price not for reservations.
                list: None,
                unit_price: (once.kind == OnceKind::Saas).then_some(once.product.price),
            };
            self.write(out, context.scope, row, &amounts, &shared)?;
        } else if let Some((owner, amount)) = adjustment {
            self.open_row(out, context.scope, row, None);
            out.push_str(&self.rounding_text(context, *owner, *amount));
            out.push_str("}}");
        }
        Ok(1)
    }
}
