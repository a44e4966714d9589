//! How an account is paid (contract §8).
use super::PaymentFamily;

/// A means of payment of a billing account (contract §8). What the API left out is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentMethod {
    /// Name in its id.
    pub name: String,
    /// Card, transfer …
    pub family: Option<PaymentFamily>,
    /// Brand, such as `visa`, as on the wire.
    pub brand: Option<String>,
    /// What people call it.
    pub display_name: Option<String>,
    /// Whose it is.
    pub holder: Option<String>,
    /// Last month of a card, such as `1/2035`, as on the wire.
    pub expiration: Option<String>,
    /// Last digits of a card's number; never more of it.
    pub last_four_digits: Option<String>,
    /// Whether it is in use; `None` when that is not told.
    pub is_active: Option<bool>,
}
