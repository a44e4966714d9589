//! Small files that are computed at once: lists as they are on screen.
use super::{name_of, principal_kind, t};
use crate::billing::{Invoice, RoleAssignment, Scope};
use crate::browser::clock;
use crate::browser::download::FileParts;
use crate::export::{AssignmentColumn, AssignmentWords, CellMode, InvoiceColumn, InvoiceListWords};
use crate::export::{csv_file_name, invoice_list, role_assignments};
use crate::text::words::{access, common, invoices};

/// The invoice list as CSV: the rows, columns and order on screen, safe for spreadsheets. Hands it to the person and tells
/// the name it was given.
///
/// # Errors
/// The words for what went wrong.
pub fn save_invoice_list(rows: &[Invoice], columns: &[(InvoiceColumn, String)]) -> Result<String, String> {
    let columns: Vec<(InvoiceColumn, &str)> =
        columns.iter().map(|(column, header)| (*column, header.as_str())).collect();
    let rows: Vec<&Invoice> = rows.iter().collect();
    let currency = t(invoices::CURRENCY);
    let words = InvoiceListWords { currency: &currency, status: &name_of, kind: &name_of, invoice_type: &name_of };
    let bytes = invoice_list(&columns, &words, &rows, CellMode::Safe).map_err(|error| error.to_string())?;
    save(&bytes, "invoices")
}

/// The access list as CSV: one row per assignment on screen.
///
/// # Errors
/// The words for what went wrong.
pub fn save_assignments(rows: &[RoleAssignment], scope_name: &dyn Fn(&Scope) -> String) -> Result<String, String> {
    let headers = [
        (AssignmentColumn::Name, t(access::NAME)),
        (AssignmentColumn::Email, t(access::EMAIL)),
        (AssignmentColumn::Kind, t(access::TYPE)),
        (AssignmentColumn::Role, t(access::ROLE)),
        (AssignmentColumn::Scope, t(access::SCOPE)),
        (AssignmentColumn::ScopeId, t(access::SCOPE_ID)),
        (AssignmentColumn::ObjectId, t(access::OBJECT_ID)),
        (AssignmentColumn::GivenOn, t(access::GIVEN_ON)),
    ];
    let columns: Vec<(AssignmentColumn, &str)> =
        headers.iter().map(|(column, header)| (*column, header.as_str())).collect();
    let rows: Vec<&RoleAssignment> = rows.iter().collect();
    let words = AssignmentWords { kind: &principal_kind, role: &name_of, scope: scope_name };
    save(&role_assignments(&columns, &words, &rows, CellMode::Safe), "role-assignments")
}

fn save(bytes: &[u8], stem: &str) -> Result<String, String> {
    let name = csv_file_name(&[stem, &clock::today().to_string()], CellMode::Safe);
    let mut parts = FileParts::default();
    parts.push(bytes);
    if parts.save(&name, "text/csv;charset=utf-8") { Ok(name) } else { Err(t(common::SAVE_FAILED)) }
}
