//! How numbers and days of a known file are settled, and the one form that is kept of a value.
use crate::support::*;
use factuur::billing::{UsageField, ValueKind};
use factuur::explore::{DayOrder, DecimalMark, Family, Note};

fn usage(rows: &[&str]) -> String {
    let mut file = "SubscriptionGuid,UsageDateTime,UsageQuantity,PreTaxCost,Tags,InstanceId\n".to_owned();
    rows.iter().for_each(|row| file.push_str(&format!("s,{row},,\n")));
    file
}

#[test]
fn days_that_read_two_ways_are_taken_as_documented_and_that_is_told() {
    let opened = open(usage(&["01/02/2026,1,1", "3/4/2026,1,1"]));
    assert_eq!(opened.notes(), [Note::DaysByFormat(DayOrder::MonthFirst)]);
    assert_eq!(opened.tables()[0].value(0, 1).text, "2026-01-02");
    assert_eq!(opened.tables()[0].value(1, 1).text, "2026-03-04");
    let dashes = open(usage(&["01-02-2026,1,1"]));
    assert_eq!(dashes.notes(), [Note::DaysByFormat(DayOrder::DayFirst)]);
    assert_eq!(dashes.tables()[0].value(0, 1).text, "2026-02-01");
}

#[test]
fn one_day_above_twelve_settles_all() {
    let month_first = open(usage(&["01/02/2026,1,1", "01/31/2026,1,1"]));
    assert_eq!(month_first.notes(), []);
    let day_first = open(usage(&["01/02/2026,1,1", "31/01/2026,1,1"]));
    assert_eq!(day_first.notes(), [Note::DaysByValues(DayOrder::DayFirst)]);
    assert_eq!(day_first.tables()[0].value(0, 1).text, "2026-02-01");
}

#[test]
fn days_of_two_orders_are_an_error_of_those_that_are_not_documented() {
    let error = try_open(usage(&["01/31/2026,1,1", "31/01/2026,1,1"])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 3, column `UsageDateTime`: a day such as 02/17/2026 expected, found `31/01/2026`"
    );
}

#[test]
fn a_decimal_comma_is_seen_and_a_mixture_is_an_error() {
    let comma = open(usage(&["2026-01-31,\"1,5\",\"1,234\""]));
    assert_eq!(comma.dialect().decimal, Some(DecimalMark::Comma));
    assert_eq!(comma.tables()[0].value(0, 3).text, "1.234");
    let error = try_open(usage(&["2026-01-31,1.5,1", "2026-01-31,\"1,5\",1"])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 3, column `UsageQuantity`: a number of at most 28 digits expected, found `1,5`"
    );
}

