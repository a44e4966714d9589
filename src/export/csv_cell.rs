//! The rules of one text cell: what a spreadsheet would run, and how it is kept from that without loss.

/// How text is written. Numbers, dates and truth values are the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CellMode {
    /// Safe for spreadsheets: `'` is put before text that a spreadsheet would run as a formula, and before text that
    /// begins with `'` already, so that taking one `'` away gives back every text.
    #[default]
    Safe,
    /// Exact data: text as it is.
    Exact,
}

/// Whether a spreadsheet may take the text for a formula: its first character after leading spaces is one of `= + - @`,
/// tab, carriage return, line feed, NUL, or a full-width form of the four signs (OWASP's list of CSV injection and ASVS
/// 1.2.10, and the full-width forms that spreadsheets read alike).
pub fn is_run_by_spreadsheets(text: &str) -> bool {
    let first = text.chars().find(|c| !is_skipped(*c));
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'))
}

/// Spaces of every kind, and the byte order mark, which some readers drop.
fn is_skipped(c: char) -> bool {
    let ends_or_tabs = matches!(c, '\t' | '\r' | '\n');
    c == '\u{feff}' || (c.is_whitespace() && !ends_or_tabs)
}

/// Whether a text gets a `'` in front in this mode.
pub(super) fn is_defused(text: &str, mode: CellMode) -> bool {
    mode == CellMode::Safe && (text.starts_with('\'') || is_run_by_spreadsheets(text))
}

/// The text that a cell read back from a file of this mode stood for.
pub fn restored(cell: &str, mode: CellMode) -> &str {
    match mode {
        CellMode::Safe => cell.strip_prefix('\'').unwrap_or(cell),
        CellMode::Exact => cell,
    }
}
