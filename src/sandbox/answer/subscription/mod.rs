//! Pay-as-you-go subscriptions: which there are, who bills them, and who may see what (contract §6, §8; the rules of access
//! are those of `billing`).
mod access;
mod extension;
mod invoice;
mod usage;

pub(super) use access::{sees_account, sees_invoices};
pub(super) use extension::answer as extension;
pub(super) use invoice::one_of_account;

use super::super::call::Call;
use super::super::json::{Object, array, string};
use super::super::month::stamp;
use super::super::refusal::Refusal;
use super::super::server::{Caller, Sandbox, ok};
use super::super::subscription::{Subscription, all};
use super::super::tenant::Account;
use super::invoice::money;
use super::page::{found, page};
use crate::arm::{Method, Response};
use access::{is_admin, must_see, sees};
use chrono::Datelike;

/// A subscription of the tenant.
pub(super) fn find<'a>(sandbox: &'a Sandbox, id: &str) -> Result<Subscription<'a>, Refusal> {
    let mut all = all(&sandbox.seed, sandbox.today());
    all.find(|it| it.plan.id.eq_ignore_ascii_case(id)).ok_or_else(Refusal::not_found)
}

/// The subscriptions of an account.
pub(super) fn of<'a>(sandbox: &'a Sandbox, account: &'a Account) -> impl Iterator<Item = Subscription<'a>> {
    all(&sandbox.seed, sandbox.today()).filter(|it| it.account.name == account.name)
}

/// Answers `/subscriptions/{id}/providers/…`, and what is below `billingAccounts/default/billingSubscriptions/{id}`.
pub(super) fn below(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    (id, rest): (&str, &[&str]),
) -> Result<Response, Refusal> {
    let it = find(sandbox, id)?;
    match (call.method(), rest) {
        (Method::Get, ["providers", "microsoft.billing", "billingproperty", "default"]) => {
            property(sandbox, caller, &it)
        }
        (Method::Get, ["providers", "microsoft.consumption", "usagedetails"]) => {
            usage::list(sandbox, call, caller, &it)
        }
        (Method::Get, ["invoices"]) => invoice::of_subscription(sandbox, call, caller, &it),
        (Method::Get, ["invoices", name]) => invoice::one_of_subscription(sandbox, caller, &it, name),
        _ => Err(Refusal::not_found()),
    }
}

/// Answers what a pay-as-you-go account has below it.
pub(super) fn of_account(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    (account, rest): (&Account, &[&str]),
) -> Result<Response, Refusal> {
    if !sees_account(sandbox, caller, account) {
        return Err(access::no_role());
    }
    match (call.method(), rest) {
        (Method::Get, ["billingsubscriptions"]) => {
            let mut items = Vec::new();
            for it in of(sandbox, account) {
                if sees(sandbox, caller, &it) && found(call, &[&it.plan.name, &it.plan.id]) {
                    items.push(subscription_json(call, &it)?);
                }
            }
            page(call, items)
        }
        (Method::Get, ["billingsubscriptions", id]) => {
            let it = find(sandbox, id).ok().filter(|it| it.account.name == account.name);
            let it = it.ok_or_else(Refusal::not_found)?;
            must_see(sandbox, caller, &it)?;
            ok(subscription_json(call, &it)?)
        }
        (Method::Get, ["paymentmethods"]) => payment_methods(sandbox, call, caller, account),
        (Method::Get, ["invoices"]) => invoice::of_account(sandbox, call, caller, account),
        (Method::Get, ["invoices", name]) => invoice::one_of_account(sandbox, caller, account, name),
        (Method::Get, ["invoices", name, "transactions"]) => {
            invoice::transactions(sandbox, call, caller, account, name)
        }
        _ => Err(Refusal::not_found()),
    }
}

