//! Billing profiles (contract §4).
use super::{DecodeError, Fields, Json, address, put_address};
use crate::billing::{
    AccountName, AzurePlan, BillingProfile, Currency, EmailPreference, PaymentTerm, ProfileName, ProfileStatus,
    StatusReason,
};
use crate::json::write::{Object, array, string};

/// `Microsoft.Billing/billingAccounts/billingProfiles`, of `account`.
pub(crate) fn profile(json: &Json<'_>, account: &AccountName) -> Result<BillingProfile, DecodeError> {
    let name = json.resource_name()?;
    let it = json.inside("properties")?;
    let mut profile = properties(it, account, name).map_err(|error| error.under("properties"))?;
    if it.find("tags").is_none() {
        profile.tags = json.pairs("tags")?;
    }
    Ok(profile)
}

fn properties(json: &Json<'_>, account: &AccountName, name: String) -> Result<BillingProfile, DecodeError> {
    let it = Fields::of(json);
    let currency = it.filled("currency").map(|code| Currency::parse(&code)).transpose();
    let day = it.whole("invoiceDay").map(u8::try_from).transpose();
    it.end(BillingProfile {
        account: account.clone(),
        display_name: it.filled("displayName").unwrap_or_else(|| name.clone()),
        name: ProfileName::new(name),
        currency: currency.map_err(|error| DecodeError::new("currency", &error.to_string()))?,
        status: ProfileStatus::from_wire(it.word("status")),
        status_reason: it.filled("statusReasonCode").map(|word| StatusReason::from_wire(&word)),
        invoice_day: day.map_err(|_| DecodeError::new("invoiceDay", "out of range"))?,
        po_number: it.filled("poNumber"),
        bill_to: it.keep(address(json, "billTo")),
        ship_to: it.keep(address(json, "shipTo")),
        sold_to: it.keep(address(json, "soldTo")),
        email: EmailPreference {
            opt_in: it.flag("invoiceEmailOptIn").unwrap_or_default(),
            recipients: it.texts("invoiceRecipients"),
        },
        enabled_azure_plans: it.each("enabledAzurePlans", &plan),
        payment_term: it.keep(payment_term(json)),
        indirect_relationship: it.field("indirectRelationshipInfo").map(|found| found.raw.to_owned()),
        spending_limit: it.filled("spendingLimit"),
        tags: it.pairs("tags"),
        system_id: it.filled("systemId"),
        has_read_access: it.flag("hasReadAccess"),
    })
}

fn plan(json: &Json<'_>) -> Result<AzurePlan, DecodeError> {
    let it = Fields::of(json);
    it.end(AzurePlan {
        product_id: it.text("productId"),
        sku_id: it.text("skuId"),
        sku_description: it.text("skuDescription"),
    })
}

fn payment_term(outer: &Json<'_>) -> Result<Option<PaymentTerm>, DecodeError> {
    const NAME: &str = "currentPaymentTerm";
    let Some(it) = outer.field(NAME)? else {
        return Ok(None);
    };
    let text = |name| it.text(name).map_err(|error| error.under(NAME));
    Ok(Some(PaymentTerm { term: text("term")?, start_date: text("startDate")?, end_date: text("endDate")? }))
}

/// The body of a PUT: everything that can be written (contract §4: there is no PATCH, and what is left out may be cleared),
/// and nothing else.
pub(crate) fn writable_profile(profile: &BillingProfile) -> Result<String, DecodeError> {
    let recipients = profile.email.recipients.iter().map(|recipient| string(recipient));
    let mut object = Object::new()
        .text("displayName", &profile.display_name)
        .text("poNumber", profile.po_number.as_deref().unwrap_or_default());
    object = put_address(object, "billTo", profile.bill_to.as_ref());
    object = put_address(object, "shipTo", profile.ship_to.as_ref());
    object = put_address(object, "soldTo", profile.sold_to.as_ref());
    object = object.flag("invoiceEmailOptIn", profile.email.opt_in).raw("invoiceRecipients", &array(recipients));
    if !profile.enabled_azure_plans.is_empty() {
        object = object.raw("enabledAzurePlans", &array(profile.enabled_azure_plans.iter().map(write_plan)));
    }
    if !profile.tags.is_empty() {
        let mut tags = String::from("{");
        for (at, (key, value)) in profile.tags.iter().enumerate() {
            tags.push_str(if at == 0 { "" } else { "," });
            tags.push_str(&string(key));
            tags.push(':');
            tags.push_str(&string(value));
        }
        object = object.raw("tags", &(tags + "}"));
    }
    if let Some(partner) = &profile.indirect_relationship {
        let name = "properties.indirectRelationshipInfo";
        Json::read(partner.as_bytes()).map_err(|error| error.under(name))?;
        object = object.raw("indirectRelationshipInfo", partner);
    }
    if let Some(it) = &profile.payment_term {
        let term = Object::new()
            .text_if("term", it.term.as_deref())
            .text_if("startDate", it.start_date.as_deref())
            .text_if("endDate", it.end_date.as_deref());
        object = object.raw("currentPaymentTerm", &term.end());
    }
    Ok(Object::new().raw("properties", &object.end()).end())
}

fn write_plan(plan: &AzurePlan) -> String {
    Object::new()
        .text_if("productId", plan.product_id.as_deref())
        .text_if("skuId", plan.sku_id.as_deref())
        .text_if("skuDescription", plan.sku_description.as_deref())
        .end()
}
