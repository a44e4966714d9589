//! Every place of the site as a value: one reader and one writer of addresses.
use crate::billing::{AccountName, InvoiceName, ProfileName, Scope, SectionName, SubscriptionId};
use crate::state::{decode, encode};

/// A page. Filters, sort and the open pane are in the query, which is the page's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All billing scopes the person has access to.
    Scopes,
    /// Overview of a billing account.
    Account(AccountName),
    /// Properties of a billing account.
    AccountProperties(AccountName),
    /// Invoices of the whole account.
    Invoices(AccountName),
    /// One invoice.
    Invoice(AccountName, InvoiceName),
    /// Billing profiles of an account.
    Profiles(AccountName),
    /// Customers of a partner's account.
    Customers(AccountName),
    /// Access control of an account.
    AccountAccess(AccountName),
    /// Overview of a billing profile.
    Profile(AccountName, ProfileName),
    /// Invoices of one profile.
    ProfileInvoices(AccountName, ProfileName),
    /// Invoice sections of one profile.
    Sections(AccountName, ProfileName),
    /// Access control of a profile.
    ProfileAccess(AccountName, ProfileName),
    /// Properties of a profile.
    ProfileProperties(AccountName, ProfileName),
    /// Access control of an invoice section.
    SectionAccess(AccountName, ProfileName, SectionName),
    /// Subscriptions of a pay-as-you-go account.
    Subscriptions(AccountName),
    /// A page of one of them.
    Subscription(AccountName, SubscriptionId, SubscriptionPage),
    /// A usage file of the person's own.
    Explore,
    /// Files of the person's own, to be looked at as a billing account.
    Open,
    /// No page has this address.
    Nowhere(String),
}

/// A page of a subscription's billing menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubscriptionPage {
    /// Overview.
    Overview,
    /// Its invoices, by billing period.
    Invoices,
    /// Billing history, current statement and usage files, as the Account Center had them.
    AccountCenter,
    /// How it is paid.
    PaymentMethods,
    /// Properties.
    Properties,
}

impl SubscriptionPage {
    /// Every page with its name in the address.
    const NAMES: [(SubscriptionPage, &'static str); 5] = [
        (SubscriptionPage::Overview, ""),
        (SubscriptionPage::Invoices, "invoices"),
        (SubscriptionPage::AccountCenter, "billing-history"),
        (SubscriptionPage::PaymentMethods, "payment-methods"),
        (SubscriptionPage::Properties, "properties"),
    ];

    fn named(name: &str) -> Option<SubscriptionPage> {
        Self::NAMES.into_iter().find(|(_, known)| *known == name).map(|(page, _)| page)
    }

    fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(page, _)| *page == self).map_or("", |(_, name)| name)
    }
}

