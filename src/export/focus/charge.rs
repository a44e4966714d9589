//! A usage record as FOCUS sees it: what several columns need is found once (usage-files §8).
use super::exact::{plain, product};
use super::{Lookups, Service};
use crate::billing::{UsageField, UsageRecord, fold_case, resource_type};
use std::borrow::Cow;

/// A record and what FOCUS makes of it.
#[derive(Debug)]
pub struct Charge<'r> {
    pub(super) record: &'r UsageRecord<'r>,
    pub(super) lookups: &'r Lookups,
    pub(super) kind: ChargeKind,
    /// Priced by a reservation or a savings plan: bought, used or left unused.
    pub(super) is_committed: bool,
    /// Reservation or savings plan that the charge is of, by [`Charge::commitment_id`].
    pub(super) commitment: Option<Commitment>,
    pub(super) commitment_id: Cow<'r, str>,
    pub(super) list: UnitPrice<'r>,
    pub(super) contracted: UnitPrice<'r>,
    /// Block size, empty when it is not known, and unit of the unit of measure.
    pub(super) unit: (&'r str, &'r str),
    pub(super) service: Service<'r>,
    /// Provider and type of the resource in lower case; empty when there is no resource.
    pub(super) resource_type: String,
    pub(super) region: (Cow<'r, str>, &'r str),
}

/// FOCUS's kinds of charge that a usage row can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChargeKind {
    Usage,
    /// Usage of a commitment that was paid for and not used.
    Unused,
    Purchase,
    Refund,
    Credit,
    Tax,
    Adjustment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commitment {
    Reservation,
    SavingsPlan,
}

/// A price per unit of the unit of measure, as plain text; empty when it is not known.
#[derive(Debug)]
pub(super) struct UnitPrice<'r> {
    /// In the pricing currency.
    pub(super) pricing: &'r str,
    /// In the billing currency.
    pub(super) billing: Cow<'r, str>,
}

