//! Workbooks (XLSX, ECMA-376): one table, over as many sheets as it needs, handed out while it is made.
//!
//! Rows are written into an [`XlsxPage`], which is read back ([`XlsxReadBack`]) and only then accepted by the
//! [`XlsxWriter`]: a page that fails leaves the workbook as it was. Text is written into the cells themselves, so that
//! nothing grows with the file but the list of its sheets; a spreadsheet never runs such text, so it is exact.
//!
//! Every sheet stays below 4 GiB, so that no part of the file needs the eight-byte form of zip, at which Excel stumbles.
mod page;
mod parts;
mod place;
mod read_back;
mod text;
mod writer;

pub use page::XlsxPage;
pub use read_back::XlsxReadBack;
pub use writer::XlsxWriter;

use crate::billing::ValueKind;
use crate::zip::ZipError;

/// Rows of a sheet at most, its header among them.
pub const SHEET_ROWS: u32 = 1_048_576;
/// Columns of a sheet at most.
pub const SHEET_COLUMNS: usize = 16_384;
/// UTF-16 code units in a cell at most.
pub const CELL_UNITS: usize = 32_767;
/// Bytes of a sheet, before compression, after which the next one begins. What is above it, 64 MiB, is room for the last row.
const SHEET_BYTES: u64 = (1 << 32) - (64 << 20);
/// Digits that a spreadsheet keeps of a number.
const KEPT_DIGITS: u32 = 15;

/// What was written otherwise than its kind would have it, and how much in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct XlsxCounts {
    /// Rows, without headers.
    pub rows: u64,
    /// Numbers that are text in the file: they have more than the 15 digits that Excel keeps.
    pub long_numbers: u64,
    /// Days that are text in the file: they are before 1 March 1900, where Excel's calendar is not the real one.
    pub early_days: u64,
}

/// Why a workbook is not made. Rows are counted from 1 over all sheets, without headers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum XlsxError {
    /// A table has a column at least.
    #[error("a workbook needs a column")]
    NoColumns,
    /// A sheet has 16,384 columns at most.
    #[error("{0} columns are more than the {SHEET_COLUMNS} of a sheet")]
    TooManyColumns(usize),
    /// The header of a column has more than 32,767 UTF-16 code units.
    #[error("the header of column {0} is longer than the {CELL_UNITS} characters of a cell")]
    HeaderTooLong(usize),
    /// A text has more than 32,767 UTF-16 code units.
    #[error("row {row}, {column}: {units} characters are more than the {CELL_UNITS} of a cell")]
    TextTooLong {
        /// The row.
        row: u64,
        /// Name of the column.
        column: String,
        /// UTF-16 code units of the text.
        units: usize,
    },
    /// A value has not the form of its kind.
    #[error("row {row}, {column}: \"{text}\" is not {}", kind_name(*.kind))]
    NotOfItsKind {
        /// The row.
        row: u64,
        /// Name of the column.
        column: String,
        /// What it should be.
        kind: ValueKind,
        /// What it is.
        text: String,
    },
    /// A row was written with more or fewer cells than there are columns.
    #[error("row {row} has not the {columns} cells of its columns")]
    CellCountDiffers {
        /// The row.
        row: u64,
        /// Columns of the table.
        columns: usize,
    },
    /// The last row of a page has no end.
    #[error("the page ends inside row {row}")]
    EndsInsideRow {
        /// The row.
        row: u64,
    },
    /// The page does not begin after the last row that was accepted.
    #[error("the page begins with row {found}, row {wanted} comes next")]
    PageDiffers {
        /// The row that comes next.
        wanted: u64,
        /// The first row of the page.
        found: u64,
    },
    /// Read back, a row is not what may be written.
    #[error("row {row} cannot be read back")]
    NotReadable {
        /// The row.
        row: u64,
    },
    /// A row that makes its sheet larger than 4 GiB, or another fault of the zip.
    #[error(transparent)]
    Zip(#[from] ZipError),
}

fn kind_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Text => "text",
        ValueKind::Number => "a number",
        ValueKind::Day => "a day",
        ValueKind::Flag => "true or false",
        ValueKind::Json => "JSON",
    }
}
