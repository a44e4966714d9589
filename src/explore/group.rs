//! Rows with the same values in some columns, and what they cost.
use super::order::Ranks;
use super::table::{Table, TableColumn, Value};
use super::{Sum, View};
use crate::billing::{UsageField, ValueKind, fold_case};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Where the currency of an amount stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    /// In this column of the same row.
    Column(usize),
    /// It is always this one.
    Fixed(&'static str),
    /// The file does not tell.
    Unknown,
}

/// A column of amounts that can be added up, and their currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Measure {
    /// The column, counted from 0.
    pub column: usize,
    /// Where its currency stands.
    pub currency: Currency,
}

/// Rows with the same values in the columns they are grouped by.
#[derive(Debug, Clone)]
pub struct Group {
    /// One of them: the first in the order of the view. Its values in those columns are the group's.
    pub row: u32,
    /// How many there are.
    pub rows: u32,
    /// Of those, how many have something else than a number where the amount belongs. They are in no sum.
    pub unread: u32,
    sums: Vec<(u32, Sum)>,
    quantity: Quantity,
}

/// The quantities of a group can be added up while their unit is one.
#[derive(Debug, Clone, Default)]
enum Quantity {
    #[default]
    None,
    Of(u32, Sum),
    Mixed,
}

/// What groups are sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupOrder {
    /// The values of a column, as rows are sorted by it.
    Column(usize),
    /// How many rows they have.
    Rows,
    /// Their sum in a currency; groups without come last either way.
    Sum {
        /// The currency.
        currency: String,
    },
}

/// The groups of a view, first in the order in which they appear in it.
#[derive(Debug, Clone)]
pub struct Groups {
    groups: Vec<Group>,
    currency: Currency,
    unit: Option<usize>,
}

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

/// Entries of a table of pairs that are looked up by place instead of by hash.
const DENSE: u64 = 1 << 22;

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
enum Classes<'t> {
    Codes(&'t TableColumn),
    Firsts(&'t TableColumn, &'t [u32]),
    Ranks(&'t TableColumn, &'t Ranks),
}

