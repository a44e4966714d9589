//! *Email invoice* of a subscription or support plan: the pane (seeds S000-04 to S000-08, S001-10 to S001-12, S003-10 to
//! S003-12). Its fields are in `email_fields`.
use super::access::{Chooser, chosen};
use super::email_fields::{OptIn, OptedIn, RecipientsField, WhoGetsIt};
use super::words::refusal_words;
use crate::billing::{
    AcceptedTerms, AccessRefusal, AccountName, AddressError, AgreementType, BillingSubscription, EmailRefusal,
    SubscriptionEmail, SubscriptionId, check_address, email_eligibility,
};
use crate::state::{
    Fetch, Outcome, SubscriptionAccess, arm_text, clock, t, t_with, use_estate, use_fetch, use_notifications,
    use_query, use_session, use_subscription_access,
};
use crate::text::Word;
use crate::text::address_error_word;
use crate::text::words::{common, email, subscription_email as words};
use crate::ui::dom::{IntoNode, Node, when};
use crate::ui::kit::{Appearance, Button, Icon, Intent, MessageBar, Pane, Skeleton};
use crate::ui::routes::Place;
use crate::ui::shell::privacy_note;
use crate::ui::view;
use leptos::prelude::*;

/// Version of the terms in the words of this page. New words are a new version, to be accepted again.
pub(super) const TERMS_VERSION: &str = "2020-04";

/// Why a text is not an address, in words.
pub(super) fn address_words(error: AddressError) -> String {
    t(address_error_word(error))
}

/// Why something cannot be mailed or changed.
pub(super) fn email_refusal_words(refusal: &EmailRefusal) -> String {
    let word: Word = match refusal {
        EmailRefusal::NotAccountAdministrator => words::REFUSED_NOT_ADMINISTRATOR,
        EmailRefusal::AdministratorUnknown => words::REFUSED_UNKNOWN_ADMINISTRATOR,
        EmailRefusal::Purchase => words::REFUSED_PURCHASE,
        EmailRefusal::EnterpriseAgreement => words::REFUSED_EA,
        EmailRefusal::AzureInOpen => words::REFUSED_OPEN,
        EmailRefusal::Partner => words::REFUSED_PARTNER,
        EmailRefusal::BillingProfile => words::REFUSED_PROFILE,
        EmailRefusal::Government => words::REFUSED_GOVERNMENT,
        EmailRefusal::UnknownAgreement => words::REFUSED_AGREEMENT,
        EmailRefusal::NotOptedIn => words::REFUSED_NOT_OPTED_IN,
        EmailRefusal::Address { text, why } => return format!("{text}: {}", address_words(*why)),
    };
    t(word)
}

