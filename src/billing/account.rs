//! Billing accounts, billing profiles, invoice sections and customers.
use super::open::open_enum;
use super::{AccountName, Currency, CustomerName, EmailPreference, ProfileName, Scope, SectionName, TenantId};
use chrono::NaiveDate;

open_enum! {
    /// The agreement a billing account was made under (contract §2). It decides what the account has.
    AgreementType {
        /// Microsoft Online Services Program: pay-as-you-go, an invoice per subscription.
        Mosp = "MicrosoftOnlineServicesProgram",
        /// Microsoft Customer Agreement: an invoice per billing profile.
        Mca = "MicrosoftCustomerAgreement",
        /// Microsoft Partner Agreement: an invoice per billing profile, customers below it.
        Mpa = "MicrosoftPartnerAgreement",
        /// Enterprise Agreement: invoices go to the configured receiver and are not shown here (seed S001-01; of the
        /// contradicting sources, blades 6.1 row 7, this one is followed).
        Ea = "EnterpriseAgreement",
    }
}

impl AgreementType {
    /// Whether accounts of this agreement have billing profiles (contract §2).
    pub fn has_profiles(&self) -> bool {
        matches!(self, AgreementType::Mca | AgreementType::Mpa)
    }

    /// Whether invoices of its accounts are shown here: per billing profile, or per subscription (MOSP).
    pub fn has_invoices(&self) -> bool {
        matches!(self, AgreementType::Mosp | AgreementType::Mca | AgreementType::Mpa)
    }

    /// Whether its billing profiles have invoice sections.
    pub fn has_sections(&self) -> bool {
        matches!(self, AgreementType::Mca)
    }

    /// Whether its billing profiles have customers.
    pub fn has_customers(&self) -> bool {
        matches!(self, AgreementType::Mpa)
    }

    /// Whether billing roles are given on it; pay-as-you-go accounts use Azure roles on the subscription instead.
    pub fn has_billing_roles(&self) -> bool {
        matches!(self, AgreementType::Mca | AgreementType::Mpa)
    }
}

open_enum! {
    /// State of a billing account (contract §3).
    AccountStatus {
        /// In use.
        Active = "Active",
        /// Under review by Microsoft.
        UnderReview = "UnderReview",
        /// Cannot be used.
        Disabled = "Disabled",
        /// Removed.
        Deleted = "Deleted",
        /// Past its end date, still running.
        Extended = "Extended",
        /// Not yet agreed.
        Pending = "Pending",
        /// Just made.
        New = "New",
        /// Past its end date.
        Expired = "Expired",
        /// Ended.
        Terminated = "Terminated",
        /// Moved to another agreement.
        Transferred = "Transferred",
    }
}

/// A billing account (contract §3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillingAccount {
    /// Name in the account's id.
    pub name: AccountName,
    /// What people call it.
    pub display_name: String,
    /// Its agreement.
    pub agreement: AgreementType,
    /// `Enterprise`, `Individual`, `Partner` …, as on the wire.
    pub account_type: String,
    /// Its state.
    pub status: AccountStatus,
    /// The directory it belongs to.
    pub tenant: Option<TenantId>,
    /// UTC day it was made, where that is told: the anchor of a MOSP account's invoices (seed S001-03).
    pub created: Option<NaiveDate>,
    /// Whether the caller may read all of it, not only something below it.
    pub has_read_access: Option<bool>,
    /// Address of the sold-to party, where it was asked for.
    pub sold_to: Option<Address>,
}

impl BillingAccount {
    /// The account as a scope.
    pub fn scope(&self) -> Scope {
        Scope::Account(self.name.clone())
    }
}

/// A postal address (contract §3, `AddressDetails`). Every part may be missing; what is not known here is kept in `rest`
/// as wire text, so that writing a profile back loses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// Company.
    pub company_name: Option<String>,
    /// Given name of the contact.
    pub first_name: Option<String>,
    /// Middle name of the contact.
    pub middle_name: Option<String>,
    /// Family name of the contact.
    pub last_name: Option<String>,
    /// First address line.
    pub address_line1: Option<String>,
    /// Second address line.
    pub address_line2: Option<String>,
    /// Third address line.
    pub address_line3: Option<String>,
    /// District.
    pub district: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Region, state or province.
    pub region: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone_number: Option<String>,
    /// Whether Microsoft found the address valid.
    pub is_valid_address: Option<bool>,
}

