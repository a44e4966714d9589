//! Fields of an object by their names: each may be missing or `null`, which is none; one that is something else than the
//! contract says is an error that names it. Of a name that stands twice the last one counts.
use crate::arm::link::last_segment;
use crate::arm::{DecodeError, Number};
use crate::billing::{Currency, Money};
use crate::json::{Json, Reader, Value};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

/// What stands where nothing does.
static NOTHING: Json<'static> = Json { raw: "", value: Value::Null };

impl<'a> Json<'a> {
    /// Reads an answer whole.
    pub fn read(bytes: &'a [u8]) -> Result<Json<'a>, DecodeError> {
        let mut reader = Reader::new(bytes)?;
        let json = reader.value()?;
        reader.end()?;
        Ok(json)
    }

    /// The field, if this is an object and has one that is not `null`.
    pub fn find(&self, name: &str) -> Option<&Json<'a>> {
        let Value::Object(fields) = &self.value else {
            return None;
        };
        let (_, found) = fields.iter().rev().find(|(key, _)| key == name)?;
        (!matches!(found.value, Value::Null)).then_some(found)
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The field; none when it is missing.
    pub fn field(&self, name: &str) -> Result<Option<&Json<'a>>, DecodeError> {
        match self.value {
            Value::Object(_) | Value::Null => Ok(self.find(name)),
            _ => Err(DecodeError::new("", "not an object")),
        }
    }

