//! The lists as files: invoices, the lines of an invoice, and who holds which role.
use super::tables::{all, file_of, text_of};
use factuur::billing::*;
use factuur::export::*;
use std::path::{Path, PathBuf};

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
        total: Some(money("-1234567.50", Currency::EUR)),
        amount_due: None,
        payments: Vec::new(),
        failed_payments: Vec::new(),
        documents: Vec::new(),
        rebill: None,
        billed_document: None,
        credit_for: None,
    }
}

fn money(digits: &str, currency: Currency) -> Money {
    Money::new(digits.parse().unwrap(), currency)
}

fn named<C: Copy>(columns: &[(C, &str)]) -> Vec<(C, String)> {
    columns.iter().map(|(column, header)| (*column, (*header).to_owned())).collect()
}

fn invoices(columns: &[(InvoiceColumn, &str)], rows: &[Invoice]) -> Result<Table, ExportError> {
    let words = InvoiceListWords {
        currency: "Valuta",
        status: &|status| match status {
            InvoiceStatus::OverDue => "Achterstallig".to_owned(),
            other => other.as_wire().to_owned(),
        },
        kind: &|kind| kind.as_wire().to_owned(),
        invoice_type: &|kind| kind.as_wire().to_owned(),
    };
    invoice_list("Facturen".to_owned(), &named(columns), &words, rows)
}

fn csv(table: &Table, mode: CellMode) -> String {
    text_of(table, Target::Csv, mode)
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
    let rows = [invoice("G000000002"), invoice("G000000001")];
    let row =
        |name: &str, po: &str| format!("-1234567.50,,EUR,{name},Achterstallig,\"Fabrikam, euro\",{po},2026-02-28,\r\n");
    for (mode, po) in [(CellMode::Exact, "+31 A01$9HF"), (CellMode::Safe, "'+31 A01$9HF")] {
        let expected = format!(
            "Totaal,Te betalen,Valuta,Factuur,Status,Profiel,PO,Tot en met,Vervalt\r\n{}{}",
            row("G000000002", po),
            row("G000000001", po)
        );
        assert_eq!(csv(&invoices(&columns, &rows).unwrap(), mode), expected);
    }
}

#[test]
fn a_list_without_amounts_has_no_currency_and_no_sum() {
    let columns = [(InvoiceColumn::Number, "Invoice"), (InvoiceColumn::InvoiceDate, "Date")];
    let table = invoices(&columns, &[invoice("G1")]).unwrap();
    assert_eq!(csv(&table, CellMode::Safe), "Invoice,Date\r\nG1,2026-03-09\r\n");
    assert_eq!((table.cost, table.currency), (None, None));
}

#[test]
fn a_row_of_one_empty_cell_is_still_a_row() {
    let table = invoices(&[(InvoiceColumn::DueDate, "Due")], &[invoice("G1"), invoice("G1")]).unwrap();
    assert_eq!(csv(&table, CellMode::Safe), "Due\r\n\"\"\r\n\"\"\r\n");
}

#[test]
fn an_invoice_in_two_currencies_is_refused() {
    let mut odd = invoice("G1");
    odd.amount_due = Some(Money::zero(Currency::SEK));
    let columns = [(InvoiceColumn::Total, "Total"), (InvoiceColumn::AmountDue, "Due")];
    let refused = ExportError::CurrenciesDiffer { invoice: "G1".to_owned() };
    assert_eq!(invoices(&columns, &[odd]), Err(refused));
}

#[test]
fn the_total_is_added_up_by_currency_and_what_is_due_is_not() {
    use InvoiceColumn::*;
    let mut krona = invoice("G2");
    krona.total = Some(money("0.10", Currency::SEK));
    krona.amount_due = Some(money("9", Currency::SEK));
    let table = invoices(&[(AmountDue, "Due"), (Total, "Total")], &[invoice("G1"), krona.clone(), krona]).unwrap();
    for target in Target::ALL {
        let (_, sums) = file_of(&table, &all(&table, target, CellMode::Safe)).unwrap();
        assert_eq!(sums, ["-1234567.5 EUR", "0.2 SEK"], "{target:?}");
    }
}

fn every_invoice_column() -> Table {
    use InvoiceColumn::*;
    let columns = [
        (Number, "Invoice ID"),
        (Status, "Status"),
        (InvoiceDate, "Invoice date"),
        (DueDate, "Due date"),
        (PeriodStart, "Billing period start"),
        (PeriodEnd, "Billing period end"),
        (Kind, "Document"),
        (Profile, "Billing profile"),
        (Type, "Invoice type"),
        (Subscription, "Subscription"),
        (PoNumber, "PO number"),
        (Billed, "Charges"),
        (Credit, "Credits"),
        (SubTotal, "Subtotal"),
        (Tax, "Tax"),
        (Total, "Total"),
        (AmountDue, "Amount due"),
    ];
    let whole = Invoice {
        status: InvoiceStatus::Paid,
        invoice_type: Some(InvoiceType::AzureServices),
        due_date: "2026-04-08".parse().ok(),
        subscription_display_name: Some("=cmd|'/c calc'!A0".to_owned()),
        billed: Some(money("0.0000000000000000000000000001", Currency::SEK)),
        credit: Some(money("-12.50", Currency::SEK)),
        sub_total: Some(money("79228162514264337593543950335", Currency::SEK)),
        tax: Some(money("0.00", Currency::SEK)),
        total: Some(money("100", Currency::SEK)),
        amount_due: Some(money("-0.5", Currency::SEK)),
        ..invoice("E0100ABCDE")
    };
    invoices(&columns, &[invoice("G000000001"), whole]).unwrap()
}

