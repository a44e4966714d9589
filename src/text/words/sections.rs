//! Words of invoice sections.
use crate::text::words;

words! {
    NAME: "Invoice section", "Factuursectie", "Fakturaavsnitt";
    OF_PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    EMPTY: "No invoice sections", "Geen factuursecties", "Inga fakturaavsnitt";
    EMPTY_REASON: "This billing profile has no invoice sections that you can see.", "Dit factureringsprofiel heeft geen factuursecties die u kunt zien.", "Faktureringsprofilen har inga fakturaavsnitt som du kan se.";
}
