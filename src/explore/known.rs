//! Columns of the cost-details and pay-as-you-go files, by their names in lower case, and the versions that have them
//! (usage-files §4, §5; the columns of the Enterprise Agreement are those of two real files).
use super::Family;
use crate::billing::UsageField as F;

/// A column, its field, and the versions that it is in.
pub(super) struct Known {
    pub(super) name: &'static str,
    pub(super) field: Option<F>,
    pub(super) versions: u16,
}

const fn known(name: &'static str, field: Option<F>, versions: u16) -> Known {
    Known { name, field, versions }
}

const M1910: u16 = 1;
const M1911: u16 = 1 << 1;
const M2101: u16 = 1 << 2;
const M2110: u16 = 1 << 3;
const P1911: u16 = 1 << 4;
const P2101: u16 = 1 << 5;
const P2110: u16 = 1 << 6;
const C2101: u16 = 1 << 7;
const C2110: u16 = 1 << 8;
const PAYG: u16 = 1 << 9;
const EA: u16 = 1 << 10;
const M: u16 = M1910 | M1911 | M2101 | M2110;
const P: u16 = P1911 | P2101 | P2110;
const C: u16 = C2101 | C2110;

/// A version of a file: its bit, how many columns it has, its family, and the names of the versions that look like this.
pub(super) struct Version {
    pub(super) bit: u16,
    pub(super) columns: usize,
    pub(super) family: Family,
    pub(super) names: &'static [&'static str],
}

const fn version(bit: u16, columns: usize, family: Family, names: &'static [&'static str]) -> Version {
    Version { bit, columns, family, names }
}

/// Every version, the more usual family first. The header of 52 columns of a partner's customer has no published version.
pub(super) static VERSIONS: [Version; 11] = [
    version(M2110, 65, Family::CostDetails, &["2021-10-01", "2023-12-01-preview"]),
    version(M2101, 62, Family::CostDetails, &["2021-01-01"]),
    version(M1911, 60, Family::CostDetails, &["2019-11-01"]),
    version(M1910, 60, Family::CostDetails, &["2019-10-01"]),
    version(PAYG, 24, Family::PayAsYouGo, &["2019-11-01"]),
    version(P2110, 70, Family::Partner, &["2021-10-01", "2023-12-01-preview"]),
    version(P2101, 67, Family::Partner, &["2021-01-01"]),
    version(P1911, 66, Family::Partner, &["2019-11-01"]),
    version(C2110, 56, Family::PartnerCustomer, &["2021-10-01", "2023-12-01-preview"]),
    version(C2101, 52, Family::PartnerCustomer, &[]),
    version(EA, 0, Family::Enterprise, &[]),
];

/// Names that files of other makers have too: they do not tell a family.
const COMMON: &[&str] = &[
    "cost",
    "costcenter",
    "currency",
    "customername",
    "date",
    "frequency",
    "invoiceid",
    "location",
    "product",
    "productid",
    "productname",
    "provider",
    "quantity",
    "tags",
    "term",
    "unitofmeasure",
    "unitprice",
    "exchangerate",
];

/// Whether a name tells that a file is Azure's.
pub(super) fn tells(name: &str) -> bool {
    !COMMON.contains(&name)
}

/// The column of a name in lower case.
pub(super) fn find(name: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.name == name)
}

