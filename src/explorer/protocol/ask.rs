//! What the page says, as JSON and back. By hand: generated code would be a tenth of the explorer, and more than all the rest
//! of the page's side.
use super::read::{all, count, counts, flag, item, list, read_counts, text, texts, whole, word};
use super::words::Word;
use super::{Ask, AskId, Filter, GroupSort, Look, What, Writing};
use crate::arm::{Json, Object, array};
use crate::explore::Choices;

/// Name of what is asked.
const ASKS: &str = "asks";

impl Ask {
    /// The message.
    pub fn to_json(&self) -> String {
        let asks = |word: &str| Object::new().raw("id", &self.id.to_string()).text(ASKS, word);
        let about = |object: Object, of: AskId| object.raw("of", &of.to_string());
        let part = |word: &str, from: usize, most: usize| asks(word).count("from", from).count("count", most);
        let object = match &self.what {
            What::Open(choices) => write_choices(asks("open"), choices),
            What::Look(look) => look.write(asks("look")),
            What::Rows { from, count } => part("rows", *from, *count),
            What::Groups { from, count } => part("groups", *from, *count),
            What::Values { table, column, text, most } => {
                asks("values").count("table", *table).count("column", *column).text("text", text).count("most", *most)
            }
            What::Records { of, from, count, link } => about(part("records", *from, *count), *of).text("link", link),
            What::Write { of, wanted } => wanted.write(about(asks("write"), *of)),
            What::Preview { of, wanted, most } => wanted.write(about(asks("preview"), *of)).count("most", *most),
            What::Cancel(id) => about(asks("cancel"), *id),
        };
        object.end()
    }

    /// Reads a message; none when it is none.
    pub fn from_json(message: &str) -> Option<Ask> {
        let json = &Json::read(message.as_bytes()).ok()?;
        let what = match json.find(ASKS)?.as_text()? {
            "open" => What::Open(read_choices(json)?),
            "look" => What::Look(Look::read(json)?),
            "rows" => What::Rows { from: count(json, "from")?, count: count(json, "count")? },
            "groups" => What::Groups { from: count(json, "from")?, count: count(json, "count")? },
            "values" => What::Values {
                table: count(json, "table")?,
                column: count(json, "column")?,
                text: text(json, "text")?,
                most: count(json, "most")?,
            },
            "records" => What::Records {
                of: whole(json, "of")?,
                from: count(json, "from")?,
                count: count(json, "count")?,
                link: text(json, "link")?,
            },
            "write" => What::Write { of: whole(json, "of")?, wanted: Writing::read(json)? },
            "preview" => {
                What::Preview { of: whole(json, "of")?, wanted: Writing::read(json)?, most: count(json, "most")? }
            }
            "cancel" => What::Cancel(whole(json, "of")?),
            _ => return None,
        };
        Some(Ask { id: whole(json, "id")?, what })
    }
}

fn write_choices(object: Object, choices: &Choices) -> Object {
    object
        .flag("isLenient", choices.is_lenient)
        .text_if("days", choices.days.map(Word::word))
        .text_if("decimal", choices.decimal.map(Word::word))
}

fn read_choices(json: &Json<'_>) -> Option<Choices> {
    Some(Choices { is_lenient: flag(json, "isLenient")?, days: word(json, "days"), decimal: word(json, "decimal") })
}

/// A count that is left out when there is none.
fn count_if(object: Object, name: &str, count: Option<usize>) -> Object {
    match count {
        Some(count) => object.count(name, count),
        None => object,
    }
}

impl Look {
    fn write(&self, object: Object) -> Object {
        let sort = |(column, is_descending): &(usize, bool)| {
            Object::new().count("column", *column).flag("isDescending", *is_descending).end()
        };
        let object = object
            .count("table", self.table)
            .raw("filters", &array(self.filters.iter().map(Filter::to_json)))
            .raw("sort", &array(self.sort.iter().map(sort)))
            .raw("group", &counts(&self.group));
        let object = count_if(object, "measure", self.measure);
        match &self.group_sort {
            Some((by, is_descending)) => {
                object.raw("groupSort", &by.write(Object::new()).flag("isDescending", *is_descending).end())
            }
            None => object,
        }
    }

    fn read(json: &Json<'_>) -> Option<Look> {
        let is_descending = |json: &Json<'_>| flag(json, "isDescending");
        let group_sort = match json.find("groupSort") {
            Some(sort) => Some((GroupSort::read(sort)?, is_descending(sort)?)),
            None => None,
        };
        Some(Look {
            table: count(json, "table")?,
            filters: list(json, "filters", &Filter::read)?,
            sort: list(json, "sort", &|sort| Some((count(sort, "column")?, is_descending(sort)?)))?,
            group: read_counts(json, "group")?,
            group_sort,
            measure: count(json, "measure"),
        })
    }
}

