//! What a file is recognised as by its header, and what is said of one that is not.
use crate::support::*;
use factuur::billing::{UsageField, ValueKind};
use factuur::explore::{DayOrder, DecimalMark, Encoding, Family, LineEnd, Note, Quoting, recognise};

const PAY_AS_YOU_GO: &str = "SubscriptionGuid,ResourceGroup,ResourceLocation,UsageDateTime,MeterCategory,MeterSubCategory,\
    MeterId,MeterName,MeterRegion,UsageQuantity,ResourceRate,PreTaxCost,ConsumedService,ResourceType,InstanceId,Tags,OfferId,\
    AdditionalInfo,ServiceInfo1,ServiceInfo2,ServiceName,ServiceTier,Currency,UnitOfMeasure";

#[test]
fn a_pay_as_you_go_header_is_recognised_in_any_case() {
    for header in [PAY_AS_YOU_GO.to_owned(), PAY_AS_YOU_GO.to_lowercase(), PAY_AS_YOU_GO.to_uppercase()] {
        let found = recognise(format!("{header}\r\n").as_bytes());
        assert_eq!((found.family, &*found.versions), (Family::PayAsYouGo, &["2019-11-01"][..]));
        assert_eq!(found.columns[11].field, Some(UsageField::CostInBillingCurrency));
        assert_eq!(found.columns[3].kind, ValueKind::Day);
    }
}

#[test]
fn a_header_in_the_persons_language_is_known_by_the_name_in_brackets() {
    let found = recognise(
        "Abonnement-GUID (SubscriptionGuid),Ressourcengruppe (ResourceGroup),Datum (UsageDateTime),\
         Kosten (PreTaxCost)\n"
            .as_bytes(),
    );
    assert_eq!(found.family, Family::PayAsYouGo);
    let fields: Vec<_> = found.columns.iter().filter_map(|column| column.field).collect();
    assert_eq!(
        fields,
        [
            UsageField::SubscriptionId,
            UsageField::ResourceGroupName,
            UsageField::Date,
            UsageField::CostInBillingCurrency
        ]
    );
    assert_eq!(found.columns[1].header, "Ressourcengruppe (ResourceGroup)");
}

#[test]
fn the_oldest_cost_details_file_has_names_of_its_own() {
    let header = "InvoiceID,PreviousInvoiceId,BillingAccountId,BillingAccountName,BillingProfileId,BillingProfileName,\
        InvoiceSectionId,InvoiceSectionName,ResellerName,ResellerMPNId,CostCenter,BillingPeriodEndDate,\
        BillingPeriodStartDate,ServicePeriodEndDate,ServicePeriodStartDate,Date,ServiceFamily,ProductOrderId,\
        ProductOrderName,ConsumedService,MeterId,MeterName,MeterCategory,MeterSubcategory,MeterRegion,ProductId,Product,\
        SubscriptionGuid,SubscriptionName,PublisherType,PublisherId,PublisherName,ResourceGroup,InstanceName,\
        ResourceLocation,Location,EffectivePrice,Quantity,UnitOfMeasure,ChargeType,BillingCurrencyCode,\
        PricingCurrencyCode,CostInBillingCurrency,CostInPricingCurrency,CostInUSD,PaygCostInBillingCurrency,PaygCostInUSD,\
        ExchangeRate,ExchangeRateDate,IsAzureCreditEligible,ServiceInfo1,ServiceInfo2,AdditionalInfo,Tags,MarketPrice,\
        Frequency,Term,ReservationId,ReservationName,UnitPrice\r\n";
    let found = recognise(header.as_bytes());
    assert_eq!((found.family, &*found.versions), (Family::CostDetails, &["2019-10-01"][..]));
    assert!(found.columns.iter().all(|column| column.field.is_some()));
}

#[test]
fn a_customers_file_and_an_enterprise_file_are_told_from_a_partners() {
    let customer = "billingAccountName,partnerName,resellerName,resellerMpnId,customerTenantId,customerName,costCenter,\
        billingPeriodEndDate,billingPeriodStartDate,servicePeriodEndDate,servicePeriodStartDate,date,serviceFamily,\
        productOrderId,productOrderName,consumedService,meterId,meterName,meterCategory,meterSubCategory,meterRegion,\
        ProductId,ProductName,SubscriptionId,subscriptionName,publisherType,publisherId,publisherName,resourceGroupName,\
        ResourceId,resourceLocation,location,effectivePrice,quantity,unitOfMeasure,chargeType,billingCurrency,\
        pricingCurrency,costInBillingCurrency,costInUsd,exchangeRatePricingToBilling,exchangeRateDate,serviceInfo1,\
        serviceInfo2,additionalInfo,tags,PayGPrice,frequency,term,reservationId,reservationName,PricingModel,unitPrice,\
        benefitId,benefitName,provider\n";
    assert_eq!(recognise(customer.as_bytes()).family, Family::PartnerCustomer);
    let enterprise = "BillingAccountId,AccountOwnerId,AccountName,PartNumber,Date,Quantity,EffectivePrice,Cost,\
        BillingCurrency,ResourceId,ResourceName,PlanName,OfferId\n";
    let found = recognise(enterprise.as_bytes());
    assert_eq!((found.family, found.versions.len()), (Family::Enterprise, 0));
    assert_eq!(found.columns[7].field, Some(UsageField::CostInBillingCurrency));
}

