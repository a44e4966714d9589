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
        let first = self.whole(what, &call).await?;
        self.rest_of_list(what, collection, call, first, convert).await
    }

    /// The elements of the first answer and of all pages behind it.
    pub(crate) async fn rest_of_list<T, B>(
        &self,
        what: &'static str,
        collection: &str,
        mut call: Call,
        first: Answer,
        convert: impl Fn(T) -> Result<B, DecodeError>,
    ) -> Result<Vec<B>, ArmError>
    where
        T: for<'de> Deserialize<'de>,
    {
        let mut trail = Trail::new(collection, &call.path);
        let mut answer = first;
        let mut all = Vec::new();
        loop {
            if answer.status() == 204 {
                return Ok(all);
            }
            let (mut rows, next) = answer.json::<List<T>, _>(what, |list| list.read(&convert))?;
            all.append(&mut rows);
            let Some(link) = next else { return Ok(all) };
            call = Call {
                method: Method::Get,
                path: trail.step(self, &link)?,
                body: None,
                repeat: Repeat::Safe,
                id: call.id,
            };
            answer = self.whole(what, &call).await?;
        }
    }
}
