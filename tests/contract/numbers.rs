//! Numbers keep every digit, or are an error that names the field.
use crate::support::*;
use factuur::arm::{ArmError, Number, NumberError, UsageKind};
use factuur::billing::{UsageField, ValueKind};
use rust_decimal::Decimal;

/// Twenty-five digits that no float can hold.
const LONG: &str = "12345678901234.56789012345";

fn read(text: &str) -> Result<String, NumberError> {
    Number::parse(text).decimal().map(|value| value.to_string())
}

#[test]
fn a_number_is_exactly_its_text() {
    for text in [
        "0",
        "1",
        "-1",
        "0.1",
        "8.53",
        "1.50",
        LONG,
        "-0.0000000000000000000000000001",
        "79228162514264337593543950335",
    ] {
        assert_eq!(read(text).as_deref(), Ok(text));
    }
}

#[test]
fn exponents_are_written_out() {
    for (text, written) in [
        ("1E-7", "0.0000001"),
        ("1.5e3", "1500"),
        ("1.5e+3", "1500"),
        ("1e21", "1000000000000000000000"),
        ("-2.50e-2", "-0.0250"),
        ("0e99999999999", "0"),
        ("123456789e-9", "0.123456789"),
        ("1.00000000000000000000000000000000", "1.0000000000000000000000000000"),
        ("99999999999.0000000000000000000000000000", "99999999999.00000000000000000"),
        ("99999999999999999999.00000000000000000000", "99999999999999999999.00000000"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(written), "{text}");
    }
}

#[test]
fn a_number_that_cannot_be_kept_is_an_error_and_never_cut() {
    for (text, why) in [
        ("0.00000000000000000000000000001", NumberError::TooManyPlaces),
        ("1e-29", NumberError::TooManyPlaces),
        ("79228162514264337593543950336", NumberError::TooLarge),
        ("1e29", NumberError::TooLarge),
        ("1e999999999999", NumberError::TooLarge),
        ("7.9228162514264337593543950336", NumberError::TooLarge),
        ("\"1\"", NumberError::NotANumber),
        ("{}", NumberError::NotANumber),
        ("1e", NumberError::NotANumber),
        (".5", NumberError::NotANumber),
        ("-", NumberError::NotANumber),
    ] {
        assert_eq!(read(text), Err(why), "{text}");
    }
}

fn long() -> Decimal {
    LONG.parse().unwrap()
}

