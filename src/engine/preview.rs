//! The first rows of a file, as its cells will read.
use super::protocol::{Failure, Order};
use super::usage_job::pages;
use crate::arm::{ArmError, Client};
use crate::export::UsagePreview;

/// Why no more rows are taken.
enum Stop {
    Arm(ArmError),
    Enough,
}

impl From<ArmError> for Stop {
    fn from(error: ArmError) -> Stop {
        Stop::Arm(error)
    }
}

/// The cells of the first rows, header first.
///
/// # Errors
/// [`Failure`].
pub async fn first_rows(client: &Client, order: &Order, most: usize) -> Result<Vec<Vec<String>>, Failure> {
    let plan = order.plan().ok_or(Failure::Order)?;
    let (pages, kind) = pages(client, order)?;
    let mut pages = pages.in_pages_of(most);
    let preview = UsagePreview::new(&plan);
    let mut rows = vec![preview.header()];
    while let Some(question) = pages.question() {
        let Some(page) = question.ask().await? else { break };
        let read = page.each(kind, &mut |record| {
            if rows.len() > most {
                return Err(Stop::Enough);
            }
            rows.push(preview.row(record));
            Ok(())
        });
        match read {
            Ok(end) if rows.len() <= most => pages.advance(&end)?,
            Ok(_) | Err(Stop::Enough) => break,
            Err(Stop::Arm(error)) => return Err(error.into()),
        }
    }
    Ok(rows)
}
