//! A word of the catalogue: one text in three languages. A row with a column missing does not compile.
use super::{Language, Region, number};
use rust_decimal::Decimal;

/// A text in every language. It may hold places to be filled, written `{name}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word(&'static [&'static str; 3]);

impl Word {
    /// A word by its English, Dutch and Swedish text.
    pub const fn new(texts: &'static [&'static str; 3]) -> Word {
        Word(texts)
    }

    /// The text in one language, places not filled.
    pub fn text(self, language: Language) -> &'static str {
        let [en, nl, sv] = *self.0;
        match language {
            Language::En => en,
            Language::Nl => nl,
            Language::Sv => sv,
        }
    }

    /// The text with its places filled. What is put in is never read for places itself; a place without a value stays as
    /// it is written, so that the slip is seen.
    pub fn with(self, language: Language, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.text(language);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match values.iter().find(|(key, _)| *key == name) {
                Some((_, value)) => filled.push_str(value),
                None => filled.extend(["{", name, "}"]),
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }
}

/// A word for one thing and a word for any other number of them; the number stands at `{n}`. English, Dutch and Swedish
/// all tell only these two apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Plural {
    /// For exactly one.
    pub one: Word,
    /// For none, two and more.
    pub other: Word,
}

impl Plural {
    /// The words for `n`, the number grouped as the language's own region groups it.
    pub fn count(self, language: Language, n: u64) -> String {
        self.count_with(language, Region::of(language), n, &[])
    }

    /// The words for `n`, the number grouped as `region` groups it, other places filled with `values`.
    pub fn count_with(self, language: Language, region: Region, n: u64, values: &[(&str, &str)]) -> String {
        let digits = number(Decimal::from(n), region);
        let mut all = vec![("n", digits.as_str())];
        all.extend_from_slice(values);
        let word = if n == 1 { self.one } else { self.other };
        word.with(language, &all)
    }
}

/// Declares the words of one place: `KEY: "English", "Nederlands", "Svenska";` a row. Makes a constant of each, and `ALL`
/// with every key and its word.
macro_rules! words {
    ($($key:ident: $en:literal, $nl:literal, $sv:literal;)+) => {
        $(
            #[doc = concat!("*", $en, "*")]
            pub const $key: $crate::text::Word = $crate::text::Word::new(&[$en, $nl, $sv]);
        )+

        /// Every word of this place with its key.
        pub const ALL: &[(&str, $crate::text::Word)] = &[$((stringify!($key), $key)),+];
    };
}
pub(crate) use words;
