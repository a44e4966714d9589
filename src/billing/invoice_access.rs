//! Who may download the invoices of a pay-as-you-go subscription (seeds S000-02, S001-09, S002-01, S002-05, S003-08).
//!
//! The PDF holds personal data of the account administrator, so it is his to share: he switches *Access to invoice* on for a
//! subscription, and who holds one of seven roles on it may then download its invoices. Azure has no public API for the
//! switch (contract §11), so that much can be unknown: then nothing is claimed.
use super::open::open_enum;
use super::{Principal, PrincipalId, PrincipalKind, SubscriptionId};

open_enum! {
    /// An Azure role on a subscription, by its name. These seven open invoices once the account administrator has allowed
    /// it. The documents disagree: S002-01 and the text of 2020 name owner, contributor and reader only; the list of S001-09
    /// has nine items, because the translation broke one sentence apart ("service principals with an owner", "contributor",
    /// …; blades 6.1 row 3). The English original is followed: users, groups and service principals with any of the seven.
    SubscriptionRole {
        /// May do everything, and give roles.
        Owner = "Owner",
        /// May do everything but give roles.
        Contributor = "Contributor",
        /// May see everything.
        Reader = "Reader",
        /// May give roles.
        UserAccessAdministrator = "User Access Administrator",
        /// May see costs and invoices.
        BillingReader = "Billing Reader",
        /// Classic administrator beside the service administrator.
        CoAdministrator = "CoAdministrator" | "Co-Administrator",
        /// Classic administrator of the subscription.
        ServiceAdministrator = "ServiceAdministrator" | "Service Administrator",
    }
}

impl SubscriptionRole {
    /// The seven roles, least powerful first: what a person can best be given.
    pub const OPENING_INVOICES: [SubscriptionRole; 7] = [
        SubscriptionRole::BillingReader,
        SubscriptionRole::Reader,
        SubscriptionRole::Contributor,
        SubscriptionRole::UserAccessAdministrator,
        SubscriptionRole::CoAdministrator,
        SubscriptionRole::ServiceAdministrator,
        SubscriptionRole::Owner,
    ];

    /// Whether it is one of the seven.
    pub fn opens_invoices(&self) -> bool {
        Self::OPENING_INVOICES.contains(self)
    }
}

/// A role held on a subscription, given there or above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriptionRoleAssignment {
    /// The subscription.
    pub subscription: SubscriptionId,
    /// The role.
    pub role: SubscriptionRole,
    /// Who holds it: a user, a group or a service principal.
    pub principal: Principal,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// Their object id.
    pub principal: PrincipalId,
    /// Object ids of the groups they are in, directly or not; `None` when that is not known.
    pub groups: Option<Vec<PrincipalId>>,
    /// Whether they are the account administrator of the subscription (billing property, contract §8); `None` when that is
    /// not known.
    pub is_account_admin: Option<bool>,
}

/// *Access to invoice* of a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccessSwitch {
    /// Others may download its invoices.
    On,
    /// Only the account administrator may: as it is at first.
    Off,
    /// Not told: against Azure, always.
    Unknown,
}

/// What lets somebody download an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessReason {
    /// They are the account administrator.
    AccountAdministrator,
    /// The switch is on and they hold this role.
    Role {
        /// The role.
        role: SubscriptionRole,
        /// The group that holds it for them; none when they hold it themselves.
        through: Option<Principal>,
    },
}

/// Why somebody may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessRefusal {
    /// Invoices of a support plan are for its account administrator only; there is no switch (seeds S001-08, S003-07).
    SupportPlan,
    /// They hold this role, but the switch is off.
    SwitchedOff {
        /// The role that would do.
        role: SubscriptionRole,
    },
    /// They hold none of the seven roles; what the switch says matters only then.
    NoRole {
        /// The switch.
        switch: AccessSwitch,
    },
    /// Only the account administrator may do it.
    NotAccountAdministrator,
}

/// Somebody who can help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Granter {
    /// The account administrator of the subscription, with the switch.
    AccountAdministrator,
    /// Holders of this role on the subscription, with a role.
    Role(SubscriptionRole),
}

impl AccessRefusal {
    /// Whom to ask, in the order in which it must be done; empty when nobody can open it to others.
    pub fn granters(&self) -> Vec<Granter> {
        let role_givers = [SubscriptionRole::Owner, SubscriptionRole::UserAccessAdministrator].map(Granter::Role);
        match self {
            AccessRefusal::SupportPlan => Vec::new(),
            AccessRefusal::SwitchedOff { .. } | AccessRefusal::NotAccountAdministrator => {
                vec![Granter::AccountAdministrator]
            }
            AccessRefusal::NoRole { switch: AccessSwitch::On } => role_givers.into(),
            AccessRefusal::NoRole { .. } => role_givers.into_iter().chain([Granter::AccountAdministrator]).collect(),
        }
    }
}

