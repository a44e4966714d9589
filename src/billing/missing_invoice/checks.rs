//! The checks themselves, one function each.
use super::super::{
    AgreementType, Decision, ExpectedInvoice, Granter, InvoiceAccess, InvoiceKind, OfferId, OfferKind, fold_case,
};
use super::{Evidence, Facts, Finding, InvoiceRight, MissingReason, NextStep, Verdict};
use chrono::{Days, NaiveDate};

/// Days after signing up in which the documents expect no invoice (seeds S000-18, S001-18, S003-19).
const NEW_FOR_DAYS: u64 = 30;

type Check = fn(&Facts) -> Verdict;

/// Every check with its answer: reasons that apply first, then what is not known, then what does not apply; within each, the
/// most likely first. What settles the matter comes before what only may explain it: an agreement whose invoices are not
/// shown, a missing right, an invoice that is not made yet or never will be; then the general "fewer than 30 days", then
/// another directory, account or identity.
pub fn reasons(facts: &Facts) -> Vec<Finding> {
    let checks: [(MissingReason, Check); 8] = [
        (MissingReason::EnterpriseAgreement, enterprise_agreement),
        (MissingReason::NoPermission, no_permission),
        (MissingReason::NotReady, not_ready),
        (MissingReason::CreditNotExceeded, credit_not_exceeded),
        (MissingReason::NewAccount, new_account),
        (MissingReason::OtherDirectory, other_directory),
        (MissingReason::OtherAccount, other_account),
        (MissingReason::OtherIdentity, other_identity),
    ];
    let mut findings: Vec<Finding> =
        checks.into_iter().map(|(reason, check)| Finding { reason, verdict: check(facts) }).collect();
    findings.sort_by_key(|finding| match finding.verdict {
        Verdict::Applies { .. } => 0,
        Verdict::Unknown => 1,
        Verdict::DoesNotApply => 2,
    });
    findings
}

/// What to do first: the step of the first reason that applies, or a support request when none does.
pub fn advice(findings: &[Finding]) -> NextStep {
    let steps = findings.iter().find_map(|finding| match &finding.verdict {
        Verdict::Applies { next, .. } => Some(next.clone()),
        _ => None,
    });
    steps.unwrap_or(NextStep::ContactSupport)
}

/// Invoices of an Enterprise Agreement are not shown in the portal but sent to the configured receiver (seed S001-01;
/// blades 6.1 row 7).
fn enterprise_agreement(facts: &Facts) -> Verdict {
    match &facts.agreement {
        Some(AgreementType::Ea) => {
            let receiver = facts.ea_receiver.clone();
            let evidence = Evidence::Enrollment { receiver: receiver.clone() };
            Verdict::Applies { evidence, next: NextStep::AskReceiver(receiver) }
        }
        Some(AgreementType::Mosp | AgreementType::Mca | AgreementType::Mpa) => Verdict::DoesNotApply,
        Some(AgreementType::Other(_)) | None => Verdict::Unknown,
    }
}

/// The right to see invoices. On MCA and MPA: a role of the billing profile (owner, contributor, reader, invoice manager) or
/// of the account (owner, contributor, reader). On MOSP: the account administrator, or whom he lets in (seeds S001-18,
/// S003-19); without it older invoices are missing, too (S000-18).
fn no_permission(facts: &Facts) -> Verdict {
    match &facts.right {
        // Where another directory has the accounts, a role here is not what is missing.
        None if facts.sees_accounts == Some(false) && facts.home.is_none() => {
            Verdict::Applies { evidence: Evidence::NoAccount, next: NextStep::AskOwner }
        }
        None => Verdict::Unknown,
        Some(InvoiceRight::BillingRole(Decision::Allowed { .. })) => Verdict::DoesNotApply,
        Some(InvoiceRight::BillingRole(Decision::Denied { missing, granters, .. })) => {
            let evidence = Evidence::MissingRoles { any_of: missing.clone() };
            let next = match granters.as_slice() {
                [] => NextStep::ContactSupport,
                granters => NextStep::AskRole(granters.to_vec()),
            };
            Verdict::Applies { evidence, next }
        }
        Some(InvoiceRight::Subscription(InvoiceAccess::Allowed(_))) => Verdict::DoesNotApply,
        Some(InvoiceRight::Subscription(InvoiceAccess::Unknown(_))) => Verdict::Unknown,
        Some(InvoiceRight::Subscription(InvoiceAccess::Denied(refusal))) => {
            let mut granters = refusal.granters();
            if granters.is_empty() {
                // Nobody can open it, but its administrator can send it.
                granters.push(Granter::AccountAdministrator);
            }
            Verdict::Applies { evidence: Evidence::Refused(refusal.clone()), next: NextStep::Ask(granters) }
        }
    }
}

/// The invoice is not made before its window, and may take all of it ("Azure bills you a few days after the end of your
/// billing period", seed S001-18).
fn not_ready(facts: &Facts) -> Verdict {
    if is_enterprise(facts) {
        return Verdict::DoesNotApply;
    }
    let Some(expected) = &facts.expected else {
        return Verdict::Unknown;
    };
    if facts.today > expected.window.until {
        return Verdict::DoesNotApply;
    }
    let window = expected.window;
    let evidence = Evidence::Expected {
        periods: expected.periods.clone(),
        window,
        is_period_over: expected.periods.iter().all(|period| period.end < facts.today),
    };
    let day = if facts.today < window.from { window.from } else { window.until };
    Verdict::Applies { evidence, next: NextStep::WaitUntil(day) }
}

