//! What was recognised of a file, and what is to be told of it.
use super::words::{day_example, dialect_words, family_words, version_words};
use crate::state::{DayOrder, DecimalMark, Note, OpenFile, OwnFile, t, t_with};
use crate::text;
use crate::text::words::{common, explore as words};
use crate::ui::dom::Node;
use crate::ui::kit::{Button, Essentials, Fact, Intent, MessageBar};
use crate::ui::view;
use leptos::prelude::*;

/// Name, size, family, version, dialect.
pub fn essentials(file: &OpenFile) -> Node {
    let region = crate::state::region();
    let facts = &file.facts;
    let size = text::bytes(file.picked.size, region);
    let mut items = vec![
        Fact::text(t(words::FILE), format!("{} ({size})", file.picked.name)),
        Fact::text(t(words::RECOGNISED), family_words(facts.family)),
    ];
    items.extend(version_words(&facts.versions).map(|versions| Fact::text(t(words::VERSION), versions)));
    items.push(Fact::text(t(words::WRITTEN), dialect_words(&facts.dialect)));
    view! { <Essentials title=t(common::ESSENTIALS) items /> }
}

/// Reads the file again with the days in this order.
fn read_days(own: OwnFile, order: DayOrder) -> Node {
    let label = t_with(words::READ_AS, &[("example", day_example(order))]);
    let again = Callback::new(move |()| {
        if let Some(mut picked) = own.open.with_untracked(|open| open.as_ref().map(|file| file.picked.clone())) {
            picked.choices.days = Some(order);
            own.read(picked);
        }
    });
    view! { <Button label on_click=again /> }
}

fn read_decimals(own: OwnFile, mark: DecimalMark) -> Node {
    let example = match mark {
        DecimalMark::Point => "1,234.5",
        DecimalMark::Comma => "1.234,5",
    };
    let label = t_with(words::READ_AS, &[("example", example)]);
    let again = Callback::new(move |()| {
        if let Some(mut picked) = own.open.with_untracked(|open| open.as_ref().map(|file| file.picked.clone())) {
            picked.choices.decimal = Some(mark);
            own.read(picked);
        }
    });
    view! { <Button label on_click=again /> }
}

/// A note, with the choices that it leaves.
pub fn note_bar(own: OwnFile, note: &Note) -> Node {
    match note {
        Note::DaysByFormat(order) => {
            let text = t_with(words::DAYS_BY_FORMAT, &[("example", day_example(*order))]);
            let other = match order {
                DayOrder::DayFirst => DayOrder::MonthFirst,
                _ => DayOrder::DayFirst,
            };
            view! { <MessageBar intent=Intent::Info text>{read_days(own, other)}</MessageBar> }
        }
        Note::DaysByValues(order) => {
            let text = t_with(words::DAYS_BY_VALUES, &[("example", day_example(*order))]);
            view! { <MessageBar intent=Intent::Info text /> }
        }
        Note::DaysAmbiguous { column } => {
            let text = t_with(words::DAYS_AMBIGUOUS, &[("column", column)]);
            view! {
                <MessageBar intent=Intent::Warning text>
                    {read_days(own, DayOrder::DayFirst)}
                    {read_days(own, DayOrder::MonthFirst)}
                </MessageBar>
            }
        }
        Note::NumbersAmbiguous { column } => {
            let text = t_with(words::NUMBERS_AMBIGUOUS, &[("column", column)]);
            view! {
                <MessageBar intent=Intent::Warning text>
                    {read_decimals(own, DecimalMark::Point)}
                    {read_decimals(own, DecimalMark::Comma)}
                </MessageBar>
            }
        }
        Note::KeptAsText { column, cells, line, found } => {
            let (cells, line) = (cells.to_string(), line.to_string());
            let values = [("cells", &*cells), ("column", column), ("line", &line), ("found", found)];
            view! { <MessageBar intent=Intent::Warning text=t_with(words::KEPT_AS_TEXT, &values) /> }
        }
    }
}
