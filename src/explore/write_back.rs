//! Writes a file back as it was written.
use super::decode::encode;
use super::rows::write_cell;
use super::table::Table;
use super::{Encoding, Opened};

/// Bytes that are handed on in one go, about.
const PIECE: usize = 1 << 20;

/// Collects bytes and hands them on.
struct Sink<'s> {
    encoding: Encoding,
    bytes: Vec<u8>,
    encoded: Vec<u8>,
    take: &'s mut dyn FnMut(&[u8]),
}

impl Sink<'_> {
    fn flush(&mut self) {
        if matches!(self.encoding, Encoding::Utf8 | Encoding::Utf8Marked) {
            (self.take)(&self.bytes);
        } else {
            self.encoded.clear();
            encode(&self.bytes, self.encoding, &mut self.encoded);
            (self.take)(&self.encoded);
        }
        self.bytes.clear();
    }
}

impl Opened {
    /// Writes the whole file: byte for byte what was read.
    pub fn write_back(&self, take: &mut dyn FnMut(&[u8])) {
        self.write(None, take);
    }

    /// Writes the file with only these rows of a table, in this order, each as it stood. The other sections stay whole.
    pub fn write_rows(&self, table: usize, rows: &[u32], take: &mut dyn FnMut(&[u8])) {
        self.write(Some((table, rows)), take);
    }

    fn write(&self, chosen: Option<(usize, &[u32])>, take: &mut dyn FnMut(&[u8])) {
        let encoding = self.dialect().encoding;
        take(encoding.mark());
        let mut sink = Sink { encoding, bytes: Vec::new(), encoded: Vec::new(), take };
        for (at, table) in self.tables().iter().enumerate() {
            sink.bytes.extend_from_slice(&table.title);
            sink.bytes.extend_from_slice(&table.head);
            match chosen.filter(|(chosen, _)| *chosen == at) {
                Some((_, rows)) => table.write_rows(rows.iter().copied(), &mut sink),
                None => table.write_rows(0..table.rows(), &mut sink),
            }
            sink.bytes.extend_from_slice(&table.tail);
        }
        sink.flush();
    }
}

impl Table {
    fn write_rows(&self, rows: impl ExactSizeIterator<Item = u32>, sink: &mut Sink<'_>) {
        let last = rows.len();
        for (at, row) in rows.enumerate() {
            self.write_row(row, &mut sink.bytes);
            if at + 1 < last || self.is_ended {
                let is_odd = self.lines.odd_ends.binary_search(&row).is_ok();
                let end = if is_odd { self.line_end.other() } else { self.line_end };
                sink.bytes.extend_from_slice(end.bytes());
            }
            if sink.bytes.len() >= PIECE {
                sink.flush();
            }
        }
    }

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
