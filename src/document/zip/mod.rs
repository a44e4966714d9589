//! A zip archive that is handed out while it is made.
//!
//! Written by hand: the zip crate costs 49 kB brotli in wasm; this, with the miniz_oxide that the PDF needs anyway, a fifth.
mod records;

use super::{DocumentError, FileNames};
use chrono::{Datelike, NaiveDate};
use miniz_oxide::deflate::core::create_comp_flags_from_zip_params as flags;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use records::Member;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How the bytes of a file are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Packing {
    /// As they are: for what is compressed already.
    Stored,
    /// Deflated.
    Deflated,
}

/// A file in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZipEntry {
    /// Its name, made safe.
    pub name: String,
    /// Bytes before compression.
    pub size: u64,
    /// Digest of those bytes, 64 hexadecimal digits in lower case.
    pub sha256: String,
}

/// Writes an archive. Whatever was written can be taken out at any time, so that only the list of files grows: about 130
/// bytes each.
pub struct ZipWriter {
    out: Vec<u8>,
    /// Bytes of the archive up to now, those that were taken included.
    written: u64,
    /// The list of files at the end of the archive, as far as it is known.
    list: Vec<u8>,
    count: u64,
    names: FileNames,
    date: u16,
    table: [u32; 256],
    open: Option<Open>,
}

/// The file that is being written in pieces.
struct Open {
    member: Member,
    digest: Sha256,
    deflate: Box<CompressorOxide>,
}

/// Level of compression: that of the zip tools.
const LEVEL: u8 = 6;

impl ZipWriter {
    /// An empty archive whose files are all of `day`: the same files make the same bytes.
    ///
    /// # Errors
    /// [`DocumentError::DayOutsideZip`] before 1980 or after 2107.
    pub fn new(day: NaiveDate) -> Result<ZipWriter, DocumentError> {
        let years = u16::try_from(day.year() - 1980).ok().filter(|years| *years < 128);
        let years = years.ok_or(DocumentError::DayOutsideZip(day))?;
        Ok(ZipWriter {
            out: Vec::new(),
            written: 0,
            list: Vec::new(),
            count: 0,
            names: FileNames::default(),
            date: years << 9 | (day.month() as u16) << 5 | day.day() as u16,
            table: crc_table(),
            open: None,
        })
    }

    /// Adds a whole file. Its name is made safe and unique ([`FileNames`]); the answer says what it became.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn add(&mut self, name: &str, packing: Packing, bytes: &[u8]) -> Result<ZipEntry, DocumentError> {
        self.check_closed()?;
        let deflated = match packing {
            Packing::Stored => None,
            Packing::Deflated => Some(miniz_oxide::deflate::compress_to_vec(bytes, LEVEL)),
        };
        let data = deflated.as_deref().unwrap_or(bytes);
        let mut member = self.member(name, packing);
        member.crc = update_crc(&self.table, 0, bytes);
        member.size = bytes.len() as u64;
        member.packed = data.len() as u64;
        self.emit(&member.before(self.date));
        self.emit(data);
        Ok(self.close(member, Sha256::new_with_prefix(bytes)))
    }

    /// Begins a file whose bytes come in pieces; it is deflated.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn begin(&mut self, name: &str) -> Result<(), DocumentError> {
        self.check_closed()?;
        let member = Member { is_streamed: true, ..self.member(name, Packing::Deflated) };
        self.emit(&member.before(self.date));
        let deflate = Box::new(CompressorOxide::new(flags(i32::from(LEVEL), 0, 0)));
        self.open = Some(Open { member, digest: Sha256::new(), deflate });
        Ok(())
    }

    /// Adds bytes to the file that was begun.
    ///
    /// # Errors
    /// [`DocumentError::NoFileOpen`].
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), DocumentError> {
        let mut open = self.open.take().ok_or(DocumentError::NoFileOpen)?;
        open.member.crc = update_crc(&self.table, open.member.crc, bytes);
        open.member.size += bytes.len() as u64;
        open.digest.update(bytes);
        self.deflate(&mut open, bytes, TDEFLFlush::None);
        self.open = Some(open);
        Ok(())
    }

    /// Ends the file that was begun.
    ///
    /// # Errors
    /// [`DocumentError::NoFileOpen`].
    pub fn end(&mut self) -> Result<ZipEntry, DocumentError> {
        let mut open = self.open.take().ok_or(DocumentError::NoFileOpen)?;
        self.deflate(&mut open, &[], TDEFLFlush::Finish);
        self.emit(&open.member.after());
        Ok(self.close(open.member, open.digest))
    }

    /// The bytes of the archive since the last time: append them to what was taken before.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// Ends the archive; the answer is the rest of its bytes.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn finish(mut self) -> Result<Vec<u8>, DocumentError> {
        self.check_closed()?;
        let start = self.written;
        let list = std::mem::take(&mut self.list);
        self.emit(&list);
        self.emit(&records::end(self.count, start, list.len() as u64));
        Ok(self.out)
    }

    fn check_closed(&self) -> Result<(), DocumentError> {
        match &self.open {
            Some(open) => Err(DocumentError::FileOpen(open.member.name.clone())),
            None => Ok(()),
        }
    }

    /// A file that begins here, of nothing yet.
    fn member(&mut self, name: &str, packing: Packing) -> Member {
        let name = self.names.add(name);
        Member { name, start: self.written, packing, is_streamed: false, crc: 0, size: 0, packed: 0 }
    }

    /// Puts the file into the list.
    fn close(&mut self, member: Member, digest: Sha256) -> ZipEntry {
        self.list.extend_from_slice(&member.listed(self.date));
        self.count += 1;
        let mut sha256 = String::with_capacity(64);
        for byte in digest.finalize() {
            // Writing to a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        ZipEntry { name: member.name, size: member.size, sha256 }
    }

    fn emit(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
        self.written += bytes.len() as u64;
    }

    fn deflate(&mut self, open: &mut Open, bytes: &[u8], flush: TDEFLFlush) {
        let before = self.out.len();
        let out = &mut self.out;
        let mut rest = bytes;
        loop {
            let (status, read) = compress_to_output(&mut open.deflate, rest, flush, |piece| {
                out.extend_from_slice(piece);
                true
            });
            rest = rest.get(read..).unwrap_or_default();
            // Any other status than these two cannot come up: the output takes everything.
            if status != TDEFLStatus::Okay || (rest.is_empty() && flush == TDEFLFlush::None) {
                break;
            }
        }
        let made = (self.out.len() - before) as u64;
        open.member.packed += made;
        self.written += made;
    }
}

/// The table of CRC-32 (polynomial 0xEDB88320); computed, since a kilobyte of constants is a kilobyte to download.
fn crc_table() -> [u32; 256] {
    let mut table = [0; 256];
    for (at, entry) in table.iter_mut().enumerate() {
        let mut value = at as u32;
        for _ in 0..8 {
            value = if value & 1 == 1 { value >> 1 ^ 0xedb8_8320 } else { value >> 1 };
        }
        *entry = value;
    }
    table
}

fn update_crc(table: &[u32; 256], crc: u32, bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        let at = (crc ^ u32::from(*byte)) & 0xff;
        table.get(at as usize).copied().unwrap_or_default() ^ crc >> 8
    };
    !bytes.iter().fold(!crc, step)
}
