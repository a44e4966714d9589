//! What is wrong with a broken file is said with line, column and what was expected.
use crate::support::*;
use factuur::billing::ValueKind;
use factuur::explore::{Choices, Note, Reader, recognise};

fn fault(file: impl AsRef<[u8]>) -> String {
    try_open(file).unwrap_err().to_string()
}

#[test]
fn a_broken_row_is_told_with_line_and_column() {
    let closing = fault("a,b,c\n1,2,3\nüx,\"q\"z,3\n");
    assert_eq!(closing, "line 3, column 7: a comma or the end of the line after a closing quote expected");
    let semicolon = fault("a;b\n\"q\"z;3\n");
    assert_eq!(semicolon, "line 2, column 4: a semicolon or the end of the line after a closing quote expected");
    assert_eq!(fault("a,b\n1,x\"y\n"), "line 2, column 4: no quote expected in a cell that does not begin with one");
    assert_eq!(fault("a,b\n1,2\n3,\"x\ny\n"), "line 3, column 3: a closing quote expected before the end of the file");
    assert_eq!(fault("a,b\n1,2\r3\n"), "line 2, column 4: a line feed expected after a carriage return");
    assert_eq!(fault("a,b\n1,2,3\n"), "line 2: 2 cells expected, 3 found");
    assert_eq!(fault("a,b\n1,2\n\n3,4\n"), "line 3: 2 cells expected, 1 found");
    assert_eq!(fault("a,b\n1,2\n3\n"), "line 3: 2 cells expected, 1 found");
    assert_eq!(fault(""), "line 1: a header expected, the file is empty");
}

#[test]
fn lines_are_counted_through_cells_of_several_lines() {
    let file = "a,b\n\"x\ny\nz\",1\n2,\"\n\"\n3,4,5\n";
    assert_eq!(fault(file), "line 7: 2 cells expected, 3 found");
    let opened = open("a,b\n\"x\ny\nz\",1\n2,\"\n\"\n3,4\n");
    assert_eq!([0, 1, 2].map(|row| opened.tables()[0].line(row)), [2, 5, 7]);
    assert_eq!(
        fault("a,b\n\"x\n\u{fc}y\"z,1\n"),
        "line 3, column 4: a comma or the end of the line after a closing quote expected"
    );
}

#[test]
fn bytes_that_are_no_text_are_told() {
    assert_eq!(fault(b"a,b\n1,2\n\xc3\xbc,x\xff\n"), "line 3, column 4: text in UTF-8 expected");
    assert_eq!(fault(b"a,b\n\"x\n\xfc\",1\n"), "line 3, column 1: text in UTF-8 expected");
    assert_eq!(
        fault(b"\xff\xfea\x00,\x00b\x00\n\x00\x00\xd8x\x00"),
        "character 6: text in UTF-16 expected, found half a character"
    );
    assert_eq!(fault(b"\xff\xfea\x00,\x00b\x00\n"), "character 4: text in UTF-16 expected, found half a character");
}

#[test]
fn a_wrong_value_is_told_by_line_and_header_or_kept_as_text_when_the_person_says_so() {
    let file = "SubscriptionGuid,UsageDateTime,PreTaxCost\ns,2026-01-01,1\ns,2026-01-02,\"12,5x\"\ns,2026-01-03,\"12,5x\"\ns,2026-01-04,y\n";
    assert_eq!(fault(file), "line 3, column `PreTaxCost`: a number of at most 28 digits expected, found `12,5x`");
    let opened = open_leniently(file);
    let kept = Note::KeptAsText { column: "PreTaxCost".to_owned(), cells: 3, line: 3, found: "12,5x".to_owned() };
    assert_eq!(opened.notes(), [kept]);
    let value = opened.tables()[0].value(1, 2);
    assert_eq!((value.kind, &*value.text), (ValueKind::Text, "12,5x"));
    assert_eq!(opened.tables()[0].value(0, 2).kind, ValueKind::Number);
    assert_eq!(written(&opened), file.as_bytes());
    // A wrong row is wrong whatever the person says.
    assert!(open_in_pieces(b"a,b\n1\n", 99, LENIENT).is_err());
}

#[test]
fn the_first_wrong_value_is_told_whatever_its_column() {
    let file = "SubscriptionGuid,UsageDateTime,PreTaxCost\ns,2026-01-01,1\ns,2026-01-02,x\ns,y,1\n";
    assert!(fault(file).starts_with("line 3, column `PreTaxCost`"));
}

#[test]
fn a_quote_that_is_never_closed_ends_the_reading_and_not_the_memory() {
    let mut reader = Reader::new(&recognise(b"a,b\n"), Choices::default());
    reader.push(b"a,b\n1,2\n3,\"").unwrap();
    let piece = vec![b'x'; 1 << 20];
    let error = (0..64).find_map(|_| reader.push(&piece).err()).unwrap();
    assert_eq!(error.to_string(), "line 3, column 3: a closing quote expected before the end of the file");
}

#[test]
fn utf_16_is_read_and_written_back_in_pieces_of_any_size() {
    let text = "naam;plaats\r\nÅke;\"Malmö\r\n😀\"\r\n";
    for (mark, bytes) in [
        (b"\xff\xfe", text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        (b"\xfe\xff", text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ] {
        let file = [mark.as_slice(), &bytes].concat();
        for size in 1..9 {
            let opened = open_in_pieces(&file, size, Choices::default()).unwrap();
            assert_eq!(opened.tables()[0].value(0, 1).text, "Malmö\r\n😀");
            assert_eq!(written(&opened), file);
        }
    }
}

#[test]
fn unusual_ends_and_quotes_are_written_back_as_they_stood() {
    for file in [
        "a,b",
        "a,b\n",
        "a,b\r\n1,2",
        "a,b\r\n1,2\n3,4\r\n\"5\",\"\"\r\n",
        "a,b\n1,2\n\n\n",
        "a\n\n\"\"\n1\n",
        "\"a\",b\n\"x\"\"y\",\n",
        "\u{feff}a;b\n1;2\n",
    ] {
        assert_eq!(String::from_utf8(written(&open(file))).unwrap(), file);
    }
}

#[test]
fn rows_of_a_view_are_written_with_the_files_own_ends() {
    let opened = open("a,b\n1,\"x\"\n2,y\r\n3,z");
    let out = pieces(opened.write_rows(0, &[2, 1, 0]));
    assert_eq!(String::from_utf8(out).unwrap(), "a,b\n3,z\n2,y\r\n1,\"x\"");
}
