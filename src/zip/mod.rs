//! A zip archive that is handed out while it is made.
//!
//! Comes in: miniz_oxide (deflate), thiserror. Never: any other room. Written by hand: the zip crate costs 49 kB brotli in
//! wasm; this, with the miniz_oxide that the PDF needs anyway, a fifth. The same input makes the same bytes.
mod crc;
mod records;

use crc::Crc;
use miniz_oxide::deflate::core::create_comp_flags_from_zip_params as flags;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use records::Member;

/// How the bytes of a file are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Packing {
    /// As they are: for what is compressed already.
    Stored,
    /// Deflated.
    Deflated,
}

/// How the sizes of a file that comes in pieces are told, which must be known before the first piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sizes {
    /// In eight bytes (zip64): a file of any size. Excel takes no workbook with such a file for a whole one.
    Large,
    /// In four bytes: a file below 4 GiB, before and after compression. Every reader knows this form.
    Small,
}

/// A day that a zip can tell: of the years 1980 to 2107.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ZipDay(u16);

impl ZipDay {
    /// 1 January 1980: what stands for no day.
    pub const FIRST: ZipDay = ZipDay(1 << 5 | 1);

    /// A day of the calendar; none when a zip cannot tell it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<ZipDay> {
        let years = u16::try_from(year - 1980).ok().filter(|years| *years < 128)?;
        ((1..=12).contains(&month) && (1..=31).contains(&day))
            .then_some(ZipDay(years << 9 | (month as u16) << 5 | day as u16))
    }
}

/// Why a file cannot be in the archive.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// A file was begun, or the archive ended, before this file was ended.
    #[error("\"{0}\" is still open in the archive")]
    Open(String),
    /// Bytes came, or an end, while no file was open.
    #[error("no file is open in the archive")]
    NoneOpen,
    /// The file was begun as [`Sizes::Small`], and has 4 GiB or more.
    #[error("\"{0}\" is too large for its place in the archive")]
    TooLarge(String),
    /// A name has 65,535 bytes at most.
    #[error("a name of {0} bytes is too long for an archive")]
    NameTooLong(usize),
}

/// Writes an archive. Whatever was written can be taken out at any time, so that only the list of files grows: about 130
/// bytes each.
pub struct Archive {
    out: Vec<u8>,
    /// Bytes of the archive up to now, those that were taken included.
    written: u64,
    /// The list of files at the end of the archive, as far as it is known.
    list: Vec<u8>,
    count: u64,
    date: u16,
    crc: Box<Crc>,
    open: Option<Open>,
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Archive").field("written", &self.written).field("count", &self.count).finish_non_exhaustive()
    }
}

/// The file that is being written in pieces.
struct Open {
    member: Member,
    deflate: Box<CompressorOxide>,
}

/// Level of compression: that of the zip tools.
pub const USUAL_LEVEL: u8 = 6;

impl Archive {
    /// An empty archive whose files are all of this day.
    pub fn new(day: ZipDay) -> Archive {
        Archive { out: Vec::new(), written: 0, list: Vec::new(), count: 0, date: day.0, crc: Crc::new(), open: None }
    }

    /// Adds a whole file under this name. Parts of a path are parted by `/`; that it is safe and unique is the caller's care.
    ///
    /// # Errors
    /// [`ZipError::Open`], [`ZipError::NameTooLong`].
    pub fn add(&mut self, name: &str, packing: Packing, bytes: &[u8]) -> Result<(), ZipError> {
        let mut member = self.member(name, packing)?;
        let deflated = match packing {
            Packing::Stored => None,
            Packing::Deflated => Some(miniz_oxide::deflate::compress_to_vec(bytes, USUAL_LEVEL)),
        };
        let data = deflated.as_deref().unwrap_or(bytes);
        member.crc = self.crc.update(0, bytes);
        member.size = bytes.len() as u64;
        member.packed = data.len() as u64;
        self.emit(&member.before(self.date));
        self.emit(data);
        self.close(&member);
        Ok(())
    }

    /// Begins a file whose bytes come in pieces; it is deflated at this level, 0 to 10.
    ///
    /// # Errors
    /// [`ZipError::Open`], [`ZipError::NameTooLong`].
    pub fn begin(&mut self, name: &str, sizes: Sizes, level: u8) -> Result<(), ZipError> {
        let member = Member { streamed: Some(sizes), ..self.member(name, Packing::Deflated)? };
        self.emit(&member.before(self.date));
        let deflate = Box::new(CompressorOxide::new(flags(i32::from(level), 0, 0)));
        self.open = Some(Open { member, deflate });
        Ok(())
    }

