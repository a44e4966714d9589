//! Choosing a file, and following how it is read.
use super::words::{family_words, trouble_words};
use crate::state::{ExploreError, ExplorerError, FileReading, OwnFile, Picked, Trouble, t, t_with};
use crate::text;
use crate::text::words::{common, explore as words};
use crate::ui::dom::{IntoNode, Node, Reference};
use crate::ui::kit::{Appearance, Button, Intent, MessageBar, Progress};
use crate::ui::view;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

/// A button that lets the person choose a file.
#[component]
pub fn ChooseFile(
    /// The verb.
    label: String,
    /// How much attention it asks for.
    appearance: Appearance,
    /// Takes the file.
    own: OwnFile,
) -> impl IntoView {
    let input = Reference::<HtmlInputElement>::new();
    let ask = Callback::new(move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    let take = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            own.read(Picked::new(file));
        }
        // So that the same file can be chosen again.
        input.set_value("");
    };
    view! {
        <Button label appearance on_click=ask />
        <input type="file" class="explore-input" accept=".csv,.tsv,.txt,text/csv" hidden=true node_ref=input on:change=take />
    }
}

/// Where a file is dropped, or chosen.
#[component]
pub fn DropZone(own: OwnFile, is_over: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="explore-drop" class:explore-drop--over=is_over>
            <p class="explore-drop__title">{t(words::DROP)}</p>
            <ChooseFile label=t(words::CHOOSE) appearance=Appearance::Primary own />
            <p class="note">{t(words::DROP_HINT)}</p>
        </div>
    }
}

/// How far the reading is.
pub fn reading_bar(own: OwnFile) -> Node {
    let is_reading = Memo::new(move |_| own.reading.with(Option::is_some));
    let of = move |tell: fn(&FileReading) -> Option<u8>| own.reading.with(|reading| reading.as_ref().and_then(tell));
    let percent = Signal::derive(move || {
        of(|reading| {
            let size = reading.picked.size;
            (size > 0).then(|| u8::try_from(reading.bytes.min(size) * 100 / size).unwrap_or(100))
        })
    });
    let region = crate::state::region();
    let so_far = Signal::derive(move || {
        own.reading
            .with(|reading| {
                let reading = reading.as_ref()?;
                let rows = text::number(rust_decimal::Decimal::from(reading.rows), region);
                let (done, size) = (text::bytes(reading.bytes, region), text::bytes(reading.picked.size, region));
                let so_far = t_with(words::READ_SO_FAR, &[("rows", &rows), ("done", &done), ("size", &size)]);
                Some(match reading.family {
                    Some(family) => format!("{}. {so_far}", family_words(family)),
                    None => so_far,
                })
            })
            .unwrap_or_default()
    });
    (move || {
        is_reading.get().then(|| {
            let name = own.reading.with_untracked(|reading| {
                reading.as_ref().map(|reading| reading.picked.name.clone()).unwrap_or_default()
            });
            view! {
                <Progress label=t_with(words::READING, &[("name", &name)]) percent text=so_far />
                <p><Button label=t(common::CANCEL) on_click=Callback::new(move |()| own.cancel()) /></p>
            }
        })
    })
    .into_node()
}

/// Why the last file was not opened, and what can be done.
pub fn trouble_bar(own: OwnFile) -> Node {
    (move || {
        let (picked, error) = own.trouble.get()?;
        let reason = trouble_words(&error);
        let text = t_with(words::NOT_OPENED, &[("name", &picked.name), ("reason", &reason)]);
        // Only values can stay text; what is no table stays none.
        let is_value = matches!(error, ExplorerError::Trouble(Trouble::Broken(ExploreError::Value { .. })));
        let again = Callback::new(move |()| {
            let mut picked = picked.clone();
            picked.choices.is_lenient = true;
            own.read(picked);
        });
        Some(if is_value {
            view! { <MessageBar intent=Intent::Error text action_label=t(words::AS_TEXT) on_action=again /> }
        } else {
            view! { <MessageBar intent=Intent::Error text /> }
        })
    })
    .into_node()
}
