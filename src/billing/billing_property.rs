//! What a subscription says about who bills it (contract §8): the way from a subscription to its billing account.
use super::{AccountName, AgreementType, Currency, SubscriptionId, SubscriptionStatus, TenantId};

/// The billing property of a subscription, as the person who asks sees it (contract §8). What the API left out is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillingProperty {
    /// The subscription that was asked about.
    pub subscription: SubscriptionId,
    /// Its billing account.
    pub account: AccountName,
    /// What people call the account.
    pub account_display_name: Option<String>,
    /// Agreement of the account.
    pub agreement: AgreementType,
    /// Whether the person who asks is the account administrator (MOSP): the only place where Azure says it.
    pub is_account_admin: Option<bool>,
    /// The account administrator's address for notifications (MOSP). Invoices need not go there.
    pub account_admin_email: Option<String>,
    /// The directory that the account belongs to.
    pub tenant: Option<TenantId>,
    /// Country of the sold-to address, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Billing currency, where it is told and can be read.
    pub currency: Option<Currency>,
    /// Where the subscription stands, where that is told.
    pub status: Option<SubscriptionStatus>,
    /// `Benefit`, `Free`, `Paid`, `PrePaid` …, as on the wire.
    pub billing_type: Option<String>,
    /// `Production`, `DevTest` …, as on the wire.
    pub workload_type: Option<String>,
}
