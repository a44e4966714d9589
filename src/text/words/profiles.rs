//! Words of billing profiles.
use crate::text::{Plural, words};

words! {
    NAME: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    OF_ACCOUNT: "Billing account", "Factureringsrekening", "Faktureringskonto";
    INVOICE_DAY: "Invoice day", "Factuurdag", "Fakturadag";
    INVOICES_BY_EMAIL: "Invoices by email", "Facturen per e-mail", "Fakturor via e-post";
    FILTER: "Filter by name, id or PO number", "Filteren op naam, id of inkooporder", "Filtrera på namn, ID eller inköpsorder";
    EMPTY: "No billing profiles", "Geen factureringsprofielen", "Inga faktureringsprofiler";
    EMPTY_REASON: "You have no role on a billing profile of this account. The owner of the account can give you one.", "U hebt geen rol voor een factureringsprofiel van deze rekening. De eigenaar van de rekening kan u een rol geven.", "Du har ingen roll på en faktureringsprofil i kontot. Kontots ägare kan ge dig en.";
    NOT_FOR_AGREEMENT: "Accounts with this agreement have no billing profiles.", "Rekeningen met deze overeenkomst hebben geen factureringsprofielen.", "Konton med det här avtalet har inga faktureringsprofiler.";
    STATUS_ACTIVE: "Active", "Actief", "Aktiv";
    STATUS_DISABLED: "Disabled", "Uitgeschakeld", "Inaktiverad";
    STATUS_DELETED: "Deleted", "Verwijderd", "Borttagen";
    STATUS_WARNED: "Warned", "Gewaarschuwd", "Varnad";
    STATUS_BAR: "Attention: {reason}", "Let op: {reason}", "Obs: {reason}";
    REASON_PAST_DUE: "a bill is past due", "er is een achterstallige factuur", "en faktura är förfallen";
    REASON_UNUSUAL_ACTIVITY: "unusual activity was seen", "er is ongebruikelijke activiteit gezien", "ovanlig aktivitet har upptäckts";
    REASON_SPENDING_LIMIT_REACHED: "the spending limit was reached", "de bestedingslimiet is bereikt", "utgiftsgränsen har nåtts";
    REASON_SPENDING_LIMIT_EXPIRED: "the spending limit has expired", "de bestedingslimiet is verlopen", "utgiftsgränsen har upphört";
    ONLY_THE_NAME: "You have no role on this billing profile: only its name is shown.", "U hebt geen rol voor dit factureringsprofiel: alleen de naam wordt weergegeven.", "Du har ingen roll på den här faktureringsprofilen: bara namnet visas.";
    BILL_TO: "Bill to", "Factureren aan", "Faktureras till";
    SOLD_TO: "Sold to", "Verkocht aan", "Såld till";
    SHIP_TO: "Ship to", "Verzenden naar", "Skickas till";
    PAYMENT_TERM: "Payment term", "Betalingstermijn", "Betalningsvillkor";
    NET_DAYS: "Net {n} days", "{n} dagen netto", "{n} dagar netto";
    AZURE_PLANS: "Azure plans", "Azure-plannen", "Azure-planer";
    RECIPIENTS: "Additional recipients", "Extra ontvangers", "Ytterligare mottagare";
    TAGS: "Tags", "Tags", "Taggar";
    SYSTEM_ID: "System id", "Systeem-id", "System-ID";
    COUNT_ONE: "{n} billing profile", "{n} factureringsprofiel", "{n} faktureringsprofil";
    COUNT_OTHER: "{n} billing profiles", "{n} factureringsprofielen", "{n} faktureringsprofiler";
}

/// How many profiles.
pub const COUNT: Plural = Plural { one: COUNT_ONE, other: COUNT_OTHER };
