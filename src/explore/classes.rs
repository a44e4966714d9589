//! Which texts of a column stand for the same value.
use super::order::Ranks;
use super::table::TableColumn;
use crate::billing::{UsageField, ValueKind, fold_case};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Fields whose values are the same in any case: Azure does not tell them apart, and providers send them in several
/// (usage-files §5).
const CASELESS: &[UsageField] = &[
    UsageField::BenefitId,
    UsageField::ConsumedService,
    UsageField::MeterId,
    UsageField::ResourceGroupName,
    UsageField::ResourceId,
    UsageField::ResourceLocation,
    UsageField::ResourceType,
    UsageField::SubscriptionId,
];

impl TableColumn {
    /// Whether its values are the same in any case.
    pub(super) fn is_caseless(&self) -> bool {
        self.field().is_some_and(|field| CASELESS.contains(&field))
    }

    /// For every text the first that stands for the same value; none when each text is its own.
    fn classes(&self) -> Option<&[u32]> {
        self.classes
            .get_or_init(|| {
                let nothings = (0..self.distinct()).filter(|code| self.is_nothing(*code)).count();
                if !self.is_caseless() && !self.values.has_styles() && nothings < 2 && !self.notation.is_guarded {
                    return None;
                }
                let mut first: FxHashMap<Cow<'_, str>, u32> = FxHashMap::default();
                let class = |code: u32| {
                    let text = match self.is_nothing(code) {
                        true => Cow::Borrowed(""),
                        false if self.is_caseless() => Cow::Owned(fold_case(self.text(code))),
                        false => Cow::Borrowed(self.text(code)),
                    };
                    *first.entry(text).or_insert(code)
                };
                Some((0..self.distinct()).map(class).collect())
            })
            .as_deref()
    }
}

/// Tells which rows have the same value in a column.
pub(super) enum Classes<'t> {
    Codes(&'t TableColumn),
    Firsts(&'t TableColumn, &'t [u32]),
    Ranks(&'t TableColumn, &'t Ranks),
}

impl<'t> Classes<'t> {
    pub(super) fn of(column: &'t TableColumn) -> Classes<'t> {
        match column.kind() {
            ValueKind::Number | ValueKind::Day | ValueKind::Flag => Classes::Ranks(column, column.ranks()),
            ValueKind::Text | ValueKind::Json => Classes::texts(column),
        }
    }

    /// By text; a class is then the code of a text.
    pub(super) fn texts(column: &'t TableColumn) -> Classes<'t> {
        match column.classes() {
            None => Classes::Codes(column),
            Some(firsts) => Classes::Firsts(column, firsts),
        }
    }

    pub(super) fn count(&self) -> u32 {
        match self {
            Classes::Codes(column) | Classes::Firsts(column, _) => column.distinct(),
            Classes::Ranks(_, ranks) => ranks.count(),
        }
    }

    pub(super) fn class(&self, row: u32) -> u32 {
        match self {
            Classes::Codes(column) => column.values.code(row),
            Classes::Firsts(column, firsts) => {
                let code = column.values.code(row);
                firsts.get(code as usize).copied().unwrap_or(code)
            }
            Classes::Ranks(column, ranks) => ranks.of(column.values.code(row)),
        }
    }
}
