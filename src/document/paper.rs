//! What a paper is made of.
use crate::billing::{Address, Invoice, Money, PaymentTerm, Period, Tax, Transaction};
use crate::text::Locale;
use rust_decimal::Decimal;

/// An invoice, a credit note or a void document, with everything that is to stand on it. What is not known is left out of
/// the paper, never printed as zero.
#[derive(Debug, Clone)]
pub struct InvoicePaper<'a> {
    /// Language of the words, and how numbers and days are written; American papers are Letter, all others A4.
    pub locale: Locale,
    /// The document itself (contract §5).
    pub invoice: &'a Invoice,
    /// The list it was found in, as far as it is at hand: it tells which documents name this one.
    pub among: &'a [Invoice],
    /// Whom it is sold to: of the billing profile, else of the account.
    pub sold_to: Option<&'a Address>,
    /// Whom it is addressed to.
    pub bill_to: Option<&'a Address>,
    /// The profile's payment term.
    pub payment_term: Option<&'a PaymentTerm>,
    /// Its transactions (contract §6), in the order they are to have within their section.
    pub lines: &'a [PaperLine<'a>],
    /// Its usage, for the invoice of a pay-as-you-go subscription.
    pub pay_as_you_go: &'a [PayAsYouGoLine],
    /// The tax at each rate, where the rates are known; else the tax is printed as one amount.
    pub taxes: &'a [Tax],
}

/// A line of an MCA or MPA invoice.
#[derive(Debug, Clone, Copy)]
pub struct PaperLine<'a> {
    /// The transaction.
    pub transaction: &'a Transaction,
    /// `effectivePrice` of the transaction, in its own currency, where it is known.
    pub unit_price: Option<Money>,
}

/// A line of a pay-as-you-go invoice: Name, Type, Resource, Region, Consumed, Included, Billable, Rate, Value (blades 2.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayAsYouGoLine {
    /// *Name*: the meter's category, such as `Virtual Machines`.
    pub category: String,
    /// *Type*: its sub-category; may be empty.
    pub subcategory: String,
    /// *Resource*: the meter.
    pub meter: String,
    /// *Region*; may be empty.
    pub region: String,
    /// Its billing period, UTC: told on paper when the invoice charges several.
    pub period: Option<Period>,
    /// What the quantities are counted in, such as `1 Hour`.
    pub unit: String,
    /// How many units were used.
    pub consumed: Decimal,
    /// How many of them the offer includes.
    pub included: Decimal,
    /// How many are charged for.
    pub billable: Decimal,
    /// Price of a unit, in the currency of `value`.
    pub rate: Decimal,
    /// The charge, in the billing currency.
    pub value: Money,
}
