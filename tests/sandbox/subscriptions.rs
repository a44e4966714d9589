//! Pay-as-you-go subscriptions: their periods and their invoices. All that is asked goes through the client.
use crate::support::*;
use crate::tab::*;
use factuur::arm::Client;
use factuur::billing::*;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

fn services(client: &Client, account: &str, id: &SubscriptionId) -> Vec<Invoice> {
    let mut list = run(client.subscription_invoices(&account.into(), id)).unwrap();
    list.retain(|invoice| invoice.invoice_type == Some(InvoiceType::AzureServices));
    list
}

fn statement(client: &Client, id: &SubscriptionId, daily: &[DailyUsage], period: Period) -> Decimal {
    let terms = run(client.meter_terms(id, period)).unwrap();
    let daily: Vec<DailyUsage> = daily.iter().filter(|usage| period.contains(usage.date)).cloned().collect();
    let lines = statement_lines(period, &daily, &terms.terms).unwrap();
    assert_eq!(lines.len(), terms.terms.len(), "there are terms for what was used, and for nothing else");
    lines.iter().map(|line| line.value.amount()).sum()
}

/// Checks the newest invoices for services of a subscription, `most` of them; gives back how many there were.
fn check(client: &Client, account: &str, it: &BillingSubscription, today: &str, most: usize) -> usize {
    let today = day(today);
    let (cycle, anchor) = (it.cycle().unwrap(), account_day(client, account));
    let invoices = services(client, account, &it.id);
    let due: Vec<ExpectedInvoice> =
        service_invoices(&cycle, anchor).take_while(|expected| expected.window.from <= today).collect();
    let mut checked = 0;
    for expected in due.iter().rev().take(most) {
        let whole = Period { start: expected.periods[0].start, end: expected.periods.last().unwrap().end };
        let used = daily(client, &it.id, whole);
        let charged: Vec<Decimal> =
            expected.periods.iter().map(|period| statement(client, &it.id, &used, *period)).collect();
        let credits = expected.periods.iter().zip(&charged).map(|(period, charged)| {
            let credit = run(client.credit(&it.id, *period)).unwrap();
            credit.map_or(Decimal::ZERO, |credit| {
                assert_eq!(credit.used.amount(), *charged, "the credit is used by what is charged");
                credit.granted.amount().min(*charged)
            })
        });
        let (credits, charged): (Decimal, Decimal) = (credits.sum(), charged.iter().sum());
        let Some(invoice) = invoices.iter().find(|invoice| invoice.period == Some(whole)) else {
            let waits = today <= expected.window.until;
            assert!(waits || charged == credits, "{}: nothing is owed for {whole:?}", it.display_name);
            continue;
        };
        checked += 1;
        let amount = |money: Option<Money>| money.unwrap().amount();
        assert_eq!(amount(invoice.billed), charged, "{} {whole:?}", it.display_name);
        assert_eq!(amount(invoice.free_credit), credits);
        assert!(charged > credits, "without anything owed there is no invoice");
        assert_eq!(invoice.check(), Ok(()));
        let rate = if invoice.billed.unwrap().currency() == Currency::EUR { "0.21" } else { "0.25" };
        let tax = Money::new((charged - credits) * Decimal::from_str_exact(rate).unwrap(), Currency::EUR).rounded();
        assert_eq!(amount(invoice.tax), tax.amount());
        let paid: Decimal = invoice.payments.iter().map(|payment| amount(payment.amount)).sum();
        assert_eq!(amount(invoice.amount_due), amount(invoice.total) - paid);
        let date = invoice.invoice_date.unwrap();
        assert!(expected.window.from <= date && date <= expected.window.until.min(today));
        let lines = run(client.transactions(&account.into(), &invoice.name)).unwrap();
        let lines: Decimal = lines.iter().map(|line| amount(line.amount)).sum();
        assert_eq!(lines, charged, "the lines of an invoice are its statement");
    }
    checked
}

#[test]
fn an_invoice_is_the_statement_of_its_period_to_the_cent() {
    let sandbox = at(TODAY);
    for (account, admin) in ADMINISTERED {
        let client = client(&sandbox, admin);
        let checked: usize = subscriptions(&client, account)
            .iter()
            .filter(|it| it.product_category == Some(ProductCategory::UsageBased))
            .map(|it| check(&client, account, it, TODAY, 12))
            .sum();
        println!("{account}: {checked} invoices");
        assert!(checked >= if account == TRIAL { 0 } else { 12 });
    }
}

