//! Why something cannot be done, as JSON and back.
use super::Trouble;
use super::read::{count, long, text, whole, word};
use super::words::Word;
use crate::arm::{Json, Object};
use crate::explore::ExploreError;

impl Trouble {
    pub(super) fn write(&self, object: Object) -> Object {
        match self {
            Trouble::Broken(error) => write_error(object, error),
            Trouble::Unreadable => object.text("why", "unreadable"),
            Trouble::Differs(words) => object.text("why", "differs").text("words", words),
            Trouble::Refused => object.text("why", "refused"),
            Trouble::Question => object.text("why", "question"),
        }
    }

    pub(super) fn read(json: &Json<'_>) -> Option<Trouble> {
        Some(match json.find("why")?.as_text()? {
            "unreadable" => Trouble::Unreadable,
            "differs" => Trouble::Differs(text(json, "words")?),
            "refused" => Trouble::Refused,
            "question" => Trouble::Question,
            why => Trouble::Broken(read_error(json, why)?),
        })
    }
}

fn write_error(object: Object, error: &ExploreError) -> Object {
    let long = |object: Object, name: &str, count: u64| object.raw(name, &count.to_string());
    let (why, line, column) = match error {
        ExploreError::NoHeader => return object.text("why", "noHeader"),
        ExploreError::NotUtf16 { unit } => return long(object.text("why", "notUtf16"), "unit", *unit),
        ExploreError::AfterQuote { line, column, .. } => ("afterQuote", line, Some(*column)),
        ExploreError::QuoteInCell { line, column } => ("quoteInCell", line, Some(*column)),
        ExploreError::EndsInQuotes { line, column } => ("endsInQuotes", line, Some(*column)),
        ExploreError::LoneReturn { line, column } => ("loneReturn", line, Some(*column)),
        ExploreError::NotUtf8 { line, column } => ("notUtf8", line, Some(*column)),
        ExploreError::Cells { line, .. } => ("cells", line, None),
        ExploreError::Value { line, .. } => ("value", line, None),
        ExploreError::RowTooLong { line } => ("rowTooLong", line, None),
        ExploreError::TooLarge { line } => ("tooLarge", line, None),
    };
    let mut object = long(object.text("why", why), "line", *line);
    if let Some(column) = column {
        object = long(object, "column", column);
    }
    match error {
        ExploreError::AfterQuote { delimiter, .. } => object.raw("delimiter", &delimiter.to_string()),
        ExploreError::Cells { expected, found, .. } => object.count("expected", *expected).count("found", *found),
        ExploreError::Value { column, expected, found, .. } => {
            object.text("header", column).text("expected", expected.word()).text("found", found)
        }
        _ => object,
    }
}

fn read_error(json: &Json<'_>, why: &str) -> Option<ExploreError> {
    match why {
        "noHeader" => return Some(ExploreError::NoHeader),
        "notUtf16" => return Some(ExploreError::NotUtf16 { unit: long(json, "unit")? }),
        _ => {}
    }
    let line = long(json, "line")?;
    let column = || long(json, "column");
    Some(match why {
        "afterQuote" => ExploreError::AfterQuote {
            line,
            column: column()?,
            delimiter: u8::try_from(whole(json, "delimiter")?).ok()?,
        },
        "quoteInCell" => ExploreError::QuoteInCell { line, column: column()? },
        "endsInQuotes" => ExploreError::EndsInQuotes { line, column: column()? },
        "loneReturn" => ExploreError::LoneReturn { line, column: column()? },
        "notUtf8" => ExploreError::NotUtf8 { line, column: column()? },
        "cells" => ExploreError::Cells { line, expected: count(json, "expected")?, found: count(json, "found")? },
        "value" => ExploreError::Value {
            line,
            column: text(json, "header")?,
            expected: word(json, "expected")?,
            found: text(json, "found")?,
        },
        "rowTooLong" => ExploreError::RowTooLong { line },
        "tooLarge" => ExploreError::TooLarge { line },
        _ => return None,
    })
}
