//! Invoices: what they say, how they are paid, and how one replaces another (contract §5).
use super::open::open_enum;
use super::{AccountName, CustomerName, InvoiceName, Money, Period, ProfileName, SectionName};
use chrono::NaiveDate;
use rust_decimal::Decimal;

open_enum! {
    /// Where an invoice stands. Status and document kind are different axes (blades 6.1 row 11): a void invoice is still
    /// an invoice, a credit note has a status of its own.
    InvoiceStatus {
        /// Made, not yet paid: normal (seed S003-02).
        Due = "Due",
        /// A charge was tried and declined, or the due date has passed. Older answers say `PastDue`.
        OverDue = "OverDue" | "PastDue",
        /// Paid in full.
        Paid = "Paid",
        /// Cancelled by a void document; it counts no more.
        Void = "Void",
        /// Cannot be changed while Microsoft works on it.
        Locked = "Locked",
    }
}

open_enum! {
    /// What kind of paper a document is.
    DocumentKind {
        /// An invoice.
        Invoice = "Invoice",
        /// The paper that cancels an invoice.
        VoidNote = "VoidNote",
        /// A receipt for tax.
        TaxReceipt = "TaxReceipt",
        /// The paper that gives money back for an invoice.
        CreditNote = "CreditNote",
        /// A summary (EA).
        Summary = "Summary",
        /// A list of transactions (EA).
        Transactions = "Transactions",
    }
}

open_enum! {
    /// What an invoice of a pay-as-you-go account is for. The schema of 2020-05-01 says `AzureService`.
    InvoiceType {
        /// Azure services.
        AzureServices = "AzureServices" | "AzureService",
        /// Marketplace, reservations and spot.
        AzureMarketplace = "AzureMarketplace",
        /// A support plan.
        AzureSupport = "AzureSupport",
    }
}

open_enum! {
    /// The means a payment was made by.
    PaymentFamily {
        /// None was needed.
        None = "None",
        /// Card.
        CreditCard = "CreditCard",
        /// Credits.
        Credits = "Credits",
        /// Cheque or bank transfer.
        CheckWire = "CheckWire",
        /// Electronic wallet.
        EWallet = "EWallet",
        /// Task order.
        TaskOrder = "TaskOrder",
        /// Direct debit.
        DirectDebit = "DirectDebit",
    }
}

open_enum! {
    /// Why a payment failed.
    FailedPaymentReason {
        /// The bank declined it.
        BankDeclined = "BankDeclined",
        /// The card had expired.
        CardExpired = "CardExpired",
        /// The card's details were wrong.
        IncorrectCardDetails = "IncorrectCardDetails",
    }
}

/// A payment on an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// How much.
    pub amount: Option<Money>,
    /// UTC day.
    pub date: Option<NaiveDate>,
    /// By what means.
    pub family: Option<PaymentFamily>,
    /// Brand of the means, such as `visa`, as on the wire.
    pub method: Option<String>,
    /// `credited`, `debited`, `Charged`, as on the wire.
    pub payment_type: Option<String>,
}

/// A payment that did not come through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedPayment {
    /// UTC day.
    pub date: Option<NaiveDate>,
    /// Why.
    pub reason: Option<FailedPaymentReason>,
}

/// A document that can be downloaded for an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// The name to ask for it by.
    pub name: Option<String>,
    /// Numbers printed on it.
    pub numbers: Vec<String>,
    /// Where it comes from: `DRS`, `ENF` (Brazil), as on the wire.
    pub source: Option<String>,
}

/// The invoice was replaced: by which invoice, through which credit note, and whether that one was replaced again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebill {
    /// The new invoice.
    pub invoice: Option<InvoiceName>,
    /// The credit note that took the old amount back.
    pub credit_note: Option<InvoiceName>,
    /// The next link of the chain.
    pub next: Option<Box<Rebill>>,
}

