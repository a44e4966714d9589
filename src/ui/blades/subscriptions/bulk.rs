//! One change of the e-mail preference of many subscriptions, shown before it is made.
use super::email::{TERMS_VERSION, address_words, email_refusal_words};
use crate::billing::{
    AcceptedTerms, AccountName, AgreementType, BillingSubscription, EmailChange, EmailOutcome, EmailSetting,
    SubscriptionEmail, check_address, preview_email_change, split_addresses,
};
use crate::state::{
    Fetch, LocalFuture, Outcome, all_of, arm_text, clock, subscription_access, t, t_count, t_with, use_estate,
    use_fetch, use_notifications, use_query, use_session,
};
use crate::text::words::{common, subscription_email as words};
use crate::ui::dom::{IntoNode, Node, when};
use crate::ui::kit::{
    Appearance, Button, Checkbox, Choice, Intent, MessageBar, Pane, SelectField, Skeleton, TagCheck, TagInput,
};
use crate::ui::shell::error_panel;
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// A subscription with what it says now.
#[derive(Debug, Clone, PartialEq)]
struct Setting {
    subscription: BillingSubscription,
    preference: SubscriptionEmail,
    is_account_admin: Option<bool>,
}

type Settings = Arc<Vec<Setting>>;

/// What can be changed, by its word in the form.
const OPT_IN: &str = "in";
const OPT_OUT: &str = "out";
const ADD: &str = "add";
const REMOVE: &str = "remove";
const PREFERRED: &str = "preferred";

#[derive(Clone, Copy)]
struct Draft {
    what: RwSignal<String>,
    addresses: RwSignal<Vec<String>>,
    accepts: RwSignal<bool>,
    busy: RwSignal<bool>,
    problems: RwSignal<Vec<String>>,
}

impl Draft {
    /// The change as the form has it; none while something is missing or wrong.
    fn change(&self) -> Option<EmailChange> {
        let addresses = self.addresses.get();
        let is_whole = !addresses.is_empty() && addresses.iter().all(|address| check_address(address).is_ok());
        match self.what.get().as_str() {
            OPT_IN => {
                // What it would do is shown before the terms are accepted; it is done only after.
                Some(EmailChange::OptIn(AcceptedTerms { version: TERMS_VERSION.to_owned(), on: clock::today() }))
            }
            OPT_OUT => Some(EmailChange::OptOut),
            ADD => is_whole.then_some(EmailChange::AddRecipients(addresses)),
            REMOVE => is_whole.then_some(EmailChange::RemoveRecipients(addresses)),
            // None sends to the address of the account again.
            _ if addresses.len() < 2 && (is_whole || addresses.is_empty()) => {
                Some(EmailChange::SetPreferred(addresses.into_iter().next()))
            }
            _ => None,
        }
    }
}

/// The pane: open while the address says `pane=email-bulk`.
#[component]
pub fn BulkPane(account: AccountName) -> impl IntoView {
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("email-bulk"));
    let draft = Draft {
        what: RwSignal::new(OPT_IN.to_owned()),
        addresses: RwSignal::new(Vec::new()),
        accepts: RwSignal::new(false),
        busy: RwSignal::new(false),
        problems: RwSignal::new(Vec::new()),
    };
    let close = Callback::new(move |()| {
        draft.addresses.set(Vec::new());
        draft.accepts.set(false);
        draft.problems.set(Vec::new());
        query.set("pane", None);
    });
    view! {
        <Pane
            open
            on_close=close
            title=t(words::BULK_TITLE)
            close_label=t(common::CLOSE)
            dirty=Signal::derive(move || draft.addresses.with(|all| !all.is_empty()))
            discard_question=t(common::UNSAVED_TEXT)
            discard_label=t(common::DISCARD)
            keep_label=t(common::KEEP_EDITING)
        >
            {
                let account = account.clone();
                move || view! { <Body account=account.clone() draft close /> }
            }
        </Pane>
    }
}

