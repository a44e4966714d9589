//! UTF-16 to UTF-8 and back; the byte order mark.
use super::{Encoding, ExploreError};

/// Takes the byte order mark away and makes UTF-8 of UTF-16, whatever pieces the bytes come in. UTF-8 goes through
/// unchecked: that is for the cells to do, once per text.
#[derive(Debug)]
pub(super) struct Decoder {
    encoding: Encoding,
    mark: usize,
    odd: Option<u8>,
    high: Option<u16>,
    units: u64,
    out: String,
}

impl Decoder {
    pub(super) fn new(encoding: Encoding) -> Decoder {
        Decoder { encoding, mark: encoding.mark().len(), odd: None, high: None, units: 0, out: String::new() }
    }

    /// The UTF-8 of a piece.
    pub(super) fn push<'p>(&'p mut self, piece: &'p [u8]) -> Result<&'p [u8], ExploreError> {
        let (mark, piece) = piece.split_at_checked(self.mark).unwrap_or((piece, b""));
        self.mark -= mark.len();
        if matches!(self.encoding, Encoding::Utf8 | Encoding::Utf8Marked) {
            return Ok(piece);
        }
        self.out.clear();
        for byte in piece {
            let Some(first) = self.odd.take() else {
                self.odd = Some(*byte);
                continue;
            };
            let unit = match self.encoding {
                Encoding::Utf16Be => u16::from_be_bytes([first, *byte]),
                _ => u16::from_le_bytes([first, *byte]),
            };
            self.units += 1;
            self.unit(unit).ok_or(ExploreError::NotUtf16 { unit: self.units })?;
        }
        Ok(self.out.as_bytes())
    }

    fn unit(&mut self, unit: u16) -> Option<()> {
        match (self.high.take(), unit) {
            (None, 0xd800..=0xdbff) => self.high = Some(unit),
            (None, _) => self.out.push(char::from_u32(u32::from(unit))?),
            (Some(high), 0xdc00..=0xdfff) => {
                let code = 0x10000 + ((u32::from(high) - 0xd800) << 10) + (u32::from(unit) - 0xdc00);
                self.out.push(char::from_u32(code)?);
            }
            (Some(_), _) => return None,
        }
        Some(())
    }

    /// That the last character is whole.
    pub(super) fn finish(&self) -> Result<(), ExploreError> {
        match (self.odd, self.high) {
            (None, None) => Ok(()),
            _ => Err(ExploreError::NotUtf16 { unit: self.units + 1 }),
        }
    }
}

/// Adds UTF-8 text in the encoding of a file.
pub(super) fn encode(text: &[u8], encoding: Encoding, out: &mut Vec<u8>) {
    let units = || String::from_utf8_lossy(text).encode_utf16().collect::<Vec<u16>>();
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Marked => out.extend_from_slice(text),
        Encoding::Utf16Le => units().into_iter().for_each(|unit| out.extend(unit.to_le_bytes())),
        Encoding::Utf16Be => units().into_iter().for_each(|unit| out.extend(unit.to_be_bytes())),
    }
}
