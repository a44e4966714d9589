//! What a charge is, who bills it to whom, when, and under which commitment (usage-files §8).
use super::amounts::units;
use super::charge::{Charge, ChargeKind, Commitment, first};
use super::exact::plain;
use crate::billing::UsageField;
use chrono::{Datelike, NaiveDate};

/// The ARM id of what is billed: the profile; without one the account; without both, as in a pay-as-you-go file, the
/// subscription, which then is billed by itself.
pub(super) fn billing_account_id(of: &Charge<'_>, out: &mut String) {
    match (of.text(UsageField::BillingAccountId), of.text(UsageField::BillingProfileId)) {
        ("", _) => sub_account_id(of, out),
        (account, profile) => {
            out.push_str("/providers/Microsoft.Billing/billingAccounts/");
            // Files have the bare id, some answers the whole path.
            out.push_str(account.rsplit('/').next().unwrap_or(account));
            if !profile.is_empty() {
                out.push_str("/billingProfiles/");
                out.push_str(profile.rsplit('/').next().unwrap_or(profile));
            }
        }
    }
}

pub(super) fn billing_account_name<'c>(of: &'c Charge<'_>) -> &'c str {
    first([of.text(UsageField::BillingProfileName), of.text(UsageField::BillingAccountName)])
}

pub(super) fn billing_account_type<'c>(of: &'c Charge<'_>) -> &'c str {
    match (of.text(UsageField::BillingAccountId), of.text(UsageField::BillingProfileId)) {
        ("", _) => sub_account_type(of),
        (_, "") => "Billing Account",
        _ => "Billing Profile",
    }
}

fn day(day: Option<NaiveDate>, out: &mut String) {
    out.extend(day.map(|day| day.to_string()));
}

/// The first of the month after a day.
fn month_after(day: NaiveDate) -> Option<NaiveDate> {
    let (year, month) = (day.year(), day.month());
    if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) }
}

/// In a month that is not billed yet: the first of the month of the usage.
pub(super) fn billing_period_start(of: &Charge<'_>, out: &mut String) {
    let usage = || of.record.day(UsageField::Date).and_then(|day| day.with_day(1));
    day(of.record.day(UsageField::BillingPeriodStartDate).or_else(usage), out);
}

/// The day after its last; in a month that is not billed yet, the first of the next one.
pub(super) fn billing_period_end(of: &Charge<'_>, out: &mut String) {
    let usage = || of.record.day(UsageField::Date).and_then(month_after);
    let last = of.record.day(UsageField::BillingPeriodEndDate);
    day(last.and_then(|day| day.succ_opt()).or_else(usage), out);
}

pub(super) fn charge_period_end(of: &Charge<'_>, out: &mut String) {
    day(of.record.day(UsageField::Date).and_then(|day| day.succ_opt()), out);
}

/// The end is exclusive already on usage and adjustments; on what is bought it is the last day (usage-files §5).
pub(super) fn service_period_end(of: &Charge<'_>, out: &mut String) {
    let end = of.record.day(UsageField::ServicePeriodEndDate);
    let is_bought = matches!(of.kind, ChargeKind::Purchase | ChargeKind::Refund);
    day(if is_bought { end.and_then(|day| day.succ_opt()) } else { end }, out);
}

pub(super) fn charge_category<'c>(of: &'c Charge<'_>) -> &'c str {
    match of.kind {
        ChargeKind::Usage | ChargeKind::Unused => "Usage",
        ChargeKind::Purchase | ChargeKind::Refund => "Purchase",
        ChargeKind::Credit => "Credit",
        ChargeKind::Tax => "Tax",
        ChargeKind::Adjustment => "Adjustment",
    }
}

pub(super) fn charge_class<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.kind == ChargeKind::Refund { "Correction" } else { "" }
}

/// One of the three that FOCUS allows: where the record says none of them, usage is by usage and the rest is once.
pub(super) fn charge_frequency<'c>(of: &'c Charge<'_>) -> &'c str {
    match of.text(UsageField::Frequency) {
        "OneTime" => "One-Time",
        "Recurring" => "Recurring",
        _ if matches!(of.kind, ChargeKind::Usage | ChargeKind::Unused) => "Usage-Based",
        _ => "One-Time",
    }
}

pub(super) fn invoice_issuer<'c>(of: &'c Charge<'_>) -> &'c str {
    first([of.text(UsageField::PartnerName), "Microsoft"])
}

