//! What is asked in the pane of invoices by e-mail: terms, preferred address, recipients; and who gets the next mail.
use super::email::{Draft, address_words};
use crate::billing::{MailRule, SubscriptionEmail, check_address, split_addresses};
use crate::state::{date, t, t_with};
use crate::text::words::{common, subscription_email as words};
use crate::ui::dom::when;
use crate::ui::kit::{Appearance, Button, Checkbox, Glyph, Icon, LinkButton, TagCheck, TagInput, TextField};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// Accept the terms, then *Opt in* (seed S000-05).
#[component]
pub(super) fn OptIn(draft: Draft, opt_in: Callback<()>) -> impl IntoView {
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
pub(super) fn OptedIn(
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
pub(super) fn RecipientsField(
    base: Signal<SubscriptionEmail>,
    recipients: Signal<Vec<String>>,
    draft: Draft,
) -> impl IntoView {
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
            add_label=t(words::ADD_RECIPIENT)
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
pub(super) fn WhoGetsIt(now: Signal<SubscriptionEmail>, contact: Option<String>) -> impl IntoView {
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
