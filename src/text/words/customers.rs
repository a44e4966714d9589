//! Words of a partner’s customers.
use crate::text::words;

words! {
    NAME: "Customer", "Klant", "Kund";
    OF_ACCOUNT: "Billing account", "Factureringsrekening", "Faktureringskonto";
    EMPTY: "No customers", "Geen klanten", "Inga kunder";
    EMPTY_REASON: "This billing account has no customers that you can see.", "Deze factureringsrekening heeft geen klanten die u kunt zien.", "Faktureringskontot har inga kunder som du kan se.";
}
