//! Lists page by page (contract §1, "Paging").
use super::client::{Answer, Call};
use super::wire::List;
use super::{ArmError, Client, DecodeError, Method, link};
use crate::arm::retry::Repeat;
use serde::Deserialize;
use std::collections::HashSet;

/// Where the next page of a collection is, and where we have been.
#[derive(Debug, Clone)]
pub(crate) struct Trail {
    collection: String,
    seen: HashSet<String>,
}

impl Trail {
    /// The trail of a collection (path without query), from its first page on.
    pub fn new(collection: &str, first: &str) -> Trail {
        Trail { collection: collection.to_owned(), seen: HashSet::from([first.to_owned()]) }
    }

    /// Path and query of the next page.
    ///
    /// # Errors
    /// [`ArmError::ForeignLink`], [`ArmError::LinkCycle`].
    pub fn step(&mut self, client: &Client, link: &str) -> Result<String, ArmError> {
        let path = link::follow(client.origin(), &self.collection, link)?;
        if self.seen.insert(path.clone()) { Ok(path) } else { Err(ArmError::LinkCycle { link: path }) }
    }
}

impl Client {
    /// A whole list, or an error: never part of one.
    pub(crate) async fn list<T, B>(
        &self,
        what: &'static str,
        collection: &str,
        query: &[(&str, &str)],
        convert: impl Fn(T) -> Result<B, DecodeError>,
    ) -> Result<Vec<B>, ArmError>
    where
        T: for<'de> Deserialize<'de>,
    {
        let call = self.get(link::with_query(collection, query));
        let (_, first) = self.ask(&call, |answer| page(what, answer, &convert)).await?;
        self.rest_of_list(what, collection, call, first, convert).await
    }

    /// The elements of a list whose first page was asked for with `call`.
    pub(crate) async fn rest_of_list<T, B>(
        &self,
        what: &'static str,
        collection: &str,
        call: Call,
        first: Page<B>,
        convert: impl Fn(T) -> Result<B, DecodeError>,
    ) -> Result<Vec<B>, ArmError>
    where
        T: for<'de> Deserialize<'de>,
    {
        let mut trail = Trail::new(collection, &call.path);
        let (mut all, mut next) = first;
        let mut call = Call { method: Method::Get, body: None, repeat: Repeat::Safe, ..call };
        while let Some(link) = next {
            call.path = trail.step(self, &link)?;
            let (_, (mut rows, link)) = self.ask(&call, |answer| page(what, answer, &convert)).await?;
            all.append(&mut rows);
            next = link;
        }
        Ok(all)
    }
}

/// The elements of a page, and the link to the next.
pub(crate) type Page<B> = (Vec<B>, Option<String>);

/// Reads a page; no content is a page without elements.
pub(crate) fn page<T, B>(
    what: &'static str,
    answer: &Answer,
    convert: impl Fn(T) -> Result<B, DecodeError>,
) -> Result<Page<B>, ArmError>
where
    T: for<'de> Deserialize<'de>,
{
    if answer.status() == 204 {
        return Ok((Vec::new(), None));
    }
    answer.json::<List<T>, _>(what, |list| list.read(convert))
}
