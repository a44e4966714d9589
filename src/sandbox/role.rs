//! Billing roles of the tenant: definitions with their GUIDs (contract §7.1) and who holds them.
use super::server::Sandbox;
use crate::billing::{Role, Scope, ScopeKind};

/// Name (GUID) of a role's definition; the same in every directory.
pub(super) fn definition(role: &Role) -> Option<&'static str> {
    Some(match role {
        Role::AccountOwner => "50000000-aaaa-bbbb-cccc-100000000000",
        Role::AccountContributor => "50000000-aaaa-bbbb-cccc-100000000001",
        Role::AccountReader => "50000000-aaaa-bbbb-cccc-100000000002",
        Role::ProfileOwner => "40000000-aaaa-bbbb-cccc-100000000000",
        Role::ProfileContributor => "40000000-aaaa-bbbb-cccc-100000000001",
        Role::ProfileReader => "40000000-aaaa-bbbb-cccc-100000000002",
        Role::InvoiceManager => "40000000-aaaa-bbbb-cccc-100000000004",
        Role::SectionOwner | Role::CustomerOwner => "30000000-aaaa-bbbb-cccc-100000000000",
        Role::SectionContributor | Role::CustomerContributor => "30000000-aaaa-bbbb-cccc-100000000001",
        Role::SectionReader | Role::CustomerReader => "30000000-aaaa-bbbb-cccc-100000000002",
        Role::SubscriptionCreator => "30000000-aaaa-bbbb-cccc-100000000006",
        Role::Other(_) => return None,
    })
}

/// What a role is for, in the words of its definition.
pub(super) fn description(role: &Role) -> &'static str {
    match role {
        Role::AccountOwner => "Manages everything for the billing account.",
        Role::AccountContributor => "Manages everything except permissions on the billing account.",
        Role::AccountReader => "Has a read-only view of everything on the billing account.",
        Role::ProfileOwner => "Manages everything for the billing profile.",
        Role::ProfileContributor => "Manages everything except permissions on the billing profile.",
        Role::ProfileReader => "Has a read-only view of everything on the billing profile.",
        Role::InvoiceManager => "Views and pays invoices of the billing profile, and has a read-only view of the rest.",
        Role::SectionOwner => "Manages everything on the invoice section.",
        Role::SectionContributor => "Manages everything except permissions on the invoice section.",
        Role::SectionReader => "Has a read-only view of everything on the invoice section.",
        Role::SubscriptionCreator => "Creates Azure subscriptions for the invoice section.",
        Role::CustomerOwner => "Manages everything for the customer.",
        Role::CustomerContributor => "Manages everything except permissions for the customer.",
        Role::CustomerReader => "Has a read-only view of everything for the customer.",
        Role::Other(_) => "",
    }
}

/// What a role may do, as the API has it: opaque ids, by family and number (contract §7.1).
pub(super) fn actions(role: &Role) -> Vec<String> {
    const SECTION_ALL: &[u8] = &[1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18];
    const PROFILE_MOST: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13];
    const ACCOUNT_MOST: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8];
    const OLD: &[u8] = &[1, 2, 3, 6, 7];
    const MANAGE: &[u8] = &[0];
    let sets: &[(&str, &[u8])] = match role {
        Role::AccountOwner => &[
            ("50000000", MANAGE),
            ("50000000", ACCOUNT_MOST),
            ("40000000", MANAGE),
            ("40000000", PROFILE_MOST),
            ("30000000", MANAGE),
            ("30000000", SECTION_ALL),
            ("10000000", OLD),
        ],
        Role::AccountContributor => {
            &[("50000000", ACCOUNT_MOST), ("40000000", PROFILE_MOST), ("30000000", SECTION_ALL), ("10000000", OLD)]
        }
        Role::AccountReader => &[
            ("50000000", &[1, 5, 6, 7]),
            ("40000000", &[6, 7, 8, 12]),
            ("30000000", &[1, 4, 7, 10, 15, 17]),
            ("10000000", &[3]),
        ],
        Role::ProfileOwner => &[("40000000", MANAGE), ("40000000", PROFILE_MOST)],
        Role::ProfileContributor => &[("40000000", PROFILE_MOST)],
        Role::ProfileReader => &[("40000000", &[6, 7, 8, 12])],
        Role::InvoiceManager => &[("40000000", &[6, 7, 8, 11, 12, 13])],
        Role::SectionOwner | Role::CustomerOwner => &[("30000000", MANAGE), ("30000000", SECTION_ALL)],
        Role::SectionContributor | Role::CustomerContributor => &[("30000000", SECTION_ALL)],
        Role::SectionReader | Role::CustomerReader => &[("30000000", &[1, 4, 7, 15, 17])],
        Role::SubscriptionCreator => &[("30000000", &[1, 13])],
        Role::Other(_) => &[],
    };
    sets.iter()
        .flat_map(|(family, numbers)| {
            numbers.iter().map(move |number| format!("{family}-aaaa-bbbb-cccc-2000000000{number:02}"))
        })
        .collect()
}

/// The role whose definition at a scope of this kind has this GUID.
pub(super) fn by_definition(guid: &str, kind: ScopeKind) -> Option<Role> {
    let at_kind = |role: &Role| role.given_at() == Some(kind);
    Role::KNOWN
        .into_iter()
        .filter(at_kind)
        .find(|role| definition(role).is_some_and(|it| it.eq_ignore_ascii_case(guid)))
}

/// A role somebody holds.
#[derive(Debug, Clone)]
pub(super) struct Assignment {
    pub(super) scope: Scope,
    pub(super) role: Role,
    pub(super) principal_id: String,
    pub(super) created_by: String,
    pub(super) created_on: String,
}

impl Assignment {
    /// `{roleDefinitionName}_{principalId}` (contract §1).
    pub(super) fn name(&self) -> String {
        format!("{}_{}", definition(&self.role).unwrap_or_default(), self.principal_id)
    }

    /// Its ARM id.
    pub(super) fn id(&self) -> String {
        format!("{}/billingRoleAssignments/{}", self.scope.id(), self.name())
    }
}

impl Sandbox {
    /// Everybody's roles: those of the seed that were not removed, then those that were added.
    pub(super) fn assignments(&self) -> Vec<Assignment> {
        let kept = self.kept.borrow();
        let seed = self.seed.assignments.iter().filter_map(|it| {
            assignment(&it.scope, &it.role, [&it.principal_id, &it.created_by, &it.created_on])
                .filter(|assignment| !kept.removed.contains(&assignment.id().to_lowercase()))
        });
        let added = kept
            .added
            .iter()
            .filter_map(|it| assignment(&it.scope, &it.role, [&it.principal_id, &it.created_by, &it.created_on]));
        seed.chain(added).collect()
    }
}

fn assignment(scope: &str, role: &str, [principal, by, on]: [&String; 3]) -> Option<Assignment> {
    Some(Assignment {
        scope: Scope::parse(scope).ok()?,
        role: Role::from_name(role),
        principal_id: principal.clone(),
        created_by: by.clone(),
        created_on: on.clone(),
    })
}
