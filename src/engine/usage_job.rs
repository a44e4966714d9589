//! Making a file of usage: the pages of the API through the exporter into the file, one page alive at a time, the next one
//! asked for while this one is written.
use super::making::{List, Making, PageError, lists};
use super::protocol::{Contents, Failure, FilePlan, Order};
use crate::arm::{ArmError, Client, LocalFuture, PageQuestion, UsageKind, UsagePage, UsagePages};
use crate::browser::worker::{Parts, Refused};
use crate::export::focus::{FocusFile, Lookups};
use crate::export::{Target, UsageFile};
use futures_util::FutureExt;
use futures_util::future::{Shared, poll_immediate};
use std::rc::Rc;

/// A file being made. It stays when a step fails: going on does that step again, and none is left out.
pub struct UsageJob {
    list: List,
    /// The lists behind it, the last one first.
    behind: Vec<List>,
    kind: UsageKind,
    file: Making,
    target: Target,
    parts: Parts,
    /// Whether what is behind the last row was made.
    has_ended: bool,
    /// Bytes that the exporter made and the file has not taken yet.
    has_bytes: bool,
    ahead: Option<Ahead>,
}

type Fetched = Result<Option<Rc<UsagePage>>, ArmError>;

/// A page that is on its way before it is known to be the next one.
struct Ahead {
    question: PageQuestion,
    fetched: Shared<LocalFuture<'static, Fetched>>,
}

impl From<Refused> for Failure {
    fn from(_: Refused) -> Failure {
        Failure::Refused
    }
}

impl UsageJob {
    /// Begins. FOCUS needs its tables.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn new(
        client: &Client,
        order: &Order,
        plan: FilePlan,
        lookups: Option<Rc<Lookups>>,
        parts: Parts,
    ) -> Result<UsageJob, Failure> {
        let (mut behind, kind) = lists(client, order, &plan)?;
        behind.reverse();
        let list = behind.pop().ok_or(Failure::Order)?;
        let target = plan.target();
        let file = match (plan, lookups) {
            (FilePlan::Usage(plan), _) => Making::Usage(UsageFile::new(&plan)?),
            (FilePlan::Focus(plan), Some(lookups)) => Making::Focus(Box::new(FocusFile::new(plan)?), lookups),
            (FilePlan::Focus(_), None) => return Err(Failure::Order),
        };
        Ok(UsageJob { list, behind, kind, file, target, parts, has_bytes: true, has_ended: false, ahead: None })
    }

    /// Goes on with another client: after a failure, with a token that has not run out.
    pub fn renew(&mut self, client: &Client) {
        for list in self.behind.iter_mut().chain([&mut self.list]) {
            list.pages = list.pages.clone().with_client(client.clone());
        }
        self.ahead = None;
    }

    /// The head, or one page; false after the last.
    ///
    /// # Errors
    /// [`Failure`]; everything is as it was before.
    pub async fn step(&mut self) -> Result<bool, Failure> {
        self.push().await?;
        let Some(page) = self.next_page().await? else { return Ok(false) };
        let end = match self.file.page(&page, self.kind, &self.list) {
            // An answer that breaks off is asked for once more: a cut body can look finished.
            Err(PageError::Arm(ArmError::Decode { .. })) if page.breaks_off() => {
                let Some(question) = self.list.pages.question() else { return Ok(false) };
                let Some(page) = question.ask().await? else { return Ok(false) };
                self.file.page(&page, self.kind, &self.list)?
            }
            other => other?,
        };
        self.list.pages.advance(&end)?;
        self.has_bytes = true;
        self.push().await?;
        Ok(true)
    }

    /// Puts into the file what was made and is not there yet.
    async fn push(&mut self) -> Result<(), Failure> {
        if self.has_bytes {
            self.parts.push(self.file.exporter().bytes()).await?;
            self.has_bytes = false;
        }
        Ok(())
    }

    /// The next page of the list, or of the next list that has one.
    async fn next_page(&mut self) -> Result<Option<Rc<UsagePage>>, Failure> {
        loop {
            if let Some(question) = self.list.pages.question()
                && let Some(page) = self.answer(question).await?
            {
                return Ok(Some(page));
            }
            match self.behind.pop() {
                Some(list) => self.list = list,
                None => return Ok(None),
            }
        }
    }

    async fn answer(&mut self, question: PageQuestion) -> Result<Option<Rc<UsagePage>>, Failure> {
        let page = match self.ahead.take().filter(|ahead| ahead.question == question) {
            Some(ahead) => ahead.fetched.await?,
            None => question.ask().await?.map(Rc::new),
        };
        if let Some(question) = page.as_ref().and_then(|page| self.question_behind(page)) {
            let asked = question.clone();
            let fetch: LocalFuture<'static, Fetched> = Box::pin(async move { Ok(asked.ask().await?.map(Rc::new)) });
            let fetched = fetch.shared();
            // Begun now, so that it is on its way while the page at hand is written.
            let _ = poll_immediate(fetched.clone()).await;
            self.ahead = Some(Ahead { question, fetched });
        }
        Ok(page)
    }

    /// What will be asked when this page is written.
    fn question_behind(&self, page: &UsagePage) -> Option<PageQuestion> {
        let next_list = || self.behind.last().map(|list| &list.pages);
        self.list.pages.question_behind(page).or_else(|| next_list().and_then(UsagePages::question))
    }

    /// Ends the file and gives it, or nothing when it is on disk.
    ///
    /// # Errors
    /// [`Failure`]: no file then.
    pub async fn finish(&mut self) -> Result<Option<wasm_bindgen::JsValue>, Failure> {
        // Not again after the browser refused it: what is behind the last row stands there once.
        if !self.has_ended {
            self.file.finish()?;
            (self.has_ended, self.has_bytes) = (true, true);
        }
        self.push().await?;
        Ok(self.parts.finish(self.target.media_type()).await?)
    }

    /// What there is, as a file that is not whole. Only where [`UsageJob::has_rows`].
    ///
    /// # Errors
    /// [`Failure::Refused`].
    pub async fn keep(&self) -> Result<Option<wasm_bindgen::JsValue>, Failure> {
        Ok(self.parts.finish(self.target.media_type()).await?)
    }

    /// Whether there are rows that could be kept as a file that is not whole. On disk there are none: what is not whole never
    /// takes its place there.
    pub fn has_rows(&self) -> bool {
        !self.parts.is_on_disk() && self.contents().rows > 0
    }

    /// What is in the file so far.
    pub fn contents(&self) -> Contents {
        Contents::of(self.file.exporter(), self.parts.len())
    }
}
