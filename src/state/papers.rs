//! Invoices as PDF, one by one or many in an archive: what the API tells of them, put on paper by `document`.
use super::{
    Count, EngineFile, ExportChoice, FileError, FileWork, Session, StatementError, language, region, statement,
};
use crate::arm::{Client, LocalFuture};
use crate::billing::{
    AccountName, Address, BillingAccount, BillingProfile, DocumentKind, Invoice, InvoiceType, Period, Scope,
    StatementLine, SubscriptionId, Transaction,
};
use crate::browser::clock;
use crate::browser::download::{FileParts, read_blob};
use crate::browser::engine::Thing;
use crate::browser::own::NOT_IN_FILES;
use crate::document::{IndexRow, InvoicePaper, Packing, PaperLine, PayAsYouGoLine, ZipWriter, index_csv, invoice_pdf};
use crate::export::UsageSchema;
use crate::text::Locale;

/// Makes papers; what several of them have in common is asked for once.
pub struct Papers {
    client: Client,
    session: Session,
    has_extension: bool,
    locale: Locale,
    accounts: Option<Vec<BillingAccount>>,
    profiles: Vec<BillingProfile>,
    /// Other documents of the same list, which tell what replaces what.
    among: Vec<Invoice>,
}

impl Papers {
    /// Papers in the person's language and format. `among` is the list that the invoices were chosen from, as far as it is
    /// at hand.
    pub fn new(client: Client, session: Session, among: Vec<Invoice>) -> Papers {
        let locale = Locale { language: language(), region: region() };
        let has_extension = session.has_extension();
        Papers { client, session, has_extension, locale, accounts: None, profiles: Vec::new(), among }
    }

