//! The cells of a file as they will read, without making the file.
use super::csv_cell::is_defused;
use super::schema::cell;
use super::{Cell, UsagePlan};
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
        self.sources.iter().map(|field| self.shown(cell(record, *field))).collect()
    }

    fn shown(&self, cell: Cell<'_>) -> String {
        let Some(dialect) = self.plan.target.dialect(self.plan.schema.days()) else {
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
                if is_defused(text, self.plan.mode) {
                    out.push(b'\'');
                }
                out.extend_from_slice(text.as_bytes());
            }
        }
        String::from_utf8(out).unwrap_or_default()
    }
}
