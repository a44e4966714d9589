//! Who may see what of a pay-as-you-go subscription: decided by `billing`, said in words here.
use super::super::super::refusal::Refusal;
use super::super::super::server::{Caller, Sandbox};
use super::super::super::subscription::Subscription;
use super::super::super::tenant::{Account, Person};
use super::{invoice, of};
use crate::billing::{
    AccessRefusal, AccessSwitch, Granter, InvoiceAccess, Principal, PrincipalKind, SubscriptionRole,
    SubscriptionRoleAssignment, may_download,
};

/// Whether the caller is the account administrator.
pub(super) fn is_admin(caller: &Caller<'_>, it: &Subscription<'_>) -> bool {
    it.account.administrators.contains(&caller.person.id)
}

/// The caller as the rules want them.
pub(super) fn asking(sandbox: &Sandbox, caller: &Caller<'_>, it: &Subscription<'_>) -> crate::billing::Caller {
    let groups = sandbox.memberships(caller.person);
    crate::billing::Caller {
        principal: caller.person.id.as_str().into(),
        groups: Some(groups.into_iter().map(|group| group.id.as_str().into()).collect()),
        is_account_admin: Some(is_admin(caller, it)),
    }
}

/// Everybody's Azure roles on the subscription, with the names of who holds them.
pub(super) fn roles<'a>(
    sandbox: &'a Sandbox,
    it: &Subscription<'a>,
) -> impl Iterator<Item = (&'a Person, SubscriptionRoleAssignment)> + use<'a> {
    let (plan, id) = (it.plan, crate::billing::SubscriptionId::from(it.plan.id.as_str()));
    plan.roles.iter().filter_map(move |held| {
        let person = sandbox.person(&held.principal)?;
        let kind = match person.r#type.as_str() {
            "Group" => PrincipalKind::Group,
            "ServicePrincipal" => PrincipalKind::ServicePrincipal,
            _ => PrincipalKind::User,
        };
        let principal = Principal {
            id: person.id.as_str().into(),
            tenant: None,
            display_name: Some(person.display_name.clone()),
            email: person.email.clone(),
            kind,
        };
        let role = SubscriptionRole::from_wire(&held.role);
        Some((person, SubscriptionRoleAssignment { subscription: id.clone(), role, principal }))
    })
}

/// Whether the caller administers the account or holds any role on the subscription.
pub(super) fn sees(sandbox: &Sandbox, caller: &Caller<'_>, it: &Subscription<'_>) -> bool {
    let holds =
        |id: &str| id == caller.person.id || sandbox.memberships(caller.person).iter().any(|group| group.id == id);
    is_admin(caller, it) || it.plan.roles.iter().any(|held| holds(&held.principal))
}

/// 403 unless the caller sees the subscription.
pub(super) fn must_see(sandbox: &Sandbox, caller: &Caller<'_>, it: &Subscription<'_>) -> Result<(), Refusal> {
    if sees(sandbox, caller, it) { Ok(()) } else { Err(no_role()) }
}

pub(super) fn no_role() -> Refusal {
    Refusal::new(403, "AuthorizationFailed", "The caller holds no role on the subscription.")
}

/// Whether the caller sees the account, be it for one of its subscriptions.
pub(in super::super) fn sees_account(sandbox: &Sandbox, caller: &Caller<'_>, account: &Account) -> bool {
    account.administrators.contains(&caller.person.id) || of(sandbox, account).any(|it| sees(sandbox, caller, &it))
}

/// Whether the account has invoices that the caller may see.
pub(in super::super) fn sees_invoices(
    sandbox: &Sandbox,
    caller: &Caller<'_>,
    account: &Account,
) -> Result<bool, Refusal> {
    Ok(!invoice::visible(sandbox, caller, account)?.is_empty())
}

/// *Access to invoice* as it is now.
pub(super) fn switch(sandbox: &Sandbox, it: &Subscription<'_>) -> AccessSwitch {
    let kept = sandbox.kept.borrow().of(&it.plan.id).and_then(|kept| kept.access);
    if kept.unwrap_or(it.plan.access) { AccessSwitch::On } else { AccessSwitch::Off }
}

/// What the rules say of the invoices of the subscription.
pub(super) fn invoices(sandbox: &Sandbox, caller: &Caller<'_>, it: &Subscription<'_>) -> InvoiceAccess {
    let assignments: Vec<SubscriptionRoleAssignment> = roles(sandbox, it).map(|(_, assignment)| assignment).collect();
    let id = it.plan.id.as_str().into();
    let asking = asking(sandbox, caller, it);
    may_download(&asking, &id, it.is_support_plan(), switch(sandbox, it), Some(&assignments))
}

/// 403 unless the caller may see the invoices of the subscription.
pub(super) fn must_see_invoices(sandbox: &Sandbox, caller: &Caller<'_>, it: &Subscription<'_>) -> Result<(), Refusal> {
    refused(sandbox, it, 403, "InvoiceAccessDenied", &invoices(sandbox, caller, it))
}

/// 403 unless the caller is the account administrator.
pub(super) fn must_administer(
    sandbox: &Sandbox,
    caller: &Caller<'_>,
    it: &Subscription<'_>,
    code: &str,
) -> Result<(), Refusal> {
    if is_admin(caller, it) {
        return Ok(());
    }
    refused(sandbox, it, 403, code, &InvoiceAccess::Denied(AccessRefusal::NotAccountAdministrator))
}

/// A decision against the caller as an answer: why, and whom to ask.
pub(super) fn refused(
    sandbox: &Sandbox,
    it: &Subscription<'_>,
    status: u16,
    code: &str,
    access: &InvoiceAccess,
) -> Result<(), Refusal> {
    let InvoiceAccess::Denied(refusal) = access else {
        return Ok(());
    };
    let mut message = match refusal {
        AccessRefusal::SupportPlan => "A support plan is for its account administrator only.".to_owned(),
        AccessRefusal::SwitchedOff { role } => {
            format!("The role {} would do, but access to invoices is off for this subscription.", role.as_wire())
        }
        AccessRefusal::NoRole { .. } => {
            let names = SubscriptionRole::OPENING_INVOICES.map(|role| role.as_wire().to_owned());
            format!("It needs one of these roles on the subscription: {}.", names.join(", "))
        }
        AccessRefusal::NotAccountAdministrator => "Only the account administrator may do this.".to_owned(),
    };
    for granter in refusal.granters() {
        message += &match granter {
            Granter::Role(role) => format!(" Ask a holder of the role {}.", role.as_wire()),
            Granter::AccountAdministrator => {
                let who = it.account.administrators.first().and_then(|id| sandbox.person(id));
                let name = who.map_or("", |person| person.display_name.as_str());
                let address = who.and_then(|person| person.email.as_deref()).unwrap_or_default();
                format!(" Ask the account administrator, {name} ({address}).")
            }
        };
    }
    Err(Refusal::new(status, code, message))
}
