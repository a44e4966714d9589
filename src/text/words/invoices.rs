//! The list of invoices: columns, filters, states, commands, and why it is empty.
use crate::text::{Plural, words};

words! {
    TITLE: "Invoices", "Facturen", "Fakturor";
    INVOICE_ID: "Invoice ID", "Factuur-id", "Faktura-ID";
    INVOICE_DATE: "Invoice date", "Factuurdatum", "Fakturadatum";
    DUE_DATE: "Due date", "Vervaldatum", "Förfallodatum";
    BILLING_PERIOD: "Billing period", "Factureringsperiode", "Faktureringsperiod";
    BILLING_PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    SUBSCRIPTION: "Subscription", "Abonnement", "Prenumeration";
    DOCUMENT_TYPE: "Document type", "Documenttype", "Dokumenttyp";
    INVOICE_TYPE: "Invoice type", "Factuurtype", "Fakturatyp";
    STATUS: "Status", "Status", "Status";
    TOTAL: "Total", "Totaal", "Summa";
    AMOUNT_DUE: "Amount due", "Verschuldigd bedrag", "Belopp att betala";
    PO_NUMBER: "PO number", "Inkoopordernummer", "Inköpsordernummer";
    CURRENCY: "Currency", "Valuta", "Valuta";
    SEARCH: "Search by invoice ID or PO number", "Zoeken op factuur-id of inkoopordernummer", "Sök på faktura-ID eller inköpsordernummer";
    TIMESPAN: "Timespan", "Periode", "Tidsperiod";
    LAST_3_MONTHS: "Last 3 months", "Afgelopen 3 maanden", "Senaste 3 månaderna";
    LAST_6_MONTHS: "Last 6 months", "Afgelopen 6 maanden", "Senaste 6 månaderna";
    LAST_12_MONTHS: "Last 12 months", "Afgelopen 12 maanden", "Senaste 12 månaderna";
    LAST_24_MONTHS: "Last 24 months", "Afgelopen 24 maanden", "Senaste 24 månaderna";
    TOTAL_PER_CURRENCY: "Total per currency", "Totaal per valuta", "Summa per valuta";
    DUE: "Due", "Te betalen", "Att betala";
    PAST_DUE: "Past due", "Achterstallig", "Förfallen";
    PAID: "Paid", "Betaald", "Betald";
    VOID: "Void", "Ongeldig", "Makulerad";
    LOCKED: "Locked", "Vergrendeld", "Låst";
    DUE_HINT: "Made and not yet paid. This is normal.", "Gemaakt en nog niet betaald. Dit is normaal.", "Skapad och inte betald än. Det här är normalt.";
    PAST_DUE_HINT: "A charge was declined, or the due date has passed.", "Een betaling is geweigerd of de vervaldatum is verstreken.", "En debitering nekades eller så har förfallodatumet passerat.";
    PAID_HINT: "Paid in full.", "Volledig betaald.", "Betald i sin helhet.";
    VOID_HINT: "Cancelled by a void document; it no longer counts.", "Geannuleerd door een vervallenverklaring; telt niet meer mee.", "Annullerad av ett makuleringsdokument; den räknas inte längre.";
    LOCKED_HINT: "It cannot be changed while Microsoft works on it.", "Kan niet worden gewijzigd terwijl Microsoft eraan werkt.", "Den kan inte ändras medan Microsoft arbetar med den.";
    KIND_INVOICE: "Invoice", "Factuur", "Faktura";
    KIND_VOID_NOTE: "Void document", "Vervallenverklaring", "Makuleringsdokument";
    KIND_TAX_RECEIPT: "Tax receipt", "Belastingdocument", "Skattekvitto";
    KIND_CREDIT_NOTE: "Credit note", "Creditnota", "Kreditfaktura";
    KIND_SUMMARY: "Summary", "Samenvatting", "Sammanfattning";
    KIND_TRANSACTIONS: "Transactions", "Transacties", "Transaktioner";
    TYPE_AZURE_SERVICES: "Azure services", "Azure-services", "Azure-tjänster";
    TYPE_MARKETPLACE: "Azure Marketplace and reservations", "Azure Marketplace en reserveringen", "Azure Marketplace och reservationer";
    TYPE_SUPPORT: "Azure support plan", "Azure-ondersteuningsplan", "Azure-supportplan";
    DOWNLOAD_USAGE: "Download Azure usage and charges", "Azure-gebruiksgegevens downloaden", "Ladda ned Azure-användning och avgifter";
    EMAIL_PREFERENCE: "Invoice email preference", "Voorkeur voor factuur per e-mail", "Inställning för faktura via e-post";
    EXPORT_CSV: "Export to CSV", "Exporteren naar CSV", "Exportera till CSV";
    EXPORT_SELECTION: "Export selection to CSV", "Selectie exporteren naar CSV", "Exportera markerade till CSV";
    OPEN_INVOICE: "Open invoice", "Factuur openen", "Öppna faktura";
    COPY_INVOICE_ID: "Copy invoice ID", "Factuur-id kopiëren", "Kopiera faktura-ID";
    COPY_AMOUNT: "Copy amount", "Bedrag kopiëren", "Kopiera belopp";
    EMPTY: "No invoices", "Geen facturen", "Inga fakturor";
    EMPTY_WHY: "Why don't I see an invoice?", "Waarom zie ik geen factuur?", "Varför ser jag ingen faktura?";
    REASON_NOT_READY: "The invoice has not been made yet. It follows a few days after the end of the billing period.", "De factuur is nog niet gemaakt. Deze volgt enkele dagen na het einde van de factureringsperiode.", "Fakturan har inte skapats än. Den kommer några dagar efter faktureringsperiodens slut.";
    REASON_NO_PERMISSION: "You have no role that shows invoices. Ask an owner of the billing profile or of the billing account.", "U hebt geen rol waarmee u facturen kunt zien. Vraag het een eigenaar van het factureringsprofiel of het factureringsaccount.", "Du har ingen roll som visar fakturor. Fråga en ägare av faktureringsprofilen eller faktureringskontot.";
    REASON_UNSUPPORTED: "This type of billing account does not show invoices here.", "Voor dit type factureringsaccount worden hier geen facturen weergegeven.", "För den här typen av faktureringskonto visas inga fakturor här.";
    REASON_OTHER_ACCOUNT: "The invoice may belong to another billing account. Look in the billing scopes.", "De factuur hoort mogelijk bij een ander factureringsaccount. Kijk bij de factureringsbereiken.", "Fakturan kan höra till ett annat faktureringskonto. Titta bland faktureringsomfången.";
    REASON_OTHER_IDENTITY: "You may have signed in with another identity that has the same e-mail address: a work account and a personal account are two.", "Mogelijk hebt u zich aangemeld met een andere identiteit met hetzelfde e-mailadres: een werkaccount en een persoonlijk account zijn er twee.", "Du kan ha loggat in med en annan identitet som har samma e-postadress: ett arbetskonto och ett personligt konto är två olika.";
    REASON_OTHER_DIRECTORY: "The billing account may belong to another directory. Switch directory.", "Het factureringsaccount hoort mogelijk bij een andere directory. Schakel over naar een andere directory.", "Faktureringskontot kan höra till en annan katalog. Byt katalog.";
    REASON_NEW_ACCOUNT: "The account is less than 30 days old.", "Het account is nog geen 30 dagen oud.", "Kontot är yngre än 30 dagar.";
    REASON_CREDIT: "The monthly credit was not exceeded, so nothing is owed.", "Het maandelijkse tegoed is niet overschreden, dus er is niets verschuldigd.", "Den månatliga krediten har inte överskridits, så inget ska betalas.";
    CANNOT_DISPLAY: "We can't display your invoices", "De facturen kunnen niet worden weergegeven", "Det går inte att visa dina fakturor";
    COUNT_ONE: "{n} invoice", "{n} factuur", "{n} faktura";
    COUNT_OTHER: "{n} invoices", "{n} facturen", "{n} fakturor";
}

/// How many invoices.
pub const COUNT: Plural = Plural { one: COUNT_ONE, other: COUNT_OTHER };
