//! Which columns a usage file has: one file per schema, headers and formats as published (usage-files §4, §5).
mod cost_details_2019_11_01;
mod cost_details_2021_10_01;
mod cost_details_2023_12_01_preview;
mod partner_2019_11_01;
mod partner_2021_10_01;
mod pay_as_you_go_2019_11_01;

use super::{Cell, Column, DayStyle};
use crate::billing::{AgreementType, UsageField, UsageRecord};

/// A published file of usage and charges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UsageSchema {
    /// Cost details of a Microsoft Customer Agreement, 2019-11-01.
    CostDetails20191101,
    /// Cost details of a Microsoft Customer Agreement, 2021-10-01.
    CostDetails20211001,
    /// Cost details of a Microsoft Customer Agreement, 2023-12-01-preview.
    CostDetails20231201Preview,
    /// Cost details of a Microsoft Partner Agreement, 2019-11-01.
    Partner20191101,
    /// Cost details of a Microsoft Partner Agreement, 2021-10-01 and 2023-12-01-preview.
    Partner20211001,
    /// Usage details of pay-as-you-go subscriptions, 2019-11-01.
    PayAsYouGo20191101,
}

impl UsageSchema {
    /// Every schema.
    pub const ALL: [UsageSchema; 6] = [
        UsageSchema::CostDetails20191101,
        UsageSchema::CostDetails20211001,
        UsageSchema::CostDetails20231201Preview,
        UsageSchema::Partner20191101,
        UsageSchema::Partner20211001,
        UsageSchema::PayAsYouGo20191101,
    ];

    /// Its name in addresses and in names of files.
    pub fn name(self) -> &'static str {
        match self {
            UsageSchema::CostDetails20191101 => "cost-details-2019-11-01",
            UsageSchema::CostDetails20211001 => "cost-details-2021-10-01",
            UsageSchema::CostDetails20231201Preview => "cost-details-2023-12-01-preview",
            UsageSchema::Partner20191101 => "partner-2019-11-01",
            UsageSchema::Partner20211001 => "partner-2021-10-01",
            UsageSchema::PayAsYouGo20191101 => "pay-as-you-go-2019-11-01",
        }
    }

    /// The schema of a name.
    pub fn parse(name: &str) -> Option<UsageSchema> {
        UsageSchema::ALL.into_iter().find(|schema| schema.name() == name)
    }

    /// The schemas on offer for accounts of an agreement, the usual one first.
    pub fn of_agreement(agreement: &AgreementType) -> &'static [UsageSchema] {
        match agreement {
            AgreementType::Mpa => &[UsageSchema::Partner20211001, UsageSchema::Partner20191101],
            AgreementType::Mosp => &[UsageSchema::PayAsYouGo20191101],
            _ => &[
                UsageSchema::CostDetails20211001,
                UsageSchema::CostDetails20231201Preview,
                UsageSchema::CostDetails20191101,
            ],
        }
    }

    /// Header and source of every column, in the file's order.
    fn fields(self) -> &'static [(&'static str, UsageField)] {
        match self {
            UsageSchema::CostDetails20191101 => &cost_details_2019_11_01::COLUMNS,
            UsageSchema::CostDetails20211001 => &cost_details_2021_10_01::COLUMNS,
            UsageSchema::CostDetails20231201Preview => &cost_details_2023_12_01_preview::COLUMNS,
            UsageSchema::Partner20191101 => &partner_2019_11_01::COLUMNS,
            UsageSchema::Partner20211001 => &partner_2021_10_01::COLUMNS,
            UsageSchema::PayAsYouGo20191101 => &pay_as_you_go_2019_11_01::COLUMNS,
        }
    }

    /// The columns, in the file's order.
    pub fn columns(self) -> Vec<Column> {
        self.fields().iter().map(|(name, field)| Column::new(*name, field.kind())).collect()
    }

    /// Headers of the columns, in the file's order.
    pub fn column_names(self) -> Vec<&'static str> {
        self.fields().iter().map(|(name, _)| *name).collect()
    }

    /// How the published file writes its days.
    pub fn days(self) -> DayStyle {
        match self {
            UsageSchema::PayAsYouGo20191101 => DayStyle::Iso,
            _ => DayStyle::MonthFirst,
        }
    }

    /// Which column is the cost that the file is added up by.
    pub fn cost(self) -> Option<usize> {
        self.place(UsageField::CostInBillingCurrency)
    }

    /// Which column is the currency of that cost.
    pub fn currency(self) -> Option<usize> {
        self.place(UsageField::BillingCurrency)
    }

    fn place(self, wanted: UsageField) -> Option<usize> {
        self.fields().iter().position(|(_, field)| *field == wanted)
    }

    /// Where the cells of the chosen columns come from, in their order.
    pub(super) fn sources(self, chosen: &[usize]) -> Vec<UsageField> {
        chosen.iter().filter_map(|at| self.fields().get(*at)).map(|(_, field)| *field).collect()
    }
}

/// What a record has in the column of a field. The documentation prints the pricing model as `On Demand`, the files say
/// `OnDemand` (usage-files §5).
pub(super) fn cell<'r>(record: &'r UsageRecord<'_>, field: UsageField) -> Cell<'r> {
    let text = record.text(field);
    let text = if field == UsageField::PricingModel && text == "On Demand" { "OnDemand" } else { text };
    Cell { kind: field.kind(), text }
}