/// The statement of an invoice as the site puts it together: page by page for each period that it charges.
fn charged(client: &Client, it: &BillingSubscription, whole: Period) -> SubscriptionStatement {
    let part = |period: Period| {
        let terms = run(client.meter_terms(&it.id, period)).unwrap();
        PeriodUsage { period, terms, daily: daily(client, &it.id, period) }
    };
    SubscriptionStatement::of(it.periods_charged(whole).into_iter().map(part).collect()).unwrap()
}

#[test]
fn the_lines_that_are_shown_and_printed_add_up_to_the_invoice_less_its_credit() {
    let sandbox = at(TODAY);
    let mut of_two_periods = 0;
    for (account, admin) in ADMINISTERED {
        let client = client(&sandbox, admin);
        for it in subscriptions(&client, account) {
            for invoice in services(&client, account, &it.id) {
                let whole = invoice.period.unwrap();
                let statement = charged(&client, &it, whole);
                let sum: Decimal = statement.lines.iter().map(|line| line.value.amount()).sum();
                let credit = invoice.free_credit.unwrap().amount();
                assert_eq!(sum - credit, invoice.sub_total.unwrap().amount(), "{} {whole:?}", it.display_name);
                assert!(statement.daily.windows(2).all(|two| two[0].date <= two[1].date), "the oldest first");
                let periods = it.periods_charged(whole);
                assert!(statement.lines.iter().all(|line| periods.contains(&line.period)));
                of_two_periods += usize::from(periods.len() == 2);
            }
        }
    }
    assert_eq!(of_two_periods, 1, "the last invoice of the cancelled subscription");
}

#[test]
fn so_it_is_whatever_the_clock_says() {
    for now in &CLOCKS[1..] {
        let sandbox = at(now);
        for (account, admin) in ADMINISTERED {
            let client = client(&sandbox, admin);
            for it in subscriptions(&client, account) {
                if it.product_category == Some(ProductCategory::UsageBased) {
                    check(&client, account, &it, now, 3);
                }
            }
        }
    }
}

#[test]
fn the_invoices_of_a_subscription_that_is_used_all_the_time_leave_no_day_out() {
    for now in CLOCKS {
        let client = client(&at(now), OWNER);
        for name in ["Azure-sub 01", "Azure-sub 02", "Laadruimteplanning"] {
            let it = named(&client, MOSP, name);
            let mut periods: Vec<Period> =
                services(&client, MOSP, &it.id).iter().map(|invoice| invoice.period.unwrap()).collect();
            periods.sort();
            assert_eq!(periods.first().unwrap().start, it.created.unwrap(), "{now} {name}");
            for two in periods.windows(2) {
                assert_eq!(two[0].end.succ_opt().unwrap(), two[1].start, "{now} {name}");
            }
            assert!(periods.len() >= 24, "{now} {name}");
        }
    }
}

