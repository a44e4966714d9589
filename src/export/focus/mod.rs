//! Usage as FOCUS, the FinOps Foundation's open specification of costs (usage-files §7, §8).
//!
//! Comes from two files of one scope and month: every row of the amortized costs, and of the actual costs the commitments
//! that were bought or given back ([`FocusVersion::takes`]). Numbers are exact, cost is price times quantity as printed, ends
//! are exclusive, what is not known is empty. Microsoft offers FOCUS for customer and partner agreements; for pay-as-you-go
//! it is Factuur's own extension.
mod amounts;
mod charge;
mod exact;
mod file;
mod focus_1_0;
mod focus_1_2;
mod key_value;
mod lookups;
mod preview;
mod terms;
mod things;

use super::{Cell, Column, DayStyle};
use crate::billing::{CostMetric, UsageField, UsageRecord, ValueKind};
pub use charge::{Charge, is_commitment};
pub use file::{FocusFile, FocusPlan, FocusRows};
pub use lookups::{LookupError, Lookups, Service};
pub use preview::FocusPreview;

/// A version of FOCUS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FocusVersion {
    /// 1.2, with 109 columns.
    V1_2,
    /// 1.0, with Microsoft's 96 columns.
    V1_0,
}

/// A column of a FOCUS file.
#[derive(Debug)]
pub struct FocusColumn {
    /// The header.
    pub name: &'static str,
    /// What its cells are.
    pub kind: ValueKind,
    source: Source,
}

/// Where the cells of a column come from. A cell that turns out empty is null.
#[derive(Debug)]
enum Source {
    /// Nowhere: no record has it.
    Null,
    /// Always the same.
    Constant(&'static str),
    /// A field of the record.
    Field(UsageField),
    /// A text or a number that stands somewhere already.
    Told(for<'c> fn(&'c Charge<'_>) -> &'c str),
    /// A text that has to be made; a number with one decimal at least.
    Made(fn(&Charge<'_>, &mut String)),
}

impl FocusVersion {
    /// Every version, the newest first.
    pub const ALL: [FocusVersion; 2] = [FocusVersion::V1_2, FocusVersion::V1_0];

    /// Its name in addresses and in names of files.
    pub fn name(self) -> &'static str {
        match self {
            FocusVersion::V1_2 => "focus-1.2",
            FocusVersion::V1_0 => "focus-1.0",
        }
    }

    /// The version of a name.
    pub fn parse(name: &str) -> Option<FocusVersion> {
        FocusVersion::ALL.into_iter().find(|version| version.name() == name)
    }

    /// The columns, in the file's order.
    pub fn columns(self) -> &'static [FocusColumn] {
        match self {
            FocusVersion::V1_2 => &focus_1_2::COLUMNS,
            FocusVersion::V1_0 => &focus_1_0::COLUMNS,
        }
    }

    /// Headers of the columns, in the file's order.
    pub fn column_names(self) -> &'static [&'static str] {
        match self {
            FocusVersion::V1_2 => &focus_1_2::NAMES,
            FocusVersion::V1_0 => &focus_1_0::NAMES,
        }
    }

    /// Days are moments: the beginning of the day in UTC.
    pub const DAYS: DayStyle = DayStyle::Midnight;

    /// Whether a row of this kind of costs belongs into a FOCUS file: every amortized row; of the actual costs only
    /// reservations and savings plans that are bought or given back, which the amortized costs have spread over their usage
    /// (usage-files §8).
    pub fn takes(record: &UsageRecord<'_>, metric: CostMetric) -> bool {
        match metric {
            CostMetric::Amortized => true,
            CostMetric::Actual => {
                matches!(record.text(UsageField::ChargeType), "Purchase" | "Refund")
                    && charge::is_commitment(record.text(UsageField::PricingModel))
            }
        }
    }
}

/// The headers of columns.
#[allow(clippy::indexing_slicing, reason = "done by the compiler, which would say so")]
const fn names<const N: usize>(columns: &[FocusColumn; N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = columns[at].name;
        at += 1;
    }
    names
}

impl FocusColumn {
    /// The column as every file has it.
    pub fn column(&self) -> Column {
        Column::new(self.name, self.kind)
    }

    /// The cell of a charge. `scratch` holds its text if it has to be made: what was in it is lost.
    pub fn cell<'c>(&self, charge: &'c Charge<'_>, scratch: &'c mut String) -> Cell<'c> {
        scratch.clear();
        let text = match &self.source {
            Source::Null => "",
            Source::Constant(text) => text,
            Source::Field(field) => charge.text(*field),
            Source::Told(text) => text(charge),
            Source::Made(make) => {
                make(charge, scratch);
                return Cell { kind: self.kind, text: scratch };
            }
        };
        if self.kind == ValueKind::Number {
            exact::plain(text, scratch);
            return Cell { kind: self.kind, text: scratch };
        }
        Cell { kind: self.kind, text }
    }
}
