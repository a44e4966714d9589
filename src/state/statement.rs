//! The statement of a pay-as-you-go subscription: its usage and the terms of its meters, put together by the rules of billing.
use crate::arm::{ArmError, Client};
use crate::billing::{Period, StatementFault, SubscriptionId, SubscriptionStatement, statement_lines};
use crate::browser::clock;
use crate::browser::download::FileParts;
use crate::export::{ExportError, account_center_v1, account_center_v2};

/// Why there is no statement, or no file of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    /// The API did not give what it is made of.
    #[error(transparent)]
    Arm(#[from] ArmError),
    /// What it gave does not add up to one.
    #[error(transparent)]
    Fault(#[from] StatementFault),
    /// Read back, the file is not what was written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The browser does not take the file.
    #[error("the browser refused the file")]
    Refused,
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
    let terms = client.meter_terms(&subscription, period).await?;
    let mut pages = client.subscription_usage_pages(&subscription, period)?;
    let mut daily = Vec::new();
    while let Some(page) = pages.next().await? {
        for record in page.legacy_records()? {
            // A row that does not say its day or quantity would be missing from the sums.
            let unread = || ArmError::UsageKind("a row of usage without a day or a quantity".to_owned());
            daily.push(record.daily().ok_or_else(unread)?);
        }
        clock::breathe().await;
    }
    daily.sort_by_key(|usage| usage.date);
    let lines = statement_lines(period, &daily, &terms.terms)?;
    Ok(SubscriptionStatement { provisioning: terms.provisioning, lines, daily })
}

/// The two layouts of the Account Center's usage file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountCenterVersion {
    /// The one of 2012.
    One,
    /// The one the documents recommend (seed S000-16).
    Two,
}

/// Hands the person the usage file of a statement under this name, once it has been read back.
///
/// # Errors
/// [`StatementError::Export`], [`StatementError::Refused`].
pub fn save_statement(
    statement: &SubscriptionStatement,
    version: AccountCenterVersion,
    name: &str,
) -> Result<(), StatementError> {
    let bytes = match version {
        AccountCenterVersion::One => account_center_v1::file(statement)?,
        AccountCenterVersion::Two => account_center_v2::file(statement)?,
    };
    let mut parts = FileParts::default();
    parts.push(&bytes);
    if parts.save(name, "text/csv;charset=utf-8") { Ok(()) } else { Err(StatementError::Refused) }
}
