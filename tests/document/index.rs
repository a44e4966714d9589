//! The index of an archive.
use super::fixtures::*;
use factuur::billing::{Currency, DocumentKind};
use factuur::document::{IndexRow, Packing, ZipEntry, ZipWriter, index_csv};
use factuur::export::is_run_by_spreadsheets;
use factuur::text::Language;
use proptest::prelude::*;

fn row(name: &str, number: &str) -> IndexRow {
    IndexRow {
        file: ZipEntry { name: name.to_owned(), size: 12_345, sha256: "ab".repeat(32) },
        kind: Some(DocumentKind::CreditNote),
        number: number.into(),
        date: Some(day("2026-04-09")),
        total: Some(money("-1234567.50", Currency::SEK)),
    }
}

fn csv_of(rows: &[IndexRow], language: Language) -> String {
    String::from_utf8(index_csv(rows, language)).unwrap()
}

#[test]
fn the_index_has_a_row_per_file() {
    let mut untold = row("b.pdf", "G2");
    (untold.kind, untold.date, untold.total) = (None, None, None);
    let digest = "ab".repeat(32);
    assert_eq!(
        csv_of(&[row("Nota, \"één\".pdf", "G1"), untold], Language::Nl),
        format!(
            "Bestandsnaam,Document,Factuur-id,Datum,Valuta,Totaal,Grootte (bytes),SHA-256\r\n\
             \"Nota, \"\"één\"\".pdf\",Creditnota,G1,2026-04-09,SEK,-1234567.50,12345,{digest}\r\n\
             b.pdf,Gebruik,G2,,,,12345,{digest}\r\n"
        )
    );
}

#[test]
fn the_digest_is_the_one_that_others_compute() {
    let mut zip = ZipWriter::new(day("2026-04-09")).unwrap();
    // FIPS 180-2, appendix B.1.
    let entry = zip.add("abc", Packing::Stored, b"abc").unwrap();
    assert_eq!(entry.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

proptest! {
    #[test]
    fn the_index_is_read_back_and_runs_nothing(name in "[ =+@'\"\t,\r\na-c\u{a0}＝-]{0,6}", number in any::<String>()) {
        let text = csv_of(&[row(&name, &number)], Language::Sv);
        let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(text.as_bytes());
        let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(read.len(), 1);
        for (at, meant) in [(0, &name), (2, &number)] {
            let cell = &read[0][at];
            let is_defused = meant.starts_with('\'') || is_run_by_spreadsheets(meant);
            prop_assert_eq!(cell, if is_defused { format!("'{meant}") } else { meant.clone() });
        }
    }
}
