//! The same thing in two files.
use crate::support::*;
use factuur::billing::InvoiceName;
use factuur::own::Kind;

fn total(all: &[(&str, &str)]) -> String {
    let invoice = run(client(all).invoice(&account(), &InvoiceName::new("G1"))).unwrap();
    invoice.total.unwrap().amount().to_string()
}

#[test]
fn the_same_resource_counts_once() {
    let invoice = an_invoice("G1", 2, "1.50");
    let own = files(&[("a.json", &invoice), ("b.json", &list(std::slice::from_ref(&invoice)))]);
    assert_eq!((counted(&own, Kind::Invoice), sentences(&own)), ((1, 0, 1), Vec::new()));
    // Its id is that of the account in one list, that of the subscription in another.
    let other = invoice.replace(&format!("{ACCOUNT}/invoices"), &format!("{ACCOUNT}/billingSubscriptions/s/invoices"));
    assert_eq!(counted(&files(&[("a.json", &invoice), ("b.json", &other)]), Kind::Invoice), (1, 0, 1));
}

#[test]
fn the_one_with_more_fields_is_shown_else_the_later_one() {
    let (one, other) = (an_invoice("G1", 2, "1.50"), an_invoice("G1", 2, "2.50"));
    let more = one.replace(r#""status":"Due""#, r#""status":"Due","dueDate":"2026-04-01T00:00:00Z""#);
    assert_eq!(total(&[("a", &one), ("b", &other)]), "2.50");
    assert_eq!(total(&[("a", &other), ("b", &one)]), "1.50");
    assert_eq!(total(&[("a", &more), ("b", &other)]), "1.50");
    let less = more.replace(r#""dueDate":"2026-04-01T00:00:00Z""#, r#""dueDate":null"#).replace("1.50", "3.50");
    assert_eq!(total(&[("a", &more), ("b", &less)]), "1.50", "what is null is not told");
}

#[test]
fn what_two_files_say_differently_is_told() {
    let (one, other) = (an_invoice("G1", 2, "1.50"), an_invoice("G1", 2, "2.50"));
    let own = files(&[("a.json", &one), ("b.json", &other)]);
    let found = sentences(&own);
    assert_eq!(found, ["b.json: line 1, column 1: invoices g1: totalAmount.value is not the same in a.json"]);
    // Another spelling, other blanks, another order, a field less: the same.
    let same =
        one.replace("1.50", "1.5").replace("\n", " ").replace(r#""status":"Due","#, "").replace(r#""type":"x","#, "");
    assert_eq!(sentences(&files(&[("a.json", &one), ("b.json", &same)])), Vec::<String>::new());
}
