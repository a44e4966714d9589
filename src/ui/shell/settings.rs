//! Settings: language, regional format, look, shortcuts, where the data comes from, the sandbox.
use crate::state::{DataSource, Outcome, Theme, t, t_with, use_notifications, use_preferences, use_query, use_session};
use crate::state::{Load, arm_words, page, use_fetch};
use crate::text::words::{common, own, settings, shell, token};
use crate::text::{Language, Region};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{
    Button, Choice, ConfirmDialog, Icon, Intent, LinkButton, MessageBar, Pane, RadioGroup, SelectField, Switch,
};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;

fn choice(value: &str, label: String) -> Choice {
    Choice::new(value, label)
}

/// The settings pane.
#[component]
pub fn SettingsPane() -> impl IntoView {
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("settings"));
    let close = Callback::new(move |()| query.set("pane", None));
    view! {
        <Pane open on_close=close title=t(shell::SETTINGS) close_label=t(common::CLOSE)>
            <Look />
            <Source />
            <SandboxTools />
        </Pane>
    }
}

/// What the choice of one's own files is called among the addresses of the others.
const OWN: &str = "own";
const LANGUAGE: &str = "settings-language";
const REGION: &str = "settings-region";

/// The whole page is drawn anew in another language or format: the field that asked for it has the focus again after.
fn keep_focus(field: &'static str) {
    request_animation_frame(move || request_animation_frame(move || page::focus(field)));
}

#[component]
fn Look() -> impl IntoView {
    let preferences = use_preferences();
    let languages: Vec<Choice> = Language::ALL.iter().map(|l| choice(l.tag(), l.native_name().to_owned())).collect();
    let regions: Vec<Choice> = Region::ALL.iter().map(|r| choice(r.tag(), r.native_name().to_owned())).collect();
    let themes = vec![
        choice("system", t(settings::THEME_SYSTEM)),
        choice("light", t(settings::THEME_LIGHT)),
        choice("dark", t(settings::THEME_DARK)),
    ];
    let language = Callback::new(move |tag: String| {
        if let Some(language) = Language::from_tag(&tag) {
            preferences.language.set(language);
            keep_focus(LANGUAGE);
        }
    });
    let region = Callback::new(move |tag: String| {
        if let Some(region) = Region::from_tag(&tag) {
            preferences.region.set(region);
            keep_focus(REGION);
        }
    });
    view! {
        <section class="form">
            <h3 class="blade__heading">{t(settings::LANGUAGE_AND_LOOK)}</h3>
            <SelectField
                id=LANGUAGE
                label=t(settings::LANGUAGE)
                options=languages
                value=Signal::derive(move || preferences.language.get().tag().to_owned())
                on_change=language
            />
            <SelectField
                id=REGION
                label=t(settings::REGION)
                hint=t(settings::REGION_HINT)
                options=regions
                value=Signal::derive(move || preferences.region.get().tag().to_owned())
                on_change=region
            />
            <RadioGroup
                label=t(settings::THEME)
                options=themes
                value=Signal::derive(move || preferences.theme.get().as_str().to_owned())
                on_change=Callback::new(move |value: String| preferences.theme.set(Theme::from_text(&value)))
            />
            <Switch
                label=t(settings::COMPACT)
                checked=preferences.compact
                on_word=t(common::ON)
                off_word=t(common::OFF)
                on_change=Callback::new(move |on| preferences.compact.set(on))
            />
            <Switch
                label=t(settings::SHORTCUTS)
                checked=preferences.shortcuts
                on_word=t(common::ON)
                off_word=t(common::OFF)
                on_change=Callback::new(move |on| preferences.shortcuts.set(on))
            />
        </section>
    }
}

