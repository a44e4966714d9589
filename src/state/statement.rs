//! The statement of a pay-as-you-go subscription: its usage and the terms of its meters, put together by the rules of billing.
use super::{Count, FileError, FileWork};
use crate::arm::{ArmError, Client, LocalFuture, UsagePages};
use crate::billing::{
    DailyUsage, Period, StatementFault, StatementTerms, SubscriptionId, SubscriptionStatement, statement_lines,
};
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

/// A statement being put together: the terms, then the usage page by page.
struct Gathered {
    client: Client,
    subscription: SubscriptionId,
    period: Period,
    terms: Option<StatementTerms>,
    pages: Option<UsagePages>,
    daily: Vec<DailyUsage>,
}

impl Gathered {
    fn new(client: Client, subscription: SubscriptionId, period: Period) -> Gathered {
        Gathered { client, subscription, period, terms: None, pages: None, daily: Vec::new() }
    }

    /// Asks for the terms or for one page; false after the last. What fails is asked for again.
    async fn step(&mut self) -> Result<bool, StatementError> {
        if self.terms.is_none() {
            self.terms = Some(self.client.meter_terms(&self.subscription, self.period).await?);
            return Ok(true);
        }
        let mut pages = match &self.pages {
            Some(pages) => pages.clone(),
            None => self.client.subscription_usage_pages(&self.subscription, self.period)?,
        };
        let Some(page) = pages.next().await? else { return Ok(false) };
        let mut read = Vec::new();
        for record in page.legacy_records()? {
            // A row that does not say its day or quantity would be missing from the sums.
            let unread = || ArmError::UsageKind("a row of usage without a day or a quantity".to_owned());
            read.push(record.daily().ok_or_else(unread)?);
        }
        self.daily.extend(read);
        self.pages = Some(pages);
        Ok(true)
    }

    fn statement(&self) -> Result<SubscriptionStatement, StatementError> {
        let terms = self.terms.clone().unwrap_or_default();
        let mut daily = self.daily.clone();
        daily.sort_by_key(|usage| usage.date);
        let lines = statement_lines(self.period, &daily, &terms.terms)?;
        Ok(SubscriptionStatement { provisioning: terms.provisioning, lines, daily })
    }
}

/// The statement of `subscription` for `period`. From the sandbox alone: Azure has no public API for the terms.
///
/// # Errors
/// [`StatementError::Arm`], [`StatementError::Fault`].
pub async fn statement(
    client: Client,
    subscription: SubscriptionId,
    period: Period,
) -> Result<SubscriptionStatement, StatementError> {
    let mut gathered = Gathered::new(client, subscription, period);
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
        StatementFile { gathered: Gathered::new(client, subscription, period), version, bytes: 0 }
    }
}

impl FileWork for StatementFile {
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>> {
        Box::pin(async move { Ok(self.gathered.step().await?) })
    }

    fn count(&self) -> Count {
        Count { done: u64::try_from(self.gathered.daily.len()).unwrap_or(u64::MAX), of: None, bytes: self.bytes }
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
