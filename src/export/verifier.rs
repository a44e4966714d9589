//! Reads a usage file back before it is handed over.
use super::{CellMode, ExportError, Tally, restored};
use rust_decimal::Decimal;

/// What a schema's rows look like to the [`Verifier`].
#[derive(Debug)]
pub(super) struct Shape {
    /// Cells of a row.
    pub(super) cells: usize,
    /// Whether these are the cells of its header.
    pub(super) is_header: fn(&csv::ByteRecord) -> bool,
    /// Which cell is the currency.
    pub(super) currency: usize,
    /// Which cell is the cost.
    pub(super) cost: usize,
}

/// Reads a file back as it is made, part by part, with another CSV implementation than the one that wrote it.
#[derive(Debug, Clone)]
pub struct Verifier {
    shape: &'static Shape,
    mode: CellMode,
    found: Tally,
    has_header: bool,
}

impl Verifier {
    /// Nothing read yet of a file of this shape and mode.
    pub(super) fn new(shape: &'static Shape, mode: CellMode) -> Verifier {
        Verifier { shape, mode, found: Tally::default(), has_header: false }
    }

    /// Reads the next part, which ends at the end of a row; the first part begins with the header.
    ///
    /// # Errors
    /// [`ExportError::HeaderDiffers`], [`ExportError::EndsInsideRow`], [`ExportError::RowDiffers`],
    /// [`ExportError::SumTooLarge`].
    pub fn read(&mut self, part: &[u8]) -> Result<(), ExportError> {
        if !part.is_empty() && !part.ends_with(b"\r\n") {
            return Err(ExportError::EndsInsideRow);
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(part);
        let mut cells = csv::ByteRecord::new();
        loop {
            let row = self.found.rows() + 1;
            let differs = ExportError::RowDiffers { row };
            if !reader.read_byte_record(&mut cells).map_err(|_| differs.clone())? {
                return Ok(());
            }
            if !self.has_header {
                self.has_header = (self.shape.is_header)(&cells);
                if !self.has_header {
                    return Err(ExportError::HeaderDiffers);
                }
                continue;
            }
            let (currency, cost) = self.currency_and_cost(&cells).ok_or(differs)?;
            self.found.count(currency, cost)?;
        }
    }

    /// None when the row has another number of cells, or these two are not text and a number.
    fn currency_and_cost<'c>(&self, cells: &'c csv::ByteRecord) -> Option<(&'c str, Option<Decimal>)> {
        if cells.len() != self.shape.cells {
            return None;
        }
        let cell = |at| std::str::from_utf8(cells.get(at)?).ok();
        let cost = match cell(self.shape.cost)? {
            "" => None,
            digits => Some(Decimal::from_str_exact(digits).ok()?),
        };
        Some((restored(cell(self.shape.currency)?, self.mode), cost))
    }

    /// Compares what was found with what was written.
    ///
    /// # Errors
    /// [`ExportError::HeaderDiffers`], [`ExportError::RowCountDiffers`], [`ExportError::SumDiffers`].
    pub fn finish(&self, written: &Tally) -> Result<(), ExportError> {
        if !self.has_header {
            return Err(ExportError::HeaderDiffers);
        }
        written.compare(&self.found)
    }
}
