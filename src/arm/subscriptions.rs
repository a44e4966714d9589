//! Subscriptions of an account, their invoices, and who bills them (contract §5, §6, §8).
use super::client::BILLING;
use super::{ArmError, Client, link, wire};
use crate::billing::{
    AccountName, BillingProperty, BillingSubscription, Invoice, InvoiceName, PaymentMethod, Scope, SubscriptionId,
};

const VERSION: (&str, &str) = ("api-version", BILLING);
/// Charges are told only when they are asked for.
const CHARGES: (&str, &str) = ("expand", "LastMonthCharges,MonthToDateCharges");

impl Client {
    /// The subscriptions of an account that the caller sees, with their charges of this and of last month (contract §6).
    /// On a pay-as-you-go account reservations, Marketplace products and support plans are among them.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn billing_subscriptions(&self, account: &AccountName) -> Result<Vec<BillingSubscription>, ArmError> {
        let path = subscriptions(account)?;
        let convert = |json: &wire::Json<'_>| wire::billing_subscription(json, account);
        self.list("subscriptions", &path, &[VERSION, CHARGES], &convert).await
    }

    /// One subscription of an account, with its charges (contract §6).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn billing_subscription(
        &self,
        account: &AccountName,
        subscription: &SubscriptionId,
    ) -> Result<BillingSubscription, ArmError> {
        let path = format!("{}/{}", subscriptions(account)?, link::segment(subscription.as_str())?);
        let call = self.get(link::with_query(&path, &[VERSION, CHARGES]));
        self.read("the subscription", &call, &|json| wire::billing_subscription(json, account)).await
    }

    /// Who bills a subscription, and whether the caller is its account administrator (contract §8).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn billing_property(&self, subscription: &SubscriptionId) -> Result<BillingProperty, ArmError> {
        let path = link::subscription(subscription)? + "/providers/Microsoft.Billing/billingProperty/default";
        let call = self.get(link::with_query(&path, &[VERSION, ("includeBillingCountry", "true")]));
        self.read("the billing property", &call, &|json| wire::billing_property(json, subscription)).await
    }

    /// The invoices of a subscription of `account`, of every kind (contract §5): for its Azure services, for what was
    /// bought through it, for a support plan. Who may not see them is refused ([`ArmError::is_forbidden`]).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn subscription_invoices(
        &self,
        account: &AccountName,
        subscription: &SubscriptionId,
    ) -> Result<Vec<Invoice>, ArmError> {
        let path = invoices(subscription)?;
        self.list("invoices", &path, &[VERSION], &|json| wire::invoice(json, account)).await
    }

    /// One invoice of a subscription of `account` (contract §5).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn subscription_invoice(
        &self,
        account: &AccountName,
        subscription: &SubscriptionId,
        invoice: &InvoiceName,
    ) -> Result<Invoice, ArmError> {
        let path = format!("{}/{}", invoices(subscription)?, link::segment(invoice.as_str())?);
        let call = self.get(link::with_query(&path, &[VERSION]));
        self.read("the invoice", &call, &|json| wire::invoice(json, account)).await
    }
}

impl Client {
    /// How an account is paid (contract §8). There is no public operation to add a card or to pay.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn payment_methods(&self, account: &AccountName) -> Result<Vec<PaymentMethod>, ArmError> {
        let path = link::scope(&Scope::Account(account.clone()))? + "/paymentMethods";
        self.list("payment methods", &path, &[VERSION], &wire::payment_method).await
    }
}

fn subscriptions(account: &AccountName) -> Result<String, ArmError> {
    Ok(link::scope(&Scope::Account(account.clone()))? + "/billingSubscriptions")
}

/// The word `default` is literal (contract §1).
fn invoices(subscription: &SubscriptionId) -> Result<String, ArmError> {
    let id = link::segment(subscription.as_str())?;
    Ok(format!("/providers/Microsoft.Billing/billingAccounts/default/billingSubscriptions/{id}/invoices"))
}
