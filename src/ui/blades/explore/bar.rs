//! Search, filters, groups, and what the chosen rows add up to.
use super::words::section_words;
use crate::state::{
    Chosen, ColumnFilter, FileFacts, FilterKind, OwnFile, QueryState, TableFacts, group_of, t, t_with, table_of,
    use_query, with_group,
};
use crate::text;
use crate::text::words::{common, explore as words};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Appearance, Button, Choice, FilterPill, Icon, SelectField};
use crate::ui::shell::FilterBar;
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

fn number(count: u32) -> String {
    text::number(rust_decimal::Decimal::from(count), crate::state::region())
}

/// How many rows and groups there are, in words.
fn count_words(chosen: &Chosen, all: u32) -> String {
    let (some, all) = (number(chosen.looked.rows), number(all));
    match chosen.looked.groups {
        Some(groups) => t_with(words::GROUPS_OF, &[("groups", &number(groups)), ("some", &some), ("all", &all)]),
        None => t_with(words::SOME_OF, &[("some", &some), ("all", &all)]),
    }
}

/// A filter in words.
fn filter_words(filter: &ColumnFilter, table: &TableFacts) -> String {
    let word = match filter.kind {
        FilterKind::Contains => words::HAS,
        FilterKind::Is => words::IS,
        FilterKind::From => words::AT_LEAST,
        FilterKind::To => words::AT_MOST,
    };
    let told = t_with(word, &[("column", &filter.column), ("text", &filter.text)]);
    let is_here = table.columns.iter().any(|column| column.header == filter.column);
    if is_here { told } else { format!("{told} {}", t(words::NOT_HERE)) }
}

/// The filters of columns, each with a button that takes it away.
fn filter_list(query: QueryState, table: Arc<TableFacts>) -> Node {
    (move || {
        let all = ColumnFilter::all(&query.get());
        let one = |(at, filter): (usize, &ColumnFilter)| {
            let told = filter_words(filter, &table);
            let remove = Callback::new(move |()| {
                query.change(
                    |query| {
                        let mut filters = ColumnFilter::all(&query);
                        if at < filters.len() {
                            filters.remove(at);
                        }
                        ColumnFilter::write(query, &filters)
                    },
                    false,
                );
            });
            let label = t_with(words::REMOVE_FILTER, &[("filter", &told)]);
            view! {
                <li class="explore-filter">
                    <span>{told}</span>
                    <Button label icon=Icon::Dismiss icon_only=true appearance=Appearance::Subtle on_click=remove />
                </li>
            }
        };
        let list = all.iter().enumerate().map(one).collect::<Vec<_>>();
        (!list.is_empty()).then(|| view! { <ul class="explore-filters">{list}</ul> })
    })
    .into_node()
}

/// The sections of an Account Center file.
fn section_choice(query: QueryState, facts: Arc<FileFacts>) -> Node {
    if facts.tables.len() < 2 {
        return Node::nothing();
    }
    let option = |(at, table): (usize, &TableFacts)| Choice::new(at.to_string(), section_words(table.section));
    let options: Vec<Choice> = facts.tables.iter().enumerate().map(option).collect();
    view! {
        <SelectField
            label=t(words::SECTION)
            options
            value=Signal::derive(move || table_of(&query.get(), &facts).to_string())
            on_change=Callback::new(move |at: String| query.set("table", Some(&at)))
        />
    }
}

/// The bar over the rows.
pub fn bar(own: OwnFile, facts: &Arc<FileFacts>, table: &Arc<TableFacts>) -> Node {
    let query = use_query();
    let all = table.rows;
    let count = Signal::derive(move || {
        own.chosen.with(|chosen| chosen.as_ref().map(|chosen| count_words(chosen, all)).unwrap_or_default())
    });
    let headers: Vec<String> = table.columns.iter().map(|column| column.header.clone()).collect();
    let options: Vec<Choice> = headers.iter().map(|header| Choice::new(header, header)).collect();
    let (grouped, known) = (table.clone(), headers.clone());
    let selected = Signal::derive(move || {
        let of = |at: usize| known.get(at).cloned();
        group_of(&query.get(), &grouped).into_iter().filter_map(of).collect::<Vec<_>>()
    });
    let set = Signal::derive(move || ColumnFilter::all(&query.get()).len() + selected.with(Vec::len));
    let measures: Vec<Choice> =
        table.measures.iter().filter_map(|at| headers.get(*at)).map(|h| Choice::new(h, h)).collect();
    let first = measures.first().map(|choice| choice.value.clone()).unwrap_or_default();
    let has_choice = measures.len() > 1;
    view! {
        {section_choice(query, facts.clone())}
        <FilterBar label=t(words::SEARCH) count set>
            <Button
                label=t(words::ADD_FILTER)
                icon=Icon::Filter
                on_click=Callback::new(move |()| query.set("pane", Some("filter")))
            />
            <FilterPill
                label=t(words::GROUP_BY)
                options
                selected
                on_change=Callback::new(move |headers: Vec<String>| query.change(|query| with_group(query, &headers), false))
                all_word=t(common::NONE)
                clear_label=t(common::CLEAR)
            />
            {has_choice.then(|| view! {
                <SelectField
                    label=t(words::ADD_UP)
                    hide_label=true
                    options=measures
                    value=Signal::derive(move || query.value("sum").unwrap_or_else(|| first.clone()))
                    on_change=Callback::new(move |header: String| query.set("sum", Some(&header)))
                />
            })}
        </FilterBar>
        {filter_list(query, table.clone())}
        {sums(own, table.clone())}
    }
}

/// An amount with its currency, with every digit.
fn sum_words((currency, digits): &(String, String)) -> String {
    let sum = rust_decimal::Decimal::from_str_exact(digits)
        .map_or_else(|_| digits.clone(), |number| text::number(number, crate::state::region()));
    if currency.is_empty() {
        t_with(words::WITHOUT_CURRENCY, &[("sum", &sum)])
    } else {
        format!("{sum}\u{a0}{currency}")
    }
}

/// What the chosen rows add up to: always in view, a sum for each currency.
fn sums(own: OwnFile, table: Arc<TableFacts>) -> Node {
    let shown = move || {
        let chosen = own.chosen.get()?;
        let measure = chosen.look.measure.filter(|at| table.measures.contains(at));
        let Some(column) = measure.or_else(|| table.measures.first().copied()).and_then(|at| table.columns.get(at))
        else {
            return Some(view! { <p class="note">{t(words::NO_SUM)}</p> });
        };
        let each = chosen.looked.sums.iter().map(|sum| view! { <li>{sum_words(sum)}</li> }).collect::<Vec<_>>();
        let unread = (chosen.looked.unread > 0).then(
            || view! { <li class="note">{t_with(words::UNREAD, &[("rows", &number(chosen.looked.unread))])}</li> },
        );
        Some(view! {
            <div class="explore-sums" role="status">
                <span class="explore-sums__label">{t_with(words::SUM_OF, &[("column", &column.header)])}</span>
                <ul class="explore-sums__list">{each}{unread}</ul>
            </div>
        })
    };
    shown.into_node()
}
