//! What the fields of a usage row are called on the wire, sorted by those names (contract §10.3; decisions on the names that
//! are not just a change of case).
use crate::billing::UsageField::{self, *};

/// Of a row of kind `modern`.
pub(super) static MODERN: &[(&str, UsageField)] = &[
    ("additionalInfo", AdditionalInfo),
    ("benefitId", BenefitId),
    ("benefitName", BenefitName),
    ("billingAccountId", BillingAccountId),
    ("billingAccountName", BillingAccountName),
    ("billingCurrencyCode", BillingCurrency),
    ("billingPeriodEndDate", BillingPeriodEndDate),
    ("billingPeriodStartDate", BillingPeriodStartDate),
    ("billingProfileId", BillingProfileId),
    ("billingProfileName", BillingProfileName),
    ("chargeType", ChargeType),
    ("consumedService", ConsumedService),
    ("costAllocationRuleName", CostAllocationRuleName),
    ("costCenter", CostCenter),
    ("costInBillingCurrency", CostInBillingCurrency),
    ("costInPricingCurrency", CostInPricingCurrency),
    ("costInUSD", CostInUsd),
    ("customerName", CustomerName),
    ("customerTenantId", CustomerTenantId),
    ("date", Date),
    ("effectivePrice", EffectivePrice),
    ("exchangeRateDate", ExchangeRateDate),
    ("exchangeRatePricingToBilling", ExchangeRatePricingToBilling),
    ("frequency", Frequency),
    ("instanceName", ResourceId),
    ("invoiceId", InvoiceId),
    ("invoiceSectionId", InvoiceSectionId),
    ("invoiceSectionName", InvoiceSectionName),
    ("isAzureCreditEligible", IsAzureCreditEligible),
    ("meterCategory", MeterCategory),
    ("meterId", MeterId),
    ("meterName", MeterName),
    ("meterRegion", MeterRegion),
    ("meterSubCategory", MeterSubCategory),
    ("partnerEarnedCreditApplied", PartnerEarnedCreditApplied),
    ("partnerEarnedCreditRate", PartnerEarnedCreditRate),
    ("partnerName", PartnerName),
    ("partnerTenantId", PartnerTenantId),
    ("payGPrice", PaygPrice),
    ("paygCostInBillingCurrency", PaygCostInBillingCurrency),
    ("paygCostInUSD", PaygCostInUsd),
    ("previousInvoiceId", PreviousInvoiceId),
    ("pricingCurrencyCode", PricingCurrency),
    ("pricingModel", PricingModel),
    ("product", ProductName),
    ("productIdentifier", ProductId),
    ("productOrderId", ProductOrderId),
    ("productOrderName", ProductOrderName),
    ("provider", Provider),
    ("publisherId", PublisherId),
    ("publisherName", PublisherName),
    ("publisherType", PublisherType),
    ("quantity", Quantity),
    ("resellerMpnId", ResellerMpnId),
    ("resellerName", ResellerName),
    ("reservationId", ReservationId),
    ("reservationName", ReservationName),
    ("resourceGroup", ResourceGroupName),
    ("resourceLocation", ResourceLocation),
    ("resourceLocationNormalized", Location),
    ("serviceFamily", ServiceFamily),
    ("serviceInfo1", ServiceInfo1),
    ("serviceInfo2", ServiceInfo2),
    ("servicePeriodEndDate", ServicePeriodEndDate),
    ("servicePeriodStartDate", ServicePeriodStartDate),
    ("subscriptionGuid", SubscriptionId),
    ("subscriptionName", SubscriptionName),
    ("term", Term),
    ("unitOfMeasure", UnitOfMeasure),
    ("unitPrice", UnitPrice),
];

/// Of a row of kind `legacy`. Its price is the effective one; where there is none, `unitPrice` stands in.
pub(super) static LEGACY: &[(&str, UsageField)] = &[
    ("additionalInfo", AdditionalInfo),
    ("billingCurrency", BillingCurrency),
    ("consumedService", ConsumedService),
    ("cost", CostInBillingCurrency),
    ("date", Date),
    ("effectivePrice", EffectivePrice),
    ("meterId", MeterId),
    ("offerId", OfferId),
    ("quantity", Quantity),
    ("resourceGroup", ResourceGroupName),
    ("resourceId", ResourceId),
    ("resourceLocation", ResourceLocation),
    ("serviceInfo1", ServiceInfo1),
    ("serviceInfo2", ServiceInfo2),
    ("subscriptionId", SubscriptionId),
    ("unitPrice", UnitPrice),
];

/// Of the `meterDetails` in a row of kind `legacy`. The meter's region is what older answers call `meterLocation`: the
/// published `meterDetails` has none, and a statement cannot be joined without it.
pub(super) static METER: &[(&str, UsageField)] = &[
    ("meterCategory", MeterCategory),
    ("meterLocation", MeterRegion),
    ("meterName", MeterName),
    ("meterSubCategory", MeterSubCategory),
    ("serviceName", ServiceName),
    ("serviceTier", ServiceTier),
    ("unit", UnitOfMeasure),
    ("unitOfMeasure", UnitOfMeasure),
];

/// The field of a name.
pub(super) fn field_of(names: &[(&str, UsageField)], name: &str) -> Option<UsageField> {
    let at = names.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    names.get(at).map(|(_, field)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        for names in [MODERN, LEGACY, METER] {
            assert!(names.iter().all(|(name, field)| field_of(names, name) == Some(*field)));
        }
    }
}
