//! Reads a usage file back, apart from the code that writes it: the csv crate with the notation that the target has, and
//! serde_json for JSON. Cells come back in the form that a record keeps them in.
use crate::records::kind_of;
use factuur::billing::{UsageField, ValueKind};
use factuur::export::{CellMode, Target, UsageSchema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// What is in a file.
pub struct Found {
    pub names: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

struct Notation {
    delimiter: u8,
    decimal: char,
    day: &'static str,
    flags: [&'static str; 2],
    mark: bool,
}

/// Typed apart from the code; none for JSON.
fn notation(schema: UsageSchema, target: Target) -> Option<Notation> {
    let azure_day = if schema == UsageSchema::PayAsYouGo20191101 { "YYYY-MM-DD" } else { "MM/DD/YYYY" };
    let (delimiter, decimal, day, flags, mark) = match target {
        Target::Csv => (b',', '.', azure_day, ["True", "False"], false),
        Target::Tsv => (b'\t', '.', azure_day, ["True", "False"], false),
        Target::ExcelNl => (b';', ',', "DD-MM-YYYY", ["WAAR", "ONWAAR"], true),
        Target::ExcelSv => (b';', ',', "YYYY-MM-DD", ["SANT", "FALSKT"], true),
        Target::ExcelEn => (b',', '.', "YYYY-MM-DD", ["TRUE", "FALSE"], true),
        Target::Json | Target::Ndjson | Target::Xlsx => return None,
    };
    Some(Notation { delimiter, decimal, day, flags, mark })
}

/// Reads a file whose columns hold these fields.
pub fn read(bytes: &[u8], schema: UsageSchema, target: Target, mode: CellMode, fields: &[UsageField]) -> Found {
    match notation(schema, target) {
        Some(notation) => read_text(bytes, &notation, mode, fields),
        None => read_json(bytes, target, fields),
    }
}

fn read_text(bytes: &[u8], notation: &Notation, mode: CellMode, fields: &[UsageField]) -> Found {
    let mark = "\u{feff}".as_bytes();
    assert_eq!(bytes.starts_with(mark), notation.mark);
    assert!(bytes.ends_with(b"\r\n"), "the last row is ended");
    let bytes = bytes.strip_prefix(mark).unwrap_or(bytes);
    let terminator = csv::Terminator::CRLF;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(notation.delimiter)
        .terminator(terminator)
        .has_headers(false)
        .from_reader(bytes);
    let mut lines = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let names = lines.next().unwrap();
    let row = |cells: Vec<String>| {
        assert_eq!(cells.len(), fields.len());
        cells.iter().zip(fields).map(|(cell, field)| notation.value(cell, kind_of(*field), mode)).collect()
    };
    Found { names, rows: lines.map(row).collect() }
}

impl Notation {
    fn value(&self, cell: &str, kind: ValueKind, mode: CellMode) -> String {
        match kind {
            ValueKind::Text | ValueKind::Json if mode == CellMode::Safe => {
                assert!(!begins_a_formula(cell), "{cell:?}");
                cell.strip_prefix('\'').unwrap_or(cell).to_owned()
            }
            ValueKind::Text | ValueKind::Json => cell.to_owned(),
            _ if cell.is_empty() => String::new(),
            ValueKind::Number => {
                let digits = cell.strip_prefix('-').unwrap_or(cell);
                assert!(digits.chars().all(|c| c.is_ascii_digit() || c == self.decimal), "{cell:?}");
                cell.replace(self.decimal, ".")
            }
            ValueKind::Day => {
                assert_eq!(cell.len(), self.day.len(), "{cell:?}");
                let part = |letter: char| -> String {
                    let of = |(sign, wanted): (char, char)| (wanted == letter).then_some(sign);
                    cell.chars().zip(self.day.chars()).filter_map(of).collect()
                };
                assert!(cell.chars().zip(self.day.chars()).all(|(c, d)| c == d || d.is_alphabetic()), "{cell:?}");
                format!("{}-{}-{}", part('Y'), part('M'), part('D'))
            }
            ValueKind::Flag => {
                let at = self.flags.iter().position(|word| *word == cell).unwrap();
                ["true", "false"][at].to_owned()
            }
        }
    }
}

/// What spreadsheets run, typed apart from the code that defuses it.
fn begins_a_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
    ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"]
        .iter()
        .any(|sign| cell.starts_with(sign))
}

/// The fields of an object in the order they stand.
struct Fields(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

fn read_json(bytes: &[u8], target: Target, fields: &[UsageField]) -> Found {
    let objects: Vec<Fields> = match target {
        Target::Json => serde_json::from_slice(bytes).unwrap(),
        _ => {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(text.is_empty() || text.ends_with('\n'), "the last line is ended");
            text.split_terminator('\n').map(|line| serde_json::from_str(line).unwrap()).collect()
        }
    };
    let names: Vec<String> = objects.first().map(names).unwrap_or_default();
    let row = |Fields(row): &Fields| {
        assert_eq!(row.len(), fields.len());
        row.iter().zip(fields).map(|((_, raw), field)| json_value(raw.get(), kind_of(*field))).collect()
    };
    assert!(objects.iter().all(|row| self::names(row) == names));
    Found { rows: objects.iter().map(row).collect(), names }
}

fn names(row: &Fields) -> Vec<String> {
    row.0.iter().map(|(name, _)| name.clone()).collect()
}

fn json_value(raw: &str, kind: ValueKind) -> String {
    let text = |raw: &str| serde_json::from_str::<String>(raw).unwrap();
    match kind {
        _ if raw == "null" => String::new(),
        ValueKind::Number => {
            assert!(raw.starts_with(|c: char| c == '-' || c.is_ascii_digit()), "{raw}");
            raw.to_owned()
        }
        ValueKind::Flag => serde_json::from_str::<bool>(raw).unwrap().to_string(),
        ValueKind::Json if raw.starts_with('{') => {
            // What is put in as it is must be JSON to the strictest of readers.
            serde_json::from_str::<serde_json::Value>(raw).unwrap();
            raw.to_owned()
        }
        ValueKind::Text | ValueKind::Day | ValueKind::Json => text(raw),
    }
}
