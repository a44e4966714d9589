//! The words for billing's own enumerations. A value that is not known is called by its word on the wire.
use super::words::{access, email, invoice_detail, invoices, profiles, scopes};
use super::{Language, Word};
use crate::billing::{
    AccountStatus, AddressError, AgreementType, DocumentKind, FailedPaymentReason, InvoiceStatus, InvoiceType,
    PaymentFamily, PrincipalKind, ProfileStatus, Role, ScopeKind, StatusReason, Task,
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
        Mosp => scopes::AGREEMENT_MOSP, Mca => scopes::AGREEMENT_MCA,
        Mpa => scopes::AGREEMENT_MPA, Ea => scopes::AGREEMENT_EA,
    }
    AccountStatus {
        Active => scopes::ACTIVE, UnderReview => scopes::UNDER_REVIEW, Disabled => scopes::DISABLED,
        Deleted => scopes::DELETED, Extended => scopes::EXTENDED, Pending => scopes::PENDING, New => scopes::NEW,
        Expired => scopes::EXPIRED, Terminated => scopes::TERMINATED, Transferred => scopes::TRANSFERRED,
    }
    ProfileStatus {
        Active => profiles::ACTIVE, Disabled => profiles::DISABLED, Warned => profiles::WARNED,
        Deleted => profiles::DELETED, UnderReview => profiles::UNDER_REVIEW,
    }
    StatusReason {
        PastDue => profiles::REASON_PAST_DUE, UnusualActivity => profiles::REASON_UNUSUAL,
        SpendingLimitReached => profiles::REASON_LIMIT_REACHED, SpendingLimitExpired => profiles::REASON_LIMIT_EXPIRED,
    }
    InvoiceStatus {
        Due => invoices::DUE, OverDue => invoices::PAST_DUE, Paid => invoices::PAID, Void => invoices::VOID,
        Locked => invoices::LOCKED,
    }
    DocumentKind {
        Invoice => invoices::KIND_INVOICE, VoidNote => invoices::KIND_VOID_NOTE,
        TaxReceipt => invoices::KIND_TAX_RECEIPT, CreditNote => invoices::KIND_CREDIT_NOTE,
        Summary => invoices::KIND_SUMMARY, Transactions => invoices::KIND_TRANSACTIONS,
    }
    InvoiceType {
        AzureServices => invoices::TYPE_AZURE_SERVICES, AzureMarketplace => invoices::TYPE_MARKETPLACE,
        AzureSupport => invoices::TYPE_SUPPORT,
    }
    PaymentFamily {
        None => invoice_detail::FAMILY_NONE, CreditCard => invoice_detail::FAMILY_CARD,
        Credits => invoice_detail::FAMILY_CREDITS, CheckWire => invoice_detail::FAMILY_WIRE,
        EWallet => invoice_detail::FAMILY_WALLET, TaskOrder => invoice_detail::FAMILY_TASK_ORDER,
        DirectDebit => invoice_detail::FAMILY_DEBIT,
    }
    FailedPaymentReason {
        BankDeclined => invoice_detail::FAILED_BANK, CardExpired => invoice_detail::FAILED_EXPIRED,
        IncorrectCardDetails => invoice_detail::FAILED_DETAILS,
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
        Role::AccountOwner => (access::ACCOUNT_OWNER, access::ACCOUNT_OWNER_HINT),
        Role::AccountContributor => (access::ACCOUNT_CONTRIBUTOR, access::ACCOUNT_CONTRIBUTOR_HINT),
        Role::AccountReader => (access::ACCOUNT_READER, access::ACCOUNT_READER_HINT),
        Role::ProfileOwner => (access::PROFILE_OWNER, access::PROFILE_OWNER_HINT),
        Role::ProfileContributor => (access::PROFILE_CONTRIBUTOR, access::PROFILE_CONTRIBUTOR_HINT),
        Role::ProfileReader => (access::PROFILE_READER, access::PROFILE_READER_HINT),
        Role::InvoiceManager => (access::INVOICE_MANAGER, access::INVOICE_MANAGER_HINT),
        Role::SectionOwner => (access::SECTION_OWNER, access::SECTION_OWNER_HINT),
        Role::SectionContributor => (access::SECTION_CONTRIBUTOR, access::SECTION_CONTRIBUTOR_HINT),
        Role::SectionReader => (access::SECTION_READER, access::SECTION_READER_HINT),
        Role::SubscriptionCreator => (access::SUBSCRIPTION_CREATOR, access::SUBSCRIPTION_CREATOR_HINT),
        Role::CustomerOwner => (access::CUSTOMER_OWNER, access::CUSTOMER_OWNER_HINT),
        Role::CustomerContributor => (access::CUSTOMER_CONTRIBUTOR, access::CUSTOMER_CONTRIBUTOR_HINT),
        Role::CustomerReader => (access::CUSTOMER_READER, access::CUSTOMER_READER_HINT),
        Role::Other(_) => return None,
    })
}

/// What a status of an invoice means; none for one that is not known.
pub fn status_hint(status: &InvoiceStatus) -> Option<Word> {
    Some(match status {
        InvoiceStatus::Due => invoices::DUE_HINT,
        InvoiceStatus::OverDue => invoices::PAST_DUE_HINT,
        InvoiceStatus::Paid => invoices::PAID_HINT,
        InvoiceStatus::Void => invoices::VOID_HINT,
        InvoiceStatus::Locked => invoices::LOCKED_HINT,
        InvoiceStatus::Other(_) => return None,
    })
}

/// The word for a task of the permission matrix.
pub fn task_word(task: Task) -> Word {
    match task {
        Task::SeeRoleAssignments => access::TASK_SEE_ASSIGNMENTS,
        Task::GivePermissions => access::TASK_GIVE_PERMISSIONS,
        Task::SeeProperties => access::TASK_SEE_PROPERTIES,
        Task::UpdateProperties => access::TASK_UPDATE_PROPERTIES,
        Task::SeeInvoices => access::TASK_SEE_INVOICES,
        Task::PayByCard => access::TASK_PAY,
        Task::CreateInvoiceSection => access::TASK_CREATE_SECTION,
        Task::ManagePaymentMethods => access::TASK_PAYMENT_METHODS,
        Task::ChangeEmailPreference => access::TASK_EMAIL_PREFERENCE,
        Task::MoveProducts => access::TASK_MOVE_PRODUCTS,
        Task::CreateSubscription => access::TASK_CREATE_SUBSCRIPTION,
    }
}

/// The word for a kind of scope.
pub fn scope_kind_word(kind: ScopeKind) -> Word {
    match kind {
        ScopeKind::Account => scopes::BILLING_ACCOUNT,
        ScopeKind::Profile => scopes::BILLING_PROFILE,
        ScopeKind::Section => scopes::INVOICE_SECTION,
        ScopeKind::Customer => scopes::CUSTOMER,
    }
}

/// The word for a kind of holder of a role.
pub fn principal_kind_word(kind: PrincipalKind) -> Word {
    match kind {
        PrincipalKind::User => access::USER,
        PrincipalKind::Group => access::GROUP,
        PrincipalKind::ServicePrincipal => access::SERVICE_PRINCIPAL,
        PrincipalKind::Unknown => access::UNKNOWN_PRINCIPAL,
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
