//! Subscriptions of an account (contract §6), their billing property and how they are paid (contract §8).
use super::{DecodeError, Fields, Json};
use crate::arm::link::last_segment;
use crate::billing::{
    AccountName, AgreementType, BillingProperty, BillingSubscription, Currency, OfferId, PaymentFamily, PaymentMethod,
    ProductCategory, SubscriptionId, SubscriptionStatus, Suspension, SuspensionReason, TenantId,
};

/// `Microsoft.Billing/billingAccounts/billingSubscriptions`, of `account`.
pub(crate) fn billing_subscription(json: &Json<'_>, account: &AccountName) -> Result<BillingSubscription, DecodeError> {
    let name = json.resource_name()?;
    properties(json.inside("properties")?, account, name).map_err(|error| error.under("properties"))
}

fn properties(json: &Json<'_>, account: &AccountName, name: String) -> Result<BillingSubscription, DecodeError> {
    let it = Fields::of(json);
    // What 2020-05-01 called it.
    let status = if it.field("status").is_some() { "status" } else { "subscriptionBillingStatus" };
    let mut suspensions = it.each("suspensionReasonDetails", &suspension);
    for word in it.texts("suspensionReasons") {
        let reason = SuspensionReason::from_wire(&word);
        if suspensions.iter().all(|told| told.reason != reason) {
            suspensions.push(Suspension { reason, effective: None });
        }
    }
    it.end(BillingSubscription {
        account: account.clone(),
        display_name: it.filled("displayName").unwrap_or_else(|| name.clone()),
        id: SubscriptionId::new(it.filled("subscriptionId").unwrap_or(name)),
        offer: it.filled("offerId").map(OfferId::new),
        status: SubscriptionStatus::from_wire(it.word(status)),
        suspensions,
        product_category: it.filled("productCategory").map(|word| ProductCategory::from_wire(&word)),
        created: it.day("purchaseDate"),
        term_end: it.day("termEndDate"),
        cancelled: None,
        month_to_date: it.money("monthToDateCharges"),
        last_month: it.money("lastMonthCharges"),
    })
}

fn suspension(json: &Json<'_>) -> Result<Suspension, DecodeError> {
    let it = Fields::of(json);
    it.end(Suspension { reason: SuspensionReason::from_wire(it.word("reason")), effective: it.day("effectiveDate") })
}

/// `Microsoft.Billing/billingProperty`, of the subscription that was asked about.
pub(crate) fn billing_property(json: &Json<'_>, subscription: &SubscriptionId) -> Result<BillingProperty, DecodeError> {
    let read = property(json.inside("properties")?, subscription);
    read.map_err(|error| error.under("properties"))
}

fn property(json: &Json<'_>, subscription: &SubscriptionId) -> Result<BillingProperty, DecodeError> {
    let it = Fields::of(json);
    it.end(BillingProperty {
        subscription: subscription.clone(),
        account: AccountName::new(last_segment(&it.required("billingAccountId"))),
        account_display_name: it.filled("billingAccountDisplayName"),
        agreement: AgreementType::from_wire(it.word("billingAccountAgreementType")),
        is_account_admin: it.flag("isAccountAdmin"),
        account_admin_email: it.filled("accountAdminNotificationEmailAddress"),
        tenant: it.filled("billingTenantId").map(TenantId::new),
        country: it.filled("billingAccountSoldToCountry"),
        currency: it.str("billingCurrency").and_then(|code| Currency::parse(code).ok()),
        status: it.filled("subscriptionBillingStatus").map(|word| SubscriptionStatus::from_wire(&word)),
        billing_type: it.filled("subscriptionBillingType"),
        workload_type: it.filled("subscriptionWorkloadType"),
    })
}

/// `Microsoft.Billing/billingAccounts/paymentMethods`.
pub(crate) fn payment_method(json: &Json<'_>) -> Result<PaymentMethod, DecodeError> {
    let name = json.resource_name()?;
    let it = Fields::of(json.inside("properties")?);
    let read = it.end(PaymentMethod {
        name,
        family: it.filled("family").map(|word| PaymentFamily::from_wire(&word)),
        brand: it.filled("paymentMethodType"),
        display_name: it.filled("displayName"),
        holder: it.filled("accountHolderName"),
        expiration: it.filled("expiration"),
        last_four_digits: it.filled("lastFourDigits"),
        is_active: it.filled("status").map(|word| word.eq_ignore_ascii_case("active")),
    });
    read.map_err(|error| error.under("properties"))
}
