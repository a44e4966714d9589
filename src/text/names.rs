//! The words for billing's own enumerations. A value that is not known is called by its word on the wire.
use super::words::{access, email, invoices, profiles, scopes, subscriptions};
use super::{Language, Word};
use crate::billing::{
    AccountStatus, AddressError, AgreementType, DocumentKind, FailedPaymentReason, InvoiceStatus, InvoiceType,
    PaymentFamily, PrincipalKind, ProfileStatus, RelatedKind, Role, ScopeKind, StatusReason, SubscriptionRole,
    SubscriptionStatus, SuspensionReason,
};

/// A value that has a name in every language, or at least one on the wire.
pub trait Named {
    /// Its word; none when it is not known.
    fn word(&self) -> Option<Word>;

    /// What to call it when it is not known.
    fn wire_name(&self) -> &str;

    /// What to call it.
    fn name_in(&self, language: Language) -> String {
        self.word().map_or_else(|| self.wire_name().to_owned(), |word| word.text(language).to_owned())
    }
}

/// `Named` for an open enumeration: a word per known variant.
macro_rules! named {
    ($($name:ident { $($variant:ident => $word:expr),+ $(,)? })+) => {$(
        impl Named for $name {
            fn word(&self) -> Option<Word> {
                match self {
                    $($name::$variant => Some($word),)+
                    $name::Other(_) => None,
                }
            }

            fn wire_name(&self) -> &str {
                self.as_wire()
            }
        }
    )+};
}

named! {
    AgreementType {
        Mosp => scopes::MOSP,
        Mca => scopes::MCA,
        Mpa => scopes::MPA,
        Ea => scopes::EA,
    }
    AccountStatus {
        Active => scopes::STATUS_ACTIVE,
        UnderReview => scopes::STATUS_UNDER_REVIEW,
        Disabled => scopes::STATUS_DISABLED,
        Deleted => scopes::STATUS_DELETED,
        Extended => scopes::STATUS_EXTENDED,
        Pending => scopes::STATUS_PENDING,
        New => scopes::STATUS_NEW,
        Expired => scopes::STATUS_EXPIRED,
        Terminated => scopes::STATUS_TERMINATED,
        Transferred => scopes::STATUS_TRANSFERRED,
    }
    ProfileStatus {
        Active => profiles::STATUS_ACTIVE,
        Disabled => profiles::STATUS_DISABLED,
        Warned => profiles::STATUS_WARNED,
        Deleted => profiles::STATUS_DELETED,
        UnderReview => scopes::STATUS_UNDER_REVIEW,
    }
    StatusReason {
        PastDue => profiles::REASON_PAST_DUE,
        UnusualActivity => profiles::REASON_UNUSUAL_ACTIVITY,
        SpendingLimitReached => profiles::REASON_SPENDING_LIMIT_REACHED,
        SpendingLimitExpired => profiles::REASON_SPENDING_LIMIT_EXPIRED,
    }
    InvoiceStatus {
        Due => invoices::STATUS_DUE,
        OverDue => invoices::STATUS_PAST_DUE,
        Paid => invoices::STATUS_PAID,
        Void => invoices::STATUS_VOID,
        Locked => invoices::STATUS_LOCKED,
    }
    DocumentKind {
        Invoice => invoices::KIND_INVOICE,
        VoidNote => invoices::KIND_VOID_NOTE,
        TaxReceipt => invoices::KIND_TAX_RECEIPT,
        CreditNote => invoices::KIND_CREDIT_NOTE,
        Summary => invoices::KIND_SUMMARY,
        Transactions => invoices::KIND_TRANSACTIONS,
    }
    PaymentFamily {
        None => invoices::PAYMENT_NONE,
        CreditCard => invoices::PAYMENT_CARD,
        Credits => invoices::PAYMENT_CREDITS,
        CheckWire => invoices::PAYMENT_WIRE,
        EWallet => invoices::PAYMENT_WALLET,
        TaskOrder => invoices::PAYMENT_TASK_ORDER,
        DirectDebit => invoices::PAYMENT_DIRECT_DEBIT,
    }
    FailedPaymentReason {
        BankDeclined => invoices::FAILED_BANK_DECLINED,
        CardExpired => invoices::FAILED_CARD_EXPIRED,
        IncorrectCardDetails => invoices::FAILED_CARD_DETAILS,
    }
    InvoiceType {
        AzureServices => subscriptions::TYPE_SERVICES,
        AzureMarketplace => subscriptions::TYPE_MARKETPLACE,
        AzureSupport => subscriptions::TYPE_SUPPORT,
    }
    SubscriptionStatus {
        Active => subscriptions::STATUS_ACTIVE,
        Disabled => subscriptions::STATUS_DISABLED,
        Deleted => subscriptions::STATUS_DELETED,
        Warned => subscriptions::STATUS_WARNED,
        Expiring => subscriptions::STATUS_EXPIRING,
        Expired => subscriptions::STATUS_EXPIRED,
        AutoRenew => subscriptions::STATUS_AUTO_RENEW,
        Cancelled => subscriptions::STATUS_CANCELLED,
        Suspended => subscriptions::STATUS_SUSPENDED,
        Failed => subscriptions::STATUS_FAILED,
        Abandoned => subscriptions::STATUS_ABANDONED,
        Unknown => subscriptions::STATUS_UNKNOWN,
    }
    SuspensionReason {
        None => subscriptions::REASON_NONE,
        Cancelled => subscriptions::REASON_CANCELLED,
        PastDue => subscriptions::REASON_PAST_DUE,
        SuspiciousActivity => subscriptions::REASON_SUSPICIOUS,
        Transferred => subscriptions::REASON_TRANSFERRED,
        PolicyViolation => subscriptions::REASON_POLICY,
        SpendingLimitReached => subscriptions::REASON_SPENDING_LIMIT,
        Expired => subscriptions::REASON_EXPIRED,
    }
    SubscriptionRole {
        BillingReader => subscriptions::ROLE_BILLING_READER,
        Reader => subscriptions::ROLE_READER,
        Contributor => subscriptions::ROLE_CONTRIBUTOR,
        Owner => subscriptions::ROLE_OWNER,
        UserAccessAdministrator => subscriptions::ROLE_USER_ACCESS,
        CoAdministrator => subscriptions::ROLE_CO_ADMIN,
        ServiceAdministrator => subscriptions::ROLE_SERVICE_ADMIN,
    }
}

