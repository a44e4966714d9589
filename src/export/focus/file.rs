//! A FOCUS file: charges through the [`Exporter`].
use super::{Charge, FocusVersion, Lookups};
use crate::billing::{CostMetric, UsageRecord};
use crate::export::{Cell, CellMode, ExportError, Exporter, PageWriter, Plan, Target};

/// What a FOCUS file is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusPlan {
    /// Its version.
    pub version: FocusVersion,
    /// Which of the version's columns it has, in their order.
    pub columns: Vec<usize>,
    /// What it is written for.
    pub target: Target,
    /// How text is written.
    pub mode: CellMode,
}

impl FocusPlan {
    /// All columns of a version, in its order.
    pub fn whole(version: FocusVersion, target: Target, mode: CellMode) -> FocusPlan {
        FocusPlan { version, columns: (0..version.columns().len()).collect(), target, mode }
    }

    fn plan(&self) -> Plan {
        let all = self.version.columns();
        let columns: Vec<_> = self.columns.iter().filter_map(|at| all.get(*at)).map(|it| it.column()).collect();
        let place = |name: &str| columns.iter().position(|column| column.name == name);
        let (cost, currency) = (place("BilledCost"), place("BillingCurrency"));
        let title = self.version.name().to_owned();
        Plan { title, columns, target: self.target, mode: self.mode, days: FocusVersion::DAYS, cost, currency }
    }
}

/// A FOCUS file being made.
#[derive(Debug)]
pub struct FocusFile {
    plan: FocusPlan,
    exporter: Exporter,
    cells: Cells,
}

/// The text of the cells of a row one after the other, and where each ends; used again for each row.
#[derive(Debug, Default)]
struct Cells {
    text: String,
    ends: Vec<usize>,
    scratch: String,
}

impl FocusFile {
    /// Begins a file: its head is in [`Exporter::bytes`].
    ///
    /// # Errors
    /// [`ExportError`], as [`Exporter::new`].
    pub fn new(plan: FocusPlan) -> Result<FocusFile, ExportError> {
        Ok(FocusFile { exporter: Exporter::new(plan.plan())?, plan, cells: Cells::default() })
    }

    /// Adds a page of records, as [`Exporter::page`]: `fill` gives each of them to what it is given.
    ///
    /// # Errors
    /// [`ExportError`], and what `fill` gives.
    pub fn page<E: From<ExportError>>(
        &mut self,
        lookups: &Lookups,
        fill: impl FnOnce(&mut FocusRows<'_, '_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let (plan, cells) = (&self.plan, &mut self.cells);
        self.exporter.page(|page| fill(&mut FocusRows { plan, lookups, cells, page }))
    }

    /// Ends the file, as [`Exporter::finish`].
    ///
    /// # Errors
    /// [`ExportError::RowCountDiffers`], [`ExportError::SumDiffers`].
    pub fn finish(&mut self) -> Result<(), ExportError> {
        self.exporter.finish()
    }

    /// The engine, for what it made and how far it is.
    pub fn exporter(&self) -> &Exporter {
        &self.exporter
    }
}

/// Takes the records of one page.
pub struct FocusRows<'f, 'p> {
    plan: &'f FocusPlan,
    lookups: &'f Lookups,
    cells: &'f mut Cells,
    page: &'f mut PageWriter<'p>,
}

impl FocusRows<'_, '_> {
    /// Adds the row of a record; none for one that does not belong into the file ([`FocusVersion::takes`]).
    ///
    /// # Errors
    /// [`ExportError`], as [`PageWriter::row`].
    pub fn add(&mut self, record: &UsageRecord<'_>, metric: CostMetric) -> Result<(), ExportError> {
        if !FocusVersion::takes(record, metric) {
            return Ok(());
        }
        let charge = Charge::new(record, self.lookups);
        let all = self.plan.version.columns();
        let chosen = self.plan.columns.iter().filter_map(|at| all.get(*at));
        let Cells { text, ends, scratch } = &mut *self.cells;
        text.clear();
        ends.clear();
        for column in chosen.clone() {
            text.push_str(column.cell(&charge, scratch).text);
            ends.push(text.len());
        }
        let mut start = 0;
        let (text, ends) = (&*text, &*ends);
        self.page.row(chosen.zip(ends).map(|(column, end)| {
            let cell = Cell { kind: column.kind, text: text.get(start..*end).unwrap_or_default() };
            start = *end;
            cell
        }))
    }
}
