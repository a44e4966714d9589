//! Usage, page by page (contract §10.3): a month may hold a million rows, so nobody is made to keep them all.
use super::client::{CONSUMPTION, Call};
use super::pages::Trail;
use super::{ArmError, Client, DecodeError, EachRecord, UsageKind, link, wire};
use crate::billing::{CostMetric, Period, Scope, SubscriptionId, UsageRecord};

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
    /// The usage of a scope (MCA, MPA) on the days of `period`, as `metric` counts its costs. The published operation has no
    /// dates: the days go both as `startDate` and `endDate`, as real clients send them, and as a filter.
    ///
    /// # Errors
    /// [`ArmError::BadName`]; nothing is sent yet.
    pub fn usage_pages(&self, scope: &Scope, period: Period, metric: CostMetric) -> Result<UsagePages, ArmError> {
        let path = link::scope(scope)? + "/providers/Microsoft.Consumption/usageDetails";
        let (start, end) = (period.start.to_string(), period.end.to_string());
        let filter = days(&start, &end);
        let query = [
            ("api-version", CONSUMPTION),
            ("$expand", "properties/additionalInfo"),
            ("$top", ROWS),
            ("metric", metric.name()),
            ("startDate", &start),
            ("endDate", &end),
            ("$filter", &filter),
        ];
        Ok(self.usage_from(&path, &query))
    }

    /// The usage of a pay-as-you-go subscription (MOSP) on the days of `period`, by the documented filter. Its rows are
    /// [`UsageKind::Legacy`].
    ///
    /// # Errors
    /// [`ArmError::BadName`]; nothing is sent yet.
    pub fn subscription_usage_pages(
        &self,
        subscription: &SubscriptionId,
        period: Period,
    ) -> Result<UsagePages, ArmError> {
        let path = link::subscription(subscription)? + "/providers/Microsoft.Consumption/usageDetails";
        let filter = days(&period.start.to_string(), &period.end.to_string());
        let query = [
            ("api-version", CONSUMPTION),
            ("$expand", "properties/meterDetails,properties/additionalInfo"),
            ("$top", ROWS),
            ("$filter", &filter),
        ];
        Ok(self.usage_from(&path, &query))
    }

    fn usage_from(&self, path: &str, query: &[(&str, &str)]) -> UsagePages {
        let first = link::with_query(path, query);
        UsagePages { client: self.clone(), trail: Trail::new(path, &first), call: Some(self.get(first)), read: 0 }
    }
}

fn days(start: &str, end: &str) -> String {
    format!("properties/usageStart ge '{start}' and properties/usageEnd le '{end}'")
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
    /// Gives the rows to `each` one by one, borrowed from the page, until it refuses one. Reads them anew each time.
    ///
    /// # Errors
    /// [`ArmError::UsageKind`] when a row is of another agreement; [`ArmError::Decode`] names the row and field; what `each`
    /// gives.
    pub fn each<'a, E: From<ArmError>>(&'a self, kind: UsageKind, each: EachRecord<'_, 'a, E>) -> Result<(), E> {
        wire::usage_records(&self.bytes, kind, WHAT, each)
    }

    /// All rows at once, for pages that are small.
    ///
    /// # Errors
    /// [`ArmError::UsageKind`], [`ArmError::Decode`], as [`UsagePage::each`].
    pub fn records(&self, kind: UsageKind) -> Result<Vec<UsageRecord<'_>>, ArmError> {
        let mut records = Vec::new();
        self.each(kind, &mut |record| {
            records.push(record.clone());
            Ok::<(), ArmError>(())
        })?;
        Ok(records)
    }
}
