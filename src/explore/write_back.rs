//! Writes a file back as it was written.
use super::decode::encode;
use super::rows::write_cell;
use super::table::Table;
use super::{Encoding, Opened};

/// Bytes that are handed on in one go, about.
const PIECE: usize = 1 << 20;

/// A file on its way back, piece by piece.
#[derive(Debug)]
pub struct WriteBack<'o> {
    opened: &'o Opened,
    chosen: Option<(usize, &'o [u32])>,
    has_mark: bool,
    /// The table that comes next, and its row; none before its header.
    table: usize,
    row: Option<usize>,
    rows: u64,
    bytes: Vec<u8>,
    encoded: Vec<u8>,
}

impl Opened {
    /// The whole file: byte for byte what was read.
    pub fn write_back(&self) -> WriteBack<'_> {
        WriteBack::new(self, None)
    }

    /// The file with only these rows of a table, in this order, each as it stood. The other sections stay whole.
    pub fn write_rows<'o>(&'o self, table: usize, rows: &'o [u32]) -> WriteBack<'o> {
        WriteBack::new(self, Some((table, rows)))
    }
}

impl<'o> WriteBack<'o> {
    fn new(opened: &'o Opened, chosen: Option<(usize, &'o [u32])>) -> WriteBack<'o> {
        let (bytes, encoded) = (Vec::new(), Vec::new());
        WriteBack { opened, chosen, has_mark: false, table: 0, row: None, rows: 0, bytes, encoded }
    }

    /// The next bytes; none after the last.
    pub fn piece(&mut self) -> Option<&[u8]> {
        let encoding = self.opened.dialect().encoding;
        if !std::mem::replace(&mut self.has_mark, true) && !encoding.mark().is_empty() {
            return Some(encoding.mark());
        }
        self.bytes.clear();
        while self.bytes.len() < PIECE && self.step() {}
        if self.bytes.is_empty() {
            return None;
        }
        if matches!(encoding, Encoding::Utf8 | Encoding::Utf8Marked) {
            return Some(&self.bytes);
        }
        self.encoded.clear();
        encode(&self.bytes, encoding, &mut self.encoded);
        Some(&self.encoded)
    }

    /// How many rows there were so far, of all tables.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Writes a header, a row or what is behind the last; false where there is no more.
    fn step(&mut self) -> bool {
        let Some(table) = self.opened.tables().get(self.table) else { return false };
        let chosen = self.chosen.filter(|(chosen, _)| *chosen == self.table).map(|(_, rows)| rows);
        let count = chosen.map_or(table.rows() as usize, <[u32]>::len);
        let Some(at) = self.row else {
            self.bytes.extend_from_slice(&table.title);
            self.bytes.extend_from_slice(&table.head);
            self.row = Some(0);
            return true;
        };
        if at == count {
            self.bytes.extend_from_slice(&table.tail);
            (self.table, self.row) = (self.table + 1, None);
            return true;
        }
        let row = match chosen {
            Some(rows) => rows.get(at).copied().unwrap_or_default(),
            None => u32::try_from(at).unwrap_or_default(),
        };
        table.write_row(row, &mut self.bytes);
        if at + 1 < count || table.is_ended {
            let is_odd = table.lines.odd_ends.binary_search(&row).is_ok();
            let end = if is_odd { table.line_end.other() } else { table.line_end };
            self.bytes.extend_from_slice(end.bytes());
        }
        self.row = Some(at + 1);
        self.rows += 1;
        true
    }
}

impl Table {
    /// Adds the bytes of a row without its end, as they stood.
    fn write_row(&self, row: u32, out: &mut Vec<u8>) {
        for (at, column) in self.columns.iter().enumerate() {
            if at > 0 {
                out.push(self.delimiter);
            }
            let code = column.values.code(row);
            write_cell(column.values.text(code), column.values.style(code), out);
        }
    }
}
