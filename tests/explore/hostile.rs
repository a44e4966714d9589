//! Any text in any dialect comes back, and is written back as it stood, whatever the pieces.
use crate::support::*;
use factuur::explore::{Choices, Family};
use proptest::prelude::*;

/// Writes a table as RFC 4180 has it, quoting where it must and where it is told to.
fn file(rows: &[Vec<(String, bool)>], delimiter: char, end: &str, is_ended: bool) -> String {
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            out.push_str(end);
        }
        for (at, (text, is_quoted)) in row.iter().enumerate() {
            if at > 0 {
                out.push(delimiter);
            }
            if *is_quoted || text.contains([delimiter, '"', '\r', '\n']) {
                out.push_str(&format!("\"{}\"", text.replace('"', "\"\"")));
            } else {
                out.push_str(text);
            }
        }
    }
    out.push_str(if is_ended { end } else { "" });
    out
}

fn cell() -> impl Strategy<Value = (String, bool)> {
    let text = prop_oneof![
        3 => "[a-c0-9]{0,3}",
        2 => "[\"\r\n,;\t='+@ \u{feff}\u{ff1d}é😀-]{0,6}",
        1 => any::<String>(),

    ];
    (text, any::<bool>())
}

#[test]
fn the_longest_text_of_a_spreadsheet_comes_back() {
    let longest = format!("{}\"", "\u{ff1d}\"x\n".repeat(8191)).chars().take(32_767).collect::<String>();
    let rows = vec![
        vec![("Name".to_owned(), false), ("b".to_owned(), false)],
        vec![(longest.clone(), false), (longest, true)],
    ];
    let text = file(&rows, ',', "\r\n", true);
    let opened = open_in_pieces(text.as_bytes(), 977, Choices::default()).unwrap();
    assert_eq!(opened.tables()[0].source(0, 1), rows[1][1].0);
    assert_eq!(written(&opened), text.as_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_table_is_read_and_written_back(
        cells in proptest::collection::vec(proptest::collection::vec(cell(), 3), 0..12),
        delimiter in prop_oneof![Just(','), Just(';'), Just('\t')],
        end in prop_oneof![Just("\n"), Just("\r\n")],
        is_ended in any::<bool>(),
        marked in any::<bool>(),
        size in 1_usize..200,
    ) {
        let header = ["Name", "Plaats", "Land"].map(|name| (name.to_owned(), false)).to_vec();
        let rows: Vec<_> = std::iter::once(header).chain(cells.iter().cloned()).collect();
        let text = file(&rows, delimiter, end, is_ended);
        let bytes = format!("{}{text}", if marked { "\u{feff}" } else { "" }).into_bytes();
        let opened = open_in_pieces(&bytes, size, Choices::default()).unwrap();
        prop_assert_eq!(opened.family(), Family::Unknown);
        let table = &opened.tables()[0];
        prop_assert_eq!(table.rows() as usize, cells.len());
        for (row, cells) in (0..).zip(&cells) {
            for (column, (text, _)) in cells.iter().enumerate() {
                prop_assert_eq!(table.source(row, column), text);
            }
        }
        prop_assert_eq!(written(&opened), bytes);
    }

    #[test]
    fn any_bytes_are_read_or_refused_alike_in_any_pieces(bytes in proptest::collection::vec(
        prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), Just(b'\r'), Just(b'a'), Just(0xc3), Just(0xbc), Just(0xff), Just(0xfe)],
        0..60,
    )) {
        let whole = open_in_pieces(&bytes, 1 << 16, Choices::default());
        for size in [1, 2, 3, 7] {
            let pieces = open_in_pieces(&bytes, size, Choices::default());
            match (&whole, pieces) {
                (Ok(whole), Ok(pieces)) => {
                    prop_assert_eq!(written(whole), bytes.clone());
                    prop_assert_eq!(written(&pieces), bytes.clone());
                }
                (Err(whole), Err(pieces)) => prop_assert_eq!(whole, &pieces),
                (whole, pieces) => prop_assert!(false, "{:?} but {:?} by {}", whole.is_ok(), pieces.is_ok(), size),
            }
        }
    }
}