#[component]
fn Body(account: AccountName, draft: Draft, close: Callback<()>) -> impl IntoView {
    let session = use_session();
    let estate = use_estate();
    let agreement = estate.account(&account).map_or(AgreementType::Mosp, |account| account.agreement);
    let settings: Fetch<Settings> = use_fetch(
        move || session.has_extension().then(|| estate.subscriptions.ready()).flatten(),
        move |client, all: Arc<Vec<BillingSubscription>>| async move {
            let work = all.iter().map(|one| {
                let (client, one) = (client.clone(), one.clone());
                Box::pin(async move {
                    let access = subscription_access(client.clone(), session, one.clone()).await?;
                    let is_account_admin = access.caller.is_account_admin;
                    let preference = match is_account_admin {
                        Some(true) => client.subscription_email(&one.id).await?,
                        _ => SubscriptionEmail::default(),
                    };
                    Ok(Setting { subscription: one, preference, is_account_admin })
                }) as LocalFuture<'_, _>
            });
            all_of(work.collect()).await.into_iter().collect::<Result<Vec<_>, _>>().map(Arc::new)
        },
    );
    let outcomes = Memo::new(move |_| {
        let (settings, change) = (settings.ready()?, draft.change()?);
        let each: Vec<EmailSetting<'_>> = settings
            .iter()
            .map(|one| EmailSetting {
                subscription: &one.subscription,
                agreement: &agreement,
                preference: &one.preference,
                is_account_admin: one.is_account_admin,
            })
            .collect();
        let previews = preview_email_change(&each, &change).into_iter();
        let named =
            settings.iter().zip(previews).map(|(setting, (_, outcome))| (setting.subscription.clone(), outcome));
        Some(named.collect::<Vec<_>>())
    });
    (move || {
        if !session.has_extension() {
            return view! { <MessageBar intent=Intent::Info text=t(words::NO_API) /> };
        }
        if let Some(error) = settings.failed() {
            return error_panel(&error, Some(Callback::new(move |()| settings.refetch())));
        }
        if settings.is_loading() {
            return view! { <Skeleton label=t(common::LOADING) lines=6 /> };
        }
        // A form that can change nothing is not shown.
        let has_any = settings.ready().is_some_and(|all| all.iter().any(|one| one.is_account_admin == Some(true)));
        if !has_any {
            return view! { <MessageBar intent=Intent::Warning text=t(words::BULK_NOT_ADMINISTRATOR) /> };
        }
        view! {
            <Fields draft />
            <Preview outcomes />
            {move || draft.problems.get().into_iter().map(|text| {
                view! { <MessageBar intent=Intent::Error text /> }
            }).collect::<Vec<_>>()}
            <Apply settings outcomes draft close />
        }
    })
    .into_node()
}

#[component]
fn Fields(draft: Draft) -> impl IntoView {
    let options = vec![
        Choice::new(OPT_IN, t(words::OPT_IN)),
        Choice::new(ADD, t(words::BULK_ADD)),
        Choice::new(REMOVE, t(words::BULK_REMOVE)),
        Choice::new(PREFERRED, t(words::BULK_SET_PREFERRED)),
        Choice::new(OPT_OUT, t(words::OPT_OUT)),
    ];
    let has_addresses = move || draft.what.with(|what| what != OPT_IN && what != OPT_OUT);
    let check: TagCheck = Arc::new(|text: &str| check_address(text).map_err(address_words));
    view! {
        <SelectField
            label=t(words::BULK_WHAT)
            options
            value=draft.what
            on_change=Callback::new(move |what: String| draft.what.set(what))
        />
        {when(has_addresses, move || view! {
            <TagInput
                label=t(words::BULK_ADDRESSES)
                hint=t(words::RECIPIENTS_HINT)
                values=draft.addresses
                check=check.clone()
                split=split_addresses
                remove_label=t(common::REMOVE)
                edit_label=t(common::EDIT)
                on_change=Callback::new(move |list: Vec<String>| draft.addresses.set(list))
            />
        })}
        {when(move || draft.what.with(|what| what == OPT_IN), move || view! {
            <p>{t(words::TERMS)}</p>
            <Checkbox
                label=t(words::ACCEPT)
                checked=draft.accepts
                on_change=Callback::new(move |on: bool| draft.accepts.set(on))
            />
        })}
    }
}

