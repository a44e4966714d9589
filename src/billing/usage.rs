//! Usage records: one row of usage, purchase, refund or adjustment, as the usage file has it (usage-files §4, §5).
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What a value of a record or of a file is, and so how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueKind {
    /// Any text.
    Text,
    /// An exact number.
    Number,
    /// A UTC billing date.
    Day,
    /// Yes or no.
    Flag,
    /// A JSON object, as its text.
    Json,
}

/// Declares the fields once: name, kind, meaning.
macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident: $kind:ident,)*) => {
        /// A field of a usage record. The names are those of the cost-details file (usage-files §5); the last four stand in
        /// pay-as-you-go files alone.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum UsageField {
            $($(#[$doc])* $name,)*
        }

        impl UsageField {
            /// Every field, in the order of their numbers.
            pub const ALL: &'static [UsageField] = &[$(UsageField::$name,)*];

            const KINDS: &'static [ValueKind] = &[$(ValueKind::$kind,)*];

            /// What its values are.
            #[inline]
            pub fn kind(self) -> ValueKind {
                UsageField::KINDS.get(self as usize).copied().unwrap_or(ValueKind::Text)
            }
        }
    };
}

fields! {
    /// Invoice the charge is on; empty while it is not yet invoiced.
    InvoiceId: Text,
    /// On a refund: the invoice that is corrected.
    PreviousInvoiceId: Text,
    /// Billing account id.
    BillingAccountId: Text,
    /// Billing account name.
    BillingAccountName: Text,
    /// Billing profile id.
    BillingProfileId: Text,
    /// Billing profile name.
    BillingProfileName: Text,
    /// Invoice section id.
    InvoiceSectionId: Text,
    /// Invoice section name.
    InvoiceSectionName: Text,
    /// Reseller name.
    ResellerName: Text,
    /// Reseller mpn id.
    ResellerMpnId: Text,
    /// Cost center.
    CostCenter: Text,
    /// Billing period end date, UTC.
    BillingPeriodEndDate: Day,
    /// Billing period start date, UTC.
    BillingPeriodStartDate: Day,
    /// Service period end date, UTC.
    ServicePeriodEndDate: Day,
    /// Service period start date, UTC.
    ServicePeriodStartDate: Day,
    /// UTC day of the usage or purchase.
    Date: Day,
    /// Service family.
    ServiceFamily: Text,
    /// Product order id.
    ProductOrderId: Text,
    /// Product order name.
    ProductOrderName: Text,
    /// Consumed service.
    ConsumedService: Text,
    /// Meter id.
    MeterId: Text,
    /// Meter name.
    MeterName: Text,
    /// Meter category.
    MeterCategory: Text,
    /// Meter sub category.
    MeterSubCategory: Text,
    /// Meter region.
    MeterRegion: Text,
    /// Product id.
    ProductId: Text,
    /// Product name.
    ProductName: Text,
    /// Subscription id.
    SubscriptionId: Text,
    /// Subscription name.
    SubscriptionName: Text,
    /// Publisher type.
    PublisherType: Text,
    /// Publisher id.
    PublisherId: Text,
    /// Publisher name.
    PublisherName: Text,
    /// Resource group name.
    ResourceGroupName: Text,
    /// Resource id.
    ResourceId: Text,
    /// Resource location.
    ResourceLocation: Text,
    /// Location.
    Location: Text,
    /// Price paid per unit, in the pricing currency.
    EffectivePrice: Number,
    /// Units of the unit of measure on that day.
    Quantity: Number,
    /// Unit of measure.
    UnitOfMeasure: Text,
    /// `Usage`, `Purchase`, `Refund`, `RoundingAdjustment` …, as on the wire.
    ChargeType: Text,
    /// Billing currency.
    BillingCurrency: Text,
    /// Pricing currency.
    PricingCurrency: Text,
    /// Cost in the billing currency, not rounded.
    CostInBillingCurrency: Number,
    /// Quantity times effective price, not rounded.
    CostInPricingCurrency: Number,
    /// Cost in United States dollars.
    CostInUsd: Number,
    /// Payg cost in billing currency.
    PaygCostInBillingCurrency: Number,
    /// Payg cost in usd.
    PaygCostInUsd: Number,
    /// Multiplier from pricing to billing currency.
    ExchangeRatePricingToBilling: Number,
    /// Exchange rate date, UTC.
    ExchangeRateDate: Day,
    /// Is azure credit eligible.
    IsAzureCreditEligible: Flag,
    /// Service info1.
    ServiceInfo1: Text,
    /// Service info2.
    ServiceInfo2: Text,
    /// JSON object of service details, as text.
    AdditionalInfo: Json,
    /// JSON object of tags, as text; empty when there are none.
    Tags: Json,
    /// List price per unit, in the pricing currency.
    PaygPrice: Number,
    /// Frequency.
    Frequency: Text,
    /// Term.
    Term: Text,
    /// Reservation id.
    ReservationId: Text,
    /// Reservation name.
    ReservationName: Text,
    /// `On Demand`, `Reservation`, `SavingsPlan`, `Spot`, as on the wire.
    PricingModel: Text,
    /// Contract price per unit before commitments.
    UnitPrice: Number,
    /// Cost allocation rule name.
    CostAllocationRuleName: Text,
    /// Benefit id.
    BenefitId: Text,
    /// Benefit name.
    BenefitName: Text,
    /// Provider.
    Provider: Text,
    /// Customer tenant id.
    CustomerTenantId: Text,
    /// Customer name.
    CustomerName: Text,
    /// Partner tenant id.
    PartnerTenantId: Text,
    /// Partner name.
    PartnerName: Text,
    /// Partner earned credit rate.
    PartnerEarnedCreditRate: Number,
    /// Partner earned credit applied.
    PartnerEarnedCreditApplied: Text,
    /// Provider and type of the resource (pay-as-you-go), such as `Microsoft.Sql/servers/databases`.
    ResourceType: Text,
    /// Offer code (pay-as-you-go), such as `MS-AZR-0017P`.
    OfferId: Text,
    /// Undocumented (pay-as-you-go); the meter category in the one row known.
    ServiceName: Text,
    /// Undocumented (pay-as-you-go).
    ServiceTier: Text,
}

