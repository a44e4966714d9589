//! Amounts of money and other numbers.
use super::{DecodeError, wire};
use crate::arm::Number;
use crate::billing::{Currency, Money};
use rust_decimal::Decimal;

wire! {
    /// Money on the wire (contract §1).
    Amount {
        /// ISO 4217 code.
        currency: String,
        /// The amount, may be negative.
        value: Number,
    }
}

/// Money, where there is any.
pub(crate) fn money(amount: Option<Amount>, field: &str) -> Result<Option<Money>, DecodeError> {
    let Some(amount) = amount else {
        return Ok(None);
    };
    let Some(value) = decimal(amount.value, "value").map_err(|error| error.under(field))? else {
        return Ok(None);
    };
    let code = amount.currency.unwrap_or_default();
    let currency = Currency::parse(&code).map_err(|error| DecodeError::new("currency", error).under(field))?;
    Ok(Some(Money::new(value, currency)))
}

/// A number, where there is one.
pub(crate) fn decimal(number: Option<Number>, field: &str) -> Result<Option<Decimal>, DecodeError> {
    number.map(Number::decimal).transpose().map_err(|error| DecodeError::new(field, error))
}

/// A whole number, where there is one.
pub(crate) fn whole<T: TryFrom<Decimal>>(number: Option<Number>, field: &str) -> Result<Option<T>, DecodeError> {
    let Some(value) = decimal(number, field)? else {
        return Ok(None);
    };
    if !value.fract().is_zero() {
        return Err(DecodeError::new(field, "not a whole number"));
    }
    let value = T::try_from(value).map_err(|_| DecodeError::new(field, "out of range"))?;
    Ok(Some(value))
}
