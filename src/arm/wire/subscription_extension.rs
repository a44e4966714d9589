//! The sandbox's own additions about subscriptions, identities and accounts. No Azure API has them.
use super::{DecodeError, Fields, Json, person};
use crate::arm::AccountElsewhere;
use crate::billing::{
    AcceptedTerms, AccessSwitch, AccountName, AgreementType, Credit, Directory, Identity, IdentityKind, MeterTerms,
    Money, OtherAccount, ProvisioningStatus, StatementTerms, SubscriptionEmail, SubscriptionId, SubscriptionRole,
    SubscriptionRoleAssignment, TenantId, UsageMeter,
};
use crate::json::write::{Object, array, string};

fn missing(name: &str) -> DecodeError {
    DecodeError::new(name, "missing")
}

/// *Access to invoice*.
pub(crate) fn access_switch(json: &Json<'_>) -> Result<AccessSwitch, DecodeError> {
    Ok(match json.flag("enabled")? {
        Some(true) => AccessSwitch::On,
        Some(false) => AccessSwitch::Off,
        None => AccessSwitch::Unknown,
    })
}

/// Invoices by e-mail.
pub(crate) fn subscription_email(json: &Json<'_>) -> Result<SubscriptionEmail, DecodeError> {
    let terms = |it: &Json<'_>| -> Result<AcceptedTerms, DecodeError> {
        let on = it.day("acceptedOn")?.ok_or_else(|| missing("acceptedOn"))?;
        Ok(AcceptedTerms { version: it.required("version")?, on })
    };
    let terms = json.field("terms")?.map(|it| terms(it).map_err(|error| error.under("terms")));
    Ok(SubscriptionEmail {
        terms: terms.transpose()?,
        preferred: json.filled("preferredAddress")?,
        recipients: json.texts("recipients")?,
    })
}

/// Writes what [`subscription_email`] reads.
pub(crate) fn write_subscription_email(email: &SubscriptionEmail) -> String {
    let mut object = Object::new();
    if let Some(terms) = &email.terms {
        let terms = Object::new().text("version", &terms.version).text("acceptedOn", &terms.on.to_string());
        object = object.raw("terms", &terms.end());
    }
    object
        .text_if("preferredAddress", email.preferred.as_deref())
        .raw("recipients", &array(email.recipients.iter().map(|address| string(address))))
        .end()
}

/// An Azure role on a subscription.
pub(crate) fn subscription_role(
    json: &Json<'_>,
    subscription: &SubscriptionId,
) -> Result<SubscriptionRoleAssignment, DecodeError> {
    Ok(SubscriptionRoleAssignment {
        subscription: subscription.clone(),
        role: SubscriptionRole::from_wire(&json.required("role")?),
        principal: person(json)?,
    })
}

/// What the statement of a period needs.
pub(crate) fn statement_terms(json: &Json<'_>) -> Result<StatementTerms, DecodeError> {
    Ok(StatementTerms {
        provisioning: json.each("provisioning", &provisioning)?,
        terms: json.each("terms", &meter_terms)?,
    })
}

fn provisioning(json: &Json<'_>) -> Result<ProvisioningStatus, DecodeError> {
    let it = Fields::of(json);
    let text = |name| it.text(name).unwrap_or_default();
    it.end(ProvisioningStatus {
        subscription_id: text("subscriptionId"),
        subscription_name: text("subscriptionName"),
        order_id: text("orderId"),
        description: text("description"),
        anniversary_day: it.whole("anniversaryDay").unwrap_or_default(),
        offer_name: text("offerName"),
        service_name: text("serviceName"),
        status: text("status"),
        extra_status: text("extraStatus"),
        provisioning_status: text("provisioningStatus"),
    })
}

fn meter_terms(json: &Json<'_>) -> Result<MeterTerms, DecodeError> {
    let list_price = json.money("listPrice")?.ok_or_else(|| missing("listPrice"))?;
    let it = Fields::of(json);
    let text = |name| it.text(name).unwrap_or_default();
    it.end(MeterTerms {
        meter: UsageMeter {
            category: text("meterCategory"),
            sub_category: text("meterSubCategory"),
            name: text("meterName"),
            region: text("meterRegion"),
            unit: text("unitOfMeasure"),
        },
        sku: text("partNumber"),
        included: it.number("includedQuantity").unwrap_or_default(),
        list_price,
    })
}

/// A credit and what came off it.
pub(crate) fn credit(json: &Json<'_>) -> Result<Credit, DecodeError> {
    let amount = |name: &str| -> Result<Money, DecodeError> { json.money(name)?.ok_or_else(|| missing(name)) };
    Ok(Credit { granted: amount("granted")?, used: amount("used")? })
}

/// The kind of identity behind the word; none for no word.
pub(crate) fn identity_kind(json: &Json<'_>, name: &str) -> Result<Option<IdentityKind>, DecodeError> {
    match json.str(name)? {
        None => Ok(None),
        Some("WorkOrSchool") => Ok(Some(IdentityKind::WorkOrSchool)),
        Some("MicrosoftAccount") => Ok(Some(IdentityKind::MicrosoftAccount)),
        Some(_) => Err(DecodeError::new(name, "not a kind of identity")),
    }
}

/// An identity, and whether it sees invoices.
pub(crate) fn identity(json: &Json<'_>) -> Result<(Identity, Option<bool>), DecodeError> {
    let kind = identity_kind(json, "kind")?.ok_or_else(|| missing("kind"))?;
    Ok((Identity { address: json.required("address")?, kind }, json.flag("maySeeInvoices")?))
}

/// An account in whatever directory.
pub(crate) fn account_elsewhere(json: &Json<'_>) -> Result<AccountElsewhere, DecodeError> {
    let name = json.required("name")?;
    Ok(AccountElsewhere {
        directory: Directory { id: TenantId::new(json.required("tenantId")?), name: json.filled("tenantName")? },
        agreement: AgreementType::from_wire(json.word("agreementType")?),
        account: OtherAccount {
            display_name: json.filled("displayName")?.unwrap_or_else(|| name.clone()),
            name: AccountName::new(name),
            has_invoices: json.flag("hasInvoices")?,
        },
    })
}
