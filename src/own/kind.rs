//! What a resource is.

/// A kind of resource that is shown here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Billing account (contract §3).
    Account,
    /// Billing profile (contract §4).
    Profile,
    /// Invoice section (contract §6).
    Section,
    /// Customer of a partner (contract §6).
    Customer,
    /// Subscription of a billing account (contract §6).
    Subscription,
    /// Who bills a subscription (contract §8).
    Property,
    /// How an account is paid (contract §8).
    PaymentMethod,
    /// Invoice or credit note (contract §5).
    Invoice,
    /// Line of an invoice (contract §6).
    Transaction,
    /// Role that can be given (contract §7.1).
    RoleDefinition,
    /// Role that is held (contract §7.2).
    RoleAssignment,
    /// Usage row, of either kind (contract §10.3).
    Usage,
}

impl Kind {
    /// All kinds, in the order summaries show them.
    pub const ALL: [Kind; 12] = [
        Kind::Account,
        Kind::Profile,
        Kind::Section,
        Kind::Customer,
        Kind::Subscription,
        Kind::Property,
        Kind::PaymentMethod,
        Kind::Invoice,
        Kind::Transaction,
        Kind::RoleDefinition,
        Kind::RoleAssignment,
        Kind::Usage,
    ];

    /// The word for its collection in an address: `billingProfiles`.
    pub fn collection(self) -> &'static str {
        match self {
            Kind::Account => "billingAccounts",
            Kind::Profile => "billingProfiles",
            Kind::Section => "invoiceSections",
            Kind::Customer => "customers",
            Kind::Subscription => "billingSubscriptions",
            Kind::Property => "billingProperty",
            Kind::PaymentMethod => "paymentMethods",
            Kind::Invoice => "invoices",
            Kind::Transaction => "transactions",
            Kind::RoleDefinition => "billingRoleDefinitions",
            Kind::RoleAssignment => "billingRoleAssignments",
            Kind::Usage => "usageDetails",
        }
    }

    /// The kind of a collection, in any case.
    pub(super) fn of(collection: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.collection().eq_ignore_ascii_case(collection))
    }

    /// `api-version` it is asked for with.
    pub(super) fn version(self) -> &'static str {
        if self == Kind::Usage { "2023-11-01" } else { "2024-04-01" }
    }
}
