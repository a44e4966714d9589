//! Billing scopes: the list of accounts, their agreements and states.
use crate::text::words;

words! {
    TITLE: "Billing scopes", "Factureringsbereiken", "Faktureringsomfång";
    SWITCH_SCOPE: "Switch scope", "Schakelen tussen bereiken", "Byt omfång";
    SELECT_SCOPE: "Select a billing scope", "Selecteer een factureringsbereik", "Välj ett faktureringsomfång";
    BILLING_ACCOUNT: "Billing account", "Factureringsaccount", "Faktureringskonto";
    BILLING_PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    INVOICE_SECTION: "Invoice section", "Factuursectie", "Fakturaavsnitt";
    CUSTOMER: "Customer", "Klant", "Kund";
    NAME: "Billing scope", "Factureringsbereik", "Faktureringsomfång";
    ACCOUNT_ID: "Billing account ID", "Id van factureringsaccount", "Faktureringskonto-ID";
    ACCOUNT_TYPE: "Billing account type", "Type factureringsaccount", "Typ av faktureringskonto";
    MY_ROLE: "My role", "Mijn rol", "Min roll";
    STATUS: "Status", "Status", "Status";
    EMPTY: "You have no billing scope in this directory", "U hebt geen factureringsbereik in deze directory", "Du har inget faktureringsomfång i den här katalogen";
    EMPTY_HINT: "A billing account belongs to one directory. Switch directory, or ask an owner of the account for a role.", "Een factureringsaccount hoort bij één directory. Schakel over naar een andere directory of vraag een eigenaar van het account om een rol.", "Ett faktureringskonto hör till en katalog. Byt katalog eller be en ägare av kontot om en roll.";
    AGREEMENT_MCA: "Microsoft Customer Agreement", "Microsoft-klantovereenkomst", "Microsoft-kundavtal";
    AGREEMENT_MPA: "Microsoft Partner Agreement", "Microsoft-partnerovereenkomst", "Microsoft-partneravtal";
    AGREEMENT_MOSP: "Microsoft Online Services Program", "Microsoft Online Services-programma", "Microsoft Online Services-program";
    AGREEMENT_EA: "Enterprise Agreement", "Enterprise Agreement", "Enterprise-avtal";
    MOSP_INVOICES_BY_SUBSCRIPTION: "Pay-as-you-go: one invoice per subscription. Access is given with Azure roles on the subscription.", "Betalen per gebruik: één factuur per abonnement. Toegang wordt verleend met Azure-rollen voor het abonnement.", "Betala per användning: en faktura per prenumeration. Åtkomst ges med Azure-roller för prenumerationen.";
    EA_NO_INVOICES: "Enterprise Agreement invoices are not shown here. They are sent to the person who was named to receive them.", "Facturen van een Enterprise Agreement worden hier niet weergegeven. Ze worden verzonden naar de persoon die als ontvanger is opgegeven.", "Fakturor för Enterprise-avtal visas inte här. De skickas till den person som har angetts som mottagare.";
    AVAILABLE: "Available", "Beschikbaar", "Tillgängligt";
    NOT_AVAILABLE: "Not available", "Niet beschikbaar", "Inte tillgänglig";
    ACTIVE: "Active", "Actief", "Aktivt";
    UNDER_REVIEW: "Under review", "Wordt beoordeeld", "Granskas";
    DISABLED: "Disabled", "Uitgeschakeld", "Inaktiverat";
    DELETED: "Deleted", "Verwijderd", "Borttaget";
    EXTENDED: "Extended", "Verlengd", "Förlängt";
    PENDING: "Pending", "In behandeling", "Väntande";
    NEW: "New", "Nieuw", "Nytt";
    EXPIRED: "Expired", "Verlopen", "Upphört att gälla";
    TERMINATED: "Terminated", "Beëindigd", "Avslutat";
    TRANSFERRED: "Transferred", "Overgedragen", "Överfört";
}
