//! Where in a file a fault is.
use super::ExploreError;
use super::rows::{CellRules, RowFault};

/// Line and column of a byte of a row.
fn place(line: u64, row: &[u8], at: usize) -> (u64, u64) {
    let before = row.get(..at).unwrap_or(row);
    let lines = before.iter().filter(|byte| **byte == b'\n').count() as u64;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    // Every character has one byte that is not of the form 10xxxxxx.
    let characters = before.iter().skip(start).filter(|byte| **byte & 0xc0 != 0x80).count() as u64;
    (line + lines, characters + 1)
}

/// That the text of a row is no text.
pub(super) fn not_utf8(line: u64, row: &[u8]) -> ExploreError {
    let at = std::str::from_utf8(row).err().map_or(0, |error| error.valid_up_to());
    let (line, column) = place(line, row, at);
    ExploreError::NotUtf8 { line, column }
}

/// What is wrong in a row, with its place in the file.
pub(super) fn fault_at(line: u64, row: &[u8], fault: RowFault, rules: CellRules) -> ExploreError {
    let of = |at: usize| place(line, row, at);
    match fault {
        RowFault::AfterQuote(at) => {
            let (line, column) = of(at);
            ExploreError::AfterQuote { line, column, delimiter: rules.delimiter }
        }
        RowFault::QuoteInCell(at) => {
            let (line, column) = of(at);
            ExploreError::QuoteInCell { line, column }
        }
        RowFault::EndsInQuotes(at) => {
            let (line, column) = of(at);
            ExploreError::EndsInQuotes { line, column }
        }
        RowFault::LoneReturn(at) => {
            let (line, column) = of(at);
            ExploreError::LoneReturn { line, column }
        }
    }
}
