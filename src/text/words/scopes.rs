//! Words of billing scopes: accounts, agreements, states.
use crate::text::{Plural, words};

words! {
    NAME: "Billing account", "Factureringsrekening", "Faktureringskonto";
    TYPE: "Billing account type", "Type factureringsrekening", "Typ av faktureringskonto";
    ACCOUNT_TYPE: "Account type", "Rekeningtype", "Kontotyp";
    TENANT: "Directory id", "Directory-id", "Katalog-ID";
    SOLD_TO: "Sold to", "Verkocht aan", "Såld till";
    AVAILABLE: "Available here", "Hier beschikbaar", "Tillgängligt här";
    FILTER: "Filter by name or id", "Filteren op naam of id", "Filtrera på namn eller ID";
    MOSP: "Microsoft Online Services Program", "Microsoft Online Services-programma", "Microsoft Online Services-program";
    MCA: "Microsoft Customer Agreement", "Microsoft-klantovereenkomst", "Microsoft-kundavtal";
    MPA: "Microsoft Partner Agreement", "Microsoft Partner-overeenkomst", "Microsoft-partneravtal";
    EA: "Enterprise Agreement", "Enterprise Agreement", "Enterprise-avtal";
    AVAILABLE_MCA: "Invoices, billing profiles, invoice sections, access control, invoices by email and usage files.", "Facturen, factureringsprofielen, factuursecties, toegangsbeheer, facturen per e-mail en gebruiksbestanden.", "Fakturor, faktureringsprofiler, fakturaavsnitt, åtkomstkontroll, fakturor via e-post och användningsfiler.";
    AVAILABLE_MPA: "Invoices, billing profiles, customers, access control, invoices by email and usage files.", "Facturen, factureringsprofielen, klanten, toegangsbeheer, facturen per e-mail en gebruiksbestanden.", "Fakturor, faktureringsprofiler, kunder, åtkomstkontroll, fakturor via e-post och användningsfiler.";
    AVAILABLE_MOSP: "Subscriptions, invoices by billing period, access to invoice, invoices by email, billing history and usage files.", "Abonnementen, facturen per factureringsperiode, toegang tot factuur, facturen per e-mail, factureringsgeschiedenis en gebruiksbestanden.", "Prenumerationer, fakturor per faktureringsperiod, åtkomst till faktura, fakturor via e-post, faktureringshistorik och användningsfiler.";
    AVAILABLE_EA: "Name, type and properties. Invoices of an Enterprise Agreement are sent to the receiver that was set up and are not shown here.", "Naam, type en eigenschappen. Facturen van een Enterprise Agreement worden verzonden naar de ingestelde ontvanger en hier niet weergegeven.", "Namn, typ och egenskaper. Fakturor för ett Enterprise-avtal skickas till den mottagare som har angetts och visas inte här.";
    AVAILABLE_OTHER: "Name, type and properties.", "Naam, type en eigenschappen.", "Namn, typ och egenskaper.";
    EMPTY: "No billing accounts", "Geen factureringsrekeningen", "Inga faktureringskonton";
    EMPTY_REASON: "{email} has no role on a billing account in this directory. Ask the owner of the account for one, or look in another directory.", "{email} heeft geen rol voor een factureringsrekening in deze directory. Vraag de eigenaar van de rekening om een rol of kijk in een andere directory.", "{email} har ingen roll på ett faktureringskonto i den här katalogen. Be kontots ägare om en roll eller titta i en annan katalog.";
    NOT_FOUND: "You cannot see this billing account", "U kunt deze factureringsrekening niet zien", "Du kan inte se det här faktureringskontot";
    NOT_FOUND_REASON: "It does not exist, belongs to another directory, or you have no role on it. Its owner or account administrator can give you one.", "De rekening bestaat niet, hoort bij een andere directory of u hebt er geen rol voor. De eigenaar of accountbeheerder kan u een rol geven.", "Kontot finns inte, hör till en annan katalog eller så har du ingen roll på det. Dess ägare eller kontoadministratör kan ge dig en.";
    KIND_ACCOUNT: "Billing account", "Factureringsrekening", "Faktureringskonto";
    KIND_PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    KIND_SECTION: "Invoice section", "Factuursectie", "Fakturaavsnitt";
    KIND_CUSTOMER: "Customer", "Klant", "Kund";
    STATUS_ACTIVE: "Active", "Actief", "Aktivt";
    STATUS_UNDER_REVIEW: "Under review", "Wordt beoordeeld", "Granskas";
    STATUS_DISABLED: "Disabled", "Uitgeschakeld", "Inaktiverat";
    STATUS_DELETED: "Deleted", "Verwijderd", "Borttaget";
    STATUS_EXTENDED: "Extended", "Verlengd", "Förlängt";
    STATUS_PENDING: "Pending", "In behandeling", "Väntar";
    STATUS_NEW: "New", "Nieuw", "Nytt";
    STATUS_EXPIRED: "Expired", "Verlopen", "Upphört";
    STATUS_TERMINATED: "Terminated", "Beëindigd", "Avslutat";
    STATUS_TRANSFERRED: "Transferred", "Overgedragen", "Överfört";
    COUNT_ONE: "{n} billing scope", "{n} factureringsbereik", "{n} faktureringsomfång";
    COUNT_OTHER: "{n} billing scopes", "{n} factureringsbereiken", "{n} faktureringsomfång";
}

/// How many scopes are shown.
pub const COUNT: Plural = Plural { one: COUNT_ONE, other: COUNT_OTHER };
