//! The reader, value by value.
#[cfg(any(target_feature = "simd128", not(target_arch = "wasm32")))]
use super::plain::has_controls;
use super::plain::{begins_with, plain_until};
use super::{Broken, Fault, Json, Value};
use std::borrow::Cow;

/// Lists and objects inside each other at most.
const DEEPEST: u32 = 128;

/// Reads a text from its beginning, value by value.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
    /// Whether there is a control character anywhere, as in a text that was laid out for people.
    #[cfg(any(target_feature = "simd128", not(target_arch = "wasm32")))]
    has_controls: bool,
}

/// Reads what stands in a list.
type Each<'f, 'a> = &'f mut dyn FnMut(&mut Reader<'a>) -> Result<(), Fault>;
/// Reads what stands behind a name in an object.
type EachField<'f, 'a> = &'f mut dyn FnMut(&mut Reader<'a>, Cow<'a, str>) -> Result<(), Fault>;

impl<'a> Reader<'a> {
    /// A reader of UTF-8 bytes.
    pub fn new(bytes: &'a [u8]) -> Result<Reader<'a>, Fault> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Reader {
                text,
                at: 0,
                depth: 0,
                #[cfg(any(target_feature = "simd128", not(target_arch = "wasm32")))]
                has_controls: has_controls(bytes),
            }),
            Err(error) => {
                Err(Fault { what: Broken::Encoding, at: error.valid_up_to(), early: error.error_len().is_none() })
            }
        }
    }

    /// The first byte of the next value.
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// The byte that comes next.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Passes a value over; its source text.
    pub fn skip(&mut self) -> Result<&'a str, Fault> {
        let first = self.peek();
        let start = self.at;
        match first {
            Some(b'"') => drop(self.string()?),
            Some(b'{') => self.object(&mut |inner, _| inner.skip().map(drop))?,
            Some(b'[') => self.list(&mut |inner| inner.skip().map(drop))?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            _ => self.number()?,
        }
        Ok(self.since(start))
    }

    /// Passes a value over.
    pub fn pass(&mut self) -> Result<(), Fault> {
        if self.peek() == Some(b'"') { self.string().map(drop) } else { self.skip().map(drop) }
    }

    /// Reads a value whole.
    pub fn value(&mut self) -> Result<Json<'a>, Fault> {
        let first = self.peek();
        let start = self.at;
        let value = match first {
            Some(b'"') => Value::Text(self.string()?),
            Some(b'{') => {
                let mut fields = Vec::new();
                self.object(&mut |inner, name| {
                    fields.push((name, inner.value()?));
                    Ok(())
                })?;
                Value::Object(fields)
            }
            Some(b'[') => {
                let mut list = Vec::new();
                self.list(&mut |inner| {
                    list.push(inner.value()?);
                    Ok(())
                })?;
                Value::List(list)
            }
            _ => match self.skip()? {
                "null" => Value::Null,
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                _ => Value::Number,
            },
        };
        Ok(Json { raw: self.since(start), value })
    }

    /// Reads the fields of an object one by one.
    pub fn object(&mut self, each: EachField<'_, 'a>) -> Result<(), Fault> {
        self.items(b'{', b'}', Broken::Object, &mut |inner| {
            let (name, _) = inner.name()?;
            each(inner, name)
        })
    }

    /// Reads the values of a list one by one.
    pub fn list(&mut self, each: Each<'_, 'a>) -> Result<(), Fault> {
        self.items(b'[', b']', Broken::List, each)
    }

    /// Nothing may follow.
    pub fn end(&mut self) -> Result<(), Fault> {
        match self.peek() {
            None => Ok(()),
            Some(_) => self.fault(Broken::End),
        }
    }

    /// Reads a text; borrowed unless it holds an escape.
    pub fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        if self.peek() != Some(b'"') {
            return self.fault(Broken::Text);
        }
        let start = self.at + 1;
        self.at = self.plain_until(start);
        if self.byte() == Some(b'"') {
            let text = self.since(start);
            self.at += 1;
            return Ok(Cow::Borrowed(text));
        }
        self.escaped(start).map(Cow::Owned)
    }

    /// The rest of a text from its first escape on.
    fn escaped(&mut self, mut start: usize) -> Result<String, Fault> {
        let mut text = String::new();
        loop {
            text.push_str(self.since(start));
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    self.at += 1;
                    text.push(self.escape()?);
                    start = self.at;
                }
                _ => return self.fault(Broken::OpenText),
            }
            self.at = self.plain_until(self.at);
        }
    }

    /// Passes over `raw` when it is what comes next, to the byte.
    pub fn passes(&mut self, raw: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_next = begins_with(rest, raw.as_bytes());
        if is_next {
            self.at += raw.len();
        }
        is_next
    }

    /// Reads a name and its colon, and their source text.
    pub fn name(&mut self) -> Result<(Cow<'a, str>, &'a str), Fault> {
        self.peek();
        let start = self.at;
        let name = self.string()?;
        if self.peek() != Some(b':') {
            return self.fault(Broken::Colon);
        }
        self.at += 1;
        Ok((name, self.since(start)))
    }

    /// Goes into an object or a list.
    pub fn enter(&mut self, open: u8, otherwise: Broken) -> Result<(), Fault> {
        if self.peek() != Some(open) {
            return self.fault(otherwise);
        }
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { self.fault(Broken::Depth) } else { Ok(()) }
    }

    /// Whether an object or a list that was gone into has one more; if not, comes out of it.
    pub fn has_more(&mut self, is_first: bool, close: u8) -> Result<bool, Fault> {
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            Some(b',') if !is_first => {
                self.at += 1;
                Ok(true)
            }
            _ if is_first => Ok(true),
            _ => self.fault(if close == b'}' { Broken::CommaOrBrace } else { Broken::CommaOrBracket }),
        }
    }

    /// Where the next quote, backslash or control character stands. Where the machine looks at sixteen bytes at once, which
    /// the page's own code is too small for, control characters are looked for once and not in each text.
    fn plain_until(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        #[cfg(any(target_feature = "simd128", not(target_arch = "wasm32")))]
        if !self.has_controls {
            let rest = bytes.get(at..).unwrap_or_default();
            return memchr::memchr2(b'"', b'\\', rest).map_or(bytes.len(), |found| at + found);
        }
        plain_until(bytes, at)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn fault<T>(&self, what: Broken) -> Result<T, Fault> {
        Err(Fault { what, at: self.at, early: self.at >= self.text.len() })
    }

    fn items(&mut self, open: u8, close: u8, otherwise: Broken, each: Each<'_, 'a>) -> Result<(), Fault> {
        self.enter(open, otherwise)?;
        let mut is_first = true;
        while self.has_more(is_first, close)? {
            is_first = false;
            each(self)?;
        }
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), Fault> {
        for byte in word.bytes() {
            if self.byte() != Some(byte) {
                return self.fault(Broken::Value);
            }
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at == start { self.fault(Broken::Value) } else { Ok(()) }
    }

    /// The letter behind a backslash.
    fn escape(&mut self) -> Result<char, Fault> {
        let letter = match self.byte() {
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            _ => return self.fault(Broken::Escape),
        };
        self.at += 1;
        Ok(letter)
    }

    /// The letter behind `\u`, or behind two of them: half of a pair alone is no letter.
    fn unicode(&mut self) -> Result<char, Fault> {
        let mut code = self.hex()?;
        if (0xd800..0xdc00).contains(&code) {
            self.word("\\u").map_err(|fault| Fault { what: Broken::HalfLetter, ..fault })?;
            let low = self.hex()?;
            if !(0xdc00..0xe000).contains(&low) {
                return self.fault(Broken::HalfLetter);
            }
            code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        }
        match char::from_u32(code) {
            Some(letter) => Ok(letter),
            None => self.fault(Broken::HalfLetter),
        }
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            match self.byte().and_then(|byte| char::from(byte).to_digit(16)) {
                Some(digit) => code = code * 16 + digit,
                None => return self.fault(Broken::Escape),
            }
            self.at += 1;
        }
        Ok(code)
    }
}
