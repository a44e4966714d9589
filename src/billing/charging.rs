//! What makes a subscription cost something, and so when it is billed (seeds S001-03 to S001-05).
use super::{BillingSubscription, ProductCategory};

/// What a subscription is charged for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Charging {
    /// What is used under it: each billing period is billed when it is over (seed S001-03).
    Use,
    /// Its months, each in advance: a support plan. It has no usage (seed S001-05).
    Plan,
    /// That it was bought: a reservation, a savings plan, a Marketplace product, software, hardware. It has neither usage nor
    /// billing periods: it is billed on the day it was bought, or with everything else that the account bought that month,
    /// and through whichever subscription it was bought (seed S001-04).
    Purchase,
}

impl BillingSubscription {
    /// What it is charged for. One whose category is not told, or not known here, is taken for a subscription to Azure
    /// services, unless its offer is a support plan's.
    pub fn charging(&self) -> Charging {
        use ProductCategory::{Hardware, ReservationOrder, Saas, SavingsPlanOrder, Software};
        match self.product_category {
            Some(ReservationOrder | SavingsPlanOrder | Saas | Software | Hardware) => Charging::Purchase,
            _ if self.is_support_plan() => Charging::Plan,
            _ => Charging::Use,
        }
    }
}