#[test]
fn focus_is_recognised_by_any_part_of_its_columns() {
    let part = recognise(b"ChargePeriodStart,BilledCost,BillingCurrency,ServiceName\n");
    assert_eq!((part.family, &*part.versions), (Family::Focus, &["1.0", "1.1", "1.2"][..]));
    assert_eq!(recognise(b"BilledCost,ChargeCategory,SkuMeter\n").versions, ["1.1", "1.2"]);
    assert_eq!(recognise(b"BilledCost,ChargeCategory,PricingCurrencyEffectiveCost\n").versions, ["1.2"]);
    assert_eq!(recognise(b"BilledCost,ChargeCategory,x_InvoiceId,x_SkuTier\n").versions, ["1.0"]);
    assert_eq!(recognise(b"RegionId,RegionName\n").family, Family::Unknown);
}

#[test]
fn another_file_is_unknown_and_its_columns_are_what_all_their_values_show() {
    let file =
        "Date;Name;Amount;Code;When\n13.02.2026;Aap;1,50;007;2026-02-17T10:00:00Z\n01.02.2026;Noot;-2;008;2026-02-18\n";
    let found = recognise(file.as_bytes());
    assert_eq!((found.family, found.dialect.delimiter), (Family::Unknown, b';'));
    assert!(found.columns.iter().all(|column| !column.is_known && column.field.is_none()));
    let kinds: Vec<_> = found.columns.iter().map(|column| column.kind).collect();
    use ValueKind::{Day, Number, Text};
    assert_eq!(kinds, [Day, Text, Number, Text, Day]);
    let opened = open(file);
    let values: Vec<_> = opened.tables()[0].values(1).map(|value| value.text.into_owned()).collect();
    assert_eq!(values, ["2026-02-01", "Noot", "-2", "008", "2026-02-18"]);
    // A time that is not midnight is no day, and none of it is lost.
    let time = opened.tables()[0].value(0, 4);
    assert_eq!((time.kind, &*time.text), (Text, "2026-02-17T10:00:00Z"));
}

#[test]
fn what_reads_two_ways_in_an_unknown_file_stays_text_and_is_told() {
    let file = "When;Amount\n01/02/2026;1.234\n03/04/2026;12.345\n";
    let opened = open(file);
    assert_eq!(
        opened.notes(),
        [Note::NumbersAmbiguous { column: "Amount".to_owned() }, Note::DaysAmbiguous { column: "When".to_owned() }]
    );
    assert!(opened.tables()[0].columns().iter().all(|column| column.kind() == ValueKind::Text));
    let chosen = factuur::explore::Choices {
        days: Some(DayOrder::DayFirst),
        decimal: Some(DecimalMark::Point),
        is_lenient: false,
    };
    let opened = open_in_pieces(file.as_bytes(), 7, chosen).unwrap();
    assert_eq!(opened.notes(), []);
    assert_eq!(opened.tables()[0].value(0, 0).text, "2026-02-01");
    assert_eq!(opened.tables()[0].value(1, 1).text, "12.345");
}

#[test]
fn one_column_that_tells_settles_the_others_of_an_unknown_file() {
    let opened = open("Start;End;Amount;Rest\n01/02/2026;28/02/2026;1.234;0.5\n");
    assert_eq!(opened.notes(), []);
    assert_eq!(opened.tables()[0].value(0, 0).text, "2026-02-01");
    assert_eq!(opened.tables()[0].value(0, 2).text, "1.234");
    assert_eq!(opened.tables()[0].value(0, 2).kind, ValueKind::Number);
}

#[test]
fn encoding_line_ends_and_quotes_are_told_from_the_first_bytes() {
    let quoted = recognise(b"\xef\xbb\xbf\"BilledCost\"\t\"ChargeCategory\"\t\"ListCost\"\n");
    let dialect = quoted.dialect;
    assert_eq!((dialect.encoding, dialect.line_end), (Encoding::Utf8Marked, LineEnd::Lf));
    assert_eq!((dialect.delimiter, dialect.quoting), (b'\t', Quoting::All));
    assert_eq!((quoted.family, quoted.columns.len()), (Family::Focus, 3));
    assert_eq!(recognise(b"a,b\r\n1,2\r\n").dialect.line_end, LineEnd::CrLf);
    assert_eq!(recognise(b"").family, Family::Unknown);
}
