//! Transactions of an invoice: its lines, since an invoice has none of its own (contract §6). Their amounts sum to the
//! invoice's billed amount, their sub-totals to its sub-total.
use super::super::call::Call;
use super::super::chance;
use super::super::json::Object;
use super::super::month::stamp;
use super::super::refusal::Refusal;
use super::super::server::{Caller, Sandbox};
use super::super::usage::{LinePrice, UsageMonth};
use super::invoice::{Found, find, money};
use super::page::{found, page};
use super::profile::display_name;
use super::{Place, owner_scope, profile_scope};
use crate::arm::Response;
use crate::billing::{Currency, Money, MoneyError, Scope};
use rust_decimal::Decimal;

/// What one transaction says.
struct Entry {
    kind: &'static str,
    owner: Option<usize>,
    family: String,
    description: String,
    quantity: Decimal,
    unit: String,
    /// What a unit costs, and dollars to billing currency.
    price: Option<(LinePrice, Decimal)>,
    amount: Money,
    credit: Money,
}

/// Lines by section and meter, a rounding adjustment per section, and the credits.
pub(super) fn list(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
    name: &str,
) -> Result<Response, Refusal> {
    let invoice = find(sandbox, caller, place.account, name)?;
    let mut items = Vec::new();
    for (index, entry) in entries(sandbox, &invoice)?.iter().enumerate() {
        if found(call, &[&entry.description, &entry.family, entry.kind]) {
            items.push(transaction_json(sandbox, &invoice, index, entry)?);
        }
    }
    page(call, items)
}

fn entries(sandbox: &Sandbox, invoice: &Found<'_>) -> Result<Vec<Entry>, MoneyError> {
    let bill = &invoice.bill;
    let document = bill.document();
    let zero = Money::zero(document.total.currency());
    let month = UsageMonth::new(&sandbox.seed, invoice.profile, bill.month, bill.month.days(), sandbox.load_rows());
    let mut entries = Vec::new();
    for line in &document.lines {
        let (family, description, unit) = month.line_text(line.meter);
        let total = bill.bill.totals.get(&(line.section, line.meter)).copied().unwrap_or_default();
        let price = month.line_price(line.meter, &total)?.map(|price| (price, month.rate));
        let quantity = if bill.reversed { -total.quantity } else { total.quantity };
        let kind = if bill.reversed { "Credit" } else { "Usage Charge" };
        let owner = Some(line.section);
        entries.push(Entry {
            kind,
            owner,
            family,
            description,
            quantity,
            unit,
            price,
            amount: line.amount,
            credit: zero,
        });
    }
    let adjustments = document.adjustments.iter().map(|adjustment| Entry {
        kind: "Rounding Adjustment",
        owner: Some(adjustment.section),
        family: "Rounding Adjustment".to_owned(),
        description: "Rounding Adjustment".to_owned(),
        quantity: Decimal::ONE,
        unit: "1".to_owned(),
        price: None,
        amount: adjustment.amount,
        credit: zero,
    });
    let credits = (!document.credits.is_zero()).then(|| Entry {
        kind: "Credit",
        owner: None,
        family: "Credit".to_owned(),
        description: "Service credit".to_owned(),
        quantity: Decimal::ONE,
        unit: "1".to_owned(),
        price: None,
        amount: zero,
        credit: document.credits,
    });
    entries.extend(adjustments.chain(credits));
    Ok(entries)
}

fn transaction_json(sandbox: &Sandbox, invoice: &Found<'_>, index: usize, entry: &Entry) -> Result<String, Refusal> {
    let bill = &invoice.bill;
    let profile = profile_scope(invoice.account, invoice.profile).id();
    let account = Scope::Account(invoice.account.name.as_str().into()).id();
    let name = chance::guid(chance::place(&[chance::of_text(&bill.name), index as u64]));
    let mut properties = Object::new()
        .text("kind", "All")
        .text("date", &stamp(bill.month.last()))
        .text("invoice", &bill.name)
        .text("invoiceId", &format!("{account}/invoices/{}", bill.name))
        .text("transactionType", entry.kind)
        .raw("transactionAmount", &money(&entry.amount))
        .raw("subTotal", &money(&entry.amount.minus(&entry.credit)?))
        .raw("azureCreditApplied", &money(&entry.credit))
        .number("quantity", entry.quantity)
        .text("unitOfMeasure", &entry.unit)
        .text("billingCurrency", &invoice.profile.currency)
        .text("pricingCurrency", "USD")
        .text("productFamily", &entry.family)
        .text("productDescription", &entry.description)
        .text("productType", "Azure plan")
        .text("servicePeriodStartDate", &stamp(bill.month.first()))
        .text("servicePeriodEndDate", &stamp(bill.month.last()))
        .text("billingProfileId", &profile)
        .text("billingProfileDisplayName", &display_name(sandbox, invoice.account, invoice.profile))
        .flag("isThirdParty", entry.family == "SaaS");
    if let Some((price, rate)) = &entry.price {
        let dollars = |price| money(&Money::new(price, Currency::USD));
        properties = properties.raw("effectivePrice", &dollars(price.effective)).number("exchangeRate", *rate);
        if let Some((list, discount)) = price.list {
            properties = properties.raw("marketPrice", &dollars(list)).number("discount", discount);
        }
    }
    if let Some(owner) = entry.owner {
        let owners = invoice.profile.owners();
        let display = owners.get(owner).map_or("", |(_, display)| display);
        let scope = owner_scope(invoice.account, invoice.profile, owner);
        let (id, title) = match scope {
            Scope::Customer(..) => ("customerId", "customerDisplayName"),
            _ => ("invoiceSectionId", "invoiceSectionDisplayName"),
        };
        properties = properties.text(id, &scope.id()).text(title, display);
    }
    Ok(Object::new()
        .text("id", &format!("{profile}/transactions/{name}"))
        .text("name", &name)
        .text("type", "Microsoft.Billing/billingAccounts/billingProfiles/transactions")
        .raw("properties", &properties.end())
        .end())
}
