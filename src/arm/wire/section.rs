//! Invoice sections and customers (contract §6).
use super::{DecodeError, Resource, filled, name_in, wire, word};
use crate::billing::{AccountName, Customer, CustomerName, InvoiceSection, ProfileName, SectionName};

/// `Microsoft.Billing/billingAccounts/billingProfiles/invoiceSections`.
pub(crate) type Section = Resource<SectionProperties>;

wire! {
    /// What an invoice section says.
    SectionProperties {
        /// What people call it.
        display_name: String,
        /// Open enum.
        state: String,
        /// Why it is in that state.
        reason_code: String,
        /// Read-only.
        system_id: String,
    }
}

/// `Microsoft.Billing/billingAccounts/billingProfiles/customers`.
pub(crate) type WireCustomer = Resource<CustomerProperties>;

wire! {
    /// What a customer of a partner says.
    CustomerProperties {
        /// What people call it.
        display_name: String,
        /// Open enum.
        status: String,
        /// Profile it belongs to.
        billing_profile_id: String,
        /// That profile's display name.
        billing_profile_display_name: String,
        /// Read-only.
        system_id: String,
    }
}

impl Section {
    /// The section of a profile.
    pub fn into_billing(self, account: &AccountName, profile: &ProfileName) -> Result<InvoiceSection, DecodeError> {
        let name = self.require_name()?;
        let it = self.properties.unwrap_or_default();
        Ok(InvoiceSection {
            account: account.clone(),
            profile: profile.clone(),
            display_name: filled(it.display_name).unwrap_or_else(|| name.clone()),
            name: SectionName::new(name),
            state: word(it.state),
            system_id: filled(it.system_id),
        })
    }
}

impl WireCustomer {
    /// The customer, under the profile it was listed at or says it belongs to.
    pub fn into_billing(self, account: &AccountName, profile: Option<&ProfileName>) -> Result<Customer, DecodeError> {
        let name = self.require_name()?;
        let it = self.properties.unwrap_or_default();
        Ok(Customer {
            account: account.clone(),
            profile: profile.cloned().or_else(|| name_in(it.billing_profile_id.as_deref())),
            display_name: filled(it.display_name).unwrap_or_else(|| name.clone()),
            name: CustomerName::new(name),
            status: word(it.status),
        })
    }
}
