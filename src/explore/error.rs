//! Why a file is not opened, and what is told of one that is.
use super::DayOrder;
use std::fmt;

/// What should have stood in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A number of at most 28 digits.
    Number,
    /// An amount and its currency, such as `$4.49 USD`.
    Amount,
    /// A day; how days are written in this file.
    Day(DayOrder),
    /// `True` or `False`.
    Flag,
    /// A JSON object.
    Json,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Expected::Number => "a number of at most 28 digits",
            Expected::Amount => "an amount and its currency, such as $4.49 USD,",
            Expected::Day(DayOrder::YearFirst) => "a day such as 2026-02-17",
            Expected::Day(DayOrder::MonthFirst) => "a day such as 02/17/2026",
            Expected::Day(DayOrder::DayFirst) => "a day such as 17-02-2026",
            Expected::Flag => "True or False",
            Expected::Json => "a JSON object",
        })
    }
}

fn delimiter_word(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => "semicolon",
        b'\t' => "tab",
        _ => "comma",
    }
}

/// Why a file cannot be read. Lines and columns are counted from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExploreError {
    /// There is no header.
    #[error("line 1: a header expected, the file is empty")]
    NoHeader,
    /// Something else than the end of a cell follows its closing quote.
    #[error("line {line}, column {column}: a {} or the end of the line after a closing quote expected", delimiter_word(*delimiter))]
    AfterQuote {
        /// Line.
        line: u64,
        /// Character of the line.
        column: u64,
        /// What parts the cells.
        delimiter: u8,
    },
    /// A quote within a cell that is not in quotes.
    #[error("line {line}, column {column}: no quote expected in a cell that does not begin with one")]
    QuoteInCell {
        /// Line.
        line: u64,
        /// Character of the line.
        column: u64,
    },
    /// The file ends within quotes.
    #[error("line {line}, column {column}: a closing quote expected before the end of the file")]
    EndsInQuotes {
        /// Line of the opening quote.
        line: u64,
        /// Character of the line.
        column: u64,
    },
    /// A carriage return that is not part of the end of a line.
    #[error("line {line}, column {column}: a line feed expected after a carriage return")]
    LoneReturn {
        /// Line.
        line: u64,
        /// Character of the line.
        column: u64,
    },
    /// Bytes that are no text.
    #[error("line {line}, column {column}: text in UTF-8 expected")]
    NotUtf8 {
        /// Line.
        line: u64,
        /// Character of the line.
        column: u64,
    },
    /// Half a character.
    #[error("character {unit}: text in UTF-16 expected, found half a character")]
    NotUtf16 {
        /// Which 16 bits of the file, from 1, without the byte order mark.
        unit: u64,
    },
    /// A row with too few or too many cells.
    #[error("line {line}: {expected} cells expected, {found} found")]
    Cells {
        /// Line on which the row begins.
        line: u64,
        /// Cells of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// A value that is not what its column has.
    #[error("line {line}, column `{column}`: {expected} expected, found `{found}`")]
    Value {
        /// Line on which the row begins.
        line: u64,
        /// Header of the column.
        column: String,
        /// What should be there.
        expected: Expected,
        /// What is there, cut after some characters.
        found: String,
    },
    /// A row of more than 16 MiB.
    #[error("line {line}: the end of a row expected within 16 MiB")]
    RowTooLong {
        /// Line on which the row begins.
        line: u64,
    },
    /// More rows, or more text in one column, than four bytes can count.
    #[error("line {line}: at most 4,294,967,295 rows and as many bytes of distinct text in a column expected")]
    TooLarge {
        /// Line on which the row begins.
        line: u64,
    },
}

/// What is told of a file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Its days read two ways, and none of them tells which; they are taken as the format documents them.
    DaysByFormat(DayOrder),
    /// Its days are not in the order that the format documents, as the values show.
    DaysByValues(DayOrder),
    /// A column of days that read two ways, in a file of no known format: it stays text until the person chooses.
    DaysAmbiguous {
        /// Header of the column.
        column: String,
    },
    /// A column of numbers whose one sign can be of decimals or of thousands, in a file of no known format: it stays text
    /// until the person chooses.
    NumbersAmbiguous {
        /// Header of the column.
        column: String,
    },
    /// Values that are not what their column has, kept as text since the person said so.
    KeptAsText {
        /// Header of the column.
        column: String,
        /// How many cells.
        cells: u64,
        /// Line of the first.
        line: u64,
        /// The first.
        found: String,
    },
}
