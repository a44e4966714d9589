//! Billing accounts and postal addresses (contract §3).
use super::{DecodeError, Resource, filled, wire, word};
use crate::billing::{AccountName, AccountStatus, Address, AgreementType, BillingAccount, TenantId};

/// `Microsoft.Billing/billingAccounts`.
pub(crate) type Account = Resource<AccountProperties>;

wire! {
    /// What a billing account says.
    AccountProperties {
        /// What people call it.
        display_name: String,
        /// Open enum.
        agreement_type: String,
        /// Open enum.
        account_type: String,
        /// Open enum.
        account_status: String,
        /// Directory it belongs to.
        primary_billing_tenant_id: String,
        /// Whether the caller may read all of it.
        has_read_access: bool,
        /// Whether it has no billing profiles.
        has_no_billing_profiles: bool,
        /// Only when expanded.
        sold_to: AddressDetails,
    }
}

wire! {
    /// `AddressDetails`.
    AddressDetails {
        /// Company.
        company_name: String,
        /// Given name.
        first_name: String,
        /// Middle name.
        middle_name: String,
        /// Family name.
        last_name: String,
        /// First line.
        address_line1: String,
        /// Second line.
        address_line2: String,
        /// Third line.
        address_line3: String,
        /// District.
        district: String,
        /// City.
        city: String,
        /// Region.
        region: String,
        /// Postal code.
        postal_code: String,
        /// ISO 3166-1 alpha-2.
        country: String,
        /// E-mail.
        email: String,
        /// Telephone.
        phone_number: String,
        /// Whether it was found valid.
        is_valid_address: bool,
    }
}

impl Account {
    /// The account.
    pub fn into_billing(self) -> Result<BillingAccount, DecodeError> {
        let name = self.require_name()?;
        let it = self.properties.unwrap_or_default();
        Ok(BillingAccount {
            display_name: filled(it.display_name).unwrap_or_else(|| name.clone()),
            name: AccountName::new(name),
            agreement: AgreementType::from_wire(&word(it.agreement_type)),
            account_type: word(it.account_type),
            status: AccountStatus::from_wire(&word(it.account_status)),
            tenant: filled(it.primary_billing_tenant_id).map(TenantId::new),
            has_read_access: it.has_read_access,
            sold_to: it.sold_to.map(Address::from),
        })
    }
}

macro_rules! same_fields {
    ($($field:ident),*) => {
        impl From<AddressDetails> for Address {
            fn from(it: AddressDetails) -> Address {
                Address { $($field: it.$field),* }
            }
        }

        impl From<Address> for AddressDetails {
            fn from(it: Address) -> AddressDetails {
                AddressDetails { $($field: it.$field),* }
            }
        }
    };
}

same_fields!(
    company_name,
    first_name,
    middle_name,
    last_name,
    address_line1,
    address_line2,
    address_line3,
    district,
    city,
    region,
    postal_code,
    country,
    email,
    phone_number,
    is_valid_address
);
