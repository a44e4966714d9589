//! The cells of a FOCUS file as they will read, without making the file.
use super::{Charge, FocusPlan, FocusVersion, Lookups};
use crate::billing::UsageRecord;
use crate::export::preview::as_it_reads;

/// How the rows of a plan will read.
#[derive(Debug)]
pub struct FocusPreview<'p> {
    plan: &'p FocusPlan,
    lookups: &'p Lookups,
}

impl<'p> FocusPreview<'p> {
    /// Of a plan.
    pub fn new(plan: &'p FocusPlan, lookups: &'p Lookups) -> FocusPreview<'p> {
        FocusPreview { plan, lookups }
    }

    /// The headers.
    pub fn header(&self) -> Vec<String> {
        let all = self.plan.version.column_names();
        self.plan.columns.iter().filter_map(|at| all.get(*at)).map(|name| (*name).to_owned()).collect()
    }

    /// The cells of a record.
    pub fn row(&self, record: &UsageRecord<'_>) -> Vec<String> {
        let charge = Charge::new(record, self.lookups);
        let all = self.plan.version.columns();
        let mut scratch = String::new();
        let chosen = self.plan.columns.iter().filter_map(|at| all.get(*at));
        chosen
            .map(|column| {
                let cell = column.cell(&charge, &mut scratch);
                as_it_reads(cell, self.plan.target, FocusVersion::DAYS, self.plan.mode)
            })
            .collect()
    }
}
