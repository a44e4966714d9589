//! A zip archive that is handed out while it is made (APPNOTE 6.3.10, zip64 included).
//!
//! Written by hand: the zip crate costs 49 kB brotli in wasm, this and miniz_oxide, which the PDF needs anyway, a fifth of it.
use super::{DocumentError, FileNames};
use chrono::{Datelike, NaiveDate};
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output, create_comp_flags_from_zip_params};
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

/// Writes an archive. Whatever was written can be taken out at any time, so that only the list of files grows.
pub struct ZipWriter {
    out: Vec<u8>,
    /// Bytes of the archive up to now, those that were taken included.
    written: u64,
    /// The list of files at the end of the archive, as far as it is known.
    directory: Vec<u8>,
    count: u64,
    names: FileNames,
    date: u16,
    table: [u32; 256],
    open: Option<Open>,
}

/// The file that is being written.
struct Open {
    name: String,
    start: u64,
    packing: Packing,
    /// Sizes stand after the bytes, not before them.
    is_streamed: bool,
    crc: u32,
    size: u64,
    packed: u64,
    digest: Sha256,
    deflate: Option<Box<CompressorOxide>>,
}

/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// Sizes follow the bytes.
const STREAMED: u16 = 1 << 3;
/// Needs 2.0 (deflate), or 4.5 (zip64).
const PLAIN: u16 = 20;
const ZIP64: u16 = 45;
/// 00:00:00.
const MIDNIGHT: u16 = 0;
/// Stands where the value is in the zip64 part.
const ELSEWHERE: u32 = u32::MAX;
/// Level of compression: that of the zip tools.
const LEVEL: i32 = 6;

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
            directory: Vec::new(),
            count: 0,
            names: FileNames::default(),
            date: years << 9 | (day.month() as u16) << 5 | day.day() as u16,
            table: crc_table(),
            open: None,
        })
    }

    /// Adds a whole file. Its name is made safe and unique; the answer says what it became.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn add(&mut self, name: &str, packing: Packing, bytes: &[u8]) -> Result<ZipEntry, DocumentError> {
        self.check_closed()?;
        let packed = match packing {
            Packing::Stored => None,
            Packing::Deflated => Some(miniz_oxide::deflate::compress_to_vec(bytes, LEVEL as u8)),
        };
        let data = packed.as_deref().unwrap_or(bytes);
        let mut open = self.opened(name, packing, false);
        open.crc = update_crc(&self.table, 0, bytes);
        open.size = bytes.len() as u64;
        open.packed = data.len() as u64;
        open.digest.update(bytes);
        self.local_header(&open);
        self.emit(data);
        Ok(self.listed(open))
    }

    /// Begins a file whose bytes come in pieces; it is deflated.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn begin(&mut self, name: &str) -> Result<(), DocumentError> {
        self.check_closed()?;
        let mut open = self.opened(name, Packing::Deflated, true);
        open.deflate = Some(Box::new(CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, 0, 0))));
        self.local_header(&open);
        self.open = Some(open);
        Ok(())
    }

    /// Adds bytes to the file that was begun.
    ///
    /// # Errors
    /// [`DocumentError::NoFileOpen`].
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), DocumentError> {
        let mut open = self.open.take().ok_or(DocumentError::NoFileOpen)?;
        open.crc = update_crc(&self.table, open.crc, bytes);
        open.size += bytes.len() as u64;
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
        let mut after = Vec::with_capacity(24);
        after.extend_from_slice(b"PK\x07\x08");
        put32(&mut after, open.crc);
        put64(&mut after, open.packed);
        put64(&mut after, open.size);
        self.emit(&after);
        Ok(self.listed(open))
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
        let directory = std::mem::take(&mut self.directory);
        let size = directory.len() as u64;
        self.emit(&directory);
        let mut end = Vec::new();
        let short = |value: u64| u32::try_from(value).unwrap_or(ELSEWHERE);
        let count = u16::try_from(self.count).unwrap_or(u16::MAX);
        if count == u16::MAX || short(start) == ELSEWHERE || short(size) == ELSEWHERE {
            end.extend_from_slice(b"PK\x06\x06");
            put64(&mut end, 44);
            put16(&mut end, ZIP64);
            put16(&mut end, ZIP64);
            put32(&mut end, 0);
            put32(&mut end, 0);
            for value in [self.count, self.count, size, start] {
                put64(&mut end, value);
            }
            end.extend_from_slice(b"PK\x06\x07");
            put32(&mut end, 0);
            put64(&mut end, start + size);
            put32(&mut end, 1);
        }
        end.extend_from_slice(b"PK\x05\x06");
        for value in [0, 0, count, count] {
            put16(&mut end, value);
        }
        put32(&mut end, short(size));
        put32(&mut end, short(start));
        put16(&mut end, 0);
        self.emit(&end);
        Ok(self.out)
    }

    fn check_closed(&self) -> Result<(), DocumentError> {
        match &self.open {
            Some(open) => Err(DocumentError::FileOpen(open.name.clone())),
            None => Ok(()),
        }
    }

    fn opened(&mut self, name: &str, packing: Packing, is_streamed: bool) -> Open {
        Open {
            name: self.names.add(name),
            start: self.written,
            packing,
            is_streamed,
            crc: 0,
            size: 0,
            packed: 0,
            digest: Sha256::new(),
            deflate: None,
        }
    }

    fn emit(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
        self.written += bytes.len() as u64;
    }

    fn deflate(&mut self, open: &mut Open, bytes: &[u8], flush: TDEFLFlush) {
        let Some(compressor) = &mut open.deflate else { return };
        let before = self.out.len();
        let out = &mut self.out;
        let mut rest = bytes;
        loop {
            let (status, read) = compress_to_output(compressor, rest, flush, |piece| {
                out.extend_from_slice(piece);
                true
            });
            rest = rest.get(read..).unwrap_or_default();
            let is_over = rest.is_empty() && (flush == TDEFLFlush::None || status == TDEFLStatus::Done);
            // Any other status than these cannot come up: the output takes everything.
            if is_over || !matches!(status, TDEFLStatus::Okay) {
                break;
            }
        }
        let made = (self.out.len() - before) as u64;
        open.packed += made;
        self.written += made;
    }

    /// What stands before the bytes. Where the sizes are not known yet, they have room for eight bytes each.
    fn local_header(&mut self, open: &Open) {
        let is_large = open.is_streamed || open.size.max(open.packed) >= u64::from(ELSEWHERE);
        let mut head = b"PK\x03\x04".to_vec();
        put16(&mut head, if is_large { ZIP64 } else { PLAIN });
        self.shared_header(&mut head, open, is_large);
        put16(&mut head, if is_large { 20 } else { 0 });
        head.extend_from_slice(open.name.as_bytes());
        if is_large {
            put16(&mut head, 1);
            put16(&mut head, 16);
            put64(&mut head, open.size);
            put64(&mut head, open.packed);
        }
        self.emit(&head);
    }

    /// The part that the header before the bytes and the list at the end have in common.
    fn shared_header(&self, head: &mut Vec<u8>, open: &Open, sizes_elsewhere: bool) {
        put16(head, if open.is_streamed { UTF8 | STREAMED } else { UTF8 });
        put16(head, if open.packing == Packing::Deflated { 8 } else { 0 });
        put16(head, MIDNIGHT);
        put16(head, self.date);
        put32(head, open.crc);
        for size in [open.packed, open.size] {
            put32(head, if sizes_elsewhere { ELSEWHERE } else { size as u32 });
        }
        put16(head, open.name.len() as u16);
    }

    /// Adds the file to the list at the end.
    fn listed(&mut self, open: Open) -> ZipEntry {
        let limit = u64::from(ELSEWHERE);
        let sizes = open.size.max(open.packed) >= limit;
        let far = open.start >= limit;
        let mut extra = Vec::new();
        if sizes {
            put64(&mut extra, open.size);
            put64(&mut extra, open.packed);
        }
        if far {
            put64(&mut extra, open.start);
        }
        let needs = if sizes || far || open.is_streamed { ZIP64 } else { PLAIN };
        let mut head = b"PK\x01\x02".to_vec();
        // Made on Unix, so that the attributes below are read.
        put16(&mut head, 3 << 8 | needs);
        put16(&mut head, needs);
        self.shared_header(&mut head, &open, sizes);
        put16(&mut head, if extra.is_empty() { 0 } else { extra.len() as u16 + 4 });
        // No comment, first disk, no inner attributes.
        for _ in 0..3 {
            put16(&mut head, 0);
        }
        // A plain file that its owner may write and everybody may read.
        put32(&mut head, 0o100_644 << 16);
        put32(&mut head, if far { ELSEWHERE } else { open.start as u32 });
        head.extend_from_slice(open.name.as_bytes());
        if !extra.is_empty() {
            put16(&mut head, 1);
            put16(&mut head, extra.len() as u16);
            head.extend_from_slice(&extra);
        }
        self.directory.extend_from_slice(&head);
        self.count += 1;
        let mut sha256 = String::with_capacity(64);
        for byte in open.digest.finalize() {
            // Writing to a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        ZipEntry { name: open.name, size: open.size, sha256 }
    }
}

fn put16(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put64(out: &mut Vec<u8>, value: u64) {
    out.extend_from_slice(&value.to_le_bytes());
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
