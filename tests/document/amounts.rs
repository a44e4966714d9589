//! Every number, every line, every amount of the invoice is on the paper, in each language.
use super::fixtures::*;
use super::support::{pages, squeezed, text};
use factuur::billing::{Currency, Money};
use factuur::text::words::{document, invoices};
use factuur::text::{self, Language, Locale, Named};

fn plain(text: String) -> String {
    text.replace('\u{a0}', " ")
}

fn amount(of: Option<Money>, locale: Locale) -> String {
    plain(text::money(&of.unwrap(), locale.region))
}

/// The line of the text that begins with `label`, squeezed.
fn line_of(text: &str, label: &str) -> String {
    let line = text.lines().map(squeezed).find(|line| line.starts_with(label));
    line.unwrap_or_else(|| panic!("no line begins with {label}:\n{text}"))
}

#[test]
fn every_amount_of_the_summary_stands_beside_its_word() {
    for (language, currency) in [
        (Language::En, Currency::EUR),
        (Language::Nl, Currency::EUR),
        (Language::Sv, Currency::SEK),
        (Language::En, Currency::parse("JPY").unwrap()),
        (Language::Nl, Currency::parse("PLN").unwrap()),
    ] {
        let sample = usual(currency).in_language(language);
        let (text, locale, invoice) = (sample.text(), sample.locale, &sample.invoice);
        let all = squeezed(&text);
        for (word, told) in [
            (invoices::CHARGES, invoice.billed),
            (invoices::CREDIT, invoice.credit.map(|it| it.negated())),
            (invoices::PREPAYMENT, invoice.prepayment.map(|it| it.negated())),
            (invoices::SUB_TOTAL, invoice.sub_total),
            (invoices::TOTAL, invoice.total),
            (invoices::PAYMENTS, Some(money("-1000.00", currency))),
            (invoices::AMOUNT_DUE, invoice.amount_due),
        ] {
            let wanted = format!("{} {}", word.text(language), amount(told, locale));
            assert!(all.contains(&wanted), "{language:?}: {wanted}\n{text}");
        }
        let rate = plain(text::percent(decimal("0.21"), locale.region));
        let tax = document::TAX_AT.with(language, &[("rate", &rate)]);
        assert!(all.contains(&format!("{tax} {}", amount(invoice.tax, locale))), "{tax}\n{text}");
    }
}

#[test]
fn every_line_has_its_quantity_unit_price_and_amount() {
    for (language, currency) in
        [(Language::En, Currency::USD), (Language::Nl, Currency::EUR), (Language::Sv, Currency::SEK)]
    {
        let sample = usual(currency).in_language(language);
        let (text, locale) = (sample.text(), sample.locale);
        for (line, price) in &sample.lines {
            let description = line.product_description.as_deref();
            let description = description.unwrap_or(invoices::LINE_ROUNDING.text(language));
            let quantity = plain(text::number(line.quantity.unwrap(), locale.region));
            let unit = line.unit_of_measure.as_deref().unwrap();
            let price = price.map_or_else(String::new, |price| amount(Some(price), locale));
            let wanted = squeezed(&format!("{description} {quantity} {unit} {price} {}", amount(line.amount, locale)));
            assert_eq!(line_of(&text, description), wanted);
        }
        for (section, sum) in [("Greenhouses", "1989.91"), ("Research & development", "2331.18")] {
            let label = document::SUB_TOTAL_OF.with(language, &[("name", section)]);
            let wanted = format!("{label} {}", amount(Some(money(sum, currency)), locale));
            assert_eq!(line_of(&text, &label), wanted);
        }
    }
}

#[test]
fn a_long_invoice_loses_no_line() {
    let sample = long(700, 5, Currency::EUR).in_language(Language::Sv);
    let text = sample.text();
    assert!(pages(&text).len() > 15);
    let lines: Vec<String> = text.lines().map(squeezed).collect();
    let mut from = 0;
    for (line, price) in &sample.lines {
        let description = line.product_description.as_deref().unwrap();
        let first_words = description.split(", reserved").next().unwrap();
        let numbers = squeezed(&format!(
            "{} 1 Hour {} {}",
            plain(text::number(line.quantity.unwrap(), sample.locale.region)),
            amount(*price, sample.locale),
            amount(line.amount, sample.locale)
        ));
        // In the order of the invoice, each after the one before.
        let found = lines[from..].iter().position(|row| row.starts_with(first_words) && row.ends_with(&numbers));
        from += found.unwrap_or_else(|| panic!("{description}: {numbers}")) + 1;
    }
    let wrapped = text.matches("long-running").count();
    assert_eq!(wrapped, 100, "the second lines of the long names");
}

#[test]
fn the_lines_stand_under_their_section_and_family_in_reading_order() {
    let text = squeezed(&usual(Currency::EUR).text());
    let mut from = text.find("Lines by invoice section").unwrap();
    for next in [
        "Greenhouses",
        "Compute",
        "Virtual Machines Dv5",
        "Virtual Machines BS",
        "Storage",
        "Premium SSD",
        "General Block",
        "Other",
        "Rounding adjustment",
        "Subtotal Greenhouses",
        "Research & development",
        "Networking",
        "Bandwidth",
        "AI + Machine Learning",
        "Azure OpenAI",
        "SaaS",
        "Backup plan",
        "Purchase · 31 Mar 2026",
        "Subtotal Research & development",
    ] {
        from += text[from..].find(next).unwrap_or_else(|| panic!("{next} does not come in its place:\n{text}"));
    }
}

