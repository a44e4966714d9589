//! Rows with the same values in some columns, and what they cost.
use super::classes::Classes;
use super::order::sort_keys;
use super::table::{Table, TableColumn, Value};
use super::{Currency, Measure, Sum, View};
use crate::billing::ValueKind;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Ordering;

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

/// Entries of a table of pairs that are looked up by place instead of by hash.
const DENSE: u64 = 1 << 22;

/// The numbers of a column, by row.
struct Numbers<'t> {
    column: &'t TableColumn,
    read: &'t [Option<Decimal>],
}

impl<'t> Numbers<'t> {
    fn of(table: &'t Table, column: usize) -> Option<Numbers<'t>> {
        let column = table.columns().get(column).filter(|column| column.kind() == ValueKind::Number)?;
        Some(Numbers { column, read: column.numbers() })
    }

    fn get(&self, row: u32) -> Option<Decimal> {
        self.read.get(self.column.values.code(row) as usize).copied().flatten()
    }
}

impl Groups {
    /// Groups the rows of a view by the values of some columns, all rows in one group by none, and adds up the amounts of a
    /// measure per currency, and the quantity where the unit is one. Sums are exact.
    pub fn new(table: &Table, view: &View, by: &[usize], measure: Option<Measure>) -> Groups {
        let rows = view.rows();
        let (ids, mut groups) = partition(table, rows, by);
        let amounts = measure.and_then(|measure| Numbers::of(table, measure.column));
        let currency = measure.map_or(Currency::Unknown, |measure| measure.currency);
        let currencies = match currency {
            Currency::Column(column) => table.columns().get(column).map(Classes::texts),
            _ => None,
        };
        let (quantities, units, unit) = match table.quantity() {
            Some((quantity, unit)) => {
                let units = table.columns().get(unit).map(Classes::texts);
                (Numbers::of(table, quantity), units, Some(unit))
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

    /// All rows as one group, without its quantity: what the groups add up to. None where there are too many digits for
    /// the quick way.
    pub fn whole(&self) -> Option<Group> {
        let mut groups = self.groups.iter();
        let mut whole = Group { quantity: Quantity::None, ..groups.next()?.clone() };
        for group in groups {
            whole.rows += group.rows;
            whole.unread += group.unread;
            for (currency, sum) in &group.sums {
                match whole.sums.iter_mut().find(|(known, _)| known == currency) {
                    Some((_, known)) => *known = known.with(sum)?,
                    None => whole.sums.push((*currency, sum.clone())),
                }
            }
        }
        Some(whole)
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
        match order {
            GroupOrder::Rows => {
                self.sort_by_place(&|group| if is_descending { u32::MAX - group.rows } else { group.rows });
            }
            GroupOrder::Column(column) => {
                let Some(column) = table.columns().get(*column) else { return };
                let ranks = column.ranks();
                let nothing = ranks.count() - 1;
                self.sort_by_place(&|group| match ranks.of(column.values.code(group.row)) {
                    place if is_descending && place < nothing => nothing - 1 - place,
                    place => place,
                });
            }
            GroupOrder::Sum { currency } => {
                let of = self.currency;
                let class = |group: &Group| {
                    group.sums.iter().position(|(class, _)| currency_name(table, of, *class) == *currency)
                };
                let sum = |group: &Group| Some(group.sums.get(class(group)?)?.1.clone());
                let mut keyed: Vec<(Option<Sum>, u32)> = self.groups.iter().map(sum).zip(0..).collect();
                let order = if is_descending { falling } else { rising };
                keyed.sort_unstable_by(order);
                self.put(keyed.into_iter().map(|(_, at)| at));
            }
        }
    }

    fn sort_by_place(&mut self, place: &dyn Fn(&Group) -> u32) {
        // The place among the groups keeps equal ones as they are.
        let key = |(group, at): (&Group, u32)| ((u64::from(place(group)) << 32) | u64::from(at), at);
        let mut keys: Vec<(u64, u32)> = self.groups.iter().zip(0..).map(key).collect();
        sort_keys(&mut keys);
        self.put(keys.into_iter().map(|(_, at)| at));
    }

    /// Puts the groups in this order.
    fn put(&mut self, order: impl Iterator<Item = u32>) {
        let mut groups: Vec<Option<Group>> = self.groups.drain(..).map(Some).collect();
        self.groups = order.filter_map(|at| groups.get_mut(at as usize)?.take()).collect();
    }
}

type Summed = (Option<Sum>, u32);

fn rising(a: &Summed, b: &Summed) -> Ordering {
    sum_order(a, b, false)
}

fn falling(a: &Summed, b: &Summed) -> Ordering {
    sum_order(a, b, true)
}

/// What has no sum comes last either way.
fn sum_order((a, at): &Summed, (b, other): &Summed, is_descending: bool) -> Ordering {
    let order = match (a, b) {
        (Some(a), Some(b)) if is_descending => b.order(a),
        (Some(a), Some(b)) => a.order(b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    };
    order.then(at.cmp(other))
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
