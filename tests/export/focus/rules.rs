//! Each rule of the mapping.
use super::records::*;
use factuur::billing::UsageField::*;
use factuur::billing::{CostMetric, UsageRecord};
use factuur::export::focus::FocusVersion;

macro_rules! assert_cells {
    ($row:expr, $($column:literal: $text:expr),+ $(,)?) => {
        let row = $row;
        $(assert_eq!(row[$column], $text, $column);)+
    };
}

#[test]
fn every_name_is_the_name_of_its_version() {
    for version in FocusVersion::ALL {
        assert_eq!(FocusVersion::parse(version.name()), Some(version));
    }
    assert_eq!(FocusVersion::parse("focus-0.5"), None);
}

#[test]
fn all_amortized_rows_and_the_commitments_of_the_actual_costs_make_the_file() {
    let takes = |record: UsageRecord<'_>, metric| FocusVersion::takes(&record, metric);
    assert!(all().into_iter().all(|record| takes(record, CostMetric::Amortized)));
    for (record, is_taken) in [
        (usage(), false),
        (covered(), false),
        (unused(), false),
        (purchase(), true),
        (refund(), true),
        (purchase().with(PricingModel, "SavingsPlan"), true),
        (seats(), false),
        (seats().with(ChargeType, "Refund"), false),
        (rounding(), false),
    ] {
        assert_eq!(takes(record.clone(), CostMetric::Actual), is_taken, "{record:?}");
    }
}

#[test]
fn usage_costs_what_it_costs_in_the_billing_currency() {
    assert_cells!(row(&usage()),
        "BilledCost": "2.12659200", "EffectiveCost": "2.12659200", "BillingCurrency": "EUR",
        "ContractedUnitPrice": "0.088608", "ContractedCost": "2.126592",
        "ListUnitPrice": "0.097838", "ListCost": "2.348112",
        "PricingCurrency": "USD", "PricingCurrencyListUnitPrice": "0.106", "PricingCurrencyContractedUnitPrice": "0.096",
        "PricingCurrencyEffectiveCost": "2.304",
        "x_BilledCostInUsd": "2.304", "x_ContractedCostInUsd": "2.304", "x_ListCostInUsd": "2.544",
        "x_BilledUnitPrice": "0.088608", "x_EffectiveUnitPrice": "0.088608", "x_BillingExchangeRate": "0.923",
        "PricingCategory": "Standard", "x_PricingSubcategory": "Standard", "x_AmortizationClass": "",
    );
}

#[test]
fn prices_in_the_billing_currency_need_no_rate() {
    let same = usage().with(BillingCurrency, "USD").with(ExchangeRatePricingToBilling, "");
    assert_cells!(row(&same), "ListUnitPrice": "0.106", "ListCost": "2.544", "x_BillingExchangeRate": "1.0");
    let unknown = usage().with(ExchangeRatePricingToBilling, "");
    assert_cells!(row(&unknown), "ListUnitPrice": "", "ListCost": "2.12659200", "PricingCurrencyListUnitPrice": "0.106");
}

#[test]
fn a_quantity_counts_blocks_and_is_consumed_in_units() {
    let block =
        usage().with(UnitOfMeasure, "10K").with(Quantity, "0.0004").with(EffectivePrice, "0.1").with(UnitPrice, "0.1");
    assert_cells!(row(&block.with(ExchangeRatePricingToBilling, "1")),
        "PricingQuantity": "0.0004", "PricingUnit": "Units", "ConsumedQuantity": "4.0", "ConsumedUnit": "Units",
        "ContractedUnitPrice": "0.1", "ContractedCost": "0.00004", "x_PricingBlockSize": "10000.0",
        "x_PricingUnitDescription": "10K",
    );
    assert_cells!(row(&usage()), "PricingQuantity": "24.0", "ConsumedQuantity": "24.0", "ConsumedUnit": "Hours");
}

