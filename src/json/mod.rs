//! JSON, read strictly (RFC 8259) and borrowed from the text, and written. By hand and not generic: a derived reader for each
//! of the contract's objects is half of what a person would wait for. Numbers keep their source text.
mod fault;
mod plain;
mod reader;
#[cfg(test)]
mod tests;
pub(crate) mod write;

pub use fault::Broken;
pub(crate) use fault::Fault;
pub(crate) use reader::Reader;
use std::borrow::Cow;

/// A value with its source text.
#[derive(Debug, Default)]
pub(crate) struct Json<'a> {
    /// As it stands in the answer.
    pub raw: &'a str,
    /// What it is.
    pub value: Value<'a>,
}

/// What a value is.
#[derive(Debug, Default)]
pub(crate) enum Value<'a> {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number; its text is the source text.
    Number,
    /// A text; borrowed unless it holds an escape.
    Text(Cow<'a, str>),
    /// Values.
    List(Vec<Json<'a>>),
    /// Names and values, in the order they came.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}
