//! The pay-as-you-go record of a day's usage at a price per unit, as a test wants it. Used by the tests of the sandbox too.
use factuur::billing::{DailyUsage, Money, UsageField, UsageRecord, exact_product, resource_type};

/// Service name is the meter category, as in the one row known; the service tier is not known and stays empty. The cost is
/// the exact product.
pub fn priced(usage: &DailyUsage, subscription_id: &str, offer_id: &str, price: Money) -> UsageRecord<'static> {
    let meter = &usage.meter;
    let mut record = UsageRecord::default();
    for (field, text) in [
        (UsageField::SubscriptionId, subscription_id.to_owned()),
        (UsageField::ResourceGroupName, usage.resource_group.clone()),
        (UsageField::ResourceLocation, usage.resource_location.clone()),
        (UsageField::Date, usage.date.to_string()),
        (UsageField::MeterCategory, meter.category.clone()),
        (UsageField::MeterSubCategory, meter.sub_category.clone()),
        (UsageField::MeterId, usage.meter_id.clone()),
        (UsageField::MeterName, meter.name.clone()),
        (UsageField::MeterRegion, meter.region.clone()),
        (UsageField::Quantity, usage.quantity.to_string()),
        (UsageField::EffectivePrice, price.amount().to_string()),
        (UsageField::CostInBillingCurrency, exact_product(usage.quantity, price.amount()).unwrap().to_string()),
        (UsageField::ConsumedService, usage.consumed_service.clone()),
        (UsageField::ResourceType, resource_type(&usage.instance_id)),
        (UsageField::ResourceId, usage.instance_id.clone()),
        (UsageField::Tags, usage.tags.clone()),
        (UsageField::OfferId, offer_id.to_owned()),
        (UsageField::AdditionalInfo, usage.additional_info.clone()),
        (UsageField::ServiceInfo1, usage.service_info1.clone()),
        (UsageField::ServiceInfo2, usage.service_info2.clone()),
        (UsageField::ServiceName, meter.category.clone()),
        (UsageField::BillingCurrency, price.currency().code().to_owned()),
        (UsageField::UnitOfMeasure, meter.unit.clone()),
    ] {
        record.set(field, text);
    }
    record
}