impl<'r> Charge<'r> {
    /// The charge of a record.
    pub fn new(record: &'r UsageRecord<'_>, lookups: &'r Lookups) -> Charge<'r> {
        let text = |field| record.text(field);
        let kind = ChargeKind::of(text(UsageField::ChargeType));
        let is_committed = kind == ChargeKind::Unused || is_commitment(text(UsageField::PricingModel));
        let commitment_id = commitment_id(record);
        let commitment = Commitment::of(&commitment_id);
        let effective = text(UsageField::EffectivePrice);
        let (contracted, list) = if is_pay_as_you_go(record) {
            (effective, effective)
        } else {
            // The list price is not filled for reservations and Marketplace, the contract price not for reservations.
            let contracted = first([text(UsageField::UnitPrice), effective]);
            (contracted, first([text(UsageField::PaygPrice), contracted]))
        };
        let rate = rate(record);
        let resource_type = fold_case(&resource_type(text(UsageField::ResourceId)));
        let consumed = fold_case(text(UsageField::ConsumedService));
        let category = text(UsageField::MeterCategory);
        let service = lookups.service(&consumed, &resource_type, category).unwrap_or(Service {
            name: first([category, "Other"]),
            category: "Other",
            subcategory: "Other (Other)",
            model: "",
        });
        let measure = text(UsageField::UnitOfMeasure);
        let unit = match measure {
            "" => ("1", "Units"),
            measure => lookups.unit(measure).unwrap_or(("", measure)),
        };
        Charge {
            record,
            lookups,
            kind,
            is_committed,
            commitment,
            commitment_id,
            list: UnitPrice::new(list, rate),
            contracted: UnitPrice::new(contracted, rate),
            unit,
            service,
            resource_type,
            region: region(record, lookups),
        }
    }

    /// The text of a field of its record.
    pub(super) fn text(&self, field: UsageField) -> &str {
        self.record.text(field)
    }

    /// Usage that a commitment paid for beforehand, or that was left of it.
    pub(super) fn is_covered(&self) -> bool {
        self.is_committed && matches!(self.kind, ChargeKind::Usage | ChargeKind::Unused)
    }

    /// Bought or given back: a commitment.
    pub(super) fn is_principal(&self) -> bool {
        self.is_committed && matches!(self.kind, ChargeKind::Purchase | ChargeKind::Refund)
    }

    /// Currency of the prices; that of the bill where nothing else is said.
    pub(super) fn pricing_currency(&self) -> &str {
        first([self.text(UsageField::PricingCurrency), self.text(UsageField::BillingCurrency)])
    }

    /// Multiplier from the pricing to the billing currency.
    pub(super) fn rate(&self) -> &str {
        rate(self.record)
    }

    /// Adds price times quantity, exactly as both are printed; where one of them is not known, the cost of the row.
    pub(super) fn cost_at(&self, price: &str, out: &mut String) {
        match (price, self.text(UsageField::Quantity)) {
            ("", _) | (_, "") => plain(self.text(UsageField::CostInBillingCurrency), out),
            (price, quantity) => out.push_str(&product(price, quantity)),
        }
    }
}

impl ChargeKind {
    fn of(charge_type: &str) -> ChargeKind {
        match charge_type {
            // Pay-as-you-go files are usage alone, and have no such column.
            "Usage" | "" => ChargeKind::Usage,
            "UnusedReservation" | "UnusedSavingsPlan" => ChargeKind::Unused,
            "Purchase" => ChargeKind::Purchase,
            "Refund" => ChargeKind::Refund,
            "Credit" => ChargeKind::Credit,
            "Tax" => ChargeKind::Tax,
            _ => ChargeKind::Adjustment,
        }
    }
}

impl Commitment {
    fn of(id: &str) -> Option<Commitment> {
        let id = fold_case(id);
        if id.contains("/microsoft.capacity/") {
            Some(Commitment::Reservation)
        } else if id.contains("/microsoft.billingbenefits/") {
            Some(Commitment::SavingsPlan)
        } else {
            None
        }
    }
}

impl<'r> UnitPrice<'r> {
    fn new(pricing: &'r str, rate: &str) -> UnitPrice<'r> {
        let billing = match (pricing, rate) {
            (_, "1") => Cow::Borrowed(pricing),
            ("", _) | (_, "") => Cow::Borrowed(""),
            (price, rate) => Cow::Owned(product(price, rate)),
        };
        UnitPrice { pricing, billing }
    }
}

/// Such a row has one price, its rate, which is that of the list and of the contract (usage-files §8).
fn is_pay_as_you_go(record: &UsageRecord<'_>) -> bool {
    !record.text(UsageField::ResourceType).is_empty() || !record.text(UsageField::OfferId).is_empty()
}

/// Whether a pricing model is that of a commitment. Files say `SavingsPlan`, pages also `Savings Plan`.
pub fn is_commitment(model: &str) -> bool {
    matches!(model, "Reservation" | "SavingsPlan" | "Savings Plan")
}

/// The first text that is not empty.
pub(super) fn first<const N: usize>(texts: [&str; N]) -> &str {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// The exchange rate of a row. One that prices in the currency it bills in needs none; of another without one, no price can
/// be told in the billing currency.
fn rate<'r>(record: &'r UsageRecord<'_>) -> &'r str {
    let pricing = record.text(UsageField::PricingCurrency);
    match record.text(UsageField::ExchangeRatePricingToBilling) {
        "" if pricing.is_empty() || pricing == record.text(UsageField::BillingCurrency) => "1",
        rate => rate,
    }
}

/// Id of the commitment: the benefit's. Rows of versions that know no benefits have the parts of a reservation's id.
fn commitment_id<'r>(record: &'r UsageRecord<'_>) -> Cow<'r, str> {
    let text = |field| record.text(field);
    match (text(UsageField::BenefitId), text(UsageField::ReservationId), text(UsageField::ProductOrderId)) {
        ("", "", _) | ("", _, "") => Cow::Borrowed(""),
        ("", reservation, order) => {
            Cow::Owned(format!("/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{reservation}"))
        }
        (benefit, ..) => Cow::Borrowed(benefit),
    }
}

/// Id and name of the resource's region. One that the table does not know keeps its name, and has it without blanks and in
/// lower case for an id.
fn region<'r>(record: &'r UsageRecord<'_>, lookups: &'r Lookups) -> (Cow<'r, str>, &'r str) {
    let name = first([record.text(UsageField::ResourceLocation), record.text(UsageField::Location)]);
    let lower = fold_case(name);
    match lookups.region(&lower) {
        Some((id, name)) => (Cow::Borrowed(id), name),
        None => (Cow::Owned(lower.replace(' ', "")), name),
    }
}
