//! What a pay-as-you-go subscription has in the portal and Azure has no public API for (contract §11).
use super::super::super::call::Call;
use super::super::super::json::{Object, array};
use super::super::super::read::there;
use super::super::super::refusal::{Refusal, empty};
use super::super::super::server::{Caller, Sandbox, ok};
use super::super::super::store::{KeptEmail, KeptTerms};
use super::super::super::subscription::Subscription;
use super::super::extension::principal;
use super::super::invoice::{date, day, money};
use super::access::{asking, must_administer, must_see, refused, roles, switch};
use super::find;
use crate::arm::{Method, Response};
use crate::billing::{
    AcceptedTerms, AccessRefusal, AccessSwitch, AgreementType, EmailChange, EmailOutcome, EmailRefusal, EmailSetting,
    InvoiceAccess, Period, SubscriptionEmail, UsageDoor, may_switch_access, preview_email_change, usage_door,
};

/// Answers `/providers/Factuur.Sandbox/subscriptions/{id}/{what}`.
pub(in super::super) fn answer(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    (id, what): (&str, &str),
) -> Result<Response, Refusal> {
    let it = find(sandbox, id)?;
    match (call.method(), what) {
        (Method::Get, "invoiceaccess") => {
            must_see(sandbox, caller, &it)?;
            if it.is_support_plan() {
                refused(sandbox, &it, 404, "NoAccessSwitch", &InvoiceAccess::Denied(AccessRefusal::SupportPlan))?;
            }
            access_json(sandbox, &it)
        }
        (Method::Put, "invoiceaccess") => set_access(sandbox, call, caller, &it),
        (Method::Get, "invoiceemail") => {
            must_administer(sandbox, caller, &it, "NotAccountAdministrator")?;
            email_json(&email(sandbox, &it))
        }
        (Method::Put, "invoiceemail") => set_email(sandbox, call, caller, &it),
        (Method::Get, "roleassignments") => {
            must_see(sandbox, caller, &it)?;
            let items = roles(sandbox, &it).map(|(person, held)| {
                Object::new().text("role", held.role.as_wire()).raw("principal", &principal(person)).end()
            });
            ok(Object::new().raw("value", &array(items)).end())
        }
        (Method::Get, "statementterms") => {
            if usage_door(&asking(sandbox, caller, &it)) != UsageDoor::AccountCenter {
                must_administer(sandbox, caller, &it, "AccountCenterOnlyForAccountAdministrator")?;
            }
            terms_json(&it, period(call)?)
        }
        (Method::Get, "credit") => {
            must_see(sandbox, caller, &it)?;
            match it.credit(period(call)?)? {
                None => Ok(empty(204)),
                Some(credit) => {
                    ok(Object::new().raw("granted", &money(&credit.granted)).raw("used", &money(&credit.used)).end())
                }
            }
        }
        _ => Err(Refusal::not_found()),
    }
}

fn period(call: &Call<'_>) -> Result<Period, Refusal> {
    match (date(call, "start")?, date(call, "end")?) {
        (Some(start), Some(end)) if start <= end => Ok(Period { start, end }),
        _ => Err(Refusal::bad("BadRequest", "The first day and the last day of the period are needed.")),
    }
}

fn access_json(sandbox: &Sandbox, it: &Subscription<'_>) -> Result<Response, Refusal> {
    ok(Object::new().flag("enabled", switch(sandbox, it) == AccessSwitch::On).end())
}

fn set_access(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    it: &Subscription<'_>,
) -> Result<Response, Refusal> {
    let may = may_switch_access(&asking(sandbox, caller, it), it.is_support_plan());
    let (status, code) = match may {
        InvoiceAccess::Denied(AccessRefusal::SupportPlan) => (409, "NoAccessSwitch"),
        _ => (403, "NotAccountAdministrator"),
    };
    refused(sandbox, it, status, code, &may)?;
    let enabled = call.body(&|json| there(json.flag("enabled")?, "enabled"))?;
    sandbox.change(|kept| {
        kept.change(&it.plan.id, Some(enabled), None);
        Ok(())
    })?;
    access_json(sandbox, it)
}

fn email(sandbox: &Sandbox, it: &Subscription<'_>) -> KeptEmail {
    let kept = sandbox.kept.borrow().of(&it.plan.id).and_then(|kept| kept.email.clone());
    let mut email = kept.unwrap_or_else(|| it.plan.email.clone());
    if let Some(terms) = email.terms.as_mut().filter(|terms| terms.accepted_on.is_empty()) {
        // The tenant's own were accepted on the day it was made.
        terms.accepted_on = it.created.to_string();
    }
    email
}

fn email_json(email: &KeptEmail) -> Result<Response, Refusal> {
    ok(email.to_json())
}

