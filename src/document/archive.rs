//! Many files as one zip, their names made safe, with the digest of each.
use super::{DocumentError, FileNames};
use crate::zip::{Archive, Packing, Sizes, USUAL_LEVEL, ZipDay};
use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};
use std::fmt::Write;

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
    archive: Archive,
    names: FileNames,
    /// Name and digest of the file that is being written in pieces.
    open: Option<(String, Sha256)>,
}

impl ZipWriter {
    /// An empty archive whose files are all of `day`: the same files make the same bytes.
    ///
    /// # Errors
    /// [`DocumentError::DayOutsideZip`] before 1980 or after 2107.
    pub fn new(day: NaiveDate) -> Result<ZipWriter, DocumentError> {
        let of = ZipDay::new(day.year(), day.month(), day.day()).ok_or(DocumentError::DayOutsideZip(day))?;
        Ok(ZipWriter { archive: Archive::new(of), names: FileNames::default(), open: None })
    }

    /// Adds a whole file. Its name is made safe and unique ([`FileNames`]); the answer says what it became.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn add(&mut self, name: &str, packing: Packing, bytes: &[u8]) -> Result<ZipEntry, DocumentError> {
        self.archive.check_closed()?;
        let name = self.names.add(name);
        self.archive.add(&name, packing, bytes)?;
        Ok(entry(name, bytes.len() as u64, Sha256::new_with_prefix(bytes)))
    }

    /// Begins a file whose bytes come in pieces; it is deflated.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn begin(&mut self, name: &str) -> Result<(), DocumentError> {
        self.archive.check_closed()?;
        let name = self.names.add(name);
        self.archive.begin(&name, Sizes::Large, USUAL_LEVEL)?;
        self.open = Some((name, Sha256::new()));
        Ok(())
    }

    /// Adds bytes to the file that was begun.
    ///
    /// # Errors
    /// [`DocumentError::NoFileOpen`].
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), DocumentError> {
        let (_, digest) = self.open.as_mut().ok_or(DocumentError::NoFileOpen)?;
        self.archive.write(bytes)?;
        digest.update(bytes);
        Ok(())
    }

    /// Ends the file that was begun.
    ///
    /// # Errors
    /// [`DocumentError::NoFileOpen`].
    pub fn end(&mut self) -> Result<ZipEntry, DocumentError> {
        let (name, digest) = self.open.take().ok_or(DocumentError::NoFileOpen)?;
        let size = self.archive.end()?;
        Ok(entry(name, size, digest))
    }

    /// The bytes of the archive since the last time: append them to what was taken before.
    pub fn take(&mut self) -> Vec<u8> {
        self.archive.take()
    }

    /// Ends the archive; the answer is the rest of its bytes.
    ///
    /// # Errors
    /// [`DocumentError::FileOpen`].
    pub fn finish(self) -> Result<Vec<u8>, DocumentError> {
        Ok(self.archive.finish()?)
    }
}

fn entry(name: String, size: u64, digest: Sha256) -> ZipEntry {
    let mut sha256 = String::with_capacity(64);
    for byte in digest.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(sha256, "{byte:02x}");
    }
    ZipEntry { name, size, sha256 }
}
