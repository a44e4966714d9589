//! The cells of a file as they will read, without making the file.
use super::csv_cell::is_defused;
use super::schema::cell;
use super::{Cell, CellMode, DayStyle, Target, UsagePlan};
use crate::billing::{UsageField, UsageRecord, ValueKind};

/// How the rows of a plan will read.
#[derive(Debug)]
pub struct UsagePreview<'p> {
    plan: &'p UsagePlan,
    sources: Vec<UsageField>,
}

impl<'p> UsagePreview<'p> {
    /// Of a plan.
    pub fn new(plan: &'p UsagePlan) -> UsagePreview<'p> {
        UsagePreview { plan, sources: plan.schema.sources(&plan.columns) }
    }

    /// The headers.
    pub fn header(&self) -> Vec<String> {
        let all = self.plan.schema.columns();
        self.plan.columns.iter().filter_map(|at| all.get(*at)).map(|column| column.name.to_string()).collect()
    }

    /// The cells of a record.
    pub fn row(&self, record: &UsageRecord<'_>) -> Vec<String> {
        let plan = self.plan;
        let shown = |field: &UsageField| as_it_reads(cell(record, *field), plan.target, plan.schema.days(), plan.mode);
        self.sources.iter().map(shown).collect()
    }
}

/// A cell as it reads in a file. Where a program reads it, it is as the record has it.
pub fn as_it_reads(cell: Cell<'_>, target: Target, days: DayStyle, mode: CellMode) -> String {
    let Some(dialect) = target.dialect(days) else {
        return cell.text.to_owned();
    };
    let mut out = Vec::new();
    match (cell.kind, cell.text) {
        (_, "") => {}
        (ValueKind::Number, digits) => dialect.push_number(digits, &mut out),
        (ValueKind::Day, day) => dialect.push_day(day, &mut out),
        (ValueKind::Flag, flag) => {
            let [yes, no] = dialect.flags;
            out.extend_from_slice(if flag == "true" { yes } else { no }.as_bytes());
        }
        (ValueKind::Text | ValueKind::Json, text) => {
            if is_defused(text, mode) {
                out.push(b'\'');
            }
            out.extend_from_slice(text.as_bytes());
        }
    }
    String::from_utf8(out).unwrap_or_default()
}