#[test]
fn a_pay_as_you_go_line_has_its_nine_cells() {
    for language in Language::ALL {
        let sample = pay_as_you_go().in_language(language);
        let (text, region) = (sample.text(), sample.locale.region);
        for line in &sample.usage {
            let number = |value| plain(text::number(value, region));
            let rate = Money::new(line.rate, line.value.currency());
            let wanted = format!(
                "{} {} {} {} {} {} {}",
                line.meter,
                line.unit,
                number(line.consumed),
                number(line.included),
                number(line.billable),
                amount(Some(rate), sample.locale),
                amount(Some(line.value), sample.locale)
            );
            assert_eq!(line_of(&text, &line.meter), wanted);
            for told in [&line.category, &line.subcategory, &line.region] {
                for word in told.split(' ') {
                    assert!(text.contains(word), "{told}: {text}");
                }
            }
        }
        for word in [document::RESOURCE, document::CONSUMED, document::INCLUDED, document::BILLABLE, document::RATE] {
            assert!(text.contains(word.text(language)), "{}", word.text(language));
        }
        assert!(squeezed(&text).contains(document::NAME_TYPE_REGION.text(language)));
        let sum = format!(
            "{} {}",
            invoices::SUB_TOTAL.text(language),
            amount(Some(money("77.41", Currency::USD)), sample.locale)
        );
        assert_eq!(line_of(&text, invoices::SUB_TOTAL.text(language)), sum);
    }
}

#[test]
fn no_digit_of_an_amount_is_rounded_away() {
    let mut sample = usual(Currency::EUR);
    let exact = money("79228162514264337593.54395033", Currency::EUR);
    sample.lines[0].0.amount = Some(exact);
    sample.lines[0].1 = Some(money("0.000000000000000000000123456", Currency::EUR));
    sample.lines[0].0.quantity = Some(decimal("123456789012345678901234.5678"));
    let text = sample.text();
    for wanted in [
        "€79,228,162,514,264,337,593.54395033",
        "€0.000000000000000000000123456",
        "123,456,789,012,345,678,901,234.5678",
    ] {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn a_sum_that_cannot_be_exact_is_left_out() {
    let mut sample = usual(Currency::EUR);
    sample.lines[0].0.amount = Some(money("1.00", Currency::SEK));
    let text = sample.text();
    assert!(!text.contains("Subtotal Greenhouses"), "euro and krona were added");
    assert!(text.contains("Subtotal Research & development"));
}

#[test]
fn what_is_not_told_is_left_out_and_never_zero() {
    for language in Language::ALL {
        let text = only(bare("G1")).in_language(language).text();
        for word in [
            invoices::TOTAL,
            invoices::TAX,
            invoices::CHARGES,
            invoices::AMOUNT_DUE,
            invoices::PAYMENTS,
            invoices::LINES,
        ] {
            assert!(!text.contains(word.text(language)), "{}\n{text}", word.text(language));
        }
        assert!(!text.contains('0') && !text.contains('€'), "{text}");
        assert!(text.contains(factuur::billing::InvoiceStatus::Due.name_in(language).as_str()));
    }
}

#[test]
fn taxes_are_told_per_rate_and_as_one_where_the_rates_are_not_known() {
    let mut sample = usual(Currency::EUR);
    sample.taxes.clear();
    assert!(squeezed(&sample.text()).contains("Tax €844.43"));
    for (rate, tax) in [("0.21", "800.00"), ("0.09", "44.43")] {
        sample.taxes.push(factuur::billing::Tax { rate: decimal(rate), amount: money(tax, Currency::EUR) });
    }
    let all = squeezed(&sample.text());
    for wanted in ["Tax 21% €800.00", "Tax 9% €44.43", "Tax €844.43"] {
        assert!(all.contains(wanted), "{wanted}\n{all}");
    }
}

#[test]
fn columns_of_credit_and_tax_come_when_a_line_has_one() {
    let mut sample = usual(Currency::EUR);
    assert!(!sample.text().contains("€3.21"));
    sample.lines[1].0.credit = Some(money("3.21", Currency::EUR));
    sample.lines[1].0.tax = Some(money("1.11", Currency::EUR));
    let text = text(&sample.pdf());
    assert!(line_of(&text, "Virtual Machines BS").ends_with("1,488.5 1 Hour €0.04 €3.21 €1.11 €59.54"), "{text}");
    assert!(line_of(&text, "Product").ends_with("Credits Tax Charge"));
}

#[test]
fn the_lines_of_two_billing_periods_say_which_is_whose() {
    let mut sample = pay_as_you_go();
    let two = ["2026-07-08", "2026-08-08"].map(|first| first.parse().unwrap());
    for (line, start) in sample.usage.iter_mut().zip(two) {
        line.period = Some(factuur::billing::Period { start, end: start });
    }
    let text = squeezed(&sample.text());
    for start in two {
        let day = squeezed(&plain(text::date(start, sample.locale.region)));
        assert!(text.contains(&day), "{day}: {text}");
    }
}

#[test]
fn an_account_without_sections_has_one_list_of_lines() {
    let mut sample = usual(Currency::EUR);
    sample.invoice.profile = None;
    for (line, _) in &mut sample.lines {
        line.section_display_name = None;
    }
    let text = sample.text();
    assert!(text.lines().any(|line| line.trim() == "Lines"), "{text}");
    assert!(!text.contains("invoice section"), "{text}");
}

#[test]
fn a_long_word_of_the_head_is_in_one_piece() {
    let mut sample = pay_as_you_go();
    sample.invoice.subscription_display_name = Some("Ondersteuningsabonnement Standard".to_owned());
    sample.invoice.subscription_id = Some("14e48cf6-0bf7-58a6-8954-889ba2640a6d".to_owned());
    let text = sample.text();
    for wanted in ["Ondersteuningsabonnement Standard", "(14e48cf6-0bf7-58a6-8954-889ba2640a6d)"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
}
