//! What the files hold, what is missing with the command that saves it, and what could not be read.
use super::how::last_month;
use super::words;
use crate::own::{Kind, Missing, Problem, Summary};
use crate::state::{Load, Opened, t, t_count, t_with, use_copy_told, use_session};
use crate::text::words::own;
use crate::ui::dom::{IntoNode, Node};
use crate::ui::files::{Listed, TableSource};
use crate::ui::kit::{Button, CellKind, Column, DataGrid, Icon, Rows, grid_values};
use crate::ui::shell::{CommandLine, grid_words};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::rc::Rc;

/// Commands of one kind that are shown; all are copied.
const SHOWN: usize = 5;

/// A row of the summary.
#[derive(Clone, PartialEq)]
struct Held {
    kind: Kind,
    read: usize,
    derived: usize,
    repeated: usize,
    files: String,
}

/// All of it.
#[component]
pub fn Found() -> impl IntoView {
    let desk = use_session().own;
    let drawn = |opened: &Rc<dyn Opened>| -> Node {
        let summary = opened.summary();
        view! {
            {problems(opened.problems())}
            {held(summary)}
            {incomplete(summary)}
            {missing(&summary.missing)}
        }
    };
    (move || desk.opened.with(|opened| opened.as_ref().map(drawn))).into_node()
}

fn held(summary: &Summary) -> Option<Node> {
    let files_of = |kind: Kind| {
        let has = |kinds: &[(Kind, usize)]| kinds.iter().any(|(of, _)| *of == kind);
        let names: Vec<&str> =
            summary.files.iter().filter(|file| has(&file.kinds)).map(|file| file.name.as_str()).collect();
        names.join(", ")
    };
    let rows: Vec<Held> = summary
        .kinds
        .iter()
        .map(|it| Held {
            kind: it.kind,
            read: it.read,
            derived: it.derived,
            repeated: it.repeated,
            files: files_of(it.kind),
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let number = |id, word, of: fn(&Held) -> usize| {
        let text = move |row: &Held| of(row).to_string();
        Column::new(id, t(word), text).value(CellKind::Number, text).numeric()
    };
    let columns = move || {
        vec![
            Column::text("kind", t(own::WHAT), |row: &Held| words::kind(row.kind)).row_header(),
            number("read", own::IN_FILES, |row| row.read),
            number("derived", own::DERIVED, |row| row.derived).folds(),
            number("repeated", own::REPEATED, |row| row.repeated).folds(),
            Column::text("files", t(own::FROM), |row: &Held| row.files.clone()).folds(),
        ]
    };
    let rows = Rows::from(move || rows.clone());
    let listed = move || Load::Ready(Listed::Grid(grid_values(columns(), rows)));
    let source = TableSource::new("own-files", t(own::HOLDS), listed);
    Some(view! {
        <section class="blade__section">
            <h2 class="blade__heading">{t(own::HOLDS)}</h2>
            <p class="note">{t(own::DERIVED_HINT)}</p>
            {tables::button("export")}
            {tables::pane(source)}
            <DataGrid
                caption=t(own::HOLDS)
                columns=columns()
                rows
                key=|row: &Held| row.kind.collection().to_owned()
                row_label=|row: &Held| words::kind(row.kind)
                words=grid_words()
            />
        </section>
    })
}

/// A list that goes on, as it is shown.
fn incomplete(summary: &Summary) -> Option<Node> {
    if summary.incomplete.is_empty() {
        return None;
    }
    let line = |it: &crate::own::Incomplete| -> Node {
        let elements = it.elements.map(|count| t_with(own::ELEMENTS_MISSING, &[("n", &count.to_string())]));
        let parts = [
            Some(words::kind(it.kind)),
            Some(it.scope.clone()).filter(|scope| !scope.is_empty()),
            Some(t_count(own::PAGES_MISSING, it.pages)),
            elements,
            Some(it.files.join(", ")),
        ];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! { <li class="breaks">{text}</li> }
    };
    Some(view! {
        <section class="blade__section">
            <h2 class="blade__heading">{t(own::INCOMPLETE)}</h2>
            <p>{t(own::INCOMPLETE_HINT)}</p>
            <ul class="bullets">{summary.incomplete.iter().map(line).collect::<Vec<_>>()}</ul>
        </section>
    })
}

fn missing(all: &[Missing]) -> Option<Node> {
    if all.is_empty() {
        return None;
    }
    let groups = Kind::ALL.into_iter().filter_map(|kind| {
        let of: Vec<&Missing> = all.iter().filter(|it| it.kind == kind).collect();
        (!of.is_empty()).then(|| commands(kind, &of))
    });
    Some(view! {
        <section class="blade__section">
            <h2 class="blade__heading">{t(own::MISSING)}</h2>
            <p>{t(own::MISSING_HINT)}</p>
            {groups.collect::<Vec<_>>()}
        </section>
    })
}

/// The commands that save lists of one kind.
fn commands(kind: Kind, all: &[&Missing]) -> Node {
    let copy = use_copy_told();
    let commands: Vec<String> = all.iter().map(|it| it.az_rest(last_month())).collect();
    let (name, count) = (words::kind(kind), commands.len());
    let label = t_with(own::COPY_ALL, &[("what", &name)]);
    let lines = commands.iter().take(SHOWN).cloned().map(|command| view! { <li><CommandLine command /></li> });
    let lines = lines.collect::<Vec<_>>();
    let more = count.saturating_sub(SHOWN);
    let text = commands.join("\n");
    let on_click = Callback::new(move |()| copy.run(text.clone()));
    view! {
        <details class="details">
            <summary>{format!("{name} ({count})")}</summary>
            <ul class="commands">{lines}</ul>
            {(more > 0).then(|| view! {
                <p class="note">{t_with(own::MORE_COMMANDS, &[("n", &more.to_string())])}</p>
            })}
            {(count > 1).then(|| view! { <Button label icon=Icon::Copy on_click /> })}
        </details>
    }
}

/// Number of a problem, and the problem: several may be alike.
type Numbered = (usize, Problem);

fn problems(all: &[Problem]) -> Option<Node> {
    if all.is_empty() {
        return None;
    }
    let rows: Vec<Numbered> = all.iter().cloned().enumerate().collect();
    let number =
        |id, word, of: fn(&Numbered) -> String| Column::new(id, t(word), of).value(CellKind::Number, of).numeric();
    let columns = move || {
        vec![
            Column::text("file", t(own::FILE), |row: &Numbered| row.1.file.clone()).row_header(),
            number("line", own::LINE, |row| row.1.line.to_string()),
            number("column", own::COLUMN, |row| row.1.column.to_string()),
            Column::text("trouble", t(own::TROUBLE), |row: &Numbered| words::trouble(&row.1.trouble)).folds(),
        ]
    };
    let rows = Rows::from(move || rows.clone());
    let listed = move || Load::Ready(Listed::Grid(grid_values(columns(), rows)));
    let source = TableSource::new("own-problems", t(own::PROBLEMS_TITLE), listed).in_pane("export-problems");
    Some(view! {
        <section class="blade__section">
            <h2 class="blade__heading">{t(own::PROBLEMS_TITLE)}</h2>
            {tables::button("export-problems")}
            {tables::pane(source)}
            <DataGrid
                caption=t(own::PROBLEMS_TITLE)
                columns=columns()
                rows
                key=|row: &Numbered| row.0.to_string()
                row_label=|row: &Numbered| row.1.file.clone()
                words=grid_words()
            />
        </section>
    })
}
