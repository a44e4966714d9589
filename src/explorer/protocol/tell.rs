//! What the explorer says, as JSON and back.
use super::read::{all, flag, item, list, long, pair, pairs, read_pair, read_pairs, read_texts, texts, whole, word};
use super::words::Word;
use super::{FileFacts, GroupFacts, Looked, Said, Tell, Trouble};
use crate::arm::{Json, Object, array, string};

/// Name of what is said.
const SAYS: &str = "says";

impl Tell {
    /// The message.
    pub fn to_json(&self) -> String {
        let says = |word: &str| Object::new().raw("id", &self.id.to_string()).text(SAYS, word);
        let long = |object: Object, name: &str, count: u64| object.raw(name, &count.to_string());
        let object = match &self.said {
            Said::Recognised { family, versions } => {
                says("recognised").text("family", family.word()).raw("versions", &texts(versions))
            }
            Said::Progress { rows, bytes } => long(long(says("progress"), "rows", *rows), "bytes", *bytes),
            Said::Opened(facts) => facts.write(says("opened")),
            Said::Looked(looked) => looked.write(says("looked")),
            Said::Rows(rows) => says("rows").raw("rows", &array(rows.iter().map(|row| texts(row)))),
            Said::Records => says("records"),
            Said::Groups(groups) => says("groups").raw("groups", &array(groups.iter().map(GroupFacts::to_json))),
            Said::Values { values, is_all } => {
                let value = |(text, rows): &(String, u32)| array([string(text), rows.to_string()]);
                says("values").raw("values", &array(values.iter().map(value))).flag("isAll", *is_all)
            }
            Said::Written { rows, bytes, sums, long_numbers } => {
                let object = long(long(says("written"), "rows", *rows), "bytes", *bytes).raw("sums", &pairs(sums));
                long(object, "longNumbers", *long_numbers)
            }
            Said::Failed(trouble) => trouble.write(says("failed")),
        };
        object.end()
    }

    /// Reads a message; none when it is none.
    pub fn from_json(message: &str) -> Option<Tell> {
        let json = &Json::read(message.as_bytes()).ok()?;
        let said = match json.find(SAYS)?.as_text()? {
            "recognised" => Said::Recognised { family: word(json, "family")?, versions: read_texts(json, "versions")? },
            "progress" => Said::Progress { rows: long(json, "rows")?, bytes: long(json, "bytes")? },
            "opened" => Said::Opened(Box::new(FileFacts::read(json)?)),
            "looked" => Said::Looked(Looked::read(json)?),
            "rows" => Said::Rows(list(json, "rows", &|row| all(row, &item))?),
            "records" => Said::Records,
            "groups" => Said::Groups(list(json, "groups", &GroupFacts::read)?),
            "values" => Said::Values { values: list(json, "values", &read_value)?, is_all: flag(json, "isAll")? },
            "written" => Said::Written {
                rows: long(json, "rows")?,
                bytes: long(json, "bytes")?,
                sums: read_pairs(json, "sums")?,
                long_numbers: long(json, "longNumbers")?,
            },
            "failed" => Said::Failed(Trouble::read(json)?),
            _ => return None,
        };
        Some(Tell { id: whole(json, "id")?, said })
    }
}

fn read_value(json: &Json<'_>) -> Option<(String, u32)> {
    match json.items() {
        [text, rows] => Some((item(text)?, rows.raw.parse().ok()?)),
        _ => None,
    }
}

impl Looked {
    fn write(&self, object: Object) -> Object {
        let object = object
            .raw("rows", &self.rows.to_string())
            .raw("sums", &pairs(&self.sums))
            .raw("unread", &self.unread.to_string())
            .raw("commitments", &self.commitments.to_string());
        match self.groups {
            Some(groups) => object.raw("groups", &groups.to_string()),
            None => object,
        }
    }

    fn read(json: &Json<'_>) -> Option<Looked> {
        Some(Looked {
            rows: whole(json, "rows")?,
            groups: whole(json, "groups"),
            sums: read_pairs(json, "sums")?,
            unread: whole(json, "unread")?,
            commitments: whole(json, "commitments")?,
        })
    }
}

impl GroupFacts {
    fn to_json(&self) -> String {
        let object = Object::new()
            .raw("values", &texts(&self.values))
            .raw("rows", &self.rows.to_string())
            .raw("sums", &pairs(&self.sums));
        match &self.quantity {
            Some(quantity) => object.raw("quantity", &pair(quantity)).end(),
            None => object.end(),
        }
    }

