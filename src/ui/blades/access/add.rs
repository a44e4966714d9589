//! *Add role assignment*: role, person, *Save* (seeds S001-17 and S003-17).
use super::change::{self, Changes};
use super::model::is_object_id;
use crate::billing::{Principal, PrincipalId, PrincipalKind, RoleDefinition, Scope, TenantId, roles_assignable_at};
use crate::state::{Fetch, arm_text, name_of, role_description, t, t_count, use_fetch, use_me, use_query, use_session};
use crate::text::words::{access, common};
use crate::ui::kit::{Appearance, Button, Choice, ComboOption, Combobox, Intent, MessageBar, Pane, SelectField};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// What a person has typed so far. Kept until it is saved or given up.
#[derive(Clone, Copy)]
struct Form {
    role: RwSignal<String>,
    person: RwSignal<String>,
    chosen: RwSignal<Option<Principal>>,
    role_error: RwSignal<Option<String>>,
    person_error: RwSignal<Option<String>>,
    failure: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Form {
    fn new() -> Form {
        Form {
            role: RwSignal::new(String::new()),
            person: RwSignal::new(String::new()),
            chosen: RwSignal::new(None),
            role_error: RwSignal::new(None),
            person_error: RwSignal::new(None),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn clear(&self) {
        self.role.set(String::new());
        self.person.set(String::new());
        self.chosen.set(None);
        self.role_error.set(None);
        self.person_error.set(None);
        self.failure.set(None);
    }

    fn is_dirty(&self) -> bool {
        !self.role.get().is_empty() || !self.person.get().is_empty()
    }
}

/// The pane.
#[component]
pub fn AddPane(
    /// Where the role is given.
    scope: Scope,
    /// What a change needs of the page.
    changes: Changes,
    /// Why this person may give none.
    denied: Signal<Option<String>>,
) -> impl IntoView {
    let query = use_query();
    let form = Form::new();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("add"));
    let wanted = scope.clone();
    let definitions = use_fetch(
        move || open.get().then(|| wanted.clone()),
        |client, scope| async move { client.role_definitions(&scope).await.map(Arc::new) },
    );
    let close = Callback::new(move |()| {
        form.clear();
        query.set("pane", None);
    });
    let save = saver(scope.clone(), form, definitions, changes, close);
    let footer = move || {
        view! {
            <Button label=t(common::SAVE) appearance=Appearance::Primary busy=form.busy disabled_reason=denied on_click=save />
            <Button label=t(common::CANCEL) on_click=close />
        }
    };
    view! {
        <Pane
            open
            on_close=close
            title=t(access::ADD_TITLE)
            close_label=t(common::CLOSE)
            dirty=Signal::derive(move || form.is_dirty())
            discard_question=t(common::UNSAVED_TEXT)
            discard_label=t(common::DISCARD)
            keep_label=t(common::KEEP_EDITING)
            footer=ViewFn::from(footer)
        >
            <Fields scope=scope.clone() form definitions denied />
        </Pane>
    }
}

#[component]
fn Fields(
    scope: Scope,
    form: Form,
    definitions: Fetch<Arc<Vec<RoleDefinition>>>,
    denied: Signal<Option<String>>,
) -> impl IntoView {
    let session = use_session();
    let kind = scope.kind();
    let has_people = move || session.source.with(|source| source.has_extension());
    let roles = Signal::derive(move || {
        let list = definitions.ready().unwrap_or_default();
        let fits = |definition: &&RoleDefinition| roles_assignable_at(kind).contains(&definition.role);
        list.iter().filter(fits).map(|d| Choice::new(d.id.clone(), name_of(&d.role))).collect::<Vec<_>>()
    });
    let about = move || {
        let list = definitions.ready().unwrap_or_default();
        form.role.with(|id| list.iter().find(|d| d.id == *id).and_then(|d| role_description(&d.role)))
    };
    let problem = move || definitions.failed().map(|error| arm_text(&error)).or_else(|| form.failure.get());
    view! {
        {move || problem().map(|text| view! { <MessageBar intent=Intent::Error text /> })}
        {move || denied.get().map(|text| view! { <MessageBar intent=Intent::Info text /> })}
        <SelectField
            label=t(access::ROLE)
            options=roles
            value=form.role
            placeholder=t(access::CHOOSE_ROLE)
            hint=Signal::derive(about)
            error=form.role_error
            required_word=t(common::REQUIRED)
            on_change=Callback::new(move |value: String| {
                form.role.set(value);
                form.role_error.set(None);
            })
        />
        {move || if has_people() {
            view! { <PersonField form /> }
        } else {
            view! { <ObjectIdField form /> }
        }}
    }
}

/// Name or address, with suggestions.
#[component]
fn PersonField(form: Form) -> impl IntoView {
    let text = form.person;
    // A person that was chosen is not searched for again.
    let wanted = move || text.get().trim().to_owned();
    let found = use_fetch(
        move || Some(wanted()).filter(|wanted| !wanted.is_empty() && form.chosen.with(Option::is_none)),
        |client, wanted: String| async move { client.people(&wanted).await.map(Arc::new) },
    );
    let people = move || {
        let searching = form.chosen.with(Option::is_none) && !text.with(|text| text.trim().is_empty());
        found.ready().filter(|_| searching).unwrap_or_default()
    };
    let options = Signal::derive(move || {
        let option = |p: &Principal| ComboOption {
            id: p.id.to_string(),
            label: p.label().to_owned(),
            detail: p.email.clone().unwrap_or_else(|| crate::state::principal_kind(p.kind)),
        };
        people().iter().map(option).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |option: ComboOption| {
        let person = people().iter().find(|person| person.id.as_str() == option.id).cloned();
        form.chosen.set(person);
        form.person.set(option.label);
        form.person_error.set(None);
    });
    view! {
        <Combobox
            label=t(access::PERSON)
            value=form.person
            hint=t(access::PERSON_HINT)
            error=form.person_error
            required_word=t(common::REQUIRED)
            options
            loading=Signal::derive(move || found.is_busy())
            loading_text=t(common::LOADING)
            empty_text=t(access::NOBODY_FOUND)
            count_text=Signal::derive(move || t_count(access::PEOPLE_FOUND, options.with(Vec::len)))
            on_input=Callback::new(move |value: String| {
                form.person.set(value);
                form.chosen.set(None);
                form.person_error.set(None);
            })
            on_choose=choose
        />
    }
}

/// Azure's billing API knows people by object id alone: names need the directory, which this site does not ask.
#[component]
fn ObjectIdField(form: Form) -> impl IntoView {
    view! {
        <crate::ui::kit::TextField
            label=t(access::OBJECT_ID)
            hint=t(access::OBJECT_ID_HINT)
            value=form.person
            error=form.person_error
            required_word=t(common::REQUIRED)
            on_input=Callback::new(move |value: String| {
                form.person.set(value);
                form.person_error.set(None);
            })
        />
    }
}

/// Whom the form names: the suggestion that was taken, the only one whose address or name was typed in full, or the object
/// id.
fn named(
    chosen: Option<Principal>,
    text: &str,
    has_people: bool,
    home: Option<TenantId>,
    found: &[Principal],
) -> Option<Principal> {
    if chosen.is_some() {
        return chosen;
    }
    let text = text.trim();
    let same = |other: &str| other.eq_ignore_ascii_case(text);
    if has_people {
        let mut exact = found.iter().filter(|p| same(p.label()) || p.email.as_deref().is_some_and(same));
        let first = exact.next().cloned();
        return first.filter(|_| exact.next().is_none());
    }
    is_object_id(text).then(|| Principal {
        id: PrincipalId::new(text.to_ascii_lowercase()),
        tenant: home,
        display_name: None,
        email: None,
        kind: PrincipalKind::Unknown,
    })
}

fn saver(
    scope: Scope,
    form: Form,
    definitions: Fetch<Arc<Vec<RoleDefinition>>>,
    changes: Changes,
    close: Callback<()>,
) -> Callback<()> {
    let session = use_session();
    let me = use_me();
    Callback::new(move |()| {
        let Some(client) = session.client_untracked() else { return };
        let has_people = session.source.with_untracked(|source| source.has_extension());
        let home = me.as_ref().and_then(|me| me.ready_untracked()).and_then(|me| me.home_tenant);
        let role = form.role.get_untracked();
        let definition = definitions.ready_untracked().and_then(|list| list.iter().find(|d| d.id == role).cloned());
        if definition.is_none() {
            form.role_error.set(Some(t(access::ROLE_MISSING)));
        }
        if form.person.with_untracked(|text| text.trim().is_empty()) {
            form.person_error.set(Some(t(access::PERSON_MISSING)));
            return;
        }
        let Some(definition) = definition else { return };
        form.failure.set(None);
        form.busy.set(true);
        let scope = scope.clone();
        // Read now: the page may be gone when the answer comes.
        let (text, chosen) = (form.person.get_untracked(), form.chosen.get_untracked());
        leptos::task::spawn_local(async move {
            // Who typed a whole address and did not wait for the suggestions means that person.
            let found = if has_people && chosen.is_none() {
                client.people(text.trim()).await.unwrap_or_default()
            } else {
                Vec::new()
            };
            let Some(principal) = named(chosen, &text, has_people, home, &found) else {
                form.busy.try_set(false);
                form.person_error.try_set(Some(t(if has_people {
                    access::PERSON_UNKNOWN
                } else {
                    access::NOT_AN_OBJECT_ID
                })));
                return;
            };
            let answer = change::give(changes, client, scope, definition, principal).await;
            form.busy.try_set(false);
            match answer {
                Ok(_) => {
                    close.try_run(());
                }
                Err(error) if error.is_already_assigned() => {
                    form.failure.try_set(Some(t(access::ALREADY_ASSIGNED)));
                }
                Err(error) => {
                    form.failure.try_set(Some(arm_text(&error)));
                }
            }
        });
    })
}
