//! The records of a zip: what stands before and after the bytes of a file, the list of files, the end (APPNOTE 6.3.10).
use super::{Packing, Sizes};

/// A file as its records tell it.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) name: String,
    /// The byte of the archive where it begins.
    pub(super) start: u64,
    pub(super) packing: Packing,
    /// Sizes stand after the bytes, not before them, in so many bytes.
    pub(super) streamed: Option<Sizes>,
    pub(super) crc: u32,
    /// Bytes before compression.
    pub(super) size: u64,
    /// Bytes in the archive.
    pub(super) packed: u64,
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
/// What four bytes cannot tell.
pub(super) const LARGE: u64 = ELSEWHERE as u64;

impl Member {
    fn is_streamed_large(&self) -> bool {
        self.streamed == Some(Sizes::Large)
    }

    fn has_large_sizes(&self) -> bool {
        self.size.max(self.packed) >= LARGE
    }

    /// What stands before the bytes. Where the sizes are not known yet and may be large, they have room for eight bytes each.
    pub(super) fn before(&self, date: u16) -> Vec<u8> {
        let is_large = self.is_streamed_large() || self.has_large_sizes();
        let mut head = b"PK\x03\x04".to_vec();
        put16(&mut head, if is_large { ZIP64 } else { PLAIN });
        self.shared(&mut head, date, is_large);
        put16(&mut head, if is_large { 20 } else { 0 });
        head.extend_from_slice(self.name.as_bytes());
        if is_large {
            put16(&mut head, 1);
            put16(&mut head, 16);
            put64(&mut head, self.size);
            put64(&mut head, self.packed);
        }
        head
    }

    /// What stands after the bytes when they came in pieces.
    pub(super) fn after(&self) -> Vec<u8> {
        let mut after = b"PK\x07\x08".to_vec();
        put32(&mut after, self.crc);
        for size in [self.packed, self.size] {
            if self.is_streamed_large() { put64(&mut after, size) } else { put32(&mut after, size as u32) }
        }
        after
    }

    /// The file in the list at the end.
    pub(super) fn listed(&self, date: u16) -> Vec<u8> {
        let sizes = self.has_large_sizes();
        let far = self.start >= LARGE;
        let mut extra = Vec::new();
        if sizes {
            put64(&mut extra, self.size);
            put64(&mut extra, self.packed);
        }
        if far {
            put64(&mut extra, self.start);
        }
        let needs = if sizes || far || self.is_streamed_large() { ZIP64 } else { PLAIN };
        let mut head = b"PK\x01\x02".to_vec();
        // Made on Unix, so that the attributes below are read.
        put16(&mut head, 3 << 8 | needs);
        put16(&mut head, needs);
        self.shared(&mut head, date, sizes);
        put16(&mut head, if extra.is_empty() { 0 } else { extra.len() as u16 + 4 });
        // No comment, first disk, no inner attributes.
        for _ in 0..3 {
            put16(&mut head, 0);
        }
        // A plain file that its owner may write and everybody may read.
        put32(&mut head, 0o100_644 << 16);
        put32(&mut head, if far { ELSEWHERE } else { self.start as u32 });
        head.extend_from_slice(self.name.as_bytes());
        if !extra.is_empty() {
            put16(&mut head, 1);
            put16(&mut head, extra.len() as u16);
            head.extend_from_slice(&extra);
        }
        head
    }

    /// The part that the records before the bytes and in the list have in common.
    fn shared(&self, head: &mut Vec<u8>, date: u16, sizes_elsewhere: bool) {
        put16(head, if self.streamed.is_some() { UTF8 | STREAMED } else { UTF8 });
        put16(head, if self.packing == Packing::Deflated { 8 } else { 0 });
        put16(head, MIDNIGHT);
        put16(head, date);
        put32(head, self.crc);
        for size in [self.packed, self.size] {
            put32(head, if sizes_elsewhere { ELSEWHERE } else { size as u32 });
        }
        // The archive takes no longer name.
        put16(head, self.name.len() as u16);
    }
}

