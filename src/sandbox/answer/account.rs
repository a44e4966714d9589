//! Billing accounts, invoice sections and customers.
use super::super::call::Call;
use super::super::json::{Object, array};
use super::super::month::stamp;
use super::super::refusal::Refusal;
use super::super::server::{Caller, Sandbox, ok};
use super::super::subscription::account_made;
use super::super::tenant::{Account, Profile};
use super::page::{found, page};
use super::{Place, owner_scope, subscription};
use crate::arm::Response;
use crate::billing::{Scope, Task};

/// The accounts of the chosen directory in which the caller has any role; none is no error (contract §1).
pub(super) fn list(sandbox: &Sandbox, call: &Call<'_>, caller: &Caller<'_>) -> Result<Response, Refusal> {
    let directory = call.header("x-factuur-directory").unwrap_or(&caller.person.tenant_id);
    let sold_to = call.query("expand").is_some_and(|expand| expand.to_lowercase().contains("soldto"));
    let accounts = sandbox.seed.accounts.iter().filter(|account| {
        account.tenant_id.eq_ignore_ascii_case(directory)
            && is_visible(sandbox, caller, account)
            && found(call, &[&account.display_name, &account.name])
    });
    page(call, accounts.map(|account| account_json(sandbox, caller, account, sold_to)).collect())
}

/// One account.
pub(super) fn get(sandbox: &Sandbox, caller: &Caller<'_>, place: &Place<'_>) -> Result<Response, Refusal> {
    if !is_visible(sandbox, caller, place.account) {
        caller.must(Task::SeeProperties, &place.scope)?;
    }
    ok(account_json(sandbox, caller, place.account, true))
}

/// Whether any role is held in the account or on a subscription of it, or it is administered without roles.
pub(super) fn is_visible(sandbox: &Sandbox, caller: &Caller<'_>, account: &Account) -> bool {
    caller.is_near(&Scope::Account(account.name.as_str().into()))
        || subscription::sees_account(sandbox, caller, account)
}

fn account_json(sandbox: &Sandbox, caller: &Caller<'_>, account: &Account, sold_to: bool) -> String {
    let scope = Scope::Account(account.name.as_str().into());
    let reads = account.administrators.contains(&caller.person.id) || caller.may(Task::SeeProperties, &scope);
    let relationship = if account.agreement_type == "MicrosoftPartnerAgreement" { "CSPPartner" } else { "Direct" };
    let mut properties = Object::new()
        .text("accountStatus", &account.account_status)
        .text("accountType", &account.account_type)
        .text("agreementType", &account.agreement_type)
        .raw("billingRelationshipTypes", &format!("[\"{relationship}\"]"))
        .text("displayName", &account.display_name)
        .flag("hasReadAccess", reads)
        .flag("hasNoBillingProfiles", account.profiles.is_empty())
        .text("primaryBillingTenantId", &account.tenant_id)
        .text("provisioningState", "Succeeded");
    if sold_to && reads {
        properties = properties.raw("soldTo", &account.sold_to);
    }
    let mut object = Object::new()
        .text("id", &scope.id())
        .text("name", &account.name)
        .text("type", "Microsoft.Billing/billingAccounts");
    if let Some(made) = account_made(&sandbox.seed, account, sandbox.today()) {
        object = object.raw("systemData", &Object::new().text("createdAt", &stamp(made)).end());
    }
    object.raw("properties", &properties.end()).end()
}

/// The invoice sections of a profile that the caller may see.
pub(super) fn sections(
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
    profile: &Profile,
) -> Result<Response, Refusal> {
    if !caller.is_near(&place.scope) {
        caller.must(Task::SeeProperties, &place.scope)?;
    }
    let mut items = Vec::new();
    for (index, section) in profile.invoice_sections.iter().enumerate() {
        let scope = owner_scope(place.account, profile, index);
        if caller.may(Task::SeeProperties, &scope) && found(call, &[&section.display_name, &section.name]) {
            items.push(owner_json(profile, &scope, index));
        }
    }
    page(call, items)
}

/// The customers of an account or of a profile that the caller may see.
pub(super) fn customers(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
) -> Result<Response, Refusal> {
    if !caller.is_near(&place.scope) {
        caller.must(Task::SeeProperties, &place.scope)?;
    }
    let mut items = Vec::new();
    for profile in sandbox.profiles(place.account) {
        if place.profile.is_some_and(|wanted| wanted.name != profile.name) {
            continue;
        }
        for (index, customer) in profile.customers.iter().enumerate() {
            let scope = owner_scope(place.account, profile, index);
            if caller.may(Task::SeeProperties, &scope) && found(call, &[&customer.display_name, &customer.name]) {
                items.push(owner_json(profile, &scope, index));
            }
        }
    }
    page(call, items)
}

/// One invoice section or customer.
pub(super) fn owner(
    caller: &Caller<'_>,
    place: &Place<'_>,
    profile: &Profile,
    index: usize,
) -> Result<Response, Refusal> {
    caller.must(Task::SeeProperties, &place.scope)?;
    ok(owner_json(profile, &place.scope, index))
}

fn owner_json(profile: &Profile, scope: &Scope, index: usize) -> String {
    let object = Object::new().text("id", &scope.id());
    if let Some(section) = profile.invoice_sections.get(index) {
        let properties = Object::new()
            .text("displayName", &section.display_name)
            .text("state", "Active")
            .text("systemId", &section.system_id)
            .raw("tags", &Object::new().text("costCenter", &section.cost_center).end());
        return object
            .text("name", &section.name)
            .text("type", "Microsoft.Billing/billingAccounts/billingProfiles/invoiceSections")
            .raw("properties", &properties.end())
            .end();
    }
    let Some(customer) = profile.customers.get(index) else { return object.end() };
    let properties = Object::new()
        .text("displayName", &customer.display_name)
        .text("status", "Active")
        .text("systemId", &customer.system_id)
        .raw("enabledAzurePlans", &array([String::from(r#"{"skuId":"0001"}"#)]))
        .raw("resellers", "[]");
    object
        .text("name", &customer.name)
        .text("type", "Microsoft.Billing/billingAccounts/billingProfiles/customers")
        .raw("properties", &properties.end())
        .end()
}
