//! What is charged for: the resource, its region, the service, the SKU, tags (usage-files §8).
use super::charge::{Charge, first};
use super::key_value;
use crate::billing::{UsageField, fold_case, resource_name};

fn capacity_reservation(of: &Charge<'_>) -> Option<String> {
    let info = of.text(UsageField::AdditionalInfo);
    // Few rows have it: the rest is not read.
    info.contains("VMCapacityReservationId").then(|| key_value::text_of(info, "VMCapacityReservationId"))?
}

pub(super) fn capacity_reservation_id(of: &Charge<'_>, out: &mut String) {
    out.extend(capacity_reservation(of));
}

pub(super) fn capacity_reservation_status(of: &Charge<'_>, out: &mut String) {
    if capacity_reservation(of).is_some_and(|id| !id.is_empty()) {
        let is_own = of.resource_type == "microsoft.compute/capacityreservationgroups/capacityreservations";
        out.push_str(if is_own { "Unused" } else { "Used" });
    }
}

fn is_marketplace(of: &Charge<'_>) -> bool {
    of.text(UsageField::PublisherType).eq_ignore_ascii_case("Marketplace")
}

pub(super) fn publisher_name<'c>(of: &'c Charge<'_>) -> &'c str {
    if is_marketplace(of) { first([of.text(UsageField::PublisherName), "Unknown"]) } else { "Microsoft" }
}

pub(super) fn publisher_category<'c>(of: &'c Charge<'_>) -> &'c str {
    if is_marketplace(of) { "Vendor" } else { "Cloud Provider" }
}

pub(super) fn region_id<'c>(of: &'c Charge<'_>) -> &'c str {
    &of.region.0
}

pub(super) fn region_name<'c>(of: &'c Charge<'_>) -> &'c str {
    of.region.1
}

/// ARM ids are the same in any case: lower case is what Microsoft's files have.
pub(super) fn resource_id(of: &Charge<'_>, out: &mut String) {
    out.push_str(&fold_case(of.text(UsageField::ResourceId)));
}

pub(super) fn name_of_resource<'c>(of: &'c Charge<'_>) -> &'c str {
    resource_name(of.text(UsageField::ResourceId))
}

/// The display name of the type; the type itself where the table has no name for it.
pub(super) fn resource_type<'c>(of: &'c Charge<'_>) -> &'c str {
    match of.resource_type.as_str() {
        "" if of.text(UsageField::ResourceId).is_empty() => "",
        "" => "Unknown",
        kind => of.lookups.resource_type(kind).unwrap_or(kind),
    }
}

pub(super) fn raw_resource_type<'c>(of: &'c Charge<'_>) -> &'c str {
    &of.resource_type
}

pub(super) fn resource_group(of: &Charge<'_>, out: &mut String) {
    out.push_str(&fold_case(of.text(UsageField::ResourceGroupName)));
}

pub(super) fn service_category<'c>(of: &'c Charge<'_>) -> &'c str {
    of.service.category
}

pub(super) fn service_name<'c>(of: &'c Charge<'_>) -> &'c str {
    of.service.name
}

pub(super) fn service_subcategory<'c>(of: &'c Charge<'_>) -> &'c str {
    of.service.subcategory
}

pub(super) fn service_model<'c>(of: &'c Charge<'_>) -> &'c str {
    of.service.model
}

/// Pay-as-you-go rows have no product id: the meter stands in.
pub(super) fn sku_id<'c>(of: &'c Charge<'_>) -> &'c str {
    first([of.text(UsageField::ProductId), of.text(UsageField::MeterId)])
}

pub(super) fn sku_meter<'c>(of: &'c Charge<'_>) -> &'c str {
    if sku_id(of).is_empty() { "" } else { of.text(UsageField::MeterName) }
}

/// Product, SKU and meter. A product id of 16 letters is 12 of the product and 4 of the SKU (usage-files §5).
pub(super) fn sku_price_id(of: &Charge<'_>, out: &mut String) {
    let (product, meter) = (of.text(UsageField::ProductId), of.text(UsageField::MeterId));
    match product.split_at_checked(12) {
        Some((product, sku)) if sku.len() == 4 => {
            out.push_str(product);
            out.push('_');
            out.push_str(sku);
        }
        _ => out.push_str(product),
    }
    if !out.is_empty() && !meter.is_empty() {
        out.push('_');
    }
    out.push_str(meter);
}

pub(super) fn sku_price_details(of: &Charge<'_>, out: &mut String) {
    if !sku_id(of).is_empty() {
        key_value::write(of.text(UsageField::AdditionalInfo), "x_", out);
    }
}

pub(super) fn tags(of: &Charge<'_>, out: &mut String) {
    key_value::write(of.text(UsageField::Tags), "", out);
}

/// Service details as the record has them, flat, under the record's own names.
pub(super) fn sku_details(of: &Charge<'_>, out: &mut String) {
    key_value::write(of.text(UsageField::AdditionalInfo), "", out);
}

/// The product; where it is not told, what is metered.
pub(super) fn charge_description<'c>(of: &'c Charge<'_>) -> &'c str {
    first([of.text(UsageField::ProductName), of.text(UsageField::MeterName)])
}