/// A fact without which nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MissingFact {
    /// Whether they are the account administrator.
    AccountAdministrator,
    /// The switch.
    Switch,
    /// Who holds which role on the subscription.
    RoleAssignments,
    /// Which groups they are in, while a group holds one of the roles.
    Groups,
}

/// Whether somebody may download an invoice, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoiceAccess {
    /// Yes.
    Allowed(AccessReason),
    /// No.
    Denied(AccessRefusal),
    /// It depends on these facts; never empty.
    Unknown(Vec<MissingFact>),
}

/// Whether `caller` may download the PDF of an invoice of the pay-as-you-go subscription `subscription`, whose roles are
/// `assignments` (`None` when they cannot be read). Assignments of other subscriptions are left aside.
///
/// The account administrator always may. For others: with the switch on, one of the seven roles, held by themselves or by a
/// group they are in. A support plan's invoice is the administrator's alone. The documents say nothing of Marketplace and
/// reservations by themselves; the subscription they were bought through decides.
pub fn may_download(
    caller: &Caller,
    subscription: &SubscriptionId,
    is_support_plan: bool,
    switch: AccessSwitch,
    assignments: Option<&[SubscriptionRoleAssignment]>,
) -> InvoiceAccess {
    let mut missing = Vec::new();
    match caller.is_account_admin {
        Some(true) => return InvoiceAccess::Allowed(AccessReason::AccountAdministrator),
        Some(false) => {}
        None => missing.push(MissingFact::AccountAdministrator),
    }
    let refuse = |refusal, missing: Vec<MissingFact>| {
        if missing.is_empty() { InvoiceAccess::Denied(refusal) } else { InvoiceAccess::Unknown(missing) }
    };
    if is_support_plan {
        return refuse(AccessRefusal::SupportPlan, missing);
    }
    let here = assignments.unwrap_or_default().iter();
    let here: Vec<_> = here.filter(|one| one.subscription == *subscription && one.role.opens_invoices()).collect();
    let own = here.iter().find(|one| is_same(&one.principal.id, &caller.principal));
    let by_group = || here.iter().find(|one| is_group_of(caller, &one.principal));
    let Some(held) = own.or_else(by_group) else {
        let a_group_may = here.iter().any(|one| one.principal.kind != PrincipalKind::User);
        if assignments.is_none() {
            missing.push(MissingFact::RoleAssignments);
        } else if caller.groups.is_none() && a_group_may {
            missing.push(MissingFact::Groups);
        }
        return refuse(AccessRefusal::NoRole { switch }, missing);
    };
    match switch {
        AccessSwitch::On => InvoiceAccess::Allowed(AccessReason::Role {
            role: held.role.clone(),
            through: own.is_none().then(|| held.principal.clone()),
        }),
        AccessSwitch::Off => refuse(AccessRefusal::SwitchedOff { role: held.role.clone() }, missing),
        AccessSwitch::Unknown => {
            missing.push(MissingFact::Switch);
            InvoiceAccess::Unknown(missing)
        }
    }
}

/// Whether `caller` may turn the switch of a subscription: the account administrator, and nobody else; a support plan has
/// none.
pub fn may_switch_access(caller: &Caller, is_support_plan: bool) -> InvoiceAccess {
    match caller.is_account_admin {
        _ if is_support_plan => InvoiceAccess::Denied(AccessRefusal::SupportPlan),
        Some(true) => InvoiceAccess::Allowed(AccessReason::AccountAdministrator),
        Some(false) => InvoiceAccess::Denied(AccessRefusal::NotAccountAdministrator),
        None => InvoiceAccess::Unknown(vec![MissingFact::AccountAdministrator]),
    }
}

/// Where somebody finds billing history and usage of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UsageDoor {
    /// The Account Center: the account administrator only (seed S000-13).
    AccountCenter,
    /// The billing API: everybody else who may read billing, such as an owner (seed S000-17).
    BillingApi,
}

/// The door that is open to `caller`: the Account Center only when they are known to be the account administrator.
pub fn usage_door(caller: &Caller) -> UsageDoor {
    if caller.is_account_admin == Some(true) { UsageDoor::AccountCenter } else { UsageDoor::BillingApi }
}

fn is_same(one: &PrincipalId, other: &PrincipalId) -> bool {
    one.as_str().eq_ignore_ascii_case(other.as_str())
}

fn is_group_of(caller: &Caller, principal: &Principal) -> bool {
    caller.groups.iter().flatten().any(|group| is_same(group, &principal.id))
}
