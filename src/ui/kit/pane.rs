//! The pane that slides in from the right, and the dialog that asks before something is taken away.
use crate::ui::dom::{IntoNode, Reference, when};
use crate::ui::view;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlButtonElement, HtmlDialogElement, HtmlElement};

use super::button::{Appearance, Button};
use super::dom::{focused, give_focus, unique_id};
use super::icon::Icon;

/// Keeps a native modal dialog in step with `open`: the focus goes in, is kept inside by the browser, and returns to where
/// it came from, also when the dialog is taken out of the page while open. `first` finds what gets the focus; when it finds
/// nothing yet, the title has it; without it the browser takes the first control.
fn drive(dialog: Reference<HtmlDialogElement>, open: Signal<bool>, first: Option<&'static str>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    let give_back = move || {
        if let Some(Some(opener)) = opener.try_update_value(Option::take) {
            give_focus(&opener);
        }
    };
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            opener.set_value(focused());
            let _ = dialog.show_modal();
            // The body is built by the same change of `open`, so it may come after this.
            request_animation_frame(move || {
                let find = |selector| dialog.query_selector(selector).ok().flatten();
                let found = first.and_then(|first| find(first).or_else(|| find(TITLE)));
                if let Some(control) = found.and_then(|c| c.dyn_into::<HtmlElement>().ok()) {
                    give_focus(&control);
                }
            });
        } else if !open.get() && dialog.open() {
            dialog.close();
            give_back();
        }
    });
    on_cleanup(give_back);
}

/// What a person came to fill, not the button that closes.
const FIRST_FIELD: &str =
    ".fx-pane__body :is(input, select, textarea, button):not([tabindex='-1'], .form__actions *, .actions *)";

const TITLE: &str = ".fx-pane__title";

/// A pane over the page: title, close, a body that scrolls, a footer that stays. Escape closes it; when something was
/// typed it asks first.
#[component]
pub fn Pane(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Asked to close: the owner sets `open` to false.
    #[prop(into)]
    on_close: Callback<()>,
    /// What the pane is for.
    #[prop(into)]
    title: Signal<String>,
    /// Name of the close button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Something was typed that would be lost.
    #[prop(optional, into)]
    dirty: Signal<bool>,
    /// The question before that is lost.
    #[prop(optional, into)]
    discard_question: Signal<String>,
    /// The verb that loses it.
    #[prop(optional, into)]
    discard_label: Signal<String>,
    /// The verb that goes back to it.
    #[prop(optional, into)]
    keep_label: Signal<String>,
    /// Buttons that stay in view below the body.
    #[prop(optional, into)]
    footer: Option<ViewFn>,
    /// The body; built anew at each opening.
    children: ChildrenFn,
) -> impl IntoView {
    let title_id = unique_id("fx-pane-title");
    let named_by = title_id.clone();
    let dialog = Reference::<HtmlDialogElement>::new();
    let asking = RwSignal::new(false);
    // The link that was followed with something typed, until the question is answered.
    let leaving = StoredValue::new_local(None::<HtmlElement>);
    let asking_shown = Memo::new(move |_| asking.get() && open.get());
    drive(dialog, open, Some(FIRST_FIELD));
    let ask_close = move || {
        if dirty.get_untracked() && !asking.get_untracked() {
            leaving.set_value(None);
            asking.set(true);
        } else if dirty.get_untracked() {
            asking.set(false);
        } else {
            on_close.run(());
        }
    };
    let discard = move |()| match leaving.try_update_value(Option::take) {
        // The question stands while it is clicked, so the click goes through.
        Some(Some(link)) => link.click(),
        _ => {
            asking.set(false);
            on_close.run(());
        }
    };
    let followed = move |ev: &leptos::ev::MouseEvent| {
        let link = ev.target().and_then(|of| of.dyn_into::<Element>().ok())?;
        let link = link.closest("a[href]:not([target])").ok().flatten()?;
        link.dyn_into::<HtmlElement>().ok()
    };
    let clicked = move |ev: leptos::ev::MouseEvent| match followed(&ev) {
        Some(link) if dirty.get_untracked() && !asking.get_untracked() => {
            ev.prevent_default();
            leaving.set_value(Some(link));
            asking.set(true);
        }
        _ => asking.set(false),
    };
    let escape = move |ev: leptos::ev::KeyboardEvent| {
        let inner = dialog
            .get_untracked()
            .and_then(|d| d.query_selector("[popover]:not([role=tooltip]):popover-open").ok().flatten());
        if ev.key() == "Escape" && !ev.default_prevented() && inner.is_none() {
            ev.prevent_default();
            ask_close();
        }
    };
    // Browsers close a dialog on a second close request without asking: what was typed is brought back.
    let closed = move |_| {
        if open.try_get_untracked() == Some(true) {
            if dirty.get_untracked() {
                asking.set(true);
                if let Some(dialog) = dialog.get_untracked() {
                    let _ = dialog.show_modal();
                }
            } else {
                on_close.run(());
            }
        }
    };
    let footer = StoredValue::new(footer);
    let children = StoredValue::new(children);
    view! {
        <dialog
            class="fx-pane"
            node_ref=dialog
            aria-labelledby=named_by
            on:keydown=escape
            on:cancel=move |ev: leptos::ev::Event| {
                ev.prevent_default();
                ask_close();
            }
            on:close=closed
        >
            <div class="fx-pane__header">
                <h2 class="fx-pane__title" id=title_id tabindex="-1">{title}</h2>
                <Button
                    label=close_label
                    icon=Icon::Dismiss
                    icon_only=true
                    appearance=Appearance::Subtle
                    on_click=move |()| ask_close()
                />
            </div>
            // Who goes on with the form has answered the question.
            <div
                class="fx-pane__body"
                on:input=move |_| asking.set(false)
                on:click=clicked
            >
                {when(move || open.get(), move || children.with_value(|c| c()).into_node())}
            </div>
            {when(
                move || asking_shown.get(),
                move || {
                    let on_keep = move |()| asking.set(false);
                    view! { <Discard question=discard_question discard_label keep_label on_discard=discard on_keep /> }
                },
            )}
            {when(
                move || open.get() && footer.with_value(Option::is_some),
                move || {
                    let footer = footer.with_value(|f| f.as_ref().map(ViewFn::run));
                    view! { <div class="fx-pane__footer" on:click=move |_| to_what_is_wrong(dialog, asking)>{footer}</div> }
                },
            )}
        </dialog>
    }
}