fn amount() -> String {
    format!(r#"{{"currency":"USD","value":{LONG}}}"#)
}

#[test]
fn every_amount_of_an_invoice_keeps_twenty_five_digits() {
    let fields = [
        "amountDue",
        "billedAmount",
        "creditAmount",
        "azurePrepaymentApplied",
        "freeAzureCreditApplied",
        "subTotal",
        "taxAmount",
        "totalAmount",
    ];
    let properties: Vec<String> = fields.iter().map(|field| format!(r#""{field}":{}"#, amount())).collect();
    let body =
        format!(r#"{{"name":"G1","properties":{{{},"payments":[{{"amount":{}}}]}}}}"#, properties.join(","), amount());
    let server = Server::new([ok(&body)]);
    let it = run(server.client().invoice(&account(), &"G1".into())).unwrap();
    let paid = it.payments[0].amount;
    for money in
        [it.amount_due, it.billed, it.credit, it.prepayment, it.free_credit, it.sub_total, it.tax, it.total, paid]
    {
        assert_eq!(money.unwrap().amount(), long());
    }
}

#[test]
fn every_number_of_a_transaction_keeps_twenty_five_digits() {
    let body = format!(
        r#"{{"value":[{{"name":"t","properties":{{"quantity":{LONG},"transactionAmount":{0},"subTotal":{0},"tax":{0},"azureCreditApplied":{0},"effectivePrice":{0},"marketPrice":{0},"consumptionCommitmentDecremented":{0},"units":{LONG},"discount":{LONG},"exchangeRate":{LONG}}}}}]}}"#,
        amount()
    );
    let server = Server::new([ok(&body)]);
    let it = run(server.client().transactions(&account(), &"G1".into())).unwrap().remove(0);
    let prices = [it.effective_price, it.market_price, it.commitment_decremented];
    for money in [it.amount, it.sub_total, it.tax, it.credit].into_iter().chain(prices) {
        assert_eq!(money.unwrap().amount(), long());
    }
    for number in [it.quantity, it.units, it.discount, it.exchange_rate] {
        assert_eq!(number, Some(long()));
    }
}

#[test]
fn every_number_of_a_usage_row_keeps_twenty_five_digits() {
    let fields = [
        ("effectivePrice", UsageField::EffectivePrice),
        ("quantity", UsageField::Quantity),
        ("costInBillingCurrency", UsageField::CostInBillingCurrency),
        ("costInPricingCurrency", UsageField::CostInPricingCurrency),
        ("costInUSD", UsageField::CostInUsd),
        ("paygCostInBillingCurrency", UsageField::PaygCostInBillingCurrency),
        ("paygCostInUSD", UsageField::PaygCostInUsd),
        ("exchangeRatePricingToBilling", UsageField::ExchangeRatePricingToBilling),
        ("payGPrice", UsageField::PaygPrice),
        ("unitPrice", UsageField::UnitPrice),
        ("partnerEarnedCreditRate", UsageField::PartnerEarnedCreditRate),
    ];
    let properties: Vec<String> = fields.iter().map(|(name, _)| format!(r#""{name}":{LONG}"#)).collect();
    let page = crate::usage::page(&format!("{{{}}}", properties.join(",")));
    let records = page.records(UsageKind::Modern).unwrap();
    assert!(fields.iter().all(|(_, field)| records[0].number(*field) == Some(long())));
    let numbers = UsageField::ALL.iter().filter(|field| field.kind() == ValueKind::Number).count();
    assert_eq!(fields.len(), numbers, "no number is left out of this test");
}

#[test]
fn a_number_of_a_usage_row_is_the_text_of_its_source() {
    let read = |json: &str| {
        let page = crate::usage::page(&format!(r#"{{"quantity": {json} ,"unitPrice":1}}"#));
        page.records(UsageKind::Modern).map(|records| records[0].text(UsageField::Quantity).to_owned())
    };
    for (source, kept) in [
        ("0", "0"),
        ("-0", "-0"),
        ("-0.00", "-0.00"),
        ("1.50", "1.50"),
        ("0.0543695421888000000", "0.0543695421888000000"),
        ("-9999999999999999999999999999", "-9999999999999999999999999999"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        // Zeros at the end as far as they fit; exponents written out.
        ("1.0000000000000000000000000000000000", "1.0000000000000000000000000000"),
        ("0.0000000000000000000000000000000000", "0"),
        ("1E-7", "0.0000001"),
        ("-1.50e1", "-15.0"),
        ("1e+3", "1000"),
        ("0e5", "0"),
        ("-0E-3", "0"),
        ("null", ""),
    ] {
        assert_eq!(read(source).unwrap(), kept, "{source}");
    }
    for (source, detail) in [
        ("1e-29", "more than 28 digits after the point"),
        ("0.00000000000000000000000000001", "more than 28 digits after the point"),
        ("79228162514264337593543950336", "too large to be kept exactly"),
        ("1e29", "too large to be kept exactly"),
        ("7.92281625142643375935439503351", "more than 28 digits after the point"),
        ("\"1\"", "not a number"),
        ("true", "not a number"),
        ("{}", "not a number"),
        ("[1]", "not a number"),
    ] {
        let Err(ArmError::Decode { error, .. }) = read(source) else { panic!("{source}") };
        assert_eq!((&*error.path, &*error.detail), ("value[0].properties.quantity", detail), "{source}");
    }
    for broken in ["01", "1.", ".5", "+1", "1e", "- 1", "NaN", "0x1", "1,5"] {
        assert!(read(broken).is_err(), "{broken} is no JSON");
    }
}

#[test]
fn a_number_that_cannot_be_kept_names_its_field() {
    let body = r#"{"value":[{"name":"a"},{"name":"b","properties":{"payments":[{},{"amount":{"currency":"USD","value":1e-40}}]}}]}"#;
    let server = Server::new([ok(body)]);
    let Err(ArmError::Decode { error, .. }) = run(server.client().invoices(&account_scope(), None)) else { panic!() };
    assert_eq!(error.path, "value[1].properties.payments[1].amount.value");
    assert_eq!(error.detail, "more than 28 digits after the point");
}

#[test]
fn an_amount_without_its_currency_names_its_field() {
    let server = Server::new([ok(r#"{"name":"b","properties":{"taxAmount":{"value":1}}}"#)]);
    let Err(ArmError::Decode { error, .. }) = run(server.client().invoice(&account(), &"b".into())) else { panic!() };
    assert_eq!(error.path, "properties.taxAmount.currency");
}

#[test]
fn an_invoice_day_is_a_whole_day_of_a_month() {
    for (day, right) in [("5", true), ("5.0", true), ("5.5", false), ("-1", false), ("300", false), ("null", true)] {
        let server = Server::new([ok(&format!(r#"{{"name":"p","properties":{{"invoiceDay":{day}}}}}"#))]);
        let profile = run(server.client().billing_profile(&account(), &profile()));
        assert_eq!(profile.is_ok(), right, "{day}");
    }
}
