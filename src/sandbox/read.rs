//! Reads the tenant's files, with the reader that the client has for answers: a derived one for each of these objects would
//! be a fifth of the sandbox.
use super::tenant::{
    Account, Catalogue, Customer, Event, EventKind, LargestMonth, Meter, Person, Product, Profile, Section,
    SeedAssignment, Subscription, Tenant,
};
use crate::arm::DecodeError;
use crate::arm::wire::Fields;
use crate::json::{Json, Value};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub(super) type Read<T> = Result<T, DecodeError>;

/// A text that may be empty or missing.
pub(super) fn text(it: &Fields<'_, '_>, name: &str) -> String {
    it.text(name).unwrap_or_default()
}

/// An amount, which stands as a text; nothing where it is missing.
pub(super) fn exact(it: &Fields<'_, '_>, name: &str) -> Decimal {
    it.keep(it.str(name).map_or(Ok(Decimal::ZERO), |text| amount(text, name)))
}

/// A list of amounts.
pub(super) fn exact_list(it: &Fields<'_, '_>, name: &str) -> Vec<Decimal> {
    it.each(name, &|json| amount(json.as_text().unwrap_or_default(), ""))
}

fn amount(text: &str, name: &str) -> Read<Decimal> {
    Decimal::from_str_exact(text).map_err(|_| DecodeError::new(name, &format!("\"{text}\" is not an amount")))
}

/// A whole number, from 0 on; 0 where it is missing.
pub(super) fn whole(it: &Fields<'_, '_>, name: &str) -> u32 {
    it.whole(name).unwrap_or_default()
}

/// A status by how far back it is.
pub(super) fn statuses(it: &Fields<'_, '_>) -> BTreeMap<u32, String> {
    let mut statuses = BTreeMap::new();
    for (back, status) in it.pairs("statuses") {
        if let Ok(back) = back.parse() {
            statuses.insert(back, status);
        }
    }
    statuses
}

/// What an object has, as JSON texts; nothing of what is none.
pub(super) fn texts_of(json: &Json<'_>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    if let Value::Object(fields) = &json.value {
        // One by one: collecting would bring a sort of its own.
        for (name, json) in fields {
            texts.insert(name.to_string(), json.raw.to_owned());
        }
    }
    texts
}

/// The text that a JSON text is; none of another value.
pub(super) fn text_in(json: &str) -> Option<String> {
    Json::read(json.as_bytes()).ok()?.as_text().map(str::to_owned)
}

/// A value that has to be there.
pub(super) fn there<T>(found: Option<T>, name: &str) -> Read<T> {
    found.ok_or_else(|| DecodeError::new(name, "missing"))
}

/// The JSON text of a field.
fn raw(it: &Fields<'_, '_>, name: &str) -> Option<String> {
    it.field(name).map(|found| found.raw.to_owned())
}

pub(super) fn tenant(json: &Json<'_>) -> Read<Tenant> {
    let it = Fields::of(json);
    it.end(Tenant { id: it.required("id"), display_name: it.required("displayName"), domain: it.required("domain") })
}

pub(super) fn person(json: &Json<'_>) -> Read<Person> {
    let it = Fields::of(json);
    it.end(Person {
        id: it.required("id"),
        tenant_id: it.required("tenantId"),
        display_name: it.required("displayName"),
        email: it.text("email"),
        r#type: it.required("type"),
        note: text(&it, "note"),
        guest_of: it.texts("guestOf"),
        microsoft_account: it.flag("microsoftAccount").unwrap_or_default(),
        members: it.texts("members"),
    })
}

pub(super) fn account(json: &Json<'_>) -> Read<Account> {
    let it = Fields::of(json);
    it.end(Account {
        name: it.required("name"),
        display_name: it.required("displayName"),
        agreement_type: it.required("agreementType"),
        account_type: it.required("accountType"),
        account_status: it.required("accountStatus"),
        tenant_id: it.required("tenantId"),
        sold_to: raw(&it, "soldTo").unwrap_or_else(|| "{}".to_owned()),
        profiles: it.each("profiles", &profile),
        administrators: it.texts("administrators"),
        invoice_receiver: it.text("invoiceReceiver"),
    })
}

