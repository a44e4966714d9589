//! How a file of the person's own is written: what parts its cells, how a number and a day read.

/// How the characters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    #[default]
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8Marked,
    /// UTF-16, low byte first, behind a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, behind a byte order mark.
    Utf16Be,
}

impl Encoding {
    /// The encoding that the first bytes of a file tell.
    pub(super) fn of(head: &[u8]) -> Encoding {
        match head {
            [0xef, 0xbb, 0xbf, ..] => Encoding::Utf8Marked,
            [0xff, 0xfe, ..] => Encoding::Utf16Le,
            [0xfe, 0xff, ..] => Encoding::Utf16Be,
            _ => Encoding::Utf8,
        }
    }

    /// The byte order mark.
    pub(super) fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 => b"",
            Encoding::Utf8Marked => b"\xef\xbb\xbf",
            Encoding::Utf16Le => b"\xff\xfe",
            Encoding::Utf16Be => b"\xfe\xff",
        }
    }
}

/// What ends a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LineEnd {
    /// Carriage return and line feed.
    #[default]
    CrLf,
    /// Line feed alone.
    Lf,
}

impl LineEnd {
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            LineEnd::CrLf => b"\r\n",
            LineEnd::Lf => b"\n",
        }
    }

    pub(super) fn other(self) -> LineEnd {
        match self {
            LineEnd::CrLf => LineEnd::Lf,
            LineEnd::Lf => LineEnd::CrLf,
        }
    }
}

/// The decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DecimalMark {
    /// `12.5`, as Azure writes it.
    #[default]
    Point,
    /// `12,5`, as a spreadsheet in Dutch or Swedish writes it.
    Comma,
}

impl DecimalMark {
    pub(super) fn byte(self) -> u8 {
        match self {
            DecimalMark::Point => b'.',
            DecimalMark::Comma => b',',
        }
    }
}

/// The order of a day's parts. A day whose year comes first reads one way only, and is read so in every file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOrder {
    /// `2026-02-17`, with or without a time.
    YearFirst,
    /// `02/17/2026` and `2/17/2026`, as Azure writes it.
    MonthFirst,
    /// `17-02-2026`, as a spreadsheet in Dutch writes it.
    DayFirst,
}

/// Which cells stand in quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Quoting {
    /// Only where the text asks for it.
    #[default]
    Minimal,
    /// Every cell of the header.
    All,
}

/// How a file is written. What stands in single cells otherwise (quotes that are not needed, the end of one row) is kept
/// with the rows, so that writing back gives the bytes that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dialect {
    /// How its characters are written.
    pub encoding: Encoding,
    /// What parts the cells: `,`, `;` or tab.
    pub delimiter: u8,
    /// What ends the first line, and new rows.
    pub line_end: LineEnd,
    /// Which cells stand in quotes.
    pub quoting: Quoting,
    /// The decimal sign; none while no number with decimals was seen.
    pub decimal: Option<DecimalMark>,
    /// The order of a day's parts; none while no day was seen, or none that tells.
    pub days: Option<DayOrder>,
    /// Whether `'` stands before text that a spreadsheet would run, as in a file that is safe for spreadsheets.
    pub is_guarded: bool,
}
