//! What the rows of the usage file say besides their money and day: written once for all rows of a series.
use super::super::chance;
use super::super::json::Object;
use super::super::month::{after, stamp};
use super::{MeterKey, Once, OnceKind, OwnerKey, RowContext, Series, UsageMonth};
use crate::billing::{MoneyError, exact_product};
use rust_decimal::Decimal;

impl Once<'_> {
    /// Amortized costs have, in place of the purchase, a day on which the reservation was not used.
    pub(super) fn is_unused(&self, context: &RowContext<'_>) -> bool {
        context.is_amortized && self.kind == OnceKind::Reservation
    }
}

impl UsageMonth<'_> {
    pub(super) fn day(&self, day: u32) -> chrono::NaiveDate {
        after(self.month.first(), day.saturating_sub(1))
    }

    /// What every row of the month says.
    fn common(&self, context: &RowContext<'_>, owner: OwnerKey) -> Object {
        let profile = self.profile;
        let mut object = Object::new()
            .text("billingAccountId", context.account)
            .text("billingAccountName", context.account_name)
            .text("billingProfileId", &profile.name)
            .text("billingProfileName", context.profile_name)
            .text("billingCurrencyCode", &profile.currency)
            .text("pricingCurrencyCode", "USD")
            .number("exchangeRatePricingToBilling", self.rate)
            .text("exchangeRate", &self.rate.to_string())
            .text("invoiceId", context.invoice.unwrap_or_default())
            .text("provider", "Azure");
        if profile.currency != "USD" {
            object = object.text("exchangeRateDate", &stamp(self.month.first()));
        }
        if context.invoice.is_some() {
            object = object
                .text("billingPeriodStartDate", &long_stamp(self.month.first()))
                .text("billingPeriodEndDate", &long_stamp(self.month.last()));
        }
        if let Some(section) = profile.invoice_sections.get(owner) {
            object = object.text("invoiceSectionId", &section.name).text("invoiceSectionName", &section.display_name);
            if context.invoice.is_none() {
                object = object.text("costCenter", &section.cost_center);
            }
        } else if let Some(customer) = profile.customers.get(owner) {
            object = object
                .text("customerTenantId", &customer.tenant_id)
                .text("customerName", &customer.display_name)
                .text("partnerTenantId", context.tenant)
                .text("partnerName", context.account_name)
                .raw("partnerEarnedCreditRate", "0.15")
                .text("partnerEarnedCreditApplied", "1");
        }
        object
    }

    pub(super) fn shared(
        &self,
        context: &RowContext<'_>,
        series: &Series,
        subscription: &super::Subscription,
        meter: &super::Meter,
    ) -> Result<Shared, MoneyError> {
        let groups = &subscription.resource_groups;
        let group =
            groups.get((series.resource_group % (groups.len().max(1) as u64)) as usize).map_or("", String::as_str);
        let kind = meter.resource_type.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let name = format!("{}-{:05x}", &kind, series.key & 0xF_FFFF);
        let resource = match meter.resource_type.split_once('/') {
            Some((server, database)) => format!("{server}/{kind}-host/{database}/{name}"),
            None => format!("{}/{name}", meter.resource_type),
        };
        let id = format!(
            "/subscriptions/{}/resourceGroups/{group}/providers/{}/{resource}",
            subscription.id, meter.consumed_service
        );
        let product: Vec<&str> = [&meter.sub_category, &meter.name, &meter.region]
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let mut object = self
            .common(context, series.owner)
            .text("chargeType", "Usage")
            .text("frequency", "UsageBased")
            .text("pricingModel", if series.covered { "Reservation" } else { "On Demand" })
            .text("serviceFamily", &meter.family)
            .text("consumedService", &meter.consumed_service)
            .text("meterId", &meter.id)
            .text("meterName", &meter.name)
            .text("meterCategory", &meter.category)
            .text("meterSubCategory", &meter.sub_category)
            .text("meterRegion", &meter.region)
            .text("productIdentifier", &meter.product_id)
            .text("product", &product.join(" - "))
            .text("productOrderId", &chance::guid(chance::of_text(&subscription.id)))
            .text("productOrderName", "Azure plan")
            .text("subscriptionGuid", &subscription.id)
            .text("subscriptionName", &subscription.name)
            .text("publisherType", "Microsoft")
            .text("publisherName", "Microsoft")
            .text("resourceGroup", group)
            .text("instanceName", &id)
            .text("resourceLocation", &meter.location)
            .text("resourceLocationNormalized", region_name(&meter.location))
            .text("unitOfMeasure", &meter.unit)
            .text("servicePeriodStartDate", &stamp(self.month.first()))
            .text("servicePeriodEndDate", &stamp(self.month.next().first()))
            .flag("isAzureCreditEligible", true);
        if series.covered {
            object = self.reservation(object);
        }
        if let Some(info) = &meter.additional_info
            && context.additional_info
        {
            object = object.text("additionalInfo", info);
        }
        let tags = self.seed.tags.get(series.tags).map(String::as_str);
        Ok(Shared {
            price: self.price(series, meter, context.is_amortized)?,
            unit_price: exact_product(meter.price, meter.discount)?,
            members: object.end_members(),
            tags: tags.filter(|tags| tags.len() > 2).map(str::to_owned),
        })
    }

    pub(super) fn once_text(&self, context: &RowContext<'_>, once: &Once<'_>) -> Shared {
        let product = once.product;
        let (subscription, group) = self
            .subscriptions
            .iter()
            .find(|(_, owner)| *owner == once.owner)
            .map_or(("", ""), |(subscription, _)| (subscription.id.as_str(), subscription.name.as_str()));
        let saas = once.kind == OnceKind::Saas;
        let unused = once.is_unused(context);
        let day = self.day(once.day);
        let mut object = self
            .common(context, once.owner)
            .text(
                "chargeType",
                match once.kind {
                    OnceKind::Refund => "Refund",
                    _ if unused => "UnusedReservation",
                    _ => "Purchase",
                },
            )
            .text("frequency", if saas { "Recurring" } else { if unused { "UsageBased" } else { "OneTime" } })
            .text("pricingModel", if saas { "On Demand" } else { "Reservation" })
            .text("serviceFamily", if saas { "SaaS" } else { "Compute" })
            .text("meterCategory", &product.category)
            .text("meterSubCategory", &product.sub_category)
            .text("meterName", &product.name)
            .text("productIdentifier", &product.product_id)
            .text("product", &product.product)
            .text("productOrderName", &product.product)
            .text("productOrderId", &chance::guid(chance::place(&[self.key, self.month.number(), 7])))
            .text("subscriptionGuid", subscription)
            .text("subscriptionName", group)
            .text("publisherType", if saas { "Marketplace" } else { "Microsoft" })
            .text("publisherName", if saas { &product.publisher } else { "Microsoft" })
            .text("term", if saas { "1" } else { "12" })
            .text("servicePeriodStartDate", &stamp(day))
            .text("servicePeriodEndDate", &stamp(after(day, if saas { 29 } else { 364 })))
            .flag("isAzureCreditEligible", !saas);
        if !saas {
            object = self
                .reservation(object)
                .text("consumedService", "Microsoft.Capacity")
                .text("meterId", &product.id)
                .text("unitOfMeasure", if unused { "1 Hour" } else { "1" });
        }
        if once.kind == OnceKind::Refund {
            object = object.text("previousInvoiceId", context.previous_invoice);
        }
        let price = if unused { product.hour } else { product.price };
        Shared { price, unit_price: price, members: object.end_members(), tags: None }
    }

    /// The one reservation of the profile.
    fn reservation(&self, object: Object) -> Object {
        let id = chance::guid(chance::place(&[self.key, 6]));
        object
            .text("reservationId", &id)
            .text("reservationName", "VM_RI_Standard_D4s_v5")
            .text("benefitId", &format!("/providers/Microsoft.Capacity/reservationOrders/{id}"))
            .text("benefitName", "VM_RI_Standard_D4s_v5")
    }

    /// The members of a rounding adjustment.
    pub(super) fn rounding_text(&self, context: &RowContext<'_>, owner: OwnerKey, amount: Decimal) -> String {
        let product = &self.seed.catalogue.rounding;
        Object::new()
            .text("date", &long_stamp(self.month.last()))
            .raw("quantity", "1")
            .number("costInBillingCurrency", amount)
            .text("chargeType", "RoundingAdjustment")
            .text("frequency", "OneTime")
            .text("meterCategory", &product.category)
            .text("meterName", &product.name)
            .text("product", &product.product)
            .text("productIdentifier", &product.product_id)
            .text("publisherType", "Microsoft")
            .text("publisherName", "Microsoft")
            .text("servicePeriodStartDate", &stamp(self.month.first()))
            .text("servicePeriodEndDate", &stamp(self.month.next().first()))
            .flag("isAzureCreditEligible", false)
            .members(&self.common(context, owner).end_members())
            .end_members()
    }

    /// Product family and description of a meter, for the lines of an invoice.
    pub(in crate::sandbox) fn line_text(&self, key: MeterKey) -> (String, String, String) {
        let catalogue = &self.seed.catalogue;
        if let Some(meter) = catalogue.usage.get(key) {
            let parts: Vec<&str> = [&meter.category, &meter.sub_category, &meter.name, &meter.region]
                .into_iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            return (meter.family.clone(), parts.join(" - "), meter.unit.clone());
        }
        let product = self.product(key);
        (product.category.clone(), product.product.clone(), "1".to_owned())
    }
}

/// What the rows of a series have in common.
pub(super) struct Shared {
    pub(super) price: Decimal,
    pub(super) unit_price: Decimal,
    pub(super) members: String,
    pub(super) tags: Option<String>,
}

pub(super) fn long_stamp(day: chrono::NaiveDate) -> String {
    format!("{day}T00:00:00.0000000Z")
}

fn region_name(location: &str) -> &'static str {
    match location {
        "westeurope" => "EU West",
        "northeurope" => "EU North",
        "swedencentral" => "SE Central",
        "eastus" => "US East",
        _ => "",
    }
}
