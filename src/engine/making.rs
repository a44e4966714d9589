//! The file that a job makes, whatever its schema.
use super::protocol::{Failure, FilePlan, Order, Silence, UsageOf};
use crate::arm::{ArmError, Client, PageEnd, UsageKind, UsagePage, UsagePages};
use crate::billing::{CostMetric, Period, Scope, SubscriptionId, UsageRecord, parse_day};
use crate::browser::worker::site_file;
use crate::export::focus::{FocusFile, FocusPreview, Lookups};
use crate::export::{ExportError, Exporter, UsageFile, UsagePreview};
use std::rc::Rc;

/// Where the site keeps the tables that FOCUS needs.
const LOOKUP: &str = "lookup/";

/// Rows of a page that is asked for where the site itself answers.
const IN_PAGE: usize = 250;

/// Why a page did not get into the file.
pub enum PageError {
    /// The page.
    Arm(ArmError),
    /// The file.
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

/// Pages of usage, and which costs they have.
#[derive(Clone)]
pub struct List {
    /// The pages.
    pub pages: UsagePages,
    /// The costs.
    pub metric: CostMetric,
}

/// The lists that an order needs, in the order of the file, and what their rows are. FOCUS takes two lists of a profile: the
/// amortized costs, and what was bought; a pay-as-you-go subscription has one list for all (usage-files §8).
///
/// # Errors
/// [`Failure::Order`] for what is no order, and what the client says to its names.
pub fn lists(client: &Client, order: &Order, plan: &FilePlan) -> Result<(Vec<List>, UsageKind), Failure> {
    let period = || {
        let day = |text: &str| parse_day(text).ok_or(Failure::Order);
        Ok::<Period, Failure>(Period { start: day(&order.days.0)?, end: day(&order.days.1)? })
    };
    let metrics: &[CostMetric] = match (plan, &order.of) {
        (FilePlan::Usage(_), _) => &[CostMetric::Actual],
        (FilePlan::Focus(_), UsageOf::Scope(_)) => &[CostMetric::Amortized, CostMetric::Actual],
        // Without commitments, which the page sees to, one list is both.
        (FilePlan::Focus(_), UsageOf::Subscription(_) | UsageOf::Own(_)) => &[CostMetric::Amortized],
    };
    let kind = match &order.of {
        UsageOf::Scope(_) => UsageKind::Modern,
        UsageOf::Subscription(_) => UsageKind::Legacy,
        UsageOf::Own(_) => UsageKind::Own,
    };
    let mut lists = Vec::new();
    for metric in metrics.iter().copied() {
        let pages = match &order.of {
            UsageOf::Scope(id) => {
                client.usage_pages(&Scope::parse(id).map_err(|_| Failure::Order)?, period()?, metric)?
            }
            UsageOf::Subscription(id) => {
                client.subscription_usage_pages(&SubscriptionId::new(id.as_str()), period()?)?
            }
            UsageOf::Own(choice) => client.own_usage_pages(*choice),
        };
        // What answers in the page holds it up: a little at a time. A file of the person's own is in a worker.
        let is_held_up = order.source.in_page && kind != UsageKind::Own;
        let pages = if is_held_up { pages.in_pages_of(IN_PAGE) } else { pages };
        lists.push(List { pages, metric });
    }
    Ok((lists, kind))
}

/// Loads the tables that FOCUS needs.
///
/// # Errors
/// [`Failure::Silence`] names the file that is missing or broken.
pub async fn lookups() -> Result<Lookups, Failure> {
    let failed = |why: String| Failure::Silence { why: Silence::Site(why), client_request_id: String::new() };
    let mut files = Vec::new();
    for name in Lookups::FILES {
        let path = format!("{LOOKUP}{name}");
        let bytes = site_file(&path).await.map_err(|why| failed(format!("{path}: {why}")))?;
        files.push((name, bytes));
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Lookups::parse(&files).map_err(|error| failed(format!("{LOOKUP}{error}")))
}

/// A file being made.
pub enum Making {
    /// As Azure makes it.
    Usage(UsageFile),
    /// FOCUS.
    Focus(Box<FocusFile>, Rc<Lookups>),
}

impl Making {
    /// Adds a page, all of it or nothing. A page that `pages` cannot go on behind is no page of its list.
    ///
    /// # Errors
    /// [`PageError`].
    pub fn page(&mut self, page: &UsagePage, kind: UsageKind, list: &List) -> Result<PageEnd, PageError> {
        let mut end = PageEnd::default();
        let mut read = |add: &mut dyn FnMut(&UsageRecord<'_>) -> Result<(), ExportError>| {
            end = page.each(kind, &mut |record| Ok::<(), PageError>(add(record)?))?;
            // Before its rows count.
            Ok::<(), PageError>(list.pages.check(&end)?)
        };
        match self {
            Making::Usage(file) => file.page(|rows| read(&mut |record| rows.add(record)))?,
            Making::Focus(file, lookups) => {
                file.page(lookups, |rows| read(&mut |record| rows.add(record, list.metric)))?;
            }
        }
        Ok(end)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// [`ExportError::RowCountDiffers`], [`ExportError::SumDiffers`].
    pub fn finish(&mut self) -> Result<(), ExportError> {
        match self {
            Making::Usage(file) => file.finish(),
            Making::Focus(file, _) => file.finish(),
        }
    }

    /// What was made and how far it is.
    pub fn exporter(&self) -> &Exporter {
        match self {
            Making::Usage(file) => file.exporter(),
            Making::Focus(file, _) => file.exporter(),
        }
    }
}

/// How the rows of a file will read.
pub enum Reading<'p> {
    /// As Azure makes it.
    Usage(UsagePreview<'p>),
    /// FOCUS.
    Focus(FocusPreview<'p>),
}

impl Reading<'_> {
    /// The headers.
    pub fn header(&self) -> Vec<String> {
        match self {
            Reading::Usage(preview) => preview.header(),
            Reading::Focus(preview) => preview.header(),
        }
    }

    /// The cells of a record.
    pub fn row(&self, record: &UsageRecord<'_>) -> Vec<String> {
        match self {
            Reading::Usage(preview) => preview.row(record),
            Reading::Focus(preview) => preview.row(record),
        }
    }
}