/// Replaces the preference: what is wanted is taken apart into the changes that the rules know.
fn set_email(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    it: &Subscription<'_>,
) -> Result<Response, Refusal> {
    must_administer(sandbox, caller, it, "NotAccountAdministrator")?;
    let wanted = call.body(&KeptEmail::from_json)?;
    let kept = email(sandbox, it);
    let terms = |terms: KeptTerms| {
        // A day that cannot be read is today.
        let on = terms.accepted_on.get(..10).and_then(day).unwrap_or_else(|| sandbox.today());
        AcceptedTerms { version: terms.version, on }
    };
    let mut now = SubscriptionEmail {
        terms: kept.terms.map(terms),
        preferred: kept.preferred_address,
        recipients: kept.recipients,
    };
    let mut changes = Vec::new();
    match wanted.terms {
        None => {
            // Addresses without accepted terms are refused; nothing at all is opting out.
            changes.push(EmailChange::OptOut);
        }
        Some(terms) => changes.push(EmailChange::OptIn(AcceptedTerms { version: terms.version, on: sandbox.today() })),
    }
    let has = |list: &[String], address: &str| list.iter().any(|it| it.trim().eq_ignore_ascii_case(address.trim()));
    let gone = now.recipients.iter().filter(|address| !has(&wanted.recipients, address)).cloned().collect();
    let new = wanted.recipients.iter().filter(|address| !has(&now.recipients, address)).cloned().collect();
    changes.push(EmailChange::RemoveRecipients(gone));
    changes.push(EmailChange::AddRecipients(new));
    changes.push(EmailChange::SetPreferred(wanted.preferred_address));
    let (subscription, agreement) = (it.to_billing(), AgreementType::from_wire(&it.account.agreement_type));
    let is_opting_out = matches!(changes.first(), Some(EmailChange::OptOut));
    let stores_none = wanted.recipients.is_empty() && matches!(changes.last(), Some(EmailChange::SetPreferred(None)));
    for change in changes.iter().take(if is_opting_out && stores_none { 1 } else { 4 }) {
        let setting = EmailSetting {
            subscription: &subscription,
            agreement: &agreement,
            preference: &now,
            is_account_admin: Some(true),
        };
        match preview_email_change(&[setting], change).pop() {
            Some((_, EmailOutcome::Changed { to, .. })) => now = to,
            Some((_, EmailOutcome::Refused(refusal))) => return Err(email_refusal(&refusal)),
            _ => {}
        }
    }
    let now = KeptEmail {
        terms: now.terms.map(|it| KeptTerms { version: it.version, accepted_on: it.on.to_string() }),
        preferred_address: now.preferred,
        recipients: now.recipients,
    };
    sandbox.change(|kept| {
        kept.change(&it.plan.id, None, Some(now.clone()));
        Ok(())
    })?;
    email_json(&now)
}

fn email_refusal(refusal: &EmailRefusal) -> Refusal {
    let (status, code) = match refusal {
        EmailRefusal::NotAccountAdministrator | EmailRefusal::AdministratorUnknown => (403, "NotAccountAdministrator"),
        EmailRefusal::Purchase => (409, "PurchasesAreNotMailed"),
        EmailRefusal::EnterpriseAgreement => (409, "EnterpriseAgreementIsNotMailed"),
        EmailRefusal::AzureInOpen => (409, "AzureInOpenIsNotMailed"),
        EmailRefusal::Partner => (409, "PartnerSendsInvoices"),
        EmailRefusal::BillingProfile => (409, "BillingProfileSendsInvoices"),
        EmailRefusal::Government => (409, "GovernmentIsNotMailed"),
        EmailRefusal::UnknownAgreement => (409, "UnknownAgreement"),
        EmailRefusal::NotOptedIn => (400, "NotOptedIn"),
        EmailRefusal::Address { .. } => (400, "InvalidAddress"),
    };
    Refusal::new(status, code, refusal.to_string())
}

fn terms_json(it: &Subscription<'_>, period: Period) -> Result<Response, Refusal> {
    let order = it.provisioning();
    let order = Object::new()
        .text("subscriptionId", &order.subscription_id)
        .text("subscriptionName", &order.subscription_name)
        .text("orderId", &order.order_id)
        .text("description", &order.description)
        .count("anniversaryDay", order.anniversary_day as usize)
        .text("offerName", &order.offer_name)
        .text("serviceName", &order.service_name)
        .text("status", &order.status)
        .text("extraStatus", &order.extra_status)
        .text("provisioningStatus", &order.provisioning_status)
        .end();
    let terms = it.meter_terms(period)?;
    let terms = terms.iter().map(|terms| {
        Object::new()
            .text("meterCategory", &terms.meter.category)
            .text("meterSubCategory", &terms.meter.sub_category)
            .text("meterName", &terms.meter.name)
            .text("meterRegion", &terms.meter.region)
            .text("unitOfMeasure", &terms.meter.unit)
            .text("partNumber", &terms.sku)
            .number("includedQuantity", terms.included)
            .raw("listPrice", &money(&terms.list_price))
            .end()
    });
    ok(Object::new().raw("provisioning", &array([order])).raw("terms", &array(terms)).end())
}
