//! Where a right or a bill belongs: the billing account and what lies below it, as Azure Resource Manager ids.
use std::fmt;

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is: names found inside answers are data and are not validated (contract §1).
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// The text as it came.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self::new(name)
            }
        }
    )+};
}

names! {
    /// Name of a billing account: `guid:guid_2019-05-31` for MCA and MPA, a GUID for MOSP, digits for EA (contract §1).
    AccountName,
    /// Name of a billing profile, such as `TIIZ-Q3Y4-BG7-TGB`.
    ProfileName,
    /// Name of an invoice section.
    SectionName,
    /// Name of a customer of a partner (MPA).
    CustomerName,
    /// Invoice number, such as `G012345678`.
    InvoiceName,
    /// Entra object id of a person, group or service principal.
    PrincipalId,
    /// Entra tenant (directory) id.
    TenantId,
}

/// A place roles are given at and bills belong to (contract §1 and §7). Compared without regard to case, as ARM ids are.
#[derive(Debug, Clone)]
pub enum Scope {
    /// A billing account.
    Account(AccountName),
    /// A billing profile: what an MCA or MPA invoice is made for.
    Profile(AccountName, ProfileName),
    /// An invoice section (MCA).
    Section(AccountName, ProfileName, SectionName),
    /// A customer of a partner (MPA).
    Customer(AccountName, ProfileName, CustomerName),
}

/// The text is not the id of a billing scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not the id of a billing account, profile, invoice section or customer")]
pub struct NotAScope(pub String);

impl Scope {
    /// Reads an ARM id such as `/providers/Microsoft.Billing/billingAccounts/{ba}/billingProfiles/{bp}`. The leading
    /// slash may be missing, any segment may be in another case, and whatever follows the scope is left aside
    /// (contract §1: ids in answers mix cases and drop the slash).
    ///
    /// # Errors
    /// [`NotAScope`].
    pub fn parse(id: &str) -> Result<Scope, NotAScope> {
        let fail = || NotAScope(id.to_owned());
        let segments: Vec<&str> = id.split('/').filter(|segment| !segment.is_empty()).collect();
        let after = |word: &str| {
            // The last occurrence: published examples double a segment (`billingProfiles/billingProfiles/x`).
            let at = segments.iter().rposition(|segment| segment.eq_ignore_ascii_case(word))?;
            segments.get(at + 1).copied()
        };
        let account = AccountName::new(after("billingAccounts").ok_or_else(fail)?);
        let Some(profile) = after("billingProfiles").map(ProfileName::new) else {
            return Ok(Scope::Account(account));
        };
        if let Some(section) = after("invoiceSections") {
            return Ok(Scope::Section(account, profile, SectionName::new(section)));
        }
        if let Some(customer) = after("customers") {
            return Ok(Scope::Customer(account, profile, CustomerName::new(customer)));
        }
        Ok(Scope::Profile(account, profile))
    }

    /// The ARM id, with a leading slash and the names as they are (`:` not encoded).
    pub fn id(&self) -> String {
        const ROOT: &str = "/providers/Microsoft.Billing/billingAccounts";
        match self {
            Scope::Account(a) => format!("{ROOT}/{a}"),
            Scope::Profile(a, p) => format!("{ROOT}/{a}/billingProfiles/{p}"),
            Scope::Section(a, p, s) => {
                format!("{ROOT}/{a}/billingProfiles/{p}/invoiceSections/{s}")
            }
            Scope::Customer(a, p, c) => format!("{ROOT}/{a}/billingProfiles/{p}/customers/{c}"),
        }
    }

    /// The billing account the scope belongs to.
    pub fn account(&self) -> &AccountName {
        match self {
            Scope::Account(a) | Scope::Profile(a, _) | Scope::Section(a, _, _) | Scope::Customer(a, _, _) => a,
        }
    }

    /// The billing profile the scope is or belongs to; none for an account.
    pub fn profile(&self) -> Option<&ProfileName> {
        match self {
            Scope::Account(_) => None,
            Scope::Profile(_, p) | Scope::Section(_, p, _) | Scope::Customer(_, p, _) => Some(p),
        }
    }

    /// The scope one step up; none above an account.
    pub fn parent(&self) -> Option<Scope> {
        match self {
            Scope::Account(_) => None,
            Scope::Profile(a, _) => Some(Scope::Account(a.clone())),
            Scope::Section(a, p, _) | Scope::Customer(a, p, _) => Some(Scope::Profile(a.clone(), p.clone())),
        }
    }

    /// This scope and every one above it, nearest first: a role on any of them holds here (seed S001-14).
    pub fn with_ancestors(&self) -> impl Iterator<Item = Scope> {
        std::iter::successors(Some(self.clone()), Scope::parent)
    }

    /// True when `other` is this scope or lies below it.
    pub fn contains(&self, other: &Scope) -> bool {
        other.with_ancestors().any(|scope| scope == *self)
    }
}

impl PartialEq for Scope {
    fn eq(&self, other: &Scope) -> bool {
        self.id().eq_ignore_ascii_case(&other.id())
    }
}

impl Eq for Scope {}

impl std::hash::Hash for Scope {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.id().to_ascii_lowercase().hash(state);
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id())
    }
}
