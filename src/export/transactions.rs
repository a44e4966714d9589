//! The transactions of an invoice as a table: what the API says of each line (contract §6).
use super::{ExportError, Field, FieldKind, Table, TableMaker};
use crate::billing::{Money, Transaction};

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TransactionColumn {
    /// UTC day.
    Date,
    /// First UTC day of the service period.
    ServiceStart,
    /// Last UTC day of the service period.
    ServiceEnd,
    /// Number of the invoice; empty while it is pending.
    Invoice,
    /// Display name of the billing profile.
    Profile,
    /// Name of the billing profile in its id.
    ProfileId,
    /// Display name of the invoice section.
    Section,
    /// Name of the invoice section in its id.
    SectionId,
    /// Display name of the customer (MPA).
    Customer,
    /// Name of the customer in its id.
    CustomerId,
    /// `Compute`, `Storage` …
    ProductFamily,
    /// `Azure plan` …
    ProductType,
    /// Id of that type.
    ProductTypeId,
    /// What was bought.
    Product,
    /// Part number (EA).
    PartNumber,
    /// Which Azure plan it is of.
    AzurePlan,
    /// Whether it is somebody else's product.
    ThirdParty,
    /// Type of line, in the caller's word.
    Type,
    /// `All`, `Reservation` …, as on the wire.
    Kind,
    /// What kind of credit it is, as on the wire.
    CreditType,
    /// Why there is one, as on the wire.
    ReasonCode,
    /// How many.
    Quantity,
    /// Of what.
    Unit,
    /// How many units of the product were used.
    Units,
    /// What such a unit is.
    UnitType,
    /// Retail price per unit.
    MarketPrice,
    /// Its currency.
    MarketPriceCurrency,
    /// Discount, with the digits of the wire.
    Discount,
    /// Price per unit after discounts.
    EffectivePrice,
    /// Its currency.
    EffectivePriceCurrency,
    /// Currency that the product is priced in.
    PricingCurrency,
    /// Multiplier from the pricing to the billing currency.
    ExchangeRate,
    /// The charge.
    Amount,
    /// Azure credit taken off.
    Credit,
    /// Charge less credit.
    SubTotal,
    /// Tax, where it is kept per transaction.
    Tax,
    /// What it took off a commitment to consume (MACC).
    Commitment,
    /// Its currency.
    CommitmentCurrency,
    /// Where the tax is reckoned, as on the wire.
    SpecialTaxation,
}

impl TransactionColumn {
    /// Its name in addresses, and what its values are. A price is a number with its currency beside it and no amount: it is
    /// per unit, and need not be in the currency that is billed.
    fn described(self) -> (&'static str, FieldKind) {
        match self {
            TransactionColumn::Date => ("date", FieldKind::Day),
            TransactionColumn::ServiceStart => ("service-start", FieldKind::Day),
            TransactionColumn::ServiceEnd => ("service-end", FieldKind::Day),
            TransactionColumn::Invoice => ("invoice", FieldKind::Text),
            TransactionColumn::Profile => ("profile", FieldKind::Text),
            TransactionColumn::ProfileId => ("profile-id", FieldKind::Text),
            TransactionColumn::Section => ("section", FieldKind::Text),
            TransactionColumn::SectionId => ("section-id", FieldKind::Text),
            TransactionColumn::Customer => ("customer", FieldKind::Text),
            TransactionColumn::CustomerId => ("customer-id", FieldKind::Text),
            TransactionColumn::ProductFamily => ("family", FieldKind::Text),
            TransactionColumn::ProductType => ("product-type", FieldKind::Text),
            TransactionColumn::ProductTypeId => ("product-type-id", FieldKind::Text),
            TransactionColumn::Product => ("product", FieldKind::Text),
            TransactionColumn::PartNumber => ("part-number", FieldKind::Text),
            TransactionColumn::AzurePlan => ("azure-plan", FieldKind::Text),
            TransactionColumn::ThirdParty => ("third-party", FieldKind::Flag),
            TransactionColumn::Type => ("type", FieldKind::Text),
            TransactionColumn::Kind => ("kind", FieldKind::Text),
            TransactionColumn::CreditType => ("credit-type", FieldKind::Text),
            TransactionColumn::ReasonCode => ("reason-code", FieldKind::Text),
            TransactionColumn::Quantity => ("quantity", FieldKind::Number),
            TransactionColumn::Unit => ("unit", FieldKind::Text),
            TransactionColumn::Units => ("units", FieldKind::Number),
            TransactionColumn::UnitType => ("unit-type", FieldKind::Text),
            TransactionColumn::MarketPrice => ("market-price", FieldKind::Number),
            TransactionColumn::MarketPriceCurrency => ("market-price-currency", FieldKind::Text),
            TransactionColumn::Discount => ("discount", FieldKind::Number),
            TransactionColumn::EffectivePrice => ("effective-price", FieldKind::Number),
            TransactionColumn::EffectivePriceCurrency => ("effective-price-currency", FieldKind::Text),
            TransactionColumn::PricingCurrency => ("pricing-currency", FieldKind::Text),
            TransactionColumn::ExchangeRate => ("exchange-rate", FieldKind::Number),
            TransactionColumn::Amount => (AMOUNT, FieldKind::Amount),
            TransactionColumn::Credit => ("credit", FieldKind::Amount),
            TransactionColumn::SubTotal => ("sub-total", FieldKind::Amount),
            TransactionColumn::Tax => ("tax", FieldKind::Amount),
            TransactionColumn::Commitment => ("commitment", FieldKind::Number),
            TransactionColumn::CommitmentCurrency => ("commitment-currency", FieldKind::Text),
            TransactionColumn::SpecialTaxation => ("special-taxation", FieldKind::Text),
        }
    }
}

