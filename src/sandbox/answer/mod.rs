//! Where a request goes.
mod account;
mod assignment;
mod extension;
mod invoice;
mod page;
mod permission;
mod profile;
mod subscription;
mod transaction;
mod usage;

use super::call::Call;
use super::operation;
use super::refusal::Refusal;
use super::server::{Caller, Sandbox};
use super::tenant::{Account, Profile};
use crate::arm::{Method, Response};
use crate::billing::{CustomerName, ProfileName, Scope, SectionName};

/// A billing scope of the tenant, by its names as the tenant writes them.
pub(super) struct Place<'a> {
    pub(super) account: &'a Account,
    pub(super) profile: Option<&'a Profile>,
    /// Place of the section or customer in [`Profile::owners`].
    pub(super) owner: Option<usize>,
    pub(super) scope: Scope,
}

/// Sends a request to what answers it.
pub(super) fn route(sandbox: &Sandbox, call: &Call<'_>) -> Result<Response, Refusal> {
    let path: Vec<&str> = call.lower.iter().map(String::as_str).collect();
    if let ["providers", "factuur.sandbox", rest @ ..] = path.as_slice() {
        return extension::answer(sandbox, call, rest);
    }
    let caller = sandbox.caller(call)?;
    if call.query("api-version").is_none() {
        return Err(Refusal::bad(
            "MissingApiVersionParameter",
            "The api-version query parameter (?api-version=) is required for all requests.",
        ));
    }
    if let ["subscriptions", id, rest @ ..]
    | ["providers", "microsoft.billing", "billingaccounts", "default", "billingsubscriptions", id, rest @ ..] =
        path.as_slice()
    {
        return subscription::below(sandbox, call, &caller, (id, rest));
    }
    if let [scope @ .., "providers", "microsoft.consumption", "usagedetails"] = path.as_slice() {
        let place = place(sandbox, call, scope.len())?.0;
        return usage::list(sandbox, call, &caller, &place);
    }
    match path.as_slice() {
        ["providers", "microsoft.billing", "billingaccounts"] if call.method() == Method::Get => {
            account::list(sandbox, call, &caller)
        }
        ["providers", "microsoft.billing", "billingaccounts", "default", "invoices", name] => {
            invoice::get_anywhere(sandbox, &caller, name)
        }
        ["providers", "microsoft.billing", "billingaccounts", _, ..] => {
            let (place, used) = place(sandbox, call, path.len())?;
            let rest = path.get(used..).unwrap_or_default();
            if let ["billingsubscriptions" | "invoices" | "paymentmethods", ..] = rest
                && place.account.agreement_type == "MicrosoftOnlineServicesProgram"
            {
                return subscription::of_account(sandbox, call, &caller, (place.account, rest));
            }
            at_scope(sandbox, call, &caller, &place, rest)
        }
        _ => Err(Refusal::not_found()),
    }
}

fn at_scope(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
    rest: &[&str],
) -> Result<Response, Refusal> {
    use Method::{Delete, Get, Post, Put};
    match (call.method(), rest, place.profile, place.owner) {
        (Get, [], None, _) => account::get(sandbox, caller, place),
        (Get, [], Some(profile), None) => profile::get(sandbox, caller, place, profile),
        (Put, [], Some(profile), None) => profile::put(sandbox, call, caller, place, profile),
        (Get, [], Some(profile), Some(owner)) => account::owner(caller, place, profile, owner),
        (Get, ["billingprofiles"], None, _) => profile::list(sandbox, call, caller, place),
        (Get, ["invoicesections"], Some(profile), None) => account::sections(call, caller, place, profile),
        (Get, ["customers"], _, None) => account::customers(sandbox, call, caller, place),
        (Get, ["invoices"], _, None) => invoice::list(sandbox, call, caller, place),
        (Get, ["invoices", name], None, _) => invoice::get(sandbox, caller, place, name),
        (Get, ["invoices", name, "transactions"], None, _) => transaction::list(sandbox, call, caller, place, name),
        (Get, ["billingroledefinitions"], ..) => permission::definitions(call, caller, place),
        (Get, ["billingroledefinitions", name], ..) => permission::definition(caller, place, name),
        (Get, ["billingroleassignments"], ..) => assignment::list(sandbox, call, caller, place),
        (Get, ["billingroleassignments", name], ..) => assignment::get(sandbox, caller, place, name),
        (Delete, ["billingroleassignments", name], ..) => assignment::delete(sandbox, caller, place, name),
        (Put, ["billingroleassignments", _], ..) => Err(Refusal::new(
            422,
            "UnprocessableEntity",
            "Role assignments of this agreement are created with createBillingRoleAssignment.",
        )),
        (Post, ["createbillingroleassignment"], ..) => assignment::create(sandbox, call, caller, place),
        (Post, ["resolvebillingroleassignments"], ..) => assignment::resolve(sandbox, call, caller, place),
        (Get, ["billingpermissions"], ..) => permission::permissions(call, caller, place),
        (Post, ["checkaccess"], ..) => permission::check_access(call, caller, place),
        (Get, ["operationresults", _], ..) => {
            let name = call.segments.last().map_or("", String::as_str);
            operation::poll(sandbox, call, &caller.person.id, name)
        }
        _ => Err(Refusal::not_found()),
    }
}

/// The scope at the start of the path, and how many of its first `limit` segments it takes up.
fn place<'a>(sandbox: &'a Sandbox, call: &Call<'_>, limit: usize) -> Result<(Place<'a>, usize), Refusal> {
    let path: Vec<&str> = call.lower.iter().take(limit).map(String::as_str).collect();
    let ["providers", "microsoft.billing", "billingaccounts", account, rest @ ..] = path.as_slice() else {
        return Err(Refusal::not_found());
    };
    let account = sandbox.account(account)?;
    let name = account.name.as_str().into();
    let ["billingprofiles", profile, rest @ ..] = rest else {
        let place = Place { account, profile: None, owner: None, scope: Scope::Account(name) };
        return Ok((place, 4));
    };
    let profile = sandbox.profile(account, profile)?;
    let profile_name = ProfileName::new(&profile.name);
    let (kind, owner) = match rest {
        [kind @ ("invoicesections" | "customers"), owner, ..] => (*kind, *owner),
        _ => {
            let scope = Scope::Profile(name, profile_name);
            return Ok((Place { account, profile: Some(profile), owner: None, scope }, 6));
        }
    };
    let position = profile.owners().iter().position(|(name, _)| name.eq_ignore_ascii_case(owner));
    let index = position.ok_or_else(Refusal::not_found)?;
    let scope = owner_scope(account, profile, index);
    if (kind == "customers") != matches!(scope, Scope::Customer(..)) {
        return Err(Refusal::not_found());
    }
    Ok((Place { account, profile: Some(profile), owner: Some(index), scope }, 8))
}

/// The invoice section or customer at this place of [`Profile::owners`], as a scope.
pub(super) fn owner_scope(account: &Account, profile: &Profile, index: usize) -> Scope {
    let (account, profile_name) = (account.name.as_str().into(), ProfileName::new(&profile.name));
    match (profile.invoice_sections.get(index), profile.customers.get(index)) {
        (Some(section), _) => Scope::Section(account, profile_name, SectionName::new(&section.name)),
        (None, Some(customer)) => Scope::Customer(account, profile_name, CustomerName::new(&customer.name)),
        (None, None) => Scope::Profile(account, profile_name),
    }
}

/// A billing profile as a scope.
pub(super) fn profile_scope(account: &Account, profile: &Profile) -> Scope {
    Scope::Profile(account.name.as_str().into(), ProfileName::new(&profile.name))
}