    fn read(json: &Json<'_>) -> Option<GroupFacts> {
        Some(GroupFacts {
            values: read_texts(json, "values")?,
            rows: whole(json, "rows")?,
            sums: read_pairs(json, "sums")?,
            quantity: json.find("quantity").and_then(read_pair),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ColumnFacts, TableFacts};
    use super::*;
    use crate::billing::ValueKind;
    use crate::explore::{
        DayOrder, DecimalMark, Dialect, Encoding, Expected, ExploreError, Family, LineEnd, Note, Quoting, Section,
    };

    fn reads_back(said: Said) {
        let tell = Tell { id: 1, said };
        assert_eq!(Tell::from_json(&tell.to_json()), Some(tell));
    }

    fn facts(family: Family, dialect: Dialect) -> Said {
        let column = || "\"Cost\"".to_owned();
        let kinds = [ValueKind::Text, ValueKind::Number, ValueKind::Day, ValueKind::Flag, ValueKind::Json];
        let columns = kinds.map(|kind| ColumnFacts { header: column(), kind, distinct: u32::MAX }).to_vec();
        let sections = [Section::ProvisioningStatus, Section::Statement, Section::DailyUsage].map(Some);
        let table = |section| TableFacts {
            section,
            columns: columns.clone(),
            rows: 4,
            measures: vec![1, 0],
            has_records: section.is_some(),
        };
        Said::Opened(Box::new(FileFacts {
            family,
            versions: vec!["1.2".to_owned()],
            dialect,
            notes: vec![
                Note::DaysByFormat(DayOrder::MonthFirst),
                Note::DaysByValues(DayOrder::DayFirst),
                Note::DaysAmbiguous { column: column() },
                Note::NumbersAmbiguous { column: column() },
                Note::KeptAsText { column: column(), cells: u64::MAX, line: 3, found: "\t".to_owned() },
            ],
            tables: sections.into_iter().chain([None]).map(table).chain([TableFacts::default()]).collect(),
            main: 2,
        }))
    }

    #[test]
    fn what_a_file_is_reads_back_with_every_kind_of_file() {
        for family in [
            Family::AccountCenter,
            Family::PayAsYouGo,
            Family::CostDetails,
            Family::Partner,
            Family::PartnerCustomer,
            Family::Enterprise,
            Family::Focus,
            Family::Unknown,
        ] {
            reads_back(facts(family, Dialect::default()));
            reads_back(Said::Recognised { family, versions: vec![] });
        }
        for (at, encoding) in
            [Encoding::Utf8, Encoding::Utf8Marked, Encoding::Utf16Le, Encoding::Utf16Be].into_iter().enumerate()
        {
            let dialect = Dialect {
                encoding,
                delimiter: b'\t',
                line_end: [LineEnd::CrLf, LineEnd::Lf][at % 2],
                quoting: [Quoting::Minimal, Quoting::All][at / 2],
                decimal: [Some(DecimalMark::Point), Some(DecimalMark::Comma), None, None][at],
                days: [Some(DayOrder::YearFirst), Some(DayOrder::MonthFirst), Some(DayOrder::DayFirst), None][at],
                is_guarded: at == 1,
            };
            reads_back(facts(Family::Focus, dialect));
        }
    }

    #[test]
    fn an_answer_reads_back_as_it_was_given() {
        let text = |text: &str| text.to_owned();
        let sums = || vec![(text("EUR"), text("0.10")), (String::new(), text("-1"))];
        let quantity = Some((text("12"), text("GB")));
        for said in [
            Said::Progress { rows: u64::MAX, bytes: 5_000_000_000 },
            Said::Looked(Looked { rows: 4, groups: Some(2), sums: sums(), unread: 1, commitments: 9 }),
            Said::Records,
            Said::Looked(Looked::default()),
            Said::Rows(vec![vec![text("a\u{1}\""), String::new()], vec![]]),
            Said::Rows(vec![]),
            Said::Groups(vec![
                GroupFacts { values: vec![text("é")], rows: 1, sums: sums(), quantity },
                GroupFacts { values: vec![], rows: 0, sums: vec![], quantity: None },
            ]),
            Said::Values { values: vec![(text("a"), 3), (String::new(), u32::MAX)], is_all: true },
            Said::Values { values: vec![], is_all: false },
            Said::Written { rows: 1, bytes: 2, sums: sums(), long_numbers: 3 },
        ] {
            reads_back(said);
        }
        assert_eq!(Tell::from_json("[]"), None);
        assert_eq!(Tell::from_json(r#"{"id":1,"says":"rows","rows":[[1]]}"#), None);
    }

    #[test]
    fn a_failure_reads_back_with_its_typed_reason() {
        let (line, column) = (u64::MAX, 2);
        let orders = [DayOrder::YearFirst, DayOrder::MonthFirst, DayOrder::DayFirst].map(Expected::Day);
        let expected = [Expected::Number, Expected::Amount, Expected::Flag, Expected::Json];
        let values = expected.into_iter().chain(orders).map(|expected| ExploreError::Value {
            line,
            column: "Date".to_owned(),
            expected,
            found: "2026-13-01".to_owned(),
        });
        let others = [
            ExploreError::NoHeader,
            ExploreError::AfterQuote { line, column, delimiter: b';' },
            ExploreError::QuoteInCell { line, column },
            ExploreError::EndsInQuotes { line, column },
            ExploreError::LoneReturn { line, column },
            ExploreError::NotUtf8 { line, column },
            ExploreError::NotUtf16 { unit: 7 },
            ExploreError::Cells { line, expected: 3, found: 4 },
            ExploreError::RowTooLong { line },
            ExploreError::TooLarge { line },
        ];
        let troubles =
            [Trouble::Unreadable, Trouble::Differs("row \"1\"".to_owned()), Trouble::Refused, Trouble::Question];
        for trouble in values.chain(others).map(Trouble::Broken).chain(troubles) {
            reads_back(Said::Failed(trouble));
        }
    }
}