    /// The paper of an invoice.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn paper(&mut self, invoice: &Invoice) -> Result<Vec<u8>, FileError> {
        let profile = self.profile(invoice).await?;
        let account = self.sold_to(&invoice.account).await?;
        let pay_as_you_go = self.meters(invoice).await?;
        let transactions = if pay_as_you_go.is_empty() { self.transactions(invoice).await? } else { Vec::new() };
        let lines: Vec<PaperLine<'_>> =
            transactions.iter().map(|transaction| PaperLine { transaction, unit_price: None }).collect();
        let profile = profile.as_ref();
        let paper = InvoicePaper {
            locale: self.locale,
            invoice,
            among: &self.among,
            sold_to: profile.and_then(|profile| profile.sold_to.as_ref()).or(account.as_ref()),
            bill_to: profile.and_then(|profile| profile.bill_to.as_ref()),
            payment_term: profile.and_then(|profile| profile.payment_term.as_ref()),
            lines: &lines,
            pay_as_you_go: &pay_as_you_go,
            taxes: &[],
        };
        Ok(invoice_pdf(&paper)?)
    }

    async fn profile(&mut self, invoice: &Invoice) -> Result<Option<BillingProfile>, FileError> {
        let Some(name) = &invoice.profile else { return Ok(None) };
        if let Some(known) = self.profiles.iter().find(|known| known.name == *name) {
            return Ok(Some(known.clone()));
        }
        match self.client.billing_profile(&invoice.account, name).await {
            Ok(profile) => {
                self.profiles.push(profile.clone());
                Ok(Some(profile))
            }
            // Who may see the invoice need not see the profile's properties: the paper goes without its addresses.
            Err(error) if matches!(error.status(), Some(403 | 404)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The account's own address: the list tells it.
    async fn sold_to(&mut self, account: &AccountName) -> Result<Option<Address>, FileError> {
        if self.accounts.is_none() {
            self.accounts = Some(self.client.billing_accounts().await?);
        }
        let known = self.accounts.iter().flatten().find(|known| known.name == *account);
        Ok(known.and_then(|account| account.sold_to.clone()))
    }

    /// The lines as transactions: every agreement of the contract but pay-as-you-go has them; there a paper without lines is
    /// a paper all the same.
    async fn transactions(&self, invoice: &Invoice) -> Result<Vec<Transaction>, FileError> {
        match self.client.transactions(&invoice.account, &invoice.name).await {
            Err(error) if invoice.profile.is_none() && matches!(error.status(), Some(400 | 403 | 404)) => {
                Ok(Vec::new())
            }
            // Files that do not hold its lines hold the invoice all the same.
            Err(error) if error.code() == Some(NOT_IN_FILES) => Ok(Vec::new()),
            answer => Ok(answer?),
        }
    }

    /// What each meter came to, on an invoice for Azure services of a pay-as-you-go subscription. The sandbox tells it;
    /// Azure has no public API for it, so there the paper has the amounts alone.
    async fn meters(&self, invoice: &Invoice) -> Result<Vec<PayAsYouGoLine>, FileError> {
        let Some((subscription, period)) = self.metered(invoice) else { return Ok(Vec::new()) };
        // Which periods those days are, the subscription tells.
        let periods = match self.client.billing_subscription(&invoice.account, &subscription).await {
            Ok(subscription) => subscription.periods_charged(period),
            Err(error) if error.status() == Some(403) => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let several = periods.len() > 1;
        match statement(self.client.clone(), subscription, periods).await {
            Ok(statement) => Ok(statement.lines.iter().map(|one| line(one, several)).collect()),
            // The terms are the account administrator's; who may download the invoice has its transactions.
            Err(StatementError::Arm(error)) if error.status() == Some(403) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    fn metered(&self, invoice: &Invoice) -> Option<(SubscriptionId, Period)> {
        let of_services = invoice.invoice_type == Some(InvoiceType::AzureServices);
        let id = invoice.subscription_id.as_deref().filter(|_| of_services && self.has_extension)?;
        Some((SubscriptionId::new(id), invoice.period?))
    }
}

/// Places of a rate on paper. It is a quotient (value ÷ quantity), mostly without an end; the usage file has all of it.
const RATE_PLACES: u32 = 8;

fn line(line: &StatementLine, several: bool) -> PayAsYouGoLine {
    PayAsYouGoLine {
        category: line.meter.category.clone(),
        subcategory: line.meter.sub_category.clone(),
        meter: line.meter.name.clone(),
        region: line.meter.region.clone(),
        period: several.then_some(line.period),
        unit: line.meter.unit.clone(),
        consumed: line.consumed.normalize(),
        included: line.included.normalize(),
        billable: line.overage_quantity.normalize(),
        rate: line.rate.round_dp(RATE_PLACES).normalize(),
        value: line.value,
    }
}

/// Hands the person the PDF of an invoice, and tells the name it was given.
///
/// # Errors
/// [`FileError`].
pub async fn save_paper(client: Client, session: Session, invoice: Invoice) -> Result<String, FileError> {
    let among = match &invoice.profile {
        Some(profile) => {
            let scope = Scope::Profile(invoice.account.clone(), profile.clone());
            // It only tells what replaces what: without it there is a paper all the same.
            client.invoices(&scope, None).await.unwrap_or_default()
        }
        None => Vec::new(),
    };
    let bytes = Papers::new(client, session, among).paper(&invoice).await?;
    let name = file_name(&invoice);
    let mut parts = FileParts::default();
    parts.push(&bytes);
    if parts.save(&name, "application/pdf") { Ok(name) } else { Err(FileError::Refused) }
}

fn file_name(invoice: &Invoice) -> String {
    crate::document::safe_name(&format!("{}.pdf", invoice.name))
}

/// Many invoices in one zip file: a PDF of each, its usage file if wanted, and an index. A finished piece of the archive goes
/// to the browser at once, so that memory does not grow with the number of invoices.
pub struct Archive {
    papers: Papers,
    invoices: Vec<Invoice>,
    next: usize,
    with_usage: bool,
    /// The usage file that is being made, or taken into the archive.
    usage: Option<UsageFile>,
    zip: ZipWriter,
    rows: Vec<IndexRow>,
    parts: FileParts,
}

impl Archive {
    /// An archive of these invoices.
    ///
    /// # Errors
    /// [`FileError::Document`] when the browser's clock stands before 1980.
    pub fn new(papers: Papers, invoices: Vec<Invoice>, with_usage: bool) -> Result<Archive, FileError> {
        let zip = ZipWriter::new(clock::today())?;
        let (rows, parts) = (Vec::new(), FileParts::default());
        Ok(Archive { papers, invoices, next: 0, with_usage, usage: None, zip, rows, parts })
    }

    /// One step of the usage file that is open; closes it after the last.
    async fn usage_step(&mut self, invoice: &Invoice) -> Result<(), FileError> {
        match &mut self.usage {
            None => {}
            Some(UsageFile::Making(file)) => {
                let goes_on = file.step().await?;
                if !goes_on {
                    let made = file.file().ok_or(FileError::Refused)?;
                    self.usage = Some(UsageFile::Made(made, 0));
                }
            }
            Some(UsageFile::Made(file, at)) => {
                let bytes = read_blob(file, *at, PIECE).await.ok_or(FileError::Refused)?;
                if bytes.is_empty() {
                    let file = self.zip.end()?;
                    self.rows.push(row(file, invoice, None));
                    self.usage = None;
                    self.next += 1;
                } else {
                    self.zip.write(&bytes)?;
                    *at += bytes.len() as u64;
                }
            }
        }
        Ok(())
    }

    /// The PDF of the next invoice; opens its usage file.
    async fn paper_step(&mut self, invoice: &Invoice) -> Result<(), FileError> {
        let bytes = self.papers.paper(invoice).await?;
        let usage = match usage_of(invoice).filter(|_| self.with_usage) {
            Some((of, period)) => {
                let session = self.papers.session;
                let schema = match of {
                    UsageOf::Scope(_) => UsageSchema::CostDetails20211001,
                    UsageOf::Subscription(_) => UsageSchema::PayAsYouGo20191101,
                };
                let choice = ExportChoice::usual(schema);
                let order = match &of {
                    UsageOf::Scope(scope) => choice.of_scope(&session, scope, period),
                    UsageOf::Subscription(id) => choice.of_subscription(&session, id, period),
                };
                let order = order.ok_or(FileError::Refused)?;
                Some(UsageFile::Making(Box::new(EngineFile::new(session, order, None))))
            }
            None => None,
        };
        // A PDF is deflated already.
        let file = self.zip.add(&file_name(invoice), Packing::Stored, &bytes)?;
        self.rows.push(row(file, invoice, Some(invoice.kind.clone())));
        match usage {
            Some(usage) => {
                self.zip.begin(&format!("{}-usage.csv", invoice.name))?;
                self.usage = Some(usage);
            }
            None => self.next += 1,
        }
        Ok(())
    }
}

/// A usage file on its way into the archive.
enum UsageFile {
    /// The engine makes it.
    Making(Box<EngineFile>),
    /// It is made; so many bytes of it are in the archive.
    Made(Thing, u64),
}

/// Bytes of a usage file that are taken at a time.
const PIECE: u64 = 1 << 20;

/// Whose usage a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageOf {
    /// Of a billing profile or what is below it (MCA, MPA).
    Scope(Scope),
    /// Of a pay-as-you-go subscription (MOSP).
    Subscription(SubscriptionId),
}

fn row(file: crate::document::ZipEntry, invoice: &Invoice, kind: Option<DocumentKind>) -> IndexRow {
    IndexRow {
        file,
        // Told once, with the paper: the column can be added up.
        total: kind.as_ref().and(invoice.total.or(invoice.billed)),
        kind,
        number: invoice.name.clone(),
        date: invoice.invoice_date,
    }
}

/// Whose usage an invoice charges, and for which days; none for what is not charged by usage.
pub fn usage_of(invoice: &Invoice) -> Option<(UsageOf, Period)> {
    let period = invoice.period?;
    if let Some(profile) = &invoice.profile {
        let scope = Scope::Profile(invoice.account.clone(), profile.clone());
        return Some((UsageOf::Scope(scope), Period::month_of(period.start)?));
    }
    let id = invoice.subscription_id.as_deref()?;
    let by_use = invoice.invoice_type.as_ref().is_none_or(|kind| *kind == InvoiceType::AzureServices);
    by_use.then(|| (UsageOf::Subscription(SubscriptionId::new(id)), period))
}

impl FileWork for Archive {
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>> {
        Box::pin(async move {
            let Some(invoice) = self.invoices.get(self.next).cloned() else { return Ok(false) };
            if self.usage.is_some() {
                self.usage_step(&invoice).await?;
            } else {
                self.paper_step(&invoice).await?;
            }
            let made = self.zip.take();
            self.parts.push(&made);
            Ok(true)
        })
    }

    fn count(&self) -> Count {
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        Count { done: number(self.next), of: Some(number(self.invoices.len())), bytes: self.parts.len() }
    }

    fn finish(&mut self, name: &str) -> Result<(), FileError> {
        let fresh = ZipWriter::new(clock::today())?;
        let mut zip = std::mem::replace(&mut self.zip, fresh);
        zip.add("index.csv", Packing::Deflated, &index_csv(&self.rows, self.papers.locale.language))?;
        self.parts.push(&zip.finish()?);
        if self.parts.save(name, "application/zip") { Ok(()) } else { Err(FileError::Refused) }
    }
}