fn lines() -> Table {
    use TransactionColumn::*;
    let columns = [
        (Date, "Date"),
        (ServiceStart, "Service period start"),
        (ServiceEnd, "Service period end"),
        (TransactionColumn::Invoice, "Invoice ID"),
        (Profile, "Billing profile"),
        (ProfileId, "Billing profile ID"),
        (Section, "Invoice section"),
        (SectionId, "Invoice section ID"),
        (Customer, "Customer"),
        (CustomerId, "Customer ID"),
        (ProductFamily, "Service family"),
        (ProductType, "Product type"),
        (ProductTypeId, "Product type ID"),
        (Product, "Product"),
        (PartNumber, "Part number"),
        (AzurePlan, "Azure plan"),
        (ThirdParty, "Third party"),
        (Type, "Type"),
        (Kind, "Transaction kind"),
        (CreditType, "Credit type"),
        (ReasonCode, "Reason code"),
        (Quantity, "Quantity"),
        (Unit, "Unit"),
        (Units, "Units"),
        (UnitType, "Unit type"),
        (MarketPrice, "Market price"),
        (MarketPriceCurrency, "Market price currency"),
        (Discount, "Discount"),
        (EffectivePrice, "Effective price"),
        (EffectivePriceCurrency, "Effective price currency"),
        (PricingCurrency, "Pricing currency"),
        (ExchangeRate, "Exchange rate"),
        (Amount, "Charge"),
        (Credit, "Credits"),
        (SubTotal, "Subtotal"),
        (Tax, "Tax"),
        (Commitment, "Consumption commitment decremented"),
        (CommitmentCurrency, "Consumption commitment currency"),
        (SpecialTaxation, "Special taxation type"),
    ];
    let text = |text: &str| Some(text.to_owned());
    let usage = Transaction {
        name: "1".to_owned(),
        date: "2026-03-31".parse().ok(),
        service_start: "2026-03-01".parse().ok(),
        service_end: "2026-03-31".parse().ok(),
        invoice: Some("G000000001".into()),
        transaction_type: "Usage Charge".to_owned(),
        kind: text("All"),
        credit_type: None,
        reason_code: text("R-7"),
        is_third_party: Some(false),
        profile: Some("EUR1".into()),
        profile_display_name: text("Fabrikam, euro"),
        section: Some("ABCD-1234".into()),
        section_display_name: text("Onderzoek; \"R&D\""),
        customer: None,
        customer_display_name: None,
        product_family: text("Compute"),
        product_description: text("-D2s v5, åäö"),
        product_type: text("Azure plan"),
        product_type_id: text("A12345"),
        part_number: text("0001"),
        azure_plan: text("Microsoft Azure plan"),
        quantity: "744.000000000000000001".parse().ok(),
        unit_of_measure: text("1 Hour"),
        units: "44640.0".parse().ok(),
        unit_type: text("1 Runtime Minute"),
        market_price: Some(money("0.1100", Currency::USD)),
        discount: "0.05".parse().ok(),
        effective_price: Some(money("0.1045000000000000000000000001", Currency::USD)),
        pricing_currency: text("USD"),
        exchange_rate: "0.918600".parse().ok(),
        amount: Some(money("71.42", Currency::EUR)),
        sub_total: Some(money("70.00", Currency::EUR)),
        credit: Some(money("-1.42", Currency::EUR)),
        tax: Some(money("14.70", Currency::EUR)),
        commitment_decremented: Some(money("78.10", Currency::USD)),
        special_taxation_type: text("SubtotalLevel"),
    };
    let rounding = Transaction {
        name: "2".to_owned(),
        transaction_type: "Rounding Adjustment".to_owned(),
        credit_type: text("AzureCreditOffer"),
        is_third_party: Some(true),
        customer: Some("C-1".into()),
        customer_display_name: text("Blå Blomma AB"),
        amount: Some(money("-0.01", Currency::EUR)),
        ..Transaction::default()
    };
    let words = TransactionWords { currency: "Currency", line_type: &|line| line.transaction_type.to_lowercase() };
    transactions("Lines".to_owned(), &named(&columns), &words, &[usage, rounding]).unwrap()
}

