//! What a file of the person's own is: which of Azure's files, which version, how it is written.
use super::decode::Decoder;
use super::dictionary::Style;
use super::rows::{CellRules, RawRow, RowEnds};
use super::sections::Section;
use super::{Choices, Dialect, Encoding, LineEnd, Quoting, Reader, focus, known};
use crate::billing::{UsageField, ValueKind};

/// Bytes that are looked at, at most.
const MOST: usize = 1 << 20;

/// The kinds of files that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// The usage file of the Account Center, of 2012 to 2018, in three sections (usage-files §2, §3).
    AccountCenter,
    /// Usage details of pay-as-you-go subscriptions (usage-files §4).
    PayAsYouGo,
    /// Cost details of a Microsoft Customer Agreement (usage-files §5).
    CostDetails,
    /// Cost details of a Microsoft Partner Agreement (usage-files §5).
    Partner,
    /// Cost details of a subscription of a partner's customer (usage-files §5).
    PartnerCustomer,
    /// Cost details of an Enterprise Agreement.
    Enterprise,
    /// FOCUS, any part of its columns (usage-files §7).
    Focus,
    /// Any other file with a header: text, and what its values show to be numbers or days.
    Unknown,
}

/// A column of a file, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownColumn {
    /// The header as it stands.
    pub header: String,
    /// What its values are.
    pub kind: ValueKind,
    /// The field of a usage record that it is.
    pub field: Option<UsageField>,
    /// Whether files of the family have it. A column that is not known is text.
    pub is_known: bool,
}

/// What the first bytes of a file tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Which of Azure's files it is.
    pub family: Family,
    /// The versions that it can be; several when they look alike, none when no published version has these columns.
    pub versions: Vec<&'static str>,
    /// How it is written, as far as these bytes show. [`Opened::dialect`](super::Opened) is of the whole file.
    pub dialect: Dialect,
    /// Its columns; of a file in sections, those of the daily usage when they are among these bytes.
    pub columns: Vec<KnownColumn>,
}

/// The cells of a header.
pub(super) fn header_cells(row: &[u8], rules: CellRules) -> Option<(Vec<String>, Quoting)> {
    let (mut cells, mut scratch, mut at, mut bare) = (Vec::new(), Vec::new(), Some(0), 0);
    while let Some(start) = at {
        let cell = rules.cell(row, start, &mut scratch).ok()?;
        bare += usize::from(cell.style == Style::Bare);
        cells.push(std::str::from_utf8(cell.text).ok()?.to_owned());
        at = cell.next;
    }
    Some((cells, if bare == 0 { Quoting::All } else { Quoting::Minimal }))
}

/// A header as its family has it, in lower case. Older files have it in the person's language with Azure's name in brackets
/// behind: `Ressourcengruppe (ResourceGroup)` (usage-files §1).
fn plain_name(header: &str) -> String {
    let name = header.trim();
    let bracketed = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")).map(|(_, name)| name);
    bracketed.unwrap_or(name).to_ascii_lowercase()
}

/// The columns of a header, as files of a family have them.
pub(super) fn columns_of(family: Family, header: &[String]) -> Vec<KnownColumn> {
    let names: Vec<&str> = header.iter().map(String::as_str).collect();
    let section = if family == Family::AccountCenter { Section::of(&names) } else { None };
    let column = |header: &String| {
        let found = match family {
            Family::Unknown => None,
            Family::AccountCenter => section.and_then(|section| section.column(header)),
            Family::Focus => focus::find(&plain_name(header)).map(|focus| (focus.kind, focus.field)),
            _ => known::find(&plain_name(header))
                .map(|known| (known.field.map_or(ValueKind::Text, UsageField::kind), known.field)),
        };
        let (kind, field) = found.unwrap_or((ValueKind::Text, None));
        KnownColumn { header: header.clone(), kind, field, is_known: found.is_some() }
    };
    header.iter().map(column).collect()
}

/// One of these is in every file of usage.
const CHARGES: &[UsageField] = &[UsageField::Date, UsageField::Quantity, UsageField::CostInBillingCurrency];

