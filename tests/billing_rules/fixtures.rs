//! An invented account with what the rules need of it.
use chrono::NaiveDate;
use factuur::billing::*;
use rust_decimal::Decimal;

pub fn account() -> Scope {
    Scope::Account("contoso:main_2019-05-31".into())
}

pub fn profile() -> Scope {
    Scope::Profile("contoso:main_2019-05-31".into(), "EUR-1".into())
}

pub fn section() -> Scope {
    Scope::Section("contoso:main_2019-05-31".into(), "EUR-1".into(), "LABS".into())
}

pub fn customer() -> Scope {
    Scope::Customer("contoso:main_2019-05-31".into(), "EUR-1".into(), "C-1".into())
}

pub fn scope_of(kind: ScopeKind) -> Scope {
    match kind {
        ScopeKind::Account => account(),
        ScopeKind::Profile => profile(),
        ScopeKind::Section => section(),
        ScopeKind::Customer => customer(),
    }
}

/// The role, held where it is given.
pub fn held(role: Role) -> HeldRole {
    let scope = scope_of(role.given_at().unwrap());
    HeldRole { role, scope }
}

pub fn assignment(role: Role, scope: Scope, who: &str, email: Option<&str>) -> RoleAssignment {
    RoleAssignment {
        name: format!("{}_{who}", role.name()),
        id: format!("{scope}/billingRoleAssignments/{who}"),
        role,
        role_definition: String::new(),
        principal: Principal {
            id: PrincipalId::new(who),
            tenant: None,
            display_name: None,
            email: email.map(str::to_owned),
            kind: PrincipalKind::User,
        },
        scope,
        created_on: None,
        created_by: None,
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn money(amount: &str, currency: Currency) -> Money {
    Money::new(amount.parse::<Decimal>().unwrap(), currency)
}

pub fn invoice(name: &str, status: InvoiceStatus, total: &str) -> Invoice {
    Invoice {
        account: "contoso:main_2019-05-31".into(),
        name: name.into(),
        status,
        kind: DocumentKind::Invoice,
        invoice_type: None,
        invoice_date: None,
        due_date: None,
        period: None,
        profile: Some("EUR-1".into()),
        profile_display_name: None,
        subscription_id: None,
        subscription_display_name: None,
        po_number: None,
        billed: None,
        credit: None,
        prepayment: None,
        free_credit: None,
        sub_total: None,
        tax: None,
        total: Some(money(total, Currency::EUR)),
        amount_due: None,
        payments: Vec::new(),
        failed_payments: Vec::new(),
        documents: Vec::new(),
        rebill: None,
        billed_document: None,
        credit_for: None,
    }
}

/// A pay-as-you-go subscription in use, made on 5 March 2026.
pub fn azure_subscription(id: &str) -> BillingSubscription {
    BillingSubscription {
        account: "0f0e0d0c-0000-4000-8000-00000000000a".into(),
        id: id.into(),
        display_name: "Azure sub 01".to_owned(),
        offer: Some("MS-AZR-0003P".into()),
        status: SubscriptionStatus::Active,
        suspensions: Vec::new(),
        product_category: Some(ProductCategory::UsageBased),
        created: Some(day("2026-03-05")),
        term_end: None,
        cancelled: None,
        month_to_date: None,
        last_month: None,
    }
}