/// Fields of a record.
const FIELDS: usize = UsageField::ALL.len();

/// A row of usage. Every value is kept as its text in one form, borrowed from where it was read if it can be, and checked
/// when it was read: a number is plain decimal text that a [`Decimal`] holds exactly, with every digit of its source
/// (`-?[0-9]+(.[0-9]+)?`, no exponent); a day is `YYYY-MM-DD`; a flag is `true` or `false`; JSON is the text of an object.
/// What the source left out is empty, as the usage file has it.
///
/// A pay-as-you-go row has its `UsageQuantity` in [`UsageField::Quantity`], its `ResourceRate` in
/// [`UsageField::EffectivePrice`], its `PreTaxCost` in [`UsageField::CostInBillingCurrency`], its `InstanceId` in
/// [`UsageField::ResourceId`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageRecord<'a> {
    values: [Cow<'a, str>; FIELDS],
}

impl Default for UsageRecord<'_> {
    fn default() -> Self {
        UsageRecord { values: [const { Cow::Borrowed("") }; FIELDS] }
    }
}

impl<'a> UsageRecord<'a> {
    /// The value as it is kept; empty when there is none.
    pub fn text(&self, field: UsageField) -> &str {
        self.values.get(field as usize).map_or("", |value| value)
    }

    /// The value as it is kept, with whether it is borrowed.
    pub fn get(&self, field: UsageField) -> &Cow<'a, str> {
        self.values.get(field as usize).unwrap_or(&Cow::Borrowed(""))
    }

    /// Takes a value out of its place.
    pub fn take(&mut self, field: UsageField) -> Cow<'a, str> {
        self.values.get_mut(field as usize).map(std::mem::take).unwrap_or_default()
    }

    /// A number; none when there is none.
    pub fn number(&self, field: UsageField) -> Option<Decimal> {
        Decimal::from_str_exact(self.text(field)).ok()
    }

    /// A UTC billing date; none when there is none.
    pub fn day(&self, field: UsageField) -> Option<NaiveDate> {
        super::parse_day(self.text(field))
    }

    /// Yes or no; none when it is not told.
    pub fn flag(&self, field: UsageField) -> Option<bool> {
        self.text(field).parse().ok()
    }

    /// Puts a value in its place. The caller has checked that it has the form of the field's kind.
    pub fn set(&mut self, field: UsageField, value: impl Into<Cow<'a, str>>) {
        if let Some(place) = self.values.get_mut(field as usize) {
            *place = value.into();
        }
    }

    /// The record with a value in its place, as [`UsageRecord::set`].
    #[must_use]
    pub fn with(mut self, field: UsageField, value: impl Into<Cow<'a, str>>) -> UsageRecord<'a> {
        self.set(field, value);
        self
    }

    /// Takes every value out.
    pub fn clear(&mut self) {
        for value in &mut self.values {
            // Most are empty.
            if !value.is_empty() {
                *value = Cow::Borrowed("");
            }
        }
    }
}
