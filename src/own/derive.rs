//! What no file says but others name: accounts, profiles, sections, customers, subscriptions.
//!
//! The agreement of an account that no file tells is read off what there is of it: a billing property's word for it; else
//! customers are a partner's (MPA), profiles a customer agreement's (MCA); else a name of digits alone is an enrollment
//! (EA); else subscriptions are pay-as-you-go (MOSP); else a name with a colon is a customer agreement's. Else it is not
//! told.
use super::id::{Names, last};
use super::index::Index;
use super::kind::Kind;
use super::reading::Reading;
use super::shelf::{ALONE, File, Hint, Item, Place};
use crate::billing::AgreementType;
use crate::json::write::Object;

const ROOT: &str = "/providers/Microsoft.Billing/billingAccounts";

/// What the places tell about accounts and what is below them.
#[derive(Debug, Default)]
pub(super) struct Told {
    hints: Index,
    texts: Vec<String>,
    accounts: Index,
    below: Vec<Below>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Below {
    customers: bool,
    profiles: bool,
    subscriptions: bool,
}

impl Told {
    pub fn of(places: &[Place]) -> Told {
        let mut told = Told::default();
        for place in places {
            let names = &place.names;
            let (number, is_new) = told.accounts.number(names.account.to_ascii_lowercase());
            if is_new {
                told.below.push(Below::default());
            }
            let Some(below) = told.below.get_mut(number as usize) else { continue };
            below.customers |= !names.customer.is_empty();
            below.profiles |= !names.profile.is_empty();
            below.subscriptions |= !names.subscription.is_empty() || place.has_legacy_usage;
            for hint in [
                Hint::Account,
                Hint::Profile,
                Hint::Section,
                Hint::Customer,
                Hint::Subscription,
                Hint::Agreement,
                Hint::Currency,
                Hint::Offer,
            ] {
                let text = place.hint(hint);
                if !text.is_empty() && told.hints.number(key(hint, names)).1 {
                    told.texts.push(text.to_owned());
                }
            }
        }
        told
    }

    fn hint(&self, hint: Hint, names: &Names) -> Option<&str> {
        let at = self.hints.find(&key(hint, names))?;
        self.texts.get(at).map(String::as_str)
    }

    /// The agreement of an account; none when nothing tells it.
    pub fn agreement(&self, account: &str) -> Option<AgreementType> {
        let names = Names { account: account.to_owned(), ..Names::NONE };
        if let Some(told) = self.hint(Hint::Agreement, &names) {
            return Some(AgreementType::from_wire(told));
        }
        let at = self.accounts.find(&account.to_ascii_lowercase());
        let below = at.and_then(|at| self.below.get(at)).copied().unwrap_or_default();
        Some(match below {
            Below { customers: true, .. } => AgreementType::Mpa,
            Below { profiles: true, .. } => AgreementType::Mca,
            _ if account.bytes().all(|byte| byte.is_ascii_digit()) => AgreementType::Ea,
            Below { subscriptions: true, .. } => AgreementType::Mosp,
            _ if account.contains(':') => AgreementType::Mca,
            _ => return None,
        })
    }