#[test]
fn units_have_a_hyphen_before_a_span_of_time_alone() {
    for (measure, unit) in [
        ("1 GB Hour", "GB-Hours"),
        ("1000 gb hours", "GB-Hours"),
        ("1/10 Days", "Units/10 Days"),
        ("1 GB/Month", "GB/Month"),
        ("MB/month", "MB/Month"),
        ("100 Hours", "Hours"),
        ("", "Units"),
        ("3 Carts", "3 Carts"),
    ] {
        assert_eq!(row(&usage().with(UnitOfMeasure, measure))["PricingUnit"], unit, "{measure}");
    }
    assert_cells!(row(&usage().with(UnitOfMeasure, "3 Carts")), "x_PricingBlockSize": "", "ConsumedQuantity": "24.0");
}

#[test]
fn what_a_reservation_covers_was_billed_before_and_costs_its_share() {
    assert_cells!(row(&covered()),
        "BilledCost": "0.0", "EffectiveCost": "1.1076", "x_BilledCostInUsd": "0.0", "x_EffectiveCostInUsd": "1.2",
        "x_BilledUnitPrice": "0.0", "x_EffectiveUnitPrice": "0.04615", "ContractedCost": "2.126592", "ListCost": "2.348112",
        "ChargeCategory": "Usage", "PricingCategory": "Committed", "x_PricingSubcategory": "Committed Usage",
        "CommitmentDiscountId": RESERVATION, "CommitmentDiscountName": "VM_RI", "CommitmentDiscountCategory": "Usage",
        "CommitmentDiscountType": "Reservation", "CommitmentDiscountStatus": "Used",
        "CommitmentDiscountQuantity": "24.0", "CommitmentDiscountUnit": "Hours", "x_AmortizationClass": "Amortized Charge",
    );
}

#[test]
fn what_a_commitment_leaves_unused_is_usage_that_nobody_consumed() {
    assert_cells!(row(&unused()),
        "ChargeCategory": "Usage", "ChargeFrequency": "Usage-Based", "CommitmentDiscountStatus": "Unused",
        "ConsumedQuantity": "", "ConsumedUnit": "", "CommitmentDiscountQuantity": "24.0", "BilledCost": "0.0",
        "EffectiveCost": "1.1076", "PricingCategory": "Committed", "PricingQuantity": "24.0",
        "ResourceType": "microsoft.capacity/reservationorders/reservations",
    );
}

#[test]
fn a_commitment_is_billed_when_it_is_bought_and_effective_where_it_is_used() {
    assert_cells!(row(&purchase()),
        "ChargeCategory": "Purchase", "ChargeFrequency": "One-Time", "BilledCost": "404.274", "EffectiveCost": "0.0",
        "PricingCurrencyEffectiveCost": "0.0", "x_EffectiveCostInUsd": "0.0", "x_BilledCostInUsd": "438.0",
        "ListUnitPrice": "404.274", "ListCost": "404.274", "ContractedCost": "404.274", "PricingCategory": "Standard",
        "CommitmentDiscountStatus": "", "CommitmentDiscountQuantity": "1.0", "CommitmentDiscountUnit": "Units",
        "ConsumedQuantity": "", "x_AmortizationClass": "Principal", "ServiceName": "Azure Reservations",
        "x_SkuTerm": "12", "ResourceId": "", "ResourceName": "", "ResourceType": "", "Tags": "",
    );
}

#[test]
fn a_refund_is_a_correction_of_a_purchase() {
    assert_cells!(row(&refund()),
        "ChargeCategory": "Purchase", "ChargeClass": "Correction", "BilledCost": "-202.137", "EffectiveCost": "0.0",
        "PricingQuantity": "-0.5", "ContractedUnitPrice": "404.274", "ContractedCost": "-202.137",
        "CommitmentDiscountId": RESERVATION, "CommitmentDiscountQuantity": "", "CommitmentDiscountUnit": "",
    );
    assert_eq!(row(&purchase())["ChargeClass"], "");
}

#[test]
fn a_savings_plan_is_counted_in_money() {
    assert_cells!(row(&savings_plan()),
        "CommitmentDiscountCategory": "Spend", "CommitmentDiscountType": "Savings Plan", "CommitmentDiscountId": SAVINGS_PLAN,
        "CommitmentDiscountQuantity": "1.2", "CommitmentDiscountUnit": "USD", "x_PricingSubcategory": "Committed Spend",
        "BilledCost": "0.0", "EffectiveCost": "1.1076",
    );
}

