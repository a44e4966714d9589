//! The whole paper, part by part.
use super::file::{Properties, assemble};
use super::sheet::{FOOT, Ink, SIDE, Sheets, Style};
use super::tags::Role;
use super::{DocumentError, InvoicePaper, head, lines, payments, summary};
use crate::text::words::document;
use crate::text::{Language, Locale, Named, Region, number};
use rust_decimal::Decimal;

const A4: (f32, f32) = (595.28, 841.89);
const LETTER: (f32, f32) = (612.0, 792.0);

/// The paper as a tagged PDF 1.7: the same bytes for the same paper. Letters that the built-in fonts lack are drawn in their
/// nearest Latin form, and stand in the file as they are.
///
/// # Errors
/// [`DocumentError::TooLong`].
pub fn invoice_pdf(paper: &InvoicePaper<'_>) -> Result<Vec<u8>, DocumentError> {
    let region = paper.locale.region;
    let mut sheets = Sheets::new(if region == Region::EnUs { LETTER } else { A4 });
    head::draw(&mut sheets, paper);
    summary::draw(&mut sheets, paper);
    payments::draw(&mut sheets, paper);
    lines::draw(&mut sheets, paper);
    if sheets.has_substitutes {
        note(&mut sheets, document::SUBSTITUTES.text(paper.locale.language));
    }
    let title = title(paper);
    feet(&mut sheets, paper, &title);
    let language = match paper.locale.language {
        Language::En => "en",
        Language::Nl => "nl-NL",
        Language::Sv => "sv-SE",
    };
    let properties = Properties { title: &title, language, made: paper.invoice.invoice_date };
    let too_long = || DocumentError::TooLong { invoice: paper.invoice.name.to_string() };
    assemble(sheets, &properties).ok_or_else(too_long)
}

/// *Factuur G654951816*.
fn title(paper: &InvoicePaper<'_>) -> String {
    format!("{} {}", paper.invoice.kind.name_in(paper.locale.language), paper.invoice.name)
}

/// A sentence about the whole, in small letters.
fn note(sheets: &mut Sheets, text: &str) {
    let style = Style::text(7.5).grey();
    let lines = style.wrap(text, sheets.width(), 3);
    let height = lines.len() as f32 * style.leading() + 12.0;
    sheets.need(height);
    let node = sheets.element(Role::Paragraph);
    sheets.open(node);
    sheets.lines(SIDE, sheets.y - 12.0, style, false, &lines);
    sheets.close();
    sheets.y -= height;
}

/// The foot of every page: what the paper is, who made it, *page X of Y*. Who made it is read out once, at the end.
fn feet(sheets: &mut Sheets, paper: &InvoicePaper<'_>, title: &str) {
    let Locale { language, region } = paper.locale;
    let pages = sheets.pages.len();
    let count = |n: usize| number(Decimal::from(n), region);
    let strong = Style::text(7.5).bold().grey();
    let small = Style::text(7.0).grey();
    let top = FOOT - 28.0;
    for at in 0..pages {
        sheets.go_to(at);
        let page = document::PAGE.with(language, &[("page", &count(at + 1)), ("pages", &count(pages))]);
        sheets.rule(SIDE, top + 12.0, sheets.width(), 0.4, Ink::Rule);
        sheets.open_artifact();
        let name = strong.wrap(title, sheets.width() - strong.width(&page) - 20.0, 1);
        sheets.lines(SIDE, top, strong, false, &name);
        sheets.text_right(sheets.right(), top, Style::text(7.5).grey(), &page);
        sheets.close();
        let made_by = small.wrap(document::MADE_BY.text(language), sheets.width(), 2);
        if at + 1 == pages {
            let node = sheets.element(Role::Paragraph);
            sheets.open(node);
        } else {
            sheets.open_artifact();
        }
        sheets.lines(SIDE, top - 11.0, small, false, &made_by);
        sheets.close();
    }
}
