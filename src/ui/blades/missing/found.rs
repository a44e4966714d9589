//! What the checks found, in words.
use crate::billing::{
    AccessRefusal, Credit, Evidence, Granter, IdentityKind, MissingReason, Period, Role, SubscriptionRole,
};
use crate::state::{date, language, money, name_of, t, t_with};
use crate::text::words::{invoice_access, missing as words};
use crate::text::{Word, either};

/// What a reason is called.
pub(super) fn reason_word(reason: MissingReason) -> Word {
    match reason {
        MissingReason::EnterpriseAgreement => words::REASON_EA,
        MissingReason::NoPermission => words::REASON_PERMISSION,
        MissingReason::NotReady => words::REASON_NOT_READY,
        MissingReason::CreditNotExceeded => words::REASON_CREDIT,
        MissingReason::NewAccount => words::REASON_NEW,
        MissingReason::OtherDirectory => words::REASON_DIRECTORY,
        MissingReason::OtherAccount => words::REASON_ACCOUNT,
        MissingReason::OtherIdentity => words::REASON_IDENTITY,
    }
}

fn span(period: Period) -> String {
    format!("{} – {}", date(period.start), date(period.end))
}

/// What shows that it applies.
pub(super) fn evidence_words(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Enrollment { receiver: None } => t(words::EVIDENCE_ENROLLMENT),
        Evidence::Enrollment { receiver: Some(receiver) } => {
            t_with(words::EVIDENCE_ENROLLMENT_TO, &[("receiver", receiver)])
        }
        Evidence::MissingRoles { any_of } => t_with(words::EVIDENCE_ROLES, &[("roles", &roles(any_of))]),
        Evidence::NoAccount => t(words::EVIDENCE_NO_ACCOUNT),
        Evidence::Refused(refusal) => refused(refusal),
        Evidence::Expected { periods, window, is_period_over } => {
            let word = if *is_period_over { words::EVIDENCE_PERIOD_OVER } else { words::EVIDENCE_PERIOD_OPEN };
            let period = periods.iter().map(|period| span(*period)).collect::<Vec<_>>().join(", ");
            t_with(word, &[("period", &period), ("from", &date(window.from)), ("until", &date(window.until))])
        }
        Evidence::WithinCredit { credit: Some(Credit { granted, used }), period, .. } => {
            let period = period.map(span).unwrap_or_default();
            t_with(words::EVIDENCE_CREDIT, &[("granted", &money(granted)), ("used", &money(used)), ("period", &period)])
        }
        Evidence::WithinCredit { credit: None, .. } => t(words::EVIDENCE_FREE),
        Evidence::SignedUp { on, days } => {
            t_with(words::EVIDENCE_SIGNED_UP, &[("date", &date(*on)), ("days", &days.to_string())])
        }
        Evidence::Directories { current, home } => {
            let name = |of: &crate::billing::Directory| of.name.clone().unwrap_or_else(|| of.id.to_string());
            t_with(words::EVIDENCE_DIRECTORIES, &[("current", &name(current)), ("home", &name(home))])
        }
        Evidence::Accounts(accounts) => {
            let names: Vec<&str> = accounts.iter().map(|account| account.display_name.as_str()).collect();
            t_with(words::EVIDENCE_ACCOUNTS, &[("accounts", &names.join(", "))])
        }
        Evidence::Identity(identity) => {
            let values = [("address", &*identity.address), ("kind", &t(kind_word(identity.kind)))];
            t_with(words::EVIDENCE_IDENTITY, &values)
        }
    }
}

/// Roles, the last after "or".
pub(super) fn roles(of: &[Role]) -> String {
    either(&of.iter().map(name_of).collect::<Vec<_>>(), language())
}

/// What somebody signs in with.
pub(super) fn kind_word(kind: IdentityKind) -> Word {
    match kind {
        IdentityKind::WorkOrSchool => words::KIND_WORK,
        IdentityKind::MicrosoftAccount => words::KIND_PERSONAL,
    }
}

/// Why the invoices of a subscription are not open to the person.
fn refused(refusal: &AccessRefusal) -> String {
    match refusal {
        AccessRefusal::SupportPlan => t(invoice_access::DENIED_SUPPORT_PLAN),
        AccessRefusal::SwitchedOff { role } => t_with(invoice_access::DENIED_OFF, &[("role", &name_of(role))]),
        AccessRefusal::NotAccountAdministrator => t(invoice_access::DENIED_NOT_ADMINISTRATOR),
        AccessRefusal::NoRole { .. } => {
            let needed: Vec<String> = SubscriptionRole::OPENING_INVOICES.iter().map(name_of).collect();
            t_with(words::EVIDENCE_ROLES, &[("roles", &either(&needed, language()))])
        }
    }
}

/// Whom to ask for what, where access to a subscription's invoices was refused.
pub(super) fn ask(evidence: &Evidence, granters: &[Granter]) -> String {
    let role_givers = granters.iter().filter_map(|granter| match granter {
        Granter::Role(role) => Some(name_of(role)),
        Granter::AccountAdministrator => None,
    });
    let role_givers: Vec<String> = role_givers.collect();
    let role = (!role_givers.is_empty())
        .then(|| t_with(words::NEXT_ASK_ROLE, &[("roles", &either(&role_givers, language()))]));
    let switch = match evidence {
        Evidence::Refused(AccessRefusal::SwitchedOff { .. } | AccessRefusal::NoRole { .. }) => words::NEXT_SWITCH_ON,
        _ => words::NEXT_ASK_INVOICE,
    };
    let administrator = granters.contains(&Granter::AccountAdministrator).then(|| t(switch));
    [role, administrator].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
