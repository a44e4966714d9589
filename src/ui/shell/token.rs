//! A remote source needs an access token: until it is there, it is asked for in place of the page, and the page opens after.
use crate::state::{DataSource, t, t_with, use_session};
use crate::text::words::{common, token};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Appearance, Button, TextField};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;

/// Shows the page, or asks for the token first.
#[component]
pub fn TokenGate(children: ChildrenFn) -> impl IntoView {
    let session = use_session();
    let place = use_context::<Memo<Place>>();
    (move || {
        // A file of the person's own asks nobody.
        let is_own = place.is_some_and(|place| place.with(|place| *place == Place::Explore));
        if session.needs_token() && !is_own {
            view! { <AskToken /> }
        } else {
            children().into_node()
        }
    })
    .into_node()
}

#[component]
fn AskToken() -> impl IntoView {
    let session = use_session();
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let (name, is_sandbox) = session.source.with_untracked(|source| match source {
        DataSource::Remote(origin) => (origin.url.clone(), origin.sandbox),
        DataSource::Embedded | DataSource::Own => (String::new(), true),
    });
    let explain = if is_sandbox { token::EXPLAIN_SANDBOX } else { token::EXPLAIN };
    let command =
        (!is_sandbox).then(|| format!("az account get-access-token --resource {name} --query accessToken -o tsv"));
    let use_it = move || {
        let token: String = text.get_untracked().trim().trim_start_matches("Bearer ").trim().to_owned();
        let fits = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
        if fits { session.set_token(Some(token)) } else { error.set(Some(t(token::NOT_A_TOKEN))) }
    };
    view! {
        <form
            class="blade form"
            on:submit=move |event| {
                event.prevent_default();
                use_it();
            }
        >
            <h1 class="blade-header__title" id="blade-title" tabindex="-1">{t(token::TITLE)}</h1>
            <p>{t_with(explain, &[("origin", &name)])}</p>
            {command.map(|command| view! { <p><code>{command}</code></p> })}
            <TextField
                label=t(token::LABEL)
                hint=t(token::HINT)
                value=text
                error
                kind="password"
                autocomplete="off"
                on_input=Callback::new(move |value| {
                    text.set(value);
                    error.set(None);
                })
            />
            <div class="form__actions">
                <Button label=t(common::CONTINUE) appearance=Appearance::Primary submit=true />
                <Button
                    label=t(token::BACK_TO_SANDBOX)
                    on_click=Callback::new(move |()| session.set_source(DataSource::Embedded))
                />
            </div>
        </form>
    }
}