#[test]
fn a_row_that_knows_no_benefits_has_the_id_of_its_reservation() {
    let older = covered().with(BenefitId, "").with(BenefitName, "").with(ReservationName, "VM_RI");
    let id = "/providers/Microsoft.Capacity/reservationOrders/11111111-0000-4000-8000-000000000001/reservations/2d3e";
    assert_cells!(row(&older), "CommitmentDiscountId": id, "CommitmentDiscountName": "VM_RI", "CommitmentDiscountStatus": "Used");
}

#[test]
fn a_benefit_of_another_kind_is_no_commitment() {
    let odd = usage().with(BenefitId, "/providers/Microsoft.Else/benefits/1").with(BenefitName, "Else");
    assert_cells!(row(&odd), "CommitmentDiscountId": "", "CommitmentDiscountName": "", "CommitmentDiscountStatus": "");
}

#[test]
fn marketplace_is_a_vendors() {
    assert_cells!(row(&seats()),
        "PublisherName": "Contoso Maps B.V.", "x_PublisherCategory": "Vendor", "InvoiceIssuerName": "Microsoft",
        "ProviderName": "Microsoft", "ServiceName": "SaaS", "ServiceCategory": "Other", "ServiceSubcategory": "Other (Other)",
        "BilledCost": "404.274", "EffectiveCost": "404.274", "ChargeFrequency": "Recurring", "PricingUnit": "Units",
        "PricingCategory": "Standard", "SkuPriceId": "DZH318Z0BQ4L_00MX", "x_AmortizationClass": "",
    );
    assert_eq!(row(&seats().with(PublisherName, ""))["PublisherName"], "Unknown");
    assert_eq!(row(&usage())["PublisherName"], "Microsoft", "not `Microsoft Corporation`");
}

#[test]
fn rounding_is_an_adjustment_with_a_cost_and_no_price() {
    assert_cells!(row(&rounding()),
        "ChargeCategory": "Adjustment", "ChargeFrequency": "One-Time", "PricingCategory": "", "ListUnitPrice": "",
        "ListCost": "-0.02", "ContractedUnitPrice": "", "ContractedCost": "-0.02", "BilledCost": "-0.02", "EffectiveCost": "-0.02",
        "PricingCurrencyEffectiveCost": "-0.0216684723726977248104008667", "PricingUnit": "Units", "SubAccountId": "",
        "SubAccountType": "", "SubAccountName": "",
    );
}

#[test]
fn every_charge_has_a_frequency_that_focus_knows() {
    for (frequency, charge, expected) in [
        ("Other", "Usage", "Usage-Based"),
        ("", "Purchase", "One-Time"),
        ("UsageBased", "Purchase", "One-Time"),
        ("Recurring", "Usage", "Recurring"),
    ] {
        assert_eq!(row(&usage().with(Frequency, frequency).with(ChargeType, charge))["ChargeFrequency"], expected);
    }
}

#[test]
fn every_pricing_model_has_its_category() {
    for (model, category) in [
        ("OnDemand", "Standard"),
        ("On Demand", "Standard"),
        ("", "Standard"),
        ("Spot", "Dynamic"),
        ("Reservation", "Committed"),
        ("SavingsPlan", "Committed"),
        ("Auction", "Other"),
    ] {
        assert_eq!(row(&usage().with(PricingModel, model))["PricingCategory"], category, "{model}");
    }
}

#[test]
fn ends_are_exclusive() {
    assert_cells!(row(&usage()),
        "ChargePeriodStart": "2026-02-28", "ChargePeriodEnd": "2026-03-01",
        "BillingPeriodStart": "2026-02-01", "BillingPeriodEnd": "2026-03-01",
        "x_ServicePeriodStart": "2026-02-01", "x_ServicePeriodEnd": "2026-03-01",
    );
    assert_cells!(row(&purchase()), "x_ServicePeriodStart": "2026-02-28", "x_ServicePeriodEnd": "2027-02-28");
    assert_cells!(row(&seats()), "BillingPeriodStart": "2026-02-28", "BillingPeriodEnd": "2026-03-01");
}

#[test]
fn an_open_month_is_its_own_billing_period() {
    let open = usage()
        .with(BillingPeriodStartDate, "")
        .with(BillingPeriodEndDate, "")
        .with(InvoiceId, "")
        .with(Date, "2026-12-31");
    assert_cells!(row(&open), "BillingPeriodStart": "2026-12-01", "BillingPeriodEnd": "2027-01-01", "InvoiceId": "");
}

