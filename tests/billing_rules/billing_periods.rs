//! Billing periods by the day a subscription was made, and the day their invoice comes (seeds S001-03 and S003-03).
use crate::fixtures::*;
use chrono::{Datelike, Days, NaiveDate};
use factuur::billing::*;
use proptest::prelude::*;

fn span(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

fn anchor(day: u32) -> Anchor {
    Anchor::new(day).unwrap()
}

fn window(from: &str, until: &str) -> Option<InvoiceWindow> {
    Some(InvoiceWindow { from: day(from), until: day(until) })
}

fn first_periods(cycle: &BillingCycle, count: usize) -> Vec<(Period, bool)> {
    cycle.periods().take(count).map(|one| (one.period, one.is_partial)).collect()
}

/// Days of a month, from a table and the rule for leap years: nothing of the code under test.
fn days_in(year: i32, month: u32) -> u32 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let table = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    table[month as usize - 1]
}

/// Whether a period starts on `date`, by the sentence of the rule: on the anchor's day, or on the last day of a month that
/// does not have it.
fn is_start(anchor: u32, date: NaiveDate) -> bool {
    let last = days_in(date.year(), date.month());
    date.day() == anchor || (date.day() == last && anchor > last)
}

#[test]
fn made_on_5_march_runs_from_the_fifth_to_the_fourth_of_next_month() {
    let sub_01 = BillingCycle::new(day("2026-03-05"));
    let expected = [
        (span("2026-03-05", "2026-04-04"), false),
        (span("2026-04-05", "2026-05-04"), false),
        (span("2026-05-05", "2026-06-04"), false),
    ];
    assert_eq!(first_periods(&sub_01, 3), expected);
}

#[test]
fn made_on_10_march_runs_from_the_tenth_to_the_ninth_of_next_month() {
    let sub_02 = BillingCycle::new(day("2026-03-10"));
    assert_eq!(sub_02.periods().next().unwrap().period, span("2026-03-10", "2026-04-09"));
    assert_eq!(sub_02.period_containing(day("2027-01-01")).unwrap().period, span("2026-12-10", "2027-01-09"));
}

#[test]
fn an_account_of_2_february_has_both_invoices_generated_on_the_second_of_the_month_or_up_to_two_days_later() {
    let account_day = Anchor::of(day("2026-02-02"));
    let sub_01 = span("2026-03-05", "2026-04-04");
    let sub_02 = span("2026-03-10", "2026-04-09");
    // On 2 April neither period is over: both come on the next second of the month.
    assert_eq!(invoice_expected(sub_01, account_day), window("2026-05-02", "2026-05-04"));
    assert_eq!(invoice_expected(sub_02, account_day), window("2026-05-02", "2026-05-04"));
}

#[test]
fn a_subscription_made_with_its_account_is_invoiced_the_day_after_its_period() {
    let made = day("2026-02-02");
    let period = Anchor::of(made).period_containing(made).unwrap();
    assert_eq!(period, span("2026-02-02", "2026-03-01"));
    assert_eq!(invoice_expected(period, Anchor::of(made)), window("2026-03-02", "2026-03-04"));
}

#[test]
fn an_account_day_that_is_the_last_day_of_the_period_is_too_early() {
    assert_eq!(invoice_expected(span("2026-03-03", "2026-04-02"), anchor(2)), window("2026-05-02", "2026-05-04"));
}

#[test]
fn in_a_short_month_the_account_day_is_the_last_day() {
    let window_of = |start, end| invoice_expected(span(start, end), anchor(31));
    assert_eq!(window_of("2027-01-05", "2027-02-04"), window("2027-02-28", "2027-03-02"));
    assert_eq!(window_of("2028-01-05", "2028-02-04"), window("2028-02-29", "2028-03-02"));
    assert_eq!(window_of("2026-03-31", "2026-04-29"), window("2026-04-30", "2026-05-02"));
}

