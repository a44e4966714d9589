//! Role definitions, the caller's permissions, and checkAccess (contract §7.1, §7.3).
use super::super::call::Call;
use super::super::json::{Object, array, string};
use super::super::read::there;
use super::super::refusal::Refusal;
use super::super::role;
use super::super::server::{Caller, ok};
use super::Place;
use super::page::page;
use crate::arm::Response;
use crate::billing::{Role, Scope, Task, roles_assignable_at};

/// The roles that can be given at a scope.
pub(super) fn definitions(call: &Call<'_>, caller: &Caller<'_>, place: &Place<'_>) -> Result<Response, Refusal> {
    caller.must(Task::SeeRoleAssignments, &place.scope)?;
    let roles = roles_assignable_at(place.scope.kind());
    page(call, roles.iter().map(|role| definition_json(&place.scope, role)).collect())
}

/// One of them.
pub(super) fn definition(caller: &Caller<'_>, place: &Place<'_>, name: &str) -> Result<Response, Refusal> {
    caller.must(Task::SeeRoleAssignments, &place.scope)?;
    let role = role::by_definition(name, place.scope.kind()).ok_or_else(Refusal::not_found)?;
    ok(definition_json(&place.scope, &role))
}

fn definition_json(scope: &Scope, role: &Role) -> String {
    let name = role::definition(role).unwrap_or_default();
    let actions = array(role::actions(role).iter().map(|action| string(action)));
    let properties = Object::new()
        .text("roleName", role.name())
        .text("description", role::description(role))
        .raw("permissions", &array([Object::new().raw("actions", &actions).end()]));
    Object::new()
        .text("id", &format!("{}/billingRoleDefinitions/{name}", scope.id()))
        .text("name", name)
        .text("type", "Microsoft.Billing/billingAccounts/billingRoleDefinitions")
        .raw("properties", &properties.end())
        .end()
}

/// What the caller may do at a scope, as opaque ids; nothing for somebody without a role.
pub(super) fn permissions(call: &Call<'_>, caller: &Caller<'_>, place: &Place<'_>) -> Result<Response, Refusal> {
    let here = caller.held.iter().filter(|held| held.scope.contains(&place.scope));
    let sets = here.map(|held| {
        let actions = array(role::actions(&held.role).iter().map(|action| string(action)));
        Object::new().raw("actions", &actions).raw("notActions", "[]").end()
    });
    page(call, sets.collect())
}

/// For each action whether the caller may do it. The answer is a bare array.
pub(super) fn check_access(call: &Call<'_>, caller: &Caller<'_>, place: &Place<'_>) -> Result<Response, Refusal> {
    let wanted = call.body(&|json| {
        there(json.field("actions")?, "actions")?;
        json.texts("actions")
    })?;
    let answers = wanted.iter().map(|action| {
        let decision = match task(action) {
            Some(task) if caller.may(task, &place.scope) => "Allowed",
            Some(_) => "NotAllowed",
            None => "Other",
        };
        Object::new().text("action", action).text("accessDecision", decision).end()
    });
    ok(array(answers))
}

/// The task behind a published action string.
fn task(action: &str) -> Option<Task> {
    let action = action.to_lowercase();
    let rest = action.strip_prefix("microsoft.billing/billingaccounts/")?;
    let rest = rest.strip_prefix("billingprofiles/").unwrap_or(rest);
    let rest = rest.strip_prefix("customers/").unwrap_or(rest);
    Some(match rest {
        "read" | "policies/read" | "invoicesections/read" | "customers/read" | "billingprofiles/read" => {
            Task::SeeProperties
        }
        "write" | "policies/write" => Task::UpdateProperties,
        "invoices/read" | "invoices/download/action" => Task::SeeInvoices,
        "invoicesections/write" => Task::CreateInvoiceSection,
        "billingroledefinitions/read"
        | "billingroleassignments/read"
        | "resolvebillingroleassignments/write"
        | "invoicesections/billingroleassignments/read" => Task::SeeRoleAssignments,
        "billingroleassignments/write"
        | "createbillingroleassignment/write"
        | "invoicesections/billingroleassignments/write" => Task::GivePermissions,
        _ => return None,
    })
}
