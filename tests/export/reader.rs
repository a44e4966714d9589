//! Reads a file back, apart from the code that writes it: the csv crate with the notation that the target has, serde_json
//! for JSON, calamine for workbooks. Cells come back in the form that a record keeps them in.
use crate::records::kind_of;
use crate::workbooks;
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

/// Typed apart from the code; none for JSON and workbooks. `azure_day` is how Azure's own file has its days.
fn notation(azure_day: &'static str, target: Target) -> Option<Notation> {
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

/// Reads a usage file whose columns hold these fields.
pub fn read(bytes: &[u8], schema: UsageSchema, target: Target, mode: CellMode, fields: &[UsageField]) -> Found {
    let azure_day = if schema == UsageSchema::PayAsYouGo20191101 { "YYYY-MM-DD" } else { "MM/DD/YYYY" };
    let kinds: Vec<ValueKind> = fields.iter().map(|field| kind_of(*field)).collect();
    read_kinds(bytes, azure_day, target, mode, &kinds)
}

/// Reads a file whose columns are of these kinds.
pub fn read_kinds(bytes: &[u8], azure_day: &'static str, target: Target, mode: CellMode, kinds: &[ValueKind]) -> Found {
    match notation(azure_day, target) {
        Some(notation) => read_text(bytes, &notation, mode, kinds),
        None if target == Target::Xlsx => workbooks::read(bytes, kinds),
        None => read_json(bytes, azure_day, target, kinds),
    }
}

fn read_text(bytes: &[u8], notation: &Notation, mode: CellMode, kinds: &[ValueKind]) -> Found {
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
        assert_eq!(cells.len(), kinds.len());
        cells.iter().zip(kinds).map(|(cell, kind)| notation.value(cell, *kind, mode)).collect()
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
                let is_digit = |d: char| matches!(d, 'Y' | 'M' | 'D');
                let fits = |(c, d): (char, char)| if is_digit(d) { c.is_ascii_digit() } else { c == d };
                assert!(cell.chars().zip(self.day.chars()).all(fits), "{cell:?}");
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

fn read_json(bytes: &[u8], azure_day: &str, target: Target, kinds: &[ValueKind]) -> Found {
    let behind_day = azure_day.strip_prefix("YYYY-MM-DD").unwrap_or_default();
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
        assert_eq!(row.len(), kinds.len());
        row.iter().zip(kinds).map(|((_, raw), kind)| json_value(raw.get(), *kind, behind_day)).collect()
    };
    assert!(objects.iter().all(|row| self::names(row) == names));
    Found { rows: objects.iter().map(row).collect(), names }
}

fn names(row: &Fields) -> Vec<String> {
    row.0.iter().map(|(name, _)| name.clone()).collect()
}

fn json_value(raw: &str, kind: ValueKind, behind_day: &str) -> String {
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
        ValueKind::Day => text(raw).strip_suffix(behind_day).unwrap().to_owned(),
        ValueKind::Text | ValueKind::Json => text(raw),
    }
}