impl GroupSort {
    fn write(&self, object: Object) -> Object {
        match self {
            GroupSort::Column(column) => object.count("column", *column),
            GroupSort::Sum(currency) => object.text("sum", currency),
            GroupSort::Rows => object,
        }
    }

    fn read(json: &Json<'_>) -> Option<GroupSort> {
        Some(match (count(json, "column"), text(json, "sum")) {
            (Some(column), _) => GroupSort::Column(column),
            (None, Some(currency)) => GroupSort::Sum(currency),
            (None, None) => GroupSort::Rows,
        })
    }
}

impl Filter {
    fn to_json(&self) -> String {
        let (kind, column, text) = match self {
            Filter::Contains { column, text } => ("contains", *column, text),
            Filter::Is { column, text } => ("is", Some(*column), text),
            Filter::From { column, text } => ("from", Some(*column), text),
            Filter::To { column, text } => ("to", Some(*column), text),
        };
        count_if(Object::new().text("kind", kind), "column", column).text("text", text).end()
    }

    fn read(json: &Json<'_>) -> Option<Filter> {
        let (column, text) = (count(json, "column"), text(json, "text")?);
        Some(match json.find("kind")?.as_text()? {
            "contains" => Filter::Contains { column, text },
            "is" => Filter::Is { column: column?, text },
            "from" => Filter::From { column: column?, text },
            "to" => Filter::To { column: column?, text },
            _ => return None,
        })
    }
}

impl Writing {
    fn write(&self, object: Object) -> Object {
        let (object, columns, target, exact) = match self {
            Writing::AsItWas => return object,
            Writing::Own { columns, target, exact } => (object, columns, target, exact),
            Writing::Groups { headers, columns, target, exact } => {
                (object.raw("headers", &texts(headers)), columns, target, exact)
            }
        };
        object.raw("columns", &counts(columns)).text("target", target).flag("exact", *exact)
    }

    fn read(json: &Json<'_>) -> Option<Writing> {
        let Some(target) = text(json, "target") else {
            return Some(Writing::AsItWas);
        };
        let (columns, exact) = (read_counts(json, "columns")?, flag(json, "exact")?);
        Some(match json.find("headers") {
            Some(headers) => Writing::Groups { headers: all(headers, &item)?, columns, target, exact },
            None => Writing::Own { columns, target, exact },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::{DayOrder, DecimalMark};

    fn looks() -> impl Iterator<Item = What> {
        let look = Look {
            table: 2,
            filters: vec![
                Filter::Contains { column: None, text: "\"é\n".to_owned() },
                Filter::Contains { column: Some(0), text: String::new() },
                Filter::Is { column: 0, text: String::new() },
                Filter::From { column: 3, text: "-0.10".to_owned() },
                Filter::To { column: 4, text: "2026-03-01".to_owned() },
            ],
            sort: vec![(1, true), (0, false)],
            group: vec![0, 4],
            group_sort: None,
            measure: Some(7),
        };
        let sorts = [
            Some((GroupSort::Sum("EUR".to_owned()), true)),
            Some((GroupSort::Sum(String::new()), true)),
            Some((GroupSort::Column(3), false)),
            Some((GroupSort::Rows, false)),
            None,
        ];
        let looks = sorts.map(|group_sort| Look { group_sort, ..look.clone() });
        looks.into_iter().chain([Look::default()]).map(What::Look)
    }

    #[test]
    fn a_question_reads_back_as_it_was_asked() {
        let target = || "excel-nl".to_owned();
        let others = [
            What::Open(Choices { is_lenient: true, days: Some(DayOrder::DayFirst), decimal: None }),
            What::Open(Choices { is_lenient: false, days: None, decimal: Some(DecimalMark::Comma) }),
            What::Rows { from: 4_000_000_000, count: 64 },
            What::Groups { from: 0, count: 1 },
            What::Values { table: 1, column: 2, text: "\\ \u{1}".to_owned(), most: 3 },
            What::Write { of: 1, wanted: Writing::AsItWas },
            What::Write { of: 2, wanted: Writing::Own { columns: vec![3, 1], target: target(), exact: true } },
            What::Records { of: u32::MAX, from: 1, count: 1000, link: "https://x/y?from=".to_owned() },
            What::Preview {
                of: 3,
                wanted: Writing::Groups {
                    headers: vec!["Sum \"€\"".to_owned(), String::new()],
                    columns: vec![1],
                    target: target(),
                    exact: false,
                },
                most: 5,
            },
            What::Preview { of: 0, wanted: Writing::AsItWas, most: 0 },
            What::Cancel(9),
        ];
        for what in looks().chain(others) {
            let ask = Ask { id: u32::MAX, what };
            assert_eq!(Ask::from_json(&ask.to_json()), Some(ask));
        }
        assert_eq!(Ask::from_json("{}"), None);
        assert_eq!(Ask::from_json(r#"{"id":1,"asks":"dance"}"#), None);
        assert_eq!(Ask::from_json(r#"{"id":1,"asks":"rows","from":-1,"count":2}"#), None);
    }
}
