//! The engine: pages of rows in, bytes of a file out. All of a page or nothing; each page is read back before it is handed
//! on, and at the end rows and sums are compared with their source.
use super::json_rows::{JsonReadBack, JsonRows};
use super::read_back::CsvReadBack;
use super::xlsx_rows::XlsxRows;
use super::{Cell, CellMode, Column, CsvWriter, DayStyle, Dialect, ExportError, Tally, Target};
use crate::export::dialect::MARK;

/// What a file is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The columns, in the file's order.
    pub columns: Vec<Column>,
    /// What it is written for.
    pub target: Target,
    /// How text is written, where the target has formulas.
    pub mode: CellMode,
    /// How the schema writes a day.
    pub days: DayStyle,
    /// The column that the file is added up by, if it has one.
    pub cost: Option<usize>,
    /// The column of that cost's currency, if it has one: sums of two currencies are two sums.
    pub currency: Option<usize>,
    /// What the table is called, in a workbook.
    pub title: String,
}

/// A file being made. Holds one page of it: what [`Exporter::bytes`] gives is to be taken before the next step.
#[derive(Debug)]
pub struct Exporter {
    plan: Plan,
    written: Tally,
    form: Form,
    /// What the last step made; used again for each page.
    bytes: Vec<u8>,
    long_numbers: u64,
}

/// How the rows of a target are made and read back.
#[derive(Debug)]
enum Form {
    Csv(Dialect, CsvReadBack),
    Json(JsonRows, JsonReadBack),
    Xlsx(Box<XlsxRows>),
}

impl Exporter {
    /// Begins a file: its head is in [`Exporter::bytes`].
    ///
    /// # Errors
    /// [`ExportError::HeaderDiffers`] when the head cannot be read back.
    pub fn new(plan: Plan) -> Result<Exporter, ExportError> {
        let mut bytes = Vec::new();
        let form = match plan.target.dialect(plan.days) {
            Some(dialect) => {
                if dialect.has_mark {
                    bytes.extend_from_slice(MARK);
                }
                let mut writer = CsvWriter::of(dialect, &mut bytes, plan.mode);
                for column in &plan.columns {
                    writer.text(&column.name);
                }
                writer.end_row();
                let mut found = CsvReadBack::new(&plan, dialect);
                found.read_head(&bytes, &plan)?;
                Form::Csv(dialect, found)
            }
            None if plan.target == Target::Xlsx => Form::Xlsx(Box::new(XlsxRows::new(&plan)?)),
            None => {
                let rows = JsonRows::new(&plan);
                rows.head(&mut bytes);
                let found = JsonReadBack::new(&plan);
                Form::Json(rows, found)
            }
        };
        Ok(Exporter { plan, written: Tally::default(), form, bytes, long_numbers: 0 })
    }

    /// Adds a page: `fill` gives its rows. When it fails, or the page cannot be read back, everything is as it was before.
    ///
    /// # Errors
    /// [`ExportError`], and what `fill` gives.
    pub fn page<E: From<ExportError>>(
        &mut self,
        fill: impl FnOnce(&mut PageWriter<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.bytes.clear();
        if let Form::Xlsx(book) = &mut self.form {
            book.begin();
        }
        let (plan, form, written) = (&self.plan, &mut self.form, self.written.clone());
        let mut page = PageWriter { plan, form, written, refused: None, out: &mut self.bytes };
        let filled = fill(&mut page);
        let (written, refused) = (page.written, page.refused);
        let read = match (filled, refused, &mut self.form) {
            (Err(error), ..) => Err(error),
            (Ok(()), Some(refused), _) => Err(refused.into()),
            (Ok(()), None, Form::Csv(_, found)) => found.read(&self.bytes).map_err(E::from),
            (Ok(()), None, Form::Json(rows, found)) => found.read(&self.bytes, rows).map_err(E::from),
            (Ok(()), None, Form::Xlsx(book)) => book.accept(&mut self.bytes).map_err(E::from),
        };
        match read {
            Ok(()) => self.written = written,
            Err(_) => self.bytes.clear(),
        }
        read
    }

    /// Ends the file: what is behind the last row is in [`Exporter::bytes`].
    ///
    /// # Errors
    /// [`ExportError::RowCountDiffers`], [`ExportError::SumDiffers`]: there is no file then.
    pub fn finish(&mut self) -> Result<(), ExportError> {
        self.bytes.clear();
        match &mut self.form {
            Form::Csv(_, found) => self.written.compare(found.found()),
            Form::Json(rows, found) => {
                rows.tail(self.written.rows(), &mut self.bytes);
                self.written.compare(found.found())
            }
            Form::Xlsx(book) => {
                self.written.compare(book.found())?;
                self.long_numbers = book.long_numbers();
                book.finish(&mut self.bytes)
            }
        }
    }

    /// Numbers that a workbook has as text, because they have more than the 15 digits that Excel keeps. Known at the end.
    pub fn long_numbers(&self) -> u64 {
        self.long_numbers
    }

    /// What the last step made.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Rows and sums so far.
    pub fn written(&self) -> &Tally {
        &self.written
    }
}

/// Takes the rows of one page.
pub struct PageWriter<'e> {
    plan: &'e Plan,
    form: &'e mut Form,
    written: Tally,
    /// Why a row was refused: there is no page then, whether or not the caller minds.
    refused: Option<ExportError>,
    out: &'e mut Vec<u8>,
}

impl PageWriter<'_> {
    /// Adds a row: a cell for each column, in their order.
    ///
    /// # Errors
    /// [`ExportError::RowDiffers`] for another number of cells or a cost that is no number, [`ExportError::SumTooLarge`].
    pub fn row<'c>(&mut self, cells: impl Iterator<Item = Cell<'c>>) -> Result<(), ExportError> {
        let added = self.add(cells);
        if let Err(error) = &added {
            self.refused.get_or_insert_with(|| error.clone());
        }
        added
    }

    fn add<'c>(&mut self, cells: impl Iterator<Item = Cell<'c>>) -> Result<(), ExportError> {
        let (mut cost, mut currency, mut count) = ("", "", 0);
        let row = self.written.rows() + 1;
        let mut cells = cells.inspect(|cell| {
            if self.plan.cost == Some(count) {
                cost = cell.text;
            }
            if self.plan.currency == Some(count) {
                currency = cell.text;
            }
            count += 1;
        });
        match &mut *self.form {
            Form::Csv(dialect, _) => {
                let mut writer = CsvWriter::of(*dialect, self.out, self.plan.mode);
                cells.by_ref().for_each(|cell| writer.cell(cell));
                writer.end_row();
            }
            Form::Json(rows, _) => rows.row(row == 1, cells.by_ref(), self.out),
            Form::Xlsx(book) => book.row(cells.by_ref())?,
        }
        drop(cells);
        if count != self.plan.columns.len() {
            return Err(ExportError::RowDiffers { row });
        }
        self.written.count_text(currency, cost)
    }
}
