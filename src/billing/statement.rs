//! What a pay-as-you-go subscription (MOSP) used in one billing period and what it is charged for it: the records behind
//! the Account Center's usage files (usage-files §2 and §3).
use super::{MeterTerms, Money, Period};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The statement of one subscription for one billing period: what it had, what each meter came to, what each day used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubscriptionStatement {
    /// One per order and service.
    pub provisioning: Vec<ProvisioningStatus>,
    /// One per meter.
    pub lines: Vec<StatementLine>,
    /// One per day, meter and resource; by date, the oldest first.
    pub daily: Vec<DailyUsage>,
}

/// A service that the subscription ordered, and how it stands. A text that is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProvisioningStatus {
    /// Subscription id.
    pub subscription_id: String,
    /// Subscription name.
    pub subscription_name: String,
    /// Order id, internal to Microsoft: support asks for it.
    pub order_id: String,
    /// The offer in words, such as `Pay-As-You-Go`.
    pub description: String,
    /// Day of the month on which a billing period begins, from 1 to 31.
    pub anniversary_day: u32,
    /// Internal id of the offer; empty in the one real file known.
    pub offer_name: String,
    /// Service name, such as `Azure Service Component`.
    pub service_name: String,
    /// State of the subscription, such as `Enabled`.
    pub status: String,
    /// What is added to that state, such as `None`.
    pub extra_status: String,
    /// State of the service, such as `Provisioned`.
    pub provisioning_status: String,
}

/// What the statement of a period needs besides the usage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementTerms {
    /// One per order and service.
    pub provisioning: Vec<ProvisioningStatus>,
    /// One per meter that was used, in the order of the statement's lines.
    pub terms: Vec<MeterTerms>,
}

/// What names a meter on a statement and on its daily rows alike: a statement has no meter ids, so the two are joined on
/// these five (usage-files §3).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UsageMeter {
    /// The service, such as `Storage`.
    pub category: String,
    /// A kind of the service that can change the price; may be empty.
    pub sub_category: String,
    /// What is measured, such as `Data Transfer Out (GB)`.
    pub name: String,
    /// Region of the price; empty where the price does not depend on it.
    pub region: String,
    /// Unit of every quantity, such as `Hours` or `10,000s`.
    pub unit: String,
}

/// What one meter came to in a period. Quantities are in the meter's unit, prices and charges in the currency of `value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// The billing period.
    pub period: Period,
    /// The meter.
    pub meter: UsageMeter,
    /// Part number, shared by many meters; empty on free ones.
    pub sku: String,
    /// Used in the period, at 8 places.
    pub consumed: Decimal,
    /// Free of charge in the period, at 8 places.
    pub included: Decimal,
    /// Part that was charged against a commitment of 6 or 12 months; 0 without one.
    pub within_commitment: Decimal,
    /// What is charged: see [`overage_quantity`](super::overage_quantity).
    pub overage_quantity: Decimal,
    /// Charges above a commitment; 0 without one.
    pub overage: Decimal,
    /// Price of a unit within a commitment; 0 without one.
    pub commitment_rate: Decimal,
    /// What a unit came to: see [`effective_rate`](super::effective_rate). Not the list price.
    pub rate: Decimal,
    /// The charge before tax, credits and discounts.
    pub value: Money,
}

/// What one resource used of one meter on one day. There is no price per day: see [`StatementLine::rate`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DailyUsage {
    /// UTC day.
    pub date: NaiveDate,
    /// The meter.
    pub meter: UsageMeter,
    /// Meter id.
    pub meter_id: String,
    /// Used on that day, in the meter's unit: not rounded, with the number of places of its source (`2.0` is not `2`).
    pub quantity: Decimal,
    /// Region of the resource as its provider says it: `westus` and `uswest` both occur.
    pub resource_location: String,
    /// Resource provider, such as `Microsoft.Web`.
    pub consumed_service: String,
    /// Resource group.
    pub resource_group: String,
    /// Full resource id. Read from a file of version 1, which has no ids, it is the name of the resource.
    pub instance_id: String,
    /// JSON object as text; `{}` when there are no tags.
    pub tags: String,
    /// JSON object as text; `{}` when there is nothing to say.
    pub additional_info: String,
    /// Service info 1; empty in the one real file known.
    pub service_info1: String,
    /// Service info 2; empty in the one real file known.
    pub service_info2: String,
}
