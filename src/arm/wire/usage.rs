//! Usage rows (contract §10.3, Microsoft.Consumption usageDetails 2023-11-01). Borrowed from the page: a month can hold a
//! million of them.
use super::{DecodeError, Fault, Reader, day, number};
use crate::arm::ArmError;
use crate::billing::UsageRecord;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Declares the columns once: their names on the wire, and where each goes.
macro_rules! columns {
    (text: { $($text:ident = $text_wire:literal,)* } day: { $($day:ident = $day_wire:literal,)* }
     number: { $($number:ident = $number_wire:literal,)* } flag: { $($flag:ident = $flag_wire:literal,)* }) => {
        /// Names of the columns of text, in the order of `Columns::texts`.
        const TEXTS: &[&str] = &[$($text_wire,)*];
        /// Names of the columns of days, in the order of `Columns::days`.
        const DAYS: &[&str] = &[$($day_wire,)*];
        /// Names of the columns of numbers, in the order of `Columns::numbers`.
        const NUMBERS: &[&str] = &[$($number_wire,)*];
        /// Names of the columns of yes and no, in the order of `Columns::flags`.
        const FLAGS: &[&str] = &[$($flag_wire,)*];

        impl<'a> Columns<'a> {
            /// The record, without its tags. The fields of the literal are filled in the order they stand in, which is the
            /// order of the names above.
            fn into_billing(self) -> UsageRecord<'a> {
                let mut texts = self.texts.into_iter();
                let mut days = self.days.into_iter();
                let mut numbers = self.numbers.into_iter();
                let mut flags = self.flags.into_iter();
                UsageRecord {
                    $($text: texts.next().unwrap_or_default(),)*
                    $($day: days.next().flatten(),)*
                    $($number: numbers.next().flatten(),)*
                    $($flag: flags.next().flatten(),)*
                    tags: Cow::Borrowed(""),
                }
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

/// The columns of a row by their kinds.
#[derive(Debug)]
struct Columns<'a> {
    texts: [Cow<'a, str>; TEXTS.len()],
    days: [Option<NaiveDate>; DAYS.len()],
    numbers: [Option<Decimal>; NUMBERS.len()],
    flags: [Option<bool>; FLAGS.len()],
    /// The first one that cannot be read.
    problem: Option<DecodeError>,
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
    let places = place(TEXTS, Place::Text)
        .chain(place(DAYS, Place::Day))
        .chain(place(NUMBERS, Place::Number))
        .chain(place(FLAGS, Place::Flag));
    let mut all: Vec<(&str, Place)> = Vec::new();
    for (name, place) in places {
        all.insert(all.partition_point(|(before, _)| *before < name), (name, place));
    }
    all
});

/// The records of a page.
///
/// # Errors
/// [`ArmError::UsageKind`] when a row is not of an MCA or MPA account, whatever its columns look like; else
/// [`ArmError::Decode`] with the row and the column.
pub(crate) fn usage_records<'a>(bytes: &'a [u8], what: &'static str) -> Result<Vec<UsageRecord<'a>>, ArmError> {
    let fail = |error| ArmError::Decode { what, error };
    let mut records = Vec::new();
    let mut problem = None;
    let read = read_rows(bytes, &mut |row| match row {
        _ if problem.is_some() => {}
        Row { kind, .. } if !kind.eq_ignore_ascii_case("modern") => {
            problem = Some(ArmError::UsageKind(kind.into_owned()));
        }
        row => match row.into_billing() {
            Ok(record) => records.push(record),
            Err(error) => problem = Some(fail(error.under_element("value", records.len()))),
        },
    });
    read.map_err(|fault| fail(fault.into()))?;
    problem.map_or(Ok(records), Err)
}

/// A row of a page.
#[derive(Debug)]
struct Row<'a> {
    /// `modern` or `legacy`.
    kind: Cow<'a, str>,
    /// JSON object of tags, as it stands in the page.
    tags: &'a str,
    columns: Option<Columns<'a>>,
}

/// Names of columns in the order the row before had them, and where they are kept. Rows of a page are alike: most names are
/// found by looking here once.
type Order<'a> = Vec<(Cow<'a, str>, Option<Place>)>;

