//! A usage file of the person's own: opened, recognised, explored and exported. Nothing of it leaves the browser.
mod bar;
mod export_pane;
mod facts;
mod filter_pane;
mod picking;
mod rows;
mod words;

use crate::state::{OpenFile, OwnFile, Picked, has_choice, look_of, t, table_of, use_query};
use crate::text::words::explore as texts;
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Appearance, CommandItem, Icon, Intent, MessageBar};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, blade_command};
use crate::ui::view;
use export_pane::ExportPane;
use filter_pane::FilterPane;
use leptos::prelude::*;
use picking::{ChooseFile, DropZone, reading_bar, trouble_bar};
use std::sync::Arc;

/// The page.
#[component]
pub fn Explore() -> impl IntoView {
    let query = use_query();
    let own = OwnFile::default();
    let is_over = RwSignal::new(false);
    let look = Memo::new(move |_| own.open.get().map(|file| look_of(&query.get(), &file.facts)));
    Effect::new(move |_| {
        // Of another file the same words choose other rows.
        own.open.track();
        if let Some(look) = look.get() {
            own.choose(look);
        }
    });
    let is_open = Memo::new(move |_| own.open.with(Option::is_some));
    let commands: Signal<Vec<CommandItem>> = Signal::derive(move || {
        let export =
            || blade_command("export", Icon::Download, t(texts::EXPORT), move || query.set("pane", Some("export")));
        is_open.get().then(export).into_iter().collect()
    });
    let over = move |is: bool| {
        move |event: leptos::ev::DragEvent| {
            event.prevent_default();
            is_over.set(is);
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            own.read(Picked::new(file));
        }
    };
    // Drawn anew for each file, and for each section of it.
    let section =
        Memo::new(move |_| own.open.with(|open| open.as_ref().map(|file| table_of(&query.get(), &file.facts))));
    let opened = move || {
        let at = section.get()?;
        Some(explored(own, &own.open.get()?, at))
    };
    view! {
        <Blade place=Place::Explore title=t(texts::TITLE) kind=t(texts::KIND) icon=Icon::Table commands>
            <div class="explore" on:dragover=over(true) on:dragleave=over(false) on:drop=dropped>
                <p class="note">{t(texts::PRIVACY)}</p>
                {trouble_bar(own)}
                {reading_bar(own)}
                {move || (!is_open.get()).then(|| view! {
                    {has_choice(&query.get()).then(|| view! { <MessageBar intent=Intent::Info text=t(texts::ASK_AGAIN) /> })}
                    <DropZone own is_over />
                })}
                {opened}
            </div>
        </Blade>
    }
}

/// A file that is open.
fn explored(own: OwnFile, file: &OpenFile, at: usize) -> Node {
    let Some(table) = file.facts.tables.get(at).cloned().map(Arc::new) else { return Node::nothing() };
    let notes = file.facts.notes.iter().map(|note| facts::note_bar(own, note)).collect::<Vec<_>>();
    view! {
        <p><ChooseFile label=t(texts::ANOTHER) appearance=Appearance::Secondary own /></p>
        {facts::essentials(file)}
        {notes}
        {bar::bar(own, &file.facts, &table)}
        {rows::rows(own, table)}
        <FilterPane facts=file.facts.clone() />
        <ExportPane own file=file.clone() />
    }
    .into_node()
}