#[test]
fn a_price_keeps_its_own_currency_beside_it_and_is_in_no_sum() {
    let table = lines();
    let cell = |id: &str| {
        let at = table.columns.iter().position(|column| column.id == id).unwrap();
        table.rows[0][at].as_str()
    };
    assert_eq!([cell("market-price"), cell("market-price-currency")], ["0.1100", "USD"]);
    assert_eq!([cell("effective-price"), cell("effective-price-currency")], ["0.1045000000000000000000000001", "USD"]);
    assert_eq!([cell("commitment"), cell("commitment-currency")], ["78.10", "USD"]);
    assert_eq!([cell("exchange-rate"), cell("amount"), cell("currency")], ["0.918600", "71.42", "EUR"]);
    let (_, sums) = file_of(&table, &all(&table, Target::Csv, CellMode::Exact)).unwrap();
    assert_eq!(sums, ["71.41 EUR"]);
}

#[test]
fn a_column_that_no_line_has_anything_of_stays() {
    let words = TransactionWords { currency: "Currency", line_type: &|line| line.transaction_type.clone() };
    let columns = named(&[(TransactionColumn::Date, "Date"), (TransactionColumn::PartNumber, "Part number")]);
    let table = transactions(String::new(), &columns, &words, &[Transaction::default()]).unwrap();
    assert_eq!(csv(&table, CellMode::Safe), "Date,Part number\r\n,\r\n");
}

fn assignments() -> Table {
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
    role_assignments("Access".to_owned(), &named(&columns), &words, &[held]).unwrap()
}

#[test]
fn the_access_review_has_a_row_per_assignment() {
    assert_eq!(
        csv(&assignments(), CellMode::Safe),
        "Name,E-mail,Type,Role,Scope,Scope id,Object id,Given on\r\n\
         '@Wilma,,Group,Invoice manager,Fabrikam Euro,/providers/Microsoft.Billing/billingAccounts/f00d/billingProfiles/EUR1,0a1b,2026-03-09\r\n"
    );
}

fn place(list: &str, target: Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export/golden").join(file_name(&[list], target, CellMode::Safe))
}

/// `FACTUUR_WRITE_GOLDEN=1` writes them anew: look at what changed. A workbook has a test of its own below.
#[test]
fn every_list_is_its_golden_file_byte_for_byte_for_every_target() {
    let is_writing = std::env::var_os("FACTUUR_WRITE_GOLDEN").is_some_and(|is| is == "1");
    let lists = [("invoices", every_invoice_column()), ("transactions", lines()), ("role-assignments", assignments())];
    for (list, table) in lists {
        for target in Target::ALL.into_iter().filter(|target| *target != Target::Xlsx) {
            let (place, made) = (place(list, target), text_of(&table, target, CellMode::Safe));
            if is_writing {
                std::fs::write(&place, &made).unwrap();
            }
            let golden = std::fs::read_to_string(&place).unwrap_or_else(|error| panic!("{}: {error}", place.display()));
            assert_eq!(made, golden, "{list} {target:?}");
        }
    }
}

#[test]
fn a_list_is_the_same_in_a_workbook() {
    for table in [every_invoice_column(), lines(), assignments()] {
        let (bytes, _) = file_of(&table, &all(&table, Target::Xlsx, CellMode::Safe)).unwrap();
        let [(name, rows)] = <[_; 1]>::try_from(super::xlsx::sheets(&bytes)).unwrap();
        assert_eq!(name, table.title);
        let header: Vec<String> = rows[0].iter().map(|cell| cell.to_string()).collect();
        assert_eq!(header, table.columns.iter().map(|of| of.column.name.to_string()).collect::<Vec<_>>());
        assert_eq!(rows.len(), table.rows.len() + 1);
        for (found, row) in rows[1..].iter().zip(&table.rows) {
            for ((cell, text), of) in found.iter().zip(row).zip(&table.columns) {
                match of.column.kind {
                    _ if text.is_empty() => assert_eq!(*cell, calamine::Data::Empty),
                    ValueKind::Text => assert_eq!(cell.to_string(), *text),
                    // More digits than Excel keeps are text; the rest is the number that the digits are.
                    ValueKind::Number if matches!(cell, calamine::Data::String(_)) => {
                        assert_eq!(cell.to_string(), *text)
                    }
                    ValueKind::Number => {
                        let wanted: rust_decimal::Decimal = text.parse().unwrap();
                        assert_eq!(cell.to_string().parse::<rust_decimal::Decimal>().unwrap(), wanted.normalize());
                    }
                    ValueKind::Flag => assert_eq!(cell.to_string(), *text),
                    _ => assert!(matches!(cell, calamine::Data::DateTime(_)), "{cell:?}"),
                }
            }
        }
    }
}

#[test]
fn the_ids_of_columns_are_words_of_an_address_and_none_is_there_twice() {
    for table in [every_invoice_column(), lines(), assignments()] {
        let mut ids: Vec<&str> = table.columns.iter().map(|column| &*column.id).collect();
        assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')), "{ids:?}");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
