//! Costs, prices and quantities of a charge (usage-files §8).
use super::charge::{Charge, ChargeKind};
use super::exact::{plain, product, quotient};
use crate::billing::UsageField;

/// What was billed: nothing for usage that a commitment covers, which was billed when the commitment was.
pub(super) fn billed_cost<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.is_covered() { "0" } else { of.text(UsageField::CostInBillingCurrency) }
}

pub(super) fn billed_cost_in_usd<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.is_covered() { "0" } else { of.text(UsageField::CostInUsd) }
}

/// What was used up: nothing for a commitment that is bought, whose price goes to the usage that it covers.
pub(super) fn effective_cost<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.is_principal() { "0" } else { of.text(UsageField::CostInBillingCurrency) }
}

pub(super) fn effective_cost_in_usd<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.is_principal() { "0" } else { of.text(UsageField::CostInUsd) }
}

/// The effective cost before conversion. A row that has no cost in the pricing currency, such as a rounding adjustment, has
/// its cost divided by the rate: the one quotient of the file, with 28 decimals at most.
pub(super) fn effective_cost_in_pricing_currency(of: &Charge<'_>, out: &mut String) {
    let cost = of.text(UsageField::CostInPricingCurrency);
    match (of.is_principal(), cost, of.rate()) {
        (true, ..) => out.push_str("0.0"),
        (_, "", "1") => plain(of.text(UsageField::CostInBillingCurrency), out),
        (_, "", rate) => out.extend(quotient(of.text(UsageField::CostInBillingCurrency), rate)),
        (_, cost, _) => plain(cost, out),
    }
}

pub(super) fn list_unit_price<'c>(of: &'c Charge<'_>) -> &'c str {
    &of.list.billing
}

pub(super) fn contracted_unit_price<'c>(of: &'c Charge<'_>) -> &'c str {
    &of.contracted.billing
}

pub(super) fn list_unit_price_before<'c>(of: &'c Charge<'_>) -> &'c str {
    of.list.pricing
}

pub(super) fn contracted_unit_price_before<'c>(of: &'c Charge<'_>) -> &'c str {
    of.contracted.pricing
}

pub(super) fn list_cost(of: &Charge<'_>, out: &mut String) {
    of.cost_at(&of.list.billing, out);
}

pub(super) fn contracted_cost(of: &Charge<'_>, out: &mut String) {
    of.cost_at(&of.contracted.billing, out);
}

/// Only what needs no division: dollars that are billed, or dollars that are priced in.
pub(super) fn contracted_cost_in_usd(of: &Charge<'_>, out: &mut String) {
    cost_in_usd(of, &of.contracted.billing, of.contracted.pricing, out);
}

pub(super) fn list_cost_in_usd(of: &Charge<'_>, out: &mut String) {
    match of.text(UsageField::PaygCostInUsd) {
        "" => cost_in_usd(of, &of.list.billing, of.list.pricing, out),
        cost => plain(cost, out),
    }
}

fn cost_in_usd(of: &Charge<'_>, billing: &str, pricing: &str, out: &mut String) {
    if of.text(UsageField::BillingCurrency) == "USD" {
        of.cost_at(billing, out);
    } else if of.pricing_currency() == "USD" && !pricing.is_empty() && !of.text(UsageField::Quantity).is_empty() {
        out.push_str(&product(pricing, of.text(UsageField::Quantity)));
    }
}

/// Price of a unit as billed, in the billing currency.
pub(super) fn billed_unit_price<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.is_covered() { "0" } else { &of.contracted.billing }
}

/// The effective price in the billing currency, as all prices of FOCUS are.
pub(super) fn effective_unit_price(of: &Charge<'_>, out: &mut String) {
    match (of.text(UsageField::EffectivePrice), of.rate()) {
        ("", _) | (_, "") => {}
        (price, "1") => plain(price, out),
        (price, rate) => out.push_str(&product(price, rate)),
    }
}

pub(super) fn pricing_currency<'c>(of: &'c Charge<'_>) -> &'c str {
    of.pricing_currency()
}

pub(super) fn billing_exchange_rate<'c>(of: &'c Charge<'_>) -> &'c str {
    of.rate()
}

/// Quantity in single units: a quantity counts blocks (usage-files §8, "Block size").
pub(super) fn units(of: &Charge<'_>, out: &mut String) {
    match (of.text(UsageField::Quantity), of.unit.0) {
        (quantity, "" | "1") => plain(quantity, out),
        ("", _) => {}
        (quantity, block) => out.push_str(&product(quantity, block)),
    }
}

/// Units are consumed by usage; not by what was left unused.
fn is_consumed(of: &Charge<'_>) -> bool {
    of.kind == ChargeKind::Usage && !of.text(UsageField::Quantity).is_empty()
}

pub(super) fn consumed_quantity(of: &Charge<'_>, out: &mut String) {
    if is_consumed(of) {
        units(of, out);
    }
}

pub(super) fn consumed_unit<'c>(of: &'c Charge<'_>) -> &'c str {
    if is_consumed(of) { of.unit.1 } else { "" }
}

pub(super) fn pricing_unit<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.text(UsageField::Quantity).is_empty() { "" } else { of.unit.1 }
}

pub(super) fn block_size<'c>(of: &'c Charge<'_>) -> &'c str {
    of.unit.0
}
