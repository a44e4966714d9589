//! Any table → file → table, in any columns and for every target, over text that files have broken on.
use super::reader::read_kinds;
use factuur::billing::ValueKind;
use factuur::export::{
    CellMode, Column, ExportError, Field, FieldKind, Table, TableColumn, TableFile, TableMaker, TablePlan, Target,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// All columns of a table.
pub fn all(table: &Table, target: Target, mode: CellMode) -> TablePlan {
    TablePlan::whole(table, target, mode)
}

/// The file, and what it adds up to.
pub fn file_of(table: &Table, plan: &TablePlan) -> Result<(Vec<u8>, Vec<String>), ExportError> {
    let mut file = TableFile::new(table, plan)?;
    let mut bytes = file.exporter().bytes().to_vec();
    while file.step(table)? {
        bytes.extend_from_slice(file.exporter().bytes());
    }
    file.finish()?;
    bytes.extend_from_slice(file.exporter().bytes());
    let written = file.exporter().written();
    assert_eq!(written.rows(), table.rows.len() as u64);
    Ok((bytes, written.costs().map(|(currency, sum)| format!("{sum} {currency}")).collect()))
}

/// The file as text, with all columns.
pub fn text_of(table: &Table, target: Target, mode: CellMode) -> String {
    String::from_utf8(file_of(table, &all(table, target, mode)).unwrap().0).unwrap()
}

const KINDS: [ValueKind; 4] = [ValueKind::Text, ValueKind::Number, ValueKind::Day, ValueKind::Flag];

fn cell(kind: ValueKind) -> BoxedStrategy<String> {
    let some = match kind {
        ValueKind::Number => (any::<i64>(), 0_u32..=19)
            .prop_map(|(digits, scale)| rust_decimal::Decimal::new(digits, scale).to_string())
            .boxed(),
        ValueKind::Day => (1900_i32..=9999, 1_u32..=12, 1_u32..=28)
            .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
            .boxed(),
        ValueKind::Flag => prop_oneof![Just("true".to_owned()), Just("false".to_owned())].boxed(),
        _ => prop_oneof![
            any::<String>(),
            "[=+@'\"\r\n\t,; \\\\-]{0,6}[a-zå\u{feff}\u{ff1d}\u{0}]{0,3}",
            Just("'=1+1".to_owned()),
        ]
        .boxed(),
    };
    prop_oneof![1 => Just(String::new()), 6 => some].boxed()
}

/// A table of one column of each kind and a second one of text, and some of its columns in some order.
fn any_table() -> impl Strategy<Value = (Table, Vec<usize>)> {
    let kinds = KINDS.into_iter().chain([ValueKind::Text]).collect::<Vec<_>>();
    let row = kinds.iter().map(|kind| cell(*kind)).collect::<Vec<_>>();
    let columns = kinds.iter().enumerate().map(|(at, kind)| TableColumn {
        id: format!("c{at}").into(),
        column: Column::new(format!("=Column; {at}, \"{kind:?}\""), *kind),
    });
    let columns: Vec<TableColumn> = columns.collect();
    let order = Just((0..kinds.len()).collect::<Vec<_>>()).prop_shuffle();
    (vec(row, 0..5), order, 1..=kinds.len()).prop_map(move |(rows, order, most)| {
        let table = Table { title: "T".into(), columns: columns.clone(), rows, cost: Some(1), currency: Some(4) };
        (table, order.into_iter().take(most).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_table_reads_back_as_it_was((table, columns) in any_table()) {
        for target in Target::ALL {
            for mode in [CellMode::Safe, CellMode::Exact] {
                let plan = TablePlan { columns: columns.clone(), target, mode };
                let (bytes, _) = file_of(&table, &plan).unwrap();
                let kinds: Vec<ValueKind> = columns.iter().map(|at| table.columns[*at].column.kind).collect();
                let found = read_kinds(&bytes, "YYYY-MM-DD", target, mode, &kinds);
                let wanted: Vec<Vec<String>> =
                    table.rows.iter().map(|row| columns.iter().map(|at| row[*at].clone()).collect()).collect();
                prop_assert_eq!(found.rows, wanted);
                // The header is text too, and JSON without rows has none.
                let name = |at: &usize| table.columns[*at].column.name.to_string();
                let names: Vec<String> = columns.iter().map(name).collect();
                let found = found.names.iter().map(|name| match mode {
                    CellMode::Safe if target.has_formulas() => name.strip_prefix('\'').unwrap_or(name).to_owned(),
                    _ => name.clone(),
                });
                let found: Vec<String> = found.collect();
                prop_assert!(found == names || (found.is_empty() && table.rows.is_empty()), "{found:?}");
                if !table.rows.is_empty() {
                    prop_assert_eq!(&table.first_rows(&plan, 3)[0], &names);
                }
            }
        }
    }

    #[test]
    fn the_first_rows_are_shown_as_they_will_read((table, columns) in any_table()) {
        for target in [Target::Csv, Target::ExcelNl, Target::ExcelSv, Target::ExcelEn] {
            for mode in [CellMode::Safe, CellMode::Exact] {
                let plan = TablePlan { columns: columns.clone(), target, mode };
                let (bytes, _) = file_of(&table, &plan).unwrap();
                let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
                let delimiter = if matches!(target, Target::ExcelNl | Target::ExcelSv) { b';' } else { b',' };
                let mut reader = csv::ReaderBuilder::new()
                    .delimiter(delimiter)
                    .terminator(csv::Terminator::CRLF)
                    .has_headers(false)
                    .from_reader(bytes);
                let rows: Vec<Vec<String>> =
                    reader.records().skip(1).map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
                prop_assert_eq!(&table.first_rows(&plan, usize::MAX)[1..], &rows[..]);
            }
        }
    }
}

fn small(rows: &[[&str; 2]]) -> Table {
    let columns = [("n", ValueKind::Number), ("d", ValueKind::Day)];
    let column = |(id, kind): (&'static str, ValueKind)| TableColumn { id: id.into(), column: Column::new(id, kind) };
    Table {
        title: String::new(),
        columns: columns.map(column).to_vec(),
        rows: rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect(),
        cost: None,
        currency: None,
    }
}

#[test]
fn a_cell_that_is_not_what_its_column_is_stops_the_file_for_every_target() {
    for bad in [["1e5", ""], ["1,5", ""], ["+1", ""], [".", ""], ["", "2026-02-30"], ["", "1/2/2026"], ["", "20260201"]]
    {
        for target in Target::ALL {
            let table = small(&[["1", "2026-01-31"], bad]);
            let refused = ExportError::RowDiffers { row: 2 };
            assert_eq!(file_of(&table, &all(&table, target, CellMode::Safe)), Err(refused), "{bad:?} {target:?}");
        }
    }
    let mut short = small(&[["1", ""]]);
    short.rows[0].pop();
    let refused = Err(ExportError::RowDiffers { row: 1 });
    assert_eq!(file_of(&short, &TablePlan { columns: vec![0], ..all(&short, Target::Csv, CellMode::Safe) }), refused);
}

#[test]
fn a_long_table_is_written_page_by_page_and_none_of_its_rows_is_left_out() {
    for rows in [999, 1000, 1001, 2500] {
        let mut table = small(&[]);
        table.rows = (0..rows).map(|at| vec![format!("{at}.5"), String::new()]).collect();
        let text = text_of(&table, Target::Tsv, CellMode::Safe);
        let found: Vec<&str> = text.lines().skip(1).map(|line| line.trim_end()).collect();
        assert_eq!(found, (0..rows).map(|at| format!("{at}.5")).collect::<Vec<_>>());
    }
}

#[test]
fn no_two_columns_of_a_table_have_the_same_header() {
    let columns = ["Total", "Total", "Total (2)", "Currency"];
    let columns = columns.iter().enumerate().map(|(at, name)| {
        let kind = if at == 0 { FieldKind::Amount } else { FieldKind::Text };
        (format!("c{at}").into(), (*name).to_owned(), kind)
    });
    let table = TableMaker::new(String::new(), columns.collect(), "Currency").table();
    let names: Vec<&str> = table.columns.iter().map(|column| &*column.column.name).collect();
    assert_eq!(names, ["Total", "Currency", "Total (2)", "Total (2) (2)", "Currency (2)"]);
}

#[test]
fn the_currency_stands_behind_the_last_amount_and_amounts_of_two_are_refused() {
    let columns = [("a", FieldKind::Amount), ("b", FieldKind::Text), ("c", FieldKind::Amount), ("d", FieldKind::Day)];
    let columns = columns.map(|(id, kind)| (id.into(), id.to_owned(), kind)).to_vec();
    let mut maker = TableMaker::new(String::new(), columns, "Currency");
    let amount = |digits: &str, currency: &str| Field { text: digits.to_owned(), currency: currency.to_owned() };
    let row = |one: Field, other: Field| [one, Field::text("x"), other, Field::default()].into_iter();
    maker.row("1", row(amount("1.0", "EUR"), Field::default())).unwrap();
    maker.row("2", row(Field::default(), amount("-2", "SEK"))).unwrap();
    maker.row("3", row(Field::default(), Field::default())).unwrap();
    let refused = ExportError::CurrenciesDiffer { invoice: "4".to_owned() };
    assert_eq!(maker.row("4", row(amount("1", "EUR"), amount("1", "SEK"))), Err(refused));
    let table = maker.table();
    assert_eq!((table.cost, table.currency), (Some(0), Some(3)));
    assert_eq!(
        text_of(&table, Target::Csv, CellMode::Safe),
        "a,b,c,Currency,d\r\n1.0,x,,EUR,\r\n,x,-2,SEK,\r\n,x,,,\r\n"
    );
}
