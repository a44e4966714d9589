//! What an open file is, as JSON and back.
use super::read::{count, counts, flag, list, long, read_counts, read_texts, text, texts, whole, word};
use super::words::Word;
use super::{ColumnFacts, FileFacts, TableFacts};
use crate::arm::{Json, Object, array};
use crate::explore::{Dialect, Note};

impl FileFacts {
    pub(super) fn write(&self, object: Object) -> Object {
        object
            .text("family", self.family.word())
            .raw("versions", &texts(&self.versions))
            .raw("dialect", &dialect_json(&self.dialect))
            .raw("notes", &array(self.notes.iter().map(note_json)))
            .raw("tables", &array(self.tables.iter().map(TableFacts::to_json)))
            .count("main", self.main)
    }

    pub(super) fn read(json: &Json<'_>) -> Option<FileFacts> {
        Some(FileFacts {
            family: word(json, "family")?,
            versions: read_texts(json, "versions")?,
            dialect: read_dialect(json.find("dialect")?)?,
            notes: list(json, "notes", &read_note)?,
            tables: list(json, "tables", &TableFacts::read)?,
            main: count(json, "main")?,
        })
    }
}

impl TableFacts {
    fn to_json(&self) -> String {
        Object::new()
            .text_if("section", self.section.map(Word::word))
            .raw("columns", &array(self.columns.iter().map(ColumnFacts::to_json)))
            .raw("rows", &self.rows.to_string())
            .raw("measures", &counts(&self.measures))
            .flag("hasRecords", self.has_records)
            .end()
    }

    fn read(json: &Json<'_>) -> Option<TableFacts> {
        Some(TableFacts {
            section: word(json, "section"),
            columns: list(json, "columns", &ColumnFacts::read)?,
            rows: whole(json, "rows")?,
            measures: read_counts(json, "measures")?,
            has_records: flag(json, "hasRecords")?,
        })
    }
}

impl ColumnFacts {
    fn to_json(&self) -> String {
        Object::new()
            .text("header", &self.header)
            .text("kind", self.kind.word())
            .raw("distinct", &self.distinct.to_string())
            .end()
    }

    fn read(json: &Json<'_>) -> Option<ColumnFacts> {
        Some(ColumnFacts {
            header: text(json, "header")?,
            kind: word(json, "kind")?,
            distinct: whole(json, "distinct")?,
        })
    }
}

fn dialect_json(dialect: &Dialect) -> String {
    Object::new()
        .text("encoding", dialect.encoding.word())
        .raw("delimiter", &dialect.delimiter.to_string())
        .text("lineEnd", dialect.line_end.word())
        .text("quoting", dialect.quoting.word())
        .text_if("decimal", dialect.decimal.map(Word::word))
        .text_if("days", dialect.days.map(Word::word))
        .flag("isGuarded", dialect.is_guarded)
        .end()
}

fn read_dialect(json: &Json<'_>) -> Option<Dialect> {
    Some(Dialect {
        encoding: word(json, "encoding")?,
        delimiter: u8::try_from(whole(json, "delimiter")?).ok()?,
        line_end: word(json, "lineEnd")?,
        quoting: word(json, "quoting")?,
        decimal: word(json, "decimal"),
        days: word(json, "days"),
        is_guarded: flag(json, "isGuarded")?,
    })
}

fn note_json(note: &Note) -> String {
    let tells = |word: &str| Object::new().text("tells", word);
    let object = match note {
        Note::DaysByFormat(order) => tells("daysByFormat").text("order", order.word()),
        Note::DaysByValues(order) => tells("daysByValues").text("order", order.word()),
        Note::DaysAmbiguous { column } => tells("daysAmbiguous").text("column", column),
        Note::NumbersAmbiguous { column } => tells("numbersAmbiguous").text("column", column),
        Note::KeptAsText { column, cells, line, found } => tells("keptAsText")
            .text("column", column)
            .raw("cells", &cells.to_string())
            .raw("line", &line.to_string())
            .text("found", found),
    };
    object.end()
}

fn read_note(json: &Json<'_>) -> Option<Note> {
    let column = || text(json, "column");
    Some(match json.find("tells")?.as_text()? {
        "daysByFormat" => Note::DaysByFormat(word(json, "order")?),
        "daysByValues" => Note::DaysByValues(word(json, "order")?),
        "daysAmbiguous" => Note::DaysAmbiguous { column: column()? },
        "numbersAmbiguous" => Note::NumbersAmbiguous { column: column()? },
        "keptAsText" => Note::KeptAsText {
            column: column()?,
            cells: long(json, "cells")?,
            line: long(json, "line")?,
            found: text(json, "found")?,
        },
        _ => return None,
    })
}
