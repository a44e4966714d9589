//! The search: its own words, and the labels each place had in older portals, so that a person who learned them still finds it.
use crate::text::words;

words! {
    PAGES: "Pages", "Pagina's", "Sidor";
    ACTIONS: "Actions", "Acties", "Åtgärder";
    INVOICES: "Invoices", "Facturen", "Fakturor";
    PEOPLE: "People", "Personen", "Personer";
    NOTHING: "Nothing found for \"{text}\"", "Niets gevonden voor \"{text}\"", "Inget hittades för \"{text}\"";
    FORMERLY: "Formerly: {label}", "Voorheen: {label}", "Tidigare: {label}";
    RESULTS: "Search results", "Zoekresultaten", "Sökresultat";
}

/// A place that older labels lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
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
pub const LABELS: &[(&str, Place)] = &[
    ("Download invoice", Place::Invoices),
    ("Download invoices", Place::Invoices),
    ("Billing history", Place::Invoices),
    ("factuur downloaden", Place::Invoices),
    ("facturen downloaden", Place::Invoices),
    ("PDF met factuur downloaden", Place::Invoices),
    ("facturering geschiedenis", Place::Invoices),
    ("factureringsgeschiedenis", Place::Invoices),
    ("ladda ned faktura", Place::Invoices),
    ("fakturering historik", Place::Invoices),
    ("faktureringshistorik", Place::Invoices),
    ("Download usage", Place::DownloadUsage),
    ("Download usage and prices", Place::DownloadUsage),
    ("Prepare Azure usage file", Place::DownloadUsage),
    ("Download invoice and usage data", Place::DownloadUsage),
    ("gebruiksgegevens downloaden", Place::DownloadUsage),
    ("Factuur en gebruiksgegevens downloaden", Place::DownloadUsage),
    ("Azure-gebruiks bestand voorbereiden", Place::DownloadUsage),
    ("Azure-gebruiksbestand voorbereiden", Place::DownloadUsage),
    ("Azure-gebruik en -kosten downloaden", Place::DownloadUsage),
    ("ladda ned användning", Place::DownloadUsage),
    ("Email my invoice", Place::EmailPreference),
    ("Email invoice", Place::EmailPreference),
    ("Receive invoice by email", Place::EmailPreference),
    ("Invoice and Billing Notifications", Place::EmailPreference),
    ("Opt in", Place::EmailPreference),
    ("e-mijn factuur", Place::EmailPreference),
    ("E-mailfactuur", Place::EmailPreference),
    ("Factuur ontvangen per e-mail", Place::EmailPreference),
    ("factuur e-mail voor keur", Place::EmailPreference),
    ("Ontvangers configureren", Place::EmailPreference),
    ("Ontvanger toevoegen", Place::EmailPreference),
    ("Aanmelden voor factuur per e-mail", Place::EmailPreference),
    ("e-min faktura", Place::EmailPreference),
    ("Få faktura via e-post", Place::EmailPreference),
    ("Access to invoice", Place::AccessControl),
    ("Access to invoices", Place::AccessControl),
    ("Allow others to download invoice", Place::AccessControl),
    ("Manage access to billing", Place::AccessControl),
    ("Toegang tot factuur", Place::AccessControl),
    ("Toestaan dat anderen de factuur downloaden", Place::AccessControl),
    ("Anderen toestemming geven om factuur te downloaden", Place::AccessControl),
    ("Roltoewijzing toevoegen", Place::AccessControl),
    ("Factuurbeheerder", Place::AccessControl),
    ("Åtkomst till faktura", Place::AccessControl),
    ("Fakturahanterare", Place::AccessControl),
    ("Invoice manager", Place::AccessControl),
    ("All billing scopes", Place::BillingScopes),
    ("Switch scope", Place::BillingScopes),
    ("type factureringsrekening controleren", Place::BillingScopes),
    ("Factureringsrekeningen", Place::BillingScopes),
    ("Alla faktureringsomfång", Place::BillingScopes),
    ("Factureringsprofielen", Place::BillingProfiles),
    ("Faktureringsprofiler", Place::BillingProfiles),
    ("Update profile", Place::Properties),
    ("Profiel bijwerken", Place::Properties),
    ("Schakelen tussen directory's", Place::SwitchDirectory),
    ("Switch directory", Place::SwitchDirectory),
    ("Byt katalog", Place::SwitchDirectory),
    ("communicatievoorkeuren", Place::Settings),
    ("kommunikationsinställningar", Place::Settings),
    ("Portal settings", Place::Settings),
];

/// The labels that hold `text` in any case, with their places; those that begin with it come first. Nothing for an empty text.
pub fn labels_like(text: &str) -> Vec<(&'static str, Place)> {
    let wanted = text.trim().to_lowercase();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> =
        LABELS.iter().copied().filter(|(label, _)| label.to_lowercase().contains(&wanted)).collect();
    found.sort_by_key(|(label, _)| !label.to_lowercase().starts_with(&wanted));
    found
}
