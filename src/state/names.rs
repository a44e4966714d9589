//! Billing words of the wire in the person's language. An unknown word is shown as it came: the wire's enumerations are open.
use super::{Session, language, t, t_with};
use crate::arm::{ArmError, TransportError};
use crate::billing::{Decision, Money, PrincipalKind, RelatedKind, Role, Scope, Transaction};
use crate::browser::own::{NOT_IN_FILES, READ_ONLY};
use crate::text::words::{access, common, errors, invoices, own, subscriptions};
use crate::text::{self, Named};
use leptos::prelude::use_context;

/// What to call a value of billing: its name in the person's language, or its word on the wire when it is not known.
pub fn name_of(of: &impl Named) -> String {
    of.name_in(language())
}

/// What the role is for, where it is known.
pub fn role_description(role: &Role) -> Option<String> {
    text::role_description(role).map(t)
}

/// Person, group or application.
pub fn principal_kind(kind: PrincipalKind) -> String {
    t(text::principal_kind_word(kind))
}

/// What a line of an invoice is: the wire's word where it is none of those that are known to occur.
pub fn line_type(line: &Transaction) -> String {
    match line.transaction_type.as_str() {
        "Usage Charge" => t(invoices::LINE_USAGE),
        "Credit" => t(invoices::LINE_CREDIT),
        "Rounding Adjustment" => t(invoices::LINE_ROUNDING),
        other => other.to_owned(),
    }
}

/// The digits of an amount, and the code of its currency: what a file has.
pub fn digits_of(amount: Option<Money>) -> Option<(String, String)> {
    amount.map(|amount| (amount.amount().to_string(), amount.currency().code().to_owned()))
}

/// The kind of a scope.
pub fn scope_kind(scope: &Scope) -> String {
    t(text::scope_kind_word(scope.kind()))
}

/// How a document belongs to an invoice.
pub fn related_kind(kind: RelatedKind) -> String {
    t(text::related_kind_word(kind))
}

/// The reason for a no: which role is missing and who can grant it. None for a yes.
pub fn decision_words(decision: &Decision) -> Option<String> {
    let Decision::Denied { missing, granters, .. } = decision else { return None };
    // No role would help there.
    if use_context::<Session>().is_some_and(|session| session.is_own_untracked()) {
        return Some(t(own::READ_ONLY));
    }
    let names = |roles: &[Role]| text::either(&roles.iter().map(name_of).collect::<Vec<_>>(), language());
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
    /// A command that saves what the person's own files do not hold.
    pub command: Option<String>,
}

/// Puts an error of the API in words.
pub fn arm_words(error: &ArmError) -> ErrorWords {
    let seconds = |value: u64| value.to_string();
    let text = match error {
        ArmError::Transport { error: TransportError::Timeout, .. } => t(errors::TIMEOUT),
        ArmError::Transport { error: TransportError::Site(_), .. } => t(errors::SITE_BROKEN),
        ArmError::Transport { .. } => t(errors::NETWORK),
        ArmError::Service(service) => match service.status {
            401 => t(errors::UNAUTHORIZED),
            // The sandbox's word: who lets others see a subscription's invoices is its account administrator, not a role.
            404 if service.code == NOT_IN_FILES => t(own::NOT_IN_FILES),
            403 if service.code == READ_ONLY => t(own::READ_ONLY),
            403 if service.code == "InvoiceAccessDenied" => t(subscriptions::NO_INVOICES_SEEN),
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
    let command = match error {
        ArmError::Service(service) if service.code == NOT_IN_FILES => command_in(&service.message),
        _ => None,
    };
    let message = match error {
        ArmError::Service(_) if command.is_some() => None,
        ArmError::Service(service) if !service.message.is_empty() => Some(service.message.clone()),
        ArmError::Service(_) => None,
        other => Some(other.to_string()),
    };
    ErrorWords {
        text,
        code: error.code().map(str::to_owned),
        message,
        request_id: error.request_id().map(str::to_owned),
        command,
    }
}

/// The command in a sentence about what is not in the files: it begins with `az`, and another sentence follows.
fn command_in(message: &str) -> Option<String> {
    let command = message.get(message.find("az rest ")?..)?;
    Some(command.rsplit_once(" - ").map_or(command, |(command, _)| command).to_owned())
}

/// An error of the API in one text, for a place without room for more: what happened, the service's own sentence, its code
/// and the id support asks for.
pub fn arm_text(error: &ArmError) -> String {
    let words = arm_words(error);
    let code = words.code.map(|code| format!("{}: {code}.", t(common::CODE)));
    let id = words.request_id.map(|id| format!("{}: {id}.", t(common::REQUEST_ID)));
    [Some(words.text), words.message, words.command, code, id].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A value, or the word for nothing there.
pub fn or_none(value: Option<String>) -> String {
    value.filter(|value| !value.is_empty()).unwrap_or_else(|| t(common::NONE))
}