impl<'t> Classes<'t> {
    fn of(column: &'t TableColumn) -> Classes<'t> {
        match column.kind() {
            ValueKind::Number | ValueKind::Day | ValueKind::Flag => Classes::Ranks(column, column.ranks()),
            ValueKind::Text | ValueKind::Json => Classes::texts(column),
        }
    }

    /// By text; a class is then the code of a text.
    fn texts(column: &'t TableColumn) -> Classes<'t> {
        match column.classes() {
            None => Classes::Codes(column),
            Some(firsts) => Classes::Firsts(column, firsts),
        }
    }

    fn count(&self) -> u32 {
        match self {
            Classes::Codes(column) | Classes::Firsts(column, _) => column.distinct(),
            Classes::Ranks(_, ranks) => ranks.count(),
        }
    }

    fn class(&self, row: u32) -> u32 {
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

/// Reads the numbers of a column, each text once when many rows share it.
struct Numbers<'t> {
    column: &'t TableColumn,
    read: Vec<Option<Decimal>>,
}

impl<'t> Numbers<'t> {
    fn of(table: &'t Table, column: usize, rows: usize) -> Option<Numbers<'t>> {
        let column = table.columns().get(column).filter(|column| column.kind() == ValueKind::Number)?;
        let codes = if (column.distinct() as usize) < rows / 2 { column.distinct() } else { 0 };
        Some(Numbers { column, read: (0..codes).map(|code| column.number(code)).collect() })
    }

    fn get(&self, row: u32) -> Option<Decimal> {
        let code = self.column.values.code(row);
        self.read.get(code as usize).copied().unwrap_or_else(|| self.column.number(code))
    }
}

impl Table {
    /// The amounts that can be added up, the cost first. A file of no known format has none with a currency.
    pub fn measures(&self) -> Vec<Measure> {
        let billing = self.column_of(UsageField::BillingCurrency);
        let pricing = self.column_of(UsageField::PricingCurrency);
        let of = |column: Option<usize>| column.map_or(Currency::Unknown, Currency::Column);
        let mut first = Vec::new();
        let mut rest = Vec::new();
        for (at, column) in self.columns().iter().enumerate() {
            if column.kind() != ValueKind::Number {
                continue;
            }
            let name = column.header().to_ascii_lowercase();
            let currency = match column.field() {
                Some(UsageField::CostInBillingCurrency) => {
                    first.push(Measure { column: at, currency: of(billing) });
                    continue;
                }
                Some(UsageField::PaygCostInBillingCurrency) => of(billing),
                Some(UsageField::CostInPricingCurrency) => of(pricing),
                Some(UsageField::CostInUsd | UsageField::PaygCostInUsd) => Currency::Fixed("USD"),
                Some(_) => continue,
                None if name == "billedcost" => {
                    first.push(Measure { column: at, currency: of(billing) });
                    continue;
                }
                None if matches!(name.as_str(), "effectivecost" | "contractedcost" | "listcost") => of(billing),
                None if name == "pricingcurrencyeffectivecost" => of(pricing),
                None if name.starts_with("x_") && name.ends_with("costinusd") => Currency::Fixed("USD"),
                None => continue,
            };
            rest.push(Measure { column: at, currency });
        }
        first.append(&mut rest);
        first
    }

    /// Quantity and unit, which a sum needs both of.
    fn quantity(&self) -> Option<(usize, usize)> {
        let fields = (self.column_of(UsageField::Quantity), self.column_of(UsageField::UnitOfMeasure));
        let named = |quantity: &str, unit: &str| self.column_named(quantity).zip(self.column_named(unit));
        fields.0.zip(fields.1).or_else(|| named("PricingQuantity", "PricingUnit"))
    }
}

impl Groups {
    /// Groups the rows of a view by the values of some columns, all rows in one group by none, and adds up the amounts of a
    /// measure per currency, and the quantity where the unit is one. Sums are exact.
    pub fn new(table: &Table, view: &View, by: &[usize], measure: Option<Measure>) -> Groups {
        let rows = view.rows();
        let (ids, mut groups) = partition(table, rows, by);
        let amounts = measure.and_then(|measure| Numbers::of(table, measure.column, rows.len()));
        let currency = measure.map_or(Currency::Unknown, |measure| measure.currency);
        let currencies = match currency {
            Currency::Column(column) => table.columns().get(column).map(Classes::texts),
            _ => None,
        };
        let (quantities, units, unit) = match table.quantity() {
            Some((quantity, unit)) => {
                let units = table.columns().get(unit).map(Classes::texts);
                (Numbers::of(table, quantity, rows.len()), units, Some(unit))
            }
            None => (None, None, None),
        };
        for (row, id) in rows.iter().zip(ids) {
            let Some(group) = groups.get_mut(id as usize) else { continue };
            group.rows += 1;
            if let Some(amounts) = &amounts {
                let currency = currencies.as_ref().map_or(0, |currencies| currencies.class(*row));
                match amounts.get(*row) {
                    Some(amount) => add_to(&mut group.sums, currency, amount),
                    None => group.unread += u32::from(!amounts.column.is_nothing(amounts.column.values.code(*row))),
                }
            }
            if let Some((quantities, units)) = quantities.as_ref().zip(units.as_ref()) {
                group.quantity.add(units.class(*row), quantities.get(*row));
            }
        }
        Groups { groups, currency, unit }
    }

    /// The groups, in their order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The sums of a group, a currency each, in the order in which they appear; the currency is empty when it is not told.
    pub fn sums<'g>(&self, table: &'g Table, group: &'g Group) -> impl Iterator<Item = (Cow<'g, str>, &'g Sum)> {
        let currency = self.currency;
        group.sums.iter().map(move |(class, sum)| (currency_name(table, currency, *class), sum))
    }

    /// The quantity of a group and its unit; none when it has none, or several units.
    pub fn quantity<'g>(&self, table: &'g Table, group: &'g Group) -> Option<(Cow<'g, str>, &'g Sum)> {
        match &group.quantity {
            Quantity::Of(class, sum) => Some((value(table, self.unit?, *class)?.text, sum)),
            _ => None,
        }
    }

    /// Sorts the groups; equal ones stay as they are.
    pub fn sort(&mut self, table: &Table, order: &GroupOrder, is_descending: bool) {
        let turned = |order: Ordering| if is_descending { order.reverse() } else { order };
        match order {
            GroupOrder::Rows => self.groups.sort_by(|a, b| turned(a.rows.cmp(&b.rows))),
            GroupOrder::Column(column) => {
                let Some(column) = table.columns().get(*column) else { return };
                let ranks = column.ranks();
                let place = |group: &Group| ranks.of(column.values.code(group.row));
                let nothing = ranks.count() - 1;
                self.groups.sort_by(|a, b| {
                    let (a, b) = (place(a), place(b));
                    (a == nothing).cmp(&(b == nothing)).then(turned(a.cmp(&b)))
                });
            }
            GroupOrder::Sum { currency } => {
                let of = self.currency;
                let class = |group: &Group| {
                    group.sums.iter().position(|(class, _)| currency_name(table, of, *class) == *currency)
                };
                let mut keyed: Vec<(Option<usize>, Group)> =
                    self.groups.drain(..).map(|group| (class(&group), group)).collect();
                keyed.sort_by(|(a, left), (b, right)| {
                    let left = a.and_then(|at| left.sums.get(at));
                    let right = b.and_then(|at| right.sums.get(at));
                    match (left, right) {
                        (Some((_, a)), Some((_, b))) => turned(a.order(b)),
                        (a, b) => a.is_none().cmp(&b.is_none()),
                    }
                });
                self.groups = keyed.into_iter().map(|(_, group)| group).collect();
            }
        }
    }
}

impl Quantity {
    fn add(&mut self, unit: u32, quantity: Option<Decimal>) {
        let Some(quantity) = quantity else { return };
        match self {
            Quantity::None => {
                let mut sum = Sum::default();
                sum.add(quantity);
                *self = Quantity::Of(unit, sum);
            }
            Quantity::Of(known, sum) if *known == unit => sum.add(quantity),
            _ => *self = Quantity::Mixed,
        }
    }
}

fn add_to(sums: &mut Vec<(u32, Sum)>, currency: u32, amount: Decimal) {
    match sums.iter_mut().find(|(known, _)| *known == currency) {
        Some((_, sum)) => sum.add(amount),
        None => {
            let mut sum = Sum::default();
            sum.add(amount);
            sums.push((currency, sum));
        }
    }
}

fn value(table: &Table, column: usize, code: u32) -> Option<Value<'_>> {
    table.columns().get(column).map(|column| column.value(code))
}

fn currency_name(table: &Table, currency: Currency, class: u32) -> Cow<'_, str> {
    match currency {
        Currency::Column(column) => value(table, column, class).map_or(Cow::Borrowed(""), |value| value.text),
        Currency::Fixed(code) => Cow::Borrowed(code),
        Currency::Unknown => Cow::Borrowed(""),
    }
}