/// How the account is paid (contract §8): for its administrator's eyes alone.
fn payment_methods(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    account: &Account,
) -> Result<Response, Refusal> {
    if !account.administrators.contains(&caller.person.id) {
        return Err(Refusal::new(
            403,
            "AuthorizationFailed",
            "Only the account administrator sees how the account is paid.",
        ));
    }
    // Every subscription of the account is paid the same way.
    let items = of(sandbox, account).take(1).map(|it| {
        let today = sandbox.today();
        let id = format!("/providers/Microsoft.Billing/billingAccounts/{}/paymentMethods/1", account.name);
        let properties = match it.card() {
            Some(card) => Object::new()
                .text("family", "CreditCard")
                .text("paymentMethodType", card)
                .text("accountHolderName", &account.display_name)
                .text("expiration", &format!("{}/{}", today.month(), today.year() + 2))
                .text("lastFourDigits", "4242"),
            None => Object::new().text("family", "CheckWire").text("paymentMethodType", "check"),
        };
        Object::new()
            .text("id", &id)
            .text("name", "1")
            .raw("properties", &properties.text("status", "active").end())
            .end()
    });
    page(call, items.collect())
}

fn subscription_json(call: &Call<'_>, it: &Subscription<'_>) -> Result<String, Refusal> {
    let (plan, known) = (it.plan, it.to_billing());
    let mut properties = Object::new()
        .text("displayName", &plan.name)
        .text("subscriptionId", &plan.id)
        .text_if("offerId", plan.offer.as_deref())
        .text("productCategory", &plan.category)
        .text("purchaseDate", &stamp(it.created))
        .text("status", &plan.status)
        .text("operationStatus", "None")
        .text("provisioningTenantId", &it.account.tenant_id);
    if let Some(offer) = known.offer.as_ref().and_then(|offer| offer.offer()) {
        properties = properties.text("productType", offer.name);
    }
    let expand = call.query("expand").unwrap_or_default().to_lowercase();
    // Nothing is said of what is not billed by use.
    if expand.contains("charges") && plan.category == "UsageBased" {
        let (this, last) = it.months()?;
        for (name, amount) in [("monthToDateCharges", this), ("lastMonthCharges", last)] {
            if expand.contains(&name.to_lowercase()) {
                properties = properties.raw(name, &money(&amount));
            }
        }
    }
    if let Some(told) = known.suspensions.first() {
        let reason = told.reason.as_wire();
        let effective = told.effective.map(stamp);
        let detail = Object::new().text_if("effectiveDate", effective.as_deref()).text("reason", reason).end();
        properties = properties
            .raw("suspensionReasons", &array([string(reason)]))
            .raw("suspensionReasonDetails", &array([detail]));
    }
    let id =
        format!("/providers/Microsoft.Billing/billingAccounts/{}/billingSubscriptions/{}", it.account.name, plan.id);
    Ok(Object::new()
        .text("id", &id)
        .text("name", &plan.id)
        .text("type", "Microsoft.Billing/billingAccounts/billingSubscriptions")
        .raw("properties", &properties.end())
        .end())
}

fn property(sandbox: &Sandbox, caller: &Caller<'_>, it: &Subscription<'_>) -> Result<Response, Refusal> {
    must_see(sandbox, caller, it)?;
    let account = it.account;
    let administrator = account.administrators.first().and_then(|id| sandbox.person(id));
    let is_test = it.to_billing().offer.and_then(|offer| offer.offer()).is_some_and(|it| it.name.contains("Dev/Test"));
    let properties = Object::new()
        .text("billingAccountAgreementType", &account.agreement_type)
        .text("billingAccountDisplayName", &account.display_name)
        .text("billingAccountId", &format!("/providers/Microsoft.Billing/billingAccounts/{}", account.name))
        .text("billingAccountType", &account.account_type)
        .text("billingAccountStatus", &account.account_status)
        .text("billingTenantId", &account.tenant_id)
        .text("billingCurrency", it.currency().code())
        .flag("isAccountAdmin", is_admin(caller, it))
        .text_if("accountAdminNotificationEmailAddress", administrator.and_then(|person| person.email.as_deref()))
        .text("subscriptionBillingStatus", &it.plan.status)
        .text("subscriptionBillingType", &it.plan.billing_type)
        .text("subscriptionWorkloadType", if is_test { "DevTest" } else { "Production" });
    ok(Object::new()
        .text("id", &format!("/subscriptions/{}/providers/Microsoft.Billing/billingProperty/default", it.plan.id))
        .text("name", "default")
        .text("type", "Microsoft.Billing/billingProperty")
        .raw("properties", &properties.end())
        .end())
}
