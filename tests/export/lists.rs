//! The lists as files: invoices, and who holds which role.
use factuur::billing::*;
use factuur::export::*;

fn invoice(name: &str) -> Invoice {
    Invoice {
        account: "f00d".into(),
        name: name.into(),
        status: InvoiceStatus::OverDue,
        kind: DocumentKind::Invoice,
        invoice_type: None,
        invoice_date: "2026-03-09".parse().ok(),
        due_date: None,
        period: Period::month(2026, 2),
        profile: None,
        profile_display_name: Some("Fabrikam, euro".to_owned()),
        subscription_id: None,
        subscription_display_name: None,
        po_number: Some("+31 A01$9HF".to_owned()),
        billed: None,
        credit: None,
        prepayment: None,
        free_credit: None,
        sub_total: None,
        tax: None,
        total: Some(Money::new("-1234567.50".parse().unwrap(), Currency::EUR)),
        amount_due: None,
        payments: Vec::new(),
        failed_payments: Vec::new(),
        documents: Vec::new(),
        rebill: None,
        billed_document: None,
        credit_for: None,
    }
}

fn list(columns: &[(InvoiceColumn, &str)], rows: &[&Invoice], mode: CellMode) -> Result<String, ExportError> {
    let words = InvoiceListWords {
        currency: "Valuta",
        status: &|status| match status {
            InvoiceStatus::OverDue => "Achterstallig".to_owned(),
            other => other.as_wire().to_owned(),
        },
        kind: &|kind| kind.as_wire().to_owned(),
        invoice_type: &|kind| kind.as_wire().to_owned(),
    };
    invoice_list(columns, &words, rows, mode).map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn the_invoice_list_has_the_columns_and_the_order_of_the_screen() {
    use InvoiceColumn::*;
    let columns = [
        (Total, "Totaal"),
        (AmountDue, "Te betalen"),
        (Number, "Factuur"),
        (Status, "Status"),
        (Profile, "Profiel"),
        (PoNumber, "PO"),
        (PeriodEnd, "Tot en met"),
        (DueDate, "Vervalt"),
    ];
    let (first, second) = (invoice("G000000002"), invoice("G000000001"));
    let row =
        |name: &str, po: &str| format!("-1234567.50,,EUR,{name},Achterstallig,\"Fabrikam, euro\",{po},2026-02-28,\r\n");
    for (mode, po) in [(CellMode::Exact, "+31 A01$9HF"), (CellMode::Safe, "'+31 A01$9HF")] {
        let expected = format!(
            "Totaal,Te betalen,Valuta,Factuur,Status,Profiel,PO,Tot en met,Vervalt\r\n{}{}",
            row("G000000002", po),
            row("G000000001", po)
        );
        assert_eq!(list(&columns, &[&first, &second], mode), Ok(expected));
    }
}

#[test]
fn a_list_without_amounts_has_no_currency() {
    let columns = [(InvoiceColumn::Number, "Invoice"), (InvoiceColumn::InvoiceDate, "Date")];
    let expected = "Invoice,Date\r\nG1,2026-03-09\r\n".to_owned();
    assert_eq!(list(&columns, &[&invoice("G1")], CellMode::Safe), Ok(expected));
}

#[test]
fn a_row_of_one_empty_cell_is_still_a_row() {
    let columns = [(InvoiceColumn::DueDate, "Due")];
    let expected = "Due\r\n\"\"\r\n\"\"\r\n".to_owned();
    let one = invoice("G1");
    assert_eq!(list(&columns, &[&one, &one], CellMode::Safe), Ok(expected));
}

#[test]
fn an_invoice_in_two_currencies_is_refused() {
    let mut odd = invoice("G1");
    odd.amount_due = Some(Money::zero(Currency::SEK));
    let columns = [(InvoiceColumn::Total, "Total"), (InvoiceColumn::AmountDue, "Due")];
    let refused = ExportError::CurrenciesDiffer { invoice: "G1".to_owned() };
    assert_eq!(list(&columns, &[&odd], CellMode::Safe), Err(refused));
}

#[test]
fn the_access_review_has_a_row_per_assignment() {
    let profile = Scope::Profile("f00d".into(), "EUR1".into());
    let held = RoleAssignment {
        name: "4000_1".to_owned(),
        id: "id".to_owned(),
        role: Role::InvoiceManager,
        role_definition: "4000".to_owned(),
        principal: Principal {
            id: PrincipalId::new("0a1b"),
            tenant: None,
            display_name: Some("@Wilma".to_owned()),
            email: None,
            kind: PrincipalKind::Group,
        },
        scope: profile,
        created_on: "2026-03-09T23:59:00Z".parse().ok(),
        created_by: None,
    };
    let words = AssignmentWords {
        kind: &|kind| format!("{kind:?}"),
        role: &|role| role.name().to_owned(),
        scope: &|_| "Fabrikam Euro".to_owned(),
    };
    use AssignmentColumn::{Email, GivenOn, Kind, Name, ObjectId, ScopeId};
    let columns = [
        (Name, "Name"),
        (Email, "E-mail"),
        (Kind, "Type"),
        (AssignmentColumn::Role, "Role"),
        (AssignmentColumn::Scope, "Scope"),
        (ScopeId, "Scope id"),
        (ObjectId, "Object id"),
        (GivenOn, "Given on"),
    ];
    let file = role_assignments(&columns, &words, &[&held], CellMode::Safe);
    assert_eq!(
        String::from_utf8(file).unwrap(),
        "Name,E-mail,Type,Role,Scope,Scope id,Object id,Given on\r\n\
         '@Wilma,,Group,Invoice manager,Fabrikam Euro,/providers/Microsoft.Billing/billingAccounts/f00d/billingProfiles/EUR1,0a1b,2026-03-09\r\n"
    );
}
