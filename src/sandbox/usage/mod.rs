//! The usage of a profile in a month: one source, read two ways. [`UsageMonth::totals`] sums what an invoice needs;
//! `rows` writes what the usage file needs. Both take their units from [`UsageMonth::units`] and their price from
//! [`UsageMonth::price`], and cost is linear in units, so that they cannot differ.
mod rows;
mod text;

use super::chance::{self, Chance};
use super::month::Month;
use super::seed::Seed;
use super::tenant::{Meter, Product, Profile, Subscription};
use crate::billing::{Charge, MoneyError, exact_product, exact_sum};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub(super) use rows::RowContext;

/// Decimals of a day's units.
const UNIT_SCALE: u32 = 6;
/// A charge's meter: its place in the catalogue, or one of the once-only kinds behind it.
pub(super) type MeterKey = usize;
/// A charge's section or customer: its place in [`Profile::owners`].
pub(super) type OwnerKey = usize;

/// Something used all month: a resource with one meter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Series {
    key: u64,
    owner: OwnerKey,
    meter: MeterKey,
    resource_group: u64,
    tags: usize,
    /// Covered by a reservation: used, but not paid for again.
    covered: bool,
}

/// Something charged once.
#[derive(Debug, Clone)]
pub(super) struct Once<'a> {
    pub(super) kind: OnceKind,
    pub(super) owner: OwnerKey,
    pub(super) day: u32,
    pub(super) quantity: Decimal,
    pub(super) product: &'a Product,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnceKind {
    Reservation,
    Saas,
    Refund,
}

/// What a meter comes to in a section or for a customer.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct MeterTotal {
    pub(super) quantity: Decimal,
    pub(super) cost: Decimal,
}

/// What a unit of a meter costs, in dollars.
pub(super) struct LinePrice {
    /// What is paid.
    pub(super) effective: Decimal,
    /// List price, and the part of it that is taken off; none for what is charged once.
    pub(super) list: Option<(Decimal, Decimal)>,
}

/// A profile's usage in one month.
pub(super) struct UsageMonth<'a> {
    seed: &'a Seed,
    profile: &'a Profile,
    key: u64,
    pub(super) month: Month,
    /// Days that have rows: all of a closed month, those before today of the open one.
    days: u32,
    used: u64,
    subscriptions: Vec<(&'a Subscription, OwnerKey)>,
    pub(super) once: Vec<Once<'a>>,
    /// Dollars to billing currency, fixed on the first of the month.
    pub(super) rate: Decimal,
}

