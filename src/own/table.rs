//! Whether a file is a table (CSV) and so no JSON: usage files are looked at elsewhere.

/// Bytes of the beginning that are looked at.
const BEGINNING: usize = 4096;

/// Whether a file is rows of cells: its name says so, or its first line has two delimiters or more and it does not begin as
/// JSON does. Works on UTF-8 and UTF-16.
pub fn is_table(name: &str, bytes: &[u8]) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if matches!(ending.as_str(), "csv" | "tsv") {
        return true;
    }
    if ending.contains("json") {
        return false;
    }
    // Half of the bytes of plain UTF-16 are zero; no other byte of a mark or a letter is asked for here.
    let is_letter = |byte: &u8| !matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff);
    let beginning: Vec<u8> = bytes.iter().take(BEGINNING).copied().filter(is_letter).collect();
    let text = beginning.trim_ascii_start();
    let line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let has = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count() >= 2;
    !matches!(text.first(), None | Some(b'{' | b'[')) && [b',', b';', b'\t'].into_iter().any(has)
}
