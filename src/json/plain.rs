//! Looking at many bytes at once.

/// Whether `bytes` begin with `with`. Eight at a time: names are compared a million times over, and wasm has no fast way of
/// its own.
pub(super) fn begins_with(bytes: &[u8], with: &[u8]) -> bool {
    let Some(bytes) = bytes.get(..with.len()) else { return false };
    let (eights, rest) = with.as_chunks::<8>();
    let (others, other_rest) = bytes.as_chunks::<8>();
    let word = |eight: &[u8; 8]| u64::from_le_bytes(*eight);
    eights.iter().zip(others).all(|(one, other)| word(one) == word(other))
        && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}

/// Whether any byte is a control character. Without an early end: so it is compiled to look at many bytes at once.
#[cfg(any(target_feature = "simd128", not(target_arch = "wasm32")))]
pub(super) fn has_controls(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | (*byte < 0x20))
}

/// Where the next quote, backslash or control character stands. Eight bytes at a time: most of an answer is plain text.
pub(super) fn plain_until(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = ONES << 7;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(*eight);
        // Bytes that are zero after the exclusive or, or below a blank, borrow into their high bit; only the lowest found
        // one is sure, and only that one is used.
        let zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let quote = zero(word ^ (ONES * u64::from(b'"')));
        let slash = zero(word ^ (ONES * u64::from(b'\\')));
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let found = (quote | slash | control) & HIGHS;
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let plain = |byte: &u8| *byte >= 0x20 && !matches!(byte, b'"' | b'\\');
    at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| plain(byte)).count()
}
