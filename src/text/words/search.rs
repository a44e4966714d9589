//! Words of the search, and the labels that a page ever had: older documents say *E-mailfactuur* or *e-min faktura*.
use crate::billing::fold_case;
use crate::text::{Plural, words};

words! {
    PAGE: "Page", "Pagina", "Sida";
    ACCOUNT: "Billing account", "Factureringsrekening", "Faktureringskonto";
    PROFILE: "Billing profile", "Factureringsprofiel", "Faktureringsprofil";
    SUBSCRIPTION: "Subscription", "Abonnement", "Prenumeration";
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
    /// The subscriptions of a pay-as-you-go account.
    Subscriptions,
    /// *Access to invoice* of a subscription.
    InvoiceAccess,
    /// Billing history, statements and usage files, as the Account Center had them.
    BillingHistory,
    /// How the invoices are paid.
    PaymentMethods,
    /// Why there is no invoice, and support.
    WhyNoInvoice,
    /// Settings.
    Settings,
    /// A usage file of the person's own.
    Explore,
}

/// Labels that places have or had, in any language, with the place they lead to (seeds S000 to S004; the wording is kept as
/// it was printed, machine translation and all).
pub const LABELS: &[(&str, Target)] = &[
    ("Download invoice", Target::Invoices),
    ("Download invoices", Target::Invoices),
    ("View invoice", Target::Invoices),
    ("Factuur weergeven", Target::Invoices),
    ("factuur downloaden", Target::Invoices),
    ("facturen downloaden", Target::Invoices),
    ("PDF met factuur downloaden", Target::Invoices),
    ("ladda ned faktura", Target::Invoices),
    ("Billing history", Target::BillingHistory),
    ("facturering geschiedenis", Target::BillingHistory),
    ("factureringsgeschiedenis", Target::BillingHistory),
    ("fakturering historik", Target::BillingHistory),
    ("faktureringshistorik", Target::BillingHistory),
    ("View Current Statement", Target::BillingHistory),
    ("weergave huidige instructie", Target::BillingHistory),
    ("Visa aktuella instruktionen", Target::BillingHistory),
    ("Account Center", Target::BillingHistory),
    ("Azure-Accountcentrum", Target::BillingHistory),
    ("Azure Kontocenter", Target::BillingHistory),
    ("Billing APIs", Target::BillingHistory),
    ("facturering API's", Target::BillingHistory),
    ("fakturerings-API: er", Target::BillingHistory),
    ("onverwachte kosten analyseren", Target::BillingHistory),
    ("Subscriptions blade", Target::Subscriptions),
    ("Support plan", Target::Subscriptions),
    ("Azure-ondersteuningsplan", Target::Subscriptions),
    ("Azure-supportplan", Target::Subscriptions),
    ("abonnementen blade", Target::Subscriptions),
    ("Abonnementenpagina", Target::Subscriptions),
    ("prenumerationer bladet", Target::Subscriptions),
    ("Payment methods", Target::PaymentMethods),
    ("Betaalmethoden", Target::PaymentMethods),
    ("Betalningsmetoder", Target::PaymentMethods),
    ("Not available", Target::WhyNoInvoice),
    ("niet beschikbaar", Target::WhyNoInvoice),
    ("inte tillgänglig", Target::WhyNoInvoice),
    ("Why don’t I see an invoice", Target::WhyNoInvoice),
    ("Waarom zie ik een factuur niet", Target::WhyNoInvoice),
    ("Waarom u mogelijk geen factuur ziet", Target::WhyNoInvoice),
    ("Varför ser jag en faktura", Target::WhyNoInvoice),
    ("Contact support", Target::WhyNoInvoice),
    ("contact op met ondersteuning", Target::WhyNoInvoice),
    ("supporten", Target::WhyNoInvoice),
    ("We can't display your invoices. Please try again", Target::WhyNoInvoice),
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
    ("Opt-in", Target::EmailPreference),
    ("e-mijn factuur", Target::EmailPreference),
    ("E-mailfactuur", Target::EmailPreference),
    ("Factuur ontvangen per e-mail", Target::EmailPreference),
    ("factuur e-mail voor keur", Target::EmailPreference),
    ("Ontvangers configureren", Target::EmailPreference),
    ("Ontvanger toevoegen", Target::EmailPreference),
    ("Aanmelden voor factuur per e-mail", Target::EmailPreference),
    ("e-min faktura", Target::EmailPreference),
    ("välja (Opt in)", Target::EmailPreference),
    ("Aanmelden", Target::EmailPreference),
    ("Få faktura via e-post", Target::EmailPreference),
    ("Access to invoice", Target::InvoiceAccess),
    ("Access to invoices", Target::InvoiceAccess),
    ("Allow others to download invoice", Target::InvoiceAccess),
    ("Access control (IAM)", Target::AccessControl),
    ("Toegangsbeheer (IAM)", Target::AccessControl),
    ("Åtkomstkontroll (IAM)", Target::AccessControl),
    ("Manage access to billing", Target::AccessControl),
    ("Toegang tot factuur", Target::InvoiceAccess),
    ("Toestaan dat anderen de factuur downloaden", Target::InvoiceAccess),
    ("Anderen toestemming geven om factuur te downloaden", Target::InvoiceAccess),
    ("Roltoewijzing toevoegen", Target::AccessControl),
    ("Factuurbeheerder", Target::AccessControl),
    ("Åtkomst till faktura", Target::InvoiceAccess),
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
    ("communicatievoorkeuren in uw profiel", Target::Properties),
    ("kommunikationsinställningar i din profil", Target::Properties),
    ("Profiel bijwerken", Target::Properties),
    ("Schakelen tussen directory's", Target::SwitchDirectory),
    ("Switch directory", Target::SwitchDirectory),
    ("Byt katalog", Target::SwitchDirectory),
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
