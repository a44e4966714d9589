//! Who holds which role, as a table: the list of an access review.
use super::{ExportError, Field, FieldKind, Table, TableMaker};
use crate::billing::{PrincipalKind, Role, RoleAssignment, Scope};

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AssignmentColumn {
    /// Name of the holder.
    Name,
    /// Address of the holder.
    Email,
    /// Person, group or application, in the caller's word.
    Kind,
    /// The role, in the caller's word.
    Role,
    /// Where it was given, in the caller's word.
    Scope,
    /// Where it was given, as an ARM id.
    ScopeId,
    /// Entra object id of the holder.
    ObjectId,
    /// UTC day it was given.
    GivenOn,
}

impl AssignmentColumn {
    /// Its name in addresses, and what its values are.
    fn described(self) -> (&'static str, FieldKind) {
        match self {
            AssignmentColumn::Name => ("name", FieldKind::Text),
            AssignmentColumn::Email => ("email", FieldKind::Text),
            AssignmentColumn::Kind => ("type", FieldKind::Text),
            AssignmentColumn::Role => ("role", FieldKind::Text),
            AssignmentColumn::Scope => ("scope", FieldKind::Text),
            AssignmentColumn::ScopeId => ("scope-id", FieldKind::Text),
            AssignmentColumn::ObjectId => ("object-id", FieldKind::Text),
            AssignmentColumn::GivenOn => ("given-on", FieldKind::Day),
        }
    }
}

/// The words that the file takes from the language of the screen.
pub struct AssignmentWords<'w> {
    /// What a kind of holder is called.
    pub kind: &'w dyn Fn(PrincipalKind) -> String,
    /// What a role is called.
    pub role: &'w dyn Fn(&Role) -> String,
    /// What a scope is called.
    pub scope: &'w dyn Fn(&Scope) -> String,
}

/// The list, a row per assignment in the order given. What is not known is an empty cell.
///
/// # Errors
/// None here: a list without amounts has nothing that is refused.
pub fn role_assignments(
    title: String,
    columns: &[(AssignmentColumn, String)],
    words: &AssignmentWords<'_>,
    rows: &[RoleAssignment],
) -> Result<Table, ExportError> {
    let described = |(column, header): &(AssignmentColumn, String)| {
        let (id, kind) = column.described();
        (id.into(), header.clone(), kind)
    };
    let mut maker = TableMaker::new(title, columns.iter().map(described).collect(), "");
    for of in rows {
        maker.row(&of.id, columns.iter().map(|(column, _)| value(of, *column, words)))?;
    }
    Ok(maker.table())
}

fn value(of: &RoleAssignment, column: AssignmentColumn, words: &AssignmentWords<'_>) -> Field {
    let holder = &of.principal;
    match column {
        AssignmentColumn::Name => Field::told(holder.display_name.as_deref()),
        AssignmentColumn::Email => Field::told(holder.email.as_deref()),
        AssignmentColumn::Kind => Field::text((words.kind)(holder.kind)),
        AssignmentColumn::Role => Field::text((words.role)(&of.role)),
        AssignmentColumn::Scope => Field::text((words.scope)(&of.scope)),
        AssignmentColumn::ScopeId => Field::text(of.scope.id()),
        AssignmentColumn::ObjectId => Field::text(holder.id.as_str()),
        AssignmentColumn::GivenOn => Field::day(of.created_on.map(|time| time.date_naive())),
    }
}
