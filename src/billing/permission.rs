//! Who may do what, as data (blades 2.7; contract §7.4), and the reason for every answer.
use super::permission_matrix::roles_allowing;
use super::{Role, RoleAssignment, Scope, ScopeKind};

/// Something a person may want to do at a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// See who holds which role.
    SeeRoleAssignments,
    /// Give and take roles.
    GivePermissions,
    /// See properties and policies.
    SeeProperties,
    /// Change properties and apply policies.
    UpdateProperties,
    /// See invoices; download invoices, usage, price sheets and tax documents.
    SeeInvoices,
    /// Pay an invoice by card. The two tables of the source disagree on the billing account contributor (blades 6.1
    /// row 5): the profile's own table is followed, which says no.
    PayByCard,
    /// Make an invoice section.
    CreateInvoiceSection,
    /// Manage payment methods.
    ManagePaymentMethods,
    /// Change who is sent the invoices.
    ChangeEmailPreference,
    /// Move products and subscriptions to another profile.
    MoveProducts,
    /// Make an Azure subscription in a section. The sources disagree on the invoice manager (blades 6.1 row 6): two of
    /// three tables say no, so no.
    CreateSubscription,
}

impl Task {
    /// All tasks.
    pub const ALL: [Task; 11] = [
        Task::SeeRoleAssignments,
        Task::GivePermissions,
        Task::SeeProperties,
        Task::UpdateProperties,
        Task::SeeInvoices,
        Task::PayByCard,
        Task::CreateInvoiceSection,
        Task::ManagePaymentMethods,
        Task::ChangeEmailPreference,
        Task::MoveProducts,
        Task::CreateSubscription,
    ];
}

/// A role somebody holds, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// Where it was given.
    pub scope: Scope,
}

impl From<&RoleAssignment> for HeldRole {
    fn from(assignment: &RoleAssignment) -> HeldRole {
        HeldRole { role: assignment.role.clone(), scope: assignment.scope.clone() }
    }
}

/// The answer to "may they?", with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Yes: this role, given at this scope, allows it.
    Allowed {
        /// The role that allows it.
        role: Role,
        /// Where that role was given.
        scope: Scope,
    },
    /// No.
    Denied {
        /// Roles that would allow it, least powerful first. Empty when no billing role can.
        missing: Vec<Role>,
        /// Roles whose holders can give one of those.
        granters: Vec<Role>,
        /// The roles that are held here and do not allow it.
        held: Vec<Role>,
    },
}

impl Decision {
    /// True for yes.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Decision::Allowed { .. })
    }
}

/// Whether somebody who holds these roles may do `task` at `scope`, and why (blades 2.7; contract §7.4).
///
/// A role counts at the scope it was given at and at every scope below it, never above: an account's role holds on its
/// profiles, a profile's on its sections and customers (seed S001-14), a section's on that section only. A role found at
/// a kind of scope it is not given at, and a role that is not known, grant nothing here. When several roles allow it, the
/// one given nearest to `scope` is named.
pub fn may(held: &[HeldRole], task: Task, scope: &Scope) -> Decision {
    let allowing = roles_allowing(task, scope.kind());
    let here: Vec<&HeldRole> =
        scope.with_ancestors().flat_map(|level| held.iter().filter(move |held| held.scope == level)).collect();
    let reason =
        here.iter().find(|held| held.role.given_at() == Some(held.scope.kind()) && allowing.contains(&&held.role));
    if let Some(reason) = reason {
        return Decision::Allowed { role: reason.role.clone(), scope: reason.scope.clone() };
    }
    let mut roles: Vec<Role> = Vec::new();
    for role in here.iter().map(|held| &held.role) {
        if !roles.contains(role) {
            roles.push(role.clone());
        }
    }
    Decision::Denied {
        granters: granters_of(&allowing, scope.kind()),
        missing: allowing.into_iter().cloned().collect(),
        held: roles,
    }
}

