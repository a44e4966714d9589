//! Usage details of a subscription (Microsoft.Consumption 2023-11-01, rows of kind `legacy`; contract §10.3).
use super::super::super::call::Call;
use super::super::super::chance;
use super::super::super::json::{Object, string};
use super::super::super::refusal::{Refusal, empty};
use super::super::super::server::{Caller, Sandbox, ok};
use super::super::super::subscription::Subscription;
use super::super::page::whole;
use super::super::usage::{ROWS, days, next_link, token};
use super::access::must_see;
use crate::arm::Response;
use crate::billing::{DailyUsage, Money, exact_product, resource_name};

/// A page of rows, by day. Open to every role on the subscription, whatever the switch says: it is the way for those to
/// whom the Account Center is closed (seed S000-17).
pub(super) fn list(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    it: &Subscription<'_>,
) -> Result<Response, Refusal> {
    must_see(sandbox, caller, it)?;
    let (from, until) = days(sandbox, call)?;
    let top = whole(call, "top")?.unwrap_or(ROWS);
    if top == 0 || top > ROWS {
        return Err(Refusal::bad("BadRequest", format!("$top must be between 1 and {ROWS}.")));
    }
    let (_, start) = token(call)?;
    let expand = call.query("expand").unwrap_or_default().to_lowercase();
    let mut rows = String::new();
    let (mut written, mut next) = (0, None);
    // What a thing used on a day is two rows on the day on which the included quantity ends, each with its own price.
    let places = it.used_days(from, until).flat_map(|day| (0..2 * it.used()).map(move |at| (day, at)));
    for (row, (day, at)) in (0_u64..).zip(places).skip(usize::try_from(start).unwrap_or(usize::MAX)) {
        let is_included = at % 2 == 0;
        let Some((usage, price)) = it.used_on(day, at / 2, is_included)? else { continue };
        if written == top {
            next = Some(row);
            break;
        }
        if written > 0 {
            rows.push(',');
        }
        let place = [&usage.instance_id, &usage.meter_id, &day.to_string()].map(|text| chance::of_text(text));
        let name = chance::guid(chance::place(&place) ^ u64::from(is_included));
        let charged = if is_included { Money::zero(price.currency()) } else { price };
        rows.push_str(&row_json(it, &name, &usage, price, charged, &expand)?);
        written += 1;
    }
    if written == 0 && start == 0 {
        return Ok(empty(204));
    }
    let mut body = Object::new().raw("value", &format!("[{rows}]"));
    if let Some(row) = next {
        body = body.raw("nextLink", &string(&next_link(call, top, 0, row)));
    }
    ok(body.end())
}

fn row_json(
    it: &Subscription<'_>,
    name: &str,
    usage: &DailyUsage,
    price: Money,
    charged: Money,
    expand: &str,
) -> Result<String, Refusal> {
    let meter = &usage.meter;
    let mut properties = Object::new()
        .text("billingAccountId", &it.account.name)
        .text("billingAccountName", &it.account.display_name)
        .text("subscriptionId", &it.plan.id)
        .text("subscriptionName", &it.plan.name)
        .text("date", &format!("{}T00:00:00.0000000Z", usage.date))
        .text("product", &format!("{} - {}", meter.category, meter.name))
        .text("meterId", &usage.meter_id)
        .number("quantity", usage.quantity)
        .number("effectivePrice", charged.amount())
        .number("cost", exact_product(usage.quantity, charged.amount())?)
        .number("unitPrice", price.amount())
        .number("payGPrice", price.amount())
        .text("billingCurrency", price.currency().code())
        .text("resourceLocation", &usage.resource_location)
        .text("consumedService", &usage.consumed_service)
        .text("resourceId", &usage.instance_id)
        .text("resourceName", resource_name(&usage.instance_id))
        .text("resourceGroup", &usage.resource_group)
        .text_if("offerId", it.plan.offer.as_deref())
        .flag("isAzureCreditEligible", true)
        .text("chargeType", "Usage")
        .text("frequency", "UsageBased")
        .text("publisherType", "Microsoft");
    if expand.contains("meterdetails") {
        // The region is what older versions of the API tell: without it a statement cannot be joined.
        let details = Object::new()
            .text("meterName", &meter.name)
            .text("meterCategory", &meter.category)
            .text("meterSubCategory", &meter.sub_category)
            .text("meterLocation", &meter.region)
            .text("unitOfMeasure", &meter.unit);
        properties = properties.raw("meterDetails", &details.end());
    }
    if expand.contains("additionalinfo") && usage.additional_info.len() > 2 {
        properties = properties.text("additionalInfo", &usage.additional_info);
    }
    let scope = format!("/subscriptions/{}", it.plan.id);
    let mut row = Object::new()
        .text("id", &format!("{scope}/providers/Microsoft.Consumption/usageDetails/{name}"))
        .text("name", name)
        .text("type", "Microsoft.Consumption/usageDetails")
        .text("kind", "legacy");
    if usage.tags.len() > 2 {
        row = row.raw("tags", &usage.tags);
    }
    Ok(row.raw("properties", &properties.end()).end())
}
