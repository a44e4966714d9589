//! The workbook: takes pages that were checked, and gives the bytes of the file.
use super::page::Place;
use super::{SHEET_COLUMNS, SHEET_ROWS, XlsxCounts, XlsxError, XlsxPage, parts};
use crate::export::Column;
use crate::zip::{Archive, Packing, Sizes, ZipDay};
use std::rc::Rc;

/// Level of compression: a workbook is made at the speed of its rows.
const LEVEL: u8 = 1;

/// Writes a workbook of one table. Whatever was written can be taken out at any time.
#[derive(Debug)]
pub struct XlsxWriter {
    zip: Archive,
    columns: Rc<[Column]>,
    name: String,
    sheet_rows: u32,
    /// The header row, as every sheet begins with it.
    header: Vec<u8>,
    /// Bytes of a sheet before its rows.
    head: u64,
    place: Place,
    /// The last rows of the sheets before this one.
    ended: Vec<u32>,
}

impl XlsxWriter {
    /// Begins a workbook whose sheets are named `sheet_name`, `sheet_name (2)` and so on; what such a name may not have is
    /// `_`, and it is cut at 31 characters. The same rows make the same bytes.
    ///
    /// # Errors
    /// [`XlsxError::NoColumns`], [`XlsxError::TooManyColumns`], [`XlsxError::HeaderTooLong`].
    pub fn new(columns: &[Column], sheet_name: &str) -> Result<XlsxWriter, XlsxError> {
        if columns.is_empty() {
            return Err(XlsxError::NoColumns);
        }
        if columns.len() > SHEET_COLUMNS {
            return Err(XlsxError::TooManyColumns(columns.len()));
        }
        let columns: Rc<[Column]> = columns.into();
        let mut header = XlsxPage::new(Rc::clone(&columns), SHEET_ROWS, 0, Place::default());
        header.header()?;
        // No day: Excel's own workbooks have none either.
        let mut zip = Archive::new(ZipDay::FIRST);
        // First what does not depend on the rows: by these two names and the third a file is known to be a workbook.
        zip.add("_rels/.rels", Packing::Deflated, parts::package().as_bytes())?;
        zip.add("xl/styles.xml", Packing::Deflated, parts::styles().as_bytes())?;
        let mut writer = XlsxWriter {
            zip,
            columns,
            name: sheet_name.to_owned(),
            sheet_rows: SHEET_ROWS,
            header: header.xml,
            head: 0,
            place: Place::default(),
            ended: Vec::new(),
        };
        writer.begin_sheet()?;
        Ok(writer)
    }

    /// With at most so many rows on a sheet, its header among them: 2 to [`SHEET_ROWS`]. Before the first page.
    #[must_use]
    pub fn with_sheet_rows(mut self, rows: u32) -> XlsxWriter {
        self.sheet_rows = rows.clamp(2, SHEET_ROWS);
        self
    }

    /// How many sheets so many rows need; more only when a sheet of them would be of 4 GiB.
    pub fn sheets_for(rows: u64) -> u64 {
        rows.div_ceil(u64::from(SHEET_ROWS - 1)).max(1)
    }

    /// A page for the next rows.
    pub fn page(&self) -> XlsxPage {
        XlsxPage::new(Rc::clone(&self.columns), self.sheet_rows, self.head, self.place)
    }

    /// Adds the rows of a page. When it fails, everything is as it was before.
    ///
    /// # Errors
    /// [`XlsxError::EndsInsideRow`], [`XlsxError::PageDiffers`].
    pub fn accept(&mut self, page: &XlsxPage) -> Result<(), XlsxError> {
        if page.is_inside_row() {
            return Err(XlsxError::EndsInsideRow { row: page.row_number() });
        }
        if page.start != self.place {
            let (wanted, found) = (self.place.counts.rows + 1, page.start.counts.rows + 1);
            return Err(XlsxError::PageDiffers { wanted, found });
        }
        let mut from = 0;
        for (to, last_row) in &page.breaks {
            self.zip.write(page.xml.get(from..*to).unwrap_or_default())?;
            self.end_sheet(*last_row)?;
            self.begin_sheet()?;
            from = *to;
        }
        self.zip.write(page.xml.get(from..).unwrap_or_default())?;
        self.place = page.end;
        Ok(())
    }

    /// The bytes of the file since the last time: append them to what was taken before.
    pub fn take(&mut self) -> Vec<u8> {
        self.zip.take()
    }

    /// Ends the workbook; the answer is the rest of its bytes.
    ///
    /// # Errors
    /// [`XlsxError::Zip`].
    pub fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.end_sheet(self.place.row)?;
        let sheets = self.ended.len();
        let workbook = parts::workbook(&self.name, self.columns.len(), &self.ended);
        for (path, part) in [
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", parts::workbook_relations(sheets)),
            ("[Content_Types].xml", parts::content_types(sheets)),
        ] {
            self.zip.add(path, Packing::Deflated, part.as_bytes())?;
        }
        Ok(self.zip.finish()?)
    }

    /// Rows so far, and what is not what its kind would have it.
    pub fn counts(&self) -> XlsxCounts {
        self.place.counts
    }

    /// Sheets so far.
    pub fn sheets(&self) -> usize {
        self.ended.len() + 1
    }

    pub(super) fn place(&self) -> Place {
        self.place
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        let number = self.sheets();
        self.zip.begin(&parts::sheet_path(number), Sizes::Small, LEVEL)?;
        let head = parts::sheet_head(&self.columns, number);
        self.zip.write(head.as_bytes())?;
        self.zip.write(&self.header)?;
        self.head = (head.len() + self.header.len()) as u64;
        self.place = Place { row: 1, bytes: self.head, ..self.place };
        Ok(())
    }

    fn end_sheet(&mut self, last_row: u32) -> Result<(), XlsxError> {
        self.zip.write(parts::sheet_tail(self.columns.len(), last_row).as_bytes())?;
        self.zip.end()?;
        self.ended.push(last_row);
        Ok(())
    }
}
