//! One object of a file, looked at: what it says about where it belongs.
use crate::json::{Fault, Reader};
use std::borrow::Cow;
use std::ops::Range;

/// Fields outside `properties`; what stands under these names inside it is something else.
const OUTSIDE: usize = 4;

/// The fields that say what something is and where it belongs.
const FACTS: [&str; 32] = [
    "id",
    "name",
    "type",
    "kind",
    "date",
    "agreementType",
    "billingAccountAgreementType",
    "billingAccountDisplayName",
    "billingAccountId",
    "billingAccountName",
    "billingCurrency",
    "billingCurrencyCode",
    "billingProfileDisplayName",
    "billingProfileId",
    "billingProfileName",
    "currency",
    "customerDisplayName",
    "customerId",
    "customerName",
    "invoice",
    "invoiceDate",
    "invoiceId",
    "invoicePeriodEndDate",
    "invoicePeriodStartDate",
    "invoiceSectionDisplayName",
    "invoiceSectionId",
    "invoiceSectionName",
    "offerId",
    "subscriptionDisplayName",
    "subscriptionGuid",
    "subscriptionId",
    "subscriptionName",
];

/// Collections that 2020-05-01 puts inside an account or a profile when they are expanded (contract §12).
const EXPANDED: [&str; 2] = ["billingProfiles", "invoiceSections"];

/// A list that stands inside a resource.
#[derive(Debug, Default)]
pub(super) struct Inner {
    /// The field it stands in.
    pub field: String,
    /// Where its elements stand in the text of the resource.
    pub elements: Vec<Range<usize>>,
    /// Whether the service says that there are more.
    pub has_more: bool,
}

/// What an object says.
#[derive(Debug, Default)]
pub(super) struct Element<'a> {
    facts: [Cow<'a, str>; FACTS.len()],
    /// Its fields stand outside `properties`, as `az billing` prints them.
    pub flat: bool,
    /// How many fields are not `null`.
    pub filled: u32,
    /// The names of its first fields, for who has to find it.
    pub fields: String,
    /// Lists inside it.
    pub inner: Vec<Inner>,
}

impl<'a> Element<'a> {
    /// Looks at the text of an object, which was found to be JSON before.
    pub fn read(text: &'a str) -> Element<'a> {
        let mut element = Element { flat: true, ..Element::default() };
        let read = Reader::new(text.as_bytes()).and_then(|mut reader| {
            reader.object(&mut |inner, name| {
                if element.fields.len() < 60 {
                    element.fields.push_str(if element.fields.is_empty() { "" } else { ", " });
                    element.fields.extend(name.chars().take(40));
                }
                if name == "properties" && inner.peek() == Some(b'{') {
                    element.flat = false;
                    return inner.object(&mut |inner, name| element.field(inner, &name, OUTSIDE));
                }
                element.field(inner, &name, 0)
            })
        });
        // A fault would have been found before: what was looked at until then is kept.
        read.unwrap_or_default();
        element
    }

    /// What a field says; empty when it is not there or no text.
    pub fn fact(&self, name: &str) -> &str {
        let at = FACTS.iter().position(|known| *known == name);
        at.and_then(|at| self.facts.get(at)).map_or("", |text| text.trim())
    }

    /// The first of these fields that says something.
    pub fn first(&self, names: &[&str]) -> &str {
        names.iter().map(|name| self.fact(name)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    fn field(&mut self, reader: &mut Reader<'a>, name: &str, from: usize) -> Result<(), Fault> {
        let first = reader.peek();
        self.filled += u32::from(first != Some(b'n'));
        if first == Some(b'{') && EXPANDED.contains(&name) {
            let mut list = Inner { field: name.to_owned(), ..Inner::default() };
            reader.object(&mut |reader, name| match (&*name, reader.peek()) {
                ("value", Some(b'[')) => reader.list(&mut |reader| {
                    let length = reader.skip()?.len();
                    list.elements.push(reader.at() - length..reader.at());
                    Ok(())
                }),
                ("hasMoreResults", Some(b't')) => {
                    list.has_more = true;
                    reader.skip().map(drop)
                }
                _ => reader.skip().map(drop),
            })?;
            self.inner.push(list);
            return Ok(());
        }
        // What an invoice is made out in, its amounts say.
        if first == Some(b'{') && name == "billedAmount" {
            return reader.object(&mut |reader, name| match (&*name, reader.peek()) {
                ("currency", Some(b'"')) => self.put(reader, "currency", OUTSIDE),
                _ => reader.skip().map(drop),
            });
        }
        if first == Some(b'"') { self.put(reader, name, from) } else { reader.skip().map(drop) }
    }

    fn put(&mut self, reader: &mut Reader<'a>, name: &str, from: usize) -> Result<(), Fault> {
        let at = FACTS.iter().position(|known| *known == name).filter(|at| *at >= from);
        match at.and_then(|at| self.facts.get_mut(at)) {
            Some(place) => *place = reader.string()?,
            None => drop(reader.skip()?),
        }
        Ok(())
    }
}