#[test]
fn what_the_tenant_promises_is_there_whatever_the_clock_says() {
    for now in CLOCKS {
        let (client, today) = (client(&at(now), OWNER), day(now));
        let it = |name: &str| named(&client, MOSP, name);
        let invoices = |name: &str| services(&client, MOSP, &it(name).id);
        let statuses = |name: &str| -> Vec<String> {
            invoices(name).iter().map(|invoice| invoice.status.as_wire().to_owned()).take(6).collect()
        };
        assert!(statuses("Azure-sub 01")[1..].iter().all(|status| status == "Paid"), "{now}");
        for name in ["Azure-sub 02", "Kassasysteem"] {
            let (statuses, list) = (statuses(name), invoices(name));
            let unpaid = statuses.iter().take_while(|status| *status != "Paid").count();
            assert!(statuses[0] == "Due" && statuses[unpaid - 1] == "OverDue", "{now}: {statuses:?}");
            assert!(list[unpaid..].iter().all(|invoice| invoice.status == InvoiceStatus::Paid), "{now}");
            assert!(unpaid < list.len(), "{now}: it was paid before");
            for invoice in &list {
                let (due, is_late) = (invoice.due_date.unwrap(), invoice.status == InvoiceStatus::OverDue);
                assert!(due < today || !is_late, "{now}: {due} is not over");
                assert_eq!(invoice.failed_payments.is_empty(), !is_late, "what is past due was declined");
            }
            let (since, due) = (it(name).suspensions[0].effective.unwrap(), list[unpaid - 1].due_date.unwrap());
            assert!(due < since && since <= today, "{now}: {name} is warned or stopped because of what was due {due}");
        }
        let stopped = it("Kassasysteem");
        assert!(stopped.is_disabled() && stopped.blocked_by(today).len() == 1);
        assert!(matches!(it("Azure-sub 02").standing(&[], today), Standing::AtRisk(causes) if causes.len() == 1));
        assert_eq!(it("Laadruimteplanning").created.unwrap().to_string()[8..], *"31");
        assert!(invoices("Visual Studio Enterprise – Karin").is_empty(), "the credit is never exceeded");
        let exceeded = invoices("Visual Studio Enterprise – Joost");
        assert!((1..=2).contains(&exceeded.len()) && exceeded[0].period.unwrap().start.to_string()[5..7] == *"09");
        assert!(exceeded[0].free_credit.unwrap().amount() == Decimal::from(130));
        assert!(invoices("Gratis proefversie").is_empty());
        let new = it("Azure-sub 07");
        let first = new.cycle().unwrap().closed_on(today).next().expect("its first period is over");
        assert!(invoices("Azure-sub 07").is_empty(), "{now}: not invoiced yet");
        let expected = invoice_expected(first.period, account_day(&client, MOSP)).unwrap();
        assert!(today <= expected.until, "{now}: and not late");
        let cancelled = it("Azure-sub 08");
        let last = cancelled.cycle().unwrap().periods().last().unwrap();
        assert!(last.is_partial && cancelled.ended_on() == Some(last.period.end));
        assert_eq!(invoices("Azure-sub 08")[0].period.unwrap().end, last.period.end, "{now}");
        let support = it("Ondersteuningsabonnement");
        let plan = run(client.subscription_invoices(&MOSP.into(), &support.id)).unwrap();
        assert!(plan.len() >= 8 && plan.iter().all(|it| it.invoice_type == Some(InvoiceType::AzureSupport)));
        assert_eq!(plan.last().unwrap().invoice_date, support.created, "the first on the day it was bought");
        assert!(it("Reservering").product_category == Some(ProductCategory::ReservationOrder));
        let this_month = Period { end: today, ..Period::month_of(today).unwrap() };
        let used = daily(&client, &it("Azure-sub 02").id, this_month);
        let charged = statement(&client, &it("Azure-sub 02").id, &used, this_month);
        assert_eq!(it("Azure-sub 02").month_to_date.unwrap().amount(), charged, "{now}");
        assert_eq!((support.month_to_date, support.last_month), (None, None));
    }
}

#[test]
fn purchases_are_invoiced_around_the_ninth_and_a_reservation_by_card_at_once() {
    let sandbox = at(TODAY);
    let client = client(&sandbox, OWNER);
    let it = named(&client, MOSP, "Azure-sub 01");
    let mut list = run(client.subscription_invoices(&MOSP.into(), &it.id)).unwrap();
    list.retain(|invoice| invoice.invoice_type == Some(InvoiceType::AzureMarketplace));
    let (at_once, monthly): (Vec<_>, Vec<_>) = list.iter().partition(|invoice| invoice.period.unwrap().days() == 1);
    assert!(at_once.len() >= 4 && monthly.len() >= 24);
    assert!(at_once.iter().all(|invoice| invoice.invoice_date == Some(invoice.period.unwrap().start)));
    assert!(monthly.iter().all(|invoice| invoice.invoice_date.unwrap().to_string().ends_with("-09")));
    let amount = |invoice: &Invoice| invoice.billed.unwrap().amount().to_string();
    assert!(at_once.iter().all(|invoice| amount(invoice) == "978"), "{}", amount(at_once[0]));
    let amounts: BTreeSet<String> = monthly.iter().map(|invoice| amount(invoice)).collect();
    assert_eq!(amounts, BTreeSet::from(["89".to_owned(), "126.4".to_owned()]));

    let client = crate::tab::client(&sandbox, 26);
    let it = named(&client, SWEDISH, "Sjömätning");
    let list = run(client.subscription_invoices(&SWEDISH.into(), &it.id)).unwrap();
    let bought = list.iter().filter(|invoice| invoice.invoice_type == Some(InvoiceType::AzureMarketplace));
    let bought: Vec<&Invoice> = bought.collect();
    assert!(bought.iter().all(|invoice| invoice.period.unwrap().days() > 27), "who pays by invoice waits");
    assert!(bought.iter().any(|invoice| amount(invoice) == "11110"), "the reservation and the map on one invoice");
}

