//! Exact money: a decimal amount in one ISO 4217 currency. Nothing here rounds except the two functions that say so.
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;
use std::fmt;

/// What can go wrong with money. Amounts are never bent to fit: the caller hears about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Two amounts in different currencies were to be added or subtracted.
    #[error("amounts in {0} and {1} cannot be added")]
    CurrenciesDiffer(Currency, Currency),
    /// The text is not three ASCII letters.
    #[error("\"{0}\" is not a currency code of three letters")]
    NotACurrency(String),
    /// The result does not fit in 96 bits.
    #[error("the amount is too large to be kept exactly")]
    Overflow,
}

/// An ISO 4217 currency by its alphabetic code, upper case. Codes that are not in the list of minor units are accepted
/// (the wire's strings are open) and count two decimals, as most currencies do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// United States dollar.
    pub const USD: Currency = Currency(*b"USD");
    /// Swedish krona.
    pub const SEK: Currency = Currency(*b"SEK");

    /// Reads a code such as `EUR` (any case).
    ///
    /// # Errors
    /// [`MoneyError::NotACurrency`] when it is not three ASCII letters.
    pub fn parse(code: &str) -> Result<Currency, MoneyError> {
        match code.as_bytes() {
            [a, b, c] if code.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
                Ok(Currency([*a, *b, *c].map(|byte| byte.to_ascii_uppercase())))
            }
            _ => Err(MoneyError::NotACurrency(code.to_owned())),
        }
    }

    /// The three letters, upper case.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// Decimals of the smallest unit (ISO 4217:2015, list one): yen 0, dinar 3, two for everything not listed.
    pub fn minor_units(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX"
            | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in one currency, exact to the last digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

impl Money {
    /// `amount` units of `currency` (12.34 is twelve euros and thirty-four cents).
    pub fn new(amount: Decimal, currency: Currency) -> Money {
        Money { amount, currency }
    }

    /// Nothing, in `currency`.
    pub fn zero(currency: Currency) -> Money {
        Money::new(Decimal::ZERO, currency)
    }

    /// The amount in units of the currency.
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// True for an amount of nothing, of either sign.
    pub fn is_zero(&self) -> bool {
        self.amount.is_zero()
    }

    /// True for less than nothing: a credit or a refund.
    pub fn is_negative(&self) -> bool {
        self.amount.is_sign_negative() && !self.amount.is_zero()
    }

    /// Adds an amount of the same currency.
    ///
    /// # Errors
    /// [`MoneyError::CurrenciesDiffer`], [`MoneyError::Overflow`].
    pub fn plus(&self, other: &Money) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrenciesDiffer(self.currency, other.currency));
        }
        let amount = exact_sum(self.amount, other.amount)?;
        Ok(Money::new(amount, self.currency))
    }

    /// Subtracts an amount of the same currency.
    ///
    /// # Errors
    /// As [`Money::plus`].
    pub fn minus(&self, other: &Money) -> Result<Money, MoneyError> {
        self.plus(&other.negated())
    }

    /// The same amount with the sign turned; zero stays plain zero.
    pub fn negated(&self) -> Money {
        let amount = if self.amount.is_zero() { self.amount.abs() } else { -self.amount };
        Money::new(amount, self.currency)
    }

    /// Rounded half away from zero at the currency's minor unit: the rule for invoice totals and tax.
    /// Microsoft publishes no rounding rule for invoices; this is Factuur's, in this one place.
    pub fn rounded(&self) -> Money {
        let units = self.currency.minor_units();
        Money::new(self.amount.round_dp_with_strategy(units, RoundingStrategy::MidpointAwayFromZero), self.currency)
            .without_negative_zero()
    }

    /// Cut (not rounded) at the currency's minor unit: the rule for a single invoice line. 12.3456789 USD becomes 12.34.
    pub fn cut(&self) -> Money {
        Money::new(self.amount.trunc_with_scale(self.currency.minor_units()), self.currency).without_negative_zero()
    }

    fn without_negative_zero(self) -> Money {
        if self.amount.is_zero() { Money::new(self.amount.abs(), self.currency) } else { self }
    }
}

/// `a + b` with every digit kept. A decimal that runs out of room gives up decimals without a word: here it is an error.
///
/// # Errors
/// [`MoneyError::Overflow`] when the sum would have to be rounded to fit.
pub fn exact_sum(a: Decimal, b: Decimal) -> Result<Decimal, MoneyError> {
    let sum = a.checked_add(b).ok_or(MoneyError::Overflow)?;
    let is_exact =
        sum.scale() >= a.scale().max(b.scale()) || sum.scale() >= a.normalize().scale().max(b.normalize().scale());
    if is_exact { Ok(sum) } else { Err(MoneyError::Overflow) }
}

/// `a × b` with every digit kept.
///
/// # Errors
/// [`MoneyError::Overflow`] when the product would have to be rounded to fit.
pub fn exact_product(a: Decimal, b: Decimal) -> Result<Decimal, MoneyError> {
    if a.is_zero() || b.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let product = a.checked_mul(b).ok_or(MoneyError::Overflow)?;
    if product.scale() == a.scale() + b.scale() { Ok(product) } else { Err(MoneyError::Overflow) }
}

/// `12.34 EUR`: for logs and tests; what people read is made by the text room.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}

/// Sums per currency: the only way to total amounts whose currencies may differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals(BTreeMap<Currency, Decimal>);

impl Totals {
    /// Sums over `amounts`, one per currency.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn of<'a>(amounts: impl IntoIterator<Item = &'a Money>) -> Result<Totals, MoneyError> {
        let mut totals = Totals::default();
        for amount in amounts {
            totals.add(amount)?;
        }
        Ok(totals)
    }

    /// Adds one amount to its currency's sum.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`]; the totals are unchanged then.
    pub fn add(&mut self, money: &Money) -> Result<(), MoneyError> {
        let sum = self.0.get(&money.currency).copied().unwrap_or_default();
        let sum = exact_sum(sum, money.amount)?;
        self.0.insert(money.currency, sum);
        Ok(())
    }

    /// One amount per currency, in the order of the currency codes.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().map(|(currency, amount)| Money::new(*amount, *currency))
    }

    /// True when nothing was added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
