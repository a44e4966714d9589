//! The chosen rows as records of usage, in pages as the API answers them: what the engine makes files of any schema of.
use super::making::Chosen;
use super::protocol::Trouble;
use crate::billing::{UsageField, UsageRecord};
use crate::json::write::quote;

/// What stands before the fields of a row.
const BEGIN: &str = "{\"kind\":\"own\",\"properties\":{";
const NEXT: &str = ",{\"kind\":\"own\",\"properties\":{";

/// So many rows from one on. Fields stand under their numbers ([`UsageKind::Own`](crate::arm::UsageKind::Own)). `link` and
/// the number of the row behind these make the link to the next page, where there is one.
///
/// # Errors
/// [`Trouble::Question`] where the rows are no records of usage; [`Trouble::Broken`] for a cell that a record cannot have:
/// left out, it would be lost.
pub fn page(chosen: &Chosen<'_>, from: usize, count: usize, link: &str) -> Result<Vec<u8>, Trouble> {
    if !chosen.table.has_records() {
        return Err(Trouble::Question);
    }
    let rows = chosen.rows.get(from..).unwrap_or_default();
    let rows = rows.get(..count).unwrap_or(rows);
    let names: Vec<String> = (0..UsageField::ALL.len()).map(|at| format!("\"{at}\":")).collect();
    let mut page = String::from("{\"value\":[");
    let mut record = UsageRecord::default();
    for (at, row) in rows.iter().enumerate() {
        if let Some(error) = chosen.table.misfit(*row) {
            return Err(Trouble::Broken(error));
        }
        chosen.table.fill(*row, &mut record);
        page.push_str(if at == 0 { BEGIN } else { NEXT });
        let told = names.iter().zip(UsageField::ALL).map(|(name, field)| (name, record.text(*field)));
        for (place, (name, text)) in told.filter(|(_, text)| !text.is_empty()).enumerate() {
            if place > 0 {
                page.push(',');
            }
            page.push_str(name);
            quote(&mut page, text);
        }
        page.push_str("}}");
    }
    page.push(']');
    let next = from + rows.len();
    if next < chosen.rows.len() {
        page.push_str(",\"nextLink\":");
        quote(&mut page, &format!("{link}{next}"));
    }
    page.push('}');
    Ok(page.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::protocol::Looked;
    use super::*;
    use crate::arm::{ArmError, UsageKind, UsagePage};
    use crate::explore::{Choices, Opened, Reader, recognise};

    const FILE: &str = "UsageDateTime,MeterCategory,MeterName,UnitOfMeasure,UsageQuantity,PreTaxCost,Currency,Tags\r\n\
        2026-03-01,Storage,\"a \"\"b\"\"\",GB,007.50,0.0535960591133005,EUR,\"{\"\"env\"\": \"\"a,b\"\"}\"\r\n\
        2026-03-02,Storage,é\t,GB,1,-0.20,USD,\r\n\
        2026-03-03,Compute,c,GB,1,,EUR,\r\n";

    fn opened(file: &str) -> Opened {
        let mut reader = Reader::new(&recognise(file.as_bytes()), Choices::default());
        reader.push(file.as_bytes()).unwrap();
        reader.finish().unwrap()
    }

    fn chosen<'o>(opened: &'o Opened, rows: &'o [u32], looked: &'o Looked) -> Chosen<'o> {
        Chosen { opened, at: 0, table: opened.main_table().unwrap(), rows, groups: None, looked }
    }

    #[test]
    fn the_engine_reads_of_every_chosen_row_what_the_file_says() {
        let (opened, looked) = (opened(FILE), Looked::default());
        let chosen = chosen(&opened, &[2, 0, 1], &looked);
        let mut found = Vec::new();
        let mut links = Vec::new();
        for from in [0, 2] {
            let page = UsagePage { bytes: page(&chosen, from, 2, "https://x/y?from=").unwrap() };
            let end = page.each(UsageKind::Own, &mut |record| {
                let all: Vec<String> = UsageField::ALL.iter().map(|field| record.text(*field).to_owned()).collect();
                found.push(all);
                Ok::<(), ArmError>(())
            });
            links.push(end.unwrap().next_link);
        }
        let told = |row: &u32| {
            let record = chosen.table.record(*row);
            UsageField::ALL.iter().map(|field| record.text(*field).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found, chosen.rows.iter().map(told).collect::<Vec<_>>());
        assert_eq!(links, [Some("https://x/y?from=2".to_owned()), None]);
        let cost = |row: usize| found[row][UsageField::CostInBillingCurrency as usize].clone();
        assert_eq!(
            [cost(0), cost(1), cost(2)],
            ["", "0.0535960591133005", "-0.20"],
            "every digit, in the order chosen"
        );
    }

    #[test]
    fn a_cell_that_a_record_cannot_have_is_named_and_not_left_out() {
        let file = FILE.replace("-0.20", "many").replace("2026-03-03", "2026-03-03 05:00:00");
        let mut reader = Reader::new(&recognise(file.as_bytes()), Choices { is_lenient: true, ..Choices::default() });
        reader.push(file.as_bytes()).unwrap();
        let (opened, looked) = (reader.finish().unwrap(), Looked::default());
        let error = |row: u32| match page(&chosen(&opened, &[0, row], &looked), 0, 9, "") {
            Err(Trouble::Broken(error)) => error.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(error(1), "line 3, column `PreTaxCost`: a number of at most 28 digits expected, found `many`");
        assert_eq!(
            error(2),
            "line 4, column `UsageDateTime`: a day such as 2026-02-17 expected, found `2026-03-03 05:00:00`"
        );
        assert!(page(&chosen(&opened, &[0], &looked), 0, 9, "").is_ok(), "the other rows are none the worse for it");
    }

    #[test]
    fn rows_that_are_no_usage_are_no_records() {
        let (opened, looked) = (opened("a,b\r\n1,2\r\n"), Looked::default());
        assert_eq!(page(&chosen(&opened, &[0], &looked), 0, 9, ""), Err(Trouble::Question));
    }
}
