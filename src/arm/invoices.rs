//! Invoices and their transactions (contract §5, §6).
use super::client::BILLING;
use super::{ArmError, Client, link, wire};
use crate::billing::{AccountName, Invoice, InvoiceName, Period, Scope, Transaction};

const VERSION: (&str, &str) = ("api-version", BILLING);

impl Client {
    /// The invoices of an account or of a profile; with a period, those of that time (contract §1: the days are sent as
    /// `YYYY-MM-DD`).
    ///
    /// # Errors
    /// [`ArmError::NotAtThisScope`] for sections and customers, which have none of their own; else any [`ArmError`].
    pub async fn invoices(&self, scope: &Scope, period: Option<Period>) -> Result<Vec<Invoice>, ArmError> {
        let what = "invoices";
        if matches!(scope, Scope::Section(..) | Scope::Customer(..)) {
            return Err(ArmError::NotAtThisScope { what, scope: scope.id() });
        }
        let path = link::scope(scope)? + "/invoices";
        let days = period.map(|period| (period.start.to_string(), period.end.to_string()));
        let mut query = vec![VERSION];
        if let Some((start, end)) = &days {
            query.extend([("periodStartDate", start.as_str()), ("periodEndDate", end.as_str())]);
        }
        self.list(what, &path, &query, &|json| wire::invoice(json, scope.account())).await
    }

    /// One invoice of an account.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn invoice(&self, account: &AccountName, invoice: &InvoiceName) -> Result<Invoice, ArmError> {
        let call = self.get(link::with_query(&path(account, invoice)?, &[VERSION]));
        self.read("the invoice", &call, &|json| wire::invoice(json, account)).await
    }

    /// The transactions of an invoice: its lines, since an invoice has none of its own.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn transactions(
        &self,
        account: &AccountName,
        invoice: &InvoiceName,
    ) -> Result<Vec<Transaction>, ArmError> {
        let path = path(account, invoice)? + "/transactions";
        self.list("transactions", &path, &[VERSION], &wire::transaction).await
    }
}

fn path(account: &AccountName, invoice: &InvoiceName) -> Result<String, ArmError> {
    let account = link::scope(&Scope::Account(account.clone()))?;
    Ok(format!("{account}/invoices/{}", link::segment(invoice.as_str())?))
}
