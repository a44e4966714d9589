//! How a table is written as text: what parts the cells, which decimal sign, how a day reads.

use super::csv_writer::copy;

/// How a day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayStyle {
    /// `YYYY-MM-DD` (ISO 8601).
    Iso,
    /// `MM/DD/YYYY`, as cost-details files have it (usage-files §1).
    MonthFirst,
    /// `DD-MM-YYYY`, as spreadsheets in Dutch read it.
    DayFirst,
    /// `YYYY-MM-DDT00:00:00Z`, as FOCUS has it (usage-files §7).
    Midnight,
}

/// How a table is written as text. Rows end with CRLF and cells are quoted where needed (RFC 4180), whatever the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What parts the cells.
    pub delimiter: u8,
    /// The decimal sign. Never the delimiter.
    pub decimal: u8,
    /// How a day is written.
    pub days: DayStyle,
    /// The words for yes and no.
    pub flags: [&'static str; 2],
    /// Whether the file begins with a byte order mark: a spreadsheet takes a file without one for text of an old code page.
    pub has_mark: bool,
}

/// The byte order mark of UTF-8.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

impl Dialect {
    /// CSV as Azure writes it: comma, decimal point, `True` and `False`, no byte order mark (usage-files §1).
    pub const fn azure(days: DayStyle) -> Dialect {
        Dialect { delimiter: b',', decimal: b'.', days, flags: ["True", "False"], has_mark: false }
    }

    /// Adds a day of the form `YYYY-MM-DD` in this style.
    pub(super) fn push_day(&self, iso: &str, out: &mut Vec<u8>) {
        let parts = (iso.get(..4), iso.get(5..7), iso.get(8..10));
        let (Some(year), Some(month), Some(day)) = parts else {
            out.extend_from_slice(iso.as_bytes());
            return;
        };
        let pieces = match self.days {
            DayStyle::Iso => [iso, "", "", "", ""],
            DayStyle::MonthFirst => [month, "/", day, "/", year],
            DayStyle::DayFirst => [day, "-", month, "-", year],
            DayStyle::Midnight => [iso, "T00:00:00Z", "", "", ""],
        };
        for piece in pieces {
            copy(piece.as_bytes(), out);
        }
    }

    /// Adds a number of the form `-?[0-9]+(.[0-9]+)?` with this decimal sign.
    pub(super) fn push_number(&self, digits: &str, out: &mut Vec<u8>) {
        match Some(digits).filter(|_| self.decimal != b'.').and_then(|digits| digits.split_once('.')) {
            None => copy(digits.as_bytes(), out),
            Some((whole, decimals)) => {
                out.extend_from_slice(whole.as_bytes());
                out.push(self.decimal);
                out.extend_from_slice(decimals.as_bytes());
            }
        }
    }
}
