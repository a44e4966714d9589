//! *Email invoice* of a subscription or support plan: terms, preferred address, recipients, who gets the next mail (seeds
//! S000-04 to S000-08, S001-10 to S001-12, S003-10 to S003-12).
use super::access::{Chooser, chosen};
use super::words::refusal_words;
use crate::billing::{
    AcceptedTerms, AccessRefusal, AccountName, AddressError, AgreementType, BillingSubscription, EmailRefusal,
    MailRule, SubscriptionEmail, SubscriptionId, check_address, email_eligibility, split_addresses,
};
use crate::state::{
    Fetch, Outcome, SubscriptionAccess, arm_text, clock, date, t, t_with, use_estate, use_fetch, use_notifications,
    use_query, use_session, use_subscription_access,
};
use crate::text::Word;
use crate::text::address_error_word;
use crate::text::words::{common, email, subscription_email as words};
use crate::ui::dom::{IntoNode, Node, when};
use crate::ui::kit::{
    Appearance, Button, Checkbox, Glyph, Icon, Intent, LinkButton, MessageBar, Pane, Skeleton, TagCheck, TagInput,
    TextField,
};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

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
struct Draft {
    wanted: RwSignal<Option<SubscriptionEmail>>,
    accepts: RwSignal<bool>,
    configuring: RwSignal<bool>,
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

    fn change(&self, base: &SubscriptionEmail, change: impl FnOnce(&mut SubscriptionEmail)) {
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
        <SaveBar subscription fetch now draft close />
    }
}

/// Accept the terms, then *Opt in* (seed S000-05).
#[component]
fn OptIn(draft: Draft, opt_in: Callback<()>) -> impl IntoView {
    let unread = Signal::derive(move || (!draft.accepts.get()).then(|| t(words::ACCEPT_FIRST)));
    view! {
        <section aria-labelledby="email-terms">
            <h3 class="blade__heading" id="email-terms">{t(words::TERMS_TITLE)}</h3>
            <p>{t(words::TERMS)}</p>
            <Checkbox
                label=t(words::ACCEPT)
                checked=draft.accepts
                on_change=Callback::new(move |on: bool| draft.accepts.set(on))
            />
            <div class="actions">
                <Button label=t(words::OPT_IN) disabled_reason=unread on_click=opt_in />
            </div>
        </section>
    }
}

#[component]
fn OptedIn(
    base: Signal<SubscriptionEmail>,
    now: Signal<SubscriptionEmail>,
    draft: Draft,
    contact: Option<String>,
    properties: String,
    opt_out: Callback<()>,
) -> impl IntoView {
    let state = move || {
        let on = now.with(|now| now.terms.as_ref().map(|terms| date(terms.on)));
        on.map(|on| t_with(words::OPTED_IN_ON, &[("date", &on)]))
    };
    let hint = match contact {
        Some(address) => t_with(words::PREFERRED_HINT, &[("address", &address)]),
        None => t(words::PREFERRED_HINT_UNKNOWN),
    };
    let wrong = Signal::derive(move || {
        let typed = now.with(|now| now.preferred.clone())?;
        check_address(&typed).err().map(address_words)
    });
    let is_closed = move || !draft.configuring.get();
    view! {
        <p>{state}</p>
        <TextField
            label=t(words::PREFERRED)
            value=Signal::derive(move || now.with(|now| now.preferred.clone().unwrap_or_default()))
            hint
            error=wrong
            on_input=Callback::new(move |text: String| {
                let address = (!text.trim().is_empty()).then(|| text.trim().to_owned());
                draft.change(&base.get_untracked(), |wanted| wanted.preferred = address);
            })
        />
        <div class="actions">
            <LinkButton label=t(words::UPDATE_PROFILE) href=properties icon=Icon::Info />
            {when(is_closed, move || view! {
                <Button
                    label=t(words::CONFIGURE)
                    icon=Icon::People
                    on_click=Callback::new(move |()| draft.configuring.set(true))
                />
            })}
            <Button label=t(words::OPT_OUT) appearance=Appearance::Subtle on_click=opt_out />
        </div>
        <p class="note">{t(words::NO_MAIL_HINT)}</p>
    }
}

/// *Configure recipients*: several addresses, then *Done* (seed S001-12).
#[component]
fn RecipientsField(base: Signal<SubscriptionEmail>, recipients: Signal<Vec<String>>, draft: Draft) -> impl IntoView {
    let check: TagCheck = Arc::new(|text: &str| check_address(text).map_err(address_words));
    view! {
        <TagInput
            label=t(words::RECIPIENTS)
            hint=t(words::RECIPIENTS_HINT)
            values=recipients
            check
            split=split_addresses
            remove_label=t(common::REMOVE)
            edit_label=t(common::EDIT)
            on_change=Callback::new(move |list: Vec<String>| {
                draft.change(&base.get_untracked(), |wanted| wanted.recipients = list);
            })
        />
        <div class="actions">
            <Button label=t(words::DONE) on_click=Callback::new(move |()| draft.configuring.set(false)) />
        </div>
    }
}

/// Who is sent the next invoice with the form as it is, and by which rule.
#[component]
fn WhoGetsIt(now: Signal<SubscriptionEmail>, contact: Option<String>) -> impl IntoView {
    let list = move || {
        let mut now = now.get();
        // What is no address yet gets nothing.
        now.recipients.retain(|address| check_address(address).is_ok());
        now.preferred = now.preferred.filter(|address| check_address(address).is_ok());
        (now.is_opted_in(), now.next_mail(contact.as_deref()))
    };
    view! {
        <section aria-labelledby="email-who">
            <h3 class="blade__heading" id="email-who">{t(words::WHO)}</h3>
            {move || match list() {
                (false, _) => view! { <p>{t(words::NOBODY)}</p> },
                (true, list) if list.is_empty() => view! { <p>{t(words::NO_ADDRESS)}</p> },
                (true, list) => {
                    let rows = list.into_iter().map(|to| {
                        let rules: Vec<String> = to.rules.iter().map(|rule| rule_words(*rule)).collect();
                        view! {
                            <li class="list__item">
                                <Glyph icon=Icon::Mail />
                                <span class="person">
                                    <span class="person__name">{to.address}</span>
                                    <span class="person__detail">{rules.join(" · ")}</span>
                                </span>
                            </li>
                        }
                    });
                    view! { <ul class="list">{rows.collect::<Vec<_>>()}</ul> }
                }
            }}
        </section>
    }
}

pub(super) fn rule_words(rule: MailRule) -> String {
    t(match rule {
        MailRule::Preferred => words::RULE_PREFERRED,
        MailRule::AccountContact => words::RULE_CONTACT,
        MailRule::Additional => words::RULE_ADDITIONAL,
    })
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
