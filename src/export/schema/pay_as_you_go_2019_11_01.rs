//! The usage file of pay-as-you-go subscriptions (MOSP), version 2019-11-01, the only one there is: 24 columns, usage only,
//! no purchases and no refunds (usage-files §4). Days are ISO 8601; costs are not rounded. No byte order mark: files with
//! and without one occur. Some real headers say `MeterSubcategory`; the documented spelling is followed.
use crate::billing::UsageField::{self, *};

/// Header and source of every column, in the file's order.
pub(super) static COLUMNS: [(&str, UsageField); 24] = [
    ("SubscriptionGuid", SubscriptionId),
    ("ResourceGroup", ResourceGroupName),
    ("ResourceLocation", ResourceLocation),
    ("UsageDateTime", Date),
    ("MeterCategory", MeterCategory),
    ("MeterSubCategory", MeterSubCategory),
    ("MeterId", MeterId),
    ("MeterName", MeterName),
    ("MeterRegion", MeterRegion),
    ("UsageQuantity", Quantity),
    ("ResourceRate", EffectivePrice),
    ("PreTaxCost", CostInBillingCurrency),
    ("ConsumedService", ConsumedService),
    ("ResourceType", ResourceType),
    ("InstanceId", ResourceId),
    ("Tags", Tags),
    ("OfferId", OfferId),
    ("AdditionalInfo", AdditionalInfo),
    ("ServiceInfo1", ServiceInfo1),
    ("ServiceInfo2", ServiceInfo2),
    ("ServiceName", ServiceName),
    ("ServiceTier", ServiceTier),
    ("Currency", BillingCurrency),
    ("UnitOfMeasure", UnitOfMeasure),
];
