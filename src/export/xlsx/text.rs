//! Text of a cell as XML. What XML 1.0 cannot hold, and a carriage return, which its readers make a line feed, is `_xHHHH_`
//! (ECMA-376 part 1, ST_Xstring); text that looks like that already has its `_` written `_x005F_`, so it reads back equal.

/// Adds the text.
pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    // Most text needs nothing: one pass without a branch says so.
    if !bytes.iter().fold(false, |found, byte| found | is_special(*byte)) {
        out.extend_from_slice(bytes);
        return;
    }
    let (mut copied, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let width =
            if is_special(*byte) { put_special(out, bytes.get(copied..at).unwrap_or_default(), rest) } else { 0 };
        at += width.max(1);
        if width > 0 {
            copied = at;
        }
    }
    out.extend_from_slice(bytes.get(copied..).unwrap_or_default());
}

/// What may have to be written otherwise: controls, markup, `_`, and the first byte of U+FFFE and U+FFFF.
fn is_special(byte: u8) -> bool {
    ((byte < b' ') & (byte != b'\t') & (byte != b'\n'))
        | (byte == b'&')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'_')
        | (byte == 0xef)
}

/// Adds what is `before` and the first character of `rest` when it has to be written otherwise. The answer is its bytes, 0
/// when it stays as it is.
fn put_special(out: &mut Vec<u8>, before: &[u8], rest: &[u8]) -> usize {
    let (written, width): (&[u8], usize) = match rest {
        [b'&', ..] => (b"&amp;", 1),
        [b'<', ..] => (b"&lt;", 1),
        // Only `]]>` must not be, but nobody minds.
        [b'>', ..] => (b"&gt;", 1),
        // A `_` behind the digits or none: a character that is escaped may follow, and bring one.
        [b'_', b'x', a, b, c, d, ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) => (b"_x005F_", 1),
        [b'_', ..] => return 0,
        [0xef, 0xbf, 0xbe, ..] => (b"_xFFFE_", 3),
        [0xef, 0xbf, 0xbf, ..] => (b"_xFFFF_", 3),
        [0xef, ..] | [] => return 0,
        [control, ..] => {
            out.extend_from_slice(before);
            out.extend_from_slice(b"_x00");
            out.extend([b'0' + (control >> 4), hex_digit(control & 15), b'_']);
            return 1;
        }
    };
    out.extend_from_slice(before);
    out.extend_from_slice(written);
    width
}

fn hex_digit(value: u8) -> u8 {
    if value < 10 { b'0' + value } else { b'A' + value - 10 }
}

/// Adds the text that such XML stands for; false when it is not well-formed, or holds what it may not.
pub(super) fn read_text(xml: &str, text: &mut String) -> bool {
    if !is_well_formed(xml) {
        return false;
    }
    let mut rest = xml;
    while let Some(at) = rest.find(['&', '_']) {
        let (before, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
        text.push_str(before);
        let escape = ENTITIES.iter().find(|(entity, _)| found.starts_with(entity));
        let (character, width) = match escape {
            Some((entity, character)) => (*character, entity.len()),
            None => escaped(found).map_or(('_', 1), |character| (character, 7)),
        };
        text.push(character);
        rest = found.get(width..).unwrap_or_default();
    }
    text.push_str(rest);
    true
}

const ENTITIES: [(&str, char); 3] = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')];

/// Whether every `&` begins one of the entities that are written, and no character is among the text that XML cannot hold.
pub(super) fn is_well_formed(xml: &str) -> bool {
    // All at one pass without a branch.
    let (refused, unusual) = xml.bytes().fold((false, false), |(refused, unusual), byte| {
        let is_control = (byte < b' ') & (byte != b'\t') & (byte != b'\n');
        (refused | is_control | (byte == b'>'), unusual | (byte == b'&') | (byte == 0xef))
    });
    let is_whole = |part: &str| ENTITIES.iter().any(|(entity, _)| part.starts_with(entity.trim_start_matches('&')));
    !refused && (!unusual || !xml.contains(['\u{fffe}', '\u{ffff}']) && xml.split('&').skip(1).all(is_whole))
}

/// The character of an `_xHHHH_` at the start.
fn escaped(found: &str) -> Option<char> {
    let digits = found.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_hex).and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        put_text(&mut out, text);
        String::from_utf8(out).unwrap()
    }

    fn read(xml: &str) -> Option<String> {
        let mut text = String::new();
        read_text(xml, &mut text).then_some(text)
    }

    #[test]
    fn what_xml_cannot_hold_is_written_as_its_number() {
        for (text, xml) in [
            ("a & b <c> ]]>", "a &amp; b &lt;c&gt; ]]&gt;"),
            ("\0\u{1f}\u{b}", "_x0000__x001F__x000B_"),
            ("one\r\ntwo\tthree", "one_x000D_\ntwo\tthree"),
            ("\u{fffe}\u{ffff}\u{fffd}\u{feff}＝", "_xFFFE__xFFFF_\u{fffd}\u{feff}＝"),
            ("_x0041_", "_x005F_x0041_"),
            ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
            ("_x0041\0", "_x005F_x0041_x0000_"),
            ("\0x0041_", "_x0000_x0041_"),
            ("__x00e9_ _x004_ _xyz_ _X0041_", "__x005F_x00e9_ _x004_ _xyz_ _X0041_"),
        ] {
            assert_eq!(written(text), xml);
            assert_eq!(read(xml).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_not_written_so_is_not_read() {
        for xml in ["a & b", "&quot;", "&amp", "&", "a\rb", "\0", ">", "\u{ffff}"] {
            assert_eq!(read(xml), None, "{xml:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_reads_back_equal(parts in proptest::collection::vec(
            prop_oneof![any::<String>(), "[_x0-9a-fA-F\\x00&<>\r]{0,12}", Just("_x0041".to_owned()), Just("\u{ffff}".to_owned())],
            0..6,
        )) {
            let text = parts.concat();
            prop_assert_eq!(read(&written(&text)), Some(text));
        }
    }
}
