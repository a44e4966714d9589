//! The index of an archive: what each file is, and a digest to check it by.
use super::ZipEntry;
use crate::billing::{DocumentKind, InvoiceName, Money};
use crate::text::words::{document, invoices};
use crate::text::{Language, Named};
use chrono::NaiveDate;

/// A file of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexRow {
    /// The file, as the archive has it.
    pub file: ZipEntry,
    /// The document that it is; `None` for the usage file beside one.
    pub kind: Option<DocumentKind>,
    /// The number printed on it.
    pub number: InvoiceName,
    /// UTC day it was made.
    pub date: Option<NaiveDate>,
    /// Its total.
    pub total: Option<Money>,
}

/// `index.csv` (RFC 4180, UTF-8): file name, kind, number, date, currency, total, size, SHA-256. Header and kinds are in
/// words, days ISO 8601, totals plain digits; what is not told is an empty cell. Text that a spreadsheet would run, or that
/// begins with `'`, gets a `'` in front.
pub fn index_csv(rows: &[IndexRow], language: Language) -> Vec<u8> {
    let heads = [
        document::FILE_NAME,
        invoices::KIND,
        invoices::NUMBER,
        document::DATE,
        invoices::CURRENCY,
        invoices::TOTAL,
        document::FILE_SIZE,
        document::FILE_DIGEST,
    ];
    let mut out = String::new();
    row(&mut out, heads.map(|word| word.text(language).to_owned()));
    for of in rows {
        let kind =
            of.kind.as_ref().map_or_else(|| document::USAGE.text(language).to_owned(), |kind| kind.name_in(language));
        row(
            &mut out,
            [
                defused(&of.file.name),
                defused(&kind),
                defused(of.number.as_str()),
                of.date.map(|day| day.to_string()).unwrap_or_default(),
                of.total.map(|total| total.currency().code().to_owned()).unwrap_or_default(),
                of.total.map(|total| total.amount().to_string()).unwrap_or_default(),
                of.file.size.to_string(),
                of.file.sha256.clone(),
            ],
        );
    }
    out.into_bytes()
}

fn row(out: &mut String, cells: [String; 8]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// The rule of the export room's safe cells, which this room may not use; a test holds the two together.
fn defused(text: &str) -> String {
    let is_end = |c: char| matches!(c, '\t' | '\r' | '\n');
    let first = text.chars().find(|c| !(*c == '\u{feff}' || (c.is_whitespace() && !is_end(*c))));
    let is_run = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'));
    if is_run || text.starts_with('\'') { format!("'{text}") } else { text.to_owned() }
}
