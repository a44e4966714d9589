//! *Download Azure usage and charges*: pages of usage from the API become one CSV file.
use super::{Count, FileError, FileWork};
use crate::arm::{Client, LocalFuture, UsagePage, UsagePages};
use crate::billing::{Period, Scope, SubscriptionId};
use crate::browser::download::FileParts;
use crate::export::{CellMode, Tally, Verifier};
use crate::export::{cost_details_2021_10_01 as cost_details, pay_as_you_go_2019_11_01 as pay_as_you_go};

/// Whose usage a file holds. It decides the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageOf {
    /// Of a billing profile or what is below it (MCA, MPA): cost details, 2021-10-01.
    Scope(Scope),
    /// Of a pay-as-you-go subscription (MOSP): usage details, 2019-11-01.
    Subscription(SubscriptionId),
}

/// The work itself: what has been read and written so far.
pub struct UsageFile {
    is_pay_as_you_go: bool,
    /// The line of headers, until it was given.
    head: Option<Vec<u8>>,
    pages: UsagePages,
    parts: FileParts,
    written: Tally,
    verifier: Verifier,
    mode: CellMode,
}

impl UsageFile {
    /// The usage of `of` on the days of `period`. Nothing is asked for yet.
    ///
    /// # Errors
    /// [`FileError::Arm`] for a name that cannot be sent.
    pub fn new(client: &Client, of: &UsageOf, period: Period, mode: CellMode) -> Result<UsageFile, FileError> {
        let (pages, verifier, header): (_, _, fn(&mut Vec<u8>)) = match of {
            UsageOf::Scope(scope) => {
                (client.usage_pages(scope, period)?, cost_details::verifier(mode), cost_details::header)
            }
            UsageOf::Subscription(id) => {
                (client.subscription_usage_pages(id, period)?, pay_as_you_go::verifier(mode), pay_as_you_go::header)
            }
        };
        let is_pay_as_you_go = matches!(of, UsageOf::Subscription(_));
        let parts = FileParts::default();
        let mut bytes = Vec::new();
        header(&mut bytes);
        let written = Tally::default();
        let mut file = UsageFile { is_pay_as_you_go, head: None, pages, parts, written, verifier, mode };
        file.verifier.read(&bytes)?;
        file.head = Some(bytes);
        Ok(file)
    }

    /// The headers, then each page as rows of the file, read back; none after the last. A page that fails leaves
    /// everything as it was.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, FileError> {
        if let Some(head) = self.head.take() {
            return Ok(Some(head));
        }
        let (mut pages, mut written, mut verifier) = (self.pages.clone(), self.written.clone(), self.verifier.clone());
        let Some(page) = pages.next().await? else { return Ok(None) };
        let bytes = self.rows(&page, &mut written)?;
        // Read back before it is handed on.
        verifier.read(&bytes)?;
        (self.pages, self.written, self.verifier) = (pages, written, verifier);
        Ok(Some(bytes))
    }

    /// Whether row count and sums of what was read back are those of what was written.
    ///
    /// # Errors
    /// [`FileError::Export`] names the difference.
    pub fn check(&self) -> Result<(), FileError> {
        Ok(self.verifier.finish(&self.written)?)
    }

    /// The rows of a page as they stand in the file, counted in `written`.
    fn rows(&self, page: &UsagePage, written: &mut Tally) -> Result<Vec<u8>, FileError> {
        if self.is_pay_as_you_go {
            let records = page.legacy_records()?;
            let mut bytes = Vec::with_capacity(records.len() * 500);
            for record in &records {
                written.count(&record.currency, record.pre_tax_cost)?;
                pay_as_you_go::row(record, self.mode, &mut bytes);
            }
            return Ok(bytes);
        }
        let records = page.records()?;
        let mut bytes = Vec::with_capacity(records.len() * 700);
        for record in &records {
            written.add(record)?;
            cost_details::row(record, self.mode, &mut bytes);
        }
        Ok(bytes)
    }
}

impl FileWork for UsageFile {
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>> {
        Box::pin(async move {
            let Some(bytes) = self.next().await? else { return Ok(false) };
            self.parts.push(&bytes);
            Ok(true)
        })
    }

    fn count(&self) -> Count {
        Count { done: self.written.rows(), of: None, bytes: self.parts.len() }
    }

    fn finish(&mut self, name: &str) -> Result<(), FileError> {
        self.check()?;
        if self.parts.save(name, "text/csv;charset=utf-8") { Ok(()) } else { Err(FileError::Refused) }
    }
}
