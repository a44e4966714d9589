//! Words of the frame: top bar, menus, breadcrumb, account, bars, notifications.
use crate::text::{Plural, words};

words! {
    PRODUCT: "Cost Management + Billing", "Kostenbeheer en facturering", "Kostnadshantering och fakturering";
    BILLING_SCOPES: "Billing scopes", "Factureringsbereiken", "Faktureringsomfång";
    OVERVIEW: "Overview", "Overzicht", "Översikt";
    INVOICES: "Invoices", "Facturen", "Fakturor";
    BILLING_PROFILES: "Billing profiles", "Factureringsprofielen", "Faktureringsprofiler";
    INVOICE_SECTIONS: "Invoice sections", "Factuursecties", "Fakturaavsnitt";
    CUSTOMERS: "Customers", "Klanten", "Kunder";
    ACCESS_CONTROL: "Access control (IAM)", "Toegangsbeheer (IAM)", "Åtkomstkontroll (IAM)";
    PROPERTIES: "Properties", "Eigenschappen", "Egenskaper";
    GROUP_BILLING: "Billing", "Facturering", "Fakturering";
    GROUP_SETTINGS: "Settings", "Instellingen", "Inställningar";
    HOME: "Home", "Startpagina", "Startsida";
    MENU: "Menu", "Menu", "Meny";
    FILTER_MENU: "Filter menu", "Menu filteren", "Filtrera meny";
    COLLAPSE_MENU: "Collapse menu", "Menu samenvouwen", "Fäll ihop menyn";
    EXPAND_MENU: "Expand menu", "Menu uitvouwen", "Fäll ut menyn";
    BREADCRUMB: "Breadcrumb", "Broodkruimelpad", "Sökväg";
    COMMANDS: "Commands", "Opdrachten", "Kommandon";
    SKIP_TO_CONTENT: "Skip to the page", "Naar de pagina", "Gå till sidan";
    SEARCH: "Search pages, accounts and invoices", "Zoeken in pagina’s, rekeningen en facturen", "Sök bland sidor, konton och fakturor";
    NOTIFICATIONS: "Notifications", "Meldingen", "Meddelanden";
    NO_NOTIFICATIONS: "No notifications", "Geen meldingen", "Inga meddelanden";
    NO_NOTIFICATIONS_REASON: "What you change or download on this site appears here until you close the page.", "Wat u op deze site wijzigt of downloadt, verschijnt hier totdat u de pagina sluit.", "Det du ändrar eller laddar ned på webbplatsen visas här tills du stänger sidan.";
    CLEAR_NOTIFICATIONS: "Clear all", "Alles wissen", "Rensa alla";
    SETTINGS: "Settings", "Instellingen", "Inställningar";
    ACCOUNT: "Account", "Account", "Konto";
    ACCOUNT_MENU: "Account and directories", "Account en directory’s", "Konto och kataloger";
    SIGNED_IN_AS: "Signed in as", "Aangemeld als", "Inloggad som";
    SWITCH_DIRECTORY: "Switch directory", "Schakelen tussen directory’s", "Byt katalog";
    ALL_DIRECTORIES: "All directories", "Alle directory’s", "Alla kataloger";
    CURRENT_DIRECTORY: "Current directory", "Huidige directory", "Aktuell katalog";
    SWITCH_TO: "Switch to", "Overschakelen naar", "Byt till";
    DIRECTORY_BY_TOKEN: "An access token belongs to one directory. To see another one, get a token for it.", "Een toegangstoken hoort bij één directory. Vraag een token voor een andere directory aan om die te zien.", "En åtkomsttoken hör till en katalog. Hämta en token för en annan katalog för att se den.";
    VIEW_AS: "View as", "Weergeven als", "Visa som";
    VIEW_AS_HINT: "See the site as somebody else of the sandbox sees it, in this tab alone.", "Bekijk de site zoals iemand anders uit de sandbox die ziet, alleen op dit tabblad.", "Se webbplatsen som någon annan i sandlådan ser den, bara på den här fliken.";
    THAT_IS_YOU: "You", "U", "Du";
    VIEWING_AS: "Viewing as {name}", "Weergave als {name}", "Visas som {name}";
    STOP_VIEWING: "Stop", "Stoppen", "Avsluta";
    SANDBOX_WELCOME: "This is a sandbox: all data is invented, and what you change is kept in this browser only.", "Dit is een sandbox: alle gegevens zijn verzonnen en wat u wijzigt, wordt alleen in deze browser bewaard.", "Det här är en sandlåda: alla data är påhittade och det du ändrar sparas bara i den här webbläsaren.";
    RESET_SANDBOX: "Reset sandbox", "Sandbox opnieuw instellen", "Återställ sandlådan";
    DATA_SOURCE: "Data source", "Gegevensbron", "Datakälla";
    STORAGE_IN_MEMORY: "This browser does not keep data for this site. Your changes work, but are gone when you close the page.", "Deze browser bewaart geen gegevens voor deze site. Uw wijzigingen werken, maar zijn weg zodra u de pagina sluit.", "Webbläsaren sparar inga data för webbplatsen. Dina ändringar fungerar men försvinner när du stänger sidan.";
    STORAGE_SET_ASIDE: "What this browser kept for the sandbox cannot be read. It is left as it is; you see the sandbox as it was at first. Reset the sandbox to keep changes again.", "Wat deze browser voor de sandbox heeft bewaard, kan niet worden gelezen. Het blijft zoals het is; u ziet de sandbox zoals in het begin. Stel de sandbox opnieuw in om weer wijzigingen te bewaren.", "Det som webbläsaren har sparat för sandlådan kan inte läsas. Det lämnas som det är; du ser sandlådan som den var från början. Återställ sandlådan för att spara ändringar igen.";
    COPY_LINK: "Copy link to this page", "Koppeling naar deze pagina kopiëren", "Kopiera länk till sidan";
    LINK_COPIED: "The link was copied", "De koppeling is gekopieerd", "Länken har kopierats";
    NOWHERE: "Page not found", "Pagina niet gevonden", "Sidan hittades inte";
    NOWHERE_REASON: "There is no page at {path}. The link may be incomplete.", "Er is geen pagina op {path}. De koppeling is mogelijk onvolledig.", "Det finns ingen sida på {path}. Länken kan vara ofullständig.";
    GO_HOME: "Go to billing scopes", "Naar factureringsbereiken", "Gå till faktureringsomfång";
    NOTIFICATIONS_UNREAD_ONE: "Notifications, {n} new", "Meldingen, {n} nieuw", "Meddelanden, {n} nytt";
    NOTIFICATIONS_UNREAD_OTHER: "Notifications, {n} new", "Meldingen, {n} nieuw", "Meddelanden, {n} nya";
    BILLING_ACCOUNTS_COUNT_ONE: "{n} billing account", "{n} factureringsrekening", "{n} faktureringskonto";
    BILLING_ACCOUNTS_COUNT_OTHER: "{n} billing accounts", "{n} factureringsrekeningen", "{n} faktureringskonton";
}

/// The bell, with how many came.
pub const NOTIFICATIONS_UNREAD: Plural = Plural { one: NOTIFICATIONS_UNREAD_ONE, other: NOTIFICATIONS_UNREAD_OTHER };

/// How many billing accounts a directory has.
pub const BILLING_ACCOUNTS_COUNT: Plural =
    Plural { one: BILLING_ACCOUNTS_COUNT_ONE, other: BILLING_ACCOUNTS_COUNT_OTHER };
