//! The four tables that FOCUS needs and no bill has: services, regions, pricing units, resource types (usage-files §8). They
//! are files of the site, loaded on first use; NOTICE.txt next to them says where they are from.
use crate::billing::fold_case;
use crate::export::read_back::read_row;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The tables. Keys are compared without regard to case.
#[derive(Debug, Clone)]
pub struct Lookups {
    services: Table,
    regions: Table,
    units: Table,
    types: Table,
}

/// A service, as the table of services tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service<'l> {
    /// Its name.
    pub name: &'l str,
    /// What FOCUS counts it to.
    pub category: &'l str,
    /// The finer category.
    pub subcategory: &'l str,
    /// `IaaS`, `PaaS`, `SaaS`; empty when it is not known.
    pub model: &'l str,
}

/// Why the tables cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LookupError {
    /// A file was not handed in.
    #[error("{file} is missing")]
    Missing {
        /// Its name.
        file: &'static str,
    },
    /// The first line is not the header that is expected.
    #[error("{file}, line 1: expected \"{expected}\"")]
    Header {
        /// Name of the file.
        file: &'static str,
        /// The header.
        expected: String,
    },
    /// A line is not readable.
    #[error("{file}, line {line}: expected {expected}")]
    Line {
        /// Name of the file.
        file: &'static str,
        /// The line, counted from 1.
        line: u64,
        /// What should stand there.
        expected: &'static str,
    },
}

/// Rows by their first columns, which are in lower case.
#[derive(Debug, Clone)]
struct Table {
    rows: Vec<Vec<String>>,
}