#[test]
fn a_charge_is_billed_to_its_profile() {
    assert_cells!(row(&usage()),
        "BillingAccountId": "/providers/Microsoft.Billing/billingAccounts/f00d:bbbb_2019-05-31/billingProfiles/EUR1-AAAA-BG7-TGB",
        "BillingAccountName": "Fabrikam Euro", "BillingAccountType": "Billing Profile",
        "x_BillingAccountId": "f00d:bbbb_2019-05-31", "x_BillingProfileId": "EUR1-AAAA-BG7-TGB",
        "SubAccountId": "/subscriptions/5f1c", "SubAccountName": "Webshop", "SubAccountType": "Subscription",
    );
}

#[test]
fn a_partner_issues_the_invoices_of_its_customers() {
    let partner = usage()
        .with(PartnerName, "Contoso Partner")
        .with(PartnerTenantId, "aaaa")
        .with(CustomerTenantId, "cccc")
        .with(CustomerName, "Bakery")
        .with(PartnerEarnedCreditRate, "0.15")
        .with(PartnerEarnedCreditApplied, "1");
    assert_cells!(row(&partner),
        "InvoiceIssuerName": "Contoso Partner", "x_InvoiceIssuerId": "aaaa", "x_CustomerId": "cccc",
        "x_CustomerName": "Bakery", "x_PartnerCreditRate": "0.15", "x_PartnerCreditApplied": "1",
    );
}

#[test]
fn a_resource_has_its_name_type_region_and_service() {
    assert_cells!(row(&usage()),
        "ResourceId": VM.to_lowercase(), "ResourceName": "Vm-01", "ResourceType": "Virtual machine",
        "x_ResourceType": "microsoft.compute/virtualmachines", "x_ResourceGroupName": "rg-web",
        "RegionId": "westeurope", "RegionName": "West Europe",
        "ServiceName": "Virtual Machines", "ServiceCategory": "Compute", "ServiceSubcategory": "Virtual Machines",
        "x_ServiceModel": "IaaS", "AvailabilityZone": "",
    );
    assert_cells!(row(&usage().with(ResourceLocation, "Moon North")), "RegionId": "moonnorth", "RegionName": "Moon North");
    assert_cells!(row(&usage().with(ResourceLocation, "").with(Location, "")), "RegionId": "", "RegionName": "");
    assert_cells!(row(&usage().with(ResourceId, "vm-01")), "ResourceName": "vm-01", "ResourceType": "Unknown");
}

#[test]
fn a_service_is_found_by_what_is_known_of_it() {
    let at = |consumed: &'static str, resource: &'static str, category: &'static str| {
        let id = if resource.is_empty() {
            String::new()
        } else {
            format!("/subscriptions/5f1c/resourceGroups/rg/providers/{resource}")
        };
        row(&usage().with(ConsumedService, consumed).with(ResourceId, id).with(MeterCategory, category))["ServiceName"]
            .clone()
    };
    assert_eq!(at("Microsoft.Sql", "Microsoft.Sql/servers/s/databases/d", ""), "Azure SQL Database");
    assert_eq!(
        at("Microsoft.Odd", "Microsoft.Sql/servers/s/databases/d", ""),
        "Azure SQL Database",
        "by the type alone"
    );
    assert_eq!(
        at("Microsoft.Sql", "Microsoft.Sql/servers/s/databases/d/extras/e", ""),
        "Azure SQL Database",
        "by what it is a part of"
    );
    assert_eq!(at("Microsoft.Web", "Microsoft.Web/sites/f", ""), "Azure App Service");
    assert_eq!(at("Functions", "Microsoft.Web/sites/f", ""), "Functions");
    assert_eq!(
        at("Microsoft.Capacity", "", ""),
        "Azure Reservations",
        "by what was consumed, when that is one service"
    );
    assert_eq!(at("Microsoft.Compute", "", "Virtual Machines"), "Virtual Machines", "by the name of the category");
    assert_eq!(at("", "", "Support"), "Support");
    assert_eq!(at("", "", ""), "Other");
}

