//! What a subscription used: one source, read by the day for the usage file and summed for its invoice. The sum is exact,
//! so the two cannot differ.
use super::super::chance;
use super::super::month::Month;
use super::super::tenant::Meter;
use super::data::Use;
use super::{BillFault, Subscription};
use crate::billing::{
    Credit, DailyUsage, MeterTerms, Money, MoneyError, Period, ProvisioningStatus, StatementLine, UsageMeter,
    overage_quantity, statement_lines,
};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

/// Decimals of a day's units.
const UNIT_SCALE: u32 = 6;

impl Subscription<'_> {
    /// How many things are used on a day, at most.
    pub(in crate::sandbox) fn used(&self) -> u64 {
        self.plan.uses.len() as u64
    }

    /// The days of `from` to `until` on which it was used.
    pub(in crate::sandbox) fn used_days(&self, from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let end = self.usage_end();
        from.max(self.created).iter_days().take_while(move |day| *day <= until && *day < end)
    }

    /// The meter of a thing, and what its chance begins with.
    fn meter(&self, used: &Use) -> Option<(&Meter, u64)> {
        let meter = self.seed.catalogue.usage.iter().find(|meter| meter.id == used.meter)?;
        let names = [&self.plan.id, &used.resource, &used.meter].map(|name| chance::of_text(name));
        Some((meter, chance::place(&names) ^ self.seed.number))
    }

    /// What a thing used on a day, in millionths of its unit; none in a month in which it is not used.
    fn units(&self, used: &Use, (meter, key): (&Meter, u64), day: NaiveDate) -> Option<i64> {
        if used.only.is_some_and(|month| month != day.month()) {
            return None;
        }
        let span = meter.high.saturating_sub(meter.low) + 1;
        Some((meter.low + chance::place(&[key, number(day)]) % span) as i64)
    }

    /// What the thing at this place used on a day, with the list price: the part that the offer includes, or the part beyond
    /// it, which alone is charged. None when that part is nothing.
    pub(in crate::sandbox) fn used_on(
        &self,
        day: NaiveDate,
        at: u64,
        is_included: bool,
    ) -> Result<Option<(DailyUsage, Money)>, MoneyError> {
        let used = self.plan.uses.get(at as usize);
        let Some((used, (meter, key))) = used.and_then(|used| Some((used, self.meter(used)?))) else {
            return Ok(None);
        };
        let Some(units) = self.units(used, (meter, key), day) else {
            return Ok(None);
        };
        let all = Decimal::new(units, UNIT_SCALE);
        let included = self.left(meter, day, at as usize)?.min(all);
        let quantity = if is_included { included } else { overage_quantity(all, included)? };
        if quantity.is_zero() && (is_included || !included.is_zero()) {
            return Ok(None);
        }
        let resource = match meter.resource_type.split_once('/') {
            Some((server, database)) => format!("{server}/{}-host/{database}/{}", used.resource, used.resource),
            None => format!("{}/{}", meter.resource_type, used.resource),
        };
        let tags = chance::of_text(&used.resource) % (self.seed.tags.len().max(1) as u64);
        let text = |raw: Option<&str>| raw.unwrap_or("{}").to_owned();
        let usage = DailyUsage {
            instance_id: format!(
                "/subscriptions/{}/resourceGroups/{}/providers/{}/{resource}",
                self.plan.id, used.group, meter.consumed_service
            ),
            meter_id: meter.id.clone(),
            resource_location: meter.location.clone(),
            consumed_service: meter.consumed_service.clone(),
            resource_group: used.group.clone(),
            tags: text(self.seed.tags.get(tags as usize).map(String::as_str)),
            additional_info: text(meter.additional_info.as_deref()),
            ..bare(day, meter, quantity)
        };
        Ok(Some((usage, self.list_price(meter.price)?)))
    }

    /// Units of a meter that the offer includes in each period.
    fn included(&self, meter: &Meter) -> Decimal {
        let included = &self.seed.pay_as_you_go.included;
        included.iter().find(|free| free.meter == meter.id).map_or(Decimal::ZERO, |free| free.quantity)
    }

    /// What is left of them for the thing at this place: they go to what is used first.
    fn left(&self, meter: &Meter, day: NaiveDate, at: usize) -> Result<Decimal, MoneyError> {
        let included = self.included(meter);
        let mut before = 0;
        if let (false, Some(of)) = (included.is_zero(), self.cycle().period_containing(day)) {
            for one in of.period.start.iter_days().take_while(|one| *one <= day) {
                for (place, used) in self.plan.uses.iter().enumerate() {
                    if used.meter == meter.id && (one < day || place < at) {
                        before += self.meter(used).and_then(|of| self.units(used, of, one)).unwrap_or(0);
                    }
                }
            }
        }
        overage_quantity(included, Decimal::new(before, UNIT_SCALE))
    }

    /// The statement of a span of days, by the rules of `billing`.
    pub(in crate::sandbox) fn statement(&self, period: Period) -> Result<Vec<StatementLine>, BillFault> {
        let mut sums = Vec::new();
        for used in &self.plan.uses {
            let Some((meter, key)) = self.meter(used) else { continue };
            let days = self.used_days(period.start, period.end);
            let days: Vec<i64> = days.filter_map(|day| self.units(used, (meter, key), day)).collect();
            if !days.is_empty() {
                // One row for all days of a thing: whole numbers, so the sum is quick and exact.
                sums.push(bare(period.start, meter, Decimal::new(days.iter().sum(), UNIT_SCALE)));
            }
        }
        Ok(statement_lines(period, &sums, &self.meter_terms(period)?)?)
    }

    /// What the offer says of each meter that was used, in the order of the price list.
    pub(in crate::sandbox) fn meter_terms(&self, period: Period) -> Result<Vec<MeterTerms>, MoneyError> {
        let mut terms = Vec::new();
        for meter in &self.seed.catalogue.usage {
            let is_used = |used: &Use| {
                used.meter == meter.id
                    && self
                        .used_days(period.start, period.end)
                        .any(|day| used.only.is_none_or(|only| only == day.month()))
            };
            if !self.plan.uses.iter().any(is_used) {
                continue;
            }
            terms.push(MeterTerms {
                meter: named(meter),
                sku: part_number(meter),
                included: self.included(meter),
                list_price: self.list_price(meter.price)?,
            });
        }
        Ok(terms)
    }

    /// Its credit in a period and what was used of it, whether it fits or not; none for an offer without one.
    pub(in crate::sandbox) fn credit(&self, period: Period) -> Result<Option<Credit>, BillFault> {
        if self.plan.credit.is_zero() {
            return Ok(None);
        }
        let used = self.charges(period.start, period.end)?;
        Ok(Some(Credit { granted: Money::new(self.plan.credit, self.currency), used }))
    }

    /// Its one order.
    pub(in crate::sandbox) fn provisioning(&self) -> ProvisioningStatus {
        let offer = self.to_billing().offer.and_then(|offer| offer.offer());
        let is_usable = !self.to_billing().is_disabled();
        ProvisioningStatus {
            subscription_id: self.plan.id.clone(),
            subscription_name: self.plan.name.clone(),
            order_id: chance::guid(chance::place(&[self.seed.number, chance::of_text(&self.plan.id)])),
            description: offer.map_or_else(String::new, |offer| offer.name.to_owned()),
            anniversary_day: self.created.day(),
            offer_name: String::new(),
            service_name: "Azure Service Component".to_owned(),
            status: if is_usable { "Enabled" } else { "Disabled" }.to_owned(),
            extra_status: "None".to_owned(),
            provisioning_status: "Provisioned".to_owned(),
        }
    }

    /// Charges of this month so far and of last month, without tax: an estimate, by calendar months.
    pub(in crate::sandbox) fn months(&self) -> Result<(Money, Money), BillFault> {
        let month = Month::of(self.today);
        let last = month.back(1);
        Ok((self.charges(month.first(), month.last())?, self.charges(last.first(), last.last())?))
    }
}

/// A day as a number for chance.
pub(super) fn number(day: NaiveDate) -> u64 {
    u64::from(day.num_days_from_ce().unsigned_abs())
}

fn named(meter: &Meter) -> UsageMeter {
    UsageMeter {
        category: meter.category.clone(),
        sub_category: meter.sub_category.clone(),
        name: meter.name.clone(),
        region: meter.region.clone(),
        unit: meter.unit.clone(),
    }
}

fn bare(date: NaiveDate, meter: &Meter, quantity: Decimal) -> DailyUsage {
    DailyUsage { date, meter: named(meter), quantity, ..DailyUsage::default() }
}

/// Such as `AAB-01234`: two letters, one of chance, five digits.
fn part_number(meter: &Meter) -> String {
    let number = chance::of_text(&meter.id);
    let letter = char::from(b'A' + (number % 26) as u8);
    format!("AA{letter}-{:05}", number / 26 % 100_000)
}
