//! Who will be sent the next invoice, and why: the form as it stands, before it is saved.
use crate::billing::{EmailPreference, Recipient, RecipientReason, RoleAssignment, check_address, resolve_recipients};
use crate::state::{name_of, principal_kind, t, t_count, t_with};
use crate::text::words::email;
use crate::ui::dom::Node;
use crate::ui::kit::Icon;
use crate::ui::kit::{Glyph, Skeleton};
use crate::ui::view;
use leptos::prelude::*;

fn reason(of: &RecipientReason) -> String {
    match of {
        RecipientReason::Role { role, .. } => t_with(email::BECAUSE_OF_ROLE, &[("role", &name_of(role))]),
        RecipientReason::Additional => t(email::BECAUSE_ADDITIONAL),
    }
}

fn row(recipient: &Recipient) -> Node {
    let name = recipient.principal.as_ref().map(|principal| principal.label().to_owned());
    let address = recipient.address.clone();
    let without_address = address.is_none().then(|| {
        let kind = recipient.principal.as_ref().map(|principal| principal_kind(principal.kind)).unwrap_or_default();
        t_with(email::NO_ADDRESS, &[("kind", &kind)])
    });
    let reasons: Vec<String> = recipient.reasons.iter().map(reason).collect();
    view! {
        <li class="list__item">
            <Glyph icon=Icon::Mail />
            <span class="person">
                <span class="person__name">{name.clone().or_else(|| address.clone())}</span>
                {name.map(|_| view! { <span class="person__detail">{address}{without_address}</span> })}
                <span class="person__detail">{reasons.join(" · ")}</span>
            </span>
        </li>
    }
}

/// The list.
#[component]
pub fn Recipients(
    /// The preference as the form has it.
    #[prop(into)]
    preference: Signal<EmailPreference>,
    /// Assignments that hold at the profile; none while they are on their way.
    #[prop(into)]
    assignments: Signal<Option<Vec<RoleAssignment>>>,
) -> impl IntoView {
    let list = move || {
        let assignments = assignments.get()?;
        let mut preference = preference.get();
        // What is no address yet gets nothing.
        preference.recipients.retain(|address| check_address(address).is_ok());
        Some(resolve_recipients(&preference, &assignments))
    };
    view! {
        <section aria-labelledby="recipients">
            <h3 class="blade__heading" id="recipients">{t(email::WHO_GETS_IT)}</h3>
            {move || match list() {
                None => view! { <Skeleton label=t(crate::text::words::common::LOADING) lines=3 /> },
                Some(list) if list.is_empty() => {
                    let word = if preference.with(|p| p.opt_in) { email::NOBODY_HOLDS_A_ROLE } else { email::NOBODY };
                    view! { <p>{t(word)}</p> }
                }
                Some(list) => view! {
                    <p role="status">{t_count(email::COUNT, list.len())}</p>
                    <ul class="list">{list.iter().map(row).collect::<Vec<_>>()}</ul>
                },
            }}
        </section>
    }
}
