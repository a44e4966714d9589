//! Rows as a workbook, read back page by page.
use super::xlsx::{XlsxError, XlsxPage, XlsxReadBack, XlsxWriter};
use super::{Cell, ExportError, Plan, Tally};

/// A workbook being made.
#[derive(Debug)]
pub(super) struct XlsxRows {
    /// None once it was ended.
    writer: Option<XlsxWriter>,
    page: XlsxPage,
    /// Places of cost and currency, as far as there are any.
    wanted: Vec<usize>,
    has_cost: bool,
    has_currency: bool,
    found: Tally,
}

impl XlsxRows {
    /// Of a plan.
    ///
    /// # Errors
    /// [`ExportError::Workbook`].
    pub(super) fn new(plan: &Plan) -> Result<XlsxRows, ExportError> {
        let writer = XlsxWriter::new(&plan.columns, &plan.title)?;
        let page = writer.page();
        let wanted = plan.cost.into_iter().chain(plan.currency).collect();
        let (has_cost, has_currency) = (plan.cost.is_some(), plan.currency.is_some());
        Ok(XlsxRows { writer: Some(writer), page, wanted, has_cost, has_currency, found: Tally::default() })
    }

    /// Begins a page.
    pub(super) fn begin(&mut self) {
        if let Some(writer) = &self.writer {
            self.page.restart(writer);
        }
    }

    /// Adds a row to the page.
    ///
    /// # Errors
    /// [`ExportError::Workbook`].
    pub(super) fn row<'c>(&mut self, cells: impl Iterator<Item = Cell<'c>>) -> Result<(), ExportError> {
        for cell in cells {
            self.page.cell(cell)?;
        }
        Ok(self.page.end_row()?)
    }

    /// Reads the page back and takes it into the workbook; what is ready of that goes to `out`. A page that cannot be read
    /// leaves everything as it was.
    ///
    /// # Errors
    /// [`ExportError::Workbook`], [`ExportError::RowDiffers`], [`ExportError::SumTooLarge`].
    pub(super) fn accept(&mut self, out: &mut Vec<u8>) -> Result<(), ExportError> {
        let mut found = self.found.clone();
        let mut rows = XlsxReadBack::new(&self.page, &self.wanted)?;
        while rows.next_row()?.is_some() {
            let cost = if self.has_cost { rows.text(0) } else { "" };
            let currency = if self.has_currency { rows.text(usize::from(self.has_cost)) } else { "" };
            found.count_text(currency, cost)?;
        }
        let Some(writer) = &mut self.writer else { return Ok(()) };
        writer.accept(&self.page)?;
        out.extend_from_slice(&writer.take());
        self.found = found;
        Ok(())
    }

    /// Ends the workbook.
    ///
    /// # Errors
    /// [`ExportError::Workbook`].
    pub(super) fn finish(&mut self, out: &mut Vec<u8>) -> Result<(), ExportError> {
        if let Some(writer) = self.writer.take() {
            out.extend_from_slice(&writer.finish()?);
        }
        Ok(())
    }

    /// What was found.
    pub(super) fn found(&self) -> &Tally {
        &self.found
    }

    /// Numbers of more than 15 digits, which are text.
    pub(super) fn long_numbers(&self) -> u64 {
        self.writer.as_ref().map_or(0, |writer| writer.counts().long_numbers)
    }
}

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> ExportError {
        ExportError::Workbook(error)
    }
}