#[rustfmt::skip]
static KNOWN: [Known; 97] = [
    known("invoiceid", Some(F::InvoiceId), M | P),
    known("previousinvoiceid", Some(F::PreviousInvoiceId), M | P),
    known("billingaccountid", Some(F::BillingAccountId), M | P | EA),
    known("billingaccountname", Some(F::BillingAccountName), M | P | C | EA),
    known("billingprofileid", Some(F::BillingProfileId), M | P | EA),
    known("billingprofilename", Some(F::BillingProfileName), M | P | EA),
    known("invoicesectionid", Some(F::InvoiceSectionId), M | P | EA),
    known("invoicesectionname", Some(F::InvoiceSectionName), M | P | EA),
    known("resellername", Some(F::ResellerName), M | P | C),
    known("resellermpnid", Some(F::ResellerMpnId), M | P | C),
    known("costcenter", Some(F::CostCenter), M | P | C | EA),
    known("billingperiodenddate", Some(F::BillingPeriodEndDate), M | P | C | EA),
    known("billingperiodstartdate", Some(F::BillingPeriodStartDate), M | P | C | EA),
    known("serviceperiodenddate", Some(F::ServicePeriodEndDate), M | P | C),
    known("serviceperiodstartdate", Some(F::ServicePeriodStartDate), M | P | C),
    known("date", Some(F::Date), M | P | C | EA),
    known("servicefamily", Some(F::ServiceFamily), M | P | C | EA),
    known("productorderid", Some(F::ProductOrderId), M | P | C | EA),
    known("productordername", Some(F::ProductOrderName), M | P | C | EA),
    known("consumedservice", Some(F::ConsumedService), M | P | C | PAYG | EA),
    known("meterid", Some(F::MeterId), M | P | C | PAYG | EA),
    known("metername", Some(F::MeterName), M | P | C | PAYG | EA),
    known("metercategory", Some(F::MeterCategory), M | P | C | PAYG | EA),
    known("metersubcategory", Some(F::MeterSubCategory), M | P | C | PAYG | EA),
    known("meterregion", Some(F::MeterRegion), M | P | C | PAYG | EA),
    known("productid", Some(F::ProductId), M | P | C),
    known("product", Some(F::ProductName), M1910 | M1911 | P1911 | EA),
    known("subscriptionguid", Some(F::SubscriptionId), M1910 | PAYG),
    known("subscriptionname", Some(F::SubscriptionName), M | P | C | EA),
    known("publishertype", Some(F::PublisherType), M | P | C | EA),
    known("publisherid", Some(F::PublisherId), M | P | C),
    known("publishername", Some(F::PublisherName), M | P | C | EA),
    known("resourcegroup", Some(F::ResourceGroupName), M1910 | PAYG | EA),
    known("instancename", Some(F::ResourceId), M1910 | M1911 | P1911),
    known("resourcelocation", Some(F::ResourceLocation), M | P | C | PAYG | EA),
    known("location", Some(F::Location), M | P | C),
    known("effectiveprice", Some(F::EffectivePrice), M | P | C | EA),
    known("quantity", Some(F::Quantity), M | P | C | EA),
    known("unitofmeasure", Some(F::UnitOfMeasure), M | P | C | PAYG | EA),
    known("chargetype", Some(F::ChargeType), M | P | C | EA),
    known("billingcurrencycode", Some(F::BillingCurrency), M1910 | EA),
    known("pricingcurrencycode", Some(F::PricingCurrency), M1910),
    known("costinbillingcurrency", Some(F::CostInBillingCurrency), M | P | C | EA),
    known("costinpricingcurrency", Some(F::CostInPricingCurrency), M | P),
    known("costinusd", Some(F::CostInUsd), M | P | C),
    known("paygcostinbillingcurrency", Some(F::PaygCostInBillingCurrency), M | P),
    known("paygcostinusd", Some(F::PaygCostInUsd), M | P),
    known("exchangerate", Some(F::ExchangeRatePricingToBilling), M1910),
    known("exchangeratedate", Some(F::ExchangeRateDate), M | P | C),
    known("isazurecrediteligible", Some(F::IsAzureCreditEligible), M | P | EA),
    known("serviceinfo1", Some(F::ServiceInfo1), M | P | C | PAYG | EA),
    known("serviceinfo2", Some(F::ServiceInfo2), M | P | C | PAYG | EA),
    known("additionalinfo", Some(F::AdditionalInfo), M | P | C | PAYG | EA),
    known("tags", Some(F::Tags), M | P | C | PAYG | EA),
    known("marketprice", Some(F::PaygPrice), M1910),
    known("frequency", Some(F::Frequency), M | P | C | EA),
    known("term", Some(F::Term), M | P | C | EA),
    known("reservationid", Some(F::ReservationId), M | P | C | EA),
    known("reservationname", Some(F::ReservationName), M | P | C | EA),
    known("unitprice", Some(F::UnitPrice), M | P | C2110 | EA),
    known("subscriptionid", Some(F::SubscriptionId), P | C | M1911 | M2101 | M2110 | EA),
    known("resourcegroupname", Some(F::ResourceGroupName), P | C | M1911 | M2101 | M2110),
    known("billingcurrency", Some(F::BillingCurrency), P | C | M1911 | M2101 | M2110 | EA),
    known("pricingcurrency", Some(F::PricingCurrency), P | C | M1911 | M2101 | M2110),
    known("exchangeratepricingtobilling", Some(F::ExchangeRatePricingToBilling), P | C | M1911 | M2101 | M2110),
    known("paygprice", Some(F::PaygPrice), P | C | M1911 | M2101 | M2110 | EA),
    known("productname", Some(F::ProductName), C | M2101 | M2110 | P2101 | P2110 | EA),
    known("resourceid", Some(F::ResourceId), C | M2101 | M2110 | P2101 | P2110 | EA),
    known("pricingmodel", Some(F::PricingModel), C | M2101 | M2110 | P2101 | P2110 | EA),
    known("costallocationrulename", Some(F::CostAllocationRuleName), M2101 | M2110 | EA),
    known("benefitid", Some(F::BenefitId), M2110 | P2110 | C2110 | EA),
    known("benefitname", Some(F::BenefitName), M2110 | P2110 | C2110 | EA),
    known("provider", Some(F::Provider), M2110 | P2110 | C2110),
    known("partnertenantid", Some(F::PartnerTenantId), P),
    known("partnername", Some(F::PartnerName), P | C),
    known("customertenantid", Some(F::CustomerTenantId), P | C),
    known("customername", Some(F::CustomerName), P | C),
    known("partnerearnedcreditrate", Some(F::PartnerEarnedCreditRate), P),
    known("partnerearnedcreditapplied", Some(F::PartnerEarnedCreditApplied), P),
    known("usagedatetime", Some(F::Date), PAYG),
    known("usagequantity", Some(F::Quantity), PAYG),
    known("resourcerate", Some(F::EffectivePrice), PAYG),
    known("pretaxcost", Some(F::CostInBillingCurrency), PAYG),
    known("resourcetype", Some(F::ResourceType), PAYG),
    known("instanceid", Some(F::ResourceId), PAYG),
    known("offerid", Some(F::OfferId), PAYG | EA),
    known("servicename", Some(F::ServiceName), PAYG),
    known("servicetier", Some(F::ServiceTier), PAYG),
    known("currency", Some(F::BillingCurrency), PAYG),
    known("accountownerid", None, EA),
    known("accountname", None, EA),
    known("partnumber", None, EA),
    known("cost", Some(F::CostInBillingCurrency), EA),
    known("availabilityzone", None, EA),
    known("resourcename", None, EA),
    known("invoicesection", Some(F::InvoiceSectionName), EA),
    known("planname", None, EA),
];
