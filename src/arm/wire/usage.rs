//! Usage rows (contract §10.3, Microsoft.Consumption usageDetails 2023-11-01). Borrowed from the page: a month can hold a
//! million of them.
use super::{DecodeError, Text, day, decimal};
use crate::arm::Number;
use crate::billing::UsageRecord;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// A row: only those of kind `modern` (MCA, MPA) are read here.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct UsageRow<'a> {
    /// Full id.
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub id: Text<'a>,
    /// Last segment of the id.
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub name: Text<'a>,
    /// `Microsoft.Consumption/usageDetails`.
    #[serde(borrow, default, rename = "type", skip_serializing_if = "Text::is_empty")]
    pub resource_type: Text<'a>,
    /// `modern` or `legacy`.
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub kind: Text<'a>,
    /// JSON object of tags.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub tags: Option<&'a RawValue>,
    /// The columns.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub properties: Option<ModernUsage<'a>>,
}

/// Only the kind of a row, for telling what it is when its columns cannot be read.
#[derive(Debug, Deserialize)]
pub(crate) struct UsageKind<'a> {
    /// `modern` or `legacy`.
    #[serde(borrow, default)]
    pub kind: Text<'a>,
}

/// A page of usage, rows unread.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UsageEnvelope<'a> {
    /// Whether there is a list at all.
    pub value: Option<serde::de::IgnoredAny>,
    /// The next page.
    #[serde(borrow, default)]
    pub next_link: Text<'a>,
}

/// Declares the columns once: the wire's struct, and its conversion.
macro_rules! columns {
    (text: { $($text:ident = $text_wire:literal,)* } day: { $($day:ident = $day_wire:literal,)* }
     number: { $($number:ident = $number_wire:literal,)* } flag: { $($flag:ident = $flag_wire:literal,)* }) => {
        /// The columns of a row; names as on the wire.
        #[derive(Debug, Clone, Default, Serialize, Deserialize)]
        pub(crate) struct ModernUsage<'a> {
            $(#[serde(borrow, default, rename = $text_wire, skip_serializing_if = "Text::is_empty")] pub $text: Text<'a>,)*
            $(#[serde(borrow, default, rename = $day_wire, skip_serializing_if = "Text::is_empty")] pub $day: Text<'a>,)*
            $(#[serde(rename = $number_wire, skip_serializing_if = "Option::is_none")] pub $number: Option<Number>,)*
            $(#[serde(rename = $flag_wire, skip_serializing_if = "Option::is_none")] pub $flag: Option<bool>,)*
        }

        impl<'a> ModernUsage<'a> {
            /// The record, without its tags.
            fn into_billing(self) -> Result<UsageRecord<'a>, DecodeError> {
                Ok(UsageRecord {
                    $($text: self.$text.0,)*
                    $($day: day(Some(&self.$day.0), $day_wire)?,)*
                    $($number: decimal(self.$number, $number_wire)?,)*
                    $($flag: self.$flag,)*
                    tags: Cow::Borrowed(""),
                })
            }
        }
    };
}

columns! {
    text: {
        invoice_id = "invoiceId",
        previous_invoice_id = "previousInvoiceId",
        billing_account_id = "billingAccountId",
        billing_account_name = "billingAccountName",
        billing_profile_id = "billingProfileId",
        billing_profile_name = "billingProfileName",
        invoice_section_id = "invoiceSectionId",
        invoice_section_name = "invoiceSectionName",
        reseller_name = "resellerName",
        reseller_mpn_id = "resellerMpnId",
        cost_center = "costCenter",
        service_family = "serviceFamily",
        product_order_id = "productOrderId",
        product_order_name = "productOrderName",
        consumed_service = "consumedService",
        meter_id = "meterId",
        meter_name = "meterName",
        meter_category = "meterCategory",
        meter_sub_category = "meterSubCategory",
        meter_region = "meterRegion",
        product_id = "productIdentifier",
        product_name = "product",
        subscription_id = "subscriptionGuid",
        subscription_name = "subscriptionName",
        publisher_type = "publisherType",
        publisher_id = "publisherId",
        publisher_name = "publisherName",
        resource_group_name = "resourceGroup",
        resource_id = "instanceName",
        resource_location = "resourceLocation",
        location = "resourceLocationNormalized",
        unit_of_measure = "unitOfMeasure",
        charge_type = "chargeType",
        billing_currency = "billingCurrencyCode",
        pricing_currency = "pricingCurrencyCode",
        service_info1 = "serviceInfo1",
        service_info2 = "serviceInfo2",
        additional_info = "additionalInfo",
        frequency = "frequency",
        term = "term",
        reservation_id = "reservationId",
        reservation_name = "reservationName",
        pricing_model = "pricingModel",
        cost_allocation_rule_name = "costAllocationRuleName",
        benefit_id = "benefitId",
        benefit_name = "benefitName",
        provider = "provider",
        customer_tenant_id = "customerTenantId",
        customer_name = "customerName",
        partner_tenant_id = "partnerTenantId",
        partner_name = "partnerName",
        partner_earned_credit_applied = "partnerEarnedCreditApplied",
    }
    day: {
        billing_period_end_date = "billingPeriodEndDate",
        billing_period_start_date = "billingPeriodStartDate",
        service_period_end_date = "servicePeriodEndDate",
        service_period_start_date = "servicePeriodStartDate",
        date = "date",
        exchange_rate_date = "exchangeRateDate",
    }
    number: {
        effective_price = "effectivePrice",
        quantity = "quantity",
        cost_in_billing_currency = "costInBillingCurrency",
        cost_in_pricing_currency = "costInPricingCurrency",
        cost_in_usd = "costInUSD",
        payg_cost_in_billing_currency = "paygCostInBillingCurrency",
        payg_cost_in_usd = "paygCostInUSD",
        exchange_rate_pricing_to_billing = "exchangeRatePricingToBilling",
        payg_price = "payGPrice",
        unit_price = "unitPrice",
        partner_earned_credit_rate = "partnerEarnedCreditRate",
    }
    flag: {
        is_azure_credit_eligible = "isAzureCreditEligible",
    }
}

impl<'a> UsageRow<'a> {
    /// The record.
    pub fn into_billing(self) -> Result<UsageRecord<'a>, DecodeError> {
        let columns = self.properties.ok_or_else(|| DecodeError::new("properties", "missing"))?;
        let mut record = columns.into_billing().map_err(|error| error.under("properties"))?;
        record.tags = self.tags.map_or(Cow::Borrowed(""), |raw| compact(raw.get()));
        if matches!(record.tags.as_ref(), "null" | "{}") {
            record.tags = Cow::Borrowed("");
        }
        Ok(record)
    }
}

/// JSON text without the blanks between its tokens; the text itself when there are none.
fn compact(json: &str) -> Cow<'_, str> {
    if !json.contains([' ', '\t', '\n', '\r']) {
        return Cow::Borrowed(json);
    }
    let mut inside = false;
    let mut escaped = false;
    let kept = json.chars().filter(|c| {
        if inside {
            inside = escaped || *c != '"';
            escaped = *c == '\\' && !escaped;
            return true;
        }
        inside = *c == '"';
        !matches!(c, ' ' | '\t' | '\n' | '\r')
    });
    Cow::Owned(kept.collect())
}