type Outcomes = Memo<Option<Vec<(BillingSubscription, EmailOutcome)>>>;

fn outcome_words(outcome: &EmailOutcome) -> String {
    match outcome {
        EmailOutcome::Unchanged => t(words::BULK_UNCHANGED),
        EmailOutcome::Refused(refusal) => t_with(words::BULK_REFUSED, &[("reason", &email_refusal_words(refusal))]),
        EmailOutcome::Changed { to, dropped, .. } => {
            let state = if to.is_opted_in() { words::OPTED_IN } else { words::NOT_OPTED_IN };
            let list = to.preferred.iter().chain(&to.recipients).cloned().collect::<Vec<_>>().join(", ");
            let sends = (!list.is_empty()).then(|| t_with(words::BULK_SENDS, &[("addresses", &list)]));
            let gone = dropped.join(", ");
            let forgets = (!gone.is_empty()).then(|| t_with(words::BULK_FORGETS, &[("addresses", &gone)]));
            [Some(t(state)), sends, forgets].into_iter().flatten().collect::<Vec<_>>().join("; ")
        }
    }
}

/// What would become of each subscription.
#[component]
fn Preview(outcomes: Outcomes) -> impl IntoView {
    let row = |(subscription, outcome): (BillingSubscription, EmailOutcome)| {
        view! {
            <li class="list__item">
                <span class="person">
                    <span class="person__name">{subscription.display_name}</span>
                    <span class="person__detail">{outcome_words(&outcome)}</span>
                </span>
            </li>
        }
    };
    let list = move || match outcomes.get() {
        None => Node::nothing(),
        Some(list) => view! {
            <section aria-labelledby="bulk-preview">
                <h3 class="blade__heading" id="bulk-preview">{t(words::BULK_PREVIEW)}</h3>
                <ul class="list">{list.into_iter().map(row).collect::<Vec<_>>()}</ul>
            </section>
        },
    };
    list.into_node()
}

#[component]
fn Apply(settings: Fetch<Settings>, outcomes: Outcomes, draft: Draft, close: Callback<()>) -> impl IntoView {
    let session = use_session();
    let notifications = use_notifications();
    let changes = Memo::new(move |_| {
        let all = outcomes.get().unwrap_or_default();
        let changed = all.into_iter().filter_map(|(subscription, outcome)| match outcome {
            EmailOutcome::Changed { to, .. } => Some((subscription, to)),
            EmailOutcome::Unchanged | EmailOutcome::Refused(_) => None,
        });
        changed.collect::<Vec<_>>()
    });
    let none = Signal::derive(move || match changes.with(Vec::is_empty) {
        true => Some(t(words::BULK_NOTHING)),
        false if draft.what.with(|what| what == OPT_IN) && !draft.accepts.get() => Some(t(words::ACCEPT_FIRST)),
        false => None,
    });
    let apply = Callback::new(move |()| {
        let Some(client) = session.client_untracked() else { return };
        let changes = changes.get_untracked();
        draft.busy.set(true);
        draft.problems.set(Vec::new());
        leptos::task::spawn_local(async move {
            let mut done = 0;
            let mut problems = Vec::new();
            // One after the other: each is saved or told by itself.
            for (subscription, wanted) in changes {
                match client.set_subscription_email(&subscription.id, &wanted).await {
                    Ok(_) => done += 1,
                    Err(error) => {
                        let values = [("subscription", &*subscription.display_name), ("reason", &arm_text(&error))];
                        problems.push(t_with(words::BULK_FAILED, &values));
                    }
                }
            }
            draft.busy.try_set(false);
            if done > 0 {
                notifications.add(Outcome::Done, t_count(words::BULK_SAVED, done), None, None);
            }
            settings.refetch();
            if problems.is_empty() {
                close.try_run(());
            } else {
                draft.problems.try_set(problems);
            }
        });
    });
    view! {
        <div class="form__actions">
            <Button
                label=Signal::derive(move || t_count(words::BULK_APPLY, changes.with(Vec::len)))
                appearance=Appearance::Primary
                busy=draft.busy
                disabled_reason=none
                on_click=apply
            />
            <Button label=t(common::CANCEL) on_click=close />
        </div>
    }
}
