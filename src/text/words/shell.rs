//! The frame around every page: top bar, menus, breadcrumbs, account, notifications.
use crate::text::{Plural, words};

words! {
    PRODUCT: "Cost Management + Billing", "Kostenbeheer en facturering", "Kostnadshantering och fakturering";
    APP: "Factuur", "Factuur", "Factuur";
    HOME: "Home", "Startpagina", "Start";
    SKIP_TO_CONTENT: "Skip to content", "Naar inhoud gaan", "Hoppa till innehållet";
    TOP_BAR: "Top bar", "Bovenste balk", "Översta fältet";
    MENU: "Menu", "Menu", "Meny";
    OPEN_MENU: "Open menu", "Menu openen", "Öppna menyn";
    CLOSE_MENU: "Close menu", "Menu sluiten", "Stäng menyn";
    COLLAPSE_MENU: "Collapse menu", "Menu samenvouwen", "Komprimera menyn";
    EXPAND_MENU: "Expand menu", "Menu uitvouwen", "Expandera menyn";
    FILTER_MENU: "Search the menu", "Zoeken in het menu", "Sök i menyn";
    BREADCRUMBS: "Breadcrumbs", "Broodkruimelpad", "Sökväg";
    GROUP_BILLING: "Billing", "Facturering", "Fakturering";
    GROUP_PRODUCTS: "Products + services", "Producten en services", "Produkter och tjänster";
    GROUP_SETTINGS: "Settings", "Instellingen", "Inställningar";
    GROUP_SUPPORT: "Support", "Ondersteuning", "Support";
    BILLING_SCOPES: "Billing scopes", "Factureringsbereiken", "Faktureringsomfång";
    OVERVIEW: "Overview", "Overzicht", "Översikt";
    INVOICES: "Invoices", "Facturen", "Fakturor";
    BILLING_PROFILES: "Billing profiles", "Factureringsprofielen", "Faktureringsprofiler";
    INVOICE_SECTIONS: "Invoice sections", "Factuursecties", "Fakturaavsnitt";
    CUSTOMERS: "Customers", "Klanten", "Kunder";
    ACCESS_CONTROL: "Access control (IAM)", "Toegangsbeheer (IAM)", "Åtkomstkontroll (IAM)";
    PROPERTIES: "Properties", "Eigenschappen", "Egenskaper";
    SEARCH_PLACEHOLDER: "Search pages, invoices and people", "Zoeken naar pagina's, facturen en personen", "Sök efter sidor, fakturor och personer";
    NOTIFICATIONS: "Notifications", "Meldingen", "Meddelanden";
    NOTIFICATIONS_EMPTY: "No notifications", "Geen meldingen", "Inga meddelanden";
    NOTIFICATIONS_EMPTY_HINT: "What you change or download is listed here.", "Wat u wijzigt of downloadt, wordt hier vermeld.", "Det du ändrar eller laddar ned visas här.";
    NOTIFICATIONS_CLEAR: "Dismiss all", "Alles negeren", "Ta bort alla";
    NOTIFICATION_ONE: "{n} notification", "{n} melding", "{n} meddelande";
    NOTIFICATION_OTHER: "{n} notifications", "{n} meldingen", "{n} meddelanden";
    SETTINGS: "Settings", "Instellingen", "Inställningar";
    HELP: "Help", "Help", "Hjälp";
    ACCOUNT_MENU: "Account menu", "Accountmenu", "Kontomeny";
    SIGNED_IN_AS: "Signed in as {name}", "Aangemeld als {name}", "Inloggad som {name}";
    DIRECTORY: "Directory", "Directory", "Katalog";
    SWITCH_DIRECTORY: "Switch directory", "Schakelen tussen directory's", "Byt katalog";
    ALL_DIRECTORIES: "All directories", "Alle directory's", "Alla kataloger";
    CURRENT_DIRECTORY: "Current directory", "Huidige directory", "Aktuell katalog";
    SWITCH: "Switch", "Schakelen", "Byt";
    SWITCHED_DIRECTORY: "You are now in {name}", "U bent nu in {name}", "Du är nu i {name}";
    VIEW_AS: "View as", "Weergeven als", "Visa som";
    VIEW_AS_HINT: "See the portal as another person of the sandbox does.", "Bekijk de portal zoals een andere persoon in de sandbox die ziet.", "Se portalen så som en annan person i sandbox-miljön ser den.";
    VIEWING_AS: "Viewing as {name}", "Weergegeven als {name}", "Visas som {name}";
    STOP: "Stop", "Stoppen", "Sluta";
    STOPPED_VIEWING: "You are yourself again", "U bent weer uzelf", "Du är dig själv igen";
    SANDBOX_FIRST: "This is a sandbox with invented data, kept in this browser only.", "Dit is een sandbox met verzonnen gegevens, die alleen in deze browser worden bewaard.", "Det här är en sandbox-miljö med påhittade data som bara sparas i den här webbläsaren.";
    RESET: "Reset", "Opnieuw instellen", "Återställ";
    DATA_SOURCE: "Data source", "Gegevensbron", "Datakälla";
    STORE_BLOCKED: "The browser does not let this site keep data. Your changes hold until you close the page.", "De browser laat deze site geen gegevens bewaren. Uw wijzigingen blijven behouden totdat u de pagina sluit.", "Webbläsaren låter inte webbplatsen spara data. Dina ändringar finns kvar tills du stänger sidan.";
    STORE_FULL: "The browser's storage is full. Your changes hold until you close the page.", "De opslag van de browser is vol. Uw wijzigingen blijven behouden totdat u de pagina sluit.", "Webbläsarens lagring är full. Dina ändringar finns kvar tills du stänger sidan.";
    FAVORITE_ADD: "Add to favorites", "Toevoegen aan favorieten", "Lägg till i favoriter";
    FAVORITE_REMOVE: "Remove from favorites", "Verwijderen uit favorieten", "Ta bort från favoriter";
    PAGE_NOT_FOUND: "This page does not exist", "Deze pagina bestaat niet", "Sidan finns inte";
    PAGE_NOT_FOUND_HINT: "Check the address, or start from the billing scopes.", "Controleer het adres of begin bij de factureringsbereiken.", "Kontrollera adressen eller börja från faktureringsomfången.";
    GO_TO_SCOPES: "Go to billing scopes", "Naar factureringsbereiken gaan", "Gå till faktureringsomfång";
    OPENS_NEW_TAB: "Opens in a new tab", "Wordt geopend in een nieuw tabblad", "Öppnas på en ny flik";
}

/// How many notifications.
pub const NOTIFICATION_COUNT: Plural = Plural { one: NOTIFICATION_ONE, other: NOTIFICATION_OTHER };
