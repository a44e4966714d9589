//! *Download Azure usage and charges*: pages of usage from the API become one CSV file.
use super::{Count, FileError, FileWork};
use crate::arm::{Client, LocalFuture, UsageKind, UsagePages};
use crate::billing::{Period, Scope, SubscriptionId};
use crate::browser::download::FileParts;
use crate::export::{self, CellMode, Target, UsagePlan, UsageSchema};

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
    kind: UsageKind,
    file: export::UsageFile,
    has_head: bool,
    pages: UsagePages,
    parts: FileParts,
}

impl UsageFile {
    /// The usage of `of` on the days of `period`. Nothing is asked for yet.
    ///
    /// # Errors
    /// [`FileError::Arm`] for a name that cannot be sent.
    pub fn new(client: &Client, of: &UsageOf, period: Period, mode: CellMode) -> Result<UsageFile, FileError> {
        let (pages, kind, schema) = match of {
            UsageOf::Scope(scope) => {
                (client.usage_pages(scope, period)?, UsageKind::Modern, UsageSchema::CostDetails20211001)
            }
            UsageOf::Subscription(id) => {
                (client.subscription_usage_pages(id, period)?, UsageKind::Legacy, UsageSchema::PayAsYouGo20191101)
            }
        };
        let file = export::UsageFile::new(&UsagePlan::whole(schema, Target::Csv, mode))?;
        Ok(UsageFile { kind, file, has_head: false, pages, parts: FileParts::default() })
    }

    /// The headers, then each page as rows of the file, read back; none after the last. A page that fails leaves
    /// everything as it was.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn next(&mut self) -> Result<Option<&[u8]>, FileError> {
        if !self.has_head {
            self.has_head = true;
            return Ok(Some(self.file.exporter().bytes()));
        }
        let mut pages = self.pages.clone();
        let Some(page) = pages.next().await? else { return Ok(None) };
        let kind = self.kind;
        self.file.page(|rows| page.each(kind, &mut |record| Ok::<(), FileError>(rows.add(record)?)).map(drop))?;
        self.pages = pages;
        Ok(Some(self.file.exporter().bytes()))
    }

    /// Whether row count and sums of what was read back are those of what was written.
    ///
    /// # Errors
    /// [`FileError::Export`] names the difference.
    pub fn check(&mut self) -> Result<(), FileError> {
        Ok(self.file.finish()?)
    }
}

impl FileWork for UsageFile {
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>> {
        Box::pin(async move {
            if self.next().await?.is_none() {
                return Ok(false);
            }
            self.parts.push(self.file.exporter().bytes());
            Ok(true)
        })
    }

    fn count(&self) -> Count {
        Count { done: self.file.exporter().written().rows(), of: None, bytes: self.parts.len() }
    }

    fn finish(&mut self, name: &str) -> Result<(), FileError> {
        self.check()?;
        if self.parts.save(name, "text/csv;charset=utf-8") { Ok(()) } else { Err(FileError::Refused) }
    }
}
