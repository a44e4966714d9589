//! Lists page by page (contract §1, "Paging").
use super::client::{Answer, Call};
use super::wire::Json;
use super::{ArmError, Client, DecodeError, LocalFuture, Method, link};
use crate::arm::retry::Repeat;
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
        let path = self.look(client, link)?;
        self.note(&path);
        Ok(path)
    }

    /// As [`Trail::step`], without going there.
    ///
    /// # Errors
    /// As [`Trail::step`].
    pub fn look(&self, client: &Client, link: &str) -> Result<String, ArmError> {
        let path = link::follow(client.origin(), &self.collection, link)?;
        if self.seen.contains(&path) { Err(ArmError::LinkCycle { link: path }) } else { Ok(path) }
    }

    /// We are there now.
    pub fn note(&mut self, path: &str) {
        self.seen.insert(path.to_owned());
    }
}

/// Takes the elements of a list one by one.
pub(crate) type Each<'f> = &'f mut dyn FnMut(&Json<'_>) -> Result<(), DecodeError>;

impl Client {
    /// A whole list, or an error: never part of one.
    pub(crate) async fn list<B>(
        &self,
        what: &'static str,
        collection: &str,
        query: &[(&str, &str)],
        convert: &dyn Fn(&Json<'_>) -> Result<B, DecodeError>,
    ) -> Result<Vec<B>, ArmError> {
        let mut all = Vec::new();
        let call = self.get(link::with_query(collection, query));
        let mut each = |json: &Json<'_>| {
            all.push(convert(json)?);
            Ok(())
        };
        self.pages(what, collection, call, &mut each).await?;
        Ok(all)
    }

    /// In a box, so that the work of every list is one piece of code.
    fn pages<'a>(
        &'a self,
        what: &'static str,
        collection: &'a str,
        call: Call,
        each: Each<'a>,
    ) -> LocalFuture<'a, Result<(), ArmError>> {
        Box::pin(async move {
            let (answer, _) = self.ask(what, &call).await?;
            self.pages_from(what, collection, call, answer, each).await
        })
    }

    /// The elements of a list whose first page, asked for with `call`, is there.
    pub(crate) async fn pages_from(
        &self,
        what: &'static str,
        collection: &str,
        call: Call,
        first: Answer,
        each: Each<'_>,
    ) -> Result<(), ArmError> {
        let mut trail = Trail::new(collection, &call.path);
        let mut next = page(what, &first, each)?;
        let mut call = Call { method: Method::Get, body: None, repeat: Repeat::Safe, ..call };
        while let Some(link) = next {
            call.path = trail.step(self, &link)?;
            let (answer, _) = self.ask(what, &call).await?;
            next = page(what, &answer, each)?;
        }
        Ok(())
    }
}

/// Reads a page; the link to the next one. No content is a page without elements; a page without `value` is an error,
/// never an empty list.
fn page(what: &'static str, answer: &Answer, each: Each<'_>) -> Result<Option<String>, ArmError> {
    if answer.status() == 204 {
        return Ok(None);
    }
    answer.json(what, |json| {
        let Some(_) = json.field("value")? else {
            return Err(DecodeError::new("value", "missing"));
        };
        for (at, element) in json.list("value")?.iter().enumerate() {
            each(element).map_err(|error| error.under_element("value", at))?;
        }
        Ok(json.filled("nextLink")?.filter(|link| !link.trim().is_empty()))
    })
}