fn read_rows<'a>(bytes: &'a [u8], each: &mut dyn FnMut(Row<'a>)) -> Result<(), Fault> {
    let mut reader = Reader::new(bytes)?;
    let mut order = Order::new();
    reader.object(&mut |page, name| {
        if name != "value" {
            return page.skip().map(drop);
        }
        page.list(&mut |list| {
            let mut row = Row { kind: Cow::Borrowed(""), tags: "", columns: None };
            list.object(&mut |inner, name| {
                match (&*name, inner.peek()) {
                    ("kind", Some(b'"')) => row.kind = inner.string()?,
                    ("tags", _) => row.tags = inner.skip()?,
                    ("properties", Some(b'{')) => row.columns = Some(columns(inner, &mut order)?),
                    _ => drop(inner.skip()?),
                }
                Ok(())
            })?;
            each(row);
            Ok(())
        })
    })?;
    reader.end()
}

fn place_of(name: &str) -> Option<Place> {
    let at = PLACES.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    PLACES.get(at).map(|(_, place)| *place)
}

fn columns<'a>(reader: &mut Reader<'a>, order: &mut Order<'a>) -> Result<Columns<'a>, Fault> {
    let mut next = 0;
    let mut row = Columns {
        texts: [const { Cow::Borrowed("") }; TEXTS.len()],
        days: [None; DAYS.len()],
        numbers: [None; NUMBERS.len()],
        flags: [None; FLAGS.len()],
        problem: None,
    };
    reader.object(&mut |inner, name| {
        let place = match order.get_mut(next) {
            Some((before, place)) if *before == name => *place,
            Some(before) => {
                *before = (name.clone(), place_of(&name));
                before.1
            }
            None => {
                order.push((name.clone(), place_of(&name)));
                place_of(&name)
            }
        };
        next += 1;
        let (Some(place), Some(first)) = (place, inner.peek().filter(|first| *first != b'n')) else {
            return inner.skip().map(drop);
        };
        let read = match (place, first) {
            (Place::Text(at), b'"') => put(row.texts.get_mut(at), Ok(inner.string()?)),
            (Place::Day(at), b'"') => put(row.days.get_mut(at), day(&inner.string()?, &name)),
            (Place::Number(at), _) => put(row.numbers.get_mut(at), number(inner.skip()?, &name)),
            (Place::Flag(at), b't' | b'f') => put(row.flags.get_mut(at), Ok(Some(inner.skip()? == "true"))),
            (Place::Text(_) | Place::Day(_), _) => inner.skip().map(|_| Err(DecodeError::new(&name, "not a text")))?,
            (Place::Flag(_), _) => inner.skip().map(|_| Err(DecodeError::new(&name, "neither true nor false")))?,
        };
        if let Err(error) = read {
            row.problem.get_or_insert(error);
        }
        Ok(())
    })?;
    Ok(row)
}

fn put<T>(place: Option<&mut T>, value: Result<T, DecodeError>) -> Result<(), DecodeError> {
    let value = value?;
    if let Some(place) = place {
        *place = value;
    }
    Ok(())
}

impl<'a> Row<'a> {
    fn into_billing(self) -> Result<UsageRecord<'a>, DecodeError> {
        let columns = self.columns.ok_or_else(|| DecodeError::new("properties", "missing"))?;
        if let Some(problem) = columns.problem {
            return Err(problem.under("properties"));
        }
        let tags = match self.tags {
            "null" => Cow::Borrowed(""),
            tags => compact(tags),
        };
        Ok(UsageRecord { tags: if tags == "{}" { Cow::Borrowed("") } else { tags }, ..columns.into_billing() })
    }
}

/// JSON text without the blanks between its tokens; the text itself when there are none.
pub(crate) fn compact(json: &str) -> Cow<'_, str> {
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
