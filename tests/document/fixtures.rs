//! Invented papers.
use chrono::NaiveDate;
use factuur::billing::*;
use factuur::document::{InvoicePaper, PaperLine, PayAsYouGoLine};
use factuur::text::{Language, Locale};
use rust_decimal::Decimal;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn money(amount: &str, currency: Currency) -> Money {
    Money::new(decimal(amount), currency)
}

fn told(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// Everything a paper borrows.
pub struct Sample {
    pub locale: Locale,
    pub invoice: Invoice,
    pub among: Vec<Invoice>,
    pub sold_to: Option<Address>,
    pub bill_to: Option<Address>,
    pub term: Option<PaymentTerm>,
    pub lines: Vec<(Transaction, Option<Money>)>,
    pub usage: Vec<PayAsYouGoLine>,
    pub taxes: Vec<Tax>,
}

impl Sample {
    /// Hands the paper to `with`.
    pub fn paper<T>(&self, with: impl FnOnce(&InvoicePaper<'_>) -> T) -> T {
        let lines: Vec<_> =
            self.lines.iter().map(|(transaction, price)| PaperLine { transaction, unit_price: *price }).collect();
        with(&InvoicePaper {
            locale: self.locale,
            invoice: &self.invoice,
            among: &self.among,
            sold_to: self.sold_to.as_ref(),
            bill_to: self.bill_to.as_ref(),
            payment_term: self.term.as_ref(),
            lines: &lines,
            pay_as_you_go: &self.usage,
            taxes: &self.taxes,
        })
    }

    pub fn in_language(mut self, language: Language) -> Sample {
        self.locale = Locale::of(language);
        self
    }
}

/// An invoice of which the API tells nothing but the number.
pub fn bare(name: &str) -> Invoice {
    Invoice {
        account: "1f0c:77aa_2019-05-31".into(),
        name: name.into(),
        status: InvoiceStatus::Due,
        kind: DocumentKind::Invoice,
        invoice_type: None,
        invoice_date: None,
        due_date: None,
        period: None,
        profile: None,
        profile_display_name: None,
        subscription_id: None,
        subscription_display_name: None,
        po_number: None,
        billed: None,
        credit: None,
        prepayment: None,
        free_credit: None,
        sub_total: None,
        tax: None,
        total: None,
        amount_due: None,
        payments: Vec::new(),
        failed_payments: Vec::new(),
        documents: Vec::new(),
        rebill: None,
        billed_document: None,
        credit_for: None,
    }
}

pub fn only(invoice: Invoice) -> Sample {
    Sample {
        locale: Locale::of(Language::En),
        invoice,
        among: Vec::new(),
        sold_to: None,
        bill_to: None,
        term: None,
        lines: Vec::new(),
        usage: Vec::new(),
        taxes: Vec::new(),
    }
}

pub fn line(
    section: &str,
    family: Option<&str>,
    description: &str,
    quantity: &str,
    unit: &str,
    amount: Money,
) -> Transaction {
    Transaction {
        name: description.to_owned(),
        date: Some(day("2026-03-31")),
        invoice: Some("G654951816".into()),
        transaction_type: "Usage Charge".to_owned(),
        section: Some(section.into()),
        section_display_name: told(section),
        product_family: family.map(str::to_owned),
        product_description: told(description),
        product_type: told("Azure plan"),
        quantity: Some(decimal(quantity)),
        unit_of_measure: told(unit),
        amount: Some(amount),
        sub_total: Some(amount),
        ..Transaction::default()
    }
}

/// A usual invoice: two sections, a purchase, an adjustment, a credit, a payment in part and one that failed.
pub fn usual(currency: Currency) -> Sample {
    let eur = |amount: &str| money(amount, currency);
    let invoice = Invoice {
        status: InvoiceStatus::OverDue,
        invoice_date: Some(day("2026-04-09")),
        due_date: Some(day("2026-05-09")),
        period: Period::month(2026, 3),
        profile: Some("KLRW-Q3Y4-BG7-TGB".into()),
        profile_display_name: told("Appelhof productie"),
        po_number: told("PO-2026/0417"),
        billed: Some(eur("4321.09")),
        credit: Some(eur("200.00")),
        prepayment: Some(eur("100.00")),
        sub_total: Some(eur("4021.09")),
        tax: Some(eur("844.43")),
        total: Some(eur("4865.52")),
        amount_due: Some(eur("3865.52")),
        payments: vec![Payment {
            amount: Some(eur("1000.00")),
            date: Some(day("2026-04-21")),
            family: Some(PaymentFamily::CreditCard),
            method: told("visa"),
            payment_type: told("debited"),
        }],
        failed_payments: vec![FailedPayment {
            date: Some(day("2026-04-20")),
            reason: Some(FailedPaymentReason::CardExpired),
        }],
        ..bare("G654951816")
    };
    let mut purchase =
        line("Research & development", Some("SaaS"), "Backup plan for orchards, yearly", "2", "1/Year", eur("1250.00"));
    purchase.transaction_type = "Purchase".to_owned();
    let mut rounding = line("Greenhouses", None, "", "1", "", eur("0.02"));
    rounding.transaction_type = "Rounding Adjustment".to_owned();
    rounding.product_description = None;
    let lines = vec![
        (
            line(
                "Greenhouses",
                Some("Compute"),
                "Virtual Machines Dv5 Series, D4 v5, EU West",
                "744",
                "1 Hour",
                eur("1488.37"),
            ),
            Some(eur("2.0005")),
        ),
        (
            line(
                "Greenhouses",
                Some("Compute"),
                "Virtual Machines BS Series, B2s, EU West",
                "1488.5",
                "1 Hour",
                eur("59.54"),
            ),
            Some(eur("0.04")),
        ),
        (
            line(
                "Greenhouses",
                Some("Storage"),
                "Premium SSD Managed Disks, P30 LRS Disk, EU West",
                "3.2258064516",
                "1/Month",
                eur("435.48"),
            ),
            Some(eur("135.0001")),
        ),
        (
            line(
                "Greenhouses",
                Some("Storage"),
                "General Block Blob v2, Hot LRS Write Operations, EU West",
                "1204.33",
                "10K",
                eur("6.50"),
            ),
            Some(eur("0.0054")),
        ),
        (rounding, None),
        (
            line(
                "Research & development",
                Some("Networking"),
                "Bandwidth Inter-Region, Intra Continent Data Transfer Out, Zone 1",
                "12840.775",
                "1 GB",
                eur("256.81"),
            ),
            Some(eur("0.02")),
        ),
        (
            line(
                "Research & development",
                Some("AI + Machine Learning"),
                "Azure OpenAI, gpt output global tokens",
                "81427.2",
                "1K",
                eur("824.37"),
            ),
            Some(eur("0.01012401")),
        ),
        (purchase, Some(eur("625"))),
    ];
    let company = Address {
        company_name: told("Koninklijke Appelhof B.V."),
        first_name: told("Zoë"),
        last_name: told("van der Meijden"),
        address_line1: told("Prins Hendrikkade 120-III"),
        postal_code: told("1011 AN"),
        city: told("Amsterdam"),
        country: told("NL"),
        ..Address::default()
    };
    let bill_to = Address {
        company_name: told("Koninklijke Appelhof B.V."),
        address_line1: told("Afdeling crediteuren"),
        address_line2: told("Postbus 90210"),
        postal_code: told("3503 RA"),
        city: told("Utrecht"),
        country: told("NL"),
        ..Address::default()
    };
    Sample {
        sold_to: Some(company),
        bill_to: Some(bill_to),
        term: Some(PaymentTerm { term: told("net30"), start_date: None, end_date: None }),
        lines,
        taxes: vec![Tax { rate: decimal("0.21"), amount: eur("844.43") }],
        ..only(invoice)
    }
}

/// The usual invoice with `count` lines in `sections` sections.
pub fn long(count: usize, sections: usize, currency: Currency) -> Sample {
    const FAMILIES: [&str; 4] = ["Compute", "Storage", "Networking", "Databases"];
    let mut sample = usual(currency);
    sample.lines = (0..count)
        .map(|at| {
            let section = format!("Section {}", at * sections / count + 1);
            let family = FAMILIES[at * sections * 4 / count % 4];
            let amount = Money::new(Decimal::new(10_007 * (at as i64 + 1) % 900_001, 2), currency);
            let description = match at % 7 {
                0 => format!("Virtual Machines Dv5 Series, D{at} v5, EU West, reserved for the orchard's monthly forecasts and their long-running simulations"),
                _ => format!("Meter number {at}, EU West"),
            };
            let price = Money::new(Decimal::new(at as i64 * 31 + 7, 4), currency);
            (line(&section, Some(family), &description, &format!("{}.{:03}", at * 37 + 1, at % 997 + 1), "1 Hour", amount), Some(price))
        })
        .collect();
    sample
}

/// The invoice of a pay-as-you-go subscription.
pub fn pay_as_you_go() -> Sample {
    let usd = |amount: &str| money(amount, Currency::USD);
    let row = |names: [&str; 5], numbers: [&str; 5]| PayAsYouGoLine {
        category: names[0].to_owned(),
        subcategory: names[1].to_owned(),
        meter: names[2].to_owned(),
        region: names[3].to_owned(),
        period: None,
        unit: names[4].to_owned(),
        consumed: decimal(numbers[0]),
        included: decimal(numbers[1]),
        billable: decimal(numbers[2]),
        rate: decimal(numbers[3]),
        value: usd(numbers[4]),
    };
    let usage = vec![
        row(
            ["Virtual Machines", "Dv3/DSv3 Series", "D2 v3/D2s v3", "EU North", "1 Hour"],
            ["743.983334", "0", "743.983334", "0.096", "71.42"],
        ),
        row(
            ["Storage", "Standard HDD Managed Disks", "S10 Disk", "EU North", "1/Month"],
            ["0.999989", "0", "0.999989", "5.888", "5.89"],
        ),
        row(
            ["Bandwidth", "", "Data Transfer Out", "Zone 1", "1 GB"],
            ["6.024861", "5", "1.024861", "0.0870000001", "0.09"],
        ),
        row(["Azure DNS", "Public", "Public Queries", "", "1M"], ["0.017042", "0", "0.017042", "0.4", "0.01"]),
    ];
    let invoice = Invoice {
        invoice_type: Some(InvoiceType::AzureServices),
        status: InvoiceStatus::Paid,
        invoice_date: Some(day("2026-03-07")),
        period: Some(Period { start: day("2026-02-05"), end: day("2026-03-04") }),
        subscription_id: told("90a7c1c2-1f5e-4b3c-8f8e-1c2d3e4f5a6b"),
        subscription_display_name: told("Orchard webshop"),
        billed: Some(usd("77.41")),
        amount_due: Some(usd("0")),
        payments: vec![Payment {
            amount: Some(usd("77.41")),
            date: Some(day("2026-03-07")),
            family: Some(PaymentFamily::CreditCard),
            method: told("mastercard"),
            payment_type: told("Charged"),
        }],
        ..bare("E01001AB2C")
    };
    Sample { usage, bill_to: usual(Currency::USD).bill_to, ..only(invoice) }
}

/// A void invoice, the document that voids it in the list beside it.
pub fn void(currency: Currency) -> Sample {
    let mut sample = usual(currency);
    sample.invoice.status = InvoiceStatus::Void;
    sample.invoice.payments.clear();
    sample.invoice.failed_payments.clear();
    sample.invoice.amount_due = Some(Money::zero(currency));
    sample.invoice.rebill =
        Some(Rebill { invoice: Some("G654951999".into()), credit_note: Some("C000451816".into()), next: None });
    sample.among = vec![Invoice {
        kind: DocumentKind::VoidNote,
        billed_document: Some("G654951816".into()),
        ..bare("V000451816")
    }];
    sample
}

/// The credit note for the usual invoice: the sign is turned.
pub fn credit_note(currency: Currency) -> Sample {
    let mut sample = usual(currency);
    let turned = |amount: &mut Option<Money>| *amount = amount.map(|amount| amount.negated());
    let invoice = &mut sample.invoice;
    invoice.name = "C000451816".into();
    invoice.kind = DocumentKind::CreditNote;
    invoice.status = InvoiceStatus::Paid;
    invoice.credit_for = Some("G654951816".into());
    invoice.due_date = None;
    for amount in [
        &mut invoice.billed,
        &mut invoice.credit,
        &mut invoice.prepayment,
        &mut invoice.sub_total,
        &mut invoice.tax,
        &mut invoice.total,
    ] {
        turned(amount);
    }
    invoice.amount_due = None;
    invoice.payments.clear();
    invoice.failed_payments.clear();
    for (line, _) in &mut sample.lines {
        turned(&mut line.amount);
    }
    for tax in &mut sample.taxes {
        tax.amount = tax.amount.negated();
    }
    sample
}