/// One of these is in every part of FOCUS that is about charges; other columns of it are in tables of names too.
const FOCUS_CHARGES: &[&str] = &[
    "billedcost",
    "chargecategory",
    "chargeperiodstart",
    "contractedcost",
    "effectivecost",
    "listcost",
    "pricingquantity",
];

/// Family and versions of a header.
fn family_of(header: &[String]) -> (Family, Vec<&'static str>) {
    let names: Vec<String> = header.iter().map(|name| plain_name(name)).collect();
    let azure: Vec<&known::Known> = names.iter().filter_map(|name| known::find(name)).collect();
    let told = azure.iter().filter(|known| known::tells(known.name)).count();
    // What only one of the two has tells which it is.
    let focus_only = names.iter().filter(|name| focus::find(name).is_some() && known::find(name).is_none()).count();
    let azure_only = azure.iter().filter(|known| focus::find(known.name).is_none()).count();
    let has_charge = names.iter().any(|name| FOCUS_CHARGES.contains(&name.as_str()));
    if has_charge && focus_only >= 2 && focus_only >= azure_only {
        return (Family::Focus, focus_versions(&names));
    }
    // Tables of names have some of these columns too, but no charges.
    let of_charges = |known: &&known::Known| known.field.is_some_and(|field| CHARGES.contains(&field));
    if !azure.iter().any(of_charges) || told < 1 || (told < 2 && azure.len() < names.len()) {
        return (Family::Unknown, Vec::new());
    }
    let count = |bits: u16| azure.iter().filter(|known| known.versions & bits != 0).count();
    let is_exact = |version: &&known::Version| version.columns == names.len() && count(version.bit) == names.len();
    if let Some(version) = known::VERSIONS.iter().find(is_exact) {
        let names = version.names;
        // Of the two versions that look alike, one is documented with a capital letter only (usage-files §5).
        let is_older = version.family == Family::CostDetails && header.iter().any(|name| name == "PricingModel");
        let names = names.get(..if is_older { 1 } else { names.len() }).unwrap_or(names);
        return (version.family, names.to_vec());
    }
    // No published version: the family that knows the most of its columns, and the versions that have all of those.
    let bits = |family: Family| {
        let of = known::VERSIONS.iter().filter(|version| version.family == family);
        of.fold(0, |bits, version| bits | version.bit)
    };
    let families =
        [Family::Enterprise, Family::PartnerCustomer, Family::Partner, Family::PayAsYouGo, Family::CostDetails];
    let family = families.into_iter().max_by_key(|family| count(bits(*family))).unwrap_or(Family::Unknown);
    let all = count(bits(family));
    let mut versions: Vec<&str> = Vec::new();
    for version in known::VERSIONS.iter().filter(|version| version.family == family && count(version.bit) == all) {
        for name in version.names {
            if let Err(at) = versions.binary_search(name) {
                versions.insert(at, name);
            }
        }
    }
    (family, if all == names.len() { versions } else { Vec::new() })
}

/// The versions of FOCUS that a file can be. Microsoft's 1.0 has two columns of 1.2, and two of its own that 1.2 made
/// columns of the specification (usage-files §7).
fn focus_versions(names: &[String]) -> Vec<&'static str> {
    let has = |name: &str| names.iter().any(|known| known == name);
    let early = ["billingaccounttype", "subaccounttype"];
    let found = || names.iter().filter_map(|name| focus::find(name));
    let since = found().filter(|focus| !early.contains(&focus.name)).map(|focus| focus.since).max().unwrap_or(0);
    let own = found().filter(|focus| !focus.name.starts_with("x_")).count();
    match since {
        2 => vec!["1.2"],
        1 => vec!["1.1", "1.2"],
        _ if has("x_invoiceid") || has("x_pricingcurrency") || own == 43 => vec!["1.0"],
        _ if early.into_iter().any(has) => vec!["1.0", "1.2"],
        _ => vec!["1.0", "1.1", "1.2"],
    }
}