    /// Whether the account bills its subscriptions by something above them.
    pub fn bills_profiles(&self, account: &str) -> bool {
        self.agreement(account).is_some_and(|agreement| agreement != AgreementType::Mosp)
    }
}

/// Where a hint holds.
fn key(hint: Hint, names: &Names) -> String {
    let text = match hint {
        Hint::Account | Hint::Agreement => names.account.clone(),
        Hint::Profile | Hint::Currency => format!("{}/{}", names.account, names.profile),
        Hint::Section => format!("{}/{}/{}", names.account, names.profile, names.section),
        Hint::Customer => format!("{}/{}/{}", names.account, names.profile, names.customer),
        Hint::Subscription | Hint::Offer => names.subscription.clone(),
    };
    format!("{}/{}", hint as u8, text.to_ascii_lowercase())
}

/// Something that others name.
struct Named {
    kind: Kind,
    id: String,
    names: Names,
    parent: String,
}

/// Adds what is named and not there.
pub(super) fn derive(reading: &mut Reading) {
    let told = Told::of(&reading.places);
    let mut known = Index::default();
    for item in &reading.items {
        if let Some(place) = reading.places.get(item.place as usize) {
            known.number(own_key(item.kind, &place.names));
        }
    }
    let mut text = String::new();
    let mut found = Vec::new();
    for place in &reading.places {
        for named in named(&place.names, &told) {
            if known.number(own_key(named.kind, &named.names)).1 {
                let start = text.len();
                text.push_str(&json(&named, &told));
                found.push((named, start..text.len()));
            }
        }
    }
    let file = reading.files.len() as u32;
    for (named, at) in found {
        let parent = reading.parent(named.parent);
        let place = reading.named(named.names);
        reading.items.push(Item {
            kind: named.kind,
            file,
            start: at.start,
            end: at.end,
            flat: false,
            filled: 0,
            page: ALONE,
            place,
            parent,
            name: last(&named.id).to_ascii_lowercase().into(),
            alias: "".into(),
            day: None,
            from: None,
            until: None,
        });
    }
    reading.files.push(File { is_derived: true, text, ..File::default() });
}

fn own_key(kind: Kind, names: &Names) -> String {
    let (account, profile) = (&names.account, &names.profile);
    let key = match kind {
        Kind::Account => account.clone(),
        Kind::Profile => format!("{account}/{profile}"),
        Kind::Section => format!("{account}/{profile}/{}", names.section),
        Kind::Customer => format!("{account}/{profile}/{}", names.customer),
        Kind::Subscription | Kind::Property => names.subscription.clone(),
        _ => String::new(),
    };
    format!("{}/{}", kind.collection(), key.to_ascii_lowercase())
}

fn named(names: &Names, told: &Told) -> Vec<Named> {
    let account = format!("{ROOT}/{}", names.account);
    let below = format!("billingaccounts/{}", names.account.to_ascii_lowercase());
    let up_to = |profile: bool| Names {
        account: names.account.clone(),
        profile: if profile { names.profile.clone() } else { String::new() },
        ..Names::NONE
    };
    let mut all = vec![Named { kind: Kind::Account, id: account.clone(), names: up_to(false), parent: String::new() }];
    let (profile, in_profile) = (
        format!("{account}/billingProfiles/{}", names.profile),
        format!("{below}/billingprofiles/{}", names.profile.to_ascii_lowercase()),
    );
    if !names.profile.is_empty() {
        all.push(Named { kind: Kind::Profile, id: profile.clone(), names: up_to(true), parent: below.clone() });
        let mut owner = |kind: Kind, name: &str, names: Names| {
            if !name.is_empty() {
                let id = format!("{profile}/{}/{name}", kind.collection());
                all.push(Named { kind, id, names, parent: in_profile.clone() });
            }
        };
        owner(Kind::Section, &names.section, Names { section: names.section.clone(), ..up_to(true) });
        owner(Kind::Customer, &names.customer, Names { customer: names.customer.clone(), ..up_to(true) });
    }
    if !names.subscription.is_empty() && !told.bills_profiles(&names.account) {
        let mine = || Names { subscription: names.subscription.clone(), ..up_to(false) };
        let id = format!("{account}/billingSubscriptions/{}", names.subscription);
        all.push(Named { kind: Kind::Subscription, id, names: mine(), parent: below });
        let above = format!("/subscriptions/{}", names.subscription);
        let parent = above.trim_start_matches('/').to_ascii_lowercase();
        let id = format!("{above}/providers/Microsoft.Billing/billingProperty/default");
        all.push(Named { kind: Kind::Property, id, names: mine(), parent });
    }
    all
}

fn json(named: &Named, told: &Told) -> String {
    let (kind, names) = (named.kind, &named.names);
    let agreement = told.agreement(&names.account);
    let agreement = agreement.as_ref().map(AgreementType::as_wire);
    let name = last(&named.id);
    let display = |hint| told.hint(hint, names).unwrap_or(name);
    let (of, properties) = match kind {
        Kind::Profile => ("billingAccounts/billingProfiles", {
            let object = Object::new().text("displayName", display(Hint::Profile));
            object.text_if("currency", told.hint(Hint::Currency, names))
        }),
        Kind::Section => (
            "billingAccounts/billingProfiles/invoiceSections",
            Object::new().text("displayName", display(Hint::Section)),
        ),
        Kind::Customer => {
            ("billingAccounts/billingProfiles/customers", Object::new().text("displayName", display(Hint::Customer)))
        }
        Kind::Subscription => ("billingAccounts/billingSubscriptions", {
            let object = Object::new().text("displayName", display(Hint::Subscription)).text("subscriptionId", name);
            object.text_if("offerId", told.hint(Hint::Offer, names))
        }),
        Kind::Property => ("billingProperty", {
            let object = Object::new().text("billingAccountId", &format!("{ROOT}/{}", names.account));
            object
                .text_if("billingAccountDisplayName", told.hint(Hint::Account, names))
                .text_if("billingAccountAgreementType", agreement)
        }),
        _ => ("billingAccounts", {
            let object = Object::new().text("displayName", display(Hint::Account));
            object.text_if("agreementType", agreement)
        }),
    };
    Object::new()
        .text("id", &named.id)
        .text("name", name)
        .text("type", &format!("Microsoft.Billing/{of}"))
        .raw("properties", &properties.end())
        .end()
}
