//! Words of the search, and the labels that a page ever had: older documents say *E-mailfactuur* or *e-min faktura*.
use crate::text::{Plural, words};

words! {
    PAGE: "Page", "Pagina", "Sida";
    ACCOUNT: "Billing account", "Factureringsrekening", "Faktureringskonto";
    PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    INVOICE: "Invoice", "Factuur", "Faktura";
    NOTHING_FOUND: "Nothing found", "Niets gevonden", "Inget hittades";
    FOUND_ONE: "{n} result", "{n} resultaat", "{n} resultat";
    FOUND_OTHER: "{n} results", "{n} resultaten", "{n} resultat";
}

/// How many were found.
pub const FOUND: Plural = Plural { one: FOUND_ONE, other: FOUND_OTHER };

/// Older and other labels of the billing scopes.
pub const SCOPES: &[&str] = &[
    "Cost Management + Billing",
    "Kostenbeheer en facturering",
    "Kostnadshantering och fakturering",
    "All billing scopes",
    "Switch scope",
    "Billing accounts",
    "Factureringsrekeningen",
    "Faktureringskonton",
];
/// Older and other labels of the invoices.
pub const INVOICES: &[&str] = &[
    "Invoices",
    "Facturen",
    "Fakturor",
    "Download invoice",
    "Factuur downloaden",
    "facturen downloaden",
    "ladda ned faktura",
    "Billing history",
    "Download Azure usage and charges",
    "Azure-gebruiksgegevens downloaden",
    "Download usage",
    "gebruiksgegevens downloaden",
    "ladda ned användning",
];
/// Older and other labels of the billing profiles.
pub const PROFILES: &[&str] =
    &["Billing profiles", "Factureringsprofielen", "Faktureringsprofiler", "facturerings profielen"];
/// Older and other labels of access control.
pub const ACCESS: &[&str] = &[
    "Access control (IAM)",
    "Toegangsbeheer (IAM)",
    "Åtkomstkontroll (IAM)",
    "Invoice manager",
    "Factuurbeheerder",
    "Fakturahanterare",
    "Role assignments",
    "Roltoewijzingen",
];
/// Older and other labels of the e-mail preference.
pub const EMAIL: &[&str] = &[
    "Invoice email preference",
    "Voorkeur voor factuur per e-mail",
    "Inställning för faktura via e-post",
    "Email my invoice",
    "e-mijn factuur",
    "e-min faktura",
    "Email invoice",
    "E-mailfactuur",
    "Receive invoice by email",
    "Factuur ontvangen per e-mail",
    "factuur e-mail voor keur",
    "Opt in",
    "Aanmelden",
    "Ontvangers configureren",
];
