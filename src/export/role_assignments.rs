//! Who holds which role, as CSV: the list of an access review.
use super::{CellMode, CsvWriter};
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
    /// UTC day it was given, ISO 8601.
    GivenOn,
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

/// The file, header first, one row per assignment in the order given. What is not known is an empty cell.
pub fn role_assignments(
    columns: &[(AssignmentColumn, &str)],
    words: &AssignmentWords<'_>,
    rows: &[&RoleAssignment],
    mode: CellMode,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = CsvWriter::new(&mut out, mode);
    for (_, header) in columns {
        writer.text(header);
    }
    writer.end_row();
    for of in rows {
        for (column, _) in columns {
            let holder = &of.principal;
            match column {
                AssignmentColumn::Name => writer.text(holder.display_name.as_deref().unwrap_or("")),
                AssignmentColumn::Email => writer.text(holder.email.as_deref().unwrap_or("")),
                AssignmentColumn::Kind => writer.text(&(words.kind)(holder.kind)),
                AssignmentColumn::Role => writer.text(&(words.role)(&of.role)),
                AssignmentColumn::Scope => writer.text(&(words.scope)(&of.scope)),
                AssignmentColumn::ScopeId => writer.text(&of.scope.id()),
                AssignmentColumn::ObjectId => writer.text(holder.id.as_str()),
                AssignmentColumn::GivenOn => {
                    writer.date_iso(of.created_on.map(|time| time.date_naive()));
                }
            }
        }
        writer.end_row();
    }
    out
}
