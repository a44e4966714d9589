//! What a file is to be, from any page: schema, spreadsheet or program, columns and their order, and how its first rows will
//! read.
mod columns;
mod fields;
mod made;
mod preview;
mod share;
mod source;
mod table_pane;
mod to_disk;

pub use columns::Columns;
pub use fields::{FileChoices, FileFields, TargetFields};
pub use preview::{OwnPreview, Preview};
pub use share::ShareLink;
pub use source::{Listed, TableSource};
pub use table_pane::TablePane;
pub use to_disk::{ToDisk, start_file};

use crate::export::focus::FocusVersion;
use crate::export::{FileSchema, Target, UsageSchema};
use crate::state::t;
use crate::text::words::files;

/// What a schema is called.
fn schema_name(schema: FileSchema) -> String {
    let schema = match schema {
        FileSchema::Usage(schema) => schema,
        FileSchema::Focus(FocusVersion::V1_2) => return t(files::FOCUS_1_2),
        FileSchema::Focus(FocusVersion::V1_0) => return t(files::FOCUS_1_0),
    };
    t(match schema {
        UsageSchema::CostDetails20191101 => files::COST_DETAILS_2019,
        UsageSchema::CostDetails20211001 => files::COST_DETAILS_2021,
        UsageSchema::CostDetails20231201Preview => files::COST_DETAILS_2023,
        UsageSchema::Partner20191101 => files::PARTNER_2019,
        UsageSchema::Partner20211001 => files::PARTNER_2021,
        UsageSchema::PayAsYouGo20191101 => files::PAY_AS_YOU_GO_2019,
    })
}

/// What is good to know about a schema.
fn schema_hint(schema: FileSchema, offered: &[FileSchema]) -> Option<String> {
    let FileSchema::Focus(_) = schema else { return None };
    let is_ours = offered.contains(&UsageSchema::PayAsYouGo20191101.into());
    let ours = is_ours.then(|| t(files::FOCUS_OURS));
    Some([Some(t(files::FOCUS_HINT)), ours].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// What a target is called.
fn target_name(target: Target) -> String {
    t(match target {
        Target::Csv => files::CSV,
        Target::ExcelNl => files::EXCEL_NL,
        Target::ExcelSv => files::EXCEL_SV,
        Target::ExcelEn => files::EXCEL_EN,
        Target::Xlsx => files::XLSX,
        Target::Tsv => files::TSV,
        Target::Json => files::JSON,
        Target::Ndjson => files::NDJSON,
    })
}

/// What is good to know about a target.
fn target_hint(target: Target) -> String {
    t(match target {
        Target::Csv => files::CSV_HINT,
        Target::ExcelNl => files::EXCEL_NL_HINT,
        Target::ExcelSv => files::EXCEL_SV_HINT,
        Target::ExcelEn => files::EXCEL_EN_HINT,
        Target::Xlsx => files::XLSX_HINT,
        Target::Tsv => files::TSV_HINT,
        Target::Json => files::JSON_HINT,
        Target::Ndjson => files::NDJSON_HINT,
    })
}
