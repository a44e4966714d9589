//! Words of the paper: an invoice, credit note or void document as PDF, and the index of an archive of them.
use crate::text::words;

words! {
    SOLD_TO: "Sold to", "Verkocht aan", "Såld till";
    BILL_TO: "Bill to", "Factuuradres", "Fakturaadress";
    CREDIT_NOTE_NUMBER: "Credit note ID", "Creditnota-id", "Kreditnota-ID";
    DOCUMENT_NUMBER: "Document ID", "Document-id", "Dokument-ID";
    DATE: "Date", "Datum", "Datum";
    SUBSCRIPTION: "Subscription", "Abonnement", "Prenumeration";
    INVOICE_FOR: "Invoice for", "Factuur voor", "Faktura för";
    FOR_SERVICES: "Azure services", "Azure-services", "Azure-tjänster";
    FOR_MARKETPLACE: "Azure Marketplace, reservations and spot", "Azure Marketplace, reserveringen en spot", "Azure Marketplace, reservationer och spot";
    FOR_SUPPORT: "Azure support plan", "Azure-ondersteuningsplan", "Azure-supportplan";
    PAYMENT_TERMS: "Payment terms", "Betalingsvoorwaarden", "Betalningsvillkor";
    NET_DAYS: "Net {n} days", "{n} dagen netto", "{n} dagar netto";
    VOID_NOTICE: "This document is void: nothing is to be paid on it.", "Dit document is geannuleerd: er hoeft niets op te worden betaald.", "Dokumentet är annullerat: inget ska betalas på det.";
    REPLACED_NOTICE: "This document has been replaced.", "Dit document is vervangen.", "Dokumentet har ersatts.";
    CREDIT_NOTICE: "This document gives money back.", "Met dit document wordt geld teruggegeven.", "Med dokumentet betalas pengar tillbaka.";
    VOID_NOTE_NOTICE: "This document cancels another one.", "Dit document annuleert een ander document.", "Dokumentet annullerar ett annat dokument.";
    RELATED_NOTICE: "Other documents belong to this one.", "Er horen andere documenten bij dit document.", "Andra dokument hör till det här.";
    TAX_AT: "Tax {rate}", "Belasting {rate}", "Skatt {rate}";
    UNIT_PRICE: "Unit price", "Prijs per eenheid", "Pris per enhet";
    OTHER: "Other", "Overig", "Övrigt";
    NO_SECTION: "Without invoice section", "Zonder factuursectie", "Utan fakturaavsnitt";
    SUB_TOTAL_OF: "Subtotal {name}", "Subtotaal {name}", "Delsumma {name}";
    CONTINUED: "{name} (continued)", "{name} (vervolg)", "{name} (forts.)";
    USAGE: "Usage", "Gebruik", "Användning";
    RESOURCE: "Resource", "Resource", "Resurs";
    NAME_TYPE_REGION: "Name · type · region", "Naam · type · regio", "Namn · typ · region";
    CONSUMED: "Consumed", "Verbruikt", "Förbrukat";
    INCLUDED: "Included", "Inbegrepen", "Inkluderat";
    BILLABLE: "Billable", "Factureerbaar", "Debiterbart";
    RATE: "Rate", "Tarief", "Pris";
    VALUE: "Value", "Waarde", "Värde";
    AMOUNT: "Amount", "Bedrag", "Belopp";
    MEANS: "Payment method", "Betaalmethode", "Betalningsmetod";
    PAGE: "Page {page} of {pages}", "Pagina {page} van {pages}", "Sida {page} av {pages}";
    MADE_BY: "Made by Factuur from the data of the billing API. This is not the tax document of Microsoft.", "Gemaakt door Factuur uit de gegevens van de facturerings-API. Dit is niet het belastingdocument van Microsoft.", "Skapad av Factuur utifrån data från fakturerings-API:et. Detta är inte skattedokumentet från Microsoft.";
    SUBSTITUTES: "Some letters are printed in their nearest Latin form. Searching and copying give the text as it is.", "Sommige letters zijn in hun dichtstbijzijnde Latijnse vorm gedrukt. Zoeken en kopiëren geven de tekst zoals die is.", "Vissa bokstäver är tryckta i sin närmaste latinska form. Sökning och kopiering ger texten som den är.";
    FILE_NAME: "File name", "Bestandsnaam", "Filnamn";
    FILE_SIZE: "Size (bytes)", "Grootte (bytes)", "Storlek (byte)";
    FILE_DIGEST: "SHA-256", "SHA-256", "SHA-256";
}
