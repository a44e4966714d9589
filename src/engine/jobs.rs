//! The jobs of the engine: each runs until it is done, fails, or is cancelled.
use super::page_transport::PageTransport;
use super::protocol::{Ask, Contents, Failure, FilePlan, JobId, Order, Source, TableOrder, Tell};
use super::table_job;
use super::usage_job::UsageJob;
use super::{making, preview};
use crate::arm::{Client, LocalFuture, Response, Transport, TransportError};
use crate::billing::TenantId;
use crate::browser::clock::BrowserHost;
use crate::browser::worker::{self, Parts, ReceiverTransport};
use crate::export::focus::Lookups;
use futures_util::future::{AbortHandle, abortable};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A job that can go on: not while it is at work.
struct Resting {
    order: Order,
    work: UsageJob,
}

#[derive(Default)]
struct Shared {
    page: PageTransport,
    receiver: ReceiverTransport,
    running: RefCell<BTreeMap<JobId, AbortHandle>>,
    resting: RefCell<BTreeMap<JobId, Resting>>,
    /// Loaded when FOCUS is first wanted.
    lookups: RefCell<Option<Rc<Lookups>>>,
}

/// All jobs. Clones share them.
#[derive(Clone, Default)]
pub struct Jobs(Rc<Shared>);

/// Says something to the page.
fn tell(message: &Tell, beside: Option<&JsValue>) {
    worker::tell(&message.to_json(), beside);
}

fn failed(job: JobId, failure: Failure, has_rows: bool) {
    tell(&Tell::Failed { job, failure, has_rows }, None);
}

/// Makes a file of a table. What fails is begun anew: the page has the rows.
async fn table(job: JobId, order: TableOrder, place: JsValue) {
    let progress = |contents: &Contents| {
        tell(&Tell::Progress { job, rows: contents.rows, bytes: contents.bytes }, None);
    };
    match table_job::make(&order, &place, progress).await {
        Ok((file, contents)) => tell(&Tell::Done { job, contents }, file.as_ref()),
        Err(failure) => failed(job, failure, false),
    }
}

impl Jobs {
    /// The page said something.
    pub fn hear(&self, ask: Ask, beside: JsValue) {
        match ask {
            Ask::Export { job, order } => {
                let jobs = self.clone();
                self.run(
                    job,
                    Box::pin(async move {
                        match jobs.begin(order, &beside).await {
                            Ok(resting) => jobs.go(job, resting).await,
                            Err(failure) => failed(job, failure, false),
                        }
                    }),
                );
            }
            Ask::Preview { job, order, rows } => {
                let jobs = self.clone();
                self.run(
                    job,
                    Box::pin(async move {
                        match jobs.preview(order, rows).await {
                            Ok(rows) => tell(&Tell::Preview { job, rows }, None),
                            Err(failure) => failed(job, failure, false),
                        }
                    }),
                );
            }
            Ask::Table { job, order, rows: Some(most) } => match table_job::first_rows(&order, most) {
                Ok(rows) => tell(&Tell::Preview { job, rows }, None),
                Err(failure) => failed(job, failure, false),
            },
            Ask::Table { job, order, rows: None } => self.run(job, Box::pin(table(job, order, beside))),
            Ask::Resume { job, token } => {
                let Some(mut resting) = self.0.resting.borrow_mut().remove(&job) else { return };
                if let Ok(client) = self.client(&resting.order.source, token) {
                    resting.work.renew(&client);
                }
                let jobs = self.clone();
                self.run(job, jobs.go(job, resting));
            }
            Ask::Keep { job } => {
                let Some(resting) = self.0.resting.borrow_mut().remove(&job) else { return };
                self.run(
                    job,
                    Box::pin(async move {
                        let contents = resting.work.contents();
                        match resting.work.keep().await {
                            Ok(file) => tell(&Tell::Done { job, contents }, file.as_ref()),
                            Err(failure) => failed(job, failure, false),
                        }
                    }),
                );
            }
            Ask::Cancel { job } => self.cancel(job),
            Ask::Answer { request, status, headers } => {
                let body = worker::bytes(&beside);
                self.0.page.answered(request, Ok(Response { status, headers, body }));
            }
            Ask::NoAnswer { request, failure } => {
                self.0.page.answered(request, Err(TransportError::from(failure)));
            }
        }
    }

    /// Boxed: what runs a job is there once, not once for each of them.
    fn run(&self, job: JobId, work: LocalFuture<'static, ()>) {
        let (work, handle) = abortable(work);
        self.0.running.borrow_mut().insert(job, handle);
        let jobs = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if work.await.is_ok() {
                jobs.0.running.borrow_mut().remove(&job);
            }
        });
    }

    fn cancel(&self, job: JobId) {
        if let Some(handle) = self.0.running.borrow_mut().remove(&job) {
            handle.abort();
        }
        self.0.resting.borrow_mut().remove(&job);
    }

    async fn begin(&self, order: Order, beside: &JsValue) -> Result<Resting, Failure> {
        let plan = order.plan().ok_or(Failure::Order)?;
        let client = self.client(&order.source, order.source.token.clone())?;
        let lookups = self.lookups(&plan).await?;
        let parts = Parts::open(beside).await?;
        Ok(Resting { work: UsageJob::new(&client, &order, plan, lookups, parts)?, order })
    }

    async fn preview(&self, order: Order, rows: usize) -> Result<Vec<Vec<String>>, Failure> {
        let plan = order.plan().ok_or(Failure::Order)?;
        let client = self.client(&order.source, order.source.token.clone())?;
        let lookups = self.lookups(&plan).await?;
        preview::first_rows(&client, &order, &plan, lookups, rows).await
    }

    /// The tables that FOCUS needs; none for other files.
    async fn lookups(&self, plan: &FilePlan) -> Result<Option<Rc<Lookups>>, Failure> {
        if matches!(plan, FilePlan::Usage(_)) {
            return Ok(None);
        }
        if let Some(lookups) = self.0.lookups.borrow().clone() {
            return Ok(Some(lookups));
        }
        let lookups = Rc::new(making::lookups().await?);
        self.0.lookups.replace(Some(lookups.clone()));
        Ok(Some(lookups))
    }

    fn go(&self, job: JobId, mut resting: Resting) -> LocalFuture<'static, ()> {
        let jobs = self.clone();
        Box::pin(async move {
            let end = loop {
                match resting.work.step().await {
                    Ok(true) => {
                        let contents = resting.work.contents();
                        tell(&Tell::Progress { job, rows: contents.rows, bytes: contents.bytes }, None);
                    }
                    Ok(false) => break resting.work.finish().await,
                    Err(failure) => break Err(failure),
                }
            };
            match end {
                Ok(file) => tell(&Tell::Done { job, contents: resting.work.contents() }, file.as_ref()),
                Err(failure) => {
                    failed(job, failure, resting.work.has_rows());
                    jobs.0.resting.borrow_mut().insert(job, resting);
                }
            }
        })
    }

    fn client(&self, source: &Source, token: Option<String>) -> Result<Client, Failure> {
        let transport: Rc<dyn Transport> =
            if source.in_page { Rc::new(self.0.page.clone()) } else { Rc::new(self.0.receiver.clone()) };
        let client = Client::new(&source.origin, transport, Rc::new(BrowserHost), token)?;
        Ok(client.with_directory(source.directory.as_deref().map(TenantId::new)))
    }
}
