//! What is wrong with a file, and where.
use super::kind::Kind;
use crate::arm::Broken;
use std::fmt;

/// The longest piece of a file that is quoted.
const LONGEST: usize = 200;

/// Something in a file that is not shown, or that contradicts another file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Name of the file.
    pub file: String,
    /// Line, from 1 on.
    pub line: usize,
    /// Column, from 1 on, in letters.
    pub column: usize,
    /// What it is.
    pub trouble: Trouble,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The bytes are neither UTF-8 nor UTF-16 with a byte order mark. Nothing of the file is used.
    #[error("text in UTF-8, or in UTF-16 with a byte order mark, expected")]
    NotText,
    /// There is nothing in the file.
    #[error("JSON expected, the file is empty")]
    Empty,
    /// The text is no JSON from here on. Nothing of the file is used.
    #[error("{}", syntax(*.expected, *.found))]
    Syntax {
        /// What is missing or wrong here.
        expected: Broken,
        /// What stands here; none at the end of the file.
        found: Option<char>,
    },
    /// An answer of the API that says no, saved in place of a list.
    #[error("a list or a resource expected, this is an error of the service: {code} {message}")]
    ServiceError {
        /// The service's word for it.
        code: String,
        /// The service's sentence.
        message: String,
    },
    /// A list without anything in it: nothing says whose list it is.
    #[error("the list is empty, and does not say what it is a list of")]
    EmptyList,
    /// Not an object, at this place of the file.
    #[error("{path}: a resource in braces expected, found {found}")]
    NotAResource {
        /// The place: `value[3]`.
        path: String,
        /// How it begins.
        found: String,
    },
    /// An object that does not say what it is.
    #[error("{path}: a resource with an id expected, found one with {found}")]
    NoId {
        /// The place.
        path: String,
        /// Its `type`, or the names of its first fields.
        found: String,
    },
    /// An id that leads nowhere: empty names, dots, slashes that are encoded, broken escapes.
    #[error("{path}: \"{id}\" cannot be the id of a resource")]
    BadId {
        /// The place.
        path: String,
        /// The id.
        id: String,
    },
    /// A resource of a kind that is not shown here, or that belongs to no billing account.
    #[error("{path}: a resource of billing expected, found {found}")]
    UnknownKind {
        /// The place.
        path: String,
        /// Its `type`, else its id.
        found: String,
    },
    /// A usage row without `kind`: an old version of the API (`az consumption usage list`, 2018-01-31) says other things,
    /// and its numbers are cut.
    #[error("{path}: a usage row with kind \"modern\" or \"legacy\" expected; save it with api-version 2023-11-01")]
    NoUsageKind {
        /// The place.
        path: String,
    },
    /// A usage row without a day.
    #[error("{path}: a usage row with a date expected")]
    NoUsageDay {
        /// The place.
        path: String,
    },
    /// The file has more of such problems than are told one by one.
    #[error("{count} more of these")]
    More {
        /// How many more.
        count: usize,
    },
    /// The same resource stands in two places and says two things. The one with more fields is shown, else the later one.
    #[error("{} {name}: {field} is not the same in {other}", .kind.collection())]
    Differs {
        /// What it is.
        kind: Kind,
        /// Its name.
        name: String,
        /// The first field that differs, from the outside in.
        field: String,
        /// Name of the other file.
        other: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: line {}, column {}: {}", self.file, self.line, self.column, self.trouble)
    }
}

fn syntax(expected: Broken, found: Option<char>) -> String {
    let expected = match expected {
        Broken::Encoding => "text in UTF-8 expected",
        Broken::Object => "{ expected",
        Broken::List => "[ expected",
        Broken::Text => "a name in quotes expected",
        Broken::OpenText => "the quote that ends the text expected",
        Broken::Colon => "a colon expected",
        Broken::CommaOrBracket => "a comma or ] expected",
        Broken::CommaOrBrace => "a comma or } expected",
        Broken::Value => "a value expected",
        Broken::End => "nothing more expected",
        Broken::Depth => "fewer than 128 lists and objects inside each other expected",
        Broken::Escape => "an escape such as \\n or \\u00e9 expected",
        Broken::HalfLetter => "the other half of the letter expected",
    };
    match found {
        None => format!("{expected}, the file ends"),
        Some(found) if found.is_control() => format!("{expected}, found U+{:04X}", u32::from(found)),
        Some(found) => format!("{expected}, found '{found}'"),
    }
}

/// A piece of a file, short enough to be quoted.
pub(super) fn quoted(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
