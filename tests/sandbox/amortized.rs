//! Amortized costs: a reservation costs where it is used, or is left unused, and not where it is bought.
use crate::support::*;
use rust_decimal::Decimal;
use serde_json::Value;

fn costs(metric: &str, month: (&str, &str)) -> Vec<Value> {
    let query = format!("metric={metric}&startDate={}&endDate={}", month.0, month.1);
    all(&sandbox(), &format!("{}/providers/Microsoft.Consumption/usageDetails?{query}", profile(USD)), OWNER)
}

/// Rows with a reservation, as (kind of charge, price, cost).
fn reserved(rows: &[Value]) -> Vec<(&str, Decimal, Decimal)> {
    let number = |value: &Value| -> Decimal { value.to_string().parse().unwrap() };
    let mut all = Vec::new();
    for it in rows.iter().map(|row| &row["properties"]).filter(|it| !it["reservationId"].is_null()) {
        assert_eq!(it["pricingModel"], "Reservation");
        let order =
            format!("/providers/Microsoft.Capacity/reservationOrders/{}", it["reservationId"].as_str().unwrap());
        assert_eq!(it["benefitId"], order, "each row of a reservation names it");
        all.push((
            it["chargeType"].as_str().unwrap(),
            number(&it["effectivePrice"]),
            number(&it["costInPricingCurrency"]),
        ));
    }
    all
}

#[test]
fn what_a_reservation_covers_costs_nothing_as_billed_and_its_share_when_amortized() {
    let month = ("2025-12-01", "2025-12-31");
    let (actual, amortized) = (costs("actualcost", month), costs("AmortizedCost", month));
    assert_eq!(actual.len(), amortized.len());
    assert_eq!(costs("", month), actual, "as billed is what is meant when nothing is said");
    let (billed, spread) = (reserved(&actual), reserved(&amortized));
    assert!(billed.iter().all(|(kind, price, _)| *kind == "Purchase" || price.is_zero()));
    assert!(spread.iter().all(|(kind, price, cost)| *kind != "Purchase" && !price.is_zero() && !cost.is_zero()));
    let count =
        |rows: &[(&str, Decimal, Decimal)], wanted: &str| rows.iter().filter(|(kind, ..)| *kind == wanted).count();
    assert!(count(&spread, "Usage") > 0 && count(&spread, "Usage") == count(&billed, "Usage"));
    assert_eq!((count(&billed, "Purchase"), count(&spread, "UnusedReservation")), (1, 1));
}

#[test]
fn a_refund_of_a_reservation_is_not_among_amortized_costs() {
    let month = ("2025-11-01", "2025-11-30");
    let refunds = |rows: &[Value]| rows.iter().filter(|row| row["properties"]["chargeType"] == "Refund").count();
    assert_eq!((refunds(&costs("actualcost", month)), refunds(&costs("amortizedcost", month))), (1, 0));
}

#[test]
fn what_no_reservation_is_part_of_costs_the_same_both_ways() {
    let month = ("2025-12-01", "2025-12-31");
    let rest = |rows: Vec<Value>| -> Vec<Value> {
        rows.into_iter().filter(|row| row["properties"]["reservationId"].is_null()).collect()
    };
    assert_eq!(rest(costs("actualcost", month)), rest(costs("amortizedcost", month)));
}