#[test]
fn a_line_tells_a_price_only_of_one_unit_and_that_is_the_charge() {
    let sandbox = at(TODAY);
    let client = client(&sandbox, OWNER);
    let (mut priced, mut others) = (0, 0);
    for invoice in &run(client.invoices(&Scope::Account(MOSP.into()), None)).unwrap() {
        for line in run(client.transactions(&MOSP.into(), &invoice.name)).unwrap() {
            assert!(line.service_start <= line.service_end && line.service_start.is_some());
            match line.effective_price {
                Some(price) => {
                    assert_eq!((line.quantity, Some(price)), (Some(Decimal::ONE), line.amount));
                    assert_eq!(line.pricing_currency.as_deref(), Some(price.currency().code()));
                    assert_eq!(line.exchange_rate, Some(Decimal::ONE));
                    priced += 1;
                }
                None => {
                    assert_eq!((line.pricing_currency, line.exchange_rate), (None, None));
                    others += 1;
                }
            }
        }
    }
    assert!(priced > 0 && others > 0, "{priced} {others}");
}

#[test]
fn an_account_lists_the_invoices_of_all_its_subscriptions_in_pages() {
    let sandbox = at(TODAY);
    let client = client(&sandbox, OWNER);
    let all = run(client.invoices(&Scope::Account(MOSP.into()), None)).unwrap();
    let one_by_one: usize = subscriptions(&client, MOSP)
        .iter()
        .map(|it| run(client.subscription_invoices(&MOSP.into(), &it.id)).unwrap().len())
        .sum();
    assert_eq!((all.len(), all.len() > 100), (one_by_one, true));
    let names: BTreeSet<&str> = all.iter().map(|invoice| invoice.name.as_str()).collect();
    assert_eq!(names.len(), all.len(), "no two have one number");
    for name in names {
        let (first, second, rest) = (&name[..1], &name[1..2], &name[1..]);
        let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        assert!(first == "E" && second != "A" && rest.len() == 9 && rest.chars().all(plain), "{name}");
    }
    assert!(all.windows(2).all(|two| two[0].invoice_date >= two[1].invoice_date), "the newest first");
    let year = Period { start: day("2026-01-01"), end: day("2026-03-31") };
    let some = run(client.invoices(&Scope::Account(MOSP.into()), Some(year))).unwrap();
    assert!(!some.is_empty() && some.len() < all.len());
    assert!(some.iter().all(|it| it.period.unwrap().end >= year.start && it.period.unwrap().start <= year.end));
    let name = &some[0].name;
    let again = run(client.invoice(&MOSP.into(), name)).unwrap();
    let id = SubscriptionId::from(again.subscription_id.as_deref().unwrap());
    assert_eq!(run(client.subscription_invoice(&MOSP.into(), &id, name)), Ok(again));
    let anywhere = format!("{}/invoices/{name}", crate::support::account("default"));
    assert_eq!(good(&sandbox, &anywhere, OWNER)["name"], name.as_str());
}

#[test]
fn numbers_and_amounts_stay_when_the_month_turns() {
    let invoices = |now| {
        let client = client(&at(now), OWNER);
        let list = run(client.invoices(&Scope::Account(MOSP.into()), None)).unwrap();
        list.into_iter().map(|it| (it.name, it.billed.unwrap(), it.period)).collect::<Vec<_>>()
    };
    let (now, later) = (invoices("2027-05-20T00:00:00Z"), invoices("2027-05-28T00:00:00Z"));
    assert_eq!(now, later[later.len() - now.len()..]);
    let next = invoices("2027-06-04T00:00:00Z");
    let same = now.iter().filter(|it| next.contains(it)).count();
    assert!(same * 2 > now.len(), "{same} of {}", now.len());
}

#[test]
fn how_an_account_is_paid_is_for_its_administrator_alone() {
    let sandbox = at(TODAY);
    let paid = run(client(&sandbox, 1).payment_methods(&MOSP.into())).unwrap();
    assert_eq!(paid[0].family, Some(PaymentFamily::CreditCard));
    let paid = run(client(&sandbox, 26).payment_methods(&SWEDISH.into())).unwrap();
    assert_eq!(paid[0].family, Some(PaymentFamily::CheckWire));
    let refused = run(client(&sandbox, 3).payment_methods(&MOSP.into())).unwrap_err();
    assert_eq!(refused.status(), Some(403), "a reader of a subscription");
}
