//! Usage records of pay-as-you-go subscriptions (MOSP): one row of today's usage file (usage-files §4).
use super::{DailyUsage, Money, MoneyError, UsageMeter, exact_product};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A row of usage of a MOSP account. Text that is not known is empty, as the usage file has it. Amounts keep every digit of
/// their source. There are no purchases and no refunds among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PayAsYouGoRecord<'a> {
    /// Subscription id.
    pub subscription_id: Cow<'a, str>,
    /// Resource group.
    pub resource_group: Cow<'a, str>,
    /// Region of the resource.
    pub resource_location: Cow<'a, str>,
    /// UTC day of the usage.
    pub date: Option<NaiveDate>,
    /// Meter category.
    pub meter_category: Cow<'a, str>,
    /// Meter sub category.
    pub meter_sub_category: Cow<'a, str>,
    /// Meter id.
    pub meter_id: Cow<'a, str>,
    /// Meter name.
    pub meter_name: Cow<'a, str>,
    /// Region of the price; may be empty.
    pub meter_region: Cow<'a, str>,
    /// Units of `unit_of_measure` on that day.
    pub quantity: Option<Decimal>,
    /// Price of a unit, in `currency`.
    pub resource_rate: Option<Decimal>,
    /// Quantity times rate, in `currency`, not rounded.
    pub pre_tax_cost: Option<Decimal>,
    /// Resource provider.
    pub consumed_service: Cow<'a, str>,
    /// Provider and type, such as `Microsoft.Network/loadBalancers`: see [`resource_type`].
    pub resource_type: Cow<'a, str>,
    /// Full resource id.
    pub instance_id: Cow<'a, str>,
    /// JSON object of tags, as text; real files may lack its braces.
    pub tags: Cow<'a, str>,
    /// Offer code, such as `MS-AZR-0017P`.
    pub offer_id: Cow<'a, str>,
    /// JSON object of service details, as text; real files may lack its braces.
    pub additional_info: Cow<'a, str>,
    /// Service info 1.
    pub service_info1: Cow<'a, str>,
    /// Service info 2.
    pub service_info2: Cow<'a, str>,
    /// Undocumented; the meter category in the one row known.
    pub service_name: Cow<'a, str>,
    /// Undocumented.
    pub service_tier: Cow<'a, str>,
    /// Billing currency, ISO 4217.
    pub currency: Cow<'a, str>,
    /// Unit of the quantity.
    pub unit_of_measure: Cow<'a, str>,
}

impl<'a> PayAsYouGoRecord<'a> {
    /// The record of a day's usage at a price per unit. Service name is the meter category, as in the one row known; the
    /// service tier is not known and stays empty.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`] when the cost has more digits than are kept.
    pub fn priced(
        usage: &'a DailyUsage,
        subscription_id: &'a str,
        offer_id: &'a str,
        price: Money,
    ) -> Result<PayAsYouGoRecord<'a>, MoneyError> {
        let meter = &usage.meter;
        Ok(PayAsYouGoRecord {
            subscription_id: subscription_id.into(),
            resource_group: (&*usage.resource_group).into(),
            resource_location: (&*usage.resource_location).into(),
            date: Some(usage.date),
            meter_category: (&*meter.category).into(),
            meter_sub_category: (&*meter.sub_category).into(),
            meter_id: (&*usage.meter_id).into(),
            meter_name: (&*meter.name).into(),
            meter_region: (&*meter.region).into(),
            quantity: Some(usage.quantity),
            resource_rate: Some(price.amount()),
            pre_tax_cost: Some(exact_product(usage.quantity, price.amount())?),
            consumed_service: (&*usage.consumed_service).into(),
            resource_type: resource_type(&usage.instance_id).into(),
            instance_id: (&*usage.instance_id).into(),
            tags: (&*usage.tags).into(),
            offer_id: offer_id.into(),
            additional_info: (&*usage.additional_info).into(),
            service_info1: (&*usage.service_info1).into(),
            service_info2: (&*usage.service_info2).into(),
            service_name: (&*meter.category).into(),
            service_tier: Cow::default(),
            currency: price.currency().code().to_owned().into(),
            unit_of_measure: (&*meter.unit).into(),
        })
    }
}

impl PayAsYouGoRecord<'_> {
    /// The usage of the record, for its statement: the opposite of [`PayAsYouGoRecord::priced`]. None when it does not say
    /// on which day or how much: no usage may be left out of a statement, so there is none then.
    pub fn daily(&self) -> Option<DailyUsage> {
        let object = |text: &str| if text.is_empty() { "{}".to_owned() } else { text.to_owned() };
        Some(DailyUsage {
            date: self.date?,
            meter: UsageMeter {
                category: self.meter_category.to_string(),
                sub_category: self.meter_sub_category.to_string(),
                name: self.meter_name.to_string(),
                region: self.meter_region.to_string(),
                unit: self.unit_of_measure.to_string(),
            },
            meter_id: self.meter_id.to_string(),
            quantity: self.quantity?,
            resource_location: self.resource_location.to_string(),
            consumed_service: self.consumed_service.to_string(),
            resource_group: self.resource_group.to_string(),
            instance_id: self.instance_id.to_string(),
            tags: object(&self.tags),
            additional_info: object(&self.additional_info),
            service_info1: self.service_info1.to_string(),
            service_info2: self.service_info2.to_string(),
        })
    }
}

/// Provider and type that a resource id names, such as `Microsoft.Sql/servers/databases`; empty when it names none.
pub fn resource_type(resource_id: &str) -> String {
    let segments: Vec<&str> = resource_id.split('/').collect();
    let Some(at) = segments.iter().rposition(|segment| segment.eq_ignore_ascii_case("providers")) else {
        return String::new();
    };
    let mut after = segments.into_iter().skip(at + 1);
    let mut found = after.next().unwrap_or_default().to_owned();
    for kind in after.step_by(2).filter(|kind| !kind.is_empty()) {
        found.push('/');
        found.push_str(kind);
    }
    found
}

/// The resource's own name: the last segment of its id, or the whole text when it is no id.
pub fn resource_name(resource_id: &str) -> &str {
    if !resource_id.starts_with('/') {
        return resource_id;
    }
    resource_id.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}
