//! What a person wants a file of their own file's rows to have: kept in the address, and remembered for the next one. What it
//! is written for is an [`ExportChoice`].
use super::{ExportChoice, Query};
use crate::browser::storage::{self, Area};
use crate::export::FileSchema;

const REMEMBERED: &str = "factuur.explore";
const FORM: &str = "form";
const COLUMNS: &str = "columns";

/// What the file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnForm {
    /// The columns of the file itself.
    Own,
    /// The columns of a schema.
    Schema,
    /// Byte for byte what there was.
    AsItWas,
    /// A row for each group.
    Groups,
}

impl OwnForm {
    const NAMES: [(OwnForm, &'static str); 4] =
        [(Self::Groups, "groups"), (Self::Own, "own"), (Self::Schema, "schema"), (Self::AsItWas, "as-it-was")];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(form, _)| *form == self).map_or("", |(_, name)| name)
    }

    /// The form in an address; where it does not say, the groups if there are some, else as it was the last time. One that is
    /// not on offer is passed over.
    pub fn of(query: &Query, offered: &[OwnForm]) -> OwnForm {
        let remembered = remembered();
        let parse = |name: &str| Self::NAMES.into_iter().find(|(_, known)| *known == name).map(|(form, _)| form);
        let is_offered = |form: &OwnForm| offered.contains(form);
        let named = query.get(FORM).and_then(parse).filter(is_offered);
        let grouped = || offered.iter().copied().find(|form| *form == OwnForm::Groups);
        let last = || remembered.get(FORM).and_then(parse).filter(is_offered);
        named.or_else(grouped).or_else(last).unwrap_or(OwnForm::Own)
    }

    /// What the file is written for: columns in the address are those of the form, and of a schema in that form alone.
    pub fn choice(self, query: &Query, schemas: &[FileSchema]) -> ExportChoice {
        match self {
            OwnForm::Schema => ExportChoice::of(query, schemas),
            _ => ExportChoice::of(&query.clone().without(&[COLUMNS]), schemas),
        }
    }

    /// The address with this form. Columns of another form mean nothing in it.
    #[must_use]
    pub fn into_query(self, query: Query) -> Query {
        query.without(&[COLUMNS]).with(FORM, Some(self.name()))
    }

    /// The columns in an address, of those with these headers; where it does not say, as it was the last time for a file that
    /// had all of the columns chosen then.
    pub fn columns(self, query: &Query, headers: &[String]) -> Vec<usize> {
        let place = |name: &String| headers.iter().position(|header| header == name);
        let mut columns: Vec<usize> = Vec::new();
        for at in query.list(COLUMNS).iter().filter_map(place) {
            if !columns.contains(&at) {
                columns.push(at);
            }
        }
        if columns.is_empty() && query.get(COLUMNS).is_none() && self == OwnForm::Own {
            columns = remembered().list(COLUMNS).iter().map(place).collect::<Option<_>>().unwrap_or_default();
        }
        if columns.is_empty() { (0..headers.len()).collect() } else { columns }
    }

    /// The address with these columns. All of them in their order are none.
    #[must_use]
    pub fn with_columns(self, query: Query, headers: &[String], columns: &[usize]) -> Query {
        let is_whole = columns.iter().copied().eq(0..headers.len());
        let names: Vec<String> = columns.iter().filter_map(|at| headers.get(*at)).cloned().collect();
        self.into_query(query).with_list(COLUMNS, if is_whole { &[] } else { &names })
    }

    /// Keeps the choice for the next file.
    pub fn remember(self, headers: &[String], columns: &[usize]) {
        // Groups are chosen by grouping.
        if self != OwnForm::Groups {
            let query = match self {
                OwnForm::Own => self.with_columns(Query::default(), headers, columns),
                _ => self.into_query(Query::default()),
            };
            storage::write(Area::Local, REMEMBERED, &query.to_search());
        }
    }

    /// Takes the form out of an address.
    #[must_use]
    pub fn out_of(query: Query) -> Query {
        query.without(&[FORM, COLUMNS])
    }
}

fn remembered() -> Query {
    Query::parse(&storage::read(Area::Local, REMEMBERED).unwrap_or_default())
}