/// Owner roles whose holders can give one of `roles`, nearest scope first. The owner of a section is left out where only
/// a profile's role would help: he cannot give that one.
fn granters_of(roles: &[&Role], kind: ScopeKind) -> Vec<Role> {
    let chain: &[(ScopeKind, Role)] = match kind {
        ScopeKind::Account => &[(ScopeKind::Account, Role::AccountOwner)],
        ScopeKind::Profile => &[(ScopeKind::Profile, Role::ProfileOwner), (ScopeKind::Account, Role::AccountOwner)],
        ScopeKind::Section => &[
            (ScopeKind::Section, Role::SectionOwner),
            (ScopeKind::Profile, Role::ProfileOwner),
            (ScopeKind::Account, Role::AccountOwner),
        ],
        ScopeKind::Customer => &[
            (ScopeKind::Customer, Role::CustomerOwner),
            (ScopeKind::Profile, Role::ProfileOwner),
            (ScopeKind::Account, Role::AccountOwner),
        ],
    };
    // What an owner may give: the roles of the own scope and of those below it, which come before it in the chain.
    let mut within = Vec::new();
    let mut granters = Vec::new();
    for (level, owner) in chain {
        within.push(Some(*level));
        if roles.iter().any(|role| within.contains(&role.given_at())) {
            granters.push(owner.clone());
        }
    }
    granters
}

/// The roles that can be given at a scope of this kind, most powerful first: what the *Role* field offers (contract §7.1).
pub fn roles_assignable_at(kind: ScopeKind) -> &'static [Role] {
    static ACCOUNT: [Role; 3] = [Role::AccountOwner, Role::AccountContributor, Role::AccountReader];
    static PROFILE: [Role; 4] =
        [Role::ProfileOwner, Role::ProfileContributor, Role::ProfileReader, Role::InvoiceManager];
    static SECTION: [Role; 4] =
        [Role::SectionOwner, Role::SectionContributor, Role::SectionReader, Role::SubscriptionCreator];
    static CUSTOMER: [Role; 3] = [Role::CustomerOwner, Role::CustomerContributor, Role::CustomerReader];
    match kind {
        ScopeKind::Account => &ACCOUNT,
        ScopeKind::Profile => &PROFILE,
        ScopeKind::Section => &SECTION,
        ScopeKind::Customer => &CUSTOMER,
    }
}

/// Why an assignment cannot be removed, whoever asks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RemoveRefusal {
    /// It was given higher up, at this scope: it can only be removed there.
    #[error("the role is inherited from {0}")]
    Inherited(Scope),
    /// It was given somewhere that the page's scope does not inherit from.
    #[error("the role was given at {0}, not here")]
    Elsewhere(Scope),
    /// Nobody else holds the owner role that was given at this scope.
    #[error("the last {} of a scope cannot be removed", .0.name())]
    LastOwner(Role),
}

/// Whether `assignment` can be removed on the page of the scope `viewing` (blades 2.7, contract §7.2). Whether the person
/// who asks may do so is [`may`]'s to say, with [`Task::GivePermissions`].
///
/// The documentation says that the last holder of a scope-level role cannot be removed. Read here as: at every kind of
/// scope at least one other holder of its *owner* role, given at that scope itself, must stay; inherited owners do not
/// count, and any other role may run empty (nobody has to be an invoice manager). Holders are counted, not
/// assignments, so the same owner listed twice is still the last one.
///
/// # Errors
/// The reason for the refusal.
pub fn may_remove(
    assignment: &RoleAssignment,
    all_at_scope: &[RoleAssignment],
    viewing: &Scope,
) -> Result<(), RemoveRefusal> {
    if !assignment.is_direct_at(viewing) {
        let scope = assignment.scope.clone();
        return Err(if scope.contains(viewing) {
            RemoveRefusal::Inherited(scope)
        } else {
            RemoveRefusal::Elsewhere(scope)
        });
    }
    let another_owner = all_at_scope.iter().any(|other| {
        other.role == assignment.role && other.is_direct_at(viewing) && !is_same_holder(other, assignment)
    });
    if assignment.role.is_owner() && !another_owner {
        return Err(RemoveRefusal::LastOwner(assignment.role.clone()));
    }
    Ok(())
}

fn is_same_holder(one: &RoleAssignment, other: &RoleAssignment) -> bool {
    let [one, other] = [one, other].map(|assignment| assignment.principal.id.as_str());
    one.eq_ignore_ascii_case(other)
}
