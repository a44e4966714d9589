//! "Why is there no invoice?": every reason of the documents as a check with its evidence and what to do (seeds S000-18, S001-18,
//! S003-19).
mod found;

use crate::billing::{
    AccountName, AgreementType, Anchor, Charging, Evidence, Finding, MissingReason, NextStep, Scope, SubscriptionId,
    Task, Verdict, reasons,
};
use crate::state::{Sought, date, facts, t, t_with, use_access, use_estate, use_fetch, use_query, use_session};
use crate::text::Word;
use crate::text::words::{common, missing as words, shell, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Appearance, Button, Choice, Icon, LinkButton, Pane, SelectField, Skeleton, Status, Tone};
use crate::ui::routes::Place;
use crate::ui::shell::purchase_note;
use crate::ui::view;
use found::{ask, evidence_words, kind_word, reason_word, roles};
use leptos::prelude::*;
use std::sync::Arc;

/// Where a support request is made (seeds S000-19, S003-21).
const SUPPORT: &str = "https://portal.azure.com/#blade/Microsoft_Azure_Support/HelpAndSupportBlade";

/// Further reading (seeds S000-20, S001-19, S003-21).
const READING: [(Word, &str); 5] = [
    (words::READ_BILL, "https://learn.microsoft.com/azure/cost-management-billing/understand/review-individual-bill"),
    (
        words::READ_COSTS,
        "https://learn.microsoft.com/azure/cost-management-billing/understand/analyze-unexpected-charges",
    ),
    (
        words::READ_USAGE,
        "https://learn.microsoft.com/azure/cost-management-billing/understand/download-azure-daily-usage",
    ),
    (words::READ_TERMS, "https://learn.microsoft.com/azure/cost-management-billing/understand/understand-invoice"),
    (words::READ_ACCESS, "https://learn.microsoft.com/azure/cost-management-billing/manage/manage-billing-access"),
];

/// Beside it where there are billing profiles (seeds S001-19, S003-21).
const READING_OF_PROFILES: [(Word, &str); 3] = [
    (
        words::READ_PROFILE,
        "https://learn.microsoft.com/azure/cost-management-billing/understand/review-customer-agreement-bill",
    ),
    (
        words::READ_PROFILE_TERMS,
        "https://learn.microsoft.com/azure/cost-management-billing/understand/mca-understand-your-invoice",
    ),
    (
        words::READ_PROFILE_USAGE,
        "https://learn.microsoft.com/azure/cost-management-billing/understand/mca-understand-your-usage",
    ),
];

/// The pane: open while the address says `pane=why`. `start` in it says which period, `for` whose where the page does not.
#[component]
pub fn WhyPane() -> impl IntoView {
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("why"));
    let close = Callback::new(move |()| {
        query.change(|query| query.with("pane", None).with("start", None).with("for", None), false);
    });
    view! {
        <Pane open on_close=close title=t(words::TITLE) close_label=t(common::CLOSE)>
            <Body />
        </Pane>
    }
}

/// What is looked at, as the page and the address say it; none until that is known.
fn use_sought() -> Memo<Option<Sought>> {
    let (query, estate) = (use_query(), use_estate());
    let place = use_context::<Memo<Place>>();
    let profile_name = move || {
        let place = place?.get();
        let named = query.value("for").map(|name| name.as_str().into());
        place.profile().cloned().or(named).or_else(|| estate.profiles.ready()?.first().map(|p| p.name.clone()))
    };
    let access = use_access(move || {
        let account = place?.get().account().cloned()?;
        let known = estate.account(&account)?;
        let profiles = known.agreement.has_profiles();
        profiles.then(|| match profile_name() {
            Some(profile) => Scope::Profile(account.clone(), profile),
            None => Scope::Account(account.clone()),
        })
    });
    Memo::new(move |_| {
        let start = query.value("start").and_then(|start| crate::billing::parse_day(&start));
        let Some(name) = place.and_then(|place| place.get().account().cloned()) else {
            return Some(Sought::default());
        };
        if estate.is_looking() {
            return None;
        }
        let account = estate.account(&name);
        let agreement = account.as_ref().map(|account| account.agreement.clone());
        let mut sought = Sought { account, start, ..Sought::default() };
        match agreement {
            Some(AgreementType::Mosp) => {
                let list = estate.subscriptions.ready()?;
                let id = place?.get().subscription().cloned().or_else(|| query.value("for").map(SubscriptionId::new));
                sought.subscription = match id {
                    Some(id) => list.iter().find(|one| one.id == id).cloned(),
                    None => list.first().cloned(),
                };
                sought.account_day = sought.account.as_ref().and_then(|account| account.created).map(Anchor::of);
            }
            Some(agreement) if agreement.has_profiles() => {
                sought.profile = profile_name().and_then(|profile| estate.profile(&name, &profile));
                sought.decision = Some(access.ready()?.may(Task::SeeInvoices));
            }
            _ => {}
        }
        Some(sought)
    })
}

