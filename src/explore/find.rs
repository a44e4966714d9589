//! Finds a text in any case among the texts of a column.
use super::dictionary::Dictionary;
use crate::billing::fold_case;

/// Bytes that are looked at in one go; the compiler makes vector instructions of the loop over them.
const BLOCK: usize = 64;

/// A text to find, without its case.
pub(super) struct Needle {
    folded: String,
    is_ascii: bool,
}

impl Needle {
    pub(super) fn new(text: &str) -> Needle {
        let folded = fold_case(text);
        let is_ascii = folded.is_ascii();
        Needle { folded, is_ascii }
    }

    /// Marks the texts that contain it; how many do.
    pub(super) fn mark(&self, values: &Dictionary, flags: &mut [u8]) -> usize {
        if self.folded.is_empty() {
            flags.fill(1);
            return flags.len();
        }
        if self.is_ascii { self.mark_ascii(values, flags) } else { self.mark_folded(values, flags) }
    }

    /// Folding gives letters of ASCII for letters of ASCII only, so bytes can be compared, through all texts at once.
    fn mark_ascii(&self, values: &Dictionary, flags: &mut [u8]) -> usize {
        let (texts, ends) = values.texts();
        let (texts, needle) = (texts.as_bytes(), self.folded.as_bytes());
        let (mut found, mut text, mut at) = (0, 0, 0);
        while let Some(hit) = find(texts, needle, at) {
            text = text_of(ends, text, hit);
            let end = ends.get(text).map_or(texts.len(), |end| *end as usize);
            // A hit that goes on into the next text is none.
            if hit + needle.len() > end {
                at = hit + 1;
                continue;
            }
            if let Some(flag) = flags.get_mut(text) {
                *flag = 1;
            }
            found += 1;
            at = end;
        }
        found
    }

    fn mark_folded(&self, values: &Dictionary, flags: &mut [u8]) -> usize {
        let mut found = 0;
        for (code, flag) in (0..values.len()).zip(flags) {
            let text = values.text(code);
            if !text.is_ascii() && fold_case(text).contains(&self.folded) {
                *flag = 1;
                found += 1;
            }
        }
        found
    }
}

/// The text that a byte is in, from `from` on: first in steps that grow, then halving.
fn text_of(ends: &[u32], from: usize, at: usize) -> usize {
    let is_before = |end: &u32| *end as usize <= at;
    let mut step = 1;
    while ends.get(from + step).is_some_and(is_before) {
        step *= 2;
    }
    let start = from + step / 2;
    start + ends.get(start..ends.len().min(from + step + 1)).map_or(0, |ends| ends.partition_point(is_before))
}

/// Where a folded text of ASCII stands next, in any case.
fn find(texts: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let (first, last) = (*needle.first()?, *needle.last()?);
    let apart = needle.len() - 1;
    let is_it = |at: usize| texts.get(at..at + needle.len()).is_some_and(|text| text.eq_ignore_ascii_case(needle));
    let mut at = from;
    // Only letters have a second form; setting the bit makes a byte lower case, and hides no letter.
    let bit = |byte: u8| if byte.is_ascii_lowercase() { 0x20 } else { 0 };
    let (first_bit, last_bit) = (bit(first), bit(last));
    while let (Some(begins), Some(ends)) = (block(texts, at), block(texts, at + apart)) {
        let mut hits = [0_u8; BLOCK];
        let mut any = 0;
        for ((hit, begin), end) in hits.iter_mut().zip(begins).zip(ends) {
            *hit = u8::from((begin | first_bit) == first) & u8::from((end | last_bit) == last);
            any |= *hit;
        }
        if any > 0 {
            for (place, _) in hits.iter().enumerate().filter(|(_, hit)| **hit > 0) {
                if is_it(at + place) {
                    return Some(at + place);
                }
            }
        }
        at += BLOCK;
    }
    (at..texts.len().saturating_sub(apart)).find(|at| is_it(*at))
}

fn block(texts: &[u8], at: usize) -> Option<&[u8; BLOCK]> {
    texts.get(at..at + BLOCK)?.try_into().ok()
}