/// The rows that are whole in the first bytes of a file.
fn rows_of(head: &[u8]) -> Vec<Vec<u8>> {
    let mut rows = Vec::new();
    let mut ends = RowEnds::default();
    let take = |row: RawRow<'_>| {
        rows.push(row.bytes.to_vec());
        Ok::<(), ()>(())
    };
    let _ = ends.push(head, take);
    if rows.is_empty() {
        rows.push(ends.rest().bytes.to_vec());
    }
    rows
}

fn without_return(row: &[u8]) -> &[u8] {
    row.strip_suffix(b"\r").unwrap_or(row)
}

/// Recognises a file by its first bytes: 64 kB are plenty, fewer do when the header is whole among them.
/// More than a megabyte is not looked at.
pub fn recognise(head: &[u8]) -> Recognised {
    let head = head.get(..MOST).unwrap_or(head);
    let encoding = Encoding::of(head);
    let mut decoder = Decoder::new(encoding);
    let text = decoder.push(head).unwrap_or_default().to_vec();
    let rows = rows_of(&text);
    let row = |at: usize| rows.get(at).map_or(&b""[..], |row| without_return(row));
    let line_end = match rows.first() {
        Some(row) if row.ends_with(b"\r") => LineEnd::CrLf,
        _ if text.contains(&b'\n') => LineEnd::Lf,
        _ => LineEnd::CrLf,
    };
    // The delimiter under which the header tells the most.
    let read = |row: &[u8], delimiter: u8| header_cells(row, CellRules { delimiter, has_wraps: false });
    let mut best = (b',', Vec::new(), Quoting::Minimal, (Family::Unknown, Vec::new()), 0);
    for delimiter in *b",;\t" {
        let Some((cells, quoting)) = read(row(0), delimiter) else { continue };
        let family = family_of(&cells);
        let worth = cells.len() + if family.0 == Family::Unknown { 0 } else { 1000 };
        if worth > best.4 {
            best = (delimiter, cells, quoting, family, worth);
        }
    }
    let (mut delimiter, mut cells, quoting, (mut family, mut versions), _) = best;
    if cells.len() == 1 {
        let section = |at: usize, delimiter: u8| {
            let (cells, _) = read(row(at), delimiter)?;
            let names: Vec<&str> = cells.iter().map(String::as_str).collect();
            let section = Section::of(&names)?;
            Some((section, section.version(&names), cells))
        };
        if let Some(found) = (*b",;\t").into_iter().find(|delimiter| section(1, *delimiter).is_some()) {
            (delimiter, family) = (found, Family::AccountCenter);
            // A header follows a title, and a title follows an empty line.
            let headers = (1..rows.len()).filter(|at| *at == 1 || (*at > 1 && row(at - 2).is_empty()));
            for (section, version, header) in headers.filter_map(|at| section(at, delimiter)) {
                versions.extend(version);
                if section != Section::ProvisioningStatus {
                    cells = header;
                }
            }
            versions.dedup();
        }
    }
    let dialect = Dialect { encoding, delimiter, line_end, quoting, ..Dialect::default() };
    let mut found = Recognised { family, versions, dialect, columns: columns_of(family, &cells) };
    settle(&mut found, head, &rows);
    found
}

/// Reads the rows that are whole, to see how numbers and days are written.
fn settle(found: &mut Recognised, head: &[u8], rows: &[Vec<u8>]) {
    let mut whole = Recognised { dialect: Dialect { encoding: Encoding::Utf8, ..found.dialect }, ..found.clone() };
    whole.columns.clear();
    let mut reader = Reader::new(&whole, Choices { is_lenient: true, ..Choices::default() });
    for row in rows.iter().filter(|_| !head.is_empty()) {
        if reader.push(row).and_then(|()| reader.push(b"\n")).is_err() {
            return;
        }
    }
    if let Ok(opened) = reader.finish() {
        let encoding = found.dialect.encoding;
        found.dialect = Dialect { encoding, ..*opened.dialect() };
        if let (Family::Unknown, Some(table)) = (found.family, opened.tables().first()) {
            for (column, read) in found.columns.iter_mut().zip(table.columns()) {
                column.kind = read.kind();
            }
        }
    }
}
