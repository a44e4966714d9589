//! Text in the letters that the built-in fonts have (WinAnsi), and the nearest Latin form of every other letter.

/// How near the drawn text is to the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The same, to the letter.
    Same,
    /// A sign has another form, such as a minus: the reader sees no difference.
    Sign,
    /// A letter has another form: the paper says so.
    Letter,
}

/// The WinAnsi codes that draw `text`.
pub(super) fn encode(text: &str) -> (Vec<u8>, Likeness) {
    let mut codes = Vec::with_capacity(text.len());
    let mut likeness = Likeness::Same;
    for c in text.chars() {
        likeness = likeness.max(push(c, &mut codes));
    }
    (codes, likeness)
}

/// What WinAnsi has between its two ASCII-like halves, from code 0x80 on; a blank where it has nothing.
const MIDDLE: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
/// Nearest letters of U+0100 to U+017F, and of U+1E00 to U+1EFF.
const EXTENDED_A: &[u8; 128] = b"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
const ADDITIONAL: &[u8; 256] = b"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy";
/// Greek from alpha to omega, and the Russian alphabet from a to ya.
const GREEK: &str = "A V G D E Z I Th I K L M N X O P R S S T Y F Ch Ps O";
const CYRILLIC: &str = "A B V G D E Zh Z I I K L M N O P R S T U F Kh Ts Ch Sh Shch  Y  E Yu Ya";

/// Adds the codes that draw a letter.
pub(super) fn push(c: char, codes: &mut Vec<u8>) -> Likeness {
    let point = u32::from(c);
    if let (' '..='~', Ok(code)) | ('\u{a0}'..='ÿ', Ok(code)) = (c, u8::try_from(point)) {
        // A soft hyphen would be drawn as a hyphen in the middle of a line.
        if c != '\u{ad}' {
            codes.push(code);
        }
        return if c == '\u{ad}' { Likeness::Sign } else { Likeness::Same };
    }
    if let Some(at) = MIDDLE.chars().position(|known| known == c) {
        codes.push(0x80 + at as u8);
        return Likeness::Same;
    }
    match c {
        '\u{2212}' => codes.push(0x96),
        '\u{2010}' | '\u{2011}' => codes.push(b'-'),
        '\u{2012}' | '\u{2015}' => codes.push(0x96),
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' | '\r' | '\n' => codes.push(b' '),
        // What has no shape of its own: joiners, marks of direction, byte order marks, controls.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
        c if c.is_control() => {}
        _ => {
            push_letter(c, codes);
            return Likeness::Letter;
        }
    }
    Likeness::Sign
}

/// Adds the nearest Latin form of a letter that WinAnsi lacks.
fn push_letter(c: char, codes: &mut Vec<u8>) {
    let point = u32::from(c);
    let byte = |table: &[u8], first: u32| table.get((point - first) as usize).copied().unwrap_or(b'?');
    let code = match c {
        'Ĳ' => return codes.extend(b"IJ"),
        'ĳ' => return codes.extend(b"ij"),
        '\u{100}'..='\u{17f}' => byte(EXTENDED_A, 0x100),
        '\u{1e00}'..='\u{1eff}' => byte(ADDITIONAL, 0x1e00),
        'Ơ' => b'O',
        'ơ' => b'o',
        'Ư' => b'U',
        'ư' => b'u',
        'Ș' => b'S',
        'ș' => b's',
        'Ț' => b'T',
        'ț' => b't',
        'Ə' => b'E',
        'ə' => b'e',
        // An accent on its own, after its letter.
        '\u{300}'..='\u{36f}' => return,
        // Letters of full width.
        '\u{ff01}'..='\u{ff5e}' => (point - 0xff01 + 0x21) as u8,
        _ => match spelled(c) {
            Some((letters, is_small)) => {
                let small = |byte: u8| if is_small { byte.to_ascii_lowercase() } else { byte };
                return codes.extend(letters.bytes().map(small));
            }
            None => b'?',
        },
    };
    codes.push(code);
}

/// A Greek or Cyrillic letter in Latin ones, and whether it is a small letter.
fn spelled(c: char) -> Option<(&'static str, bool)> {
    let plain = match c {
        'Ά' => 'Α',
        'Έ' => 'Ε',
        'Ή' => 'Η',
        'Ί' | 'Ϊ' => 'Ι',
        'Ό' => 'Ο',
        'Ύ' | 'Ϋ' => 'Υ',
        'Ώ' => 'Ω',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'Ё' | 'Є' => 'Е',
        'ё' | 'є' => 'е',
        'І' | 'Ї' => 'И',
        'і' | 'ї' => 'и',
        'Ґ' => 'Г',
        'ґ' => 'г',
        other => other,
    };
    let nth = |table: &'static str, first: char, is_small| {
        let at = (u32::from(plain) - u32::from(first)) as usize;
        table.split(' ').nth(at).map(|letters| (letters, is_small))
    };
    match plain {
        'Α'..='Ω' => nth(GREEK, 'Α', false),
        'α'..='ω' => nth(GREEK, 'α', true),
        'А'..='Я' => nth(CYRILLIC, 'А', false),
        'а'..='я' => nth(CYRILLIC, 'а', true),
        _ => None,
    }
}
