//! What a pay-as-you-go subscription has in the portal and Azure has no public API for (contract §11): *Access to invoice*,
//! invoices by e-mail, the terms behind a statement, the credit. Azure roles on a subscription do have an API,
//! `Microsoft.Authorization`; it is outside the billing contract, so the sandbox tells them here too. Only to be called
//! when the data comes from the sandbox.
use super::client::{BILLING, Call};
use super::extension::ROOT;
use super::retry::Repeat;
use super::{AccountElsewhere, ArmError, Client, Method, link, wire};
use crate::billing::{
    AccessSwitch, AccountName, Credit, Identity, Period, StatementTerms, SubscriptionEmail, SubscriptionId,
    SubscriptionRoleAssignment,
};

const VERSION: (&str, &str) = ("api-version", BILLING);

impl Client {
    /// Whether others may download the invoices of a subscription (seed S001-09).
    ///
    /// # Errors
    /// [`ArmError`]; 404 for a support plan, which has no switch.
    pub async fn invoice_access(&self, subscription: &SubscriptionId) -> Result<AccessSwitch, ArmError> {
        let call = self.get(at(subscription, "invoiceAccess", &[])?);
        self.read("access to invoices", &call, &wire::access_switch).await
    }

    /// Lets others download the invoices of a subscription, or no longer. The answer says how it is now.
    ///
    /// # Errors
    /// [`ArmError`]: 403 unless the caller is the account administrator, 409 for a support plan.
    pub async fn set_invoice_access(&self, subscription: &SubscriptionId, on: bool) -> Result<AccessSwitch, ArmError> {
        let body = crate::json::write::Object::new().flag("enabled", on).end();
        let call = self.put(at(subscription, "invoiceAccess", &[])?, body);
        self.read("access to invoices", &call, &wire::access_switch).await
    }

    /// What a subscription or support plan says about invoices by e-mail (seeds S001-10, S001-11).
    ///
    /// # Errors
    /// [`ArmError`]; 403 unless the caller is the account administrator.
    pub async fn subscription_email(&self, subscription: &SubscriptionId) -> Result<SubscriptionEmail, ArmError> {
        let call = self.get(at(subscription, "invoiceEmail", &[])?);
        self.read("invoices by e-mail", &call, &wire::subscription_email).await
    }

    /// Replaces what a subscription or support plan says about invoices by e-mail. Without terms it is opted out, and the
    /// addresses are forgotten. The answer says how it is now.
    ///
    /// # Errors
    /// [`ArmError`]: 403 unless the caller is the account administrator; 400 with `InvalidAddress` or `NotOptedIn`; 409
    /// with a code that names why it cannot be mailed at all.
    pub async fn set_subscription_email(
        &self,
        subscription: &SubscriptionId,
        email: &SubscriptionEmail,
    ) -> Result<SubscriptionEmail, ArmError> {
        let call = self.put(at(subscription, "invoiceEmail", &[])?, wire::write_subscription_email(email));
        self.read("invoices by e-mail", &call, &wire::subscription_email).await
    }

    /// Who holds which Azure role on a subscription. Not Azure's own API: see above.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn subscription_roles(
        &self,
        subscription: &SubscriptionId,
    ) -> Result<Vec<SubscriptionRoleAssignment>, ArmError> {
        let path = path(subscription, "roleAssignments")?;
        let convert = |json: &wire::Json<'_>| wire::subscription_role(json, subscription);
        self.list("roles on the subscription", &path, &[VERSION], &convert).await
    }

    /// What the statement of a billing period needs besides the usage (usage-files §3): the orders of the subscription,
    /// and for each meter that was used its part number, what is free of charge and its list price.
    ///
    /// # Errors
    /// [`ArmError`]; 403 unless the caller is the account administrator, as the Account Center is his (seed S000-13).
    pub async fn meter_terms(&self, subscription: &SubscriptionId, period: Period) -> Result<StatementTerms, ArmError> {
        let call = self.get(within(subscription, "statementTerms", period)?);
        self.read("the terms of the statement", &call, &wire::statement_terms).await
    }

    /// The credit of a subscription in a billing period, and what came off it; none when its offer has none (seed S001-18).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn credit(&self, subscription: &SubscriptionId, period: Period) -> Result<Option<Credit>, ArmError> {
        let what = "the credit";
        let answer = self.exchange(&self.get(within(subscription, "credit", period)?)).await?.success()?;
        if answer.status() == 204 { Ok(None) } else { answer.json(what, wire::credit).map(Some) }
    }

    /// Every identity with the caller's address, the caller's own among them, each with whether it sees any invoices
    /// (seed S003-19).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn identities(&self) -> Result<Vec<(Identity, Option<bool>)>, ArmError> {
        let path = format!("{ROOT}/me/identities");
        self.list("identities", &path, &[VERSION], &wire::identity).await
    }

    /// The billing accounts the caller sees, in all their directories, each with whether it has invoices for them (seeds
    /// S003-19, S003-20).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn accounts_everywhere(&self) -> Result<Vec<AccountElsewhere>, ArmError> {
        let path = format!("{ROOT}/me/accounts");
        self.list("billing accounts", &path, &[VERSION], &wire::account_elsewhere).await
    }

    /// Address of the person set to receive the invoices of an enrollment (EA, seed S001-01); none for an account of
    /// another agreement, and where nobody is set.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn ea_receiver(&self, account: &AccountName) -> Result<Option<String>, ArmError> {
        let path = format!("{ROOT}/billingAccounts/{}/invoiceReceiver", link::segment(account.as_str())?);
        let answer = self.exchange(&self.get(link::with_query(&path, &[VERSION]))).await?.success()?;
        if answer.status() == 204 {
            return Ok(None);
        }
        answer.json("the receiver of invoices", |json| json.filled("address"))
    }

    /// A PUT of JSON: doing it twice is doing it once.
    fn put(&self, path: String, body: String) -> Call {
        Call { body: Some(body.into_bytes()), ..self.call(Method::Put, path, Repeat::Safe) }
    }
}

fn path(subscription: &SubscriptionId, what: &str) -> Result<String, ArmError> {
    Ok(format!("{ROOT}{}/{what}", link::subscription(subscription)?))
}

fn at(subscription: &SubscriptionId, what: &str, query: &[(&str, &str)]) -> Result<String, ArmError> {
    Ok(link::with_query(&path(subscription, what)?, &[&[VERSION], query].concat()))
}

fn within(subscription: &SubscriptionId, what: &str, period: Period) -> Result<String, ArmError> {
    let (start, end) = (period.start.to_string(), period.end.to_string());
    at(subscription, what, &[("start", &start), ("end", &end)])
}