/// An invoice, credit note or void document (contract §5). All amounts are in the billing currency; what the API left
/// out is `None`, never zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// The account it was listed under.
    pub account: AccountName,
    /// Its number.
    pub name: InvoiceName,
    /// Where it stands.
    pub status: InvoiceStatus,
    /// What kind of paper it is.
    pub kind: DocumentKind,
    /// What it is for (pay-as-you-go only).
    pub invoice_type: Option<InvoiceType>,
    /// UTC day it was made.
    pub invoice_date: Option<NaiveDate>,
    /// UTC day it is to be paid by.
    pub due_date: Option<NaiveDate>,
    /// The days it is for, UTC, both ends included.
    pub period: Option<Period>,
    /// Profile it was made for (MCA, MPA).
    pub profile: Option<ProfileName>,
    /// That profile's display name.
    pub profile_display_name: Option<String>,
    /// Subscription it was made for (MOSP).
    pub subscription_id: Option<String>,
    /// That subscription's display name.
    pub subscription_display_name: Option<String>,
    /// Order number; an empty one on the wire is none.
    pub po_number: Option<String>,
    /// Sum of the charges.
    pub billed: Option<Money>,
    /// Credits taken off.
    pub credit: Option<Money>,
    /// Azure prepayment taken off.
    pub prepayment: Option<Money>,
    /// Free Azure credit taken off.
    pub free_credit: Option<Money>,
    /// Charges less credits.
    pub sub_total: Option<Money>,
    /// Tax on the sub-total.
    pub tax: Option<Money>,
    /// Sub-total and tax.
    pub total: Option<Money>,
    /// What is still to be paid now.
    pub amount_due: Option<Money>,
    /// Payments so far.
    pub payments: Vec<Payment>,
    /// Payments that failed.
    pub failed_payments: Vec<FailedPayment>,
    /// Papers to download.
    pub documents: Vec<InvoiceDocument>,
    /// Set when it was replaced.
    pub rebill: Option<Rebill>,
    /// On a void document: the invoice it cancels.
    pub billed_document: Option<InvoiceName>,
    /// On a credit note: the invoice it gives money back for.
    pub credit_for: Option<InvoiceName>,
}

/// One transaction of an invoice (contract §6): what the invoice shows as a line, since an invoice has none of its own.
///
/// Its prices are per unit and in a currency of their own: the contract does not say that this is the one that is billed.
/// Left out is `refundTransactionDetails`: it tells of the request for a refund; what came back is the transaction's amount.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transaction {
    /// Name in its id.
    pub name: String,
    /// UTC day.
    pub date: Option<NaiveDate>,
    /// First UTC day of what was bought, or of the month of the usage.
    pub service_start: Option<NaiveDate>,
    /// Last UTC day of what was bought, or of the month of the usage.
    pub service_end: Option<NaiveDate>,
    /// The invoice; none while it is pending.
    pub invoice: Option<InvoiceName>,
    /// `Purchase`, `Usage Charge`, `Rounding adjustment` …, as on the wire.
    pub transaction_type: String,
    /// `All`, `Reservation`, `Other`, as on the wire.
    pub kind: Option<String>,
    /// `Refund`, `AzureFreeCredit`, `AzureCreditOffer`, `ServiceInterruption`, as on the wire; of credits alone.
    pub credit_type: Option<String>,
    /// Why there is one, in Azure's code.
    pub reason_code: Option<String>,
    /// Whether it is somebody else's product.
    pub is_third_party: Option<bool>,
    /// The profile it belongs to.
    pub profile: Option<ProfileName>,
    /// That profile's display name.
    pub profile_display_name: Option<String>,
    /// The section it belongs to.
    pub section: Option<SectionName>,
    /// That section's display name.
    pub section_display_name: Option<String>,
    /// The customer it belongs to (MPA).
    pub customer: Option<CustomerName>,
    /// That customer's display name.
    pub customer_display_name: Option<String>,
    /// `Compute`, `Storage` …
    pub product_family: Option<String>,
    /// What was bought.
    pub product_description: Option<String>,
    /// `Azure plan` …
    pub product_type: Option<String>,
    /// Id of that type.
    pub product_type_id: Option<String>,
    /// Part number of the product (EA).
    pub part_number: Option<String>,
    /// Which Azure plan it is of.
    pub azure_plan: Option<String>,
    /// How many.
    pub quantity: Option<Decimal>,
    /// Of what.
    pub unit_of_measure: Option<String>,
    /// How many units of the product were used.
    pub units: Option<Decimal>,
    /// What such a unit is.
    pub unit_type: Option<String>,
    /// Retail price per unit, in its own currency.
    pub market_price: Option<Money>,
    /// The discount, with the digits of the wire. Microsoft calls it a percentage and shows `0.1`.
    pub discount: Option<Decimal>,
    /// Price per unit after discounts, in its own currency.
    pub effective_price: Option<Money>,
    /// Code of the currency that the product is priced in, as on the wire.
    pub pricing_currency: Option<String>,
    /// Multiplier from the pricing to the billing currency.
    pub exchange_rate: Option<Decimal>,
    /// The charge.
    pub amount: Option<Money>,
    /// Charge less credit.
    pub sub_total: Option<Money>,
    /// Azure credit taken off.
    pub credit: Option<Money>,
    /// Tax, where it is kept per transaction.
    pub tax: Option<Money>,
    /// What it took off a commitment to consume (MACC), in the commitment's currency.
    pub commitment_decremented: Option<Money>,
    /// `SubtotalLevel`, `InvoiceLevel`: where the tax is reckoned in some countries, as on the wire.
    pub special_taxation_type: Option<String>,
}
