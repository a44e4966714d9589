//! Billing data to rows of a file: one file per schema, the rules of a CSV cell, names of files.
//!
//! Comes in: billing, arm's JSON reader and JSON writer, text, zip, csv, memchr. Never: the browser, Leptos, an async
//! runtime, floats. Everything here writes into a buffer that the caller owns; what becomes of the bytes is for others.
mod account_center;
mod account_center_reader;
pub mod account_center_v1;
pub mod account_center_v2;
mod cell;
mod csv_cell;
mod csv_writer;
mod dialect;
mod exporter;
mod file_name;
mod file_schema;
pub mod focus;
mod invoice_list;
mod json_rows;
mod preview;
mod read_back;
mod role_assignments;
mod schema;
mod table;
mod tally;
mod target;
mod transactions;
mod usage_file;
mod xlsx;
mod xlsx_rows;

pub use account_center_reader::AccountCenterError;
pub use cell::{Cell, Column};
pub use csv_cell::{CellMode, is_run_by_spreadsheets, restored};
pub use csv_writer::CsvWriter;
pub use dialect::{DayStyle, Dialect};
pub use exporter::{Exporter, PageWriter, Plan};
pub use file_name::{csv_file_name, file_name};
pub use file_schema::FileSchema;
pub use invoice_list::{InvoiceColumn, InvoiceListWords, invoice_list};
pub use preview::{UsagePreview, as_it_reads};
pub use role_assignments::{AssignmentColumn, AssignmentWords, role_assignments};
pub use schema::UsageSchema;
pub use table::{Field, FieldKind, Table, TableColumn, TableFile, TableMaker, TablePlan};
pub use tally::Tally;
pub use target::Target;
pub use transactions::{TransactionColumn, TransactionWords, transactions};
pub use usage_file::{UsageFile, UsagePlan, UsageRows};
pub use xlsx::{CELL_UNITS, SHEET_COLUMNS, SHEET_ROWS, XlsxCounts, XlsxError, XlsxPage, XlsxReadBack, XlsxWriter};

/// Why a file is not handed over. Rows are counted from 1, without the header.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// A sum over the rows so far has more digits than are kept.
    #[error("the sum up to row {row} is too large")]
    SumTooLarge {
        /// The row that was one too many.
        row: u64,
    },
    /// The invoice, or what else a row is about, has amounts in two currencies, but its row has one currency cell.
    #[error("{invoice} has amounts in more than one currency")]
    CurrenciesDiffer {
        /// Its number, or what names the row.
        invoice: String,
    },
    /// Read back, the file does not begin with its header line.
    #[error("the file does not begin with its header line")]
    HeaderDiffers,
    /// A row has too few or too many cells, its cost is no number, or, read back, it is not readable at all.
    #[error("row {row} cannot be written and read back")]
    RowDiffers {
        /// The row.
        row: u64,
    },
    /// Read back, the file has another number of rows than were written.
    #[error("{written} rows were written, {found} are in the file")]
    RowCountDiffers {
        /// Rows written.
        written: u64,
        /// Rows found.
        found: u64,
    },
    /// Read back, the costs of a currency add up to something else than what was written.
    #[error("{written} {currency} were written, the file adds up to {found}")]
    SumDiffers {
        /// Billing currency.
        currency: String,
        /// Sum of what was written.
        written: String,
        /// Sum of what was found.
        found: String,
    },
    /// The rows do not make a workbook, or it cannot be read back.
    #[error("{0}")]
    Workbook(XlsxError),
    /// An Account Center file cannot be read back.
    #[error("the file cannot be read back: {0}")]
    NotReadable(#[from] AccountCenterError),
    /// Read back, a section of an Account Center file is not what was written.
    #[error("read back, \"{section}\" is not what was written")]
    StatementDiffers {
        /// Title of the section.
        section: &'static str,
    },
}
