//! What can be added up: amounts with their currency, quantities with their unit.
use super::table::Table;
use crate::billing::{UsageField, ValueKind};

/// Where the currency of an amount stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    /// In this column of the same row.
    Column(usize),
    /// It is always this one.
    Fixed(&'static str),
    /// The file does not tell.
    Unknown,
}

/// A column of amounts that can be added up, and their currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Measure {
    /// The column, counted from 0.
    pub column: usize,
    /// Where its currency stands.
    pub currency: Currency,
}

impl Table {
    /// The amounts that can be added up, the cost first. A file of no known format has none with a currency.
    pub fn measures(&self) -> Vec<Measure> {
        let billing = self.column_of(UsageField::BillingCurrency);
        let pricing = self.column_of(UsageField::PricingCurrency);
        let of = |column: Option<usize>| column.map_or(Currency::Unknown, Currency::Column);
        let mut first = Vec::new();
        let mut rest = Vec::new();
        for (at, column) in self.columns().iter().enumerate() {
            if column.kind() != ValueKind::Number {
                continue;
            }
            let name = column.header().to_ascii_lowercase();
            let currency = match column.field() {
                Some(UsageField::CostInBillingCurrency) => {
                    first.push(Measure { column: at, currency: of(billing) });
                    continue;
                }
                Some(UsageField::PaygCostInBillingCurrency) => of(billing),
                Some(UsageField::CostInPricingCurrency) => of(pricing),
                Some(UsageField::CostInUsd | UsageField::PaygCostInUsd) => Currency::Fixed("USD"),
                Some(_) => continue,
                None if name == "billedcost" => {
                    first.push(Measure { column: at, currency: of(billing) });
                    continue;
                }
                None if matches!(name.as_str(), "effectivecost" | "contractedcost" | "listcost") => of(billing),
                None if name == "pricingcurrencyeffectivecost" => of(pricing),
                None if name.starts_with("x_") && name.ends_with("costinusd") => Currency::Fixed("USD"),
                None => continue,
            };
            rest.push(Measure { column: at, currency });
        }
        first.append(&mut rest);
        first
    }

    /// Quantity and unit, which a sum needs both of.
    pub(super) fn quantity(&self) -> Option<(usize, usize)> {
        let fields = (self.column_of(UsageField::Quantity), self.column_of(UsageField::UnitOfMeasure));
        let named = |quantity: &str, unit: &str| self.column_named(quantity).zip(self.column_named(unit));
        fields.0.zip(fields.1).or_else(|| named("PricingQuantity", "PricingUnit"))
    }
}