#[test]
fn details_are_flat_and_each_key_that_focus_does_not_know_is_marked() {
    assert_cells!(row(&usage()),
        "SkuPriceDetails": r#"{"CoreCount":2,"x_Disks":"{\"os\":1}","x_UsageType":"ComputeHR","x_VCPUs":2,"x_VMName":null}"#,
        "x_SkuDetails": r#"{"Disks":"{\"os\":1}","UsageType":"ComputeHR","VCPUs":2,"VMName":null}"#,
        "Tags": r#"{"env":"prod","formule":"=1+1"}"#,
        "SkuId": "DZH318Z0BQ4L00MX", "SkuMeter": "D2s v3",
        "SkuPriceId": "DZH318Z0BQ4L_00MX_0a1b2c3d-0000-4000-8000-000000000001",
    );
    assert_eq!(row(&usage().with(Tags, r#"{"a":"1","a":"2"}"#))["Tags"], r#"{"a":"2"}"#, "each key once");
    assert_eq!(row(&usage().with(Tags, "half a tag"))["Tags"], r#"{"x_Text":"half a tag"}"#, "nothing is lost");
    assert_eq!(row(&usage().with(Tags, "{}"))["Tags"], "", "null, and not an empty object");
}

#[test]
fn a_capacity_reservation_is_used_by_others_and_unused_by_itself() {
    let group = "/subscriptions/5f1c/resourceGroups/rg/providers/Microsoft.Compute/capacityReservationGroups/g/capacityReservations/r";
    let info = r#"{"VMCapacityReservationId":"/subscriptions/5f1c/r"}"#;
    let used = row(&usage().with(AdditionalInfo, info));
    assert_cells!(used, "CapacityReservationId": "/subscriptions/5f1c/r", "CapacityReservationStatus": "Used");
    let unused = row(&usage().with(AdditionalInfo, info).with(ResourceId, group));
    assert_cells!(unused, "CapacityReservationStatus": "Unused");
    assert_cells!(row(&usage()), "CapacityReservationId": "", "CapacityReservationStatus": "");
}

#[test]
fn pay_as_you_go_has_one_price_and_stands_for_itself() {
    assert_cells!(row(&pay_as_you_go()),
        "BilledCost": "0.075", "EffectiveCost": "0.075", "ListUnitPrice": "0.025", "ContractedUnitPrice": "0.025",
        "ListCost": "0.075", "ContractedCost": "0.075", "PricingQuantity": "3.0", "ChargeCategory": "Usage",
        "ChargeFrequency": "Usage-Based", "PricingCategory": "Standard", "PricingCurrency": "USD", "BillingCurrency": "USD",
        "PricingCurrencyEffectiveCost": "0.075", "SubAccountId": "/subscriptions/5f1c", "SubAccountName": "5f1c",
        "BillingAccountId": "/subscriptions/5f1c", "BillingAccountType": "Subscription", "SkuId": "0a1b2c3d-0000-4000-8000-000000000002",
        "Tags": r#"{"env":"prod"}"#, "ResourceType": "Load balancer", "RegionId": "eastus", "x_SkuOfferId": "MS-AZR-0017P",
        "BillingPeriodStart": "2026-02-01", "BillingPeriodEnd": "2026-03-01",
    );
    let priced = pay_as_you_go().with(UnitPrice, "0.03").with(EffectivePrice, "0");
    assert_cells!(row(&priced), "ListUnitPrice": "0.0", "ContractedCost": "0.0");
}

#[test]
fn version_1_0_has_some_columns_under_names_of_its_own() {
    let old = row_of(FocusVersion::V1_0, &usage());
    let new = row(&usage());
    for (name, same) in
        [("x_InvoiceId", "InvoiceId"), ("x_PricingCurrency", "PricingCurrency"), ("x_SkuMeterName", "SkuMeter")]
    {
        assert_eq!(old[name], new[same]);
    }
    assert!(old.iter().all(|(name, text)| new.get(name).is_none_or(|it| it == text)), "all else is the same");
}

#[test]
fn a_product_that_no_decimal_can_keep_is_written_whole() {
    let long = usage().with(Quantity, "0.03571200000000001").with(ExchangeRatePricingToBilling, "0.923456789012");
    assert_cells!(row(&long), "ListUnitPrice": "0.097886419635272", "ListCost": "0.00349571981801483464286419635272");
}