open_enum! {
    /// State of a billing profile (contract §4).
    ProfileStatus {
        /// In use.
        Active = "Active",
        /// Cannot be used.
        Disabled = "Disabled",
        /// About to be disabled.
        Warned = "Warned",
        /// Removed.
        Deleted = "Deleted",
        /// Under review by Microsoft.
        UnderReview = "UnderReview",
    }
}

open_enum! {
    /// Why a billing profile or an invoice section is in its state (contract §4).
    StatusReason {
        /// A bill is past due.
        PastDue = "PastDue",
        /// Unusual activity.
        UnusualActivity = "UnusualActivity",
        /// The spending limit was reached.
        SpendingLimitReached = "SpendingLimitReached",
        /// The spending limit has expired.
        SpendingLimitExpired = "SpendingLimitExpired",
    }
}

/// A plan that subscriptions of a profile may use: `0001` is the Azure plan, `0002` the Azure plan for Dev/Test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AzurePlan {
    /// Product id, if told.
    pub product_id: Option<String>,
    /// Stock keeping unit.
    pub sku_id: Option<String>,
    /// Its description, if told.
    pub sku_description: Option<String>,
}

/// A payment term such as `net30`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentTerm {
    /// `netXX`, as on the wire.
    pub term: Option<String>,
    /// First day it holds, as on the wire.
    pub start_date: Option<String>,
    /// Last day it holds, as on the wire.
    pub end_date: Option<String>,
}

/// A billing profile (contract §4): what an MCA or MPA invoice is made for. Holds the whole writable set, since there is
/// no PATCH and a PUT that leaves something out may clear it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillingProfile {
    /// The account it belongs to.
    pub account: AccountName,
    /// Name in its id.
    pub name: ProfileName,
    /// What people call it.
    pub display_name: String,
    /// Its billing currency; it cannot be changed.
    pub currency: Option<Currency>,
    /// Its state.
    pub status: ProfileStatus,
    /// Why it is in that state.
    pub status_reason: Option<StatusReason>,
    /// Day of the month its invoice is made on.
    pub invoice_day: Option<u8>,
    /// The order number printed on its invoices.
    pub po_number: Option<String>,
    /// Whom the invoice is addressed to.
    pub bill_to: Option<Address>,
    /// Where goods would go.
    pub ship_to: Option<Address>,
    /// Whom it is sold to.
    pub sold_to: Option<Address>,
    /// Who is sent its invoices.
    pub email: EmailPreference,
    /// Plans its subscriptions may use.
    pub enabled_azure_plans: Vec<AzurePlan>,
    /// Current payment term.
    pub payment_term: Option<PaymentTerm>,
    /// The partner the account was bought through (`indirectRelationshipInfo`), as its JSON text: kept so that a PUT
    /// gives back what it was given.
    pub indirect_relationship: Option<String>,
    /// `Off` or `On`, as on the wire.
    pub spending_limit: Option<String>,
    /// Key and value pairs on the profile.
    pub tags: Vec<(String, String)>,
    /// Number Microsoft's own systems know it by.
    pub system_id: Option<String>,
    /// Whether the caller may read it.
    pub has_read_access: Option<bool>,
}

impl BillingProfile {
    /// The profile as a scope.
    pub fn scope(&self) -> Scope {
        Scope::Profile(self.account.clone(), self.name.clone())
    }
}

/// An invoice section (MCA, contract §6): a part of the profile's invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceSection {
    /// The account it belongs to.
    pub account: AccountName,
    /// The profile it belongs to.
    pub profile: ProfileName,
    /// Name in its id.
    pub name: SectionName,
    /// What people call it.
    pub display_name: String,
    /// `Active`, `Disabled` …, as on the wire.
    pub state: String,
    /// Number Microsoft's own systems know it by.
    pub system_id: Option<String>,
}

impl InvoiceSection {
    /// The section as a scope.
    pub fn scope(&self) -> Scope {
        Scope::Section(self.account.clone(), self.profile.clone(), self.name.clone())
    }
}

/// A customer of a partner (MPA, contract §6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// The account it belongs to.
    pub account: AccountName,
    /// The profile it was listed under, if any.
    pub profile: Option<ProfileName>,
    /// Name in its id.
    pub name: CustomerName,
    /// What people call it.
    pub display_name: String,
    /// `Active`, `Disabled` …, as on the wire.
    pub status: String,
}

/// A span of billing days, both ends included, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
}
