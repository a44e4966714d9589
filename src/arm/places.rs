//! Accounts, profiles, sections and customers (contract §3, §4, §6).
use super::client::{BILLING, Call};
use super::retry::Repeat;
use super::{ArmError, Client, Method, link, wire};
use crate::billing::{AccountName, BillingAccount, BillingProfile, Customer, InvoiceSection, ProfileName, Scope};

const ACCOUNTS: &str = "/providers/Microsoft.Billing/billingAccounts";
const VERSION: (&str, &str) = ("api-version", BILLING);

impl Client {
    /// The billing accounts the caller sees, with their sold-to address. A caller without any role gets an empty list
    /// (contract §1).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn billing_accounts(&self) -> Result<Vec<BillingAccount>, ArmError> {
        let query = [VERSION, ("expand", "soldTo")];
        self.list("billing accounts", ACCOUNTS, &query, &wire::account).await
    }

    /// One billing account. The sold-to address is told by the list only.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn billing_account(&self, account: &AccountName) -> Result<BillingAccount, ArmError> {
        let path = link::scope(&Scope::Account(account.clone()))?;
        let call = self.get(link::with_query(&path, &[VERSION]));
        self.read("the billing account", &call, &wire::account).await
    }

    /// The billing profiles of an account (MCA, MPA).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn billing_profiles(&self, account: &AccountName) -> Result<Vec<BillingProfile>, ArmError> {
        let path = link::scope(&Scope::Account(account.clone()))? + "/billingProfiles";
        self.list("billing profiles", &path, &[VERSION], &|json| wire::profile(json, account)).await
    }

    /// One billing profile.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn billing_profile(
        &self,
        account: &AccountName,
        profile: &ProfileName,
    ) -> Result<BillingProfile, ArmError> {
        let path = link::scope(&Scope::Profile(account.clone(), profile.clone()))?;
        let call = self.get(link::with_query(&path, &[VERSION]));
        self.read("the billing profile", &call, &|json| wire::profile(json, account)).await
    }

    /// Writes everything that can be written of a profile, waits until it is done, and reads it again: an answer to the
    /// writing leaves things out (contract §4).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn update_billing_profile(&self, profile: &BillingProfile) -> Result<BillingProfile, ArmError> {
        let what = "the billing profile";
        let path = link::scope(&profile.scope())?;
        let decode = |error| ArmError::Decode { what, error };
        let body = wire::writable_profile(profile).map_err(decode)?;
        let call = Call {
            body: Some(body.into_bytes()),
            ..self.call(Method::Put, link::with_query(&path, &[VERSION]), Repeat::Safe)
        };
        let answer = self.exchange(&call).await?;
        self.finish(answer).await?;
        self.billing_profile(&profile.account, &profile.name).await
    }

    /// The invoice sections of a profile (MCA).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn invoice_sections(
        &self,
        account: &AccountName,
        profile: &ProfileName,
    ) -> Result<Vec<InvoiceSection>, ArmError> {
        let path = link::scope(&Scope::Profile(account.clone(), profile.clone()))? + "/invoiceSections";
        self.list("invoice sections", &path, &[VERSION], &|json| wire::section(json, account, profile)).await
    }

    /// The customers of a partner, of one profile or of the whole account (MPA).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn customers(
        &self,
        account: &AccountName,
        profile: Option<&ProfileName>,
    ) -> Result<Vec<Customer>, ArmError> {
        let scope = match profile {
            Some(profile) => Scope::Profile(account.clone(), profile.clone()),
            None => Scope::Account(account.clone()),
        };
        let path = link::scope(&scope)? + "/customers";
        self.list("customers", &path, &[VERSION], &|json| wire::customer(json, account, profile)).await
    }
}
