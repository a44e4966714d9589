//! Rows and cells out of bytes, strictly as RFC 4180 has them.
use super::dictionary::Style;
use memchr::{memchr, memchr2_iter};

/// A row that is longer than this is no row of a table.
pub(super) const LONGEST_ROW: usize = 16 << 20;

/// Bytes of a cell that are looked at in one go.
const BLOCK: usize = 16;

/// Finds where rows end, whatever pieces the bytes come in: at a line feed that is not within quotes.
#[derive(Debug, Default)]
pub(super) struct RowEnds {
    pending: Vec<u8>,
    is_quoted: bool,
    lines: u32,
}

/// The bytes of a row without its line feed, and the line feeds within it.
pub(super) struct RawRow<'r> {
    pub(super) bytes: &'r [u8],
    pub(super) lines: u32,
}

impl RowEnds {
    /// Hands on every row that ends in this piece, and keeps the rest.
    pub(super) fn push<E>(&mut self, piece: &[u8], mut row: impl FnMut(RawRow<'_>) -> Result<(), E>) -> Result<(), E> {
        let mut start = 0;
        for at in memchr2_iter(b'"', b'\n', piece) {
            if piece.get(at) == Some(&b'"') {
                self.is_quoted = !self.is_quoted;
            } else if self.is_quoted {
                self.lines += 1;
            } else {
                let bytes = piece.get(start..at).unwrap_or_default();
                let lines = std::mem::take(&mut self.lines);
                if self.pending.is_empty() {
                    row(RawRow { bytes, lines })?;
                } else {
                    self.pending.extend_from_slice(bytes);
                    row(RawRow { bytes: &self.pending, lines })?;
                    self.pending.clear();
                }
                start = at + 1;
            }
        }
        self.pending.extend_from_slice(piece.get(start..).unwrap_or_default());
        Ok(())
    }

    /// What has no end yet.
    pub(super) fn rest(&self) -> RawRow<'_> {
        RawRow { bytes: &self.pending, lines: self.lines }
    }
}

/// A cell that was read: its text, how it stood, and where the next one begins; none after the last.
#[derive(Debug)]
pub(super) struct RawCell<'r> {
    pub(super) text: &'r [u8],
    pub(super) style: Style,
    pub(super) next: Option<usize>,
}

/// What is wrong in a row, at this byte of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowFault {
    AfterQuote(usize),
    QuoteInCell(usize),
    EndsInQuotes(usize),
    LoneReturn(usize),
}

/// How cells are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellRules {
    pub(super) delimiter: u8,
    /// Whether texts may have quotes of their own, as in files of the Account Center.
    pub(super) has_wraps: bool,
}

impl CellRules {
    /// Reads the cell that begins at `start` of a row without its end. `scratch` is where doubled quotes are taken apart.
    pub(super) fn cell<'r>(
        self,
        row: &'r [u8],
        start: usize,
        scratch: &'r mut Vec<u8>,
    ) -> Result<RawCell<'r>, RowFault> {
        let rest = row.get(start..).unwrap_or_default();
        match rest {
            [b'"', ..] => self.quoted(row, start, start + 1, scratch),
            [b'=', b'"', ..] if self.has_wraps => {
                let cell = self.quoted(row, start, start + 2, scratch)?;
                Ok(RawCell { style: Style::Formula, ..cell })
            }
            _ => {
                let end = self.bare_end(rest);
                match end.map(|end| (end, rest.get(end))) {
                    None => Ok(RawCell { text: rest, style: Style::Bare, next: None }),
                    Some((at, Some(b'"'))) => Err(RowFault::QuoteInCell(start + at)),
                    Some((at, Some(b'\r'))) => Err(RowFault::LoneReturn(start + at)),
                    Some((at, _)) => Ok(RawCell {
                        text: rest.get(..at).unwrap_or_default(),
                        style: Style::Bare,
                        next: Some(start + at + 1),
                    }),
                }
            }
        }
    }

    /// Where a cell without quotes ends, or goes wrong. Whole blocks are looked at first: the compiler makes vector
    /// instructions of a loop without a way out.
    fn bare_end(self, rest: &[u8]) -> Option<usize> {
        let is_end = |byte: u8| (byte == self.delimiter) | (byte == b'"') | (byte == b'\r');
        let blocks = rest.chunks_exact(BLOCK);
        let clear =
            blocks.take_while(|block| !block.iter().fold(false, |any, byte| any | is_end(*byte))).count() * BLOCK;
        let after = rest.get(clear..).unwrap_or_default();
        after.iter().position(|byte| is_end(*byte)).map(|at| clear + at)
    }

    /// The rest of a cell whose first quote is before `from`.
    fn quoted<'r>(
        self,
        row: &'r [u8],
        start: usize,
        from: usize,
        scratch: &'r mut Vec<u8>,
    ) -> Result<RawCell<'r>, RowFault> {
        scratch.clear();
        let mut piece = from;
        let end = loop {
            let rest = row.get(piece..).unwrap_or_default();
            let at = piece + memchr(b'"', rest).ok_or(RowFault::EndsInQuotes(start))?;
            if row.get(at + 1) != Some(&b'"') {
                break at;
            }
            scratch.extend_from_slice(row.get(piece..=at).unwrap_or_default());
            piece = at + 2;
        };
        let last = row.get(piece..end).unwrap_or_default();
        let text: &[u8] = if piece == from {
            last
        } else {
            scratch.extend_from_slice(last);
            scratch
        };
        let next = match row.get(end + 1) {
            None => None,
            Some(byte) if *byte == self.delimiter => Some(end + 2),
            Some(_) => return Err(RowFault::AfterQuote(end + 1)),
        };
        let (text, style) = match text {
            [b'"', inner @ .., b'"'] if self.has_wraps => (inner, Style::Wrapped),
            [b'=', b'"', inner @ .., b'"'] if self.has_wraps => (inner, Style::QuotedFormula),
            text => (text, Style::Quoted),
        };
        Ok(RawCell { text, style, next })
    }
}

/// Writes a cell as it stood.
pub(super) fn write_cell(text: &str, style: Style, out: &mut Vec<u8>) {
    let (open, close) = match style {
        Style::Bare => {
            out.extend_from_slice(text.as_bytes());
            return;
        }
        Style::Quoted => ("\"", "\""),
        Style::Wrapped => ("\"\"\"", "\"\"\""),
        Style::Formula => ("=\"", "\""),
        Style::QuotedFormula => ("\"=\"\"", "\"\"\""),
    };
    out.extend_from_slice(open.as_bytes());
    let mut rest = text.as_bytes();
    while let Some(at) = memchr(b'"', rest) {
        out.extend_from_slice(rest.get(..=at).unwrap_or_default());
        out.push(b'"');
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
    out.extend_from_slice(close.as_bytes());
}
