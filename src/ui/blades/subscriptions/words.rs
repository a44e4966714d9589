//! What the rules of subscriptions decide, in words.
use crate::billing::{
    AccessReason, AccessRefusal, BillingSubscription, Cause, Granter, Invoice, InvoiceAccess, InvoiceType, Period,
    Standing, SubscriptionRole, SubscriptionStatus,
};
use crate::state::{SubscriptionAccess, clock, date, language, name_of, t, t_with};
use crate::text::words::{invoice_access, subscriptions};
use crate::text::{Word, either};
use crate::ui::dom::Node;
use crate::ui::kit::{Icon, Status, Tone};
use crate::ui::view;

/// Icon and word of where a subscription stands; its invoices may put it at risk before Azure says so (seed S003-02).
pub fn status_of(subscription: &BillingSubscription) -> Node {
    let (tone, icon) = match &subscription.status {
        SubscriptionStatus::Active | SubscriptionStatus::AutoRenew => (Tone::Success, Icon::CheckmarkCircle),
        SubscriptionStatus::Warned | SubscriptionStatus::Expiring => (Tone::Warning, Icon::Warning),
        status if status.is_disabled() => (Tone::Danger, Icon::Prohibited),
        _ => (Tone::Neutral, Icon::Info),
    };
    let text = name_of(&subscription.status);
    view! { <Status tone icon text /> }
}

/// Why it is so: "an invoice is past due, since 3 October 2026".
pub fn cause_words(cause: &Cause) -> String {
    match cause {
        Cause::Suspended(suspension) => {
            let reason = name_of(&suspension.reason);
            match suspension.effective {
                None => reason,
                Some(day) => {
                    let word = if day <= clock::today() { subscriptions::SINCE } else { subscriptions::FROM };
                    t_with(word, &[("reason", &reason), ("date", &date(day))])
                }
            }
        }
        Cause::Unpaid { invoice, .. } => t_with(subscriptions::UNPAID, &[("invoice", invoice.as_str())]),
    }
}

/// The sentence over the pages of a subscription that is not in good standing; with whether it is stopped already.
pub fn standing_bar(subscription: &BillingSubscription, invoices: &[Invoice]) -> Option<(bool, String)> {
    let said = |word: Word, causes: &[Cause]| {
        let causes: Vec<String> = causes.iter().map(cause_words).collect();
        let reason = if causes.is_empty() { name_of(&subscription.status) } else { causes.join("; ") };
        t_with(word, &[("reason", &reason)])
    };
    match subscription.standing(invoices, clock::today()) {
        Standing::Good | Standing::Unknown => None,
        Standing::AtRisk(causes) => Some((false, said(subscriptions::BAR_AT_RISK, &causes))),
        Standing::Disabled(causes) => {
            let ended = subscription.ended_on().is_some();
            let word = if ended { subscriptions::BAR_ENDED } else { subscriptions::BAR_DISABLED };
            Some((true, said(word, &causes)))
        }
    }
}

/// The role of the person on the subscription.
pub fn own_role(access: &SubscriptionAccess) -> String {
    match (access.caller.is_account_admin, access.own_role()) {
        (Some(true), _) => t(subscriptions::ADMINISTRATOR),
        (_, Some(role)) => name_of(&role),
        (_, None) => String::new(),
    }
}

/// Why an invoice may not be downloaded or the switch not be used, and whom to ask. None when it may, and when nothing is
/// known against it: then the API decides.
pub fn access_words(access: &InvoiceAccess) -> Option<String> {
    let InvoiceAccess::Denied(refusal) = access else { return None };
    Some(refusal_words(refusal))
}

/// A refusal in words.
pub fn refusal_words(refusal: &AccessRefusal) -> String {
    match refusal {
        AccessRefusal::SupportPlan => t(invoice_access::DENIED_SUPPORT_PLAN),
        AccessRefusal::SwitchedOff { role } => t_with(invoice_access::DENIED_OFF, &[("role", &name_of(role))]),
        AccessRefusal::NotAccountAdministrator => t(invoice_access::DENIED_NOT_ADMINISTRATOR),
        AccessRefusal::NoRole { .. } => {
            let roles: Vec<String> = SubscriptionRole::OPENING_INVOICES.iter().map(name_of).collect();
            let granters = refusal.granters();
            let givers: Vec<String> = granters.iter().filter_map(role_of).map(name_of).collect();
            let values = [("roles", &*either(&roles, language())), ("granters", &*either(&givers, language()))];
            let needs = t_with(invoice_access::DENIED_NO_ROLE, &values);
            match granters.contains(&Granter::AccountAdministrator) {
                true => format!("{needs} {}", t(invoice_access::AND_SWITCH)),
                false => needs,
            }
        }
    }
}

fn role_of(granter: &Granter) -> Option<&SubscriptionRole> {
    match granter {
        Granter::Role(role) => Some(role),
        Granter::AccountAdministrator => None,
    }
}

/// Through which role somebody may download.
pub fn reason_words(reason: &AccessReason) -> String {
    match reason {
        AccessReason::AccountAdministrator => t(subscriptions::ADMINISTRATOR),
        AccessReason::Role { role, through: None } => name_of(role),
        AccessReason::Role { role, through: Some(group) } => {
            let group = group.display_name.clone().unwrap_or_else(|| group.id.to_string());
            t_with(invoice_access::THROUGH, &[("role", &name_of(role)), ("group", &group)])
        }
    }
}

/// "5 Mar 2026 – 4 Apr 2026".
pub fn span(period: Period) -> String {
    format!("{} – {}", date(period.start), date(period.end))
}

/// The same in a cell: a day is never broken in two.
pub fn span_cell(period: Period) -> Node {
    let day = |day: chrono::NaiveDate| view! { <time datetime=day.to_string()>{date(day)}</time> };
    view! { {day(period.start)} " – " {day(period.end)} }
}

/// What an invoice is for.
pub fn type_words(invoice: &Invoice) -> String {
    invoice.invoice_type.as_ref().map(name_of).unwrap_or_else(|| name_of(&InvoiceType::AzureServices))
}

/// The offer by its name and number.
pub fn offer_words(subscription: &BillingSubscription) -> String {
    let Some(id) = &subscription.offer else { return String::new() };
    id.offer().map_or_else(|| id.to_string(), |offer| format!("{} ({})", offer.name, id))
}
