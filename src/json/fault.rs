//! Why a text is not JSON.

/// What stands where a text stops being JSON, or what is missing there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Bytes that are not UTF-8.
    Encoding,
    /// An object was expected.
    Object,
    /// A list was expected.
    List,
    /// A text in quotes was expected: a value, or the name of one.
    Text,
    /// A text goes on past its line or past the end.
    OpenText,
    /// A colon was expected after a name.
    Colon,
    /// A comma or the bracket that closes the list was expected.
    CommaOrBracket,
    /// A comma or the brace that closes the object was expected.
    CommaOrBrace,
    /// A value was expected.
    Value,
    /// Nothing was expected any more.
    End,
    /// Lists and objects inside each other, more than 128.
    Depth,
    /// A backslash with something behind it that is no escape.
    Escape,
    /// Half of a letter that is written as two escapes.
    HalfLetter,
}

impl Broken {
    pub(crate) fn words(self) -> &'static str {
        match self {
            Broken::Encoding => "not UTF-8",
            Broken::Object => "not an object",
            Broken::List => "not a list",
            Broken::Text => "not a text",
            Broken::OpenText => "a text that is not closed",
            Broken::Colon => "no colon after a name",
            Broken::CommaOrBracket | Broken::CommaOrBrace => "no comma between two values",
            Broken::Value => "not a value",
            Broken::End => "more than one value",
            Broken::Depth => "too deep",
            Broken::Escape => "an escape that is none",
            Broken::HalfLetter => "half a letter",
        }
    }
}

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What is wrong.
    pub what: Broken,
    /// The byte.
    pub at: usize,
    /// Whether the text ends too early.
    pub early: bool,
}
