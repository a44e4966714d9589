//! Usage records of every kind, and their rows.
use crate::tenant::lookups;
use factuur::billing::UsageField::{self, *};
use factuur::billing::UsageRecord;
use factuur::export::focus::{Charge, FocusVersion, Lookups};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub static LOOKUPS: LazyLock<Lookups> = LazyLock::new(lookups);

pub type Row = BTreeMap<&'static str, String>;

pub fn row_of(version: FocusVersion, record: &UsageRecord<'_>) -> Row {
    let charge = Charge::new(record, &LOOKUPS);
    let mut scratch = String::from("left over");
    version.columns().iter().map(|column| (column.name, column.cell(&charge, &mut scratch).text.to_owned())).collect()
}

pub fn row(record: &UsageRecord<'_>) -> Row {
    row_of(FocusVersion::V1_2, record)
}

pub fn record(fields: &[(UsageField, &'static str)]) -> UsageRecord<'static> {
    fields.iter().fold(UsageRecord::default(), |record, (field, text)| record.with(*field, *text))
}

pub const VM: &str = "/subscriptions/5f1c/resourceGroups/RG-Web/providers/Microsoft.Compute/virtualMachines/Vm-01";
pub const RESERVATION: &str = "/providers/Microsoft.Capacity/reservationOrders/0b1c/reservations/2d3e";
pub const SAVINGS_PLAN: &str = "/providers/Microsoft.BillingBenefits/savingsPlanOrders/0b1c/savingsPlans/2d3e";

/// A day of a virtual machine, billed in euros and priced in dollars.
pub fn usage() -> UsageRecord<'static> {
    record(&[
        (InvoiceId, "G000000101"),
        (BillingAccountId, "f00d:bbbb_2019-05-31"),
        (BillingAccountName, "Fabrikam Orchards"),
        (BillingProfileId, "EUR1-AAAA-BG7-TGB"),
        (BillingProfileName, "Fabrikam Euro"),
        (InvoiceSectionId, "SEC1-AAAA-PJA-TGB"),
        (InvoiceSectionName, "Greenhouses"),
        (BillingPeriodStartDate, "2026-02-01"),
        (BillingPeriodEndDate, "2026-02-28"),
        (ServicePeriodStartDate, "2026-02-01"),
        (ServicePeriodEndDate, "2026-03-01"),
        (Date, "2026-02-28"),
        (ServiceFamily, "Compute"),
        (ProductOrderId, "11111111-0000-4000-8000-000000000001"),
        (ProductOrderName, "Azure plan"),
        (ConsumedService, "Microsoft.Compute"),
        (MeterId, "0a1b2c3d-0000-4000-8000-000000000001"),
        (MeterName, "D2s v3"),
        (MeterCategory, "Virtual Machines"),
        (MeterSubCategory, "Dsv3 Series"),
        (MeterRegion, "EU West"),
        (ProductId, "DZH318Z0BQ4L00MX"),
        (ProductName, "Dsv3 Series - D2s v3 - EU West"),
        (SubscriptionId, "5f1c"),
        (SubscriptionName, "Webshop"),
        (PublisherType, "Microsoft"),
        (PublisherName, "Microsoft Corporation"),
        (ResourceGroupName, "RG-Web"),
        (ResourceId, VM),
        (ResourceLocation, "EUWest"),
        (Location, "EU West"),
        (EffectivePrice, "0.096"),
        (Quantity, "24"),
        (UnitOfMeasure, "1 Hour"),
        (ChargeType, "Usage"),
        (BillingCurrency, "EUR"),
        (PricingCurrency, "USD"),
        (CostInBillingCurrency, "2.12659200"),
        (CostInPricingCurrency, "2.304"),
        (CostInUsd, "2.304"),
        (PaygCostInBillingCurrency, "2.3481120"),
        (PaygCostInUsd, "2.544"),
        (ExchangeRatePricingToBilling, "0.923"),
        (ExchangeRateDate, "2026-02-01"),
        (IsAzureCreditEligible, "true"),
        (AdditionalInfo, r#"{"UsageType":"ComputeHR","VCPUs":2,"Disks":{"os":1},"VMName":null}"#),
        (Tags, r#"{"env":"prod","formule":"=1+1"}"#),
        (PaygPrice, "0.106"),
        (UnitPrice, "0.096"),
        (Frequency, "UsageBased"),
        (PricingModel, "On Demand"),
        (Provider, "Azure"),
    ])
}

/// The same day, covered by a reservation, as the amortized costs tell it.
pub fn covered() -> UsageRecord<'static> {
    usage()
        .with(PricingModel, "Reservation")
        .with(BenefitId, RESERVATION)
        .with(BenefitName, "VM_RI")
        .with(ReservationId, "2d3e")
        .with(EffectivePrice, "0.05")
        .with(CostInPricingCurrency, "1.2")
        .with(CostInBillingCurrency, "1.1076")
        .with(CostInUsd, "1.2")
}

pub fn unused() -> UsageRecord<'static> {
    covered()
        .with(ChargeType, "UnusedReservation")
        .with(ResourceId, RESERVATION)
        .with(PaygPrice, "")
        .with(UnitPrice, "")
}

pub fn purchase() -> UsageRecord<'static> {
    covered()
        .with(ChargeType, "Purchase")
        .with(Frequency, "OneTime")
        .with(ConsumedService, "Microsoft.Capacity")
        .with(MeterCategory, "Virtual Machines Reservation")
        .with(ResourceId, "")
        .with(ResourceGroupName, "")
        .with(ResourceLocation, "")
        .with(Location, "")
        .with(AdditionalInfo, "")
        .with(Tags, "")
        .with(UnitOfMeasure, "1")
        .with(Quantity, "1")
        .with(EffectivePrice, "438")
        .with(PaygPrice, "")
        .with(UnitPrice, "")
        .with(CostInPricingCurrency, "438")
        .with(CostInBillingCurrency, "404.274")
        .with(CostInUsd, "438")
        .with(PaygCostInUsd, "")
        .with(Term, "12")
        .with(ServicePeriodStartDate, "2026-02-28")
        .with(ServicePeriodEndDate, "2027-02-27")
}

pub fn refund() -> UsageRecord<'static> {
    purchase()
        .with(ChargeType, "Refund")
        .with(PreviousInvoiceId, "G000000099")
        .with(Quantity, "-0.5")
        .with(CostInPricingCurrency, "-219")
        .with(CostInBillingCurrency, "-202.137")
        .with(CostInUsd, "-219")
}

