//! The chosen rows as a file: as it was, under its own columns, or as groups.
use super::making::{Chosen, Listed};
use super::protocol::{Said, Trouble, Writing};
use crate::browser::clock;
use crate::browser::worker::{Parts, Refused};
use crate::export::ExportError;
use wasm_bindgen::JsValue;

impl From<Refused> for Trouble {
    fn from(_: Refused) -> Trouble {
        Trouble::Refused
    }
}

impl From<ExportError> for Trouble {
    fn from(error: ExportError) -> Trouble {
        Trouble::Differs(error.to_string())
    }
}

/// The first rows of the file, header first.
///
/// # Errors
/// [`Trouble`].
pub fn first_rows(chosen: Chosen<'_>, wanted: &Writing, most: usize) -> Result<Said, Trouble> {
    let Some(listed) = Listed::new(&chosen, wanted)? else {
        let columns = chosen.table.columns();
        let header = columns.iter().map(|column| column.header().to_owned()).collect();
        let row = |row: &u32| (0..columns.len()).map(|at| chosen.table.source(*row, at).to_owned()).collect();
        return Ok(Said::Rows(std::iter::once(header).chain(chosen.rows.iter().take(most).map(row)).collect()));
    };
    Ok(Said::Rows(listed.first_rows(most)))
}

/// Writes the file to a place on disk, or into a Blob where `place` is nothing; `tell` hears how far it is. The answer is the
/// Blob and what is told of it.
///
/// # Errors
/// [`Trouble`]: no file then, and on disk nothing has taken its place.
pub async fn write(
    chosen: Chosen<'_>,
    wanted: &Writing,
    place: &JsValue,
    tell: impl Fn(Said),
) -> Result<(Option<JsValue>, Said), Trouble> {
    let listed = Listed::new(&chosen, wanted)?;
    let mut parts = Parts::open(place).await?;
    let Some(listed) = listed else {
        let mut file = chosen.opened.write_rows(chosen.at, chosen.rows);
        while let Some(piece) = file.piece() {
            parts.push(piece).await?;
            tell(Said::Progress { rows: file.rows(), bytes: parts.len() });
            clock::breathe().await;
        }
        let file = parts.finish("text/csv").await?;
        let rows = chosen.rows.len() as u64;
        return Ok((file, Said::Written { rows, bytes: parts.len(), sums: Vec::new(), long_numbers: 0 }));
    };
    let mut exporter = listed.exporter()?;
    parts.push(exporter.bytes()).await?;
    while listed.step(&mut exporter)? {
        parts.push(exporter.bytes()).await?;
        tell(Said::Progress { rows: exporter.written().rows(), bytes: parts.len() });
        // So that the person can say stop.
        clock::breathe().await;
    }
    exporter.finish()?;
    parts.push(exporter.bytes()).await?;
    let written = exporter.written();
    let said = Said::Written {
        rows: written.rows(),
        bytes: parts.len(),
        sums: written.costs().map(|(currency, sum)| (currency.to_owned(), sum.to_string())).collect(),
        long_numbers: exporter.long_numbers(),
    };
    Ok((parts.finish(listed.target().media_type()).await?, said))
}