impl Named for Role {
    fn word(&self) -> Option<Word> {
        role_words(self).map(|(name, _)| name)
    }

    fn wire_name(&self) -> &str {
        self.name()
    }
}

/// What a role is for; none for a role that is not known.
pub fn role_description(role: &Role) -> Option<Word> {
    role_words(role).map(|(_, description)| description)
}

fn role_words(role: &Role) -> Option<(Word, Word)> {
    Some(match role {
        Role::AccountOwner => (access::ROLE_ACCOUNT_OWNER, access::ABOUT_ACCOUNT_OWNER),
        Role::AccountContributor => (access::ROLE_ACCOUNT_CONTRIBUTOR, access::ABOUT_ACCOUNT_CONTRIBUTOR),
        Role::AccountReader => (access::ROLE_ACCOUNT_READER, access::ABOUT_ACCOUNT_READER),
        Role::ProfileOwner => (access::ROLE_PROFILE_OWNER, access::ABOUT_PROFILE_OWNER),
        Role::ProfileContributor => (access::ROLE_PROFILE_CONTRIBUTOR, access::ABOUT_PROFILE_CONTRIBUTOR),
        Role::ProfileReader => (access::ROLE_PROFILE_READER, access::ABOUT_PROFILE_READER),
        Role::InvoiceManager => (access::ROLE_INVOICE_MANAGER, access::ABOUT_INVOICE_MANAGER),
        Role::SectionOwner => (access::ROLE_SECTION_OWNER, access::ABOUT_SECTION_OWNER),
        Role::SectionContributor => (access::ROLE_SECTION_CONTRIBUTOR, access::ABOUT_SECTION_CONTRIBUTOR),
        Role::SectionReader => (access::ROLE_SECTION_READER, access::ABOUT_SECTION_READER),
        Role::SubscriptionCreator => (access::ROLE_SUBSCRIPTION_CREATOR, access::ABOUT_SUBSCRIPTION_CREATOR),
        Role::CustomerOwner => (access::ROLE_CUSTOMER_OWNER, access::ABOUT_CUSTOMER_OWNER),
        Role::CustomerContributor => (access::ROLE_CUSTOMER_CONTRIBUTOR, access::ABOUT_CUSTOMER_CONTRIBUTOR),
        Role::CustomerReader => (access::ROLE_CUSTOMER_READER, access::ABOUT_CUSTOMER_READER),
        Role::Other(_) => return None,
    })
}

/// The word for a kind of holder of a role.
pub fn principal_kind_word(kind: PrincipalKind) -> Word {
    match kind {
        PrincipalKind::User => access::KIND_USER,
        PrincipalKind::Group => access::KIND_GROUP,
        PrincipalKind::ServicePrincipal => access::KIND_APPLICATION,
        PrincipalKind::Unknown => access::KIND_UNKNOWN,
    }
}

/// The word for a kind of scope.
pub fn scope_kind_word(kind: ScopeKind) -> Word {
    match kind {
        ScopeKind::Account => scopes::KIND_ACCOUNT,
        ScopeKind::Profile => scopes::KIND_PROFILE,
        ScopeKind::Section => scopes::KIND_SECTION,
        ScopeKind::Customer => scopes::KIND_CUSTOMER,
    }
}

/// The word for how a document belongs to an invoice.
pub fn related_kind_word(kind: RelatedKind) -> Word {
    match kind {
        RelatedKind::ReplacedBy => invoices::REPLACED_BY,
        RelatedKind::Replaces => invoices::REPLACES,
        RelatedKind::CreditNote => invoices::CREDITED_BY,
        RelatedKind::CreditFor => invoices::CREDIT_FOR,
        RelatedKind::VoidedBy => invoices::VOIDED_BY,
        RelatedKind::Voids => invoices::VOIDS,
    }
}

/// What is wrong with a typed address.
pub fn address_error_word(error: AddressError) -> Word {
    match error {
        AddressError::Empty => email::ADDRESS_EMPTY,
        AddressError::NoAt => email::ADDRESS_NO_AT,
        AddressError::Local => email::ADDRESS_LOCAL,
        AddressError::Domain => email::ADDRESS_DOMAIN,
        AddressError::Character => email::ADDRESS_CHARACTER,
        AddressError::TooLong => email::ADDRESS_TOO_LONG,
    }
}
