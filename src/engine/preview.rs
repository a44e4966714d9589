//! The first rows of a file, as its cells will read.
use super::making::{Reading, lists};
use super::protocol::{Failure, FilePlan, Order};
use crate::arm::{ArmError, Client};
use crate::export::UsagePreview;
use crate::export::focus::{FocusPreview, Lookups};
use std::rc::Rc;

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
pub async fn first_rows(
    client: &Client,
    order: &Order,
    plan: &FilePlan,
    lookups: Option<Rc<Lookups>>,
    most: usize,
) -> Result<Vec<Vec<String>>, Failure> {
    let (lists, kind) = lists(client, order, plan)?;
    let reading = match (plan, &lookups) {
        (FilePlan::Usage(plan), _) => Reading::Usage(UsagePreview::new(plan)),
        (FilePlan::Focus(plan), Some(lookups)) => Reading::Focus(FocusPreview::new(plan, lookups)),
        (FilePlan::Focus(_), None) => return Err(Failure::Order),
    };
    let mut rows = vec![reading.header()];
    // The rows of a second list stand behind all of the first.
    let Some(mut pages) = lists.into_iter().next().map(|list| list.pages.in_pages_of(most)) else { return Ok(rows) };
    while let Some(question) = pages.question() {
        let Some(page) = question.ask().await? else { break };
        let read = page.each(kind, &mut |record| {
            if rows.len() > most {
                return Err(Stop::Enough);
            }
            rows.push(reading.row(record));
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
