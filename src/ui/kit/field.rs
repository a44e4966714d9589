//! The frame around a control: label above, hint and error under it; and the fields one types into.
use crate::ui::dom::{IntoNode, Reference};
use crate::ui::view;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

use super::button::{Appearance, Button};
use super::dom::unique_id;
use super::icon::{Glyph, Icon};

/// What the frame of a control says, and the ids that tie it to the control.
#[derive(Clone)]
pub(super) struct Frame {
    pub(super) id: String,
    pub(super) label: Signal<String>,
    pub(super) hint: MaybeProp<String>,
    pub(super) error: Signal<Option<String>>,
    pub(super) required_word: MaybeProp<String>,
    /// The label is read, not seen.
    pub(super) hide_label: bool,
    /// Why the control may not be used now; shown in place of the hint.
    pub(super) stopped: Signal<Option<String>>,
}

impl Frame {
    pub(super) fn new(
        label: Signal<String>,
        hint: MaybeProp<String>,
        error: Signal<Option<String>>,
        required_word: MaybeProp<String>,
    ) -> Self {
        let (id, stopped) = (unique_id("fx-field"), Signal::stored(None));
        Self { id, label, hint, error, required_word, hide_label: false, stopped }
    }

    /// A control that may not be used while there is a reason: it keeps its place and its focus, and tells the reason.
    pub(super) fn stopped(mut self, reason: Signal<Option<String>>) -> Self {
        let hint = self.hint;
        self.hint = MaybeProp::derive(move || reason.get().or_else(|| hint.get()));
        self.stopped = reason;
        self
    }

    /// `true` while it may not be used.
    pub(super) fn disabled(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + 'static + use<> {
        let stopped = self.stopped;
        move || stopped.with(Option::is_some).then_some("true")
    }

    /// Ids of the hint and the error, as far as they are shown.
    pub(super) fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static + use<> {
        let Self { id, hint, error, .. } = self.clone();
        move || {
            let hint = hint.with(|h| h.is_some()).then(|| format!("{id}-hint"));
            let error = error.with(Option::is_some).then(|| format!("{id}-error"));
            match (hint, error) {
                (None, None) => None,
                (hint, error) => Some([error, hint].into_iter().flatten().collect::<Vec<_>>().join(" ")),
            }
        }
    }

    /// `true` while there is an error.
    pub(super) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + 'static + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    /// Whether the control must be filled.
    pub(super) fn required(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + 'static + use<> {
        let word = self.required_word;
        move || word.with(|w| w.is_some()).then_some("true")
    }
}

/// Label above, hint and error under the control.
#[component]
pub(super) fn Framed(frame: Frame, children: Children) -> impl IntoView {
    let Frame { id, label, hint, error, required_word, hide_label, .. } = frame;
    let shown = if hide_label { "visually-hidden" } else { "fx-field__label" };
    view! {
        <div class="fx-field">
            <label class=shown for=id.clone() id=format!("{id}-label")>
                {label}
                <RequiredMark word=required_word />
            </label>
            {children()}
            <Notes id hint error />
        </div>
    }
}

#[component]
pub(super) fn RequiredMark(word: MaybeProp<String>) -> impl IntoView {
    (move || word.get().map(|word| view! { <span class="fx-field__required">{format!(" ({word})")}</span> }))
        .into_node()
}

/// Hint and error under a control.
#[component]
pub(super) fn Notes(id: String, hint: MaybeProp<String>, error: Signal<Option<String>>) -> impl IntoView {
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    view! {
        {move || {
            error
                .get()
                .map(|text| {
                    view! {
                        <p class="fx-field__error" id=error_id.clone()>
                            <Glyph icon=Icon::ErrorCircle />
                            <span>{text}</span>
                        </p>
                    }
                })
        }}
        {move || hint.get().map(|text| view! { <p class="fx-field__hint" id=hint_id.clone()>{text}</p> })}
    }
}

/// A line of text.
#[component]
pub fn TextField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each change.
    #[prop(into)]
    on_input: Callback<String>,
    /// Help under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The word that marks a field that must be filled.
    #[prop(optional, into)]
    required_word: MaybeProp<String>,
    /// HTML input type: "text", "email", "password", "month", "date".
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in, such as "email" or "off".
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Can be read and copied, not changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
    /// The element, for the one who must give it the focus.
    #[prop(optional)]
    node_ref: Reference<HtmlInputElement>,
) -> impl IntoView {
    let frame = Frame::new(label, hint, error, required_word);
    view! {
        <Framed frame=frame.clone()>
            <input
                class="fx-input"
                type=kind
                id=frame.id.clone()
                autocomplete=autocomplete
                node_ref=node_ref
                readonly=readonly
                aria-required=frame.required()
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                prop:value=value
                on:input=move |ev| on_input.run(event_target_value(&ev))
            />
        </Framed>
    }
}

/// A search: an icon, the words, a button that clears them. Escape clears too.
#[component]
pub fn SearchBox(
    /// What is searched; the accessible name and the words shown while empty.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each change.
    #[prop(into)]
    on_input: Callback<String>,
    /// Name of the button that clears it.
    #[prop(into)]
    clear_label: Signal<String>,
    /// The element, for the shortcut that focuses it.
    #[prop(optional)]
    node_ref: Reference<HtmlInputElement>,
) -> impl IntoView {
    let clear = move || {
        on_input.run(String::new());
        if let Some(input) = node_ref.get_untracked() {
            let _ = input.focus();
        }
    };
    let has_words = Memo::new(move |_| value.with(|v| !v.is_empty()));
    view! {
        <div class="fx-search">
            <span class="fx-search__icon">
                <Glyph icon=Icon::Search />
            </span>
            <input
                class="fx-search__input"
                type="text"
                role="searchbox"
                autocomplete="off"
                aria-label=label
                placeholder=label
                node_ref=node_ref
                prop:value=value
                on:input=move |ev| on_input.run(event_target_value(&ev))
                on:keydown=move |ev| {
                    if ev.key() == "Escape" && has_words.get_untracked() {
                        ev.prevent_default();
                        clear();
                    }
                }
            />
            {move || {
                has_words
                    .get()
                    .then(|| {
                        view! {
                            <Button
                                label=clear_label
                                icon=Icon::Dismiss
                                icon_only=true
                                appearance=Appearance::Transparent
                                on_click=move |()| clear()
                            />
                        }
                    })
            }}
        </div>
    }
}