#[component]
fn Body() -> impl IntoView {
    let session = use_session();
    let sought = use_sought();
    let found = use_fetch(
        move || sought.get(),
        move |client, sought: Sought| async move {
            let facts = facts(client, session, sought).await;
            Ok(Arc::new((reasons(&facts), facts.all_listed)))
        },
    );
    // What was bought is on an invoice of the account: that answers the question.
    let purchase = Memo::new(move |_| {
        let subscription = sought.get()?.subscription?;
        (subscription.charging() == Charging::Purchase).then_some(subscription.account)
    });
    view! {
        <p>{t(words::ABOUT)}</p>
        <Chooser sought />
        {move || purchase.get().map(|account| purchase_note(&account))}
        {move || match found.ready() {
            None => view! { <Skeleton label=t(common::LOADING) lines=8 /> },
            Some(found) => answer(&found.0, found.1, purchase.with(Option::is_some)),
        }}
        <p class="actions">
            <LinkButton label=t(words::NEXT_SUPPORT) href=SUPPORT.to_owned() icon=Icon::Question />
        </p>
        <Reading />
    }
}

/// Which subscription or profile, where the page is about all of them.
#[component]
fn Chooser(sought: Memo<Option<Sought>>) -> impl IntoView {
    let (query, estate) = (use_query(), use_estate());
    let place = use_context::<Memo<Place>>();
    let is_of_account = move || {
        place.is_some_and(|place| place.with(|place| place.profile().is_none() && place.subscription().is_none()))
    };
    let options = Signal::derive(move || {
        let mut all: Vec<Choice> = Vec::new();
        for one in estate.subscriptions.ready().unwrap_or_default().iter() {
            all.push(Choice::new(one.id.as_str(), one.display_name.clone()));
        }
        for one in estate.profiles.ready().unwrap_or_default().iter() {
            all.push(Choice::new(one.name.as_str(), one.display_name.clone()));
        }
        all
    });
    let chosen = Signal::derive(move || {
        let sought = sought.get().unwrap_or_default();
        let of = sought.subscription.map(|one| one.id.to_string());
        of.or_else(|| sought.profile.map(|one| one.name.to_string())).unwrap_or_default()
    });
    let label = move || {
        let by_subscription = sought.get().is_some_and(|sought| sought.subscription.is_some());
        t(if by_subscription { subscriptions::FOR_SUBSCRIPTION } else { crate::text::words::invoices::PROFILE })
    };
    let shown = Memo::new(move |_| is_of_account() && options.with(|all| all.len() > 1));
    (move || {
        shown.get().then(|| {
            view! {
                <SelectField
                    label=label()
                    options
                    value=chosen
                    on_change=Callback::new(move |value: String| {
                        query.change(|query| query.with("for", Some(&value)).with("start", None), true);
                    })
                />
            }
        })
    })
    .into_node()
}

/// The reasons that apply, then everything that was checked. Where none does, that is said, unless the question has its answer.
fn answer(findings: &[Finding], all_listed: bool, is_answered: bool) -> Node {
    let applies = findings.iter().filter_map(|finding| match &finding.verdict {
        Verdict::Applies { evidence, next } => Some(reason(finding.reason, evidence, next)),
        _ => None,
    });
    let applies = applies.collect::<Vec<_>>();
    let is_all_known = !findings.iter().any(|finding| finding.verdict == Verdict::Unknown);
    let nothing = match (all_listed, is_all_known) {
        (true, _) => words::ALL_LISTED,
        (false, true) => words::NOTHING_APPLIES,
        (false, false) => words::NOTHING_KNOWN,
    };
    let none = (applies.is_empty() && !is_answered).then(|| view! { <p>{t(nothing)}</p> });
    let checks = findings.iter().map(check).collect::<Vec<_>>();
    view! {
        {none}
        <div role="status">{applies}</div>
        <details class="details">
            <summary>{t(words::ALL_CHECKS)}</summary>
            <ul class="list">{checks}</ul>
        </details>
    }
}

