//! *Export*: a list of the page as a file.
use super::made::table;
use super::preview::TablePreview;
use super::share::ShareLink;
use super::to_disk::{ToDisk, start_file};
use super::{Columns, TableSource, TargetFields};
use crate::export::Table;
use crate::state::{FileJob, Load, Query, Stage, TableChoice, t, t_count, t_with, use_estate, use_query, use_session};
use crate::text::words::{common, downloads, files};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Intent, MessageBar, Skeleton};
use crate::ui::shell::{FilePane, JobView, error_panel, tell_running};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// The pane: open while the address names it (`pane=export`).
#[component]
pub fn TablePane(source: TableSource) -> impl IntoView {
    let running = RwSignal::new(false);
    view! {
        <FilePane name=source.pane title=t(common::EXPORT) forget=TableChoice::out_of running>
            <Body source=source.clone() running />
        </FilePane>
    }
}

/// The form, once the list is there.
#[component]
fn Body(source: TableSource, running: RwSignal<bool>) -> impl IntoView {
    let estate = use_estate();
    let (list, title) = (source.list.clone(), source.title.clone());
    let made = Memo::new(move |_| {
        let made = list().map(|listed| table(listed, title.clone(), estate).map(Arc::new));
        made.map(|made| made.map_err(|error| error.to_string()))
    });
    // The form stays while the rows change: it is drawn anew only when there is another reason for it to be there.
    let stage = Memo::new(move |_| made.with(|made| made.clone().map(|made| made.map(drop))));
    (move || match stage.get() {
        Load::Loading => view! { <Skeleton lines=6 label=t(common::LOADING) /> },
        Load::Failed(error) => error_panel(&error, None),
        Load::Ready(Err(reason)) => {
            view! { <MessageBar intent=Intent::Error text=t_with(downloads::NOT_MADE, &[("reason", &reason)]) /> }
        }
        Load::Ready(Ok(())) => {
            let rows = move || made.get().ready().and_then(Result::ok).unwrap_or_default();
            form(source.clone(), Memo::new(move |_| rows()), running)
        }
    })
    .into_node()
}

fn form(source: TableSource, table: Memo<Arc<Table>>, running: RwSignal<bool>) -> Node {
    let (query, session) = (use_query(), use_session());
    let TableSource { kind, about, title, .. } = source;
    let count = move || t_count(common::ROWS, table.with(|table| table.rows.len()));
    let job = FileJob::default();
    tell_running(job, running);
    let busy = Signal::derive(move || job.is_running().then(|| t(downloads::WAIT_OR_CANCEL)));
    let choice = Memo::new(move |_| table.with(|table| TableChoice::of(&query.get(), kind, table)));
    let put = move |choice: TableChoice| {
        job.stage.set(Stage::Idle);
        query.change(|query| table.with_untracked(|table| choice.into_query(query, table)), true);
    };
    let names = move || table.with(|table| table.columns.iter().map(|of| of.column.name.to_string()).collect());
    let linked = move || -> Query { table.with(|table| choice.with(|choice| choice.into_query(query.get(), table))) };
    let name = Callback::new(move |()| choice.with_untracked(|choice| choice.file_name(kind, &about)));
    let begin = Callback::new(move |()| {
        let (table, choice) = (table.get_untracked(), choice.get_untracked());
        choice.remember(kind, &table);
        start_file(session, job, choice.order(&table), choice.target, name.run(()));
    });
    view! {
        <p class="note">{title} ": " {count}</p>
        <p>{t(files::TABLE_ABOUT)}</p>
        <TargetFields
            target=Signal::derive(move || choice.with(|choice| (choice.target, choice.mode)))
            on_change=Callback::new(move |(target, mode)| {
                put(TableChoice { target, mode, ..choice.get_untracked() });
            })
            busy
            is_list=true
        />
        <Columns
            names=Signal::derive(names)
            chosen=Signal::derive(move || choice.with(|choice| choice.columns.clone()))
            on_change=Callback::new(move |columns| put(TableChoice { columns, ..choice.get_untracked() }))
            busy
        />
        <ShareLink query=Signal::derive(linked) />
        <TablePreview order=Signal::derive(move || choice.with(|choice| table.with(|table| choice.order(table)))) />
        <ToDisk />
        <JobView
            job
            label=t(downloads::DOWNLOAD)
            making=t(downloads::MAKING)
            on_start=begin
            on_resume=Callback::new(move |()| job.resume(name.run(())))
        />
    }
}
