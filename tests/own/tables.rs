//! Tables are told from JSON before anything is read: a usage file is no broken list.
use factuur::own::is_table;

fn wide(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn a_file_that_is_called_a_table_is_one() {
    assert!(is_table("usage.CSV", b"{}"));
    assert!(is_table("folder/usage.tsv", b""));
}

#[test]
fn a_usage_file_without_its_ending_is_known_by_its_first_line() {
    let header = "invoiceId,previousInvoiceId,billingAccountId\r\n";
    assert!(is_table("part_0", header.as_bytes()));
    assert!(is_table("part_0", format!("\u{feff}{header}").as_bytes()), "with a byte order mark");
    assert!(is_table("part_0", &wide(header)), "in UTF-16");
    assert!(is_table("part_0", b"a;b;c"));
    assert!(is_table("part_0", b"a\tb\tc"));
}

#[test]
fn json_is_no_table_however_it_begins_and_whatever_is_broken_in_it() {
    assert!(!is_table("answer", b"\r\n  [1,2,3]"));
    assert!(!is_table("answer", "\u{feff}{\"value\":[1,2,3]}".as_bytes()));
    assert!(!is_table("answer", &wide("{\"a\":1,\"b\":2,\"c\":3}")));
    assert!(!is_table("accounts.json", b"Account,Name,Id"), "it is called JSON, so it is told as broken JSON");
    assert!(!is_table("empty", b""));
    assert!(!is_table("note.txt", b"Dear reader, this is no table."));
}