    /// The object inside; without fields when it is missing.
    pub fn inside(&self, name: &str) -> Result<&Json<'a>, DecodeError> {
        match self.field(name)? {
            None => Ok(&NOTHING),
            Some(inner @ Json { value: Value::Object(_), .. }) => Ok(inner),
            Some(_) => Err(DecodeError::new(name, "not an object")),
        }
    }

    /// A text as it is, borrowed.
    pub fn str(&self, name: &str) -> Result<Option<&str>, DecodeError> {
        match self.field(name)? {
            None => Ok(None),
            Some(found) => found.as_text().map(Some).ok_or_else(|| DecodeError::new(name, "not a text")),
        }
    }

    /// A text as it is.
    pub fn text(&self, name: &str) -> Result<Option<String>, DecodeError> {
        Ok(self.str(name)?.map(str::to_owned))
    }

    /// A text that is not empty.
    pub fn filled(&self, name: &str) -> Result<Option<String>, DecodeError> {
        Ok(self.str(name)?.filter(|text| !text.is_empty()).map(str::to_owned))
    }

    /// A text that has to be there.
    pub fn required(&self, name: &str) -> Result<String, DecodeError> {
        self.filled(name)?.ok_or_else(|| DecodeError::new(name, "missing"))
    }

    /// An open enum's word, `Other` when there is none.
    pub fn word(&self, name: &str) -> Result<&str, DecodeError> {
        Ok(self.str(name)?.filter(|text| !text.is_empty()).unwrap_or("Other"))
    }

    /// Yes or no.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, DecodeError> {
        match self.field(name)? {
            None => Ok(None),
            Some(Json { value: Value::Flag(flag), .. }) => Ok(Some(*flag)),
            Some(_) => Err(DecodeError::new(name, "neither true nor false")),
        }
    }

    /// A number, exactly.
    pub fn number(&self, name: &str) -> Result<Option<Decimal>, DecodeError> {
        self.field(name)?.map_or(Ok(None), |found| number(found.raw, name))
    }

    /// A whole number, from 0 on.
    pub fn whole(&self, name: &str) -> Result<Option<u32>, DecodeError> {
        let Some(value) = self.number(name)? else {
            return Ok(None);
        };
        if !value.fract().is_zero() {
            return Err(DecodeError::new(name, "not a whole number"));
        }
        u32::try_from(value).map(Some).map_err(|_| DecodeError::new(name, "out of range"))
    }

    /// Money (contract §1: `currency`, ISO 4217, and `value`, which may be negative).
    pub fn money(&self, name: &str) -> Result<Option<Money>, DecodeError> {
        let amount = self.inside(name)?;
        let Some(value) = amount.number("value").map_err(|error| error.under(name))? else {
            return Ok(None);
        };
        let code = amount.str("currency").map_err(|error| error.under(name))?.unwrap_or_default();
        let currency =
            Currency::parse(code).map_err(|error| DecodeError::new("currency", &error.to_string()).under(name))?;
        Ok(Some(Money::new(value, currency)))
    }

    /// The UTC day of a date or a date-time.
    pub fn day(&self, name: &str) -> Result<Option<NaiveDate>, DecodeError> {
        super::day(self.str(name)?.unwrap_or_default(), name)
    }

    /// A moment in UTC.
    pub fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, DecodeError> {
        super::moment(self.str(name)?.unwrap_or_default(), name)
    }

    /// The last segment of an id.
    pub fn name_in(&self, name: &str) -> Result<Option<&str>, DecodeError> {
        Ok(self.str(name)?.map(last_segment).filter(|name| !name.is_empty()))
    }

    /// The elements of a list; none of what is no list.
    #[cfg(feature = "web")]
    pub fn items(&self) -> &[Json<'a>] {
        match &self.value {
            Value::List(list) => list,
            _ => &[],
        }
    }

    /// The elements of a list; none when it is missing.
    pub fn list(&self, name: &str) -> Result<&[Json<'a>], DecodeError> {
        match self.field(name)? {
            None => Ok(&[]),
            Some(Json { value: Value::List(list), .. }) => Ok(list),
            Some(_) => Err(DecodeError::new(name, "not a list")),
        }
    }

    /// The elements of a list, converted one by one.
    pub fn each<B>(
        &self,
        name: &str,
        convert: &dyn Fn(&Json<'a>) -> Result<B, DecodeError>,
    ) -> Result<Vec<B>, DecodeError> {
        self.field(name)?.map_or(Ok(Vec::new()), |list| list.elements(name, convert))
    }

    /// The elements of this list, which stands under a name, converted one by one.
    pub fn elements<B>(
        &self,
        name: &str,
        convert: &dyn Fn(&Json<'a>) -> Result<B, DecodeError>,
    ) -> Result<Vec<B>, DecodeError> {
        let Value::List(list) = &self.value else {
            return Err(DecodeError::new(name, "not a list"));
        };
        let mut all = Vec::with_capacity(list.len());
        for (at, element) in list.iter().enumerate() {
            all.push(convert(element).map_err(|error| error.under_element(name, at))?);
        }
        Ok(all)
    }

    /// A list of texts.
    pub fn texts(&self, name: &str) -> Result<Vec<String>, DecodeError> {
        self.each(name, &|element| {
            element.as_text().map(str::to_owned).ok_or_else(|| DecodeError::new("", "not a text"))
        })
    }

    /// The name of an ARM resource (contract §1), from the envelope or from the id's end.
    pub fn resource_name(&self) -> Result<String, DecodeError> {
        if let Some(name) = self.filled("name")? {
            return Ok(name);
        }
        let end = self.name_in("id")?;
        end.map(str::to_owned).ok_or_else(|| DecodeError::new("name", "missing"))
    }

    /// Key and value pairs, sorted by key; a `null` value is an empty one.
    pub fn pairs(&self, name: &str) -> Result<Vec<(String, String)>, DecodeError> {
        let tags = self.inside(name)?;
        let mut all: Vec<(String, String)> = Vec::new();
        let Value::Object(fields) = &tags.value else {
            return Ok(all);
        };
        for (key, _) in fields {
            let value = tags.text(key).map_err(|error| error.under(name))?.unwrap_or_default();
            if let Err(at) = all.binary_search_by(|(known, _)| known.as_str().cmp(key)) {
                all.insert(at, (key.to_string(), value));
            }
        }
        Ok(all)
    }
}

/// A number by its source text.
pub(crate) fn number(text: &str, name: &str) -> Result<Option<Decimal>, DecodeError> {
    Number::parse(text).decimal().map(Some).map_err(|error| DecodeError::new(name, &error.to_string()))
}
