//! Months as billing periods.
use crate::fixtures::day;
use factuur::billing::*;

#[test]
fn a_month_runs_from_its_first_to_its_last_day() {
    let leap = Period::month(2024, 2).unwrap();
    assert_eq!((leap.start, leap.end), (day("2024-02-01"), day("2024-02-29")));
    assert_eq!(leap.days(), 29);
    assert!(leap.contains(day("2024-02-29")) && leap.contains(day("2024-02-01")));
    assert!(!leap.contains(day("2024-03-01")) && !leap.contains(day("2024-01-31")));
    assert_eq!(Period::month(2024, 13), None);
    assert_eq!(Period::month(2024, 0), None);
}

#[test]
fn every_month_reads_back_from_its_key() {
    for year in [1999, 2024, 2026] {
        for month in 1..=12 {
            let period = Period::month(year, month).unwrap();
            assert_eq!(Period::parse_month(&period.month_key()), Ok(period));
        }
    }
    for text in ["", "2026", "2026-13", "2026-00", "2026-3", "26-03", "2026-03-01", "+026-03", "2026-+3"] {
        assert_eq!(Period::parse_month(text), Err(NotAMonth(text.to_owned())));
    }
}

#[test]
fn the_period_of_one_instant_is_one_day() {
    let one = Period { start: day("2026-03-01"), end: day("2026-03-01") };
    assert_eq!(one.days(), 1);
    let turned = Period { start: day("2026-03-02"), end: day("2026-03-01") };
    assert_eq!(turned.days(), 0);
}
