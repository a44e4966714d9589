//! Filtering one column: what it contains, from where to where, or one of its values.
use super::rows::shown;
use crate::billing::ValueKind;
use crate::state::{
    ColumnFacts, ColumnFilter, FileFacts, FilterKind, Said, What, ask_explorer, t, t_with, table_of, use_query,
};
use crate::text;
use crate::text::words::{common, explore as words};
use crate::ui::kit::{Appearance, Button, Choice, Pane, RadioGroup, SearchBox, SelectField, TextField};
use crate::ui::view;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Values on offer at most.
const MOST: usize = 50;

/// The pane: open while the address says `pane=filter`; `column` in it is the column's header.
#[component]
pub fn FilterPane(facts: Arc<FileFacts>) -> impl IntoView {
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("filter"));
    let close = Callback::new(move |()| query.change(|query| query.with("pane", None).with("column", None), false));
    view! {
        <Pane open on_close=close title=t(words::ADD_FILTER) close_label=t(common::CLOSE)>
            <Fields facts=facts.clone() close />
        </Pane>
    }
}

#[component]
fn Fields(facts: Arc<FileFacts>, close: Callback<()>) -> impl IntoView {
    let query = use_query();
    let (known, of) = (facts.clone(), facts.clone());
    let columns = Signal::derive(move || {
        let table = known.tables.get(table_of(&query.get(), &known));
        table.map(|table| table.columns.clone()).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let choice = |column: &ColumnFacts| Choice::new(&column.header, &column.header);
        columns.with(|all| all.iter().map(choice).collect::<Vec<_>>())
    });
    let chosen = Memo::new(move |_| {
        let named = query.value("column");
        columns.with(|all| {
            let at = all.iter().position(|column| Some(&column.header) == named.as_ref()).unwrap_or(0);
            all.get(at).cloned().map(|column| (at, column))
        })
    });
    let table = Signal::derive(move || table_of(&query.get(), &of));
    view! {
        <SelectField
            label=t(words::COLUMN)
            options
            value=Signal::derive(move || chosen.get().map(|(_, column)| column.header).unwrap_or_default())
            on_change=Callback::new(move |header: String| query.change(|query| query.with("column", Some(&header)), true))
        />
        {move || chosen.get().map(|(at, column)| view! { <ColumnFields table=table.get_untracked() at column close /> })}
    }
}

#[component]
fn ColumnFields(table: usize, at: usize, column: ColumnFacts, close: Callback<()>) -> impl IntoView {
    let query = use_query();
    let now = |kind: FilterKind| {
        let all = ColumnFilter::all(&query.get());
        all.into_iter().find(|filter| filter.kind == kind && filter.column == column.header).map(|filter| filter.text)
    };
    let text = |kind| RwSignal::new(untrack(|| now(kind)).unwrap_or_default());
    let (contains, from, to) = (text(FilterKind::Contains), text(FilterKind::From), text(FilterKind::To));
    let is = RwSignal::new(untrack(|| now(FilterKind::Is)));
    let is_number = column.kind == ValueKind::Number;
    let has_range = is_number || column.kind == ValueKind::Day;
    // A decimal comma that is typed is meant: thousands are not parted here.
    let plain = |text: String| text.trim().replace(',', ".").replace('\u{2212}', "-");
    let wrong = move |text: RwSignal<String>| {
        Signal::derive(move || {
            let text = plain(text.get());
            (is_number && !text.is_empty() && Decimal::from_str_exact(&text).is_err()).then(|| t(words::NO_NUMBER))
        })
    };
    let (from_error, to_error) = (wrong(from), wrong(to));
    let header = column.header.clone();
    let apply = move || {
        if from_error.get_untracked().is_some() || to_error.get_untracked().is_some() {
            return;
        }
        let filter = |kind, text: String| ColumnFilter { kind, column: header.clone(), text };
        let range = |text: RwSignal<String>| {
            let text = text.get_untracked();
            if is_number { plain(text) } else { text }
        };
        let mut filters = vec![
            filter(FilterKind::Contains, contains.get_untracked()),
            filter(FilterKind::From, range(from)),
            filter(FilterKind::To, range(to)),
        ];
        filters.extend(is.get_untracked().map(|text| filter(FilterKind::Is, text)));
        query.change(|query| ColumnFilter::put(query, &header, filters).with("pane", None).with("column", None), false);
    };
    let clear = Callback::new(move |()| {
        for text in [contains, from, to] {
            text.set(String::new());
        }
        is.set(None);
    });
    let put = |text: RwSignal<String>| Callback::new(move |value: String| text.set(value));
    let kind = if is_number { "text" } else { "date" };
    let hint = is_number.then(|| t(words::NUMBER_HINT));
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                apply();
            }
        >
            {if has_range {
                view! {
                    <TextField label=t(words::FROM) value=from on_input=put(from) error=from_error kind hint=hint.clone() />
                    <TextField label=t(words::TO) value=to on_input=put(to) error=to_error kind hint=hint.clone() />
                }
            } else {
                view! { <TextField label=t(words::CONTAINS) value=contains on_input=put(contains) /> }
            }}
            <Values table at kind=column.kind is />
            <p class="form__actions">
                <Button label=t(common::FILTER) appearance=Appearance::Primary submit=true />
                <Button label=t(common::CLEAR) on_click=clear />
                <Button label=t(common::CANCEL) on_click=close />
            </p>
        </form>
    }
}

/// The values of the column with their rows, the most frequent first.
#[component]
fn Values(table: usize, at: usize, kind: ValueKind, is: RwSignal<Option<String>>) -> impl IntoView {
    let sought = RwSignal::new(String::new());
    let found = RwSignal::new((Vec::<(String, u32)>::new(), true));
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let text = sought.get();
        asked.update_value(|asked| *asked = asked.wrapping_add(1));
        let mine = asked.get_value();
        leptos::task::spawn_local(async move {
            let said = ask_explorer(What::Values { table, column: at, text, most: MOST }).await;
            if let (Ok(Said::Values { values, is_all }), Some(now)) = (said, asked.try_get_value())
                && now == mine
            {
                found.try_set((values, is_all));
            }
        });
    });
    let region = crate::state::region();
    // A value may be empty, which a choice cannot be.
    let options = Signal::derive(move || {
        let choice = |(value, rows): &(String, u32)| {
            let rows = text::number(Decimal::from(*rows), region);
            let told = if value.is_empty() { t(words::EMPTY_VALUE) } else { shown(kind, value.clone(), region) };
            Choice::new(format!("={value}"), t_with(words::VALUE_ROWS, &[("value", &told), ("rows", &rows)]))
        };
        found.with(|(values, _)| values.iter().map(choice).collect::<Vec<_>>())
    });
    let hint = Signal::derive(move || found.with(|(_, is_all)| (!is_all).then(|| t(words::VALUES_MORE))));
    view! {
        <SearchBox
            label=t(words::VALUES_SEARCH)
            value=sought
            on_input=Callback::new(move |text: String| sought.set(text))
            clear_label=t(common::CLEAR)
        />
        <RadioGroup
            label=t(words::VALUES)
            options
            value=Signal::derive(move || is.get().map(|value| format!("={value}")).unwrap_or_default())
            on_change=Callback::new(move |value: String| is.set(value.strip_prefix('=').map(str::to_owned)))
            hint
        />
    }
}
