//! Billing words of the wire in the person's language. An unknown word is shown as it came: the wire's enumerations are open.
use super::{language, t, t_with};
use crate::arm::{ArmError, TransportError};
use crate::billing::{
    AccountStatus, AgreementType, Decision, DocumentKind, FailedPaymentReason, InvoiceStatus, PaymentFamily,
    PrincipalKind, ProfileStatus, RelatedKind, Role, Scope, ScopeKind, StatusReason,
};
use crate::text;
use crate::text::words::{access, common, errors, invoices, profiles, scopes};

/// The agreement's name.
pub fn agreement_name(agreement: &AgreementType) -> String {
    match agreement {
        AgreementType::Mosp => t(scopes::MOSP),
        AgreementType::Mca => t(scopes::MCA),
        AgreementType::Mpa => t(scopes::MPA),
        AgreementType::Ea => t(scopes::EA),
        AgreementType::Other(word) => word.clone(),
    }
}

/// The state of an account.
pub fn account_status(status: &AccountStatus) -> String {
    match status {
        AccountStatus::Active => t(scopes::STATUS_ACTIVE),
        AccountStatus::UnderReview => t(scopes::STATUS_UNDER_REVIEW),
        AccountStatus::Disabled => t(scopes::STATUS_DISABLED),
        AccountStatus::Deleted => t(scopes::STATUS_DELETED),
        AccountStatus::Extended => t(scopes::STATUS_EXTENDED),
        AccountStatus::Pending => t(scopes::STATUS_PENDING),
        AccountStatus::New => t(scopes::STATUS_NEW),
        AccountStatus::Expired => t(scopes::STATUS_EXPIRED),
        AccountStatus::Terminated => t(scopes::STATUS_TERMINATED),
        AccountStatus::Transferred => t(scopes::STATUS_TRANSFERRED),
        AccountStatus::Other(word) => word.clone(),
    }
}

/// The state of a profile.
pub fn profile_status(status: &ProfileStatus) -> String {
    match status {
        ProfileStatus::Active => t(scopes::STATUS_ACTIVE),
        ProfileStatus::Disabled => t(scopes::STATUS_DISABLED),
        ProfileStatus::Warned => t(profiles::STATUS_WARNED),
        ProfileStatus::Deleted => t(scopes::STATUS_DELETED),
        ProfileStatus::UnderReview => t(scopes::STATUS_UNDER_REVIEW),
        ProfileStatus::Other(word) => word.clone(),
    }
}

/// Why a profile is in its state.
pub fn status_reason(reason: &StatusReason) -> String {
    match reason {
        StatusReason::PastDue => t(profiles::REASON_PAST_DUE),
        StatusReason::UnusualActivity => t(profiles::REASON_UNUSUAL_ACTIVITY),
        StatusReason::SpendingLimitReached => t(profiles::REASON_SPENDING_LIMIT_REACHED),
        StatusReason::SpendingLimitExpired => t(profiles::REASON_SPENDING_LIMIT_EXPIRED),
        StatusReason::Other(word) => word.clone(),
    }
}

/// The status of an invoice.
pub fn invoice_status(status: &InvoiceStatus) -> String {
    match status {
        InvoiceStatus::Due => t(invoices::STATUS_DUE),
        InvoiceStatus::OverDue => t(invoices::STATUS_PAST_DUE),
        InvoiceStatus::Paid => t(invoices::STATUS_PAID),
        InvoiceStatus::Void => t(invoices::STATUS_VOID),
        InvoiceStatus::Locked => t(invoices::STATUS_LOCKED),
        InvoiceStatus::Other(word) => word.clone(),
    }
}

/// The kind of a document.
pub fn document_kind(kind: &DocumentKind) -> String {
    match kind {
        DocumentKind::Invoice => t(invoices::KIND_INVOICE),
        DocumentKind::VoidNote => t(invoices::KIND_VOID_NOTE),
        DocumentKind::TaxReceipt => t(invoices::KIND_TAX_RECEIPT),
        DocumentKind::CreditNote => t(invoices::KIND_CREDIT_NOTE),
        DocumentKind::Summary => t(invoices::KIND_SUMMARY),
        DocumentKind::Transactions => t(invoices::KIND_TRANSACTIONS),
        DocumentKind::Other(word) => word.clone(),
    }
}

