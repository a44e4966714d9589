//! What both versions of the Account Center's usage file share: the sections and how their cells are written. What differs
//! is a [`Layout`].
use super::account_center_reader::read;
use super::{CellMode, CsvWriter, ExportError};
use crate::billing::{
    Currency, DailyUsage, Money, ProvisioningStatus, STATEMENT_PLACES, StatementLine, SubscriptionStatement,
    resource_name,
};
use rust_decimal::Decimal;

/// The names of a version's columns, each list in the order of the cells written below.
pub(super) struct Layout {
    pub(super) statement: [&'static str; 16],
    pub(super) daily: &'static [&'static str],
    /// Whether daily rows end with resource group, instance id and tags, and not with the resource's name.
    pub(super) has_ids: bool,
}

pub(super) const PROVISIONING: &str = "Provisioning Status";
pub(super) const STATEMENT: &str = "Statement";
pub(super) const DAILY: &str = "Daily Usage";

/// The columns of the first section, in both versions.
pub(super) static PROVISIONING_COLUMNS: [&str; 10] = [
    "Subscription ID",
    "Subscription Name",
    "Order Id",
    "Description",
    "Billing Date(Anniversary Date)",
    "Offer Name",
    "Service Name",
    "Subs Status",
    "Subs Extra Status",
    "Provisioning Status",
];

pub(super) fn file(statement: &SubscriptionStatement, layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let file = written(statement, layout);
    let found = read(&file, layout)?;
    let differs = |section| Err(ExportError::StatementDiffers { section });
    if found.provisioning != statement.provisioning {
        return differs(PROVISIONING);
    }
    if found.lines != statement.lines {
        return differs(STATEMENT);
    }
    let is_same = |(found, written): (&DailyUsage, &DailyUsage)| {
        found.quantity.scale() == written.quantity.scale()
            && if layout.has_ids { found == written } else { *found == without_ids(written) }
    };
    if found.daily.len() != statement.daily.len() || !found.daily.iter().zip(&statement.daily).all(is_same) {
        return differs(DAILY);
    }
    Ok(file)
}

/// What a file of version 1 keeps of a daily row.
fn without_ids(usage: &DailyUsage) -> DailyUsage {
    DailyUsage {
        resource_group: String::new(),
        instance_id: resource_name(&usage.instance_id).to_owned(),
        tags: String::new(),
        ..usage.clone()
    }
}

fn written(statement: &SubscriptionStatement, layout: &Layout) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut csv = CsvWriter::new(&mut out, CellMode::Exact);
    head(&mut csv, PROVISIONING, &PROVISIONING_COLUMNS);
    for service in &statement.provisioning {
        provisioning(&mut csv, service);
    }
    csv.empty_line();
    head(&mut csv, STATEMENT, &layout.statement);
    for of in &statement.lines {
        line(&mut csv, of);
    }
    csv.empty_line();
    head(&mut csv, DAILY, layout.daily);
    for usage in &statement.daily {
        day(&mut csv, usage, layout.has_ids);
    }
    out
}

fn head(csv: &mut CsvWriter<'_>, title: &str, columns: &[&str]) {
    csv.plain(title);
    csv.end_row();
    for column in columns {
        csv.plain(column);
    }
    csv.end_row();
}

fn provisioning(csv: &mut CsvWriter<'_>, service: &ProvisioningStatus) {
    csv.wrapped(&service.subscription_id);
    csv.wrapped(&service.subscription_name);
    csv.wrapped(&service.order_id);
    csv.wrapped(&service.description);
    csv.number(Some(service.anniversary_day.into()));
    csv.wrapped(&service.offer_name);
    csv.wrapped(&service.service_name);
    for word in [&service.status, &service.extra_status, &service.provisioning_status] {
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ') {
            csv.plain(word);
        } else {
            csv.wrapped(word);
        }
    }
    csv.end_row();
}

fn line(csv: &mut CsvWriter<'_>, of: &StatementLine) {
    csv.plain(&of.period.statement_label());
    csv.wrapped(&of.meter.category);
    csv.wrapped(&of.meter.sub_category);
    csv.wrapped(&of.meter.name);
    csv.wrapped(&of.meter.region);
    csv.wrapped(&of.sku);
    csv.wrapped(&of.meter.unit);
    csv.plain(&with_places(of.consumed, STATEMENT_PLACES));
    csv.plain(&with_places(of.included, STATEMENT_PLACES));
    csv.number(Some(of.within_commitment.normalize()));
    csv.plain(&with_places(of.overage_quantity, STATEMENT_PLACES));
    csv.plain(of.value.currency().code());
    for price in [of.overage, of.commitment_rate, of.rate] {
        csv.number(Some(price.normalize()));
    }
    csv.plain(&value(&of.value));
    csv.end_row();
}

fn day(csv: &mut CsvWriter<'_>, usage: &DailyUsage, has_ids: bool) {
    csv.date_unpadded(usage.date);
    let meter = &usage.meter;
    for text in [&meter.category, &usage.meter_id, &meter.sub_category, &meter.name, &meter.region, &meter.unit] {
        csv.wrapped(text);
    }
    csv.number(Some(usage.quantity));
    csv.wrapped(&usage.resource_location);
    csv.wrapped(&usage.consumed_service);
    if has_ids {
        for text in [&usage.resource_group, &usage.instance_id, &usage.tags, &usage.additional_info] {
            csv.wrapped(text);
        }
    } else {
        csv.wrapped(resource_name(&usage.instance_id));
    }
    csv.wrapped(&usage.service_info1);
    csv.wrapped(&usage.service_info2);
    if !has_ids {
        csv.wrapped(&usage.additional_info);
    }
    csv.end_row();
}

/// With so many decimals, or with every decimal it has when those are more: rounding is for the rules, not for the file.
fn with_places(number: Decimal, least: u32) -> String {
    let number = number.normalize();
    let mut text = number.to_string();
    // By hand: a decimal of 28 digits panics when it is asked for more decimals than it has room for.
    let missing = least.saturating_sub(number.scale()) as usize;
    if number.scale() == 0 && missing > 0 {
        text.push('.');
    }
    text.extend(std::iter::repeat_n('0', missing));
    text
}

fn value(value: &Money) -> String {
    let (amount, currency) = (value.amount(), value.currency());
    let sign = if value.is_negative() { "-" } else { "" };
    let symbol = match currency {
        Currency::USD => "$",
        Currency::EUR => "€",
        _ if currency.code() == "GBP" => "£",
        _ => "",
    };
    format!("{sign}{symbol}{} {currency}", with_places(amount.abs(), currency.minor_units()))
}
