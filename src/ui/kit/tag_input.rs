//! A field for a list, such as e-mail addresses.
use std::sync::Arc;

use crate::ui::dom::{Reference, each};
use crate::ui::view;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

use super::button::Button;
use super::field::{Frame, Framed};
use super::icon::{Glyph, Icon};

/// Checks one entry: the form to keep, or what is wrong with it, in the person's language.
pub type TagCheck = Arc<dyn Fn(&str) -> Result<String, String> + Send + Sync>;

/// Takes apart a list that was typed or pasted.
pub type TagSplit = fn(&str) -> Vec<String>;

/// A list of short entries. Each is taken on Enter, comma, semicolon, on leaving the field and on paste; each can be
/// removed. What is wrong stays, with its reason, and goes back into the field when clicked, so that nothing typed is lost.
#[component]
pub fn TagInput(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The entries, wrong ones too: the owner asks `check` again before saving.
    #[prop(into)]
    values: Signal<Vec<String>>,
    /// Called with the whole list after each change.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// Checks one entry.
    check: TagCheck,
    /// Takes apart what was typed or pasted.
    split: TagSplit,
    /// Verb before the entry in the name of its remove button.
    #[prop(into)]
    remove_label: Signal<String>,
    /// Verb before the entry in the name of the button that takes a wrong one back into the field.
    #[prop(into)]
    edit_label: Signal<String>,
    /// Help under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with the whole list.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The word that marks a field that must be filled.
    #[prop(optional, into)]
    required_word: MaybeProp<String>,
    /// The verb of a button beside the field that takes what is typed, for who looks for one.
    #[prop(optional, into)]
    add_label: MaybeProp<String>,
    /// Why it may not be used now; `None` when it may.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
) -> impl IntoView {
    let input = Reference::<HtmlInputElement>::new();
    let typed = RwSignal::new(String::new());
    let check = StoredValue::new(check);
    let wrong = Signal::derive(move || {
        let why = |value: &String| check.with_value(|check| check(value)).err().map(|why| format!("{value}: {why}"));
        let all = values.with(|all| all.iter().filter_map(why).collect::<Vec<_>>());
        (!all.is_empty()).then(|| all.join(" · "))
    });
    let shown_error = Signal::derive(move || error.get().or_else(|| wrong.get()));
    let frame = Frame::new(label, hint, shown_error, required_word).stopped(disabled_reason);
    let stopped = move || disabled_reason.with_untracked(Option::is_some);
    let take = move |text: &str| {
        let mut all = values.get_untracked();
        for part in split(text) {
            let kept = check.with_value(|c| c(&part)).unwrap_or(part);
            if !all.iter().any(|known| known.eq_ignore_ascii_case(&kept)) {
                all.push(kept);
            }
        }
        typed.set(String::new());
        if all.len() != values.with_untracked(Vec::len) {
            on_change.run(all);
        }
    };
    let remove = Callback::new(move |entry: String| {
        if stopped() {
            return;
        }
        let all: Vec<_> = values.get_untracked().into_iter().filter(|v| *v != entry).collect();
        on_change.run(all);
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    });
    let edit = Callback::new(move |entry: String| {
        if stopped() {
            return;
        }
        let waiting = typed.get_untracked();
        take(&waiting);
        remove.run(entry.clone());
        typed.set(entry);
    });
    let keys = move |ev: leptos::ev::KeyboardEvent| {
        let text = typed.get_untracked();
        match ev.key().as_str() {
            "Enter" | "," | ";" if !text.trim().is_empty() => {
                ev.prevent_default();
                take(&text);
            }
            // Who leaves with Escape is asked about this text too: it has to be in the list before the pane hears the key.
            "Escape" if !text.trim().is_empty() => take(&text),
            "," | ";" => ev.prevent_default(),
            "Backspace" if text.is_empty() => {
                if let Some(last) = values.with_untracked(|v| v.last().cloned()) {
                    ev.prevent_default();
                    edit.run(last);
                }
            }
            _ => {}
        }
    };
    // A browser drops line ends when it pastes into a line, which would glue two addresses together.
    let paste = move |ev: leptos::ev::ClipboardEvent| {
        let text = ev.clipboard_data().and_then(|d| d.get_data("text").ok()).unwrap_or_default();
        if split(&text).len() > 1 {
            ev.prevent_default();
            take(&format!("{} {text}", typed.get_untracked()));
        }
    };
    // What was typed is taken already when the button is pressed: the field was left.
    let add = Callback::new(move |()| {
        take(&typed.get_untracked());
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    });
    let add_button = add_label.get_untracked().map(|label| {
        view! { <div class="actions"><Button label disabled_reason on_click=add /></div> }
    });
    view! {
        <Framed frame=frame.clone()>
            <div class="fx-tags">
                <ul class="fx-tags__list" aria-labelledby=format!("{}-label", frame.id)>
                    {each(
                        move || values.get(),
                        String::clone,
                        move |entry| view! { <Tag entry check remove edit remove_label edit_label /> },
                    )}
                </ul>
                <input
                    class="fx-tags__input"
                    type="text"
                    autocomplete="off"
                    id=frame.id.clone()
                    node_ref=input
                    aria-required=frame.required()
                    aria-invalid=frame.invalid()
                    aria-disabled=frame.disabled()
                    readonly=move || disabled_reason.with(Option::is_some)
                    aria-describedby=frame.described_by()
                    prop:value=typed
                    on:input=move |ev| typed.set(event_target_value(&ev))
                    on:keydown=keys
                    on:paste=paste
                    // A field that is taken out of the page loses the focus too; its signals are gone then.
                    on:blur=move |_| if let Some(text) = typed.try_get_untracked() { take(&text) }
                />
            </div>
        </Framed>
        {add_button}
    }
}

#[component]
fn Tag(
    entry: String,
    check: StoredValue<TagCheck>,
    remove: Callback<String>,
    edit: Callback<String>,
    remove_label: Signal<String>,
    edit_label: Signal<String>,
) -> impl IntoView {
    let wrong = check.with_value(|c| c(&entry)).err();
    let (shown, removed, edited) = (entry.clone(), entry.clone(), entry.clone());
    let (remove_name, edit_name) = (entry.clone(), entry);
    let words = match wrong {
        None => view! { <span class="fx-tag__text">{shown}</span> },
        Some(why) => view! {
            <button
                class="fx-tag__text fx-tag__text--edit"
                type="button"
                title=why
                aria-label=move || format!("{} {edit_name}", edit_label.get())
                on:click=move |_| edit.run(edited.clone())
            >
                <Glyph icon=Icon::ErrorCircle />
                {shown}
            </button>
        },
    };
    view! {
        <li class="fx-tag">
            {words}
            <button
                class="fx-tag__remove"
                type="button"
                aria-label=move || format!("{} {remove_name}", remove_label.get())
                on:click=move |_| remove.run(removed.clone())
            >
                <Glyph icon=Icon::Dismiss />
            </button>
        </li>
    }
}
