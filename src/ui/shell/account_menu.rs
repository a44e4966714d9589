//! The account pane: who am I, which directory, and looking as another person of the sandbox.
use crate::billing::{Principal, TenantId};
use crate::state::{Directory, Persona};
use crate::state::{Fetch, t, t_count, use_estate, use_fetch, use_me, use_query, use_session};
use crate::text::words::{common, own, shell, token};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Appearance, Button, Pane};
use crate::ui::shell::{LeaveFiles, Loaded};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// The pane behind the name in the top bar.
#[component]
pub fn AccountPane() -> impl IntoView {
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("account"));
    let close = Callback::new(move |()| query.set("pane", None));
    view! {
        <Pane open on_close=close title=t(shell::ACCOUNT_MENU) close_label=t(common::CLOSE)>
            <WhoAmI />
            <Directories />
            <Personas />
        </Pane>
    }
}

#[component]
fn WhoAmI() -> impl IntoView {
    let me = use_me();
    let session = use_session();
    let row = move || {
        if session.is_own() {
            return Some(view! {
                <p>{t(own::NOBODY)}</p>
                <LeaveFiles />
            });
        }
        let me = me.as_ref().and_then(Fetch::ready)?;
        let email = me.principal.email.clone().unwrap_or_default();
        Some(view! {
            <div class="person">
                <p class="person__name">{me.principal.label().to_owned()}</p>
                <p class="person__detail">{email}</p>
                <p class="person__detail">{me.principal.id.to_string()}</p>
            </div>
        })
    };
    let has_token = move || session.token().is_some();
    let forget = Callback::new(move |()| session.set_token(None));
    view! {
        <section class="form">
            <h3 class="blade__heading">{move || t(if session.is_own() { own::SOURCE } else { shell::SIGNED_IN_AS })}</h3>
            {row}
            {move || has_token().then(|| view! { <Button label=t(token::USE_ANOTHER) on_click=forget /> })}
        </section>
    }
}

#[component]
fn Directories() -> impl IntoView {
    let session = use_session();
    let has = move || session.source.with(|source| source.has_extension());
    let list = use_estate().directories;
    let me = use_me();
    let home = move || me.as_ref().and_then(Fetch::ready).and_then(|me| me.home_tenant);
    let explain = move || t(if session.is_own() { own::NO_DIRECTORIES } else { shell::DIRECTORY_BY_TOKEN });
    view! {
        <section aria-labelledby="directories">
            <h3 class="blade__heading" id="directories">{t(shell::SWITCH_DIRECTORY)}</h3>
            {move || {
                if has() {
                    view! {
                        <p class="muted">{t(shell::ALL_DIRECTORIES)}</p>
                        <Loaded of=list lines=3 view={move |list: Arc<Vec<Directory>>| {
                            let current = session.directory.get().or_else(home);
                            let rows = list.iter().cloned().map(|d| view! { <DirectoryRow directory=d current=current.clone() /> });
                            view! { <ul class="list">{rows.collect::<Vec<_>>()}</ul> }
                        }} />
                    }
                } else {
                    // A token belongs to one directory: the directory is chosen where the token is made.
                    view! { <p>{explain()}</p> }
                }
            }}
        </section>
    }
}

#[component]
fn DirectoryRow(directory: Directory, current: Option<TenantId>) -> impl IntoView {
    let session = use_session();
    let here = current.as_ref() == Some(&directory.id);
    let count = usize::try_from(directory.accounts).unwrap_or_default();
    let detail = format!("{} · {}", directory.domain, t_count(shell::BILLING_ACCOUNTS_COUNT, count));
    let id = directory.id.clone();
    let switch = Callback::new(move |()| session.set_directory(Some(id.clone())));
    let action = if here {
        view! { <span class="muted">{t(shell::CURRENT_DIRECTORY)}</span> }
    } else {
        let label = format!("{} {}", t(shell::SWITCH_TO), directory.name);
        view! { <Button label appearance=Appearance::Secondary on_click=switch /> }
    };
    view! {
        <li class="list__item">
            <span class="person">
                <span class="person__name">{directory.name.clone()}</span>
                <span class="person__detail">{detail}</span>
            </span>
            {action}
        </li>
    }
}

#[component]
fn Personas() -> impl IntoView {
    let session = use_session();
    let has = move || session.source.with(|source| source.has_extension()) && !session.needs_token();
    let list =
        use_fetch(move || has().then_some(()), |client, ()| async move { client.personas().await.map(Arc::new) });
    (move || {
        has().then(|| {
            view! {
                <section aria-labelledby="personas">
                    <h3 class="blade__heading" id="personas">{t(shell::VIEW_AS)}</h3>
                    <p class="muted">{t(shell::VIEW_AS_HINT)}</p>
                    <Loaded of=list lines=6 view={|list: Arc<Vec<Persona>>| {
                        let rows = list.iter().cloned().map(|persona| view! { <PersonaRow persona /> });
                        view! { <ul class="list">{rows.collect::<Vec<_>>()}</ul> }
                    }} />
                </section>
            }
        })
    })
    .into_node()
}

#[component]
fn PersonaRow(persona: Persona) -> impl IntoView {
    let session = use_session();
    let query = use_query();
    let me = use_me();
    let Persona { principal, note } = persona;
    let is_me = {
        let id = principal.id.clone();
        move || me.as_ref().and_then(Fetch::ready).is_some_and(|me| me.principal.id == id)
    };
    let id = principal.id.clone();
    let choose = Callback::new(move |()| {
        session.set_view_as(Some(id.clone()));
        query.set("pane", None);
    });
    let label = format!("{} {}", t(shell::VIEW_AS), principal.label());
    view! {
        <li class="list__item">
            <Words principal=principal.clone() note />
            {move || {
                if is_me() {
                    view! { <span class="muted">{t(shell::THAT_IS_YOU)}</span> }
                } else {
                    view! { <Button label=label.clone() appearance=Appearance::Secondary on_click=choose /> }
                }
            }}
        </li>
    }
}

#[component]
fn Words(principal: Principal, note: String) -> impl IntoView {
    let email = principal.email.clone().unwrap_or_default();
    view! {
        <span class="person">
            <span class="person__name">{principal.label().to_owned()}</span>
            <span class="person__detail">{email}</span>
            <span class="person__detail">{note}</span>
        </span>
    }
}
