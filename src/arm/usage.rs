//! Usage, page by page (contract §10.3): a month may hold a million rows, so nobody is made to keep them all.
use super::client::{CONSUMPTION, Call};
use super::pages::Trail;
use super::{ArmError, Client, DecodeError, link, wire};
use crate::billing::{Period, Scope, UsageRecord};

const WHAT: &str = "usage";
/// Rows of a page: the most the service gives.
const ROWS: &str = "1000";

/// The pages of a list of usage. After an error the same page is asked for again by the next [`UsagePages::next`]: what was
/// read before stays read.
#[derive(Debug, Clone)]
pub struct UsagePages {
    client: Client,
    trail: Trail,
    call: Option<Call>,
    read: u32,
}

/// One page, as its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsagePage {
    /// The JSON text of the page.
    pub bytes: Vec<u8>,
}

impl Client {
    /// The usage of a scope (MCA, MPA) on the days of `period`, as it was billed (`metric=actualcost`). The published
    /// operation has no dates: the days go both as `startDate` and `endDate`, as real clients send them, and as a filter.
    ///
    /// # Errors
    /// [`ArmError::BadName`]; nothing is sent yet.
    pub fn usage_pages(&self, scope: &Scope, period: Period) -> Result<UsagePages, ArmError> {
        let path = link::scope(scope)? + "/providers/Microsoft.Consumption/usageDetails";
        let (start, end) = (period.start.to_string(), period.end.to_string());
        let filter = format!("properties/usageStart ge '{start}' and properties/usageEnd le '{end}'");
        let query = [
            ("api-version", CONSUMPTION),
            ("$expand", "properties/additionalInfo"),
            ("$top", ROWS),
            ("metric", "actualcost"),
            ("startDate", &start),
            ("endDate", &end),
            ("$filter", &filter),
        ];
        let first = link::with_query(&path, &query);
        Ok(UsagePages { client: self.clone(), trail: Trail::new(&path, &first), call: Some(self.get(first)), read: 0 })
    }
}

impl UsagePages {
    /// The next page; none after the last.
    ///
    /// # Errors
    /// [`ArmError`]; the page stays the next one.
    pub async fn next(&mut self) -> Result<Option<UsagePage>, ArmError> {
        let Some(call) = self.call.clone() else {
            return Ok(None);
        };
        let (answer, envelope) = self.client.ask(WHAT, &call).await?;
        if answer.status() == 204 {
            self.call = None;
            return Ok(None);
        }
        if !envelope.has_value {
            return Err(ArmError::Decode { what: WHAT, error: DecodeError::new("value", "missing") });
        }
        self.call = match envelope.next_link {
            None => None,
            Some(link) => Some(Call { path: self.trail.step(&self.client, &link)?, ..call }),
        };
        self.read += 1;
        Ok(Some(UsagePage { bytes: answer.response.body }))
    }

    /// Pages read so far.
    pub fn pages_read(&self) -> u32 {
        self.read
    }
}

impl UsagePage {
    /// The rows, borrowed from the page. Reads them anew each time.
    ///
    /// # Errors
    /// [`ArmError::UsageKind`] when a row is not of an MCA or MPA account; [`ArmError::Decode`] names the row and field.
    pub fn records(&self) -> Result<Vec<UsageRecord<'_>>, ArmError> {
        wire::usage_records(&self.bytes, WHAT)
    }
}