/// A month of seats of a Marketplace service, invoiced at once.
pub fn seats() -> UsageRecord<'static> {
    purchase()
        .with(PricingModel, "On Demand")
        .with(Frequency, "Recurring")
        .with(BenefitId, "")
        .with(BenefitName, "")
        .with(ReservationId, "")
        .with(ConsumedService, "")
        .with(MeterId, "")
        .with(MeterCategory, "SaaS")
        .with(UnitOfMeasure, "")
        .with(PublisherType, "Marketplace")
        .with(PublisherName, "Contoso Maps B.V.")
        .with(BillingPeriodStartDate, "2026-02-28")
        .with(BillingPeriodEndDate, "2026-02-28")
        .with(Term, "1")
        .with(ServicePeriodEndDate, "2026-03-27")
}

pub fn savings_plan() -> UsageRecord<'static> {
    covered()
        .with(PricingModel, "SavingsPlan")
        .with(BenefitId, SAVINGS_PLAN)
        .with(BenefitName, "One year")
        .with(ReservationId, "")
}

pub fn rounding() -> UsageRecord<'static> {
    record(&[
        (BillingAccountId, "f00d:bbbb_2019-05-31"),
        (BillingProfileId, "EUR1-AAAA-BG7-TGB"),
        (Date, "2026-02-28"),
        (ChargeType, "RoundingAdjustment"),
        (Frequency, "OneTime"),
        (Quantity, "1"),
        (BillingCurrency, "EUR"),
        (PricingCurrency, "USD"),
        (ExchangeRatePricingToBilling, "0.923"),
        (CostInBillingCurrency, "-0.02"),
        (ProductName, "Rounding Adjustment"),
        (ProductId, "DZH318Z0RND00001"),
        (MeterName, "Rounding Adjustment"),
        (MeterCategory, "Rounding Adjustment"),
        (PublisherType, "Microsoft"),
    ])
}

/// A row of a pay-as-you-go file, which has 24 columns and no more.
pub fn pay_as_you_go() -> UsageRecord<'static> {
    record(&[
        (SubscriptionId, "5f1c"),
        (ResourceGroupName, "rg"),
        (ResourceLocation, "US East"),
        (Date, "2026-02-07"),
        (MeterCategory, "Load Balancer"),
        (MeterId, "0a1b2c3d-0000-4000-8000-000000000002"),
        (MeterName, "Standard Included LB Rules"),
        (Quantity, "3"),
        (EffectivePrice, "0.025"),
        (CostInBillingCurrency, "0.075"),
        (ConsumedService, "Microsoft.Network"),
        (ResourceType, "Microsoft.Network/loadBalancers"),
        (ResourceId, "/subscriptions/5f1c/resourceGroups/rg/providers/Microsoft.Network/loadBalancers/lb"),
        (Tags, r#""env": "prod""#),
        (OfferId, "MS-AZR-0017P"),
        (BillingCurrency, "USD"),
        (UnitOfMeasure, "1 Hour"),
    ])
}

pub fn all() -> Vec<UsageRecord<'static>> {
    vec![
        usage(),
        usage().with(UnitOfMeasure, "10K").with(Quantity, "0.0004").with(EffectivePrice, "0.1").with(UnitPrice, "0.1"),
        covered(),
        unused(),
        savings_plan(),
        savings_plan().with(ChargeType, "UnusedSavingsPlan"),
        purchase(),
        refund(),
        seats(),
        rounding(),
        pay_as_you_go(),
    ]
}

pub fn beside(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/contract").join(name);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}
