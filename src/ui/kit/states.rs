//! What stands in a place whose data is not there: on its way, empty, or failed.
use crate::ui::view;
use leptos::prelude::*;

use super::button::{Appearance, Button};
use super::dom::unique_id;
use super::icon::{Glyph, Icon};

/// How far a long work has come.
#[component]
pub fn Progress(
    /// What is being done; names the bar.
    #[prop(into)]
    label: Signal<String>,
    /// Whole percent done; `None` while that cannot be said.
    #[prop(optional, into)]
    percent: Signal<Option<u8>>,
    /// How far it is in words, such as "12,000 of 30,000 rows"; read politely when it changes.
    #[prop(optional, into)]
    text: MaybeProp<String>,
) -> impl IntoView {
    let id = unique_id("fx-progress");
    let named_by = id.clone();
    view! {
        <div class="fx-progress">
            <span id=id>{label}</span>
            <progress
                class="fx-progress__bar"
                class:fx-progress__bar--open=move || percent.get().is_none()
                max="100"
                aria-labelledby=named_by
                value=move || percent.get().map(|p| p.min(100).to_string())
            ></progress>
            <span class="fx-progress__text" role="status">{move || text.get()}</span>
        </div>
    }
}

/// Grey lines where text will be. Assistive technology hears the label once.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
    /// What is on its way.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="fx-skeleton" role="status">
            <span class="visually-hidden">{label}</span>
            {(0..lines)
                .map(|_| view! { <span class="fx-skeleton__line" aria-hidden="true"></span> })
                .collect::<Vec<_>>()}
        </div>
    }
}

/// Nothing here: what would be, why it is not, and one thing to do about it.
#[component]
pub fn EmptyState(
    /// What would be here.
    #[prop(into)]
    title: Signal<String>,
    /// Why it is not.
    #[prop(into)]
    reason: Signal<String>,
    /// The verb of the action.
    #[prop(optional, into)]
    action_label: MaybeProp<String>,
    /// The action.
    #[prop(optional, into)]
    on_action: Option<Callback<()>>,
) -> impl IntoView {
    let action = on_action.map(|run| {
        let label = Signal::derive(move || action_label.get().unwrap_or_default());
        view! { <Button label on_click=run /> }
    });
    view! {
        <div class="fx-empty">
            <p class="fx-empty__title">{title}</p>
            <p class="fx-empty__reason">{reason}</p>
            {action}
        </div>
    }
}

/// Something failed: the words, what support asks for, and another try.
#[component]
pub fn ErrorPanel(
    /// What failed and what can be done.
    #[prop(into)]
    text: Signal<String>,
    /// Label and value of each detail: code, request id.
    #[prop(optional)]
    details: Vec<(String, String)>,
    /// The verb of another try.
    #[prop(optional, into)]
    retry_label: MaybeProp<String>,
    /// Tries again.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let retry = on_retry.map(|run| {
        let label = Signal::derive(move || retry_label.get().unwrap_or_default());
        view! { <Button label icon=Icon::Refresh appearance=Appearance::Secondary on_click=run /> }
    });
    let detail = |(label, value): (String, String)| {
        view! {
            <div class="fx-error__detail">
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! {
        <div class="fx-error" role="alert">
            <span class="fx-error__icon">
                <Glyph icon=Icon::ErrorCircle />
            </span>
            <div class="fx-error__words">
                <p>{text}</p>
                {(!details.is_empty())
                    .then(|| {
                        let details = details.into_iter().map(detail).collect::<Vec<_>>();
                        view! { <dl class="fx-error__details">{details}</dl> }
                    })}
                {retry}
            </div>
        </div>
    }
}
