//! Words of the search, and the labels that a page ever had: older documents say *E-mailfactuur* or *e-min faktura*.
use crate::billing::fold_case;
use crate::text::{Plural, words};

words! {
    PAGE: "Page", "Pagina", "Sida";
    ACCOUNT: "Billing account", "Factureringsrekening", "Faktureringskonto";
    PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    INVOICE: "Invoice", "Factuur", "Faktura";
    FORMERLY: "Formerly: {label}", "Voorheen: {label}", "Tidigare: {label}";
    NOTHING_FOUND: "Nothing found", "Niets gevonden", "Inget hittades";
    FOUND_ONE: "{n} result", "{n} resultaat", "{n} resultat";
    FOUND_OTHER: "{n} results", "{n} resultaten", "{n} resultat";
}

/// How many were found.
pub const FOUND: Plural = Plural { one: FOUND_ONE, other: FOUND_OTHER };

/// A place that older labels lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// The list of invoices.
    Invoices,
    /// The pane of the usage file.
    DownloadUsage,
    /// The pane of the e-mail preference.
    EmailPreference,
    /// Access control (IAM).
    AccessControl,
    /// The list of billing scopes.
    BillingScopes,
    /// The list of billing profiles.
    BillingProfiles,
    /// The properties of a profile or an account.
    Properties,
    /// The directories in the account menu.
    SwitchDirectory,
    /// Settings.
    Settings,
}

/// Labels that places have or had, in any language, with the place they lead to (seeds S000 to S004; the wording is kept as
/// it was printed, machine translation and all).
pub const LABELS: &[(&str, Target)] = &[
    ("Download invoice", Target::Invoices),
    ("Download invoices", Target::Invoices),
    ("Billing history", Target::Invoices),
    ("factuur downloaden", Target::Invoices),
    ("facturen downloaden", Target::Invoices),
    ("PDF met factuur downloaden", Target::Invoices),
    ("facturering geschiedenis", Target::Invoices),
    ("factureringsgeschiedenis", Target::Invoices),
    ("ladda ned faktura", Target::Invoices),
    ("fakturering historik", Target::Invoices),
    ("faktureringshistorik", Target::Invoices),
    ("Download usage", Target::DownloadUsage),
    ("Download usage and prices", Target::DownloadUsage),
    ("Prepare Azure usage file", Target::DownloadUsage),
    ("Download invoice and usage data", Target::DownloadUsage),
    ("gebruiksgegevens downloaden", Target::DownloadUsage),
    ("Factuur en gebruiksgegevens downloaden", Target::DownloadUsage),
    ("Azure-gebruiks bestand voorbereiden", Target::DownloadUsage),
    ("Azure-gebruiksbestand voorbereiden", Target::DownloadUsage),
    ("Azure-gebruik en -kosten downloaden", Target::DownloadUsage),
    ("ladda ned användning", Target::DownloadUsage),
    ("Email my invoice", Target::EmailPreference),
    ("Email invoice", Target::EmailPreference),
    ("Receive invoice by email", Target::EmailPreference),
    ("Invoice and Billing Notifications", Target::EmailPreference),
    ("Opt in", Target::EmailPreference),
    ("e-mijn factuur", Target::EmailPreference),
    ("E-mailfactuur", Target::EmailPreference),
    ("Factuur ontvangen per e-mail", Target::EmailPreference),
    ("factuur e-mail voor keur", Target::EmailPreference),
    ("Ontvangers configureren", Target::EmailPreference),
    ("Ontvanger toevoegen", Target::EmailPreference),
    ("Aanmelden voor factuur per e-mail", Target::EmailPreference),
    ("e-min faktura", Target::EmailPreference),
    ("Få faktura via e-post", Target::EmailPreference),
    ("Access to invoice", Target::AccessControl),
    ("Access to invoices", Target::AccessControl),
    ("Allow others to download invoice", Target::AccessControl),
    ("Manage access to billing", Target::AccessControl),
    ("Toegang tot factuur", Target::AccessControl),
    ("Toestaan dat anderen de factuur downloaden", Target::AccessControl),
    ("Anderen toestemming geven om factuur te downloaden", Target::AccessControl),
    ("Roltoewijzing toevoegen", Target::AccessControl),
    ("Factuurbeheerder", Target::AccessControl),
    ("Åtkomst till faktura", Target::AccessControl),
    ("Fakturahanterare", Target::AccessControl),
    ("Invoice manager", Target::AccessControl),
    ("Cost Management + Billing", Target::BillingScopes),
    ("Kostenbeheer en facturering", Target::BillingScopes),
    ("Kostnadshantering + fakturering", Target::BillingScopes),
    ("Kostnadshantering och fakturering", Target::BillingScopes),
    ("All billing scopes", Target::BillingScopes),
    ("Switch scope", Target::BillingScopes),
    ("type factureringsrekening controleren", Target::BillingScopes),
    ("Factureringsrekeningen", Target::BillingScopes),
    ("Alla faktureringsomfång", Target::BillingScopes),
    ("Factureringsprofielen", Target::BillingProfiles),
    ("Faktureringsprofiler", Target::BillingProfiles),
    ("Update profile", Target::Properties),
    ("Profiel bijwerken", Target::Properties),
    ("Schakelen tussen directory's", Target::SwitchDirectory),
    ("Switch directory", Target::SwitchDirectory),
    ("Byt katalog", Target::SwitchDirectory),
    ("communicatievoorkeuren", Target::Settings),
    ("kommunikationsinställningar", Target::Settings),
    ("Portal settings", Target::Settings),
];

/// The labels that hold `text` in any case, with their places; those that begin with it come first. Nothing for an empty text.
pub fn labels_like(text: &str) -> Vec<(&'static str, Target)> {
    let wanted = fold_case(text.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for (label, target) in LABELS {
        match fold_case(label).find(&wanted) {
            Some(0) => first.push((*label, *target)),
            Some(_) => rest.push((*label, *target)),
            None => {}
        }
    }
    first.append(&mut rest);
    first
}
