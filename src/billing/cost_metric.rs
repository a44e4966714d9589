//! Which costs a list of usage tells (contract §10.3).

/// As billed, or spread over what a commitment covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CostMetric {
    /// As it is billed: a reservation costs on the day it is bought, and what it covers costs nothing.
    Actual,
    /// What was bought beforehand costs where it is used, or is left unused; the purchase itself is not there.
    Amortized,
}

impl CostMetric {
    /// As the API spells it.
    pub fn name(self) -> &'static str {
        match self {
            CostMetric::Actual => "actualcost",
            CostMetric::Amortized => "amortizedcost",
        }
    }
}