/// The end of an archive of `count` files, whose list begins at `start` and is `size` bytes long.
pub(super) fn end(count: u64, start: u64, size: u64) -> Vec<u8> {
    let mut end = Vec::new();
    let short = |value: u64| u32::try_from(value).unwrap_or(ELSEWHERE);
    let files = u16::try_from(count).unwrap_or(u16::MAX);
    if files == u16::MAX || short(start) == ELSEWHERE || short(size) == ELSEWHERE {
        end.extend_from_slice(b"PK\x06\x06");
        put64(&mut end, 44);
        put16(&mut end, ZIP64);
        put16(&mut end, ZIP64);
        put32(&mut end, 0);
        put32(&mut end, 0);
        for value in [count, count, size, start] {
            put64(&mut end, value);
        }
        end.extend_from_slice(b"PK\x06\x07");
        put32(&mut end, 0);
        put64(&mut end, start + size);
        put32(&mut end, 1);
    }
    end.extend_from_slice(b"PK\x05\x06");
    for value in [0, 0, files, files] {
        put16(&mut end, value);
    }
    put32(&mut end, short(size));
    put32(&mut end, short(start));
    put16(&mut end, 0);
    end
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

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: u64 = 0xffff_ffff;

    fn member(start: u64, size: u64, packed: u64) -> Member {
        let name = "a".to_owned();
        Member { name, start, packing: Packing::Deflated, streamed: None, crc: 7, size, packed }
    }

    fn number(bytes: &[u8]) -> u64 {
        bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }

    #[test]
    fn a_file_below_the_limit_has_its_sizes_in_four_bytes() {
        let listed = member(LIMIT - 1, LIMIT - 1, 5).listed(0);
        assert_eq!((number(&listed[20..24]), number(&listed[24..28])), (5, LIMIT - 1));
        assert_eq!((number(&listed[30..32]), number(&listed[42..46]), listed.len()), (0, LIMIT - 1, 47));
        assert_eq!(member(0, LIMIT - 1, 5).before(0).len(), 31);
    }

    #[test]
    fn names_are_told_to_be_utf8() {
        let streamed = |sizes| Member { streamed: Some(sizes), ..member(0, 1, 1) };
        for (of, flags) in [(member(0, 1, 1), 0x800), (streamed(Sizes::Large), 0x808), (streamed(Sizes::Small), 0x808)]
        {
            assert_eq!((number(&of.before(0)[6..8]), number(&of.listed(0)[8..10])), (flags, flags));
        }
    }

    #[test]
    fn a_small_file_in_pieces_has_its_sizes_in_four_bytes_after_it() {
        let of = Member { streamed: Some(Sizes::Small), ..member(3, 9, 5) };
        let (before, after, listed) = (of.before(0), of.after(), of.listed(0));
        assert_eq!((before.len(), number(&before[4..6]), number(&before[28..30])), (31, 20, 0));
        assert_eq!((after.len(), number(&after[8..12]), number(&after[12..16])), (16, 5, 9));
        assert_eq!(
            (listed.len(), number(&listed[6..8]), number(&listed[20..24]), number(&listed[24..28])),
            (47, 20, 5, 9)
        );
        let large = Member { streamed: Some(Sizes::Large), ..member(3, 9, 5) };
        assert_eq!((large.before(0).len(), large.after().len()), (51, 24));
    }

    #[test]
    fn a_file_from_the_limit_on_has_its_sizes_in_eight_bytes() {
        for (size, packed) in [(LIMIT, 5), (LIMIT + 9, 5), (5, LIMIT)] {
            let of = member(0, size, packed);
            let listed = of.listed(0);
            assert_eq!((number(&listed[20..24]), number(&listed[24..28])), (LIMIT, LIMIT));
            assert_eq!((number(&listed[6..8]), number(&listed[30..32]), number(&listed[47..49])), (45, 20, 1));
            assert_eq!((number(&listed[51..59]), number(&listed[59..67]), listed.len()), (size, packed, 67));
            let before = of.before(0);
            assert_eq!((number(&before[35..43]), number(&before[43..51]), before.len()), (size, packed, 51));
        }
    }

    #[test]
    fn a_file_that_begins_beyond_the_limit_tells_where_in_eight_bytes() {
        let listed = member(LIMIT + 3, 1, 1).listed(0);
        assert_eq!((number(&listed[42..46]), number(&listed[20..24])), (LIMIT, 1));
        assert_eq!((number(&listed[49..51]), number(&listed[51..59]), listed.len()), (8, LIMIT + 3, 59));
    }

    #[test]
    fn an_archive_beyond_a_limit_has_the_large_end() {
        assert_eq!(end(65_534, LIMIT - 1, LIMIT - 1).len(), 22);
        for (count, start, size) in [(65_535, 9, 9), (1, LIMIT, 9), (1, 9, LIMIT)] {
            let large = end(count, start, size);
            assert_eq!((large.len(), number(&large[24..32]), number(&large[32..40])), (98, count, count));
            assert_eq!((number(&large[40..48]), number(&large[48..56])), (size, start));
            assert_eq!(number(&large[64..72]), start + size, "where the large end itself is");
        }
    }
}
