//! Billing accounts and postal addresses (contract §3).
use super::{DecodeError, Fields, Json};
use crate::billing::{AccountName, AccountStatus, Address, AgreementType, BillingAccount, TenantId};
use crate::json::write::Object;

/// `Microsoft.Billing/billingAccounts`.
pub(crate) fn account(json: &Json<'_>) -> Result<BillingAccount, DecodeError> {
    let name = json.resource_name()?;
    let created = json.inside("systemData")?.day("createdAt").map_err(|error| error.under("systemData"))?;
    let account = properties(json.inside("properties")?, name).map_err(|error| error.under("properties"))?;
    Ok(BillingAccount { created, ..account })
}

fn properties(json: &Json<'_>, name: String) -> Result<BillingAccount, DecodeError> {
    let it = Fields::of(json);
    it.end(BillingAccount {
        display_name: it.filled("displayName").unwrap_or_else(|| name.clone()),
        name: AccountName::new(name),
        agreement: AgreementType::from_wire(it.word("agreementType")),
        account_type: it.word("accountType").to_owned(),
        status: AccountStatus::from_wire(it.word("accountStatus")),
        tenant: it.filled("primaryBillingTenantId").map(TenantId::new),
        created: None,
        has_read_access: it.flag("hasReadAccess"),
        sold_to: it.keep(address(json, "soldTo")),
    })
}

/// Declares the texts of an address once: where each is kept, and its name on the wire.
macro_rules! texts {
    ($($field:ident = $name:literal,)*) => {
        fn read_address(it: &Json<'_>) -> Result<Address, DecodeError> {
            let fields = Fields::of(it);
            fields.end(Address {
                $($field: fields.text($name),)*
                is_valid_address: fields.flag("isValidAddress"),
            })
        }

        fn write_address(it: &Address) -> String {
            let texts: &[(&str, &Option<String>)] = &[$(($name, &it.$field),)*];
            let mut object = Object::new();
            for (name, text) in texts {
                object = object.text_if(name, text.as_deref());
            }
            if let Some(valid) = it.is_valid_address {
                object = object.flag("isValidAddress", valid);
            }
            object.end()
        }
    };
}

texts! {
    company_name = "companyName",
    first_name = "firstName",
    middle_name = "middleName",
    last_name = "lastName",
    address_line1 = "addressLine1",
    address_line2 = "addressLine2",
    address_line3 = "addressLine3",
    district = "district",
    city = "city",
    region = "region",
    postal_code = "postalCode",
    country = "country",
    email = "email",
    phone_number = "phoneNumber",
}

/// `AddressDetails`, where there are any.
pub(crate) fn address(json: &Json<'_>, name: &str) -> Result<Option<Address>, DecodeError> {
    let read = |it| read_address(it).map_err(|error| error.under(name));
    json.field(name)?.map(read).transpose()
}

/// Writes `AddressDetails`, where there are any.
pub(crate) fn put_address(object: Object, name: &str, address: Option<&Address>) -> Object {
    match address {
        Some(address) => object.raw(name, &write_address(address)),
        None => object,
    }
}
