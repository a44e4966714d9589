//! Billing profiles and invoice sections: list, overview, properties.
use crate::text::{Plural, words};

words! {
    TITLE: "Billing profiles", "Factureringsprofielen", "Faktureringsprofiler";
    PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    NAME: "Name", "Naam", "Namn";
    PROFILE_ID: "Billing profile ID", "Id van factureringsprofiel", "Faktureringsprofil-ID";
    CURRENCY: "Billing currency", "Factureringsvaluta", "Faktureringsvaluta";
    CURRENCY_HINT: "The currency of a billing profile cannot be changed.", "De valuta van een factureringsprofiel kan niet worden gewijzigd.", "Valutan för en faktureringsprofil kan inte ändras.";
    INVOICE_DAY: "Invoice day", "Factuurdag", "Fakturadag";
    INVOICE_DAY_OF: "Day {day} of the month", "Dag {day} van de maand", "Dag {day} i månaden";
    PO_NUMBER: "PO number", "Inkoopordernummer", "Inköpsordernummer";
    MY_ROLE: "My role", "Mijn rol", "Min roll";
    STATUS: "Status", "Status", "Status";
    BILL_TO: "Bill to", "Factuuradres", "Faktureringsadress";
    SHIP_TO: "Ship to", "Verzendadres", "Leveransadress";
    SOLD_TO: "Sold to", "Verkocht aan", "Sålt till";
    PAYMENT_TERM: "Payment term", "Betalingstermijn", "Betalningsvillkor";
    SPENDING_LIMIT: "Spending limit", "Bestedingslimiet", "Utgiftsgräns";
    TAGS: "Tags", "Tags", "Taggar";
    NO_TAGS: "No tags", "Geen tags", "Inga taggar";
    AZURE_PLANS: "Azure plans", "Azure-plannen", "Azure-planer";
    EMAIL_INVOICE: "Invoice by e-mail", "Factuur per e-mail", "Faktura via e-post";
    PROPERTIES: "Properties", "Eigenschappen", "Egenskaper";
    ADDRESSES: "Addresses", "Adressen", "Adresser";
    INVOICE_SETTINGS: "Invoice settings", "Factuurinstellingen", "Fakturainställningar";
    SEARCH: "Search billing profiles", "Factureringsprofielen zoeken", "Sök faktureringsprofiler";
    EMPTY: "No billing profiles", "Geen factureringsprofielen", "Inga faktureringsprofiler";
    EMPTY_NO_ROLE: "You have no role on a billing profile of this account.", "U hebt geen rol voor een factureringsprofiel van dit account.", "Du har ingen roll för någon faktureringsprofil i kontot.";
    EMPTY_AGREEMENT: "Accounts of this agreement have no billing profiles.", "Accounts met deze overeenkomst hebben geen factureringsprofielen.", "Konton med det här avtalet har inga faktureringsprofiler.";
    ACTIVE: "Active", "Actief", "Aktiv";
    DISABLED: "Disabled", "Uitgeschakeld", "Inaktiverad";
    WARNED: "Warned", "Gewaarschuwd", "Varnad";
    DELETED: "Deleted", "Verwijderd", "Borttagen";
    UNDER_REVIEW: "Under review", "Wordt beoordeeld", "Granskas";
    REASON_PAST_DUE: "A bill is past due", "Een factuur is achterstallig", "En faktura har förfallit";
    REASON_UNUSUAL: "Unusual activity", "Ongebruikelijke activiteit", "Ovanlig aktivitet";
    REASON_LIMIT_REACHED: "The spending limit was reached", "De bestedingslimiet is bereikt", "Utgiftsgränsen har nåtts";
    REASON_LIMIT_EXPIRED: "The spending limit has expired", "De bestedingslimiet is verlopen", "Utgiftsgränsen har upphört att gälla";
    SECTIONS: "Invoice sections", "Factuursecties", "Fakturaavsnitt";
    SECTION: "Invoice section", "Factuursectie", "Fakturaavsnitt";
    SECTIONS_EMPTY: "No invoice sections", "Geen factuursecties", "Inga fakturaavsnitt";
    CUSTOMERS: "Customers", "Klanten", "Kunder";
    CUSTOMERS_EMPTY: "No customers", "Geen klanten", "Inga kunder";
    ACCESS_HERE: "Who has access", "Wie heeft toegang", "Vilka som har åtkomst";
    NOT_FOUND: "There is no such billing profile, or you may not see it", "Dit factureringsprofiel bestaat niet of u mag het niet zien", "Faktureringsprofilen finns inte eller så får du inte se den";
    COUNT_ONE: "{n} billing profile", "{n} factureringsprofiel", "{n} faktureringsprofil";
    COUNT_OTHER: "{n} billing profiles", "{n} factureringsprofielen", "{n} faktureringsprofiler";
}

/// How many billing profiles.
pub const COUNT: Plural = Plural { one: COUNT_ONE, other: COUNT_OTHER };
