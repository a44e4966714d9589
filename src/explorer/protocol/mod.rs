//! What the page and the explorer say to each other: each message is JSON, and sometimes a file beside it. Columns, tables
//! and rows are counted from 0.
mod ask;
mod facts;
mod read;
mod tell;
mod trouble;
mod words;

use crate::billing::ValueKind;
use crate::explore::{Choices, Dialect, ExploreError, Family, Note, Section};

/// Which question a message is about. The page numbers them.
pub type AskId = u32;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The number of the question.
    pub id: AskId,
    /// The question.
    pub what: What,
}

/// What the page wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Read the file beside this message. The one before it is given up once this one is whole.
    Open(Choices),
    /// Choose rows. A newer one cancels an older one that has not been answered.
    Look(Look),
    /// So many of the chosen rows, from one on.
    Rows {
        /// The first.
        from: usize,
        /// How many at most.
        count: usize,
    },
    /// So many of the groups, from one on.
    Groups {
        /// The first.
        from: usize,
        /// How many at most.
        count: usize,
    },
    /// What stands in a column, the most frequent first.
    Values {
        /// The table.
        table: usize,
        /// The column.
        column: usize,
        /// Only values that hold this text, in any case.
        text: String,
        /// How many at most.
        most: usize,
    },
    /// So many of the chosen rows from one on, as records of usage that another usage file can be made of, where
    /// [`TableFacts::has_records`].
    Records {
        /// The choice: the question that asked for it. Of another one nothing is told.
        of: AskId,
        /// The first.
        from: usize,
        /// How many at most.
        count: usize,
        /// What the link to the next page begins with; the number of its first row stands behind it.
        link: String,
    },
    /// Write the chosen rows into a file; beside it is the handle of a file on disk, or nothing.
    Write {
        /// The choice, as in [`What::Records`].
        of: AskId,
        /// The file.
        wanted: Writing,
    },
    /// The first rows of such a file, header first, as they will read.
    Preview {
        /// The choice, as in [`What::Records`].
        of: AskId,
        /// The file.
        wanted: Writing,
        /// How many rows at most.
        most: usize,
    },
    /// Stop answering this question.
    Cancel(AskId),
}

/// Which rows, in which order, and how they are grouped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// The table.
    pub table: usize,
    /// What a row must be, all of it.
    pub filters: Vec<Filter>,
    /// Columns to sort by, and whether the greatest comes first.
    pub sort: Vec<(usize, bool)>,
    /// Columns to group by; none for no groups.
    pub group: Vec<usize>,
    /// What the groups are sorted by, and whether the greatest comes first.
    pub group_sort: Option<(GroupSort, bool)>,
    /// The column of amounts to add up; none for the first of [`TableFacts::measures`].
    pub measure: Option<usize>,
}

/// What groups are sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupSort {
    /// A column they are grouped by.
    Column(usize),
    /// How many rows they have.
    Rows,
    /// Their sum in this currency.
    Sum(String),
}

/// What a row must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// The text stands in the column, or in any, in any case.
    Contains {
        /// The column; none for any.
        column: Option<usize>,
        /// The text.
        text: String,
    },
    /// The value is this one.
    Is {
        /// The column.
        column: usize,
        /// The value, as [`Said::Rows`] tells it.
        text: String,
    },
    /// The number or the day is this one or a greater one. What is neither in a column of that kind holds for no row.
    From {
        /// The column.
        column: usize,
        /// The number as plain digits, the day as `YYYY-MM-DD`.
        text: String,
    },
    /// The number or the day is this one or a smaller one.
    To {
        /// The column.
        column: usize,
        /// As [`Filter::From`].
        text: String,
    },
}

/// A file that is wanted of the chosen rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Writing {
    /// As the file was, byte for byte, with the chosen rows alone and in their order.
    AsItWas,
    /// The columns of the file itself.
    Own {
        /// Which, in their order.
        columns: Vec<usize>,
        /// Name of the target.
        target: String,
        /// Whether text is written as it is.
        exact: bool,
    },
    /// The groups of the choice, where it has some: a row each.
    Groups {
        /// Headers of all columns: those that are grouped by, the rows, a sum for each currency of [`Looked::sums`], the
        /// quantity, its unit.
        headers: Vec<String>,
        /// Which of these, in their order.
        columns: Vec<usize>,
        /// Name of the target.
        target: String,
        /// Whether text is written as it is.
        exact: bool,
    },
}

