//! Reads the fields of an object one after the other and keeps the first that cannot be read, so that the reader of an object
//! says what is where and nothing else. Leaving at each field that may be wrong would be a third more code.
use super::{DecodeError, Json};
use crate::billing::Money;
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use std::cell::RefCell;

/// The fields of an object.
pub(crate) struct Fields<'j, 'a> {
    json: &'j Json<'a>,
    problem: RefCell<Option<DecodeError>>,
}

impl<'j, 'a> Fields<'j, 'a> {
    /// Of an object.
    pub fn of(json: &'j Json<'a>) -> Fields<'j, 'a> {
        Fields { json, problem: RefCell::new(None) }
    }

    /// What was made of the fields, or the first that could not be read.
    pub fn end<T>(&self, value: T) -> Result<T, DecodeError> {
        self.problem.take().map_or(Ok(value), Err)
    }

    /// The value, or an empty one in its place.
    pub fn keep<T: Default>(&self, read: Result<T, DecodeError>) -> T {
        read.unwrap_or_else(|error| {
            self.problem.borrow_mut().get_or_insert(error);
            T::default()
        })
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {
        impl<'j, 'a> Fields<'j, 'a> {
            $($(#[$doc])*
            pub fn $name(&self, name: &str) -> $type {
                self.keep(self.json.$name(name))
            })*
        }
    };
}

fields! {
    /// As [`Json::field`].
    field: Option<&'j Json<'a>>;
    /// As [`Json::str`].
    str: Option<&'j str>;
    /// As [`Json::text`].
    text: Option<String>;
    /// As [`Json::filled`].
    filled: Option<String>;
    /// As [`Json::required`].
    required: String;
    /// As [`Json::word`].
    word: &'j str;
    /// As [`Json::flag`].
    flag: Option<bool>;
    /// As [`Json::number`].
    number: Option<Decimal>;
    /// As [`Json::whole`].
    whole: Option<u32>;
    /// As [`Json::money`].
    money: Option<Money>;
    /// As [`Json::day`].
    day: Option<NaiveDate>;
    /// As [`Json::time`].
    time: Option<DateTime<Utc>>;
    /// As [`Json::name_in`].
    name_in: Option<&'j str>;
    /// As [`Json::texts`].
    texts: Vec<String>;
    /// As [`Json::pairs`].
    pairs: Vec<(String, String)>;
}

impl<'a> Fields<'_, 'a> {
    /// As [`Json::each`].
    pub fn each<B>(&self, name: &str, convert: &dyn Fn(&Json<'a>) -> Result<B, DecodeError>) -> Vec<B> {
        self.keep(self.json.each(name, convert))
    }
}