/// A commitment is bought at the standard price, as the scenarios of the specification have it; what it covers is committed.
/// A model that FOCUS has no word for is `Other`; no model at all is the price list's for what is used or bought.
pub(super) fn pricing_category<'c>(of: &'c Charge<'_>) -> &'c str {
    let is_priced = !matches!(of.kind, ChargeKind::Tax | ChargeKind::Credit | ChargeKind::Adjustment);
    match of.text(UsageField::PricingModel) {
        _ if of.is_covered() => "Committed",
        _ if of.is_principal() => "Standard",
        "OnDemand" | "On Demand" => "Standard",
        "Spot" => "Dynamic",
        "" if is_priced => "Standard",
        "" => "",
        _ => "Other",
    }
}

pub(super) fn pricing_subcategory<'c>(of: &'c Charge<'_>) -> &'c str {
    match (pricing_category(of), of.commitment) {
        ("Standard", _) => "Standard",
        ("Dynamic", _) => "Spot",
        ("Committed", Some(Commitment::Reservation)) => "Committed Usage",
        ("Committed", Some(Commitment::SavingsPlan)) => "Committed Spend",
        _ => "",
    }
}

pub(super) fn amortization_class<'c>(of: &'c Charge<'_>) -> &'c str {
    match (of.is_principal(), of.is_covered()) {
        (true, _) => "Principal",
        (_, true) => "Amortized Charge",
        _ => "",
    }
}

pub(super) fn commitment_category<'c>(of: &'c Charge<'_>) -> &'c str {
    match of.commitment {
        Some(Commitment::Reservation) => "Usage",
        Some(Commitment::SavingsPlan) => "Spend",
        None => "",
    }
}

/// Empty where the id is of no commitment that is known.
pub(super) fn commitment_id<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.commitment.is_some() { &of.commitment_id } else { "" }
}

pub(super) fn commitment_name<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.commitment.is_none() {
        return "";
    }
    first([of.text(UsageField::BenefitName), of.text(UsageField::ReservationName)])
}

pub(super) fn commitment_type<'c>(of: &'c Charge<'_>) -> &'c str {
    match of.commitment {
        Some(Commitment::Reservation) => "Reservation",
        Some(Commitment::SavingsPlan) => "Savings Plan",
        None => "",
    }
}

/// FOCUS ties it to usage: what is bought is neither used nor unused yet.
pub(super) fn commitment_status<'c>(of: &'c Charge<'_>) -> &'c str {
    match (of.commitment, of.kind) {
        (Some(_), ChargeKind::Unused) => "Unused",
        (Some(_), ChargeKind::Usage) => "Used",
        _ => "",
    }
}

/// Of a savings plan money, in the pricing currency: the cost before conversion. Of a reservation single units of the unit
/// of measure, with no ratio of sizes, which no row tells. Null where something is given back.
pub(super) fn commitment_quantity(of: &Charge<'_>, out: &mut String) {
    match quantified(of) {
        Some(Commitment::SavingsPlan) => plain(of.text(UsageField::CostInPricingCurrency), out),
        Some(Commitment::Reservation) => units(of, out),
        None => {}
    }
}

pub(super) fn commitment_unit<'c>(of: &'c Charge<'_>) -> &'c str {
    match quantified(of) {
        Some(Commitment::SavingsPlan) => of.pricing_currency(),
        Some(Commitment::Reservation) => of.unit.1,
        None => "",
    }
}

/// The commitment that a quantity is told of.
fn quantified(of: &Charge<'_>) -> Option<Commitment> {
    let is_told = match of.commitment? {
        Commitment::SavingsPlan => !of.text(UsageField::CostInPricingCurrency).is_empty(),
        Commitment::Reservation => !of.text(UsageField::Quantity).is_empty(),
    };
    let is_counted = matches!(of.kind, ChargeKind::Usage | ChargeKind::Unused | ChargeKind::Purchase);
    of.commitment.filter(|_| is_told && is_counted)
}

pub(super) fn sub_account_id(of: &Charge<'_>, out: &mut String) {
    let id = of.text(UsageField::SubscriptionId);
    if !id.is_empty() {
        out.push_str("/subscriptions/");
        out.push_str(id);
    }
}

/// The subscription's name; its id where the name is not known.
pub(super) fn sub_account_name<'c>(of: &'c Charge<'_>) -> &'c str {
    match of.text(UsageField::SubscriptionId) {
        "" => "",
        id => first([of.text(UsageField::SubscriptionName), id]),
    }
}

pub(super) fn sub_account_type<'c>(of: &'c Charge<'_>) -> &'c str {
    if of.text(UsageField::SubscriptionId).is_empty() { "" } else { "Subscription" }
}
