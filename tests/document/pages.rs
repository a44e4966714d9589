//! Long papers: page numbers, headers again, rows in one piece, nothing beyond the margins.
use super::fixtures::*;
use super::support::{ask, pages, squeezed};
use factuur::billing::Currency;
use factuur::document::InvoicePaper;
use factuur::text::{Language, Locale, Region};

#[test]
fn every_page_has_its_number_of_how_many() {
    for (language, wanted) in
        [(Language::En, ["Page", "of"]), (Language::Nl, ["Pagina", "van"]), (Language::Sv, ["Sida", "av"])]
    {
        let text = long(120, 3, Currency::EUR).in_language(language).text();
        let pages = pages(&text);
        assert!(pages.len() > 3);
        for (at, page) in pages.iter().enumerate() {
            let wanted = format!("{} {} {} {}", wanted[0], at + 1, wanted[1], pages.len());
            assert!(squeezed(page).contains(&wanted), "{wanted}\n{page}");
        }
    }
}

#[test]
fn the_header_row_stands_on_every_page_of_a_table() {
    let text = long(200, 2, Currency::EUR).text();
    let mut seen = 0;
    for page in pages(&text).iter().skip(1) {
        let first = page.lines().map(squeezed).filter(|line| !line.is_empty()).take(6).collect::<Vec<_>>().join(" ");
        assert!(first.contains("Product Quantity Unit"), "{first}");
        let says_so = first.contains("Section 1 (continued)") || first.contains("Section 2 (continued)");
        seen += usize::from(says_so);
        let is_new = first.starts_with("Section 1 ") || first.starts_with("Section 2 ");
        assert!(says_so || is_new, "{first}");
    }
    assert!(seen >= 4);
}

#[test]
fn a_row_is_never_cut_in_two() {
    // Whatever the length of the part before: the long name and its second line are on one page.
    for count in 20..60 {
        let sample = long(count, 1, Currency::EUR);
        for page in pages(&sample.text()) {
            let begun = page.matches("reserved for the orchard").count();
            assert_eq!(begun, page.matches("long-running simulations").count(), "{count} lines:\n{page}");
        }
    }
}

#[test]
fn a_heading_a_family_and_a_subtotal_are_never_alone_on_a_page() {
    for count in 20..60 {
        let text = long(count, 3, Currency::EUR).text();
        for page in pages(&text) {
            let rows: Vec<String> = page.lines().map(squeezed).filter(|line| !line.is_empty()).collect();
            let foot = rows.iter().position(|row| row.contains(" of ") && row.contains("Page ")).unwrap();
            let last = &rows[foot - 1];
            let names = ["Section 1", "Section 2", "Section 3", "Compute", "Storage", "Networking", "Databases"];
            assert!(
                !names.contains(&last.as_str()) && !last.starts_with("Product"),
                "{count} lines end in {last}:\n{page}"
            );
            let sum = rows.iter().position(|row| row.starts_with("Subtotal Section"));
            let is_row = |row: &String| row.contains("1 Hour");
            assert!(sum.is_none_or(|at| rows[..at].iter().any(is_row)), "{count} lines:\n{page}");
        }
    }
}

/// Left and right end of every word, and the width of the page.
fn places(pdf: &[u8]) -> Vec<(String, f64, f64, f64, f64, f64)> {
    let boxes = ask("pdftotext", &["-bbox"], pdf);
    let value = |line: &str, name: &str| -> f64 {
        let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let mut width = 0.0;
    let mut found = Vec::new();
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page") {
            width = value(line, "width");
        } else if line.starts_with("<word") {
            let word = line.split('>').nth(1).unwrap().split('<').next().unwrap();
            let at = |name| value(line, name);
            found.push((word.to_owned(), at("xMin"), at("xMax"), at("yMin"), at("yMax"), width));
        }
    }
    found
}

#[test]
fn nothing_stands_beyond_the_margins() {
    let mut hostile = usual(Currency::EUR);
    let endless = "Unbroken".repeat(60);
    hostile.invoice.profile_display_name = Some(endless.clone());
    hostile.invoice.po_number = Some(endless.clone());
    hostile.invoice.name = endless.as_str().into();
    hostile.bill_to.as_mut().unwrap().company_name = Some(endless.clone());
    hostile.lines[0].0.product_description = Some(endless.clone());
    hostile.lines[1].0.unit_of_measure = Some(endless.clone());
    hostile.lines[2].0.product_family = Some(endless.clone());
    for (line, _) in &mut hostile.lines[5..] {
        line.section_display_name = Some(endless.clone());
    }
    for sample in [hostile, usual(Currency::EUR), pay_as_you_go(), long(80, 2, Currency::SEK), void(Currency::EUR)] {
        for (word, left, right, _, _, width) in places(&sample.pdf()) {
            // The blank that ends a text may stand beyond.
            assert!(left >= 49.9 && right <= width - 47.0, "{word}: {left} to {right} of {width}");
        }
    }
}

#[test]
fn no_two_words_stand_on_each_other() {
    let samples = [
        usual(Currency::EUR),
        usual(Currency::SEK).in_language(Language::Sv),
        pay_as_you_go().in_language(Language::Nl),
        credit_note(Currency::EUR).in_language(Language::Nl),
    ];
    for sample in samples {
        // One page at a time would need its number: the pages of these papers are told apart by order.
        let words = places(&sample.pdf());
        for pair in words.windows(2) {
            let ((one, _, right, top, foot, _), (other, left, _, other_top, _, _)) = (&pair[0], &pair[1]);
            let same_line = (top - other_top).abs() < (foot - top) / 4.0;
            assert!(
                !same_line || left >= right || *left < right - 60.0,
                "{one} ends at {right}, {other} begins at {left}"
            );
        }
    }
}

#[test]
fn amounts_end_at_the_right_margin() {
    let sample = usual(Currency::EUR);
    let ends: Vec<f64> = places(&sample.pdf())
        .into_iter()
        .filter(|(word, ..)| ["€1,488.37", "€59.54", "€1,989.91", "€4,321.09", "€3,865.52"].contains(&word.as_str()))
        .map(|(_, _, right, ..)| right)
        .collect();
    assert!(ends.len() >= 5);
    assert!(ends.iter().all(|right| (right - 545.28).abs() < 0.6), "{ends:?}");
}

#[test]
fn the_paper_is_a4_and_in_america_letter() {
    let sample = usual(Currency::USD);
    for (region, wanted) in [(Region::EnGb, "(A4)"), (Region::NlNl, "(A4)"), (Region::EnUs, "(letter)")] {
        let pdf = sample.paper(|paper| {
            let locale = Locale { language: Language::En, region };
            super::support::pdf(&InvoicePaper { locale, ..paper.clone() })
        });
        assert!(ask("pdfinfo", &[], &pdf).contains(wanted), "{region:?}");
    }
}

#[test]
fn an_invoice_of_five_thousand_lines_is_one_paper() {
    let text = long(5_000, 12, Currency::EUR).text();
    assert!(pages(&text).len() > 100);
    for wanted in ["Meter number 4999, EU West", "Subtotal Section 12"] {
        assert!(text.contains(wanted), "{wanted}");
    }
}
