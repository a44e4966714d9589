//! Usage rows (contract §10.3, Microsoft.Consumption usageDetails 2023-11-01). Borrowed from the page, and read into one
//! record that is used again for each row: a month can hold a million of them.
use super::usage_names::{LEGACY, METER, MODERN, field_of};
use super::{Broken, DecodeError, Fault, Reader, day_text};
use crate::arm::ArmError;
use crate::arm::number::plain;
use crate::billing::{UsageField, UsageRecord, ValueKind, resource_type};
use std::borrow::Cow;

/// Which agreement the rows are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsageKind {
    /// Of a Microsoft Customer or Partner Agreement: `modern`.
    Modern,
    /// Of a pay-as-you-go subscription: `legacy`.
    Legacy,
    /// Of a file of the person's own: `own`. No answer of Azure: its properties are [`UsageField`]s by their numbers, texts
    /// in the form that a [`UsageRecord`] has.
    Own,
}

/// What stands around the rows of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageEnd {
    /// The link to the next page; none after the last.
    pub next_link: Option<String>,
}

/// Takes one record after the other.
pub type EachRecord<'f, 'a, E> = &'f mut dyn FnMut(&UsageRecord<'a>) -> Result<(), E>;

/// Reads the records of a page one by one, until `each` refuses one.
///
/// # Errors
/// [`ArmError::UsageKind`] when a row is of the other kind, whatever its columns look like; else [`ArmError::Decode`] with
/// the row and the column; and what `each` gives.
pub(crate) fn usage_records<'a, E: From<ArmError>>(
    bytes: &'a [u8],
    kind: UsageKind,
    what: &'static str,
    each: EachRecord<'_, 'a, E>,
) -> Result<PageEnd, E> {
    let mut refused = None;
    let mut rows = 0;
    let read = read_rows(bytes, kind, &mut |row| {
        let taken = match row.check(kind) {
            Ok(()) => each(&row.record),
            Err(RowError::Kind(found)) => Err(ArmError::UsageKind(found).into()),
            Err(RowError::Decode(error)) => {
                Err(ArmError::Decode { what, error: error.under_element("value", rows) }.into())
            }
        };
        rows += 1;
        taken.map_err(|error| refused = Some(error)).is_ok()
    });
    match (refused, read) {
        (Some(error), _) => Err(error),
        (None, Err(fault)) => Err(ArmError::Decode { what, error: fault.into() }.into()),
        (None, Ok(None)) => Err(ArmError::Decode { what, error: DecodeError::new("value", "missing") }.into()),
        (None, Ok(Some(end))) => Ok(end),
    }
}

/// Why a row is none.
enum RowError {
    Kind(String),
    Decode(DecodeError),
}

/// A row of a page.
struct Row<'a> {
    /// `modern` or `legacy`.
    kind: Cow<'a, str>,
    has_properties: bool,
    record: UsageRecord<'a>,
    /// The first column that cannot be read.
    problem: Option<DecodeError>,
}

impl<'a> Row<'a> {
    fn check(&mut self, wanted: UsageKind) -> Result<(), RowError> {
        let name = match wanted {
            UsageKind::Modern => "modern",
            UsageKind::Legacy => "legacy",
            UsageKind::Own => "own",
        };
        if !self.kind.eq_ignore_ascii_case(name) {
            return Err(RowError::Kind(self.kind.to_string()));
        }
        if !self.has_properties {
            return Err(RowError::Decode(DecodeError::new("properties", "missing")));
        }
        match self.problem.take() {
            Some(problem) => Err(RowError::Decode(problem.under("properties"))),
            None => Ok(()),
        }
    }

    /// What a pay-as-you-go row leaves to be found.
    fn complete(&mut self) {
        let record = &mut self.record;
        if record.text(UsageField::EffectivePrice).is_empty() {
            let price = record.take(UsageField::UnitPrice);
            record.set(UsageField::EffectivePrice, price);
        }
        let of = resource_type(record.text(UsageField::ResourceId));
        record.set(UsageField::ResourceType, of);
        if record.text(UsageField::ServiceName).is_empty() {
            let category = record.get(UsageField::MeterCategory).clone();
            record.set(UsageField::ServiceName, category);
        }
    }

    fn value(&mut self, from: &mut Reader<'a>, field: UsageField, name: &str) -> Result<(), Fault> {
        let read = match (field.kind(), from.peek()) {
            (ValueKind::Text | ValueKind::Json, Some(b'"')) => Ok(from.string()?),
            (ValueKind::Day, Some(b'"')) => day_text(from.string()?, name),
            (ValueKind::Text | ValueKind::Json | ValueKind::Day, _) => {
                from.skip().map(|_| Err(DecodeError::new(name, "not a text")))?
            }
            (ValueKind::Number, _) => plain(from.skip()?).map_err(|error| DecodeError::new(name, &error.to_string())),
            (ValueKind::Flag, Some(b't' | b'f')) => Ok(Cow::Borrowed(from.skip()?)),
            (ValueKind::Flag, _) => from.skip().map(|_| Err(DecodeError::new(name, "neither true nor false")))?,
        };
        match read {
            Ok(value) => self.record.set(field, value),
            Err(error) => drop(self.problem.get_or_insert(error)),
        }
        Ok(())
    }
}

/// Names in the order that the object before had them, and what they are. Rows of a page are alike: most names are known by
/// comparing them with the one that stood in their place.
struct Order<'a, P> {
    known: Vec<Known<'a, P>>,
    next: usize,
}

struct Known<'a, P> {
    /// From its first quote to its colon.
    raw: &'a str,
    name: Cow<'a, str>,
    place: P,
}

