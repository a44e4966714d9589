//! What the page and the engine say to each other: each message is JSON, and sometimes one thing of the browser's beside it
//! (bytes, a Blob, the handle of a file).
mod ask;
mod failure;
mod table;
mod tell;

use crate::export::focus::FocusPlan;
use crate::export::{CellMode, Exporter, FileSchema, Target, UsagePlan};

pub use failure::{Failure, Silence};
pub use table::TableOrder;

/// Which job a message is about. The page numbers them.
pub type JobId = u32;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Make a file. Beside it: the handle of a file on disk, if it is to go there.
    Export {
        /// The job.
        job: JobId,
        /// What is wanted.
        order: Order,
    },
    /// Show the first rows of such a file, and nothing else.
    Preview {
        /// The job.
        job: JobId,
        /// What is wanted.
        order: Order,
        /// How many rows at most.
        rows: usize,
    },
    /// Make a file of a table, or show its first rows. Beside it: the handle of a file on disk, if it is to go there.
    Table {
        /// The job.
        job: JobId,
        /// What is wanted.
        order: TableOrder,
        /// How many rows at most are to be shown; none has the file made.
        rows: Option<usize>,
    },
    /// Go on after a failure, with this access token: only what is missing is asked for.
    Resume {
        /// The job.
        job: JobId,
        /// The token.
        token: Option<String>,
    },
    /// Hand over what there is after a failure, as a file that says that it is not whole.
    Keep {
        /// The job.
        job: JobId,
    },
    /// Stop, and forget what was done.
    Cancel {
        /// The job.
        job: JobId,
    },
    /// The answer to a [`Tell::Request`]. Beside it: the bytes of its body.
    Answer {
        /// The request.
        request: u32,
        /// HTTP status.
        status: u16,
        /// Headers.
        headers: Vec<(String, String)>,
    },
    /// There is no answer to a [`Tell::Request`].
    NoAnswer {
        /// The request.
        request: u32,
        /// Why.
        failure: Silence,
    },
}

/// What the engine says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tell {
    /// Ask what answers in the page: the sandbox, or files of the person's own.
    Request {
        /// Number of the request.
        request: u32,
        /// Absolute address, to be read with GET.
        url: String,
        /// Headers.
        headers: Vec<(String, String)>,
    },
    /// How far a job is.
    Progress {
        /// The job.
        job: JobId,
        /// Rows written.
        rows: u64,
        /// Bytes written.
        bytes: u64,
    },
    /// A job is done. Beside it: the file as a Blob, unless it went to disk.
    Done {
        /// The job.
        job: JobId,
        /// What is in the file.
        contents: Contents,
    },
    /// The first rows.
    Preview {
        /// The job.
        job: JobId,
        /// The cells, header first, as they read.
        rows: Vec<Vec<String>>,
    },
    /// A job failed. What was done is kept, for [`Ask::Resume`] and [`Ask::Keep`].
    Failed {
        /// The job.
        job: JobId,
        /// Why.
        failure: Failure,
        /// Whether some rows are there to be kept.
        has_rows: bool,
    },
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// Rows, without the header.
    pub rows: u64,
    /// Bytes.
    pub bytes: u64,
    /// Sums of the cost: currency and digits.
    pub sums: Vec<(String, String)>,
    /// Numbers that a workbook has as text, because they have more digits than Excel keeps.
    pub long_numbers: u64,
}

impl Contents {
    /// What an exporter has written into a file of so many bytes.
    pub fn of(exporter: &Exporter, bytes: u64) -> Contents {
        let written = exporter.written();
        // Without a column of currencies there is nothing to be told.
        let told = written.costs().filter(|(currency, _)| !currency.is_empty());
        Contents {
            rows: written.rows(),
            bytes,
            sums: told.map(|(currency, sum)| (currency.to_owned(), sum.to_string())).collect(),
            long_numbers: exporter.long_numbers(),
        }
    }
}

/// What file is wanted, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Who answers.
    pub source: Source,
    /// Whose usage.
    pub of: UsageOf,
    /// First and last UTC billing date, `YYYY-MM-DD`.
    pub days: (String, String),
    /// Name of the schema.
    pub schema: String,
    /// Which of the schema's columns, in their order.
    pub columns: Vec<usize>,
    /// Name of the target.
    pub target: String,
    /// Whether text is written as it is.
    pub exact: bool,
}

impl Order {
    /// The plan of the file; none when the names are none.
    pub fn plan(&self) -> Option<FilePlan> {
        let columns = self.columns.clone();
        let target = Target::parse(&self.target)?;
        let mode = if self.exact { CellMode::Exact } else { CellMode::Safe };
        Some(match FileSchema::parse(&self.schema)? {
            FileSchema::Usage(schema) => FilePlan::Usage(UsagePlan { schema, columns, target, mode }),
            FileSchema::Focus(version) => FilePlan::Focus(FocusPlan { version, columns, target, mode }),
        })
    }
}

/// What a file is to be, by its schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilePlan {
    /// As Azure makes it.
    Usage(UsagePlan),
    /// FOCUS.
    Focus(FocusPlan),
}

impl FilePlan {
    /// What it is written for.
    pub fn target(&self) -> Target {
        match self {
            FilePlan::Usage(plan) => plan.target,
            FilePlan::Focus(plan) => plan.target,
        }
    }
}

/// Whose usage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageOf {
    /// Of a billing profile or what is below it (MCA, MPA), by its ARM id.
    Scope(String),
    /// Of a pay-as-you-go subscription (MOSP), by its id.
    Subscription(String),
    /// Of the chosen rows of a file of the person's own: which choice it is.
    Own(u32),
}

/// Who answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Origin of the API.
    pub origin: String,
    /// Access token, for that origin alone.
    pub token: Option<String>,
    /// The directory one looks through, of the sandbox.
    pub directory: Option<String>,
    /// Whether the page has to be asked: the sandbox runs there.
    pub in_page: bool,
}
