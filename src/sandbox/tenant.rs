//! What the tenant is made of, as its files have it. Amounts are texts there, so that no digit is lost.
use super::read::text_in;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub(super) struct Tenant {
    pub(super) id: String,
    pub(super) display_name: String,
    pub(super) domain: String,
}

#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) tenant_id: String,
    pub(super) display_name: String,
    pub(super) email: Option<String>,
    /// `User`, `Group`, `ServicePrincipal`.
    pub(super) r#type: String,
    /// What the person is good for in the sandbox, in English.
    pub(super) note: String,
    pub(super) guest_of: Vec<String>,
    /// Signs in with a personal Microsoft account.
    pub(super) microsoft_account: bool,
    /// Of a group: who is in it.
    pub(super) members: Vec<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) display_name: String,
    pub(super) agreement_type: String,
    pub(super) account_type: String,
    pub(super) account_status: String,
    pub(super) tenant_id: String,
    /// As JSON text.
    pub(super) sold_to: String,
    pub(super) profiles: Vec<Profile>,
    /// Who sees an account whose agreement has no billing roles (MOSP, EA).
    pub(super) administrators: Vec<String>,
    /// Who is sent the invoices of an enrollment (EA).
    pub(super) invoice_receiver: Option<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Profile {
    pub(super) name: String,
    pub(super) currency: String,
    pub(super) tax_rates: Vec<Decimal>,
    pub(super) system_id: String,
    /// The writable properties as JSON text, each by its name.
    pub(super) properties: BTreeMap<String, String>,
    /// How many things are used all month long, about.
    pub(super) series: u64,
    pub(super) largest_month: Option<LargestMonth>,
    pub(super) invoice_sections: Vec<Section>,
    pub(super) customers: Vec<Customer>,
    /// Status by how many months back the invoice is; `Paid` where nothing is said.
    pub(super) statuses: BTreeMap<u32, String>,
    pub(super) events: Vec<Event>,
    pub(super) payment_family: String,
    pub(super) payment_method: String,
    pub(super) load_test: bool,
}

impl Profile {
    /// A writable property that is a text.
    pub(super) fn text(&self, key: &str) -> String {
        self.properties.get(key).and_then(|json| text_in(json)).unwrap_or_default()
    }

    /// Who a charge can be billed to: invoice sections, or customers on an MPA profile, as (name, display name).
    pub(super) fn owners(&self) -> Vec<(&str, &str)> {
        let sections =
            self.invoice_sections.iter().map(|section| (section.name.as_str(), section.display_name.as_str()));
        let customers = self.customers.iter().map(|customer| (customer.name.as_str(), customer.display_name.as_str()));
        sections.chain(customers).collect()
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct LargestMonth {
    pub(super) month: u32,
    pub(super) series: u64,
}

#[derive(Debug, Clone)]
pub(super) struct Section {
    pub(super) name: String,
    pub(super) display_name: String,
    pub(super) system_id: String,
    pub(super) cost_center: String,
}

#[derive(Debug, Clone)]
pub(super) struct Customer {
    pub(super) name: String,
    pub(super) display_name: String,
    pub(super) system_id: String,
    pub(super) tenant_id: String,
}

/// Something that happens to the invoice of one calendar month, some time after it was made.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub(super) kind: EventKind,
    pub(super) month: u32,
    pub(super) amount: Decimal,
    pub(super) reason: String,
    pub(super) times: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EventKind {
    /// Voided, credited and billed again, `times` times over.
    VoidAndRebill,
    /// Voided by a void document.
    Void,
    /// Paid, and given back in full by a credit note.
    CreditNote,
    /// `amount` is taken off.
    Credit,
    /// A payment failed (`reason`) before the one that came through.
    FailedPayment,
}

#[derive(Debug, Clone)]
pub(super) struct SeedAssignment {
    pub(super) scope: String,
    pub(super) role: String,
    pub(super) principal_id: String,
    pub(super) created_by: String,
    pub(super) created_on: String,
}

#[derive(Debug, Clone)]
pub(super) struct Subscription {
    pub(super) profile: String,
    /// Invoice section or customer it is billed to.
    pub(super) owner: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) resource_groups: Vec<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Catalogue {
    pub(super) usage: Vec<Meter>,
    pub(super) purchase: Product,
    pub(super) saas: Product,
    pub(super) refund: Product,
    pub(super) rounding: Product,
}

#[derive(Debug, Clone)]
pub(super) struct Meter {
    pub(super) id: String,
    pub(super) category: String,
    pub(super) sub_category: String,
    pub(super) name: String,
    /// Region of the meter; empty for a global one.
    pub(super) region: String,
    /// Region of the resource.
    pub(super) location: String,
    pub(super) unit: String,
    /// List price per unit in dollars.
    pub(super) price: Decimal,
    /// Multiplier from list to contract price.
    pub(super) discount: Decimal,
    pub(super) family: String,
    pub(super) consumed_service: String,
    pub(super) resource_type: String,
    pub(super) product_id: String,
    /// Least units of a day, in millionths.
    pub(super) low: u64,
    /// Most units of a day, in millionths.
    pub(super) high: u64,
    /// As JSON text.
    pub(super) additional_info: Option<String>,
}

/// Something that is bought, given back or rounded: charged once, not by the day.
#[derive(Debug, Clone)]
pub(super) struct Product {
    pub(super) id: String,
    pub(super) category: String,
    pub(super) sub_category: String,
    pub(super) name: String,
    pub(super) product: String,
    pub(super) product_id: String,
    pub(super) publisher: String,
    pub(super) price: Decimal,
    /// Of a reservation: what an hour of it comes to.
    pub(super) hour: Decimal,
}
