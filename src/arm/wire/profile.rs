//! Billing profiles (contract §4).
use super::{AddressDetails, DecodeError, Resource, Tags, filled, pairs, whole, wire, word};
use crate::arm::Number;
use crate::billing::{
    AccountName, Address, AzurePlan, BillingProfile, Currency, EmailPreference, PaymentTerm, ProfileName,
    ProfileStatus, StatusReason,
};
use serde_json::value::RawValue;

/// `Microsoft.Billing/billingAccounts/billingProfiles`.
pub(crate) type Profile = Resource<ProfileProperties>;

wire! {
    /// What a billing profile says.
    ProfileProperties {
        /// What people call it.
        display_name: String,
        /// Order number.
        po_number: String,
        /// Whom the invoice is addressed to.
        bill_to: AddressDetails,
        /// Where goods would go.
        ship_to: AddressDetails,
        /// Whom it is sold to.
        sold_to: AddressDetails,
        /// Whether invoices are sent by e-mail.
        invoice_email_opt_in: bool,
        /// Additional addresses.
        invoice_recipients: Vec<String>,
        /// Plans its subscriptions may use.
        enabled_azure_plans: Vec<Plan>,
        /// Key and value pairs.
        tags: Tags,
        /// Partner it was bought through.
        indirect_relationship_info: Box<RawValue>,
        /// Payment term.
        current_payment_term: Term,
        /// Read-only: ISO 4217.
        currency: String,
        /// Read-only: open enum.
        status: String,
        /// Read-only: open enum.
        status_reason_code: String,
        /// Read-only: day of the month.
        invoice_day: Number,
        /// Read-only: `Off` or `On`.
        spending_limit: String,
        /// Read-only.
        system_id: String,
        /// Read-only: whether the caller may read it.
        has_read_access: bool,
    }
}

wire! {
    /// An Azure plan.
    Plan {
        /// Product.
        product_id: String,
        /// `0001`, `0002`.
        sku_id: String,
        /// Its description.
        sku_description: String,
    }
}

wire! {
    /// A payment term.
    Term {
        /// `netXX`.
        term: String,
        /// First day.
        start_date: String,
        /// Last day.
        end_date: String,
    }
}

impl Profile {
    /// The profile of `account`.
    pub fn into_billing(self, account: &AccountName) -> Result<BillingProfile, DecodeError> {
        let name = self.require_name()?;
        let it = self.properties.unwrap_or_default();
        let currency = filled(it.currency).map(|code| Currency::parse(&code)).transpose();
        let inside = |error: DecodeError| error.under("properties");
        Ok(BillingProfile {
            account: account.clone(),
            display_name: filled(it.display_name).unwrap_or_else(|| name.clone()),
            name: ProfileName::new(name),
            currency: currency.map_err(|error| inside(DecodeError::new("currency", error)))?,
            status: ProfileStatus::from_wire(&word(it.status)),
            status_reason: filled(it.status_reason_code).map(|word| StatusReason::from_wire(&word)),
            invoice_day: whole(it.invoice_day, "invoiceDay").map_err(inside)?,
            po_number: filled(it.po_number),
            bill_to: it.bill_to.map(Address::from),
            ship_to: it.ship_to.map(Address::from),
            sold_to: it.sold_to.map(Address::from),
            email: EmailPreference {
                opt_in: it.invoice_email_opt_in.unwrap_or_default(),
                recipients: it.invoice_recipients.unwrap_or_default(),
            },
            enabled_azure_plans: it.enabled_azure_plans.into_iter().flatten().map(AzurePlan::from).collect(),
            payment_term: it.current_payment_term.map(PaymentTerm::from),
            indirect_relationship: it.indirect_relationship_info.map(|raw| raw.get().to_owned()),
            spending_limit: filled(it.spending_limit),
            tags: pairs(it.tags.or(self.tags)),
            system_id: filled(it.system_id),
            has_read_access: it.has_read_access,
        })
    }

    /// The body of a PUT: everything that can be written (contract §4: there is no PATCH, and what is left out may be
    /// cleared), and nothing else.
    pub fn writable(profile: &BillingProfile) -> Result<Profile, DecodeError> {
        let partner = profile.indirect_relationship.clone().map(RawValue::from_string).transpose();
        let properties = ProfileProperties {
            display_name: Some(profile.display_name.clone()),
            po_number: Some(profile.po_number.clone().unwrap_or_default()),
            bill_to: profile.bill_to.clone().map(AddressDetails::from),
            ship_to: profile.ship_to.clone().map(AddressDetails::from),
            sold_to: profile.sold_to.clone().map(AddressDetails::from),
            invoice_email_opt_in: Some(profile.email.opt_in),
            invoice_recipients: Some(profile.email.recipients.clone()),
            enabled_azure_plans: filled_list(profile.enabled_azure_plans.iter().cloned().map(Plan::from).collect()),
            tags: (!profile.tags.is_empty())
                .then(|| profile.tags.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect()),
            indirect_relationship_info: partner
                .map_err(|error| DecodeError::new("properties.indirectRelationshipInfo", error))?,
            current_payment_term: profile.payment_term.clone().map(Term::from),
            ..ProfileProperties::default()
        };
        Ok(Profile { properties: Some(properties), ..Profile::default() })
    }
}

fn filled_list<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

impl From<Plan> for AzurePlan {
    fn from(it: Plan) -> AzurePlan {
        AzurePlan { product_id: it.product_id, sku_id: it.sku_id, sku_description: it.sku_description }
    }
}

impl From<AzurePlan> for Plan {
    fn from(it: AzurePlan) -> Plan {
        Plan { product_id: it.product_id, sku_id: it.sku_id, sku_description: it.sku_description }
    }
}

impl From<Term> for PaymentTerm {
    fn from(it: Term) -> PaymentTerm {
        PaymentTerm { term: it.term, start_date: it.start_date, end_date: it.end_date }
    }
}

impl From<PaymentTerm> for Term {
    fn from(it: PaymentTerm) -> Term {
        Term { term: it.term, start_date: it.start_date, end_date: it.end_date }
    }
}
