//! A column's texts, each kept once, and a number per row that says which.
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// How a text stood in its cell, so that it can be written back as it stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `text`
    Bare,
    /// `"text"`
    Quoted,
    /// `"""text"""`: with quotes of its own (usage-files §3).
    Wrapped,
    /// `="text"`
    Formula,
    /// `"=""text"""`
    QuotedFormula,
}

/// Numbers of texts, a row each, in as few bytes as they fit in.
#[derive(Debug)]
enum Codes {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

/// The texts of a column. All of them are in one piece of memory, one after the other, in the order they were first seen.
#[derive(Debug)]
pub(super) struct Dictionary {
    texts: String,
    ends: Vec<u32>,
    styles: Vec<Style>,
    codes: Codes,
    last: u32,
    places: HashTable<u32>,
}

/// A column has more text than four bytes can count, or the text is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    TooLarge,
    NotUtf8 { valid: usize },
}

fn hash_of(text: &[u8], style: Style) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    hasher.write_u8(style as u8);
    hasher.finish()
}

fn text_at<'t>(texts: &'t str, ends: &[u32], code: u32) -> &'t str {
    let at = code as usize;
    let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let end = ends.get(at).copied().unwrap_or(start);
    texts.get(start as usize..end as usize).unwrap_or_default()
}

impl Dictionary {
    pub(super) fn new() -> Dictionary {
        Dictionary {
            texts: String::new(),
            ends: Vec::new(),
            styles: Vec::new(),
            codes: Codes::One(Vec::new()),
            last: 0,
            places: HashTable::new(),
        }
    }

    /// Puts a text into the next row.
    pub(super) fn push(&mut self, text: &[u8], style: Style) -> Result<(), Refused> {
        // Rows of a file often repeat the row before them.
        if !self.is(self.last, text, style) {
            self.last = self.code_of(text, style)?;
        }
        let code = self.last;
        match &mut self.codes {
            Codes::One(codes) => match u8::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    let mut wider: Vec<u16> = codes.iter().map(|code| u16::from(*code)).collect();
                    wider.push(code as u16);
                    self.codes = Codes::Two(wider);
                }
            },
            Codes::Two(codes) => match u16::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    let mut wider: Vec<u32> = codes.iter().map(|code| u32::from(*code)).collect();
                    wider.push(code);
                    self.codes = Codes::Four(wider);
                }
            },
            Codes::Four(codes) => codes.push(code),
        }
        Ok(())
    }

    fn is(&self, code: u32, text: &[u8], style: Style) -> bool {
        let at = code as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let Some(end) = self.ends.get(at) else { return false };
        self.texts.as_bytes().get(start as usize..*end as usize) == Some(text) && self.style(code) == style
    }

    fn code_of(&mut self, text: &[u8], style: Style) -> Result<u32, Refused> {
        let hash = hash_of(text, style);
        if let Some(code) = self.places.find(hash, |code| self.is(*code, text, style)) {
            return Ok(*code);
        }
        let text = std::str::from_utf8(text).map_err(|error| Refused::NotUtf8 { valid: error.valid_up_to() })?;
        let end = u32::try_from(self.texts.len() + text.len()).map_err(|_| Refused::TooLarge)?;
        let code = u32::try_from(self.ends.len()).map_err(|_| Refused::TooLarge)?;
        self.texts.push_str(text);
        self.ends.push(end);
        self.styles.push(style);
        let (texts, ends, styles) = (&self.texts, &self.ends, &self.styles);
        self.places.insert_unique(hash, code, |code| {
            let style = styles.get(*code as usize).copied().unwrap_or(Style::Bare);
            hash_of(text_at(texts, ends, *code).as_bytes(), style)
        });
        Ok(code)
    }

    /// Gives back the memory that only reading needed.
    pub(super) fn close(&mut self) {
        self.places = HashTable::new();
        self.texts.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.styles.shrink_to_fit();
        match &mut self.codes {
            Codes::One(codes) => codes.shrink_to_fit(),
            Codes::Two(codes) => codes.shrink_to_fit(),
            Codes::Four(codes) => codes.shrink_to_fit(),
        }
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The text of a number.
    pub(super) fn text(&self, code: u32) -> &str {
        text_at(&self.texts, &self.ends, code)
    }

    /// All texts in one piece, and where each ends.
    pub(super) fn texts(&self) -> (&str, &[u32]) {
        (&self.texts, &self.ends)
    }

    /// How the text of a number stood in its cell.
    pub(super) fn style(&self, code: u32) -> Style {
        self.styles.get(code as usize).copied().unwrap_or(Style::Bare)
    }

    /// Whether the same text may be here twice, in two styles.
    pub(super) fn has_styles(&self) -> bool {
        self.styles.split_first().is_some_and(|(first, rest)| rest.iter().any(|style| style != first))
    }

    /// The number of the text in a row.
    pub(super) fn code(&self, row: u32) -> u32 {
        let at = row as usize;
        match &self.codes {
            Codes::One(codes) => codes.get(at).map_or(0, |code| u32::from(*code)),
            Codes::Two(codes) => codes.get(at).map_or(0, |code| u32::from(*code)),
            Codes::Four(codes) => codes.get(at).copied().unwrap_or(0),
        }
    }

    /// The numbers of the rows from `from` on, as many as `into` has room for.
    pub(super) fn codes(&self, from: usize, into: &mut [u32]) {
        match &self.codes {
            Codes::One(codes) => {
                into.iter_mut().zip(codes.iter().skip(from)).for_each(|(to, code)| *to = u32::from(*code));
            }
            Codes::Two(codes) => {
                into.iter_mut().zip(codes.iter().skip(from)).for_each(|(to, code)| *to = u32::from(*code));
            }
            Codes::Four(codes) => {
                into.iter_mut().zip(codes.iter().skip(from)).for_each(|(to, code)| *to = *code);
            }
        }
    }

    /// Bytes of memory that it holds.
    pub(super) fn bytes(&self) -> usize {
        let codes = match &self.codes {
            Codes::One(codes) => codes.capacity(),
            Codes::Two(codes) => codes.capacity() * 2,
            Codes::Four(codes) => codes.capacity() * 4,
        };
        codes + self.texts.capacity() + self.ends.capacity() * 4 + self.styles.capacity()
    }
}
