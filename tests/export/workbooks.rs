//! A workbook as a table of texts, read with calamine, and its sheets as they stand in it.
use crate::reader::Found;
use crate::xlsx::{day, sheets};
use calamine::Data;
use factuur::billing::ValueKind;
use std::io::{Cursor, Read};

/// Digits that a spreadsheet keeps of a number.
const KEPT: usize = 15;

/// The XML of a part of a workbook.
pub fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut xml = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
    xml
}

/// The first sheet, a row and a cell a line.
pub fn sheet(file: &[u8]) -> String {
    part(file, "xl/worksheets/sheet1.xml")
        .replace("<row ", "\n<row ")
        .replace("<c ", "\n<c ")
        .replace("</sheetData>", "\n</sheetData>\n")
}

/// Reads a workbook of one sheet whose columns are of these kinds. An empty row at its end is told by the XML alone.
pub fn read(file: &[u8], kinds: &[ValueKind]) -> Found {
    let mut found = sheets(file);
    assert_eq!(found.len(), 1);
    let mut rows = found.remove(0).1;
    rows.resize(part(file, "xl/worksheets/sheet1.xml").matches("<row ").count(), Vec::new());
    let name = |cell: Data| if let Data::String(name) = cell { name } else { panic!("{cell:?} is no header") };
    let names = rows.remove(0).into_iter().map(name).collect();
    let row = |row: Vec<Data>| {
        let cell = |at| row.get(at).unwrap_or(&Data::Empty);
        kinds.iter().enumerate().map(|(at, kind)| value(cell(at), *kind)).collect()
    };
    Found { names, rows: rows.into_iter().map(row).collect() }
}

fn value(cell: &Data, kind: ValueKind) -> String {
    match (kind, cell) {
        (_, Data::Empty) => String::new(),
        (ValueKind::Number, Data::Float(number)) => number.to_string(),
        (ValueKind::Number, Data::String(text)) => {
            assert!(digits(text) > KEPT, "{text} is a number that a spreadsheet keeps");
            text.clone()
        }
        (ValueKind::Day, Data::DateTime(_)) => day(cell).to_string(),
        (ValueKind::Day, Data::String(text)) => {
            assert!(text.as_str() < "1900-03-01", "{text} is a day that a spreadsheet has right");
            text.clone()
        }
        (ValueKind::Flag, Data::Bool(flag)) => flag.to_string(),
        (ValueKind::Text | ValueKind::Json, Data::String(text)) => text.clone(),
        _ => panic!("{cell:?} is no {kind:?}"),
    }
}

/// How many digits stand between the zeros at both ends of a number.
fn digits(number: &str) -> usize {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// What a workbook has of a number: itself, without zeros at its ends; or its text, when it has too many digits.
pub fn kept(number: &str) -> String {
    if number.is_empty() || digits(number) > KEPT {
        number.to_owned()
    } else {
        number.parse::<f64>().unwrap().to_string()
    }
}