impl<'a, P: Copy> Order<'a, P> {
    fn new() -> Order<'a, P> {
        Order { known: Vec::new(), next: 0 }
    }

    /// Reads the next name, and what it is.
    fn place(&mut self, reader: &mut Reader<'a>, place_of: impl Fn(&str) -> P) -> Result<P, Fault> {
        let at = self.next;
        self.next += 1;
        if let Some(known) = self.known.get(at)
            && reader.passes(known.raw)
        {
            return Ok(known.place);
        }
        let (name, raw) = reader.name()?;
        let place = place_of(&name);
        let known = Known { raw, name, place };
        match self.known.get_mut(at) {
            Some(before) => *before = known,
            None => self.known.push(known),
        }
        Ok(place)
    }

    /// The name that was read last.
    fn name(&self) -> &str {
        self.known.get(self.next.wrapping_sub(1)).map_or("", |known| &known.name)
    }
}

/// What stands around the columns of a row.
#[derive(Clone, Copy)]
enum Part {
    Kind,
    Tags,
    Properties,
    Other,
}

fn part_of(name: &str) -> Part {
    match name {
        "kind" => Part::Kind,
        "tags" => Part::Tags,
        "properties" => Part::Properties,
        _ => Part::Other,
    }
}

/// What a property is.
#[derive(Clone, Copy)]
enum Property {
    Field(UsageField),
    /// A field whose text is taken as it is.
    Told(UsageField),
    MeterDetails,
    Other,
}

impl UsageKind {
    fn property(self, name: &str) -> Property {
        let names = match self {
            UsageKind::Modern => MODERN,
            UsageKind::Legacy if name == "meterDetails" => return Property::MeterDetails,
            UsageKind::Legacy => LEGACY,
            UsageKind::Own => {
                let field = name.parse::<usize>().ok().and_then(|at| UsageField::ALL.get(at));
                return field.map_or(Property::Other, |field| Property::Told(*field));
            }
        };
        field_of(names, name).map_or(Property::Other, Property::Field)
    }
}

/// Reads the rows until `each` says no more; none when the page has no list of them.
fn read_rows<'a>(
    bytes: &'a [u8],
    kind: UsageKind,
    each: &mut dyn FnMut(&mut Row<'a>) -> bool,
) -> Result<Option<PageEnd>, Fault> {
    let mut reader = Reader::new(bytes)?;
    let (mut parts, mut properties) = (Order::new(), Order::new());
    let mut row = Row { kind: Cow::default(), has_properties: false, record: UsageRecord::default(), problem: None };
    let mut goes_on = true;
    let (mut has_value, mut end) = (false, PageEnd::default());
    reader.object(&mut |page, name| {
        match (&*name, page.peek()) {
            ("value", Some(first)) if first != b'n' => has_value = true,
            ("nextLink", Some(b'"')) => {
                end.next_link = Some(page.string()?.trim().to_owned()).filter(|link| !link.is_empty());
                return Ok(());
            }
            _ => return page.skip().map(drop),
        }
        page.list(&mut |list| {
            if !goes_on {
                return list.skip().map(drop);
            }
            row.record.clear();
            (row.kind, row.has_properties) = (Cow::Borrowed(""), false);
            parts.next = 0;
            list.enter(b'{', Broken::Object)?;
            let mut is_first = true;
            while list.has_more(is_first, b'}')? {
                is_first = false;
                match (parts.place(list, part_of)?, list.peek()) {
                    (Part::Kind, Some(b'"')) => row.kind = list.string()?,
                    (Part::Tags, Some(b'{')) => {
                        let tags = compact(list.skip()?);
                        row.record.set(UsageField::Tags, if tags == "{}" { Cow::Borrowed("") } else { tags });
                    }
                    (Part::Properties, Some(b'{')) => {
                        row.has_properties = true;
                        row.properties(list, kind, &mut properties)?;
                    }
                    _ => list.pass()?,
                }
            }
            if kind == UsageKind::Legacy {
                row.complete();
            }
            goes_on = each(&mut row);
            Ok(())
        })
    })?;
    reader.end()?;
    Ok(has_value.then_some(end))
}

impl<'a> Row<'a> {
    fn properties(
        &mut self,
        reader: &mut Reader<'a>,
        kind: UsageKind,
        order: &mut Order<'a, Property>,
    ) -> Result<(), Fault> {
        order.next = 0;
        reader.enter(b'{', Broken::Object)?;
        let mut is_first = true;
        while reader.has_more(is_first, b'}')? {
            is_first = false;
            match (order.place(reader, |name| kind.property(name))?, reader.peek()) {
                (_, Some(b'n')) | (Property::Other, _) => reader.pass()?,
                (Property::Told(field), _) => self.record.set(field, reader.string()?),
                (Property::Field(field), _) => self.value(reader, field, order.name())?,
                (Property::MeterDetails, Some(b'{')) => {
                    reader.object(&mut |inner, name| match field_of(METER, &name) {
                        Some(field) if inner.peek() == Some(b'"') => self.value(inner, field, &name),
                        _ => inner.pass(),
                    })?
                }
                (Property::MeterDetails, _) => reader.pass()?,
            }
        }
        Ok(())
    }
}

/// JSON text without the blanks between its tokens; the text itself when there are none.
fn compact(json: &str) -> Cow<'_, str> {
    let is_blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    if !json.bytes().any(is_blank) {
        return Cow::Borrowed(json);
    }
    let mut inside = false;
    let mut escaped = false;
    let kept = json.chars().filter(|c| {
        if inside {
            inside = escaped || *c != '"';
            escaped = *c == '\\' && !escaped;
            return true;
        }
        inside = *c == '"';
        !c.is_ascii() || !is_blank(*c as u8)
    });
    Cow::Owned(kept.collect())
}
