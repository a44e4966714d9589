//! Writes JSON text. Amounts go out as their exact decimal text, which no value type with binary numbers can promise.
use rust_decimal::Decimal;

/// An object being written.
pub(crate) struct Object {
    text: String,
    first: bool,
}

impl Object {
    /// One without members so far.
    pub(crate) fn new() -> Object {
        Object { text: String::from("{"), first: true }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) -> &mut String {
        if !self.first {
            self.text.push(',');
        }
        self.first = false;
        self.text.push('"');
        self.text.push_str(key);
        self.text.push_str("\":");
        &mut self.text
    }

    /// A member whose value is JSON text already.
    #[inline(never)]
    pub(crate) fn raw(mut self, key: &str, json: &str) -> Object {
        self.key(key).push_str(json);
        self
    }

    /// A text.
    #[inline(never)]
    pub(crate) fn text(mut self, key: &str, value: &str) -> Object {
        quote(self.key(key), value);
        self
    }

    /// A text that is left out when there is none.
    pub(crate) fn text_if(self, key: &str, value: Option<&str>) -> Object {
        match value {
            Some(value) => self.text(key, value),
            None => self,
        }
    }

    /// Yes or no.
    pub(crate) fn flag(self, key: &str, value: bool) -> Object {
        self.raw(key, if value { "true" } else { "false" })
    }

    /// An exact number.
    pub(crate) fn number(self, key: &str, value: Decimal) -> Object {
        let mut object = self;
        decimal(object.key(key), value);
        object
    }

    /// A count.
    pub(crate) fn count(self, key: &str, value: usize) -> Object {
        self.raw(key, &value.to_string())
    }

    /// Members that are written already, without braces.
    pub(crate) fn members(mut self, members: &str) -> Object {
        if !members.is_empty() {
            if !self.first {
                self.text.push(',');
            }
            self.first = false;
            self.text.push_str(members);
        }
        self
    }

    /// The object's text.
    pub(crate) fn end(mut self) -> String {
        self.text.push('}');
        self.text
    }

    /// The members alone, without braces.
    pub(crate) fn end_members(mut self) -> String {
        self.text.remove(0);
        self.text
    }
}

/// A JSON array of values that are JSON text already.
pub(crate) fn array(items: impl IntoIterator<Item = String>) -> String {
    let mut text = String::from("[");
    for item in items {
        push_item(&mut text, &item);
    }
    text.push(']');
    text
}

#[inline(never)]
fn push_item(text: &mut String, item: &str) {
    if text.len() > 1 {
        text.push(',');
    }
    text.push_str(item);
}

/// A JSON string.
pub(crate) fn string(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    quote(&mut text, value);
    text
}

/// The exact decimal text of a number, without zeros at its end, as the live service writes it. Not by `Display`: its
/// divisions of 128 bits per digit are felt, since a usage row has nine numbers and there may be a million rows.
pub(crate) fn decimal(out: &mut String, value: Decimal) {
    const HALF: u128 = 10_u128.pow(18);
    let mantissa = value.mantissa().unsigned_abs();
    let scale = value.scale() as usize;
    // 96 bits are 29 digits: two halves of at most 18 hold them.
    let mut digits = [b'0'; 36];
    let halves = [mantissa / HALF, mantissa % HALF].map(|half| half as u64);
    for (half, mut number) in digits.chunks_mut(18).zip(halves) {
        for digit in half.iter_mut().rev() {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
        }
    }
    if value.is_sign_negative() && mantissa != 0 {
        out.push('-');
    }
    let leading = digits.iter().take_while(|digit| **digit == b'0').count();
    let point = digits.len() - scale;
    let start = leading.min(point - 1);
    let idle = digits.iter().rev().take(scale).take_while(|digit| **digit == b'0').count();
    for (place, digit) in digits.iter().enumerate().take(digits.len() - idle).skip(start) {
        if place == point {
            out.push('.');
        }
        out.push(char::from(*digit));
    }
}

/// A JSON string, written behind what is there.
pub(crate) fn quote(out: &mut String, value: &str) {
    out.push('"');
    // What is escaped is one byte each; what stands between is copied whole.
    let mut copied = 0;
    for (at, byte) in value.bytes().enumerate() {
        if byte >= 0x20 && !matches!(byte, b'"' | b'\\') {
            continue;
        }
        out.push_str(value.get(copied..at).unwrap_or_default());
        copied = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            control => out.push_str(&format!("\\u{control:04x}")),
        }
    }
    out.push_str(value.get(copied..).unwrap_or_default());
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_as_json_has_it() {
        for text in ["", "plain", "\"", "é\\\n\r\tå", "\u{0}\u{1f}\u{7f}😀", "\nfirst and last\""] {
            assert_eq!(serde_json::from_str::<String>(&string(text)).unwrap(), text);
        }
        assert_eq!(string("a\"é\n\u{1}b"), "\"a\\\"é\\n\\u0001b\"");
    }

    #[test]
    fn a_number_is_written_as_its_exact_text() {
        for text in [
            "0",
            "-0.5",
            "12.3",
            "100",
            "1",
            "-1",
            "100000000000000000000",
            "0.000000000000000000000000001",
            "79228162514264337593543950335",
            "-7.9228162514264337593543950335",
            "999999999999999999.1",
            "0.36944104026009623638931456",
        ] {
            let mut out = String::new();
            decimal(&mut out, Decimal::from_str_exact(text).unwrap());
            assert_eq!(out, text);
        }
        for (number, text) in [("0.00", "0"), ("-0.0", "0"), ("12.300", "12.3"), ("-100.00", "-100")] {
            let mut out = String::new();
            decimal(&mut out, Decimal::from_str_exact(number).unwrap());
            assert_eq!(out, text);
        }
    }
}
