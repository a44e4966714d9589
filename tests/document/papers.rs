//! What the paper is, whom it is for, and what it is to other papers.
use super::fixtures::*;
use super::support::squeezed;
use factuur::billing::{Currency, DocumentKind, Invoice, PaymentTerm, Rebill};
use factuur::text::Language;

#[test]
fn the_head_says_what_when_and_for_whom() {
    for (language, wanted) in [
        (
            Language::En,
            [
                "Invoice €3,865.52",
                "Invoice ID Invoice date Due date Status",
                "G654951816 9 Apr 2026 9 May 2026 Past due",
                "1 Mar 2026 – 31 Mar 2026",
                "Net 30 days",
                "Due date: 9 May 2026",
            ],
        ),
        (
            Language::Nl,
            [
                "Factuur € 3.865,52",
                "Factuur-id Factuurdatum Vervaldatum Status",
                "G654951816 09-04-2026 09-05-2026 Achterstallig",
                "01-03-2026 – 31-03-2026",
                "30 dagen netto",
                "Vervaldatum: 09-05-2026",
            ],
        ),
        (
            Language::Sv,
            [
                "Faktura 3 865,52 €",
                "Faktura-ID Fakturadatum Förfallodatum Status",
                "G654951816 2026-04-09 2026-05-09 Förfallen",
                "2026-03-01 – 2026-03-31",
                "30 dagar netto",
                "Förfallodatum: 2026-05-09",
            ],
        ),
    ] {
        let text = squeezed(&usual(Currency::EUR).in_language(language).text());
        for wanted in wanted {
            assert!(text.contains(wanted), "{wanted}\n{text}");
        }
        for told in ["Appelhof productie", "(KLRW-Q3Y4-BG7-TGB)", "PO-2026/0417"] {
            assert!(text.contains(told), "{told}\n{text}");
        }
        // Bill to at the left, sold to at the right.
        for line in ["Koninklijke Appelhof B.V. Koninklijke Appelhof B.V.", "3503 RA Utrecht 1011 AN Amsterdam"] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        for told in ["Afdeling crediteuren", "Postbus 90210", "Zoë van der Meijden", "Prins Hendrikkade 120-III"] {
            assert!(text.contains(told), "{told}\n{text}");
        }
    }
}

#[test]
fn payments_and_failed_payments_are_told() {
    let text = squeezed(&usual(Currency::EUR).in_language(Language::Nl).text());
    assert!(text.contains("21-04-2026 Creditcard visa Betaling € 1.000,00"), "{text}");
    assert!(text.contains("20-04-2026 De kaart is verlopen Betaling mislukt"), "{text}");
}

#[test]
fn a_void_invoice_says_so_in_words_and_names_what_came_of_it() {
    let text = squeezed(&void(Currency::EUR).in_language(Language::Nl).text());
    for wanted in [
        "Factuur Geannuleerd",
        "Dit document is geannuleerd: er hoeft niets op te worden betaald.",
        "Vervangen door: G654951999",
        "Creditnota: C000451816",
        "Geannuleerd door: V000451816",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn a_void_document_names_the_invoice_it_cancels() {
    let invoice =
        Invoice { kind: DocumentKind::VoidNote, billed_document: Some("G654951816".into()), ..bare("V000451816") };
    let text = squeezed(&only(invoice).in_language(Language::Sv).text());
    for wanted in
        ["Annulleringsnota", "V000451816", "Dokumentet annullerar ett annat dokument.", "Annullerar: G654951816"]
    {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn a_credit_note_gives_back_and_names_its_invoice() {
    let text = squeezed(&credit_note(Currency::EUR).text());
    for wanted in [
        "Credit note -€4,865.52",
        "This document gives money back.",
        "Credit note for: G654951816",
        "Charges -€4,321.09",
        "Credits €200.00",
        "Subtotal -€4,021.09",
        "Tax 21% -€844.43",
        "Total -€4,865.52",
        "Subtotal Greenhouses -€1,989.91",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
    assert!(!text.contains("Amount due"), "nothing is to be paid on it");
}

#[test]
fn a_replaced_invoice_and_the_one_that_replaces_it_name_each_other() {
    let mut old = bare("G1000000001");
    old.rebill = Some(Rebill { invoice: Some("G2000000002".into()), credit_note: Some("C3".into()), next: None });
    let mut new = only(bare("G2000000002"));
    new.among = vec![old.clone()];
    let text = squeezed(&new.text());
    assert!(text.contains("Other documents belong to this one. Replaces: G1000000001"), "{text}");
    let text = squeezed(&only(old).text());
    assert!(text.contains("This document has been replaced. Replaced by: G2000000002 Credit note: C3"), "{text}");
}

#[test]
fn a_payment_term_of_another_form_is_printed_as_it_came() {
    for (term, wanted) in
        [("net45", "Net 45 days"), ("NET 0", "Net 0 days"), ("prepaid", "prepaid"), ("netto", "netto")]
    {
        let mut sample = only(bare("G1"));
        sample.term = Some(PaymentTerm { term: Some(term.to_owned()), start_date: None, end_date: None });
        let text = squeezed(&sample.text());
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn every_page_says_who_made_it_and_what_it_is_not() {
    for (language, wanted) in [
        (Language::En, "This is not the tax document of Microsoft."),
        (Language::Nl, "Dit is niet het belastingdocument van Microsoft."),
        (Language::Sv, "Detta är inte skattedokumentet från Microsoft."),
    ] {
        let text = long(60, 3, Currency::EUR).in_language(language).text();
        for page in super::support::pages(&text) {
            assert!(page.contains(wanted) && page.contains("Factuur"), "{page}");
        }
    }
}