    /// Adds bytes to the file that was begun. What they become is in what [`Archive::take`] gives, or is still with the
    /// compressor, which holds some hundred kilobytes at most.
    ///
    /// # Errors
    /// [`ZipError::NoneOpen`], [`ZipError::TooLarge`]; nothing was added then.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), ZipError> {
        let mut open = self.open.take().ok_or(ZipError::NoneOpen)?;
        let size = open.member.size + bytes.len() as u64;
        if open.member.streamed == Some(Sizes::Small) && size >= records::LARGE {
            let error = ZipError::TooLarge(open.member.name.clone());
            self.open = Some(open);
            return Err(error);
        }
        open.member.crc = self.crc.update(open.member.crc, bytes);
        open.member.size = size;
        self.deflate(&mut open, bytes, TDEFLFlush::None);
        self.open = Some(open);
        Ok(())
    }

    /// Ends the file that was begun; the answer is its size before compression.
    ///
    /// # Errors
    /// [`ZipError::NoneOpen`]; [`ZipError::TooLarge`] when compression made it so, and the archive is of no use then.
    pub fn end(&mut self) -> Result<u64, ZipError> {
        let mut open = self.open.take().ok_or(ZipError::NoneOpen)?;
        self.deflate(&mut open, &[], TDEFLFlush::Finish);
        let member = open.member;
        if member.streamed == Some(Sizes::Small) && member.packed >= records::LARGE {
            return Err(ZipError::TooLarge(member.name));
        }
        self.emit(&member.after());
        self.close(&member);
        Ok(member.size)
    }

    /// The bytes of the archive since the last time: append them to what was taken before.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// Ends the archive; the answer is the rest of its bytes.
    ///
    /// # Errors
    /// [`ZipError::Open`].
    pub fn finish(mut self) -> Result<Vec<u8>, ZipError> {
        self.check_closed()?;
        let start = self.written;
        let list = std::mem::take(&mut self.list);
        self.emit(&list);
        self.emit(&records::end(self.count, start, list.len() as u64));
        Ok(self.out)
    }

    /// That no file is open.
    ///
    /// # Errors
    /// [`ZipError::Open`].
    pub fn check_closed(&self) -> Result<(), ZipError> {
        match &self.open {
            Some(open) => Err(ZipError::Open(open.member.name.clone())),
            None => Ok(()),
        }
    }

    /// A file that begins here, of nothing yet.
    fn member(&mut self, name: &str, packing: Packing) -> Result<Member, ZipError> {
        self.check_closed()?;
        if name.len() > usize::from(u16::MAX) {
            return Err(ZipError::NameTooLong(name.len()));
        }
        let name = name.to_owned();
        Ok(Member { name, start: self.written, packing, streamed: None, crc: 0, size: 0, packed: 0 })
    }

    /// Puts the file into the list.
    fn close(&mut self, member: &Member) {
        self.list.extend_from_slice(&member.listed(self.date));
        self.count += 1;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_stays_below_4_gib() {
        let mut zip = Archive::new(ZipDay::FIRST);
        zip.begin("a", Sizes::Small, 1).unwrap();
        // As if so many bytes had been written.
        zip.open.as_mut().unwrap().member.size = records::LARGE - 2;
        assert_eq!(zip.write(b"b"), Ok(()));
        assert_eq!(zip.write(b"c"), Err(ZipError::TooLarge("a".to_owned())));
        assert_eq!(zip.end(), Ok(records::LARGE - 1), "nothing of the last bytes was added");
        zip.begin("b", Sizes::Large, 1).unwrap();
        zip.open.as_mut().unwrap().member.size = records::LARGE - 1;
        assert_eq!(zip.write(b"c"), Ok(()));
    }

    #[test]
    fn a_name_has_65_535_bytes_at_most() {
        let mut zip = Archive::new(ZipDay::FIRST);
        assert_eq!(zip.add(&"a".repeat(65_535), Packing::Stored, b""), Ok(()));
        assert_eq!(zip.begin(&"a".repeat(65_536), Sizes::Small, 1), Err(ZipError::NameTooLong(65_536)));
    }

    #[test]
    fn days_are_those_of_1980_to_2107() {
        assert_eq!(ZipDay::new(1980, 1, 1), Some(ZipDay::FIRST));
        assert!(ZipDay::new(2107, 12, 31).is_some());
        for (year, month, day) in [(1979, 12, 31), (2108, 1, 1), (2026, 13, 1), (2026, 1, 0)] {
            assert_eq!(ZipDay::new(year, month, day), None);
        }
    }
}