/// What the explorer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tell {
    /// The question that it answers.
    pub id: AskId,
    /// What it says.
    pub said: Said,
}

/// An answer, or how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// What the first bytes tell.
    Recognised {
        /// Which of Azure's files it is.
        family: Family,
        /// The versions that it can be.
        versions: Vec<String>,
    },
    /// So much was read or written.
    Progress {
        /// Rows.
        rows: u64,
        /// Bytes.
        bytes: u64,
    },
    /// The file is open.
    Opened(Box<FileFacts>),
    /// What was chosen.
    Looked(Looked),
    /// Rows, a value for each column: a number as plain digits, a day as `YYYY-MM-DD`. Of [`What::Preview`] as they will read.
    Rows(Vec<Vec<String>>),
    /// A page of records is beside the message, as the API answers one.
    Records,
    /// Groups.
    Groups(Vec<GroupFacts>),
    /// Values with the rows that have them, and whether these are all.
    Values {
        /// A value and its rows.
        values: Vec<(String, u32)>,
        /// Whether there are no more.
        is_all: bool,
    },
    /// The file is written. It is beside the message, where it is not on disk.
    Written {
        /// Rows, without the header.
        rows: u64,
        /// Bytes.
        bytes: u64,
        /// Sums of the cost: currency and digits.
        sums: Vec<(String, String)>,
        /// Numbers that a workbook has as text, because it would round them.
        long_numbers: u64,
    },
    /// It cannot be done.
    Failed(Trouble),
}

/// What an open file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// Which of Azure's files it is.
    pub family: Family,
    /// The versions that it can be.
    pub versions: Vec<String>,
    /// How it is written.
    pub dialect: Dialect,
    /// What is to be told of it.
    pub notes: Vec<Note>,
    /// Its tables.
    pub tables: Vec<TableFacts>,
    /// The table to show first.
    pub main: usize,
}

/// What a table is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableFacts {
    /// Which section of the file it is; none in a file without.
    pub section: Option<Section>,
    /// Its columns.
    pub columns: Vec<ColumnFacts>,
    /// How many rows it has.
    pub rows: u32,
    /// Columns of amounts that can be added up, the cost first.
    pub measures: Vec<usize>,
    /// Whether another usage file can be made of it.
    pub has_records: bool,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnFacts {
    /// The header as it stands.
    pub header: String,
    /// What its values are.
    pub kind: ValueKind,
    /// How many texts it has.
    pub distinct: u32,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looked {
    /// How many rows.
    pub rows: u32,
    /// How many groups, where they are grouped.
    pub groups: Option<u32>,
    /// What the rows add up to: currency, empty where the file does not tell it, and every digit.
    pub sums: Vec<(String, String)>,
    /// Rows that have something else than a number where the amount belongs. They are in no sum.
    pub unread: u32,
    /// Rows about reservations and savings plans: what these cost and how that is spread over their usage are two files,
    /// which FOCUS needs both of (usage-files §8).
    pub commitments: u32,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupFacts {
    /// Its values in the columns that are grouped by.
    pub values: Vec<String>,
    /// Its rows.
    pub rows: u32,
    /// Its sums, as [`Looked::sums`].
    pub sums: Vec<(String, String)>,
    /// Its quantity and the unit, where that is one.
    pub quantity: Option<(String, String)>,
}

/// Why something cannot be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The file is broken, or is no such file.
    Broken(ExploreError),
    /// The browser does not let the file be read: it was moved, changed or taken away.
    Unreadable,
    /// The file that was written is not what it should be, in words.
    Differs(String),
    /// The browser does not take the file.
    Refused,
    /// No file is open, or the question means nothing in it, or is about a choice that is no more.
    Question,
}