#[test]
fn the_31st_stays_the_31st() {
    let starts = |created: &str, count| {
        BillingCycle::new(day(created))
            .periods()
            .take(count)
            .map(|one| one.period.start.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(starts("2027-01-31", 5), ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]);
    assert_eq!(starts("2028-01-30", 3), ["2028-01-30", "2028-02-29", "2028-03-30"]);
    assert_eq!(starts("2024-02-29", 3), ["2024-02-29", "2024-03-29", "2024-04-29"]);
    assert_eq!(starts("2024-02-29", 13)[12], "2025-02-28");
}

#[test]
fn cancelling_cuts_the_last_period_on_that_day() {
    let cycle = BillingCycle::new(day("2020-10-08")).ending(Some(day("2020-11-16")));
    let expected = [(span("2020-10-08", "2020-11-07"), false), (span("2020-11-08", "2020-11-16"), true)];
    assert_eq!(first_periods(&cycle, 5), expected);
    assert_eq!(cycle.period_containing(day("2020-11-17")), None);
}

#[test]
fn cancelling_on_the_last_day_of_a_period_leaves_it_whole() {
    let cycle = BillingCycle::new(day("2020-10-08")).ending(Some(day("2020-11-07")));
    assert_eq!(first_periods(&cycle, 5), [(span("2020-10-08", "2020-11-07"), false)]);
    let on_the_first_day = BillingCycle::new(day("2020-10-08")).ending(Some(day("2020-10-08")));
    assert_eq!(first_periods(&on_the_first_day, 5), [(span("2020-10-08", "2020-10-08"), true)]);
    let before = BillingCycle::new(day("2020-10-08")).ending(Some(day("2020-10-07")));
    assert_eq!(first_periods(&before, 5), []);
}

#[test]
fn another_anchor_cuts_one_period_and_shortens_the_next() {
    let cycle = BillingCycle::new(day("2026-03-05")).anchored_from(day("2026-04-20"), anchor(10));
    let expected = [
        (span("2026-03-05", "2026-04-04"), false),
        (span("2026-04-05", "2026-04-19"), true),
        (span("2026-04-20", "2026-05-09"), true),
        (span("2026-05-10", "2026-06-09"), false),
    ];
    assert_eq!(first_periods(&cycle, 4), expected);
    let too_early = BillingCycle::new(day("2026-03-05")).anchored_from(day("2026-03-05"), anchor(10));
    assert_eq!(too_early, BillingCycle::new(day("2026-03-05")));
}

#[test]
fn only_periods_whose_last_day_is_over_are_closed() {
    let cycle = BillingCycle::new(day("2026-03-05"));
    assert_eq!(cycle.closed_on(day("2026-04-04")).count(), 0);
    assert_eq!(cycle.closed_on(day("2026-04-05")).count(), 1);
}

#[test]
fn a_subscription_has_the_cycle_of_the_day_it_was_made_and_ended() {
    let sub = BillingSubscription { cancelled: Some(day("2026-03-20")), ..azure_subscription("a") };
    assert_eq!(sub.cycle(), Some(BillingCycle::new(day("2026-03-05")).ending(Some(day("2026-03-20")))));
    assert_eq!(BillingSubscription { created: None, ..sub }.cycle(), None);
}

#[test]
fn a_day_of_the_month_is_1_to_31_and_the_calendar_has_ends() {
    assert_eq!((Anchor::new(0), Anchor::new(32)), (None, None));
    assert_eq!(Anchor::new(31).map(Anchor::day), Some(31));
    assert_eq!(anchor(1).period_containing(NaiveDate::MAX), None);
    assert_eq!(anchor(31).period_containing(NaiveDate::MIN), None);
    assert_eq!(invoice_expected(Period { start: NaiveDate::MAX, end: NaiveDate::MAX }, anchor(1)), None);
}

#[test]
fn walking_thirty_years_day_by_day_finds_the_same_periods_for_every_anchor() {
    for number in 1..=31 {
        let anchor = anchor(number);
        let mut walked: Vec<Period> = Vec::new();
        let mut date = day("1996-01-01");
        while date < day("2027-01-01") {
            match walked.last_mut() {
                Some(last) if !is_start(number, date) => last.end = date,
                None if !is_start(number, date) => {}
                _ => walked.push(Period { start: date, end: date }),
            }
            date = date.succ_opt().unwrap();
        }
        // The last one may not be over at the end of the walk.
        walked.pop();
        assert!(walked.len() >= 370);
        for period in &walked {
            let mut date = period.start;
            while date <= period.end {
                assert_eq!(anchor.period_containing(date), Some(*period), "{number}: {date}");
                date = date.succ_opt().unwrap();
            }
            assert_eq!(period.start.day(), number.min(days_in(period.start.year(), period.start.month())));
        }
        for pair in walked.windows(2) {
            assert_eq!(anchor.next(pair[0]), Some(pair[1]));
            assert_eq!(anchor.previous(pair[1]), Some(pair[0]));
        }
        let cycle = BillingCycle::new(walked[0].start);
        if Anchor::of(walked[0].start) == anchor {
            let periods: Vec<Period> = cycle.periods().take(walked.len()).map(|one| one.period).collect();
            assert_eq!(periods, walked);
        }
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..12_000).prop_map(|days| day("1999-01-01").checked_add_days(Days::new(days)).unwrap())
}

#[test]
fn the_last_invoice_of_a_subscription_that_ended_charges_two_periods() {
    let ended = BillingSubscription {
        created: Some(day("2026-03-08")),
        cancelled: Some(day("2026-08-16")),
        ..azure_subscription("sub-01")
    };
    let two = [span("2026-07-08", "2026-08-07"), span("2026-08-08", "2026-08-16")];
    assert_eq!(ended.periods_charged(span("2026-07-08", "2026-08-16")), two);
    assert_eq!(ended.periods_charged(two[0]), [two[0]]);
    let other = span("2026-07-01", "2026-08-16");
    assert_eq!(ended.periods_charged(other), [other], "days that are no periods are taken as they are");
    let unknown = BillingSubscription { created: None, ..ended };
    assert_eq!(unknown.periods_charged(other), [other]);
}

proptest! {
    #[test]
    fn periods_of_a_subscription_tile_its_days_whatever_happens_to_it(
        created in any_day(),
        lived in 0_u64..1_500,
        changes in proptest::collection::vec((any_day(), 1_u32..=31), 0..3),
    ) {
        let ended = created.checked_add_days(Days::new(lived)).unwrap();
        let cycle = changes.iter().fold(BillingCycle::new(created), |cycle, (from, day)| {
            cycle.anchored_from(*from, anchor(*day))
        });
        let cycle = cycle.ending(Some(ended));
        let mut next = created;
        for one in cycle.periods() {
            prop_assert_eq!(one.period.start, next);
            prop_assert!(one.period.end >= one.period.start);
            prop_assert!(one.period.days() <= 31);
            next = one.period.end.succ_opt().unwrap();
        }
        prop_assert_eq!(next, ended.succ_opt().unwrap());
    }

    #[test]
    fn a_cycle_without_a_change_is_partial_at_its_end_only(created in any_day(), lived in 0_u64..1_500) {
        let ended = created.checked_add_days(Days::new(lived)).unwrap();
        let periods: Vec<_> = BillingCycle::new(created).ending(Some(ended)).periods().collect();
        let (_, before) = periods.split_last().unwrap();
        prop_assert!(before.iter().all(|one| !one.is_partial));
    }

    #[test]
    fn an_invoice_comes_after_its_period_and_within_a_month_and_two_days(start in any_day(), account in 1_u32..=31) {
        let period = Anchor::of(start).period_containing(start).unwrap();
        let window = invoice_expected(period, anchor(account)).unwrap();
        prop_assert!(window.from > period.end);
        prop_assert!((window.from - period.end).num_days() <= 31);
        prop_assert_eq!((window.until - window.from).num_days(), 2);
        // No day of the account lies between the period's end and the invoice.
        let mut date = period.end.succ_opt().unwrap();
        while date < window.from {
            prop_assert!(!is_start(account, date));
            date = date.succ_opt().unwrap();
        }
        prop_assert!(is_start(account, window.from));
    }
}