/// What the file is added up by.
const AMOUNT: &str = "amount";

/// The words that the file takes from the language of the screen.
pub struct TransactionWords<'w> {
    /// Header of the currency column.
    pub currency: &'w str,
    /// What a kind of line is called.
    pub line_type: &'w dyn Fn(&Transaction) -> String,
}

/// The list, a row per transaction in the order given. The billing currency has a column of its own right after the last
/// amount. What is not told is an empty cell.
///
/// # Errors
/// [`ExportError::CurrenciesDiffer`] for a transaction whose amounts are not all in one currency.
pub fn transactions(
    title: String,
    columns: &[(TransactionColumn, String)],
    words: &TransactionWords<'_>,
    rows: &[Transaction],
) -> Result<Table, ExportError> {
    let described = |(column, header): &(TransactionColumn, String)| {
        let (id, kind) = column.described();
        (id.into(), header.clone(), kind)
    };
    let columns_of_table = columns.iter().map(described).collect();
    let mut maker = TableMaker::new(title, columns_of_table, words.currency).added_up_by(AMOUNT);
    for line in rows {
        maker.row(&line.name, columns.iter().map(|(column, _)| value(line, *column, words)))?;
    }
    Ok(maker.table())
}

fn value(line: &Transaction, column: TransactionColumn, words: &TransactionWords<'_>) -> Field {
    match column {
        TransactionColumn::Date => Field::day(line.date),
        TransactionColumn::ServiceStart => Field::day(line.service_start),
        TransactionColumn::ServiceEnd => Field::day(line.service_end),
        TransactionColumn::Invoice => Field::told(line.invoice.as_ref().map(|invoice| invoice.as_str())),
        TransactionColumn::Profile => Field::told(line.profile_display_name.as_deref()),
        TransactionColumn::ProfileId => Field::told(line.profile.as_ref().map(|profile| profile.as_str())),
        TransactionColumn::Section => Field::told(line.section_display_name.as_deref()),
        TransactionColumn::SectionId => Field::told(line.section.as_ref().map(|section| section.as_str())),
        TransactionColumn::Customer => Field::told(line.customer_display_name.as_deref()),
        TransactionColumn::CustomerId => Field::told(line.customer.as_ref().map(|customer| customer.as_str())),
        TransactionColumn::ProductFamily => Field::told(line.product_family.as_deref()),
        TransactionColumn::ProductType => Field::told(line.product_type.as_deref()),
        TransactionColumn::ProductTypeId => Field::told(line.product_type_id.as_deref()),
        TransactionColumn::Product => Field::told(line.product_description.as_deref()),
        TransactionColumn::PartNumber => Field::told(line.part_number.as_deref()),
        TransactionColumn::AzurePlan => Field::told(line.azure_plan.as_deref()),
        TransactionColumn::ThirdParty => Field::flag(line.is_third_party),
        TransactionColumn::Type => Field::text((words.line_type)(line)),
        TransactionColumn::Kind => Field::told(line.kind.as_deref()),
        TransactionColumn::CreditType => Field::told(line.credit_type.as_deref()),
        TransactionColumn::ReasonCode => Field::told(line.reason_code.as_deref()),
        TransactionColumn::Quantity => Field::number(line.quantity),
        TransactionColumn::Unit => Field::told(line.unit_of_measure.as_deref()),
        TransactionColumn::Units => Field::number(line.units),
        TransactionColumn::UnitType => Field::told(line.unit_type.as_deref()),
        TransactionColumn::MarketPrice => digits(line.market_price),
        TransactionColumn::MarketPriceCurrency => currency(line.market_price),
        TransactionColumn::Discount => Field::number(line.discount),
        TransactionColumn::EffectivePrice => digits(line.effective_price),
        TransactionColumn::EffectivePriceCurrency => currency(line.effective_price),
        TransactionColumn::PricingCurrency => Field::told(line.pricing_currency.as_deref()),
        TransactionColumn::ExchangeRate => Field::number(line.exchange_rate),
        TransactionColumn::Amount => Field::amount(line.amount),
        TransactionColumn::Credit => Field::amount(line.credit),
        TransactionColumn::SubTotal => Field::amount(line.sub_total),
        TransactionColumn::Tax => Field::amount(line.tax),
        TransactionColumn::Commitment => digits(line.commitment_decremented),
        TransactionColumn::CommitmentCurrency => currency(line.commitment_decremented),
        TransactionColumn::SpecialTaxation => Field::told(line.special_taxation_type.as_deref()),
    }
}

/// The number of a price.
fn digits(of: Option<Money>) -> Field {
    Field::number(of.map(|of| of.amount()))
}

/// The currency of a price, beside its number.
fn currency(of: Option<Money>) -> Field {
    Field::text(of.map(|of| of.currency().code().to_owned()).unwrap_or_default())
}
