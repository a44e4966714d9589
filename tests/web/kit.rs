//! The components as a person meets them: by keyboard, by role, by what is said.
use std::sync::Arc;

use super::stage::{Stage, has_focus};
use factuur::ui::kit::{
    Button, Column, ComboOption, Combobox, DataGrid, GridWords, Menu, MenuItem, Pane, Sort, TagCheck, TagInput, Tooltip,
};
use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use wasm_bindgen_test::wasm_bindgen_test;

fn press(element: &HtmlElement, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    element.dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap()).unwrap();
}

fn type_in(element: &HtmlElement, text: &str) {
    element.unchecked_ref::<HtmlInputElement>().set_value(text);
    let event = leptos::web_sys::Event::new("input").unwrap();
    element.dispatch_event(&event).unwrap();
}

/// What comes with the next frame has come after two.
async fn frame() {
    for _ in 0..2 {
        let (send, wait) = signal_and_wait();
        request_animation_frame(send);
        wait.await;
    }
    tick().await;
}

/// A future that ends when the closure is called.
fn signal_and_wait() -> (impl FnOnce() + 'static, impl std::future::Future<Output = ()>) {
    let done = RwSignal::new(false);
    let waiting = RwSignal::new(None::<std::task::Waker>);
    let send = move || {
        done.set(true);
        if let Some(waker) = waiting.try_update(Option::take).flatten() {
            waker.wake();
        }
    };
    let wait = std::future::poll_fn(move |cx| {
        if done.get_untracked() {
            std::task::Poll::Ready(())
        } else {
            waiting.set(Some(cx.waker().clone()));
            std::task::Poll::Pending
        }
    });
    (send, wait)
}

#[wasm_bindgen_test]
async fn a_button_that_may_not_be_used_keeps_the_focus_and_tells_its_reason() {
    let (clicks, reason) = (RwSignal::new(0), RwSignal::new(Some("Only an owner can add people.".to_owned())));
    let stage = Stage::new(move || {
        view! { <Button label="Add" disabled_reason=reason on_click=move |()| clicks.update(|c| *c += 1) /> }
    });
    tick().await;
    let button = stage.find("button");
    button.focus().unwrap();
    assert!(has_focus(&button));
    assert_eq!(button.get_attribute("aria-disabled").as_deref(), Some("true"));
    let described = button.get_attribute("aria-describedby").unwrap();
    let text = stage.find(&format!("#{described}")).text_content().unwrap();
    assert_eq!(text, "Only an owner can add people.");
    button.click();
    tick().await;
    assert_eq!(clicks.get_untracked(), 0);
    reason.set(None);
    tick().await;
    assert_eq!(button.get_attribute("aria-disabled"), None);
    button.click();
    assert_eq!(clicks.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_tooltip_describes_the_control_it_stands_at() {
    let stage = Stage::new(|| view! { <Tooltip text="5 December"><a href="#x">"today"</a></Tooltip> });
    tick().await;
    let described = stage.find("a").get_attribute("aria-describedby").unwrap();
    assert_eq!(stage.find(&format!("#{described}")).text_content().as_deref(), Some("5 December"));
}

#[wasm_bindgen_test]
async fn a_pane_takes_the_focus_and_gives_it_back_to_what_opened_it() {
    let open = RwSignal::new(false);
    let stage = Stage::new(move || {
        view! {
            <Button label="Add" id="opener" on_click=move |()| open.set(true) />
            <Pane open on_close=move |()| open.set(false) title="Add role assignment" close_label="Close">
                <input id="person" />
            </Pane>
        }
    });
    tick().await;
    let opener = stage.find("#opener");
    opener.focus().unwrap();
    opener.click();
    frame().await;
    assert!(stage.find("dialog").has_attribute("open"));
    assert!(has_focus(&stage.find("#person")));
    press(&stage.find("#person"), "Escape");
    tick().await;
    assert!(!stage.find("dialog").has_attribute("open"));
    assert!(has_focus(&opener));
}

#[wasm_bindgen_test]
async fn a_pane_asks_before_typed_words_are_lost() {
    let (open, dirty) = (RwSignal::new(true), RwSignal::new(true));
    let stage = Stage::new(move || {
        view! {
            <Pane
                open
                on_close=move |()| open.set(false)
                title="Add"
                close_label="Close"
                dirty
                discard_question="Discard?"
                discard_label="Discard"
                keep_label="Keep"
            >
                <input />
            </Pane>
        }
    });
    frame().await;
    press(&stage.find("input"), "Escape");
    frame().await;
    assert!(open.get_untracked());
    let keep = stage.find(".fx-pane__answers button");
    assert!(has_focus(&keep), "the answer that keeps the words has the focus");
    keep.click();
    tick().await;
    assert_eq!(stage.count(".fx-pane__ask"), 0);
    press(&stage.find("input"), "Escape");
    tick().await;
    stage.find(".fx-button--danger").click();
    tick().await;
    assert!(!open.get_untracked());
}

fn address() -> TagCheck {
    Arc::new(
        |text| {
            if text.matches('@').count() == 1 { Ok(text.to_lowercase()) } else { Err("not an address".to_owned()) }
        },
    )
}

#[wasm_bindgen_test]
async fn a_wrong_address_is_kept_with_its_reason_and_can_be_corrected() {
    let values = RwSignal::new(Vec::<String>::new());
    let stage = Stage::new(move || {
        view! {
            <TagInput
                label="Recipients"
                values
                split=|text| text.split([',', ';', ' ', '\n']).filter(|p| !p.is_empty()).map(str::to_owned).collect()
                on_change=move |v| values.set(v)
                check=address()
                remove_label="Remove"
                edit_label="Change"
            />
        }
    });
    tick().await;
    let input = stage.find("input");
    type_in(&input, "AP@contoso.example, nonsense");
    press(&input, "Enter");
    tick().await;
    assert_eq!(values.get_untracked(), ["ap@contoso.example", "nonsense"]);
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(stage.find(".fx-field__error").text_content().unwrap().contains("nonsense: not an address"));
    stage.find(".fx-tag__text--edit").click();
    tick().await;
    assert_eq!(input.unchecked_ref::<HtmlInputElement>().value(), "nonsense");
    assert_eq!(values.get_untracked(), ["ap@contoso.example"]);
    assert_eq!(input.get_attribute("aria-invalid"), None);
}

#[wasm_bindgen_test]
async fn a_suggestion_is_taken_with_the_keyboard_alone() {
    let (value, chosen) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let option = |id: &str, label: &str| ComboOption { id: id.into(), label: label.into(), detail: String::new() };
    let options = vec![option("1", "Anna"), option("2", "Bram")];
    let stage = Stage::new(move || {
        view! {
            <Combobox
                label="Person"
                value
                on_input=move |v| value.set(v)
                options
                on_choose=move |o: ComboOption| chosen.set(Some(o.id))
                loading_text="Loading"
                empty_text="No one"
                count_text="2 suggestions"
            />
        }
    });
    tick().await;
    let input = stage.find("input");
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("false"));
    type_in(&input, "a");
    tick().await;
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(stage.find("[role=status]").text_content().as_deref(), Some("2 suggestions"));
    press(&input, "ArrowDown");
    press(&input, "ArrowDown");
    tick().await;
    let active = input.get_attribute("aria-activedescendant").unwrap();
    assert_eq!(stage.find(&format!("#{active}")).text_content().as_deref(), Some("Bram"));
    press(&input, "Escape");
    tick().await;
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("false"));
    press(&input, "ArrowDown");
    press(&input, "Enter");
    tick().await;
    assert_eq!(chosen.get_untracked().as_deref(), Some("1"));
}