/// After *Save*: the first field that is wrong gets the focus.
fn to_what_is_wrong(dialog: Reference<HtmlDialogElement>, asking: RwSignal<bool>) {
    asking.set(false);
    request_animation_frame(move || {
        let wrong = dialog.get_untracked().and_then(|d| d.query_selector("[aria-invalid=true]").ok().flatten());
        if let Some(field) = wrong.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            give_focus(&field);
        }
    });
}

/// The question before typed words are lost; the focus goes to the answer that keeps them.
#[component]
fn Discard(
    question: Signal<String>,
    discard_label: Signal<String>,
    keep_label: Signal<String>,
    #[prop(into)] on_discard: Callback<()>,
    #[prop(into)] on_keep: Callback<()>,
) -> impl IntoView {
    let keep = Reference::<HtmlButtonElement>::new();
    focus_when_there(keep);
    view! {
        <div class="fx-pane__ask" role="alert">
            <p class="fx-pane__question">{question}</p>
            <div class="fx-pane__answers">
                <Button label=keep_label node_ref=keep on_click=on_keep />
                <Button label=discard_label appearance=Appearance::Danger on_click=on_discard />
            </div>
        </div>
    }
}

fn focus_when_there(button: Reference<HtmlButtonElement>) {
    Effect::new(move |_| {
        if let Some(button) = button.get() {
            let _ = button.focus();
        }
    });
}

/// Asks before something is taken away. The answer that changes nothing comes first and has the focus.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The question as a title.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen.
    #[prop(into)]
    text: Signal<String>,
    /// The verb that does it.
    #[prop(into)]
    confirm_label: Signal<String>,
    /// The verb that leaves all as it is.
    #[prop(into)]
    cancel_label: Signal<String>,
    /// It is being done.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be done; shown under the text after a try.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Do it.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// Leave all as it is.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let (title_id, text_id) = (unique_id("fx-dialog-title"), unique_id("fx-dialog-text"));
    let dialog = Reference::<HtmlDialogElement>::new();
    drive(dialog, open, None);
    view! {
        <dialog
            class="fx-dialog"
            role="alertdialog"
            node_ref=dialog
            aria-labelledby=title_id.clone()
            aria-describedby=text_id.clone()
            on:cancel=move |ev: leptos::ev::Event| {
                ev.prevent_default();
                on_cancel.run(());
            }
            on:close=move |_| {
                if open.try_get_untracked() == Some(true) {
                    on_cancel.run(());
                }
            }
        >
            <h2 class="fx-dialog__title" id=title_id.clone()>{title}</h2>
            <p class="fx-dialog__text" id=text_id.clone()>{text}</p>
            {move || error.get().map(|e| view! { <p class="fx-field__error" role="alert">{e}</p> })}
            <div class="fx-dialog__answers">
                <Button label=cancel_label on_click=on_cancel />
                <Button label=confirm_label appearance=Appearance::Danger busy on_click=on_confirm />
            </div>
        </dialog>
    }
}
