//! Usage rows (contract §10.3, Microsoft.Consumption usageDetails 2023-11-01). Borrowed from the page: a month can hold a
//! million of them.
use super::{DecodeError, Text, day, decimal};
use crate::arm::Number;
use crate::billing::UsageRecord;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

/// A row: only those of kind `modern` (MCA, MPA) are read here.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct UsageRow<'a> {
    /// `modern` or `legacy`.
    #[serde(borrow, default)]
    pub kind: Text<'a>,
    /// JSON object of tags.
    #[serde(borrow)]
    pub tags: Option<&'a RawValue>,
    /// The columns.
    #[serde(borrow)]
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
    pub value: Option<IgnoredAny>,
    /// The next page.
    #[serde(borrow, default)]
    pub next_link: Text<'a>,
}

/// Declares the columns once: their names on the wire, and where each goes.
macro_rules! columns {
    (text: { $($text:ident = $text_wire:literal,)* } day: { $($day:ident = $day_wire:literal,)* }
     number: { $($number:ident = $number_wire:literal,)* } flag: { $($flag:ident = $flag_wire:literal,)* }) => {
        /// Names of the columns of text, in the order of `ModernUsage::texts`.
        const TEXTS: &[&str] = &[$($text_wire,)*];
        /// Names of the columns of days, in the order of `ModernUsage::days`.
        const DAYS: &[&str] = &[$($day_wire,)*];
        /// Names of the columns of numbers, in the order of `ModernUsage::numbers`.
        const NUMBERS: &[&str] = &[$($number_wire,)*];
        /// Names of the columns of yes and no, in the order of `ModernUsage::flags`.
        const FLAGS: &[&str] = &[$($flag_wire,)*];

        impl<'a> ModernUsage<'a> {
            /// The record, without its tags. The fields of the literal are filled in the order they stand in, which is the
            /// order of the names above.
            fn into_billing(self) -> Result<UsageRecord<'a>, DecodeError> {
                let mut texts = self.texts.into_iter();
                let mut days = self.days.into_iter();
                let mut numbers = self.numbers.into_iter();
                let mut flags = self.flags.into_iter();
                Ok(UsageRecord {
                    $($text: texts.next().unwrap_or_default().0,)*
                    $($day: day(days.next().as_ref().map(|text| &*text.0), $day_wire)?,)*
                    $($number: decimal(numbers.next().flatten(), $number_wire)?,)*
                    $($flag: flags.next().flatten(),)*
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

/// The columns of a row by their kinds. Read by hand: derived code compares each of seventy names with all seventy, which is
/// most of the time a month takes.
#[derive(Debug, Clone)]
pub(crate) struct ModernUsage<'a> {
    texts: [Text<'a>; TEXTS.len()],
    days: [Text<'a>; DAYS.len()],
    numbers: [Option<Number>; NUMBERS.len()],
    flags: [Option<bool>; FLAGS.len()],
}

/// Where a column is kept.
#[derive(Debug, Clone, Copy)]
enum Place {
    Text(usize),
    Day(usize),
    Number(usize),
    Flag(usize),
}

/// All columns, sorted by name.
static PLACES: LazyLock<Vec<(&str, Place)>> = LazyLock::new(|| {
    let place = |names: &'static [&'static str], kind: fn(usize) -> Place| {
        names.iter().enumerate().map(move |(at, name)| (*name, kind(at)))
    };
    let mut all: Vec<(&str, Place)> = place(TEXTS, Place::Text)
        .chain(place(DAYS, Place::Day))
        .chain(place(NUMBERS, Place::Number))
        .chain(place(FLAGS, Place::Flag))
        .collect();
    all.sort_unstable_by_key(|(name, _)| *name);
    all
});

impl<'de: 'a, 'a> Deserialize<'de> for ModernUsage<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ModernUsage<'a>, D::Error> {
        deserializer.deserialize_map(ColumnReader)
    }
}

struct ColumnReader;

impl<'de> Visitor<'de> for ColumnReader {
    type Value = ModernUsage<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the columns of a usage row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ModernUsage<'de>, A::Error> {
        let places = &*PLACES;
        let mut row = ModernUsage {
            texts: [const { Text(Cow::Borrowed("")) }; TEXTS.len()],
            days: [const { Text(Cow::Borrowed("")) }; DAYS.len()],
            numbers: [None; NUMBERS.len()],
            flags: [None; FLAGS.len()],
        };
        while let Some(name) = map.next_key::<Text<'de>>()? {
            let found = places.binary_search_by_key(&&*name.0, |(name, _)| *name).ok();
            match found.and_then(|at| places.get(at)).map(|(_, place)| *place) {
                Some(Place::Text(at)) => put(row.texts.get_mut(at), map.next_value()?),
                Some(Place::Day(at)) => put(row.days.get_mut(at), map.next_value()?),
                Some(Place::Number(at)) => put(row.numbers.get_mut(at), map.next_value()?),
                Some(Place::Flag(at)) => put(row.flags.get_mut(at), map.next_value()?),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(row)
    }
}

fn put<T>(place: Option<&mut T>, value: T) {
    if let Some(place) = place {
        *place = value;
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
