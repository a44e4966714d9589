//! Making a file of a table: its rows through the exporter into the file, page by page.
use super::protocol::{Contents, Failure, TableOrder};
use crate::browser::clock::breathe;
use crate::browser::worker::Parts;
use crate::export::TableFile;
use wasm_bindgen::JsValue;

/// The cells of the first rows, header first.
///
/// # Errors
/// [`Failure::Order`].
pub fn first_rows(order: &TableOrder, most: usize) -> Result<Vec<Vec<String>>, Failure> {
    let plan = order.plan().ok_or(Failure::Order)?;
    Ok(order.table.first_rows(&plan, most))
}

/// Makes the file; `progress` hears of each page. The file, or nothing when it is on disk, and what is in it.
///
/// # Errors
/// [`Failure`]: there is no file then, and on disk nothing has taken its place.
pub async fn make(
    order: &TableOrder,
    place: &JsValue,
    progress: impl Fn(&Contents),
) -> Result<(Option<JsValue>, Contents), Failure> {
    let plan = order.plan().ok_or(Failure::Order)?;
    let mut file = TableFile::new(&order.table, &plan)?;
    let mut parts = Parts::open(place).await?;
    parts.push(file.exporter().bytes()).await?;
    while file.step(&order.table)? {
        parts.push(file.exporter().bytes()).await?;
        progress(&Contents::of(file.exporter(), parts.len()));
        // So that the person can say stop.
        breathe().await;
    }
    file.finish()?;
    parts.push(file.exporter().bytes()).await?;
    let made = parts.finish(plan.target.media_type()).await?;
    Ok((made, Contents::of(file.exporter(), parts.len())))
}