/// How a document belongs to an invoice.
pub fn related_kind(kind: RelatedKind) -> String {
    t(match kind {
        RelatedKind::ReplacedBy => invoices::REPLACED_BY,
        RelatedKind::Replaces => invoices::REPLACES,
        RelatedKind::CreditNote => invoices::CREDITED_BY,
        RelatedKind::CreditFor => invoices::CREDIT_FOR,
        RelatedKind::VoidedBy => invoices::VOIDED_BY,
        RelatedKind::Voids => invoices::VOIDS,
    })
}

/// The means of a payment.
pub fn payment_family(family: &PaymentFamily) -> String {
    match family {
        PaymentFamily::None => t(invoices::PAYMENT_NONE),
        PaymentFamily::CreditCard => t(invoices::PAYMENT_CARD),
        PaymentFamily::Credits => t(invoices::PAYMENT_CREDITS),
        PaymentFamily::CheckWire => t(invoices::PAYMENT_WIRE),
        PaymentFamily::EWallet => t(invoices::PAYMENT_WALLET),
        PaymentFamily::TaskOrder => t(invoices::PAYMENT_TASK_ORDER),
        PaymentFamily::DirectDebit => t(invoices::PAYMENT_DIRECT_DEBIT),
        PaymentFamily::Other(word) => word.clone(),
    }
}

/// Why a payment failed.
pub fn failed_reason(reason: &FailedPaymentReason) -> String {
    match reason {
        FailedPaymentReason::BankDeclined => t(invoices::FAILED_BANK_DECLINED),
        FailedPaymentReason::CardExpired => t(invoices::FAILED_CARD_EXPIRED),
        FailedPaymentReason::IncorrectCardDetails => t(invoices::FAILED_CARD_DETAILS),
        FailedPaymentReason::Other(word) => word.clone(),
    }
}

/// The role's name.
pub fn role_name(role: &Role) -> String {
    match role {
        Role::AccountOwner => t(access::ROLE_ACCOUNT_OWNER),
        Role::AccountContributor => t(access::ROLE_ACCOUNT_CONTRIBUTOR),
        Role::AccountReader => t(access::ROLE_ACCOUNT_READER),
        Role::ProfileOwner => t(access::ROLE_PROFILE_OWNER),
        Role::ProfileContributor => t(access::ROLE_PROFILE_CONTRIBUTOR),
        Role::ProfileReader => t(access::ROLE_PROFILE_READER),
        Role::InvoiceManager => t(access::ROLE_INVOICE_MANAGER),
        Role::SectionOwner => t(access::ROLE_SECTION_OWNER),
        Role::SectionContributor => t(access::ROLE_SECTION_CONTRIBUTOR),
        Role::SectionReader => t(access::ROLE_SECTION_READER),
        Role::SubscriptionCreator => t(access::ROLE_SUBSCRIPTION_CREATOR),
        Role::CustomerOwner => t(access::ROLE_CUSTOMER_OWNER),
        Role::CustomerContributor => t(access::ROLE_CUSTOMER_CONTRIBUTOR),
        Role::CustomerReader => t(access::ROLE_CUSTOMER_READER),
        Role::Other(name) => name.clone(),
    }
}

/// What the role is for, where it is known.
pub fn role_description(role: &Role) -> Option<String> {
    Some(t(match role {
        Role::AccountOwner => access::ABOUT_ACCOUNT_OWNER,
        Role::AccountContributor => access::ABOUT_ACCOUNT_CONTRIBUTOR,
        Role::AccountReader => access::ABOUT_ACCOUNT_READER,
        Role::ProfileOwner => access::ABOUT_PROFILE_OWNER,
        Role::ProfileContributor => access::ABOUT_PROFILE_CONTRIBUTOR,
        Role::ProfileReader => access::ABOUT_PROFILE_READER,
        Role::InvoiceManager => access::ABOUT_INVOICE_MANAGER,
        Role::SectionOwner => access::ABOUT_SECTION_OWNER,
        Role::SectionContributor => access::ABOUT_SECTION_CONTRIBUTOR,
        Role::SectionReader => access::ABOUT_SECTION_READER,
        Role::SubscriptionCreator => access::ABOUT_SUBSCRIPTION_CREATOR,
        _ => return None,
    }))
}

