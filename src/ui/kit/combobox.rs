//! A field that suggests while one types: the people picker.
use crate::ui::dom::Reference;
use crate::ui::view;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

use super::dom::Step;
use super::field::{Frame, Framed};

/// One suggestion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComboOption {
    /// What the program calls it.
    pub id: String,
    /// What the person reads and what the field holds after choosing.
    pub label: String,
    /// A second line: e-mail, kind.
    pub detail: String,
}

/// A field with suggestions that may come later. Down opens, Up and Down move, Enter takes, Escape closes;
/// the count of suggestions is announced.
#[component]
pub fn Combobox(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The text in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each change of the text.
    #[prop(into)]
    on_input: Callback<String>,
    /// The suggestions for the text.
    #[prop(into)]
    options: Signal<Vec<ComboOption>>,
    /// Called with the suggestion that was taken; the owner also sets `value`.
    #[prop(into)]
    on_choose: Callback<ComboOption>,
    /// Suggestions are on their way.
    #[prop(optional, into)]
    loading: Signal<bool>,
    /// Words while they are.
    #[prop(into)]
    loading_text: Signal<String>,
    /// Words when there are none.
    #[prop(into)]
    empty_text: Signal<String>,
    /// Words that tell how many there are, such as "3 suggestions"; announced.
    #[prop(into)]
    count_text: Signal<String>,
    /// Help under the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The word that marks a field that must be filled.
    #[prop(optional, into)]
    required_word: MaybeProp<String>,
    /// The element, for the one who must give it the focus.
    #[prop(optional)]
    node_ref: Reference<HtmlInputElement>,
    /// Id of the field, for a shortcut that goes to it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The label is read, not seen; a placeholder says what the field is for.
    #[prop(optional)]
    hide_label: bool,
    /// Enter takes the first suggestion when none was moved to.
    #[prop(optional)]
    enter_takes_first: bool,
    /// Grey words in the empty field.
    #[prop(optional, into)]
    placeholder: Option<String>,
) -> impl IntoView {
    let mut frame = Frame::new(label, hint, error, required_word);
    frame.hide_label = hide_label;
    if let Some(id) = id {
        frame.id = id.to_owned();
    }
    let list_id = format!("{}-list", frame.id);
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let option_id = {
        let list_id = list_id.clone();
        move |at: usize| format!("{list_id}-{at}")
    };
    let choose = Callback::new(move |at: usize| {
        if let Some(option) = options.with_untracked(|all| all.get(at).cloned()) {
            open.set(false);
            active.set(None);
            on_choose.run(option);
        }
    });
    let keys = move |ev: leptos::ev::KeyboardEvent| {
        let key = ev.key();
        let step = Step::of_key(&key).filter(|_| key == "ArrowDown" || key == "ArrowUp");
        match (key.as_str(), step) {
            (_, Some(step)) => {
                ev.prevent_default();
                let count = options.with_untracked(Vec::len);
                open.set(true);
                active.update(|at| *at = step.from(*at, count));
            }
            ("Enter", _) if open.get_untracked() => {
                if let Some(at) = active.get_untracked().or(enter_takes_first.then_some(0)) {
                    ev.prevent_default();
                    choose.run(at);
                }
            }
            ("Escape", _) if open.get_untracked() => {
                ev.prevent_default();
                open.set(false);
                active.set(None);
            }
            _ => {}
        }
    };
    let announced = move || match (open.get(), loading.get()) {
        (false, _) => String::new(),
        (true, true) => loading_text.get(),
        (true, false) if options.with(Vec::is_empty) => empty_text.get(),
        (true, false) => count_text.get(),
    };
    let active_id = option_id.clone();
    let (controls, id_of) = (list_id.clone(), option_id);
    // The count of what is listed is heard; that there is nothing is seen too.
    let listed = move || !loading.get() && options.with(|all| !all.is_empty());
    view! {
        <Framed frame=frame.clone()>
            <div class="fx-combo">
                <input
                    class="fx-input"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    id=frame.id.clone()
                    placeholder=placeholder
                    node_ref=node_ref
                    aria-autocomplete="list"
                    aria-controls=controls
                    aria-expanded=move || open.get().to_string()
                    aria-activedescendant=move || {
                        active.get().filter(|_| open.get()).map(&active_id)
                    }
                    aria-required=frame.required()
                    aria-invalid=frame.invalid()
                    aria-describedby=frame.described_by()
                    prop:value=value
                    on:input=move |ev| {
                        active.set(None);
                        open.set(true);
                        on_input.run(event_target_value(&ev));
                    }
                    on:keydown=keys
                    on:blur=move |_| {
                        open.set(false);
                        active.set(None);
                    }
                />
                <ul class="fx-combo__list" role="listbox" id=list_id aria-label=label hidden=move || !open.get()>
                    {move || {
                        options
                            .get()
                            .into_iter()
                            .enumerate()
                            .map(|(at, option)| {
                                view! { <Suggestion option at id=id_of(at) active choose /> }
                            })
                            .collect::<Vec<_>>()
                    }}
                </ul>
                <span class="fx-combo__note" class:visually-hidden=listed role="status">{announced}</span>
            </div>
        </Framed>
    }
}

#[component]
fn Suggestion(
    option: ComboOption,
    at: usize,
    id: String,
    active: RwSignal<Option<usize>>,
    choose: Callback<usize>,
) -> impl IntoView {
    let is_active = move || active.get() == Some(at);
    view! {
        <li
            class="fx-combo__option"
            class:fx-combo__option--active=is_active
            role="option"
            id=id
            aria-selected=move || is_active().to_string()
            // The field keeps the focus: a mouse press must not take it.
            on:mousedown=move |ev| ev.prevent_default()
            on:click=move |_| choose.run(at)
        >
            <span class="fx-combo__name">{option.label}</span>
            <span class="fx-combo__detail">{option.detail}</span>
        </li>
    }
}