fn profile(json: &Json<'_>) -> Read<Profile> {
    let it = Fields::of(json);
    let largest = |json: &Json<'_>| -> Read<LargestMonth> {
        let it = Fields::of(json);
        it.end(LargestMonth { month: whole(&it, "month"), series: whole(&it, "series").into() })
    };
    it.end(Profile {
        name: it.required("name"),
        currency: it.required("currency"),
        tax_rates: exact_list(&it, "taxRates"),
        system_id: text(&it, "systemId"),
        properties: it.field("properties").map(texts_of).unwrap_or_default(),
        series: whole(&it, "series").into(),
        largest_month: it.keep(it.field("largestMonth").map(largest).transpose()),
        invoice_sections: it.each("invoiceSections", &section),
        customers: it.each("customers", &customer),
        statuses: statuses(&it),
        events: it.each("events", &event),
        payment_family: text(&it, "paymentFamily"),
        payment_method: text(&it, "paymentMethod"),
        load_test: it.flag("loadTest").unwrap_or_default(),
    })
}

fn section(json: &Json<'_>) -> Read<Section> {
    let it = Fields::of(json);
    it.end(Section {
        name: it.required("name"),
        display_name: it.required("displayName"),
        system_id: text(&it, "systemId"),
        cost_center: text(&it, "costCenter"),
    })
}

fn customer(json: &Json<'_>) -> Read<Customer> {
    let it = Fields::of(json);
    it.end(Customer {
        name: it.required("name"),
        display_name: it.required("displayName"),
        system_id: text(&it, "systemId"),
        tenant_id: text(&it, "tenantId"),
    })
}

fn event(json: &Json<'_>) -> Read<Event> {
    let it = Fields::of(json);
    let kind = match it.str("kind") {
        Some("voidAndRebill") => EventKind::VoidAndRebill,
        Some("void") => EventKind::Void,
        Some("creditNote") => EventKind::CreditNote,
        Some("credit") => EventKind::Credit,
        Some("failedPayment") => EventKind::FailedPayment,
        _ => return Err(DecodeError::new("kind", "not a kind of event")),
    };
    it.end(Event {
        kind,
        month: whole(&it, "month"),
        amount: exact(&it, "amount"),
        reason: text(&it, "reason"),
        times: whole(&it, "times"),
    })
}

pub(super) fn assignment(json: &Json<'_>) -> Read<SeedAssignment> {
    let it = Fields::of(json);
    it.end(SeedAssignment {
        scope: it.required("scope"),
        role: it.required("role"),
        principal_id: it.required("principalId"),
        created_by: text(&it, "createdBy"),
        created_on: text(&it, "createdOn"),
    })
}

pub(super) fn subscription(json: &Json<'_>) -> Read<Subscription> {
    let it = Fields::of(json);
    it.end(Subscription {
        profile: it.required("profile"),
        owner: it.required("owner"),
        id: it.required("id"),
        name: it.required("name"),
        resource_groups: it.texts("resourceGroups"),
    })
}

pub(super) fn catalogue(json: &Json<'_>) -> Read<Catalogue> {
    let one = |name: &str| product(json.inside(name)?).map_err(|error| error.under(name));
    Ok(Catalogue {
        usage: json.each("usage", &meter)?,
        purchase: one("purchase")?,
        saas: one("saas")?,
        refund: one("refund")?,
        rounding: one("rounding")?,
    })
}

fn meter(json: &Json<'_>) -> Read<Meter> {
    let it = Fields::of(json);
    it.end(Meter {
        id: it.required("id"),
        category: it.required("category"),
        sub_category: text(&it, "subCategory"),
        name: it.required("name"),
        region: text(&it, "region"),
        location: text(&it, "location"),
        unit: it.required("unit"),
        price: exact(&it, "price"),
        discount: exact(&it, "discount"),
        family: text(&it, "family"),
        consumed_service: text(&it, "consumedService"),
        resource_type: text(&it, "resourceType"),
        product_id: text(&it, "productId"),
        low: whole(&it, "low").into(),
        high: whole(&it, "high").into(),
        additional_info: raw(&it, "additionalInfo"),
    })
}

fn product(json: &Json<'_>) -> Read<Product> {
    let it = Fields::of(json);
    it.end(Product {
        id: text(&it, "id"),
        category: text(&it, "category"),
        sub_category: text(&it, "subCategory"),
        name: text(&it, "name"),
        product: text(&it, "product"),
        product_id: text(&it, "productId"),
        publisher: text(&it, "publisher"),
        price: exact(&it, "price"),
        hour: exact(&it, "hour"),
    })
}
