//! What a reader and a screen reader are told: title, language, structure. And that the same paper is the same file.
use super::fixtures::*;
use super::support::ask;
use factuur::billing::Currency;
use factuur::text::Language;

#[test]
fn the_file_tells_its_title_author_and_language() {
    for (language, title, tag) in
        [(Language::En, "Invoice", "en"), (Language::Nl, "Factuur", "nl-NL"), (Language::Sv, "Faktura", "sv-SE")]
    {
        let pdf = usual(Currency::EUR).in_language(language).pdf();
        let info = ask("pdfinfo", &["-isodates"], &pdf);
        let told = |key: &str| {
            let line = info.lines().find(|line| line.starts_with(key));
            line.unwrap_or_else(|| panic!("{key}: {info}")).split_once(':').unwrap().1.trim().to_owned()
        };
        assert_eq!(told("Title"), format!("{title} G654951816"));
        assert_eq!((told("Author").as_str(), told("Creator").as_str()), ("Factuur", "Factuur"));
        assert!(told("CreationDate").starts_with("2026-04-09T00:00:00"));
        assert_eq!((told("Tagged").as_str(), told("Encrypted").as_str()), ("yes", "no"));
        let raw = String::from_utf8_lossy(&pdf).into_owned();
        assert!(raw.contains(&format!("/Lang({tag})")), "{tag}");
        assert!(raw.contains("/DisplayDocTitle true") && raw.contains("/Marked true"));
    }
}

#[test]
fn the_title_knows_every_letter() {
    let sample = credit_note(Currency::SEK).in_language(Language::Sv);
    assert!(ask("pdfinfo", &[], &sample.pdf()).contains("Kreditnota C000451816"));
}

#[test]
fn a_screen_reader_reads_headings_paragraphs_and_tables() {
    let structure = ask("pdfinfo", &["-struct-text"], &usual(Currency::EUR).pdf()).replace('\u{a0}', " ");
    let flat: Vec<&str> = structure.lines().map(str::trim).collect();
    assert_eq!(flat[0], "Document");
    let count =
        |role: &str| flat.iter().filter(|line| **line == role || line.starts_with(&format!("{role} ("))).count();
    assert_eq!((count("H1"), count("H2"), count("H3"), count("Table")), (1, 3, 2, 4));
    // Heads and rows of: summary (8), payments (1 + 2), two sections (1 + 3 + 5 + 1, 1 + 3 + 3 + 1).
    assert_eq!(count("TR"), 8 + 3 + 10 + 8);
    assert!(structure.contains("/Scope /Column") && structure.contains("/Scope /Row"));
    // A cell is read with what belongs to it, words apart.
    for read in [
        "\"Invoice G654951816 \"",
        "\"Bill to Koninklijke Appelhof B.V. Afdeling crediteuren Postbus 90210 3503 RA Utrecht NL \"",
        "\"Due date 9 May 2026 \"",
        "\"Virtual Machines Dv5 Series, D4 v5, EU West \"",
        "\"€1,488.37 \"",
        "\"Made by Factuur from the data of the billing API. This is not the tax document of Microsoft. \"",
    ] {
        assert!(structure.contains(read), "{read}\n{structure}");
    }
    assert!(!structure.contains("Page 1 of"), "page numbers are decoration");
}

#[test]
fn a_repeated_header_is_read_once() {
    let sample = long(150, 1, Currency::EUR);
    let structure = ask("pdfinfo", &["-struct-text"], &sample.pdf());
    assert_eq!(structure.matches("\"Quantity \"").count(), 1);
    assert!(!structure.contains("(continued)"));
    assert_eq!(structure.matches("not the tax document").count(), 1);
}

#[test]
fn the_same_paper_is_the_same_file() {
    let (one, same) = (long(200, 3, Currency::EUR), long(200, 3, Currency::EUR));
    assert!(one.pdf() == same.pdf());
    let mut other = long(200, 3, Currency::EUR);
    other.lines[150].0.amount = Some(money("0.01", Currency::EUR));
    assert!(one.pdf() != other.pdf());
    let id = |pdf: &[u8]| {
        let text = String::from_utf8_lossy(pdf).into_owned();
        text.split("/ID[<").nth(1).unwrap().split('>').next().unwrap().to_owned()
    };
    assert_eq!(id(&one.pdf()).len(), 32);
    assert_ne!(id(&one.pdf()), id(&other.pdf()), "another paper has another id");
}

#[test]
fn a_paper_without_a_date_has_no_time_of_the_clock() {
    let info = ask("pdfinfo", &[], &only(bare("G1")).pdf());
    assert!(!info.contains("CreationDate"), "{info}");
}
