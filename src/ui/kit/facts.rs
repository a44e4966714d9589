//! Facts at a glance: status, label and value pairs, cards, copying, the way back up.
use std::sync::Arc;
use std::time::Duration;

use crate::ui::dom::{IntoNode, Node};
use crate::ui::view;
use leptos::prelude::*;

use super::button::{Appearance, Button};
use super::icon::{Glyph, Icon};

/// How a status is drawn. The word says what it is; the tone never says it alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Something is wrong or late.
    Danger,
    /// All is well.
    Success,
    /// No longer counts.
    Muted,
    /// Needs attention.
    Warning,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "fx-status fx-status--neutral",
            Self::Danger => "fx-status fx-status--danger",
            Self::Success => "fx-status fx-status--success",
            Self::Muted => "fx-status fx-status--muted",
            Self::Warning => "fx-status fx-status--warning",
        }
    }
}

/// An icon and a word.
#[component]
pub fn Status(
    /// How it is drawn.
    tone: Tone,
    /// Its shape, which tells states apart without colour.
    icon: Icon,
    /// The word.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <span class=tone.class()>
            <Glyph icon />
            <span>{text}</span>
        </span>
    }
}

/// Copies a text. The room that knows the clipboard does it.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// The verb and what it copies.
    #[prop(into)]
    label: Signal<String>,
    /// What is said once it is copied.
    #[prop(into)]
    done_label: Signal<String>,
    /// Puts the text on the clipboard.
    #[prop(into)]
    on_copy: Callback<String>,
) -> impl IntoView {
    let done = RwSignal::new(false);
    let copy = move |()| {
        on_copy.run(text.get_untracked());
        done.set(true);
        set_timeout(
            move || {
                done.try_set(false);
            },
            Duration::from_secs(2),
        );
    };
    let shown = Signal::derive(move || if done.get() { done_label.get() } else { label.get() });
    view! {
        {move || {
            let icon = if done.get() { Icon::Checkmark } else { Icon::Copy };
            view! { <Button label=shown icon icon_only=true appearance=Appearance::Subtle on_click=copy /> }
        }}
        <span class="visually-hidden" role="status">
            {move || done.get().then(|| done_label.get())}
        </span>
    }
}

#[derive(Clone)]
enum FactValue {
    Text(String),
    Link(String, String),
    View(Arc<dyn Fn() -> Node + Send + Sync>),
}

/// A label and its value.
#[derive(Clone)]
pub struct Fact {
    label: String,
    value: FactValue,
    copyable: bool,
}

impl Fact {
    /// A value that is text.
    pub fn text(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: FactValue::Text(value.into()), copyable: false }
    }

    /// A value that leads somewhere.
    pub fn link(label: impl Into<String>, text: impl Into<String>, href: impl Into<String>) -> Self {
        let value = FactValue::Link(text.into(), href.into());
        Self { label: label.into(), value, copyable: false }
    }

    /// A value that is drawn, such as a status.
    pub fn view<V: IntoNode + 'static>(
        label: impl Into<String>,
        value: impl Fn() -> V + Send + Sync + 'static,
    ) -> Self {
        let value = FactValue::View(Arc::new(move || value().into_node()));
        Self { label: label.into(), value, copyable: false }
    }

    /// With a button that copies the text.
    #[must_use]
    pub fn copyable(mut self) -> Self {
        self.copyable = true;
        self
    }
}

/// The facts of what the blade shows, in two columns; folds away.
#[component]
pub fn Essentials(
    /// Title of the fold.
    #[prop(into)]
    title: Signal<String>,
    /// The facts.
    items: Vec<Fact>,
    /// The name of the copy buttons; `{name}` in it becomes the label of the fact.
    #[prop(optional, into)]
    copy_label: Signal<String>,
    /// What is said once something is copied.
    #[prop(optional, into)]
    copied_label: Signal<String>,
    /// Puts a text on the clipboard; without it nothing can be copied.
    #[prop(optional, into)]
    on_copy: Option<Callback<String>>,
) -> impl IntoView {
    let fact = move |Fact { label, value, copyable }: Fact| {
        let copy = match (&value, on_copy) {
            (FactValue::Text(text) | FactValue::Link(text, _), Some(on_copy)) if copyable => {
                let name = label.clone();
                let name = Signal::derive(move || copy_label.with(|words| words.replace("{name}", &name)));
                Some(view! { <CopyButton text=text.clone() label=name done_label=copied_label on_copy /> })
            }
            _ => None,
        };
        let value = match value {
            FactValue::Text(text) => text.into_node(),
            FactValue::Link(text, href) => view! { <a class="fx-link" href=href>{text}</a> },
            FactValue::View(draw) => draw(),
        };
        view! {
            <div class="fx-essentials__item">
                <dt class="fx-essentials__label">{label}</dt>
                <dd class="fx-essentials__value">{value} {copy}</dd>
            </div>
        }
    };
    view! {
        <details class="fx-essentials" open=true>
            <summary class="fx-essentials__title">
                <Glyph icon=Icon::ChevronDown />
                {title}
            </summary>
            <dl class="fx-essentials__list">
                {items.into_iter().map(fact).collect::<Vec<_>>()}
            </dl>
        </details>
    }
}

/// A number read at a glance, with its comparison in words.
#[component]
pub fn Card(
    /// What the number is.
    #[prop(into)]
    title: Signal<String>,
    /// The number with its unit or currency.
    #[prop(into)]
    value: Signal<String>,
    /// Comparison or explanation in words.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// Icon before the note, such as an arrow.
    #[prop(optional)]
    note_icon: Option<Icon>,
    /// A link or status below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="fx-card">
            <h2 class="fx-card__title">{title}</h2>
            <p class="fx-card__value">{value}</p>
            {move || {
                note.get()
                    .map(|note| {
                        view! {
                            <p class="fx-card__note">
                                {note_icon.map(|icon| view! { <Glyph icon /> })} {note}
                            </p>
                        }
                    })
            }}
            {children.map(|c| c())}
        </section>
    }
}

/// One step of the way back up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What the person reads.
    pub label: String,
    /// Where it goes; the last step is the page itself.
    pub href: String,
}

/// The way back up; the last step is the current page.
#[component]
pub fn Breadcrumb(
    /// Name of the landmark.
    #[prop(into)]
    label: Signal<String>,
    /// The steps from the top down.
    #[prop(into)]
    items: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let step = |(last, Crumb { label, href }): (bool, Crumb)| {
        view! {
            <li class="fx-breadcrumb__item">
                <a class="fx-breadcrumb__link" href=href aria-current=last.then_some("page")>
                    {label}
                </a>
                {(!last).then(|| view! { <Glyph icon=Icon::ChevronRight /> })}
            </li>
        }
    };
    view! {
        <nav class="fx-breadcrumb" aria-label=label>
            <ol class="fx-breadcrumb__list">
                {move || {
                    let all = items.get();
                    let count = all.len();
                    all.into_iter()
                        .enumerate()
                        .map(|(at, crumb)| step((at + 1 == count, crumb)))
                        .collect::<Vec<_>>()
                }}
            </ol>
        </nav>
    }
}