/// Person, group or application.
pub fn principal_kind(kind: PrincipalKind) -> String {
    t(match kind {
        PrincipalKind::User => access::KIND_USER,
        PrincipalKind::Group => access::KIND_GROUP,
        PrincipalKind::ServicePrincipal => access::KIND_APPLICATION,
        PrincipalKind::Unknown => access::KIND_UNKNOWN,
    })
}

/// The kind of a scope.
pub fn scope_kind(scope: &Scope) -> String {
    t(match scope.kind() {
        ScopeKind::Account => scopes::KIND_ACCOUNT,
        ScopeKind::Profile => scopes::KIND_PROFILE,
        ScopeKind::Section => scopes::KIND_SECTION,
        ScopeKind::Customer => scopes::KIND_CUSTOMER,
    })
}

/// The reason for a no: which role is missing and who can grant it. None for a yes.
pub fn decision_words(decision: &Decision) -> Option<String> {
    let Decision::Denied { missing, granters, .. } = decision else { return None };
    let names = |roles: &[Role]| text::either(&roles.iter().map(role_name).collect::<Vec<_>>(), language());
    if missing.is_empty() {
        return Some(t(access::NO_ROLE_ALLOWS));
    }
    Some(t_with(access::DENIED, &[("roles", &names(missing)), ("granters", &names(granters))]))
}

/// The reason a decision gives for a no, in words; none for a yes. While it is not known yet, that is the reason.
pub fn deny_words(decision: Option<Decision>) -> Option<String> {
    match decision {
        None => Some(t(common::CHECKING_ACCESS)),
        Some(decision) => decision_words(&decision),
    }
}

/// An error of the API for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorWords {
    /// What happened and what to do.
    pub text: String,
    /// The service's word for it.
    pub code: Option<String>,
    /// The service's own sentence, or the place in an answer that could not be read.
    pub message: Option<String>,
    /// The id support asks for.
    pub request_id: Option<String>,
}

/// Puts an error of the API in words.
pub fn arm_words(error: &ArmError) -> ErrorWords {
    let seconds = |value: u64| value.to_string();
    let text = match error {
        ArmError::Transport { error: TransportError::Timeout, .. } => t(errors::TIMEOUT),
        ArmError::Transport { .. } => t(errors::NETWORK),
        ArmError::Service(service) => match service.status {
            401 => t(errors::UNAUTHORIZED),
            403 => t(errors::FORBIDDEN),
            404 => t(errors::NOT_FOUND),
            409 => t(errors::CONFLICT),
            400 | 422 => t(errors::REJECTED),
            429 => t(errors::THROTTLED),
            _ => t(errors::SERVICE),
        },
        ArmError::Decode { .. } | ArmError::NotJson { .. } => t(errors::UNREADABLE),
        ArmError::ForeignLink { .. } => t(errors::FOREIGN_LINK),
        ArmError::LinkCycle { .. } => t(errors::LINK_CYCLE),
        ArmError::CannotFollow { .. } => t(errors::CANNOT_FOLLOW),
        ArmError::OperationFailed { .. } => t(errors::OPERATION_FAILED),
        ArmError::StillRunning { minutes } => t_with(errors::STILL_RUNNING, &[("minutes", &seconds(*minutes))]),
        ArmError::TooLongToWait { seconds: wait, .. } => t_with(errors::WAIT, &[("seconds", &seconds(*wait))]),
        _ => t(errors::UNEXPECTED),
    };
    let message = match error {
        ArmError::Service(service) if !service.message.is_empty() => Some(service.message.clone()),
        ArmError::Service(_) => None,
        other => Some(other.to_string()),
    };
    ErrorWords {
        text,
        code: error.code().map(str::to_owned),
        message,
        request_id: error.request_id().map(str::to_owned),
    }
}

/// A value, or the word for nothing there.
pub fn or_none(value: Option<String>) -> String {
    value.filter(|value| !value.is_empty()).unwrap_or_else(|| t(common::NONE))
}