impl Place {
    /// Reads the path below the site's base, such as `/accounts/a/invoices`. A slash at the end does not matter.
    pub fn parse(path: &str) -> Place {
        let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            // Some hosts show the file's own name.
            [] | ["index.html"] => Place::Scopes,
            ["explore"] => Place::Explore,
            ["open"] => Place::Open,
            ["accounts", a] => Place::Account((*a).into()),
            ["accounts", a, "properties"] => Place::AccountProperties((*a).into()),
            ["accounts", a, "invoices"] => Place::Invoices((*a).into()),
            ["accounts", a, "invoices", i] => Place::Invoice((*a).into(), (*i).into()),
            ["accounts", a, "profiles"] => Place::Profiles((*a).into()),
            ["accounts", a, "customers"] => Place::Customers((*a).into()),
            ["accounts", a, "access"] => Place::AccountAccess((*a).into()),
            ["accounts", a, "profiles", p] => Place::Profile((*a).into(), (*p).into()),
            ["accounts", a, "profiles", p, "invoices"] => Place::ProfileInvoices((*a).into(), (*p).into()),
            ["accounts", a, "profiles", p, "sections"] => Place::Sections((*a).into(), (*p).into()),
            ["accounts", a, "profiles", p, "access"] => Place::ProfileAccess((*a).into(), (*p).into()),
            ["accounts", a, "profiles", p, "properties"] => Place::ProfileProperties((*a).into(), (*p).into()),
            ["accounts", a, "profiles", p, "sections", s, "access"] => {
                Place::SectionAccess((*a).into(), (*p).into(), (*s).into())
            }
            ["accounts", a, "subscriptions"] => Place::Subscriptions((*a).into()),
            ["accounts", a, "subscriptions", s, rest @ ..] if rest.len() < 2 => {
                match SubscriptionPage::named(rest.first().unwrap_or(&"")) {
                    Some(page) => Place::Subscription((*a).into(), (*s).into(), page),
                    None => Place::Nowhere(path.to_owned()),
                }
            }
            _ => Place::Nowhere(path.to_owned()),
        }
    }

    /// The path below the site's base; [`Place::parse`] reads it back.
    pub fn path(&self) -> String {
        let account = |a: &AccountName| format!("/accounts/{}", encode(a.as_str()));
        let profile = |a: &AccountName, p: &ProfileName| format!("{}/profiles/{}", account(a), encode(p.as_str()));
        match self {
            Place::Scopes => "/".to_owned(),
            Place::Explore => "/explore".to_owned(),
            Place::Account(a) => account(a),
            Place::AccountProperties(a) => format!("{}/properties", account(a)),
            Place::Invoices(a) => format!("{}/invoices", account(a)),
            Place::Invoice(a, i) => format!("{}/invoices/{}", account(a), encode(i.as_str())),
            Place::Profiles(a) => format!("{}/profiles", account(a)),
            Place::Customers(a) => format!("{}/customers", account(a)),
            Place::AccountAccess(a) => format!("{}/access", account(a)),
            Place::Profile(a, p) => profile(a, p),
            Place::ProfileInvoices(a, p) => format!("{}/invoices", profile(a, p)),
            Place::Sections(a, p) => format!("{}/sections", profile(a, p)),
            Place::ProfileAccess(a, p) => format!("{}/access", profile(a, p)),
            Place::ProfileProperties(a, p) => format!("{}/properties", profile(a, p)),
            Place::SectionAccess(a, p, s) => format!("{}/sections/{}/access", profile(a, p), encode(s.as_str())),
            Place::Subscriptions(a) => format!("{}/subscriptions", account(a)),
            Place::Subscription(a, s, page) => {
                let path = format!("{}/subscriptions/{}/{}", account(a), encode(s.as_str()), page.name());
                path.trim_end_matches('/').to_owned()
            }
            Place::Open => "/open".to_owned(),
            Place::Nowhere(path) => path.clone(),
        }
    }

    /// The address for a link, with the site's base (`/` or `/x/y/`).
    pub fn href(&self) -> String {
        let base = crate::state::page::base();
        format!("{}{}", base.trim_end_matches('/'), self.path())
    }

    /// The account the page belongs to.
    pub fn account(&self) -> Option<&AccountName> {
        match self {
            Place::Scopes | Place::Explore | Place::Open | Place::Nowhere(_) => None,
            Place::Account(a)
            | Place::AccountProperties(a)
            | Place::Invoices(a)
            | Place::Invoice(a, _)
            | Place::Profiles(a)
            | Place::Customers(a)
            | Place::AccountAccess(a)
            | Place::Profile(a, _)
            | Place::ProfileInvoices(a, _)
            | Place::Sections(a, _)
            | Place::ProfileAccess(a, _)
            | Place::ProfileProperties(a, _)
            | Place::SectionAccess(a, _, _)
            | Place::Subscriptions(a)
            | Place::Subscription(a, _, _) => Some(a),
        }
    }

    /// The profile the page belongs to.
    pub fn profile(&self) -> Option<&ProfileName> {
        match self {
            Place::Profile(_, p)
            | Place::ProfileInvoices(_, p)
            | Place::Sections(_, p)
            | Place::ProfileAccess(_, p)
            | Place::ProfileProperties(_, p)
            | Place::SectionAccess(_, p, _) => Some(p),
            _ => None,
        }
    }

    /// The subscription the page belongs to.
    pub fn subscription(&self) -> Option<&SubscriptionId> {
        match self {
            Place::Subscription(_, s, _) => Some(s),
            _ => None,
        }
    }

    /// Access control of a scope, where it has a page.
    pub fn access(scope: &Scope) -> Option<Place> {
        Some(match scope {
            Scope::Account(a) => Place::AccountAccess(a.clone()),
            Scope::Profile(a, p) => Place::ProfileAccess(a.clone(), p.clone()),
            Scope::Section(a, p, s) => Place::SectionAccess(a.clone(), p.clone(), s.clone()),
            Scope::Customer(..) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_reads_back_from_its_own_address() {
        let a = AccountName::new("5e98e158:8bb1_2019-05-31");
        let p = ProfileName::new("TIIZ-Q3Y4-BG7-TGB");
        let s = SectionName::new("A/B section");
        let places = [
            Place::Scopes,
            Place::Explore,
            Place::Open,
            Place::Account(a.clone()),
            Place::AccountProperties(a.clone()),
            Place::Invoices(a.clone()),
            Place::Invoice(a.clone(), "G012345678".into()),
            Place::Profiles(a.clone()),
            Place::Customers(a.clone()),
            Place::AccountAccess(a.clone()),
            Place::Profile(a.clone(), p.clone()),
            Place::ProfileInvoices(a.clone(), p.clone()),
            Place::Sections(a.clone(), p.clone()),
            Place::ProfileAccess(a.clone(), p.clone()),
            Place::ProfileProperties(a.clone(), p.clone()),
            Place::SectionAccess(a.clone(), p, s),
            Place::Subscriptions(a.clone()),
        ];
        let subscription = SubscriptionId::new("cab44038-5c0d-582f-8041-0477259432c0");
        let pages = SubscriptionPage::NAMES.map(|(page, _)| Place::Subscription(a.clone(), subscription.clone(), page));
        for place in places.into_iter().chain(pages) {
            assert_eq!(Place::parse(&place.path()), place);
            assert_eq!(Place::parse(&format!("{}/", place.path())), place, "a slash at the end does not matter");
        }
        assert_eq!(Place::parse("/index.html"), Place::Scopes, "the file's own name");
    }

    #[test]
    fn an_address_that_is_no_page_is_nowhere() {
        assert_eq!(Place::parse("/accounts/a/b/c"), Place::Nowhere("/accounts/a/b/c".into()));
    }
}