/// A file: its name, its header, how many of the columns are the key.
type Shape = (&'static str, &'static [&'static str], usize);

const SERVICES: Shape = (
    "services.csv",
    &["ConsumedService", "ResourceType", "ServiceName", "ServiceCategory", "ServiceSubcategory", "ServiceModel"],
    2,
);
const REGIONS: Shape = ("regions.csv", &["OriginalValue", "RegionId", "RegionName"], 1);
const UNITS: Shape = ("pricing-units.csv", &["UnitOfMeasure", "PricingBlockSize", "DistinctUnits"], 1);
const TYPES: Shape = ("resource-types.csv", &["ResourceType", "SingularDisplayName"], 1);

impl Lookups {
    /// Names of the files.
    pub const FILES: [&'static str; 4] = [SERVICES.0, REGIONS.0, UNITS.0, TYPES.0];

    /// Reads the tables from the bytes of [`Lookups::FILES`], in any order.
    ///
    /// # Errors
    /// [`LookupError`] names the file and the line.
    pub fn parse(files: &[(&str, &[u8])]) -> Result<Lookups, LookupError> {
        Ok(Lookups {
            services: Table::parse(files, SERVICES)?,
            regions: Table::parse(files, REGIONS)?,
            units: Table::parse(files, UNITS)?,
            types: Table::parse(files, TYPES)?,
        })
    }

    /// The service of a charge. `consumed` and `kind` (provider and type of the resource) are in lower case. By both; else by
    /// the type, or by what it is a part of; else by what was consumed, where that is one service; else by a service that is
    /// called as the meter's category is. None when nothing of this is in the table.
    pub(super) fn service(&self, consumed: &str, kind: &str, category: &str) -> Option<Service<'_>> {
        let found = self.services.find(&[consumed, kind]).or_else(|| {
            let mut kind = kind;
            loop {
                if let Some(row) = self.service_of_type(kind) {
                    return Some(row);
                }
                kind = kind.rsplit_once('/')?.0;
            }
        });
        let only = || {
            let mut rows = self.services.rows.iter().filter(|row| row.first().is_some_and(|it| it == consumed));
            let first = rows.next().filter(|_| !consumed.is_empty())?;
            rows.all(|row| row.get(2) == first.get(2)).then_some(first)
        };
        let called = || self.services.rows.iter().find(|row| row.get(2).is_some_and(|name| name == category));
        let row = found.or_else(only).or_else(called)?;
        let text = |at: usize| row.get(at).map_or("", String::as_str);
        Some(Service { name: text(2), category: text(3), subcategory: text(4), model: text(5) })
    }

    /// Of several services with a type, that of the type's own provider.
    fn service_of_type(&self, kind: &str) -> Option<&Vec<String>> {
        let provider = kind.split_once('/')?.0;
        self.services
            .find(&[provider, kind])
            .or_else(|| self.services.rows.iter().find(|row| row.get(1).is_some_and(|it| it == kind)))
    }

    /// Id and name of a region by any of its names, in lower case.
    pub(super) fn region(&self, name: &str) -> Option<(&str, &str)> {
        let row = self.regions.find(&[name])?;
        Some((row.get(1)?, row.get(2)?))
    }

    /// Block size and unit of a unit of measure, such as 10000 and `Units` of `10K`.
    pub(super) fn unit(&self, unit: &str) -> Option<(&str, &str)> {
        let row = self.units.find(&[&fold_case(unit.trim())])?;
        Some((row.get(1)?, row.get(2)?))
    }

    /// Display name of a resource type in lower case.
    pub(super) fn resource_type(&self, kind: &str) -> Option<&str> {
        self.types.find(&[kind])?.get(1).map(String::as_str)
    }
}

impl Table {
    fn parse(files: &[(&str, &[u8])], (file, header, keys): Shape) -> Result<Table, LookupError> {
        let bytes = files.iter().find(|(name, _)| *name == file).map(|(_, bytes)| *bytes);
        // The line behind the last one's end is no line; an empty file has its first line all the same.
        let lines = bytes.ok_or(LookupError::Missing { file })?;
        let lines = lines.strip_suffix(b"\n").unwrap_or(lines).split(|byte| *byte == b'\n');
        let mut rows = Vec::new();
        for (line, text) in (1..).zip(lines) {
            let text = [text.strip_suffix(b"\r").unwrap_or(text), b"\r\n"].concat();
            let row = read_row(&text).filter(|row| row.len() == header.len());
            if line == 1 {
                row.filter(|row| row.iter().eq(header))
                    .ok_or_else(|| LookupError::Header { file, expected: header.join(",") })?;
                continue;
            }
            let wrong = |expected| LookupError::Line { file, line, expected };
            let mut row = row.ok_or(wrong("a row of UTF-8 with as many cells as the header"))?;
            row.iter_mut().take(keys).for_each(|key| *key = fold_case(key.trim()));
            if file == UNITS.0 {
                unit_format(&mut row).ok_or(wrong("a whole number and a unit"))?;
            }
            rows.push(row);
        }
        // By the key first, since it stands first. A heap sorts with less code than a sort.
        Ok(Table { rows: BinaryHeap::from(rows).into_sorted_vec() })
    }

    fn find(&self, keys: &[&str]) -> Option<&Vec<String>> {
        let at = self.rows.binary_search_by(|row| compare(row, keys.iter().copied(), keys.len())).ok()?;
        self.rows.get(at)
    }
}

fn compare<'a>(row: &'a [String], keys: impl Iterator<Item = &'a str>, count: usize) -> Ordering {
    row.iter().map(String::as_str).take(count).cmp(keys.take(count))
}

/// Puts the unit as FOCUS writes units: a hyphen before a span of time (`GB-Hours`, not `GB Hours`) but not after a number
/// (`Units/10 Days`), and `Month` in upper case. None when the block size is no whole number.
fn unit_format(row: &mut [String]) -> Option<()> {
    let [_, size, unit] = row else { return None };
    if size.is_empty() || !size.bytes().all(|byte| byte.is_ascii_digit()) || unit.is_empty() {
        return None;
    }
    if let Some((what, span)) = unit.rsplit_once(' ')
        && matches!(span, "Seconds" | "Minutes" | "Hours" | "Days" | "Months" | "Years")
        && !what.ends_with(|c: char| c.is_ascii_digit())
    {
        *unit = format!("{what}-{span}");
    } else if let Some(what) = unit.strip_suffix("/month") {
        *unit = format!("{what}/Month");
    }
    Some(())
}
