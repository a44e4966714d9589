//! A file taken apart: the lists in it, and where their elements stand.
use crate::arm::Broken;
use crate::json::{Fault, Reader};
use std::ops::Range;

/// What stands in a file: a list, or something alone.
#[derive(Default)]
pub(super) struct Found {
    pub is_list: bool,
    pub is_error: bool,
    pub has_id: bool,
    pub link: String,
    pub total: Option<u64>,
    pub start: usize,
    pub elements: Vec<Range<usize>>,
}

/// Takes a file apart. Looks through all of it: what is given back is JSON.
pub(super) fn scan(text: &str) -> Result<Vec<Found>, Fault> {
    let mut reader = Reader::new(text.as_bytes())?;
    let mut all = Vec::new();
    while let Some(first) = reader.peek() {
        let mut found = Found { start: reader.at(), ..Found::default() };
        match first {
            b'[' => elements(&mut reader, &mut found)?,
            b'{' => reader.object(&mut |reader, name| {
                match (&*name, reader.peek()) {
                    ("value", Some(b'[')) => return elements(reader, &mut found),
                    ("nextLink", Some(b'"')) => reader.string()?.trim().clone_into(&mut found.link),
                    ("totalCount", _) => found.total = reader.skip()?.parse().ok(),
                    (name, _) => {
                        found.has_id |= name == "id";
                        found.is_error |= name == "error";
                        reader.skip()?;
                    }
                }
                Ok(())
            })?,
            _ => drop(reader.skip()?),
        }
        if !found.is_list || found.has_id {
            found.is_list = false;
            found.elements.clear();
            found.elements.push(found.start..reader.at());
        }
        all.push(found);
        separated(&mut reader, text)?;
    }
    Ok(all)
}

/// What follows a value stands apart from it: `{}{}` is rather a file that was damaged.
fn separated(reader: &mut Reader<'_>, text: &str) -> Result<(), Fault> {
    let end = reader.at();
    let gap = |next: usize| text.get(end..next).is_some_and(|gap| gap.contains('\n'));
    match reader.peek() {
        Some(_) if !gap(reader.at()) => Err(Fault { what: Broken::End, at: reader.at(), early: false }),
        _ => Ok(()),
    }
}

fn elements(reader: &mut Reader<'_>, found: &mut Found) -> Result<(), Fault> {
    found.is_list = true;
    reader.list(&mut |reader| {
        let length = reader.skip()?.len();
        found.elements.push(reader.at() - length..reader.at());
        Ok(())
    })
}
