//! Papers and archives: an invoice as PDF, many files as one zip.
//!
//! Comes in: billing, text, zip, pdf-writer, miniz_oxide (deflate), sha2. Never: the browser, Leptos, a clock. `f32` is for places
//! on paper, never for an amount. The same input makes the same bytes.
mod archive;
mod file;
mod grid;
mod head;
mod index;
mod invoice_pdf;
mod latin;
mod lines;
mod metrics;
mod paper;
mod payments;
mod safe_name;
mod sheet;
mod summary;
mod tags;
mod wrap;

pub use crate::zip::Packing;
pub use archive::{ZipEntry, ZipWriter};
pub use index::{IndexRow, index_csv};
pub use invoice_pdf::invoice_pdf;
pub use paper::{InvoicePaper, PaperLine, PayAsYouGoLine};
pub use safe_name::{FileNames, safe_name};

use crate::zip::ZipError;

/// Why a paper or an archive is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The paper has more lines than one PDF can hold (about a million).
    #[error("invoice {invoice} has too many lines for one PDF")]
    TooLong {
        /// Its number.
        invoice: String,
    },
    /// A zip can only tell days of the years 1980 to 2107.
    #[error("{0} is not a day that a zip can tell")]
    DayOutsideZip(chrono::NaiveDate),
    /// A file was begun before the one before it was ended.
    #[error("\"{0}\" is still open in the archive")]
    FileOpen(String),
    /// Bytes came, or an end, while no file was open.
    #[error("no file is open in the archive")]
    NoFileOpen,
    /// The archive cannot hold a file.
    #[error(transparent)]
    Archive(ZipError),
}

impl From<ZipError> for DocumentError {
    fn from(error: ZipError) -> DocumentError {
        match error {
            ZipError::Open(name) => DocumentError::FileOpen(name),
            ZipError::NoneOpen => DocumentError::NoFileOpen,
            error => DocumentError::Archive(error),
        }
    }
}
