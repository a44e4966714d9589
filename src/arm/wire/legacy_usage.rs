//! Usage rows of pay-as-you-go subscriptions (contract §10.3, kind `legacy`), borrowed from the page.
use super::{DecodeError, Fault, Reader, compact, day, number};
use crate::arm::ArmError;
use crate::billing::{PayAsYouGoRecord, resource_type};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// The records of a page. The meter's region is what older answers call `meterLocation`: the published `meterDetails` has
/// none, and a statement cannot be joined without it.
///
/// # Errors
/// [`ArmError::UsageKind`] when a row is not of a pay-as-you-go account; else [`ArmError::Decode`] with the row and the
/// column.
pub(crate) fn legacy_usage<'a>(bytes: &'a [u8], what: &'static str) -> Result<Vec<PayAsYouGoRecord<'a>>, ArmError> {
    let fail = |error| ArmError::Decode { what, error };
    let mut records = Vec::new();
    let mut problem = None;
    let read = read_rows(bytes, &mut |row| match row {
        _ if problem.is_some() => {}
        Row { kind, .. } if !kind.eq_ignore_ascii_case("legacy") => {
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
#[derive(Default)]
struct Row<'a> {
    /// `modern` or `legacy`.
    kind: Cow<'a, str>,
    has_properties: bool,
    record: PayAsYouGoRecord<'a>,
    /// Stands in where there is no effective price.
    unit_price: Option<Decimal>,
    /// The first column that cannot be read.
    problem: Option<DecodeError>,
}

fn read_rows<'a>(bytes: &'a [u8], each: &mut dyn FnMut(Row<'a>)) -> Result<(), Fault> {
    let mut reader = Reader::new(bytes)?;
    reader.object(&mut |page, name| {
        if name != "value" {
            return page.skip().map(drop);
        }
        page.list(&mut |list| {
            let mut row = Row::default();
            list.object(&mut |inner, name| {
                match (&*name, inner.peek()) {
                    ("kind", Some(b'"')) => row.kind = inner.string()?,
                    ("tags", Some(b'{')) => row.record.tags = compact(inner.skip()?),
                    ("properties", Some(b'{')) => {
                        row.has_properties = true;
                        inner.object(&mut |inner, name| row.property(inner, &name))?;
                    }
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

impl<'a> Row<'a> {
    fn property(&mut self, from: &mut Reader<'a>, name: &str) -> Result<(), Fault> {
        let first = from.peek();
        if first == Some(b'n') {
            return from.skip().map(drop);
        }
        if (name, first) == ("meterDetails", Some(b'{')) {
            return from.object(&mut |inner, name| match meter_text(&mut self.record, &name) {
                Some(place) if inner.peek() == Some(b'"') => {
                    *place = inner.string()?;
                    Ok(())
                }
                _ => inner.skip().map(drop),
            });
        }
        let read = if let Some(place) = text(&mut self.record, name) {
            match first {
                Some(b'"') => {
                    *place = from.string()?;
                    Ok(())
                }
                _ => from.skip().map(|_| Err(DecodeError::new(name, "not a text")))?,
            }
        } else {
            let amount = match name {
                "quantity" => Some(&mut self.record.quantity),
                "cost" => Some(&mut self.record.pre_tax_cost),
                "effectivePrice" => Some(&mut self.record.resource_rate),
                "unitPrice" => Some(&mut self.unit_price),
                _ => None,
            };
            match (amount, name, first) {
                (Some(place), ..) => number(from.skip()?, name).map(|number| *place = number),
                (None, "date", Some(b'"')) => day(&from.string()?, name).map(|day| self.record.date = day),
                (None, "date", _) => from.skip().map(|_| Err(DecodeError::new(name, "not a text")))?,
                _ => from.skip().map(|_| Ok(()))?,
            }
        };
        if let Err(error) = read {
            self.problem.get_or_insert(error);
        }
        Ok(())
    }

    fn into_billing(self) -> Result<PayAsYouGoRecord<'a>, DecodeError> {
        if !self.has_properties {
            return Err(DecodeError::new("properties", "missing"));
        }
        if let Some(problem) = self.problem {
            return Err(problem.under("properties"));
        }
        let mut record = self.record;
        record.resource_rate = record.resource_rate.or(self.unit_price);
        record.resource_type = resource_type(&record.instance_id).into();
        if record.service_name.is_empty() {
            record.service_name = record.meter_category.clone();
        }
        Ok(record)
    }
}

/// Where a column of text is kept.
fn text<'r, 'a>(record: &'r mut PayAsYouGoRecord<'a>, name: &str) -> Option<&'r mut Cow<'a, str>> {
    Some(match name {
        "subscriptionId" => &mut record.subscription_id,
        "resourceGroup" => &mut record.resource_group,
        "resourceLocation" => &mut record.resource_location,
        "meterId" => &mut record.meter_id,
        "consumedService" => &mut record.consumed_service,
        "resourceId" => &mut record.instance_id,
        "offerId" => &mut record.offer_id,
        "additionalInfo" => &mut record.additional_info,
        "serviceInfo1" => &mut record.service_info1,
        "serviceInfo2" => &mut record.service_info2,
        "billingCurrency" => &mut record.currency,
        _ => return None,
    })
}

/// Where a text about the meter is kept.
fn meter_text<'r, 'a>(record: &'r mut PayAsYouGoRecord<'a>, name: &str) -> Option<&'r mut Cow<'a, str>> {
    Some(match name {
        "meterName" => &mut record.meter_name,
        "meterCategory" => &mut record.meter_category,
        "meterSubCategory" => &mut record.meter_sub_category,
        "meterLocation" => &mut record.meter_region,
        "unitOfMeasure" | "unit" => &mut record.unit_of_measure,
        "serviceName" => &mut record.service_name,
        "serviceTier" => &mut record.service_tier,
        _ => return None,
    })
}
