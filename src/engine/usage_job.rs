//! Making a file of usage: the pages of the API through the exporter into the file, one page alive at a time, the next one
//! asked for while this one is written.
use super::protocol::{Contents, Failure, Order, UsageOf};
use crate::arm::{ArmError, Client, LocalFuture, PageEnd, PageQuestion, UsageKind, UsagePage, UsagePages};
use crate::billing::{CostMetric, Period, Scope, SubscriptionId};
use crate::browser::worker::{Parts, Refused};
use crate::export::{ExportError, Target, UsageFile, UsagePlan};
use futures_util::FutureExt;
use futures_util::future::{Shared, poll_immediate};
use std::rc::Rc;

/// A file being made. It stays when a step fails: going on does that step again, and none is left out.
pub struct UsageJob {
    pages: UsagePages,
    kind: UsageKind,
    file: UsageFile,
    target: Target,
    parts: Parts,
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

/// Why a page did not get into the file.
enum PageError {
    Arm(ArmError),
    Export(ExportError),
}

impl From<ArmError> for PageError {
    fn from(error: ArmError) -> PageError {
        PageError::Arm(error)
    }
}

impl From<ExportError> for PageError {
    fn from(error: ExportError) -> PageError {
        PageError::Export(error)
    }
}

impl From<PageError> for Failure {
    fn from(error: PageError) -> Failure {
        match error {
            PageError::Arm(error) => error.into(),
            PageError::Export(error) => error.into(),
        }
    }
}

/// The pages of an order.
///
/// # Errors
/// [`Failure::Order`] for what is no order, and what the client says to its names.
pub fn pages(client: &Client, order: &Order) -> Result<(UsagePages, UsageKind), Failure> {
    let day = |text: &str| text.parse().map_err(|_| Failure::Order);
    let period = Period { start: day(&order.days.0)?, end: day(&order.days.1)? };
    Ok(match &order.of {
        UsageOf::Scope(id) => {
            let scope = Scope::parse(id).map_err(|_| Failure::Order)?;
            (client.usage_pages(&scope, period, CostMetric::Actual)?, UsageKind::Modern)
        }
        UsageOf::Subscription(id) => {
            let id = SubscriptionId::new(id.as_str());
            (client.subscription_usage_pages(&id, period)?, UsageKind::Legacy)
        }
    })
}

impl UsageJob {
    /// Begins.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn new(client: &Client, order: &Order, plan: &UsagePlan, parts: Parts) -> Result<UsageJob, Failure> {
        let (pages, kind) = pages(client, order)?;
        let file = UsageFile::new(plan)?;
        Ok(UsageJob { pages, kind, file, target: plan.target, parts, has_bytes: true, ahead: None })
    }

    /// Goes on with another client: after a failure, with a token that has not run out.
    pub fn renew(&mut self, client: &Client) {
        self.pages = self.pages.clone().with_client(client.clone());
        self.ahead = None;
    }

    /// The head, or one page; false after the last.
    ///
    /// # Errors
    /// [`Failure`]; everything is as it was before.
    pub async fn step(&mut self) -> Result<bool, Failure> {
        if self.has_bytes {
            self.parts.push(self.file.exporter().bytes()).await?;
            self.has_bytes = false;
        }
        let Some(page) = self.next_page().await? else { return Ok(false) };
        let end = match self.write(&page) {
            // An answer that breaks off is asked for once more: a cut body can look finished.
            Err(PageError::Arm(ArmError::Decode { .. })) if page.breaks_off() => {
                let Some(question) = self.pages.question() else { return Ok(false) };
                let Some(page) = question.ask().await? else { return Ok(false) };
                self.write(&page)?
            }
            other => other?,
        };
        self.pages.advance(&end)?;
        self.has_bytes = true;
        self.parts.push(self.file.exporter().bytes()).await?;
        self.has_bytes = false;
        Ok(true)
    }

    async fn next_page(&mut self) -> Result<Option<Rc<UsagePage>>, Failure> {
        let Some(question) = self.pages.question() else { return Ok(None) };
        let page = match self.ahead.take().filter(|ahead| ahead.question == question) {
            Some(ahead) => ahead.fetched.await?,
            None => question.ask().await?.map(Rc::new),
        };
        if let Some(question) = page.as_ref().and_then(|page| self.pages.question_behind(page)) {
            let asked = question.clone();
            let fetch: LocalFuture<'static, Fetched> = Box::pin(async move { Ok(asked.ask().await?.map(Rc::new)) });
            let fetched = fetch.shared();
            // Begun now, so that it is on its way while the page at hand is written.
            let _ = poll_immediate(fetched.clone()).await;
            self.ahead = Some(Ahead { question, fetched });
        }
        Ok(page)
    }

    /// Adds a page, all of it or nothing.
    fn write(&mut self, page: &UsagePage) -> Result<PageEnd, PageError> {
        let (kind, pages) = (self.kind, &self.pages);
        let mut end = PageEnd::default();
        self.file.page(|rows| {
            end = page.each(kind, &mut |record| Ok::<(), PageError>(rows.add(record)?))?;
            // Before its rows count: a page that leads elsewhere is no page of this list.
            Ok::<(), PageError>(pages.check(&end)?)
        })?;
        Ok(end)
    }

    /// Ends the file and gives it, or nothing when it is on disk.
    ///
    /// # Errors
    /// [`Failure`]: no file then.
    pub async fn finish(&mut self) -> Result<Option<wasm_bindgen::JsValue>, Failure> {
        self.file.finish()?;
        self.parts.push(self.file.exporter().bytes()).await?;
        Ok(self.parts.finish(self.target.media_type()).await?)
    }

    /// What there is, as a file that is not whole. Only where [`UsageJob::has_rows`].
    ///
    /// # Errors
    /// [`Failure::Refused`].
    pub async fn keep(&self) -> Result<Option<wasm_bindgen::JsValue>, Failure> {
        Ok(self.parts.finish(self.target.media_type()).await?)
    }

    /// Gives the file up.
    pub async fn abandon(&self) {
        self.parts.abandon().await;
    }

    /// Whether there are rows that could be kept as a file that is not whole. On disk there are none: what is not whole never
    /// takes its place there.
    pub fn has_rows(&self) -> bool {
        !self.parts.is_on_disk() && self.contents().rows > 0
    }

    /// What is in the file so far.
    pub fn contents(&self) -> Contents {
        let written = self.file.exporter().written();
        Contents {
            rows: written.rows(),
            bytes: self.parts.len(),
            long_numbers: self.file.exporter().long_numbers(),
            sums: written
                .costs()
                .filter(|(currency, _)| !currency.is_empty())
                .map(|(currency, sum)| (currency.to_owned(), sum.to_string()))
                .collect(),
        }
    }
}