#[component]
fn Source() -> impl IntoView {
    let session = use_session();
    let query = use_query();
    let is_own = Memo::new(move |_| session.is_own());
    let options = move || {
        let mut options = vec![choice("sandbox", t(settings::SOURCE_SANDBOX))];
        options.extend(session.origins().into_iter().map(|o| choice(&o.url, format!("{} ({})", o.name, o.url))));
        // They are opened on a page of their own, and left for another source here.
        options.extend(is_own.get().then(|| choice(OWN, t(own::SOURCE))));
        options
    };
    let current = move || match session.source.get() {
        DataSource::Embedded => "sandbox".to_owned(),
        DataSource::Remote(origin) => origin.url,
        DataSource::Own => OWN.to_owned(),
    };
    let change = Callback::new(move |value: String| {
        if value == OWN {
            return;
        }
        let origin = session.origins().into_iter().find(|origin| origin.url == value);
        session.set_source(origin.map_or(DataSource::Embedded, DataSource::Remote));
    });
    view! {
        <section class="form">
            <h3 class="blade__heading">{t(shell::DATA_SOURCE)}</h3>
            {move || view! {
                <RadioGroup
                    label=t(settings::SOURCE_LABEL)
                    hint=t(settings::SOURCE_HINT)
                    options=options()
                    value=Signal::derive(current)
                    on_change=change
                />
            }}
            <p class="form__actions"><LinkButton label=t(own::TITLE) href=Place::Open.href() icon=Icon::Copy /></p>
            // The question for the token stands behind this pane.
            {move || session.needs_token().then(|| view! {
                <MessageBar
                    intent=Intent::Info
                    text=t(token::TITLE)
                    action_label=t(common::CONTINUE)
                    on_action=Callback::new(move |()| query.set("pane", None))
                />
            })}
        </section>
    }
}

/// Sizes of the load-test profile on offer, in rows.
const LOAD_TEST: [u32; 4] = [0, 10_000, 100_000, 1_000_000];

#[component]
fn SandboxTools() -> impl IntoView {
    let session = use_session();
    let shown = move || session.source.with(|source| source.has_extension()) && !session.needs_token();
    (move || shown().then(|| view! { <Tools /> })).into_node()
}

#[component]
fn Tools() -> impl IntoView {
    let session = use_session();
    let notifications = use_notifications();
    let asking = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let load_test = use_fetch(|| Some(()), |client, ()| async move { client.load_test(None).await });
    let options = LOAD_TEST.iter().map(|rows| {
        let text = if *rows == 0 {
            t(settings::LOAD_TEST_OFF)
        } else {
            t_with(settings::LOAD_TEST_ROWS, &[("rows", &rows_text(*rows))])
        };
        choice(&rows.to_string(), text)
    });
    let options: Vec<Choice> = options.collect();
    let set_rows = Callback::new(move |value: String| {
        let (Some(client), Ok(rows)) = (session.client_untracked(), value.parse::<u32>()) else { return };
        leptos::task::spawn_local(async move {
            match client.load_test(Some(rows)).await {
                Ok(_) => session.renew(),
                Err(error) => {
                    notifications.add(Outcome::Failed, arm_words(&error).text, None, None);
                }
            }
        });
    });
    let reset = Callback::new(move |()| {
        let Some(client) = session.client_untracked() else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = client.reset().await;
            busy.set(false);
            match answer {
                Ok(()) => {
                    asking.set(false);
                    notifications.add(Outcome::Done, t(settings::RESET_DONE), None, None);
                    session.set_view_as(None);
                }
                Err(failed) => error.set(Some(arm_words(&failed).text)),
            }
        });
    });
    view! {
        <section class="form">
            <h3 class="blade__heading">{t(settings::SANDBOX)}</h3>
            <SelectField
                label=t(settings::LOAD_TEST)
                hint=t(settings::LOAD_TEST_HINT)
                options
                value=Signal::derive(move || match load_test.get() {
                    Load::Ready(rows) => rows.to_string(),
                    _ => "0".to_owned(),
                })
                on_change=set_rows
            />
            <p class="muted">{t(settings::RESET_HINT)}</p>
            <Button label=t(shell::RESET_SANDBOX) on_click=Callback::new(move |()| asking.set(true)) />
            <ConfirmDialog
                open=asking
                title=t(settings::RESET_TITLE)
                text=t(settings::RESET_HINT)
                confirm_label=t(shell::RESET_SANDBOX)
                cancel_label=t(common::CANCEL)
                busy
                error
                on_confirm=reset
                on_cancel=Callback::new(move |()| asking.set(false))
            />
        </section>
    }
}

fn rows_text(rows: u32) -> String {
    crate::text::number(rust_decimal::Decimal::from(rows), crate::state::region())
}
