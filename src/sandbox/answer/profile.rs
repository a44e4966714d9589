//! Billing profiles: list, get, and CreateOrUpdate of the whole writable set (contract §4).
use super::super::call::Call;
use super::super::json::{Object, string};
use super::super::operation::{Pace, accept};
use super::super::read::{text_in, texts_of, there};
use super::super::refusal::{Refusal, json};
use super::super::server::{Caller, Sandbox, ok};
use super::super::tenant::{Account, Profile};
use super::page::{found, page};
use super::{Place, profile_scope};
use crate::arm::Response;
use crate::billing::Task;
use crate::json::Json;
use std::collections::BTreeMap;

/// JSON texts by their names.
type Properties = BTreeMap<String, String>;

/// What a PUT replaces; one of these that is left out is cleared.
const WRITABLE: [&str; 10] = [
    "displayName",
    "poNumber",
    "billTo",
    "shipTo",
    "soldTo",
    "invoiceEmailOptIn",
    "invoiceRecipients",
    "enabledAzurePlans",
    "tags",
    "currentPaymentTerm",
];

/// What a PUT cannot change.
const READ_ONLY: [&str; 12] = [
    "billingRelationshipType",
    "currency",
    "hasReadAccess",
    "invoiceDay",
    "otherPaymentTerms",
    "provisioningState",
    "spendingLimit",
    "spendingLimitDetails",
    "status",
    "statusReasonCode",
    "systemId",
    "targetClouds",
];

/// The profiles of an account that the caller may see something of.
pub(super) fn list(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
) -> Result<Response, Refusal> {
    if !super::account::is_visible(sandbox, caller, place.account) {
        caller.must(Task::SeeProperties, &place.scope)?;
    }
    let profiles = sandbox.profiles(place.account).filter(|profile| {
        caller.is_near(&profile_scope(place.account, profile))
            && found(call, &[&display_name(sandbox, place.account, profile), &profile.name])
    });
    page(call, profiles.map(|profile| profile_json(sandbox, caller, place.account, profile)).collect())
}

/// One profile; of one that is only known by a role further down, little is told.
pub(super) fn get(
    sandbox: &Sandbox,
    caller: &Caller<'_>,
    place: &Place<'_>,
    profile: &Profile,
) -> Result<Response, Refusal> {
    if !caller.is_near(&place.scope) {
        caller.must(Task::SeeProperties, &place.scope)?;
    }
    ok(profile_json(sandbox, caller, place.account, profile))
}

/// Replaces the whole writable set. What is not known here, but is not read-only either, is kept as it came.
pub(super) fn put(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
    profile: &Profile,
) -> Result<Response, Refusal> {
    caller.must(Task::UpdateProperties, &place.scope)?;
    let mut body = call.body(&|json| Ok(texts_of(json.inside("properties")?)))?;
    body.retain(|key, value| !READ_ONLY.iter().any(|name| name.eq_ignore_ascii_case(key)) && value != "null");
    check(&body)?;
    let before = properties(sandbox, place.account, profile);
    let said = |set: &Properties, key: &str| set.get(key).cloned();
    if ["invoiceEmailOptIn", "invoiceRecipients"].iter().any(|key| said(&before, key) != said(&body, key)) {
        caller.must(Task::ChangeEmailPreference, &place.scope)?;
    }
    if said(&body, "invoiceEmailOptIn").as_deref() == Some("false") {
        // Opting out removes the stored addresses (blades 2.8).
        body.insert("invoiceRecipients".to_owned(), "[]".to_owned());
    }
    sandbox.change(|kept| {
        let entry = kept.profiles.entry(place.scope.id().to_lowercase());
        let stored = entry.or_insert_with(|| profile.properties.clone());
        stored.retain(|key, _| !WRITABLE.contains(&key.as_str()));
        stored.extend(body);
        Ok(())
    })?;
    let result = json(200, profile_json(sandbox, caller, place.account, profile));
    let pace = Pace { verb: "putBillingProfile", running: 1, retry_after: Some(1) };
    let account = crate::billing::Scope::Account(place.account.name.as_str().into()).id();
    Ok(accept(sandbox, call, &caller.person.id, &account, &pace, result))
}

fn check(body: &Properties) -> Result<(), Refusal> {
    let mut wrong = Vec::new();
    let text = |key: &str| body.get(key).and_then(|json| text_in(json));
    if text("displayName").is_none_or(|name| name.trim().is_empty()) {
        wrong.push(("properties.DisplayName", "The DisplayName field is required.".to_owned()));
    }
    if let Some(recipients) = body.get("invoiceRecipients") {
        let list = read_texts(recipients).unwrap_or_else(|| vec![String::new()]);
        if let Some(address) = list.iter().find(|address| !address.contains('@')) {
            wrong.push(("properties.InvoiceRecipients", format!("\"{address}\" is not a valid e-mail address.")));
        }
    }
    if body.get("invoiceEmailOptIn").is_some_and(|json| !matches!(json.as_str(), "true" | "false")) {
        wrong.push(("properties.InvoiceEmailOptIn", "The value must be true or false.".to_owned()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Refusal::fields(wrong)) }
}

/// The texts of a JSON list; none of what is something else.
fn read_texts(json: &str) -> Option<Vec<String>> {
    let json = Json::read(json.as_bytes()).ok()?;
    let text = |element: &Json<'_>| there(element.as_text().map(str::to_owned), "");
    json.elements("", &text).ok()
}

/// The writable properties as they are now.
fn properties(sandbox: &Sandbox, account: &Account, profile: &Profile) -> Properties {
    let id = profile_scope(account, profile).id().to_lowercase();
    let kept = sandbox.kept.borrow();
    kept.profiles.get(&id).unwrap_or(&profile.properties).clone()
}

/// What the profile is called now.
pub(super) fn display_name(sandbox: &Sandbox, account: &Account, profile: &Profile) -> String {
    let properties = properties(sandbox, account, profile);
    properties.get("displayName").and_then(|json| text_in(json)).unwrap_or_default()
}

fn profile_json(sandbox: &Sandbox, caller: &Caller<'_>, account: &Account, profile: &Profile) -> String {
    let scope = profile_scope(account, profile);
    let reads = caller.may(Task::SeeProperties, &scope);
    let past_due = profile.statuses.values().any(|status| status == "OverDue");
    let mut object = Object::new()
        .text("currency", &profile.currency)
        .flag("hasReadAccess", reads)
        .text("systemId", &profile.system_id)
        .text("status", if past_due { "Warned" } else { "Active" })
        .text_if("statusReasonCode", past_due.then_some("PastDue"));
    if reads {
        object = object.raw("invoiceDay", "1").text("spendingLimit", "Off").text("provisioningState", "Succeeded");
        for (key, value) in properties(sandbox, account, profile) {
            object = object.raw(&key.replace(['"', '\\'], ""), &value);
        }
    } else {
        object = object.raw("displayName", &string(&display_name(sandbox, account, profile)));
    }
    Object::new()
        .text("id", &scope.id())
        .text("name", &profile.name)
        .text("type", "Microsoft.Billing/billingAccounts/billingProfiles")
        .raw("properties", &object.end())
        .end()
}