#[wasm_bindgen_test]
async fn a_menu_gives_the_focus_back_to_its_button() {
    let items =
        vec![MenuItem::new("Download", || {}), MenuItem::new("Pay", || {}).disabled(Some("Paid already.".into()))];
    let stage = Stage::new(move || view! { <Menu label="More" items /> });
    tick().await;
    let button = stage.find("button");
    button.focus().unwrap();
    button.click();
    frame().await;
    frame().await;
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(stage.count("[role=menuitem]"), 2);
    let first = stage.find("[role=menuitem]");
    assert!(has_focus(&first));
    press(&first, "End");
    let last = stage.find("[role=menuitem]:last-child");
    assert!(has_focus(&last));
    assert_eq!(last.get_attribute("aria-disabled").as_deref(), Some("true"));
    press(&last, "Escape");
    assert!(has_focus(&button));
}

#[derive(Clone, PartialEq)]
struct Line {
    id: &'static str,
    amount: &'static str,
}

fn columns() -> Vec<Column<Line>> {
    vec![
        Column::new("id", "Invoice".to_owned(), |l: &Line| l.id).sortable().row_header(),
        Column::new("amount", "Amount".to_owned(), |l: &Line| l.amount).numeric(),
    ]
}

#[wasm_bindgen_test]
async fn sorting_turns_round_and_is_told_on_one_header_only() {
    let sort = RwSignal::new(None::<Sort>);
    let rows = RwSignal::new(vec![Line { id: "G1", amount: "1 EUR" }, Line { id: "G2", amount: "2 EUR" }]);
    let stage = Stage::new(move || {
        view! {
            <DataGrid
                caption="Invoices"
                columns=columns()
                rows=move || rows.get()
                key=|l: &Line| l.id.to_owned()
                row_label=|l: &Line| l.id.to_owned()
                words=GridWords::default()
                sort
                on_sort=move |s| sort.set(Some(s))
            />
        }
    });
    tick().await;
    assert_eq!(stage.count("[aria-sort]"), 0);
    stage.find(".fx-grid__sort").click();
    tick().await;
    assert_eq!(stage.find("th").get_attribute("aria-sort").as_deref(), Some("ascending"));
    stage.find(".fx-grid__sort").click();
    tick().await;
    assert_eq!(stage.find("th").get_attribute("aria-sort").as_deref(), Some("descending"));
    assert_eq!(stage.count("[aria-sort]"), 1);
}

#[wasm_bindgen_test]
async fn a_row_whose_amount_changed_is_drawn_anew_in_its_place() {
    let rows = RwSignal::new(vec![Line { id: "G1", amount: "1 EUR" }, Line { id: "G2", amount: "2 EUR" }]);
    let stage = Stage::new(move || {
        view! {
            <DataGrid
                caption="Invoices"
                columns=columns()
                rows=move || rows.get()
                key=|l: &Line| l.id.to_owned()
                row_label=|l: &Line| l.id.to_owned()
                words=GridWords::default()
            />
        }
    });
    tick().await;
    let row = stage.find("tbody tr");
    rows.set(vec![Line { id: "G1", amount: "3 EUR" }, Line { id: "G2", amount: "2 EUR" }]);
    tick().await;
    assert_eq!(row.text_content().as_deref(), Some("G13 EUR"));
    assert!(row.is_connected());
    rows.set(vec![Line { id: "G2", amount: "2 EUR" }]);
    tick().await;
    assert_eq!(stage.count("tbody tr"), 1);
    assert_eq!(stage.find("tbody tr").text_content().as_deref(), Some("G22 EUR"));
}
