//! A file of usage: records of a schema through the [`Exporter`].
use super::schema::cell;
use super::{CellMode, ExportError, Exporter, PageWriter, Plan, Target, UsageSchema};
use crate::billing::{UsageField, UsageRecord};

/// What a file of usage is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsagePlan {
    /// Its schema.
    pub schema: UsageSchema,
    /// Which of the schema's columns it has, in their order.
    pub columns: Vec<usize>,
    /// What it is written for.
    pub target: Target,
    /// How text is written.
    pub mode: CellMode,
}

impl UsagePlan {
    /// All columns of a schema, in the published order.
    pub fn whole(schema: UsageSchema, target: Target, mode: CellMode) -> UsagePlan {
        UsagePlan { schema, columns: (0..schema.columns().len()).collect(), target, mode }
    }

    fn plan(&self) -> Plan {
        let all = self.schema.columns();
        let place = |wanted: Option<usize>| self.columns.iter().position(|at| Some(*at) == wanted);
        Plan {
            columns: self.columns.iter().filter_map(|at| all.get(*at)).cloned().collect(),
            target: self.target,
            mode: self.mode,
            days: self.schema.days(),
            cost: place(self.schema.cost()),
            currency: place(self.schema.currency()),
            title: self.schema.name().to_owned(),
        }
    }
}

/// A file of usage being made.
#[derive(Debug)]
pub struct UsageFile {
    exporter: Exporter,
    sources: Vec<UsageField>,
}

impl UsageFile {
    /// Begins a file: its head is in [`Exporter::bytes`].
    ///
    /// # Errors
    /// [`ExportError`], as [`Exporter::new`].
    pub fn new(plan: &UsagePlan) -> Result<UsageFile, ExportError> {
        Ok(UsageFile { exporter: Exporter::new(plan.plan())?, sources: plan.schema.sources(&plan.columns) })
    }

    /// Adds a page of records, as [`Exporter::page`]: `fill` gives each of them to what it is given.
    ///
    /// # Errors
    /// [`ExportError`], and what `fill` gives.
    pub fn page<E: From<ExportError>>(
        &mut self,
        fill: impl FnOnce(&mut UsageRows<'_, '_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let sources = &*self.sources;
        self.exporter.page(|page| fill(&mut UsageRows { sources, page }))
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
pub struct UsageRows<'u, 'p> {
    sources: &'u [UsageField],
    page: &'u mut PageWriter<'p>,
}

impl UsageRows<'_, '_> {
    /// Adds the row of a record.
    ///
    /// # Errors
    /// [`ExportError`], as [`PageWriter::row`].
    pub fn add(&mut self, record: &UsageRecord<'_>) -> Result<(), ExportError> {
        self.page.row(self.sources.iter().map(|field| cell(record, *field)))
    }
}
