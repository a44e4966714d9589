//! The rows of a file of the person's own as the engine asks for them: pages of usage, which the explorer answers.
use super::explorer::NO_CHOICE;
use super::{Explorer, ExplorerError, Query};
use crate::arm::{LocalFuture, Object, Request, Response, Transport, TransportError};
use crate::browser::engine::{Thing, bytes_of};
use crate::explorer::protocol::{Trouble, What};
use std::rc::Rc;

/// The origin of the explorer: no such host can be.
pub const ORIGIN: &str = "https://explorer.invalid";

/// Asks the explorer for what is asked of its origin, and something else for everything else.
pub struct WithExplorer(pub Rc<dyn Transport>);

/// The question for a page; none where somebody else is asked.
fn wanted(url: &str) -> Option<What> {
    let (_, search) = url.strip_prefix(ORIGIN)?.split_once('?')?;
    let query = Query::parse(search);
    let value = |name: &str| query.get(name)?.parse::<u32>().ok();
    let (of, from, count) = (value("of")?, value("from")?, value("$top")?);
    let link = format!("{ORIGIN}/usage?$top={count}&of={of}&from=");
    Some(What::Records { of, from: from as usize, count: count as usize, link })
}

async fn page(wanted: What) -> Result<Vec<u8>, ExplorerError> {
    let question = Explorer::get().await?.ask(wanted, &Thing::UNDEFINED);
    Ok(bytes_of(&question.hear().await?.1))
}

impl Transport for WithExplorer {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let Some(wanted) = wanted(&request.url) else { return self.0.send(request) };
        Box::pin(async move {
            let (status, body) = match page(wanted).await {
                Ok(body) => (200, body),
                Err(ExplorerError::Program(words)) => return Err(TransportError::Site(words)),
                Err(ExplorerError::Trouble(trouble)) => (400, refused(&trouble).into_bytes()),
            };
            let headers = vec![("content-type".to_owned(), "application/json".to_owned())];
            Ok(Response { status, headers, body })
        })
    }
}

/// Why there is no page, as an API says it.
fn refused(trouble: &Trouble) -> String {
    let (code, why) = match trouble {
        Trouble::Broken(error) => ("BadRow", error.to_string()),
        Trouble::Differs(words) => ("Differs", words.clone()),
        Trouble::Unreadable | Trouble::Refused | Trouble::Question => ("Gone", NO_CHOICE.to_owned()),
    };
    Object::new().raw("error", &Object::new().text("code", code).text("message", &why).end()).end()
}
