//! The first rows of a file, as they will read.
use crate::state::{FileError, Load, Order, TableOrder, Wanted, t, use_fetch, use_session};
use crate::text::Word;
use crate::text::words::{common, files};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Intent, MessageBar, Skeleton};
use crate::ui::shell::{error_panel, file_error_words};
use crate::ui::view;
use leptos::prelude::*;

/// Rows that are shown.
const ROWS: usize = 5;

/// The first rows of what is ordered; nothing while nothing is.
#[component]
pub fn Preview(
    /// What is ordered.
    #[prop(into)]
    order: Signal<Option<Order>>,
) -> impl IntoView {
    view! { <FirstRows wanted=Signal::derive(move || order.get().map(Wanted::from)) empty=files::PREVIEW_EMPTY /> }
}

/// The first rows of a table.
#[component]
pub fn TablePreview(
    /// What is ordered.
    order: Signal<TableOrder>,
) -> impl IntoView {
    // The engine is given no more than it shows.
    let first = move || order.with(|order| Some(Wanted::from(order.first(ROWS))));
    view! { <FirstRows wanted=Signal::derive(first) empty=files::PREVIEW_NO_ROWS /> }
}

/// The first rows of a file of the person's own rows; nothing while none are chosen.
#[component]
pub fn OwnPreview(
    /// What is wanted.
    wanted: Signal<Option<Wanted>>,
) -> impl IntoView {
    view! { <FirstRows wanted empty=files::PREVIEW_NOT_CHOSEN /> }
}

#[component]
fn FirstRows(
    wanted: Signal<Option<Wanted>>,
    /// Said where there are no rows.
    empty: Word,
) -> impl IntoView {
    let session = use_session();
    let rows = use_fetch(
        move || wanted.get(),
        move |_, wanted| async move {
            match wanted.first_rows(session, ROWS).await {
                Ok(rows) => Ok(Ok(rows)),
                Err(FileError::Arm(error)) => Err(error),
                Err(other) => Ok(Err(file_error_words(&other))),
            }
        },
    );
    let shown = move || match rows.get() {
        Load::Loading => view! { <Skeleton lines=ROWS label=t(common::LOADING) /> }.into_node(),
        Load::Failed(error) => error_panel(&error, Some(Callback::new(move |()| rows.refetch()))),
        Load::Ready(Err(words)) => view! { <MessageBar intent=Intent::Error text=words /> }.into_node(),
        Load::Ready(Ok(rows)) => table(rows, empty),
    };
    view! {
        <div class="preview">
            <h3 class="blade__heading" id="file-preview">{t(files::PREVIEW)}</h3>
            {shown.into_node()}
        </div>
    }
}

fn table(rows: Vec<Vec<String>>, empty: Word) -> Node {
    let mut rows = rows.into_iter();
    let header = rows.next().unwrap_or_default();
    let head: Vec<_> = header.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect();
    let body: Vec<_> = rows
        .map(|row| {
            let cells: Vec<_> = row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    let is_empty = body.is_empty();
    view! {
        <div class="preview__scroll" tabindex="0" role="region" aria-labelledby="file-preview">
            <table class="preview__table">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        {is_empty.then(|| view! { <p class="note">{t(empty)}</p> })}
    }
    .into_node()
}
