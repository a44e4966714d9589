//! Invoice sections and customers (contract §6).
use super::{DecodeError, Json};
use crate::billing::{AccountName, Customer, CustomerName, InvoiceSection, ProfileName, SectionName};

/// `Microsoft.Billing/billingAccounts/billingProfiles/invoiceSections`, of a profile.
pub(crate) fn section(
    json: &Json<'_>,
    account: &AccountName,
    profile: &ProfileName,
) -> Result<InvoiceSection, DecodeError> {
    let name = json.resource_name()?;
    let it = json.inside("properties")?;
    let inside = |error: DecodeError| error.under("properties");
    Ok(InvoiceSection {
        account: account.clone(),
        profile: profile.clone(),
        display_name: it.filled("displayName").map_err(inside)?.unwrap_or_else(|| name.clone()),
        name: SectionName::new(name),
        state: it.word("state").map_err(inside)?.to_owned(),
        system_id: it.filled("systemId").map_err(inside)?,
    })
}

/// `Microsoft.Billing/billingAccounts/billingProfiles/customers`, under the profile it was listed at or says it belongs to.
pub(crate) fn customer(
    json: &Json<'_>,
    account: &AccountName,
    profile: Option<&ProfileName>,
) -> Result<Customer, DecodeError> {
    let name = json.resource_name()?;
    let it = json.inside("properties")?;
    let inside = |error: DecodeError| error.under("properties");
    let own = it.name_in("billingProfileId").map_err(inside)?;
    Ok(Customer {
        account: account.clone(),
        profile: profile.cloned().or_else(|| own.map(ProfileName::from)),
        display_name: it.filled("displayName").map_err(inside)?.unwrap_or_else(|| name.clone()),
        name: CustomerName::new(name),
        status: it.word("status").map_err(inside)?.to_owned(),
    })
}
