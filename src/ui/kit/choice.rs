//! Fields one chooses in.
use crate::ui::view;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::dom::unique_id;
use super::field::{Frame, Framed, Notes, RequiredMark};

/// One thing to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the program calls it.
    pub value: String,
    /// What the person reads.
    pub label: String,
    /// More about it, under the label; radio buttons and filters show it.
    pub detail: Option<String>,
}

impl Choice {
    /// A choice without detail.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), detail: None }
    }

    /// With more about it.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

/// One of a list, as the browser's own select.
#[component]
pub fn SelectField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value that is chosen; one that is not in the list shows the placeholder.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// Words shown while nothing is chosen.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// Help under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The word that marks a field that must be filled.
    #[prop(optional, into)]
    required_word: MaybeProp<String>,
    /// Why it may not be used now; `None` when it may.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// The label is read, not seen: in a bar where the choices speak for themselves.
    #[prop(optional)]
    hide_label: bool,
    /// Id of the field, for who brings the focus back to it.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let mut frame = Frame::new(label, hint, error, required_word).stopped(disabled_reason);
    frame.hide_label = hide_label;
    if let Some(id) = id {
        frame.id = id.to_owned();
    }
    // A browser lets only a disabled select refuse a choice, and that one has no focus: so the choice is put back.
    let change = move |ev: leptos::ev::Event| {
        if disabled_reason.with_untracked(Option::is_none) {
            on_change.run(event_target_value(&ev));
        } else if let Some(select) = ev.target().and_then(|t| t.dyn_into::<leptos::web_sys::HtmlSelectElement>().ok()) {
            select.set_value(&value.get_untracked());
        }
    };
    let chosen = Memo::new(move |_| {
        let value = value.get();
        options.with(|all| all.iter().any(|o| o.value == value)).then_some(value)
    });
    view! {
        <Framed frame=frame.clone()>
            <select
                class="fx-input"
                id=frame.id.clone()
                aria-required=frame.required()
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                prop:value=move || chosen.get().unwrap_or_default()
                aria-disabled=frame.disabled()
                on:change=change
            >
                {move || {
                    placeholder
                        .get()
                        .map(|text| {
                            view! {
                                <option value="" disabled=true selected=move || chosen.get().is_none()>
                                    {text}
                                </option>
                            }
                        })
                }}
                {move || {
                    options
                        .get()
                        .into_iter()
                        .map(|Choice { value, label, .. }| {
                            let this = value.clone();
                            let selected = move || chosen.with(|c| c.as_ref() == Some(&this));
                            view! { <option value=value selected=selected>{label}</option> }
                        })
                        .collect::<Vec<_>>()
                }}
            </select>
        </Framed>
    }
}

/// One of a few, all in view.
#[component]
pub fn RadioGroup(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that was chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// Help under the group.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The word that marks a field that must be filled.
    #[prop(optional, into)]
    required_word: MaybeProp<String>,
    /// Why it may not be used now; `None` when it may.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
) -> impl IntoView {
    let frame = Frame::new(label, hint, error, required_word).stopped(disabled_reason);
    let hint = frame.hint;
    let disabled = frame.disabled();
    let name = frame.id.clone();
    let described = frame.described_by();
    let option = move |Choice { value: own, label, detail }: Choice| {
        let (this, sent) = (own.clone(), own.clone());
        view! {
            <label class="fx-choice">
                <input
                    class="fx-choice__input"
                    type="radio"
                    name=name.clone()
                    value=own
                    prop:checked=move || value.with(|v| *v == this)
                    aria-disabled=disabled.clone()
                    on:click=move |ev| {
                        if disabled_reason.with_untracked(Option::is_some) {
                            ev.prevent_default();
                        }
                    }
                    on:change=move |_| {
                        if disabled_reason.with_untracked(Option::is_none) {
                            on_change.run(sent.clone());
                        }
                    }
                />
                <span class="fx-choice__words">
                    <span>{label}</span>
                    {detail.map(|d| view! { <span class="fx-choice__detail">{d}</span> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="fx-field" aria-describedby=described role="radiogroup">
            <legend class="fx-field__label">
                {label} <RequiredMark word=required_word />
            </legend>
            {move || options.get().into_iter().map(option.clone()).collect::<Vec<_>>()}
            <Notes id=frame.id hint error />
        </fieldset>
    }
}

/// Yes or no, sent with the form.
#[component]
pub fn Checkbox(
    /// What a tick means.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// More about it, under the label.
    #[prop(optional, into)]
    detail: MaybeProp<String>,
) -> impl IntoView {
    let id = unique_id("fx-check-detail");
    let described = id.clone();
    view! {
        <div class="fx-check">
            <label class="fx-choice">
                <input
                    class="fx-choice__input"
                    type="checkbox"
                    aria-describedby=move || detail.with(|d| d.is_some()).then(|| described.clone())
                    prop:checked=checked
                    on:change=move |ev| on_change.run(event_target_checked(&ev))
                />
                <span class="fx-choice__words">{label}</span>
            </label>
            {move || {
                detail.get().map(|d| view! { <span class="fx-choice__detail" id=id.clone()>{d}</span> })
            }}
        </div>
    }
}

/// On or off, at once. The state is written beside it, so that it is not told by colour alone.
#[component]
pub fn Switch(
    /// What is switched.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// The word for on.
    #[prop(into)]
    on_word: Signal<String>,
    /// The word for off.
    #[prop(into)]
    off_word: Signal<String>,
    /// Why it may not be switched now; `None` when it may.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
) -> impl IntoView {
    let id = unique_id("fx-switch");
    let reason_id = format!("{id}-reason");
    let described = reason_id.clone();
    let labelled = id.clone();
    let stopped = move || disabled_reason.with(Option::is_some);
    view! {
        <div class="fx-switch">
            <span class="fx-field__label" id=id>{label}</span>
            <button
                class="fx-switch__button"
                type="button"
                role="switch"
                aria-checked=move || checked.get().to_string()
                aria-labelledby=labelled
                aria-disabled=move || stopped().then_some("true")
                aria-describedby=move || stopped().then(|| described.clone())
                on:click=move |_| {
                    if !untrack(stopped) {
                        on_change.run(!checked.get_untracked());
                    }
                }
            >
                <span class="fx-switch__track" aria-hidden="true"></span>
                <span aria-hidden="true">
                    {move || if checked.get() { on_word.get() } else { off_word.get() }}
                </span>
            </button>
            {move || {
                disabled_reason
                    .get()
                    .map(|r| view! { <span class="fx-field__hint" id=reason_id.clone()>{r}</span> })
            }}
        </div>
    }
}
