//! The statement of a pay-as-you-go subscription: its usage and the terms of its meters, put together by the rules of billing.
use super::{Count, FileError, FileWork};
use crate::arm::{ArmError, Client, LocalFuture, UsageKind, UsagePages};
use crate::billing::{Period, PeriodUsage, StatementFault, SubscriptionId, SubscriptionStatement};
use crate::browser::clock;
use crate::browser::download::FileParts;
use crate::export::{account_center_v1, account_center_v2};

/// Why there is no statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    /// The API did not give what it is made of.
    #[error(transparent)]
    Arm(#[from] ArmError),
    /// What it gave does not add up to one.
    #[error(transparent)]
    Fault(#[from] StatementFault),
}

/// A statement being put together, period by period: the terms, then the usage page by page.
struct Gathered {
    client: Client,
    subscription: SubscriptionId,
    /// Periods not asked for yet, the last first.
    periods: Vec<Period>,
    parts: Vec<PeriodUsage>,
    /// The usage of the last part; none when it is complete.
    pages: Option<UsagePages>,
}

impl Gathered {
    fn new(client: Client, subscription: SubscriptionId, mut periods: Vec<Period>) -> Gathered {
        periods.reverse();
        Gathered { client, subscription, periods, parts: Vec::new(), pages: None }
    }

    /// Asks for the terms of a period or for one page; false after the last. What fails is asked for again.
    async fn step(&mut self) -> Result<bool, StatementError> {
        let (Some(pages), Some(part)) = (&self.pages, self.parts.last_mut()) else {
            let Some(period) = self.periods.last().copied() else { return Ok(false) };
            let terms = self.client.meter_terms(&self.subscription, period).await?;
            self.pages = Some(self.client.subscription_usage_pages(&self.subscription, period)?);
            self.parts.push(PeriodUsage { period, terms, daily: Vec::new() });
            self.periods.pop();
            return Ok(true);
        };
        let mut pages = pages.clone();
        let Some(page) = pages.next().await? else {
            self.pages = None;
            return Ok(!self.periods.is_empty());
        };
        let mut read = Vec::new();
        for record in page.records(UsageKind::Legacy)? {
            // A row that does not say its day or quantity would be missing from the sums.
            let unread = || ArmError::UsageKind("a row of usage without a day or a quantity".to_owned());
            read.push(record.daily().ok_or_else(unread)?);
        }
        part.daily.extend(read);
        self.pages = Some(pages);
        Ok(true)
    }

    fn rows(&self) -> usize {
        self.parts.iter().map(|part| part.daily.len()).sum()
    }

    fn statement(&self) -> Result<SubscriptionStatement, StatementError> {
        Ok(SubscriptionStatement::of(self.parts.clone())?)
    }
}

/// The statement of `subscription` for these periods: those that an invoice charges, or one. From the sandbox alone: Azure
/// has no public API for the terms.
///
/// # Errors
/// [`StatementError::Arm`], [`StatementError::Fault`].
pub async fn statement(
    client: Client,
    subscription: SubscriptionId,
    periods: Vec<Period>,
) -> Result<SubscriptionStatement, StatementError> {
    let mut gathered = Gathered::new(client, subscription, periods);
    while gathered.step().await? {
        clock::breathe().await;
    }
    gathered.statement()
}

/// The two layouts of the Account Center's usage file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountCenterVersion {
    /// The one of 2012.
    One,
    /// The one the documents recommend (seed S000-16).
    Two,
}

/// The Account Center's usage file of a statement. It is read back before it is handed over.
pub struct StatementFile {
    gathered: Gathered,
    version: AccountCenterVersion,
    bytes: u64,
}

impl StatementFile {
    /// The file of `subscription` for `period`. Nothing is asked for yet.
    pub fn new(
        client: Client,
        subscription: SubscriptionId,
        period: Period,
        version: AccountCenterVersion,
    ) -> StatementFile {
        StatementFile { gathered: Gathered::new(client, subscription, vec![period]), version, bytes: 0 }
    }
}

impl FileWork for StatementFile {
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>> {
        Box::pin(async move { Ok(self.gathered.step().await?) })
    }

    fn count(&self) -> Count {
        Count { done: u64::try_from(self.gathered.rows()).unwrap_or(u64::MAX), of: None, bytes: self.bytes }
    }

    fn finish(&mut self, name: &str) -> Result<(), FileError> {
        let statement = self.gathered.statement()?;
        let bytes = match self.version {
            AccountCenterVersion::One => account_center_v1::file(&statement)?,
            AccountCenterVersion::Two => account_center_v2::file(&statement)?,
        };
        let mut parts = FileParts::default();
        parts.push(&bytes);
        self.bytes = parts.len();
        if parts.save(name, "text/csv;charset=utf-8") { Ok(()) } else { Err(FileError::Refused) }
    }
}
