use super::*;
use crate::export::{CellMode, Exporter};

const ROWS: [[&str; 4]; 3] = [
    ["G1", "0.0543695421888000000", "EUR", "{\"a\": [1,\r\n2]}"],
    ["G2", "-12.50", "EUR", "=1,\n{}"],
    ["G3", "0.00000000000000000000000001", "SEK", ""],
];
const KINDS: [ValueKind; 4] = [ValueKind::Text, ValueKind::Number, ValueKind::Text, ValueKind::Json];

fn plan(target: Target, names: [&'static str; 4]) -> Plan {
    let columns = names.into_iter().zip(KINDS).map(|(name, kind)| Column::new(name, kind)).collect();
    Plan {
        columns,
        target,
        mode: CellMode::Safe,
        days: DayStyle::Iso,
        cost: Some(1),
        currency: Some(2),
        title: "Usage".into(),
    }
}

/// A sound page, and what was written into it.
struct Made {
    plan: Plan,
    page: String,
    written: Tally,
}

fn made(target: Target) -> Made {
    let plan = plan(target, ["invoice", "cost", "currency", "note"]);
    let mut file = Exporter::new(plan.clone()).unwrap();
    let cells = |row: [&'static str; 4]| row.into_iter().zip(KINDS).map(|(text, kind)| Cell { kind, text });
    file.page(|page| ROWS.iter().try_for_each(|row| page.row(cells(*row)))).unwrap();
    Made { plan, page: String::from_utf8(file.bytes().to_vec()).unwrap(), written: file.written().clone() }
}

fn all() -> [Made; 2] {
    [made(Target::Json), made(Target::Ndjson)]
}

impl Made {
    fn page(&self, page: &str) -> Result<(), ExportError> {
        let rows = JsonRows::new(&self.plan);
        let mut found = JsonReadBack::new(&self.plan);
        found.read(page.as_bytes(), &rows)?;
        self.written.compare(found.found())
    }

    fn with(&self, one: &str, other: &str) -> Result<(), ExportError> {
        assert!(self.page.contains(one), "{one:?} in {:?}", self.page);
        self.page(&self.page.replacen(one, other, 1))
    }
}

fn differs(row: u64) -> Result<(), ExportError> {
    Err(ExportError::RowDiffers { row })
}

fn value(kind: ValueKind, text: &str, days: DayStyle) -> String {
    let plan = Plan { days, ..plan(Target::Json, ["a", "b", "c", "d"]) };
    let mut out = Vec::new();
    JsonRows::new(&plan).value(Cell { kind, text }, &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn a_sound_file_is_handed_over_whole_or_row_by_row() {
    for it in all() {
        assert_eq!(it.page(&it.page), Ok(()));
        let rows = JsonRows::new(&it.plan);
        let mut found = JsonReadBack::new(&it.plan);
        let second = it.page.find("{\"invoice\":\"G2").unwrap() - if rows.is_list { 2 } else { 0 };
        for page in [&it.page[..second], "", &it.page[second..]] {
            assert_eq!(found.read(page.as_bytes(), &rows), Ok(()));
        }
        assert_eq!(found.found(), &it.written);
    }
}

#[test]
fn a_file_that_lost_or_changed_something_is_not_handed_over() {
    for it in all() {
        let line = it.page.lines().find(|line| line.contains("G2")).unwrap();
        let lost = Err(ExportError::RowCountDiffers { written: 3, found: 2 });
        assert_eq!(it.with(&format!("{line}\n"), ""), lost);
        assert_eq!(
            it.with("0543695421888000000", "0543695421888000001"),
            Err(ExportError::SumDiffers {
                currency: "EUR".to_owned(),
                written: "-12.4456304578112".to_owned(),
                found: "-12.4456304578111999999".to_owned(),
            })
        );
        for (one, other) in [("EUR", "SEK"), ("\"SEK\"", "null"), ("-12", "12"), ("-12.50", "null")] {
            let answer = it.with(one, other);
            assert!(matches!(answer, Err(ExportError::SumDiffers { .. })), "{one} {other}: {answer:?}");
        }
    }
}

#[test]
fn a_row_that_is_not_the_object_it_should_be_is_refused() {
    for it in all() {
        for (one, other) in [
            ("-12.50", "-12,50"),
            ("-12.50", "\"-12.50\""),
            ("-12.50", "-1.25e1"),
            ("-12.50", "{}"),
            ("\"G2\"", "\"G\n2\""),
            ("\"G2\"", "\"G2"),
            ("\"invoice\":\"G2\",", ""),
            ("\"invoice\":\"G2\"", "\"Invoice\":\"G2\""),
            ("\"invoice\":\"G2\"", "\"invoice\":\"G2\",\"more\":1"),
            ("{\"invoice\":\"G2\"", "[\"invoice\",\"G2\""),
            ("\"EUR\",\"note\":\"=1", "5,\"note\":\"=1"),
        ] {
            assert_eq!(it.with(one, other), differs(2), "{one} {other}");
        }
    }
}

#[test]
fn rows_that_are_not_parted_as_they_should_be_are_refused() {
    let list = made(Target::Json);
    for (one, other, row) in [
        (",\n{\"invoice\":\"G2", "\n{\"invoice\":\"G2", 1),
        (",\n{\"invoice\":\"G2", ",{\"invoice\":\"G2", 1),
        (",\n{\"invoice\":\"G2", ",\n,\n{\"invoice\":\"G2", 2),
        ("\n{\"invoice\":\"G1", "{\"invoice\":\"G1", 1),
        ("\n{\"invoice\":\"G1", ",\n{\"invoice\":\"G1", 1),
    ] {
        assert_eq!(list.with(one, other), differs(row), "{one:?} {other:?}");
    }
    assert_eq!(list.page(&format!("{},", list.page)), differs(3));
    assert_eq!(list.page(&format!("{}\n", list.page)), differs(3));
    let lines = made(Target::Ndjson);
    for (one, other, row) in [
        ("\n{\"invoice\":\"G2", "{\"invoice\":\"G2", 1),
        ("\n{\"invoice\":\"G2", ",\n{\"invoice\":\"G2", 1),
        ("\n{\"invoice\":\"G2", "\n\n{\"invoice\":\"G2", 2),
    ] {
        assert_eq!(lines.with(one, other), differs(row), "{one:?} {other:?}");
    }
}

#[test]
fn a_file_that_ends_inside_a_row_is_refused() {
    for it in all() {
        let third = it.page.find("{\"invoice\":\"G3").unwrap();
        for end in third + 1..it.page.len() {
            assert_eq!(it.page(&it.page[..end]), differs(3), "{:?}", &it.page[third..end]);
        }
    }
}

#[test]
fn a_page_that_cannot_be_read_leaves_what_was_found() {
    for it in all() {
        let rows = JsonRows::new(&it.plan);
        let mut found = JsonReadBack::new(&it.plan);
        let broken = it.page.replace("SEK\"", "SEK");
        assert_eq!(found.read(broken.as_bytes(), &rows), differs(3));
        assert_eq!(found.found(), &Tally::default());
        found.read(it.page.as_bytes(), &rows).unwrap();
        assert_eq!(found.found(), &it.written);
    }
}

#[test]
fn a_name_that_is_there_twice_gets_its_number() {
    let names = |names| JsonRows::new(&plan(Target::Json, names)).keys;
    assert_eq!(names(["cost", "Cost", "cost", "cost"]), ["cost", "Cost", "cost (2)", "cost (3)"]);
    assert_eq!(names(["cost (2)", "cost", "cost", ""]), ["cost (2)", "cost", "cost (3)", ""]);
}

#[test]
fn an_object_stands_as_it_is_and_all_else_is_text() {
    let json = |text| value(ValueKind::Json, text, DayStyle::Iso);
    for text in ["{}", r#"{"n":1.50,"s":"a\nb \u4eba"}"#, r#"{ "a" : {} }"#, r#"{"n":1e999}"#] {
        assert_eq!(json(text), text);
    }
    assert_eq!(json("{\r\n  \"a\": 1\n}"), r#"{  "a": 1}"#, "without the line breaks");
    for text in ["[1]", "5", "true", "null", "\"a\":1", "{\"a\":}", "{} {}", r#"{"half":"\ud83d"}"#, " {}"] {
        assert_eq!(serde_json::from_str::<String>(&json(text)).unwrap(), text, "{text}");
    }
}

#[test]
fn a_value_stands_as_json_has_it() {
    let of = |kind, text| value(kind, text, DayStyle::MonthFirst);
    assert_eq!(of(ValueKind::Day, "2026-02-07"), "\"2026-02-07\"", "whatever the schema has in text");
    assert_eq!(value(ValueKind::Day, "2026-02-07", DayStyle::Midnight), "\"2026-02-07T00:00:00Z\"");
    assert_eq!(of(ValueKind::Number, "-0.50"), "-0.50");
    assert_eq!(of(ValueKind::Flag, "true"), "true");
    assert_eq!(of(ValueKind::Text, "5"), "\"5\"");
    assert!(
        [ValueKind::Text, ValueKind::Number, ValueKind::Day, ValueKind::Flag, ValueKind::Json]
            .iter()
            .all(|kind| of(*kind, "") == "null")
    );
}