impl<'a> UsageMonth<'a> {
    /// The usage of `profile` in `month` up to its day `days`; `load` is the number of rows of the load test's profile.
    pub(super) fn new(seed: &'a Seed, profile: &'a Profile, month: Month, days: u32, load: u64) -> UsageMonth<'a> {
        let key = chance::place(&[seed.number, chance::of_text(&profile.name)]);
        let owners = profile.owners();
        let subscriptions: Vec<_> = seed
            .subscriptions
            .iter()
            .filter(|subscription| subscription.profile == profile.name)
            .filter_map(|subscription| {
                let owner = owners.iter().position(|(name, _)| *name == subscription.owner)?;
                Some((subscription, owner))
            })
            .collect();
        let used = if subscriptions.is_empty() || seed.catalogue.usage.is_empty() {
            0
        } else if profile.load_test {
            // The rounding rows count too.
            load.saturating_sub(owners.len() as u64)
        } else {
            let most = profile.largest_month.filter(|largest| largest.month == month.calendar());
            // A little more or less from month to month.
            let spread = chance::place(&[key, month.number(), 1]) % (profile.series / 6 + 1);
            most.map_or(profile.series + spread, |largest| largest.series) * u64::from(days)
        };
        let mut usage = UsageMonth {
            seed,
            profile,
            key,
            month,
            days,
            used,
            subscriptions,
            once: Vec::new(),
            rate: rate(&profile.currency, seed.number, month),
        };
        usage.once = usage.charged_once();
        usage
    }

    fn charged_once(&self) -> Vec<Once<'a>> {
        let owners = self.profile.owners().len() as u64;
        if self.profile.load_test || owners == 0 {
            return Vec::new();
        }
        let mut chance = Chance::new(chance::place(&[self.key, self.month.number(), 2]));
        let catalogue = &self.seed.catalogue;
        let mut all = Vec::new();
        let mut add = |kind, product, quantity: Decimal| {
            all.push(Once {
                kind,
                owner: (chance.next() % owners) as usize,
                day: 1 + (chance.next() % 27) as u32,
                quantity,
                product,
            });
        };
        let seats = 3 + (chance::place(&[self.key, self.month.number(), 3]) % 20) as i64;
        add(OnceKind::Saas, &catalogue.saas, Decimal::from(seats));
        if self.month.calendar().is_multiple_of(3) {
            add(OnceKind::Reservation, &catalogue.purchase, Decimal::ONE);
        }
        if self.month.calendar() % 6 == 5 {
            add(OnceKind::Refund, &catalogue.refund, Decimal::new(-5, 1));
        }
        all.retain(|once| once.day <= self.days);
        all
    }

    /// Rows of usage, one per series and day.
    pub(super) fn used_rows(&self) -> u64 {
        self.used
    }

    fn series(&self, index: u64) -> Option<(Series, &'a Subscription, &'a Meter)> {
        let key = chance::place(&[self.key, 4, index]);
        let mut chance = Chance::new(key);
        let subscription = (chance.next() % (self.subscriptions.len().max(1) as u64)) as usize;
        let meter = (chance.next() % (self.seed.catalogue.usage.len().max(1) as u64)) as usize;
        let (to, owner) = *self.subscriptions.get(subscription)?;
        let what = self.seed.catalogue.usage.get(meter)?;
        let tags = (chance.next() % (self.seed.tags.len().max(1) as u64)) as usize;
        let series = Series {
            key,
            owner,
            meter,
            resource_group: chance.next(),
            tags,
            covered: meter == 0 && chance.next().is_multiple_of(4),
        };
        Some((series, to, what))
    }

    /// What a series used on a day, in millionths of its unit.
    fn units(&self, series: &Series, meter: &Meter, day: u32) -> i64 {
        let number = chance::place(&[series.key, self.month.number(), day.into()]);
        let span = meter.high.saturating_sub(meter.low) + 1;
        (meter.low + number % span) as i64
    }

    /// Contract price per unit in dollars; for what a reservation covers nothing, or its share of the reservation.
    fn price(&self, series: &Series, meter: &Meter, is_amortized: bool) -> Result<Decimal, MoneyError> {
        if series.covered {
            return Ok(if is_amortized { self.seed.catalogue.purchase.hour } else { Decimal::ZERO });
        }
        exact_product(meter.price, meter.discount)
    }

    /// Cost in the billing currency of `quantity` at a price in dollars: exact, and linear in the quantity.
    fn cost(&self, quantity: Decimal, price: Decimal) -> Result<Decimal, MoneyError> {
        exact_product(exact_product(quantity, price)?, self.rate)
    }

    /// The price of a line of an invoice; none where its cost is not that of its quantity at one price, since a reservation
    /// covers a part.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub(super) fn line_price(&self, key: MeterKey, total: &MeterTotal) -> Result<Option<LinePrice>, MoneyError> {
        let price = match self.seed.catalogue.usage.get(key) {
            Some(meter) => LinePrice {
                effective: exact_product(meter.price, meter.discount)?,
                list: Some((meter.price, exact_sum(Decimal::ONE, -meter.discount)?)),
            },
            None => LinePrice { effective: self.product(key).price, list: None },
        };
        let is_cost = self.cost(total.quantity, price.effective)? == total.cost;
        Ok(is_cost.then_some(price))
    }

    /// What is behind the key of a once-only charge.
    fn product(&self, key: MeterKey) -> &Product {
        let catalogue = &self.seed.catalogue;
        match key - catalogue.usage.len() {
            0 => &catalogue.purchase,
            1 => &catalogue.saas,
            _ => &catalogue.refund,
        }
    }

    /// The meter key of a once-only charge.
    pub(super) fn once_key(&self, kind: OnceKind) -> MeterKey {
        let first = self.seed.catalogue.usage.len();
        match kind {
            OnceKind::Reservation => first,
            OnceKind::Saas => first + 1,
            OnceKind::Refund => first + 2,
        }
    }

    /// Everything charged in the month, per section or customer and meter.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub(super) fn totals(&self) -> Result<BTreeMap<(OwnerKey, MeterKey), MeterTotal>, MoneyError> {
        // Units of a meter that is paid for, and of one that is covered: whole numbers, so the sum is quick and exact.
        let mut units: BTreeMap<(OwnerKey, MeterKey, bool), i64> = BTreeMap::new();
        let days = u64::from(self.days.max(1));
        for index in 0..self.used.div_ceil(days) {
            let Some((series, _, meter)) = self.series(index) else {
                continue;
            };
            let until = days.min(self.used - index * days) as u32;
            let sum: i64 = (1..=until).map(|day| self.units(&series, meter, day)).sum();
            *units.entry((series.owner, series.meter, series.covered)).or_default() += sum;
        }
        let mut totals: BTreeMap<(OwnerKey, MeterKey), MeterTotal> = BTreeMap::new();
        let mut add = |key, quantity, cost| -> Result<(), MoneyError> {
            let total = totals.entry(key).or_default();
            total.quantity = exact_sum(total.quantity, quantity)?;
            total.cost = exact_sum(total.cost, cost)?;
            Ok(())
        };
        for ((owner, key, covered), units) in units {
            let quantity = Decimal::new(units, UNIT_SCALE);
            let Some(meter) = self.seed.catalogue.usage.get(key) else {
                continue;
            };
            let cost =
                if covered { Decimal::ZERO } else { self.cost(quantity, exact_product(meter.price, meter.discount)?)? };
            add((owner, key), quantity, cost)?;
        }
        for once in &self.once {
            let cost = self.cost(once.quantity, once.product.price)?;
            add((once.owner, self.once_key(once.kind)), once.quantity, cost)?;
        }
        Ok(totals)
    }
}

/// The totals as charges to be billed.
pub(super) fn charges(
    totals: &BTreeMap<(OwnerKey, MeterKey), MeterTotal>,
) -> impl Iterator<Item = Charge<OwnerKey, MeterKey>> + '_ {
    totals.iter().map(|(&(section, meter), total)| Charge { section, meter, cost: total.cost })
}

fn rate(currency: &str, seed: u64, month: Month) -> Decimal {
    let spread = |size: u64| (chance::place(&[seed, chance::of_text(currency), month.number()]) % size) as i64;
    match currency {
        "EUR" => Decimal::new(880_000 + spread(60_000), 6),
        "SEK" => Decimal::new(10_100_000 + spread(800_000), 6),
        _ => Decimal::ONE,
    }
}
