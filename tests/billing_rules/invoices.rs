//! What is open, what counts, how lists are sorted, and which documents belong together.
use crate::fixtures::*;
use factuur::billing::*;
use std::cmp::Ordering;

fn total_of(all: &[Invoice]) -> Vec<String> {
    let totals = invoice_totals(all, |invoice| invoice.total).unwrap();
    totals.iter().map(|money| money.to_string()).collect()
}

fn credit_note(name: &str, of: &str, total: &str) -> Invoice {
    let mut note = invoice(name, InvoiceStatus::Paid, total);
    note.kind = DocumentKind::CreditNote;
    note.credit_for = Some(of.into());
    note
}

#[test]
fn an_invoice_is_past_due_from_the_day_after_its_due_date() {
    let mut due = invoice("G000000001", InvoiceStatus::Due, "10.00");
    due.due_date = Some(day("2026-03-10"));
    assert!(due.is_open());
    assert!(!due.is_past_due_on(day("2026-03-10")));
    assert!(due.is_past_due_on(day("2026-03-11")));
    due.status = InvoiceStatus::OverDue;
    assert!(due.is_past_due_on(day("2026-03-01")));
    due.amount_due = Some(money("0.00", Currency::EUR));
    assert!(!due.is_open());
}

#[test]
fn only_a_due_or_overdue_invoice_is_open() {
    use InvoiceStatus::*;
    for (status, open) in [(Due, true), (OverDue, true), (Paid, false), (Void, false), (Locked, false)] {
        assert_eq!(invoice("G1", status, "10").is_open(), open);
    }
    let mut note = credit_note("C1", "G1", "-10");
    note.status = Due;
    assert!(!note.is_open());
}

#[test]
fn credit_note_brings_the_invoice_to_zero() {
    let all = [invoice("G1", InvoiceStatus::Paid, "121.00"), credit_note("C1", "G1", "-121.00")];
    assert_eq!(total_of(&all), ["0.00 EUR"]);
}

#[test]
fn a_total_is_the_sum_of_the_rows_and_a_void_invoice_is_taken_back_by_its_credit_note() {
    let all = [
        invoice("G1", InvoiceStatus::Void, "50.00"),
        credit_note("C1", "g1", "-50.00"),
        invoice("G2", InvoiceStatus::Due, "40.00"),
    ];
    assert_eq!(total_of(&all), ["40.00 EUR"]);
    assert_eq!(total_of(&all[..1]), ["50.00 EUR"], "alone it counts with its amount");
}

#[test]
fn totals_keep_currencies_apart() {
    let mut dollars = invoice("G2", InvoiceStatus::Due, "5.00");
    dollars.total = Some(money("5.00", Currency::USD));
    let all = [invoice("G1", InvoiceStatus::Due, "7.00"), dollars];
    assert_eq!(total_of(&all), ["7.00 EUR", "5.00 USD"]);
}

#[test]
fn sums_and_signs_that_contradict_each_other_are_found() {
    let mut sound = invoice("G1", InvoiceStatus::Due, "108.90");
    sound.billed = Some(money("100.00", Currency::EUR));
    sound.credit = Some(money("10.00", Currency::EUR));
    sound.sub_total = Some(money("90.00", Currency::EUR));
    sound.tax = Some(money("18.90", Currency::EUR));
    assert_eq!(sound.check(), Ok(()));
    let changed = |change: fn(&mut Invoice)| {
        let mut invoice = sound.clone();
        change(&mut invoice);
        invoice.check()
    };
    assert_eq!(changed(|of| of.tax = Some(money("18.91", Currency::EUR))), Err(InvoiceFault::Total));
    assert_eq!(changed(|of| of.credit = Some(money("9.99", Currency::EUR))), Err(InvoiceFault::SubTotal));
    assert_eq!(changed(|of| of.kind = DocumentKind::CreditNote), Err(InvoiceFault::CreditNoteAsksMoney));
    assert!(matches!(changed(|of| of.tax = Some(money("18.90", Currency::USD))), Err(InvoiceFault::Money(_))));
}

#[test]
fn what_is_not_told_comes_last_in_both_directions() {
    let mut known = invoice("G1", InvoiceStatus::Due, "1");
    known.due_date = Some(day("2026-03-10"));
    let unknown = invoice("G0", InvoiceStatus::Due, "1");
    for descending in [false, true] {
        let order = InvoiceSort::DueDate.compare(&known, &unknown, descending, &str::cmp);
        assert_eq!(order, Ordering::Less);
    }
}

#[test]
fn amounts_are_sorted_as_numbers_within_their_currency() {
    let mut list = [
        invoice("G1", InvoiceStatus::Due, "9.00"),
        invoice("G2", InvoiceStatus::Due, "10.00"),
        invoice("G3", InvoiceStatus::Due, "-1.00"),
        invoice("G4", InvoiceStatus::Due, "1.00"),
    ];
    list[3].total = Some(money("1.00", Currency::USD));
    list.sort_by(|a, b| InvoiceSort::Total.compare(a, b, false, &str::cmp));
    let names: Vec<&str> = list.iter().map(|invoice| invoice.name.as_str()).collect();
    assert_eq!(names, ["G3", "G1", "G2", "G4"]);
}

#[test]
fn what_wants_attention_comes_first() {
    let overdue = invoice("G2", InvoiceStatus::OverDue, "1");
    let due = invoice("G1", InvoiceStatus::Due, "1");
    let order = InvoiceSort::Status.compare(&overdue, &due, false, &str::cmp);
    assert_eq!(order, Ordering::Less);
}

#[test]
fn a_chain_of_rebills_is_followed_from_every_link() {
    let mut first = invoice("G1", InvoiceStatus::Paid, "10");
    first.rebill = Some(Rebill {
        invoice: Some("G2".into()),
        credit_note: Some("C1".into()),
        next: Some(Box::new(Rebill { invoice: Some("G3".into()), credit_note: Some("C2".into()), next: None })),
    });
    let all = [
        first,
        credit_note("C1", "G1", "-10"),
        invoice("G2", InvoiceStatus::Paid, "9"),
        credit_note("C2", "G2", "-9"),
        invoice("G3", InvoiceStatus::Due, "8"),
    ];
    let related = |at: usize| -> Vec<(RelatedKind, String)> {
        related_documents(&all[at], &all).into_iter().map(|of| (of.kind, of.name.as_str().to_owned())).collect()
    };
    use RelatedKind::*;
    let named = |kind: RelatedKind, name: &str| (kind, name.to_owned());
    assert_eq!(related(0), [named(ReplacedBy, "G2"), named(CreditNote, "C1"), named(ReplacedBy, "G3")]);
    assert_eq!(related(1), [named(CreditFor, "G1")]);
    assert_eq!(related(2), [named(Replaces, "G1"), named(CreditNote, "C2")]);
    assert_eq!(related(3), [named(CreditFor, "G2")]);
    assert_eq!(related(4), [named(Replaces, "G2")]);
}

#[test]
fn a_voided_invoice_and_its_void_document_name_each_other() {
    let mut void_note = invoice("V1", InvoiceStatus::Paid, "-50");
    void_note.billed_document = Some("g1".into());
    let all = [invoice("G1", InvoiceStatus::Void, "50"), void_note];
    let kinds = |at: usize| related_documents(&all[at], &all)[0].kind;
    assert_eq!((kinds(0), kinds(1)), (RelatedKind::VoidedBy, RelatedKind::Voids));
}
