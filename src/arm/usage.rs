//! Usage, page by page (contract §10.3): a month may hold a million rows, so nobody is made to keep them all.
use super::client::{Answer, CONSUMPTION, Call};
use super::pages::Trail;
use super::wire::{UsageEnvelope, UsageKind, UsageRow};
use super::{ArmError, Client, DecodeError, link};
use crate::billing::{Period, Scope, UsageRecord};
use serde::Deserialize;

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

#[derive(Deserialize)]
struct Rows<'a> {
    #[serde(borrow)]
    value: Vec<UsageRow<'a>>,
}

#[derive(Deserialize)]
struct Kinds<'a> {
    #[serde(borrow)]
    value: Vec<UsageKind<'a>>,
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
        let (answer, link) = self.client.ask(&call, next_link).await?;
        let Some(link) = link else {
            self.call = None;
            return Ok(None);
        };
        self.call = match link.as_str() {
            "" => None,
            link => Some(Call { path: self.trail.step(&self.client, link)?, ..call }),
        };
        self.read += 1;
        Ok(Some(UsagePage { bytes: answer.response.body }))
    }

    /// Pages read so far.
    pub fn pages_read(&self) -> u32 {
        self.read
    }

    /// Whether the last page was read.
    pub fn is_finished(&self) -> bool {
        self.call.is_none()
    }
}

impl UsagePage {
    /// The rows, borrowed from the page. Reads them anew each time.
    ///
    /// # Errors
    /// [`ArmError::UsageKind`] when a row is not of an MCA or MPA account; [`ArmError::Decode`] names the row and field.
    pub fn records(&self) -> Result<Vec<UsageRecord<'_>>, ArmError> {
        let fail = |error| ArmError::Decode { what: WHAT, error };
        let rows: Rows<'_> = match serde_json::from_slice(&self.bytes) {
            Ok(rows) => rows,
            Err(error) => {
                // Columns of another kind of row may not even have the same shape: say that, if it is so.
                let kinds = serde_json::from_slice::<Kinds<'_>>(&self.bytes).map(|kinds| kinds.value);
                let other = kinds.into_iter().flatten().find(|row| !is_modern(&row.kind.0));
                return Err(other.map_or_else(
                    || fail(DecodeError::new("", error)),
                    |row| ArmError::UsageKind(row.kind.0.into_owned()),
                ));
            }
        };
        let mut records = Vec::with_capacity(rows.value.len());
        for (at, row) in rows.value.into_iter().enumerate() {
            if !is_modern(&row.kind.0) {
                return Err(ArmError::UsageKind(row.kind.0.into_owned()));
            }
            records.push(row.into_billing().map_err(|error| fail(error.under(&format!("value[{at}]"))))?);
        }
        Ok(records)
    }
}

/// The link to the next page, empty on the last; none when there is no page at all.
fn next_link(answer: &Answer) -> Result<Option<String>, ArmError> {
    if answer.status() == 204 {
        return Ok(None);
    }
    answer.json(WHAT, |page: UsageEnvelope<'_>| match page.value {
        Some(_) => Ok(Some(page.next_link.0.trim().to_owned())),
        None => Err(DecodeError::new("value", "missing")),
    })
}

fn is_modern(kind: &str) -> bool {
    kind.eq_ignore_ascii_case("modern")
}