/// A free account or a credit, on MOSP only: an invoice is made only for what exceeds it. MCA and MPA always have one (seed
/// S001-18). A credit pays for Azure services, so a support plan or a purchase is billed all the same.
fn credit_not_exceeded(facts: &Facts) -> Verdict {
    match &facts.agreement {
        Some(AgreementType::Mosp) => {}
        Some(AgreementType::Mca | AgreementType::Mpa | AgreementType::Ea) => return Verdict::DoesNotApply,
        Some(AgreementType::Other(_)) | None => return Verdict::Unknown,
    }
    if facts.expected.as_ref().is_some_and(|expected| expected.kind != InvoiceKind::AzureServices) {
        return Verdict::DoesNotApply;
    }
    let offer = facts.offer.as_ref().and_then(OfferId::offer);
    if offer.is_some_and(|offer| !offer.kind.is_billed_beyond_credit_only()) {
        return Verdict::DoesNotApply;
    }
    let covered = match &facts.credit {
        // Amounts of two currencies say nothing about each other.
        Some(credit) => credit.granted.minus(&credit.used).ok().map(|left| !left.is_negative()),
        None => offer.is_some_and(|offer| offer.kind == OfferKind::Free).then_some(true),
    };
    let is_open = |expected: &ExpectedInvoice| expected.periods.iter().any(|one| one.end >= facts.today);
    let is_open = facts.expected.as_ref().is_some_and(is_open);
    match covered {
        Some(true) => Verdict::Applies {
            evidence: Evidence::WithinCredit {
                offer,
                credit: facts.credit,
                period: facts.expected.as_ref().and_then(|expected| expected.periods.last().copied()),
            },
            next: if is_open { NextStep::OnlyBeyondCredit } else { NextStep::NothingIsOwed },
        },
        Some(false) => Verdict::DoesNotApply,
        None => Verdict::Unknown,
    }
}

/// Fewer than 30 days since signing up. It explains nothing where the invoice should be there by the exact rules: a support
/// plan and a reservation paid by card are billed on the day they are bought.
fn new_account(facts: &Facts) -> Verdict {
    let is_overdue = facts.expected.as_ref().is_some_and(|expected| expected.window.until < facts.today);
    if is_enterprise(facts) || is_overdue {
        return Verdict::DoesNotApply;
    }
    let Some(on) = facts.signed_up else {
        return Verdict::Unknown;
    };
    let until = on.checked_add_days(Days::new(NEW_FOR_DAYS)).unwrap_or(NaiveDate::MAX);
    if facts.today >= until {
        return Verdict::DoesNotApply;
    }
    let days = facts.today.signed_duration_since(on).num_days();
    Verdict::Applies { evidence: Evidence::SignedUp { on, days }, next: NextStep::WaitUntil(until) }
}

/// An account belongs to one directory; from another one it is not seen (seeds S003-19, S003-20).
fn other_directory(facts: &Facts) -> Verdict {
    if facts.sees_invoices == Some(true) {
        return Verdict::DoesNotApply;
    }
    match (&facts.directory, &facts.home) {
        (Some(current), Some(home)) if current.id.as_str().eq_ignore_ascii_case(home.id.as_str()) => {
            Verdict::DoesNotApply
        }
        (Some(current), Some(home)) => {
            let evidence = Evidence::Directories { current: current.clone(), home: home.clone() };
            Verdict::Applies { evidence, next: NextStep::SwitchDirectory(home.clone()) }
        }
        _ => Verdict::Unknown,
    }
}

/// "You have access to the invoice through one of your other accounts" (seed S003-19).
fn other_account(facts: &Facts) -> Verdict {
    if facts.sees_invoices == Some(true) {
        return Verdict::DoesNotApply;
    }
    let Some(accounts) = &facts.other_accounts else {
        return Verdict::Unknown;
    };
    let having: Vec<_> = accounts.iter().filter(|account| account.has_invoices == Some(true)).cloned().collect();
    match having.first() {
        Some(first) => {
            let next = NextStep::SwitchAccount(first.name.clone());
            Verdict::Applies { evidence: Evidence::Accounts(having), next }
        }
        None if accounts.iter().any(|account| account.has_invoices.is_none()) => Verdict::Unknown,
        None => Verdict::DoesNotApply,
    }
}

/// Two identities with one address, a work or school account and a Microsoft account, of which mostly one has the right (seed
/// S003-19). Who has the right already is not the wrong one.
fn other_identity(facts: &Facts) -> Verdict {
    if facts.sees_invoices == Some(true) || no_permission(facts) == Verdict::DoesNotApply {
        return Verdict::DoesNotApply;
    }
    let (Some(me), Some(identities)) = (&facts.signed_in, &facts.identities) else {
        return Verdict::Unknown;
    };
    let twins = || {
        let is_twin = |address: &str| fold_case(address) == fold_case(&me.address);
        identities.iter().filter(move |(other, _)| is_twin(&other.address) && other.kind != me.kind)
    };
    match twins().find(|(_, may_see)| *may_see == Some(true)) {
        Some((twin, _)) => {
            Verdict::Applies { evidence: Evidence::Identity(twin.clone()), next: NextStep::SignInAs(twin.clone()) }
        }
        None if twins().any(|(_, may_see)| may_see.is_none()) => Verdict::Unknown,
        None => Verdict::DoesNotApply,
    }
}

fn is_enterprise(facts: &Facts) -> bool {
    facts.agreement == Some(AgreementType::Ea)
}
