//! The pane.
use super::recipients::Recipients;
use super::save::{self, Saved};
use crate::billing::{
    AccountName, AddressError, BillingProfile, EmailPreference, ProfileName, Scope, Task, check_address,
    split_addresses,
};
use crate::state::{
    arm_text, deny_words, t, t_with, use_access, use_estate, use_fetch, use_notifications, use_query, use_session,
};
use crate::text::address_error_word;
use crate::text::words::{common, email, invoices, profiles};
use crate::ui::kit::{
    Appearance, Button, Choice, Intent, MessageBar, Pane, RadioGroup, SelectField, Skeleton, TagCheck, TagInput,
};
use crate::ui::shell::privacy_note;
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// Why a text is not an address, in words.
fn address_words(error: AddressError) -> String {
    t(address_error_word(error))
}

/// What a person has set so far; none until something was touched.
#[derive(Clone, Copy)]
struct Draft {
    opt_in: RwSignal<Option<bool>>,
    recipients: RwSignal<Option<Vec<String>>>,
    problem: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Draft {
    fn new() -> Draft {
        Draft {
            opt_in: RwSignal::new(None),
            recipients: RwSignal::new(None),
            problem: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn clear(&self) {
        self.opt_in.set(None);
        self.recipients.set(None);
        self.problem.set(None);
    }

    fn is_dirty(&self) -> bool {
        self.opt_in.get().is_some() || self.recipients.get().is_some()
    }

    /// The preference as the form has it, over the one that was read.
    fn over(&self, base: &EmailPreference) -> EmailPreference {
        EmailPreference {
            opt_in: self.opt_in.get().unwrap_or(base.opt_in),
            recipients: self.recipients.get().unwrap_or_else(|| base.recipients.clone()),
        }
    }
}

/// The pane: open while the address says `pane=email`.
#[component]
pub fn EmailPane(account: AccountName, profile: Option<ProfileName>) -> impl IntoView {
    let query = use_query();
    let estate = use_estate();
    let draft = Draft::new();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("email"));
    let fixed = profile.clone();
    // Of the page's own profile, the one in the address, or the only one there is.
    let chosen = Memo::new(move |_| {
        let named = fixed.clone().or_else(|| query.value("for").map(ProfileName::new));
        named.or_else(|| estate.profiles.ready().and_then(|list| list.first().map(|profile| profile.name.clone())))
    });
    let close = Callback::new(move |()| {
        draft.clear();
        query.change(|query| query.with("pane", None).with("for", None), false);
    });
    let body_account = account.clone();
    view! {
        <Pane
            open
            on_close=close
            title=t(email::TITLE)
            close_label=t(common::CLOSE)
            dirty=Signal::derive(move || draft.is_dirty())
            discard_question=t(common::UNSAVED_TEXT)
            discard_label=t(common::DISCARD)
            keep_label=t(common::KEEP_EDITING)
        >
            {
                let account = body_account.clone();
                let fixed = profile.is_some();
                move || match estate.account(&account) {
                    Some(known) if !known.agreement.has_profiles() => view! { <p>{t(profiles::NOT_FOR_AGREEMENT)}</p> },
                    _ => view! { <Form account=account.clone() chosen fixed draft close /> },
                }
            }
        </Pane>
    }
}

#[component]
fn Form(
    account: AccountName,
    chosen: Memo<Option<ProfileName>>,
    fixed: bool,
    draft: Draft,
    close: Callback<()>,
) -> impl IntoView {
    let query = use_query();
    let estate = use_estate();
    let key = {
        let account = account.clone();
        move || chosen.get().map(|profile| (account.clone(), profile))
    };
    let fetch =
        use_fetch(
            key.clone(),
            |client, (account, profile)| async move { client.billing_profile(&account, &profile).await },
        );
    let scope = move || key().map(|(account, profile)| Scope::Profile(account, profile));
    let access = use_access(scope.clone());
    let assignments = use_fetch(scope, |client, scope| async move { client.resolve_role_assignments(&scope).await });
    let denied =
        Signal::derive(move || deny_words(access.ready().map(|access| access.may(Task::ChangeEmailPreference))));
    let base = move || fetch.ready().map(|profile| profile.email).unwrap_or_default();
    let preference = Signal::derive(move || draft.over(&base()));
    let loading = Memo::new(move |_| fetch.is_loading());
    let profiles = Signal::derive(move || {
        let list = estate.profiles.ready().unwrap_or_default();
        list.iter().map(|p| Choice::new(p.name.as_str(), p.display_name.clone())).collect::<Vec<_>>()
    });
    let problem = move || draft.problem.get().or_else(|| fetch.failed().map(|error| arm_text(&error)));
    view! {
        {move || problem().map(|text| view! { <MessageBar intent=Intent::Error text /> })}
        {(!fixed).then(|| view! {
            <SelectField
                label=t(invoices::PROFILE)
                options=profiles
                value=Signal::derive(move || chosen.get().map(|profile| profile.to_string()).unwrap_or_default())
                on_change=Callback::new(move |value: String| {
                    draft.clear();
                    query.change(|query| query.with("for", Some(&value)), true);
                })
            />
        })}
        // What is chosen is not known before the profile is there.
        {move || if loading.get() {
            view! { <Skeleton label=t(common::LOADING) lines=3 /> }
        } else {
            view! { <Fields preference denied draft /> }
        }}
        <Recipients preference assignments=Signal::derive(move || assignments.ready()) />
        {privacy_note()}
        <SaveBar fetch preference denied draft close />
    }
}

#[component]
fn Fields(preference: Signal<EmailPreference>, denied: Signal<Option<String>>, draft: Draft) -> impl IntoView {
    let check: TagCheck = Arc::new(|text: &str| check_address(text).map_err(address_words));
    let answers = vec![Choice::new("yes", t(common::YES)), Choice::new("no", t(common::NO))];
    view! {
        <RadioGroup
            label=t(email::BY_EMAIL)
            options=answers
            hint=t(email::BY_EMAIL_HINT)
            value=Signal::derive(move || preference.with(|p| if p.opt_in { "yes" } else { "no" }).to_owned())
            disabled_reason=denied
            on_change=Callback::new(move |value: String| draft.opt_in.set(Some(value == "yes")))
        />
        <TagInput
            label=t(email::ADDITIONAL)
            hint=t(email::ADDITIONAL_HINT)
            values=Signal::derive(move || preference.with(|p| p.recipients.clone()))
            check
            split=split_addresses
            remove_label=t(common::REMOVE)
            edit_label=t(common::EDIT)
            disabled_reason=denied
            on_change=Callback::new(move |list: Vec<String>| draft.recipients.set(Some(list)))
        />
    }
}

#[component]
fn SaveBar(
    fetch: crate::state::Fetch<BillingProfile>,
    preference: Signal<EmailPreference>,
    denied: Signal<Option<String>>,
    draft: Draft,
    close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let estate = use_estate();
    let notifications = use_notifications();
    let changed = Callback::new(move |()| {
        fetch.refetch();
        estate.profiles.refetch();
    });
    let save = Callback::new(move |()| {
        let (Some(client), Some(base)) = (session.client_untracked(), fetch.ready_untracked()) else { return };
        let wanted = preference.get_untracked();
        if let Some(wrong) = wanted.recipients.iter().find(|address| check_address(address).is_err()) {
            draft.problem.set(Some(t_with(email::ADDRESS_WRONG, &[("address", wrong)])));
            return;
        }
        draft.problem.set(None);
        draft.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = save::save(&client, &base, wanted).await;
            draft.busy.try_set(false);
            match answer {
                Ok(Saved::Done(profile)) => {
                    save::tell(notifications, client, profile, base.email, changed);
                    estate.profiles.refetch();
                    close.try_run(());
                }
                Ok(Saved::Conflict(now)) => {
                    // What was typed stays; what somebody else saved is the new ground it stands on.
                    fetch.put(now);
                    draft.problem.try_set(Some(t(email::CONFLICT)));
                }
                Err(error) => {
                    draft.problem.try_set(Some(arm_text(&error)));
                }
            }
        });
    });
    view! {
        <div class="form__actions">
            <Button label=t(common::SAVE) appearance=Appearance::Primary busy=draft.busy disabled_reason=denied on_click=save />
            <Button label=t(common::CANCEL) on_click=close />
        </div>
    }
}