/// The group of every row, and the groups with a first row each.
fn partition(table: &Table, rows: &[u32], by: &[usize]) -> (Vec<u32>, Vec<Group>) {
    let group = |row: u32| Group { row, rows: 0, unread: 0, sums: Vec::new(), quantity: Quantity::None };
    let mut ids = vec![0; rows.len()];
    let mut firsts: Vec<u32> = rows.first().copied().into_iter().collect();
    for column in by.iter().filter_map(|column| table.columns().get(*column)) {
        let classes = Classes::of(column);
        let pairs = firsts.len() as u64 * u64::from(classes.count());
        let mut dense = vec![u32::MAX; if pairs <= DENSE { pairs as usize } else { 0 }];
        let mut sparse: FxHashMap<u64, u32> = FxHashMap::default();
        firsts.clear();
        for (row, id) in rows.iter().zip(&mut ids) {
            let pair = u64::from(*id) * u64::from(classes.count()) + u64::from(classes.class(*row));
            let place = match dense.get_mut(pair as usize) {
                Some(place) => place,
                None => sparse.entry(pair).or_insert(u32::MAX),
            };
            if *place == u32::MAX {
                *place = firsts.len() as u32;
                firsts.push(*row);
            }
            *id = *place;
        }
    }
    (ids, firsts.into_iter().map(group).collect())
}
