//! The place where files are dropped, and the fields in which they are chosen.
use super::explore;
use crate::state::{Dropped, Reading, chosen_in, t, t_count, t_with, use_session};
use crate::text::words::{common, errors, own};
use crate::ui::dom::{IntoNode, Reference};
use crate::ui::kit::{Appearance, Button, Glyph, Icon, Intent, LinkButton, MessageBar};
use crate::ui::view;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::web_sys::{DataTransfer, HtmlInputElement};

/// Takes files: dropped, or chosen with a button.
#[component]
pub fn Pick() -> impl IntoView {
    let session = use_session();
    let desk = session.own;
    let over = RwSignal::new(false);
    let (files, folder) = (Reference::<HtmlInputElement>::new(), Reference::<HtmlInputElement>::new());
    let busy = Signal::derive(move || matches!(desk.reading.get(), Reading::At(..)));
    let choose = move |field: Reference<HtmlInputElement>| {
        Callback::new(move |()| {
            if let Some(field) = field.get_untracked() {
                field.click();
            }
        })
    };
    let take = move |field: Reference<HtmlInputElement>| {
        let Some(field) = field.get_untracked() else { return };
        let chosen = chosen_in(&field);
        leptos::task::spawn_local(session.open_files(chosen));
    };
    let dropped = move |event: DragEvent| {
        over.set(false);
        let Some(data) = event.data_transfer().filter(has_files) else { return };
        event.prevent_default();
        // The event tells what was dropped only while it lasts.
        let dropped = Dropped::of(&data);
        leptos::task::spawn_local(async move {
            session.open_files(dropped.chosen().await).await;
        });
    };
    // Beside the place for them they would take the place of the site: the whole page takes them.
    let moved = window_event_listener(leptos::ev::dragover, |event| {
        if event.data_transfer().is_some_and(|data| has_files(&data)) {
            event.prevent_default();
        }
    });
    let fell = window_event_listener(leptos::ev::drop, dropped);
    on_cleanup(move || {
        moved.remove();
        fell.remove();
    });
    let said = move || match desk.reading.get() {
        Reading::At(at, of) => t_with(own::READING, &[("at", &at.to_string()), ("of", &of.to_string())]),
        Reading::Failed => t(errors::SITE_BROKEN),
        Reading::Idle => match desk.counts() {
            (0, _) => String::new(),
            (files, 0) => t_with(own::READ, &[("counts", &t_count(own::FILES, files))]),
            (files, problems) => {
                let counts = format!("{}, {}", t_count(own::FILES, files), t_count(own::PROBLEMS, problems));
                t_with(own::READ, &[("counts", &counts)])
            }
        },
    };
    view! {
        <div
            class="drop"
            class:drop--over=over
            role="group"
            aria-label=t(own::TITLE)
            on:dragover=move |_| over.set(true)
            on:dragleave=move |_| over.set(false)
        >
            <Glyph icon=Icon::Copy />
            <p class="drop__title">{t(own::DROP)}</p>
            <p class="note">{t(own::DROP_HINT)}</p>
            <div class="form__actions">
                <Button label=t(own::CHOOSE_FILES) appearance=Appearance::Primary busy on_click=choose(files) />
                <Button label=t(own::CHOOSE_FOLDER) busy on_click=choose(folder) />
            </div>
            <input
                type="file"
                multiple=true
                hidden=true
                aria-label=t(own::CHOOSE_FILES)
                node_ref=files
                on:change=move |_| take(files)
            />
            <input
                type="file"
                multiple=true
                webkitdirectory=true
                hidden=true
                aria-label=t(own::CHOOSE_FOLDER)
                node_ref=folder
                on:change=move |_| take(folder)
            />
            <p role="status">{said}</p>
        </div>
    }
}

/// Whether files are dragged, and not a text.
fn has_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

/// What was chosen and cannot be opened here, and where it can.
#[component]
pub fn Aside() -> impl IntoView {
    let desk = use_session().own;
    (move || {
        let aside = desk.aside.get();
        let listed = |word, files: &[String]| t_with(word, &[("files", &files.join(", "))]);
        let tables = (!aside.tables.is_empty()).then(|| {
            view! {
                <MessageBar intent=Intent::Info text=listed(own::TABLES, &aside.tables)>
                    <LinkButton label=t(own::OPEN_USAGE) href=explore() appearance=Appearance::Transparent />
                </MessageBar>
            }
        });
        let unreadable = (!aside.unreadable.is_empty()).then(|| {
            view! { <MessageBar intent=Intent::Error text=listed(own::UNREADABLE, &aside.unreadable) /> }
        });
        let dismiss = Callback::new(move |()| desk.aside.update(|aside| aside.left_out = 0));
        let left_out = (aside.left_out > 0).then(|| {
            view! {
                <MessageBar
                    intent=Intent::Info
                    text=t_count(own::LEFT_OUT, aside.left_out)
                    dismiss_label=t(common::CLOSE)
                    on_dismiss=dismiss
                />
            }
        });
        view! {
            {tables}
            {unreadable}
            {left_out}
        }
    })
    .into_node()
}
