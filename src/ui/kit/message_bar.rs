//! What the page says by itself: message bars above the content, toasts after something was done.
use std::time::Duration;

use crate::ui::dom::each;
use crate::ui::view;
use leptos::prelude::*;

use super::button::{Appearance, Button};
use super::icon::{Glyph, Icon};

/// What kind of news it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intent {
    /// Good to know.
    #[default]
    Info,
    /// It was done.
    Success,
    /// It works, but something needs attention.
    Warning,
    /// It was not done.
    Error,
}

impl Intent {
    const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Success => Icon::CheckmarkCircle,
            Self::Warning => Icon::Warning,
            Self::Error => Icon::ErrorCircle,
        }
    }

    /// Errors interrupt, everything else waits for a pause.
    const fn role(self) -> &'static str {
        match self {
            Self::Error => "alert",
            _ => "status",
        }
    }
}

/// A bar above the content with at most one action.
#[component]
pub fn MessageBar(
    /// What kind of news it is.
    #[prop(optional)]
    intent: Intent,
    /// The news.
    #[prop(into)]
    text: Signal<String>,
    /// The verb of the action.
    #[prop(optional, into)]
    action_label: MaybeProp<String>,
    /// The action.
    #[prop(optional, into)]
    on_action: Option<Callback<()>>,
    /// Name of the button that takes the bar away; news only.
    #[prop(optional, into)]
    dismiss_label: MaybeProp<String>,
    /// Takes the bar away.
    #[prop(optional, into)]
    on_dismiss: Option<Callback<()>>,
    /// More controls beside the action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let action = move || {
        on_action.map(|run| {
            let label = Signal::derive(move || action_label.get().unwrap_or_default());
            view! { <Button label on_click=run /> }
        })
    };
    let dismiss = move || {
        on_dismiss.map(|run| {
            let label = Signal::derive(move || dismiss_label.get().unwrap_or_default());
            view! {
                <Button label icon=Icon::Dismiss icon_only=true appearance=Appearance::Subtle on_click=run />
            }
        })
    };
    view! {
        <div class=format!("fx-message fx-message--{}", intent.name()) role=intent.role()>
            <span class="fx-message__icon">
                <Glyph icon=intent.icon() />
            </span>
            <span class="fx-message__text">{text}</span>
            <span class="fx-message__actions">{action()} {children.map(|c| c())}</span>
            {dismiss()}
        </div>
    }
}

/// News of something that was done, with at most one action such as undoing it.
#[derive(Clone)]
pub struct ToastItem {
    /// Tells one from another.
    pub id: u64,
    /// What kind of news it is.
    pub intent: Intent,
    /// The news, already in the person's language.
    pub text: String,
    /// The verb of the action and the action.
    pub action: Option<(String, Callback<()>)>,
}

const STAYS: Duration = Duration::from_secs(5);

/// The place where toasts appear. Each stays five seconds, and as long as it is pointed at or has the focus.
#[component]
pub fn Toasts(
    /// The toasts; one whose time is over is taken out.
    items: RwSignal<Vec<ToastItem>>,
    /// Name of the button that takes one away.
    #[prop(into)]
    dismiss_label: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="fx-toasts" role="status" aria-live="polite">
            {each(
                move || items.get(),
                |item: &ToastItem| item.id.to_string(),
                move |item| view! { <Toast item items dismiss_label /> },
            )}
        </div>
    }
}

#[component]
fn Toast(item: ToastItem, items: RwSignal<Vec<ToastItem>>, dismiss_label: Signal<String>) -> impl IntoView {
    let ToastItem { id, intent, text, action } = item;
    let remove = move || {
        items.try_update(|all| all.retain(|t| t.id != id));
    };
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    let start = move || {
        stop();
        timer.set_value(set_timeout_with_handle(remove, STAYS).ok());
    };
    start();
    on_cleanup(stop);
    let action = action.map(|(label, run)| {
        let act = move |()| {
            run.run(());
            remove();
        };
        view! { <Button label appearance=Appearance::Transparent on_click=act /> }
    });
    view! {
        <div
            class=format!("fx-toast fx-toast--{}", intent.name())
            on:mouseenter=move |_| stop()
            on:mouseleave=move |_| start()
            on:focusin=move |_| stop()
            on:focusout=move |_| start()
        >
            <span class="fx-toast__icon">
                <Glyph icon=intent.icon() />
            </span>
            <span class="fx-toast__text">{text}</span>
            {action}
            <Button
                label=dismiss_label
                icon=Icon::Dismiss
                icon_only=true
                appearance=Appearance::Subtle
                on_click=move |()| remove()
            />
        </div>
    }
}
