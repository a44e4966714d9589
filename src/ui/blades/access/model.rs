//! What the access control blade shows: the assignments of a scope and those it inherits, one row each.
use crate::billing::{NameOrder, PrincipalKind, Role, RoleAssignment, Scope, fold_case};
use crate::ui::shell::sort_rows;

/// A row: an assignment, seen from a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRow {
    /// The assignment.
    pub assignment: RoleAssignment,
    /// Where it was given, when that is above the scope of the page.
    pub inherited_from: Option<Scope>,
}

impl AccessRow {
    /// Unique over the list: the same name can be given at two scopes.
    pub fn key(&self) -> String {
        self.assignment.id.to_ascii_lowercase()
    }
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessSort {
    /// Name of the holder.
    Name,
    /// Address of the holder.
    Email,
    /// Person, group or application.
    Type,
    /// Role, the most powerful first.
    Role,
    /// This scope first, then what lies above.
    Scope,
}

impl AccessSort {
    /// Its word in the address; also the id of its column.
    pub fn id(self) -> &'static str {
        match self {
            AccessSort::Name => "name",
            AccessSort::Email => "email",
            AccessSort::Type => "type",
            AccessSort::Role => "role",
            AccessSort::Scope => "scope",
        }
    }

    /// Reads [`AccessSort::id`].
    pub fn from_id(id: &str) -> Option<AccessSort> {
        [AccessSort::Name, AccessSort::Email, AccessSort::Type, AccessSort::Role, AccessSort::Scope]
            .into_iter()
            .find(|sort| sort.id() == id)
    }
}

/// The rows of a scope from the lists of the scope and of those above it, duplicates taken out.
pub fn rows(lists: &[Vec<RoleAssignment>], viewing: &Scope) -> Vec<AccessRow> {
    let mut rows: Vec<AccessRow> = Vec::new();
    for assignment in lists.iter().flatten().filter(|assignment| assignment.scope.contains(viewing)) {
        let inherited_from = (!assignment.is_direct_at(viewing)).then(|| assignment.scope.clone());
        let row = AccessRow { assignment: assignment.clone(), inherited_from };
        if !rows.iter().any(|other| other.key() == row.key()) {
            rows.push(row);
        }
    }
    rows
}

/// Rank of a role: the order lists show roles in; unknown ones last.
pub fn role_rank(role: &Role) -> usize {
    Role::KNOWN.iter().position(|known| known == role).unwrap_or(Role::KNOWN.len())
}

/// Only the rows that hold the text in name, address or role name, sorted; equal ones by role and name.
pub fn shown(
    rows: &[AccessRow],
    text: &str,
    roles: &[String],
    sort: AccessSort,
    descending: bool,
    name_of: impl Fn(&Role) -> String,
    names: NameOrder<'_>,
) -> Vec<AccessRow> {
    let wanted = fold_case(text.trim());
    let has_text = |row: &AccessRow| {
        let holder = &row.assignment.principal;
        let places =
            [holder.label().to_owned(), holder.email.clone().unwrap_or_default(), name_of(&row.assignment.role)];
        wanted.is_empty() || places.iter().any(|place| fold_case(place).contains(&wanted))
    };
    let has_role = |row: &AccessRow| roles.is_empty() || roles.iter().any(|role| role == row.assignment.role.name());
    let mut shown: Vec<AccessRow> = rows.iter().filter(|row| has_text(row) && has_role(row)).cloned().collect();
    let by_name = |a: &AccessRow, b: &AccessRow| names(a.assignment.principal.label(), b.assignment.principal.label());
    let email = |row: &AccessRow| fold_case(row.assignment.principal.email.as_deref().unwrap_or_default());
    let rank = |row: &AccessRow| role_rank(&row.assignment.role);
    sort_rows(&mut shown, &|a, b| {
        let order = match sort {
            AccessSort::Name => by_name(a, b),
            AccessSort::Email => email(a).cmp(&email(b)),
            AccessSort::Type => kind_rank(a).cmp(&kind_rank(b)),
            AccessSort::Role => rank(a).cmp(&rank(b)),
            AccessSort::Scope => a.inherited_from.is_some().cmp(&b.inherited_from.is_some()),
        };
        let order = if descending { order.reverse() } else { order };
        order.then_with(|| rank(a).cmp(&rank(b))).then_with(|| by_name(a, b)).then_with(|| a.key().cmp(&b.key()))
    });
    shown
}

fn kind_rank(row: &AccessRow) -> u8 {
    match row.assignment.principal.kind {
        PrincipalKind::User => 0,
        PrincipalKind::Group => 1,
        PrincipalKind::ServicePrincipal => 2,
        PrincipalKind::Unknown => 3,
    }
}

/// Whether the text is the object id of a person, group or application: what Azure itself takes where names cannot be
/// looked up.
pub fn is_object_id(text: &str) -> bool {
    let groups: Vec<&str> = text.trim().split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    lengths == [8, 4, 4, 4, 12] && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_id_is_a_guid_and_nothing_else() {
        assert!(is_object_id(" 5A1B2C3D-0000-4444-8888-1234567890ab "));
        for text in
            ["", "jan@contoso.example", "5A1B2C3D00004444888812345678 90ab", "5A1B2C3D-0000-4444-8888-1234567890ag"]
        {
            assert!(!is_object_id(text), "{text}");
        }
    }
}
