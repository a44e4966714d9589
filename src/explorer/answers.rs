//! What the explorer tells of an open file.
use super::protocol::{ColumnFacts, FileFacts, GroupFacts, TableFacts};
use crate::explore::{Group, Groups, Opened, Recognised, Table};

fn table_facts(table: &Table) -> TableFacts {
    let column = |column: &crate::explore::TableColumn| ColumnFacts {
        header: column.header().to_owned(),
        kind: column.kind(),
        distinct: column.distinct(),
    };
    TableFacts {
        section: table.section(),
        columns: table.columns().iter().map(column).collect(),
        rows: table.rows(),
        measures: table.measures().iter().map(|measure| measure.column).collect(),
        has_records: table.has_records(),
    }
}

/// What an open file is.
pub fn file_facts(recognised: &Recognised, opened: &Opened) -> FileFacts {
    let main = opened.main_table();
    let is_main = |table: &Table| main.is_some_and(|main| std::ptr::eq(main, table));
    FileFacts {
        family: opened.family(),
        versions: recognised.versions.iter().map(|version| (*version).to_owned()).collect(),
        dialect: *opened.dialect(),
        notes: opened.notes().to_vec(),
        tables: opened.tables().iter().map(table_facts).collect(),
        main: opened.tables().iter().position(is_main).unwrap_or(0),
    }
}

/// The sums of a group: currency and digits.
pub fn sums(table: &Table, groups: &Groups, group: &Group) -> Vec<(String, String)> {
    groups.sums(table, group).map(|(currency, sum)| (currency.into_owned(), sum.to_string())).collect()
}

/// So many groups from one on.
pub fn group_facts(table: &Table, groups: &Groups, by: &[usize], from: usize, count: usize) -> Vec<GroupFacts> {
    let rest = groups.groups().iter().skip(from).take(count);
    let facts = |group: &Group| GroupFacts {
        values: by.iter().map(|column| table.value(group.row, *column).text.into_owned()).collect(),
        rows: group.rows,
        sums: sums(table, groups, group),
        quantity: groups.quantity(table, group).map(|(unit, sum)| (sum.to_string(), unit.into_owned())),
    };
    rest.map(facts).collect()
}