fn check(finding: &Finding) -> Node {
    let (tone, icon, word) = match finding.verdict {
        Verdict::Applies { .. } => (Tone::Warning, Icon::Warning, words::APPLIES),
        Verdict::DoesNotApply => (Tone::Success, Icon::CheckmarkCircle, words::DOES_NOT_APPLY),
        Verdict::Unknown => (Tone::Neutral, Icon::Question, words::UNKNOWN),
    };
    view! {
        <li class="list__item">
            <span class="person">{t(reason_word(finding.reason))}</span>
            <Status tone icon text=t(word) />
        </li>
    }
}

/// One reason with what shows it and what to do about it.
fn reason(reason: MissingReason, evidence: &Evidence, next: &NextStep) -> Node {
    view! {
        <section class="reason">
            <h3 class="blade__heading">{t(reason_word(reason))}</h3>
            <p>{evidence_words(evidence)}</p>
            {next_step(evidence, next)}
        </section>
    }
}

fn next_step(evidence: &Evidence, next: &NextStep) -> Node {
    let said = |text: String| view! { <p>{text}</p> };
    match next {
        NextStep::WaitUntil(day) => said(t_with(words::NEXT_WAIT, &[("date", &date(*day))])),
        NextStep::NothingIsOwed => said(t(words::NEXT_NOTHING)),
        NextStep::AskRole(of) => said(t_with(words::NEXT_ASK_ROLE, &[("roles", &roles(of))])),
        NextStep::Ask(granters) => said(ask(evidence, granters)),
        NextStep::AskOwner => said(t(words::NEXT_ASK_OWNER)),
        NextStep::OnlyBeyondCredit => said(t(words::NEXT_BEYOND_CREDIT)),
        NextStep::AskReceiver(_) => said(t(words::NEXT_ASK_RECEIVER)),
        NextStep::SignInAs(identity) => said(t_with(words::NEXT_SIGN_IN, &[("kind", &t(kind_word(identity.kind)))])),
        NextStep::SwitchAccount(name) => open_account(name),
        NextStep::SwitchDirectory(directory) => {
            let session = use_session();
            let id = directory.id.clone();
            let name = directory.name.clone().unwrap_or_else(|| directory.id.to_string());
            let label = format!("{}: {name}", t(shell::SWITCH_DIRECTORY));
            let switch = Callback::new(move |()| session.set_directory(Some(id.clone())));
            view! { <Button label appearance=Appearance::Primary on_click=switch /> }
        }
        NextStep::ContactSupport => said(t(words::NOTHING_APPLIES)),
    }
}

fn open_account(name: &AccountName) -> Node {
    let label = t_with(words::NEXT_ACCOUNT, &[("account", &use_estate().account_label(name))]);
    let href = Place::Invoices(name.clone()).href();
    view! { <LinkButton label href icon=Icon::Receipt /> }
}

#[component]
fn Reading() -> impl IntoView {
    let estate = use_estate();
    let place = use_context::<Memo<Place>>();
    let has_profiles = Memo::new(move |_| {
        let account = place.and_then(|place| place.with(|place| place.account().cloned()));
        let agreement = account.and_then(|account| estate.account(&account)).map(|account| account.agreement);
        agreement.is_none_or(|agreement| agreement.has_profiles())
    });
    let row = |(word, href): (Word, &'static str)| {
        view! {
            <li><a class="fx-link" href=href target="_blank" rel="noopener">{t(word)}</a></li>
        }
    };
    let rows = move || {
        let more = READING_OF_PROFILES.into_iter().filter(|_| has_profiles.get());
        READING.into_iter().chain(more).map(row).collect::<Vec<_>>()
    };
    view! {
        <section aria-labelledby="why-reading">
            <h3 class="blade__heading" id="why-reading">{t(words::FURTHER_READING)}</h3>
            <ul class="bullets">{rows}</ul>
        </section>
    }
}