/// The form as it is being filled in; none until something was touched.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    wanted: RwSignal<Option<SubscriptionEmail>>,
    pub(super) accepts: RwSignal<bool>,
    pub(super) configuring: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Draft {
    fn new() -> Draft {
        Draft {
            wanted: RwSignal::new(None),
            accepts: RwSignal::new(false),
            configuring: RwSignal::new(false),
            problem: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn clear(&self) {
        self.wanted.set(None);
        self.accepts.set(false);
        self.configuring.set(false);
        self.problem.set(None);
    }

    pub(super) fn change(&self, base: &SubscriptionEmail, change: impl FnOnce(&mut SubscriptionEmail)) {
        let mut wanted = self.wanted.get_untracked().unwrap_or_else(|| base.clone());
        change(&mut wanted);
        self.wanted.set((wanted != *base).then_some(wanted));
    }
}

/// The pane: open while the address says `pane=email`.
#[component]
pub fn EmailPane(account: AccountName, id: Option<SubscriptionId>) -> impl IntoView {
    let query = use_query();
    let draft = Draft::new();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("email"));
    let close = Callback::new(move |()| {
        draft.clear();
        query.change(|query| query.with("pane", None).with("for", None), false);
    });
    let chosen = chosen(id.clone(), |_| true);
    Effect::new(move |_| {
        chosen.track();
        draft.clear();
    });
    view! {
        <Pane
            open
            on_close=close
            title=t(words::TITLE)
            close_label=t(common::CLOSE)
            dirty=Signal::derive(move || draft.wanted.with(Option::is_some))
            discard_question=t(common::UNSAVED_TEXT)
            discard_label=t(common::DISCARD)
            keep_label=t(common::KEEP_EDITING)
        >
            <Chooser id=id.clone() chosen busy=Signal::derive(move || draft.busy.get().then(|| t(common::LOADING))) />
            <p class="actions">
                <Button
                    label=t(words::BULK)
                    icon=Icon::Table
                    on_click=Callback::new(move |()| query.set("pane", Some("email-bulk")))
                />
            </p>
            {
                let account = account.clone();
                move || chosen.get().map(|subscription| {
                    view! { <Form account=account.clone() subscription draft close /> }
                })
            }
        </Pane>
    }
}

#[component]
fn Form(account: AccountName, subscription: BillingSubscription, draft: Draft, close: Callback<()>) -> impl IntoView {
    let session = use_session();
    let estate = use_estate();
    let known = estate.account(&account);
    let agreement = known.as_ref().map_or(AgreementType::Mosp, |account| account.agreement.clone());
    let contact = known.and_then(|account| account.sold_to).and_then(|address| address.email);
    let access = {
        let subscription = subscription.clone();
        use_subscription_access(move || session.has_extension().then(|| subscription.clone()))
    };
    let is_admin = move || access.ready().is_some_and(|access| access.caller.is_account_admin == Some(true));
    let id = subscription.id.clone();
    let fetch = use_fetch(
        move || is_admin().then(|| id.clone()),
        |client, id| async move { client.subscription_email(&id).await },
    );
    let eligible = email_eligibility(&subscription, &agreement);
    let properties = Place::AccountProperties(account).href();
    (move || {
        if !session.has_extension() {
            return view! { <MessageBar intent=Intent::Info text=t(words::NO_API) /> };
        }
        if let Err(refusal) = &eligible {
            return view! { <MessageBar intent=Intent::Info text=email_refusal_words(refusal) /> };
        }
        if let Some(error) = access.failed().or_else(|| fetch.failed()) {
            return view! { <MessageBar intent=Intent::Error text=arm_text(&error) /> };
        }
        match access.ready() {
            None => view! { <Skeleton label=t(common::LOADING) lines=5 /> },
            Some(access) if access.caller.is_account_admin != Some(true) => not_administrator(&access),
            Some(_) if fetch.is_loading() => view! { <Skeleton label=t(common::LOADING) lines=5 /> },
            Some(access) => {
                let contact = contact.clone().or(access.admin_email);
                let (subscription, properties) = (subscription.clone(), properties.clone());
                view! { <Fields subscription fetch contact properties draft close /> }
            }
        }
    })
    .into_node()
}

fn not_administrator(access: &SubscriptionAccess) -> Node {
    let address = access.admin_email.clone().map(|address| view! { <p>{address}</p> });
    view! {
        <MessageBar intent=Intent::Warning text=refusal_words(&AccessRefusal::NotAccountAdministrator) />
        {address}
    }
}

#[component]
fn Fields(
    subscription: BillingSubscription,
    fetch: Fetch<SubscriptionEmail>,
    contact: Option<String>,
    properties: String,
    draft: Draft,
    close: Callback<()>,
) -> impl IntoView {
    let base = Signal::derive(move || fetch.ready().unwrap_or_default());
    let now = Signal::derive(move || draft.wanted.get().unwrap_or_else(|| base.get()));
    let opted_in = Memo::new(move |_| now.with(SubscriptionEmail::is_opted_in));
    let recipients = Signal::derive(move || now.with(|now| now.recipients.clone()));
    let opt_in = Callback::new(move |()| {
        let terms = AcceptedTerms { version: TERMS_VERSION.to_owned(), on: clock::today() };
        draft.change(&base.get_untracked(), |wanted| wanted.terms = Some(terms));
    });
    let opt_out = Callback::new(move |()| {
        draft.accepts.set(false);
        draft.configuring.set(false);
        draft.change(&base.get_untracked(), |wanted| *wanted = SubscriptionEmail::default());
    });
    let warning = move || {
        let dropped = base.with(SubscriptionEmail::dropped_by_opting_out);
        let leaves = base.with(SubscriptionEmail::is_opted_in) && !opted_in.get();
        (leaves && !dropped.is_empty()).then(|| t_with(words::OPT_OUT_WARNING, &[("addresses", &dropped.join(", "))]))
    };
    let who = contact.clone();
    view! {
        {move || draft.problem.get().map(|text| view! { <MessageBar intent=Intent::Error text /> })}
        {move || warning().map(|text| view! { <MessageBar intent=Intent::Warning text /> })}
        {when(move || !opted_in.get(), move || view! { <OptIn draft opt_in /> })}
        {when(move || opted_in.get(), move || {
            let (contact, properties) = (contact.clone(), properties.clone());
            view! { <OptedIn base now draft contact properties opt_out /> }
        })}
        {when(move || opted_in.get() && draft.configuring.get(), move || {
            view! { <RecipientsField base recipients draft /> }
        })}
        <WhoGetsIt now contact=who />
        <p class="note">{t(words::NOT_FOR_PURCHASES)}</p>
        {privacy_note()}
        <SaveBar subscription fetch now draft close />
    }
}

#[component]
fn SaveBar(
    subscription: BillingSubscription,
    fetch: Fetch<SubscriptionEmail>,
    now: Signal<SubscriptionEmail>,
    draft: Draft,
    close: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let notifications = use_notifications();
    let save = Callback::new(move |()| {
        let Some(client) = session.client_untracked() else { return };
        let wanted = now.get_untracked();
        let addresses = wanted.recipients.iter().chain(&wanted.preferred);
        if let Some(wrong) = addresses.into_iter().find(|address| check_address(address).is_err()) {
            draft.problem.set(Some(t_with(email::ADDRESS_WRONG, &[("address", wrong)])));
            return;
        }
        draft.problem.set(None);
        draft.busy.set(true);
        let subscription = subscription.clone();
        leptos::task::spawn_local(async move {
            let answer = client.set_subscription_email(&subscription.id, &wanted).await;
            draft.busy.try_set(false);
            match answer {
                Ok(saved) => {
                    fetch.put(saved);
                    let text = t_with(words::SAVED, &[("subscription", &subscription.display_name)]);
                    notifications.add(Outcome::Done, text, None, None);
                    close.try_run(());
                }
                Err(error) => {
                    draft.problem.try_set(Some(arm_text(&error)));
                }
            }
        });
    });
    view! {
        <div class="form__actions">
            <Button label=t(common::SAVE) appearance=Appearance::Primary busy=draft.busy on_click=save />
            <Button label=t(common::CANCEL) on_click=close />
        </div>
    }
}
