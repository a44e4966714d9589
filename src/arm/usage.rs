//! Usage, page by page (contract §10.3): a month may hold a million rows, so nobody is made to keep them all.
use super::client::{CONSUMPTION, Call};
use super::pages::Trail;
use super::wire::Json;
use super::{ArmError, Client, DecodeError, EachRecord, PageEnd, UsageKind, link, wire};
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

/// The question for one page.
#[derive(Debug, Clone)]
pub struct PageQuestion {
    client: Client,
    call: Call,
}

impl PageQuestion {
    /// The page as it came, not looked into; none when there is no content.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn ask(&self) -> Result<Option<UsagePage>, ArmError> {
        let answer = self.client.exchange(&self.call).await?.success()?;
        if answer.status() == 204 {
            return Ok(None);
        }
        answer.check_json(WHAT)?;
        Ok(Some(UsagePage { bytes: answer.response.body }))
    }
}

/// Questions are the same when they ask the same client for the same page.
impl PartialEq for PageQuestion {
    fn eq(&self, other: &PageQuestion) -> bool {
        self.client == other.client && self.call.path == other.call.path
    }
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

    /// The records of a choice of rows of a file of the person's own. Azure has no such operation: what answers it is in the
    /// page. Its rows are [`UsageKind::Own`].
    pub fn own_usage_pages(&self, choice: u32) -> UsagePages {
        self.usage_from("/usage", &[("$top", ROWS), ("of", &choice.to_string()), ("from", "0")])
    }

    fn usage_from(&self, path: &str, query: &[(&str, &str)]) -> UsagePages {
        let first = link::with_query(path, query);
        UsagePages { client: self.clone(), trail: Trail::new(path, &first), call: Some(self.get(first)), read: 0 }
    }
}

fn days(start: &str, end: &str) -> String {
    format!("properties/usageStart ge '{start}' and properties/usageEnd le '{end}'")
}

/// The link in the last 4,000 bytes of a page, where services write it behind the rows.
fn link_at_end(bytes: &[u8]) -> Option<String> {
    let end = bytes.get(bytes.len().saturating_sub(4_000)..)?;
    // The cut may have gone through a letter.
    let end = end.get(end.iter().position(u8::is_ascii)?..)?;
    let end = std::str::from_utf8(end).ok()?;
    let (_, behind) = end.rsplit_once("\"nextLink\"")?;
    let text = behind.trim_start().strip_prefix(':')?.trim_start();
    let text = text.get(..=text.get(1..)?.find('"')? + 1)?;
    Some(Json::read(text.as_bytes()).ok()?.as_text()?.to_owned())
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

    /// The question for the next page; none after the last. For whoever reads a page once, with [`UsagePage::each`], and then
    /// goes on with [`UsagePages::advance`].
    pub fn question(&self) -> Option<PageQuestion> {
        Some(PageQuestion { client: self.client.clone(), call: self.call.clone()? })
    }

    /// The question for the page behind `page`, as far as the end of `page` shows its link: for asking while `page` is being
    /// read. A guess: the question after [`UsagePages::advance`] counts.
    pub fn question_behind(&self, page: &UsagePage) -> Option<PageQuestion> {
        let end = PageEnd { next_link: Some(link_at_end(&page.bytes)?) };
        Some(PageQuestion { client: self.client.clone(), call: self.behind(&end).ok()?? })
    }

    /// Whether one can go on behind a page that ends so.
    ///
    /// # Errors
    /// [`ArmError::ForeignLink`], [`ArmError::LinkCycle`].
    pub fn check(&self, end: &PageEnd) -> Result<(), ArmError> {
        self.behind(end).map(drop)
    }

    /// Goes on behind a page that ends so.
    ///
    /// # Errors
    /// As [`UsagePages::check`]; the page stays the next one.
    pub fn advance(&mut self, end: &PageEnd) -> Result<(), ArmError> {
        self.call = self.behind(end)?;
        if let Some(call) = &self.call {
            self.trail.note(&call.path);
        }
        self.read += 1;
        Ok(())
    }

    fn behind(&self, end: &PageEnd) -> Result<Option<Call>, ArmError> {
        let (Some(call), Some(link)) = (&self.call, &end.next_link) else { return Ok(None) };
        Ok(Some(Call { path: self.trail.look(&self.client, link)?, ..call.clone() }))
    }

    /// The same list, asked for by another client.
    #[must_use]
    pub fn with_client(self, client: Client) -> UsagePages {
        UsagePages { client, ..self }
    }

    /// The same list in pages of so many rows, at most 1,000; from its first page on.
    #[must_use]
    pub fn in_pages_of(mut self, rows: usize) -> UsagePages {
        if let Some(call) = &mut self.call {
            call.path = call.path.replacen(&format!("$top={ROWS}&"), &format!("$top={rows}&"), 1);
            self.trail.note(&call.path);
        }
        self
    }

    /// Pages read so far.
    pub fn pages_read(&self) -> u32 {
        self.read
    }
}

impl UsagePage {
    /// Gives the rows to `each` one by one, borrowed from the page, until it refuses one; then what stands around them. Reads
    /// them anew each time.
    ///
    /// # Errors
    /// [`ArmError::UsageKind`] when a row is of another agreement; [`ArmError::Decode`] names the row and field; what `each`
    /// gives.
    pub fn each<'a, E: From<ArmError>>(&'a self, kind: UsageKind, each: EachRecord<'_, 'a, E>) -> Result<PageEnd, E> {
        wire::usage_records(&self.bytes, kind, WHAT, each)
    }

    /// Whether the page breaks off: it does not end as an object does.
    pub fn breaks_off(&self) -> bool {
        !self.bytes.trim_ascii_end().ends_with(b"}")
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