#[test]
fn numbers_keep_every_digit_and_lose_their_exponent() {
    let forms = [
        ("2.0", "2.0"),
        ("-0.0290", "-0.0290"),
        ("0.0130002696320923044104396247", "0.0130002696320923044104396247"),
        ("9999999999999999999999999999", "9999999999999999999999999999"),
        ("9.99E-05", "0.0000999"),
        ("1e3", "1000"),
        ("-2.50E+1", "-25.0"),
        ("0.16666666666666665600000000000000000000", "0.166666666666666656"),
        ("12345678901234567890.000000000000000000000", "12345678901234567890"),
        ("0", "0"),
        ("007.5", "007.5"),
    ];
    for (source, kept) in forms {
        let opened = open(usage(&[&format!("2026-01-31,{source},1")]));
        let value = opened.tables()[0].value(0, 2);
        assert_eq!((value.kind, &*value.text), (ValueKind::Number, kept), "{source}");
        assert_eq!(opened.tables()[0].source(0, 2), source);
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let long = "1".repeat(30);
    for wrong in
        [&*long, "+1", "1.", ".5", "-", "1e", "1e99", "0x1", "1 000", "12.5x", "--1", "1.2.3", "NaN", "１", "1E-40"]
    {
        let error = try_open(usage(&[&format!("2026-01-31,{wrong},1")])).unwrap_err();
        assert!(error.to_string().contains("a number of at most 28 digits expected"), "{wrong}: {error}");
    }
}

#[test]
fn what_is_no_day_is_refused() {
    for wrong in [
        "2026-02-30",
        "02/30/2026",
        "3/1/21",
        "2026-2-1",
        "20260201",
        "2026-02-01T25:00:00Z",
        "0/1/2026",
        "2026-02-01x",
    ] {
        let error = try_open(usage(&[&format!("{wrong},1,1")])).unwrap_err();
        assert!(error.to_string().contains("a day such as"), "{wrong}: {error}");
    }
}

#[test]
fn tags_without_braces_get_them_and_other_tags_are_refused() {
    let file =
        |tags: &str| format!("SubscriptionGuid,UsageDateTime,Tags\ns,2026-01-31,\"{}\"\n", tags.replace('"', "\"\""));
    assert_eq!(open(file("\"a\": \"b\"")).tables()[0].value(0, 2).text, "{\"a\": \"b\"}");
    for kept in ["{\"a\":1}", r#"{"half a letter":"\ud83d"}"#, r#"{"a":"\ud83d\ude00"}"#] {
        assert_eq!(open(file(kept)).tables()[0].value(0, 2).text, kept);
    }
    for wrong in ["{\"a\":1", r#"{"a":"\ud83d"#, "a", "[1]", "{\"a\":1},{\"b\":2}", "\"a\":1},{\"b\":2"] {
        let error = try_open(file(wrong)).unwrap_err();
        assert!(error.to_string().starts_with("line 2, column `Tags`: a JSON object expected"), "{wrong}: {error}");
    }
}

#[test]
fn null_without_quotes_is_nothing_in_focus_and_text_elsewhere() {
    let focus = open("BilledCost,ChargeCategory,EffectiveCost,PricingUnit\nNULL,Usage,1,null\n1,Usage,1,\"NULL\"\n");
    let table = &focus.tables()[0];
    assert_eq!((&*table.value(0, 0).text, &*table.value(0, 3).text, &*table.value(1, 3).text), ("", "", "NULL"));
    let other = open("Name,Rest\nNULL,x\n");
    assert_eq!(other.tables()[0].value(0, 0).text, "NULL");
}

#[test]
fn what_is_eligible_for_credit_is_a_flag_in_focus_and_another_word_for_yes_is_kept_and_told() {
    let focus = |words: [&str; 4]| {
        let rows = words.map(|word| format!("1,Usage,1,{word}\n")).concat();
        open(format!("BilledCost,ChargeCategory,EffectiveCost,x_SkuIsCreditEligible\n{rows}"))
    };
    let opened = focus(["True", "false", "NULL", ""]);
    let table = &opened.tables()[0];
    assert_eq!(opened.family(), Family::Focus);
    assert_eq!(table.columns()[3].kind(), ValueKind::Flag);
    assert_eq!([0, 1, 2, 3].map(|row| table.value(row, 3).text.into_owned()), ["true", "false", "", ""]);
    assert_eq!([0, 1].map(|row| table.record(row).flag(UsageField::IsAzureCreditEligible)), [Some(true), Some(false)]);
    assert!(opened.notes().is_empty(), "{:?}", opened.notes());
    let opened = focus(["True", "Yes", "0", ""]);
    let kept =
        Note::KeptAsText { column: "x_SkuIsCreditEligible".to_owned(), cells: 2, line: 3, found: "Yes".to_owned() };
    assert_eq!(opened.notes(), [kept]);
    assert_eq!(&*opened.tables()[0].value(1, 3).text, "Yes");
}

#[test]
fn an_amount_of_the_statement_is_a_number_and_keeps_its_currency_beside_it() {
    let file = "Provisioning Status\nSubscription ID,Subscription Name,Order Id,Description,\
        Billing Date(Anniversary Date),Offer Name,Service Name,Subs Status,Subs Extra Status,Provisioning Status\n\
        \"\"\"a\"\"\",\"\"\"My Sub\"\"\",,,1,,,Enabled,None,Provisioned\n\nStatement\n\
        Billing Period,Meter Category,Unit,Currency,Rate,Value\n\
        201802(1/1/2018 - 1/31/2018),\"\"\"Storage\"\"\",\"\"\"GB\"\"\",USD,0.1,$4.49 USD\n\nDaily Usage\n\
        Usage Date,Meter Category,Consumed Quantity,Tags\n1/31/2018,=\"Storage\",2.0,\"\"\"{}\"\"\"\n\
        1/2/2018,\"=\"\"Stor,age\"\"\",2.50,\n";
    let opened = open(file);
    assert_eq!(written(&opened), file.as_bytes());
    let [provisioning, statement, daily] = opened.tables() else { panic!("three sections") };
    assert_eq!(provisioning.value(0, 1).text, "My Sub");
    assert_eq!((statement.value(0, 5).kind, &*statement.value(0, 5).text), (ValueKind::Number, "4.49"));
    assert_eq!((&*daily.value(0, 0).text, &*daily.value(0, 1).text), ("2018-01-31", "Storage"));
    assert_eq!((&*daily.value(1, 1).text, &*daily.value(0, 3).text), ("Stor,age", "{}"));
    assert_eq!(daily.line(1), 12);
    assert!(std::ptr::eq(opened.main_table().unwrap(), daily));
    let error = try_open(file.replace("$4.49 USD", "$4.49")).unwrap_err();
    assert!(error.to_string().starts_with("line 7, column `Value`: an amount and its currency"), "{error}");
}
