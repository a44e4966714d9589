//! Addresses of resources, as ids write them and as requests ask for them. Read by their words, never by place: published
//! ids double a segment (`billingProfiles/billingProfiles/x`, contract §8), and some lack the first slash (contract §1).
use super::kind::Kind;
use crate::arm::decode;

/// Stands for the account of a subscription in its invoices' ids, whichever that is (contract §1).
pub(super) const DEFAULT: &str = "default";

/// The names that say where something belongs; an empty one is not told.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    pub account: String,
    pub profile: String,
    pub section: String,
    pub customer: String,
    pub subscription: String,
    pub invoice: String,
}

impl Names {
    pub const NONE: Names = Names {
        account: String::new(),
        profile: String::new(),
        section: String::new(),
        customer: String::new(),
        subscription: String::new(),
        invoice: String::new(),
    };

    fn all(&self) -> [&str; 6] {
        [&self.account, &self.profile, &self.section, &self.customer, &self.subscription, &self.invoice]
            .map(String::as_str)
    }

    /// Whether something with these other names belongs to what is named here.
    pub fn hold(&self, other: &Names) -> bool {
        let pairs = self.all().into_iter().zip(other.all());
        pairs.into_iter().all(|(name, other)| name.is_empty() || name.eq_ignore_ascii_case(other))
    }

    /// All of them as one text.
    pub fn key(&self) -> String {
        self.all().join("\n")
    }

    /// How many are told.
    pub fn count(&self) -> usize {
        self.all().iter().filter(|name| !name.is_empty()).count()
    }

    pub fn set(&mut self, collection: &str, name: &str) {
        let place = match Kind::of(collection) {
            Some(Kind::Account) => &mut self.account,
            Some(Kind::Profile) => &mut self.profile,
            Some(Kind::Section) => &mut self.section,
            Some(Kind::Customer) => &mut self.customer,
            Some(Kind::Subscription) => &mut self.subscription,
            Some(Kind::Invoice) => &mut self.invoice,
            _ if collection.eq_ignore_ascii_case("subscriptions") => &mut self.subscription,
            _ => return,
        };
        name.clone_into(place);
    }
}

/// An address taken apart.
#[derive(Debug, Default)]
pub(super) struct Id {
    /// Where it is, itself included.
    pub names: Names,
    /// What the last collection holds; none for what is not shown here.
    pub kind: Option<Kind>,
    /// The last collection, as it is written.
    pub collection: String,
    /// Name in that collection; empty for the collection itself.
    pub name: String,
    /// What the collection hangs below, in lower case and without providers and billing periods.
    pub parent: String,
}

impl Id {
    /// Reads the path of an id or of a request, percent-encoded or not. None when it is not what it seems.
    pub fn parse(path: &str) -> Option<Id> {
        let path = path.trim();
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        Id::walk(&path.split('/').map(segment).collect::<Option<Vec<_>>>()?)
    }

    /// All of it, in lower case and without providers.
    pub fn path(&self) -> String {
        let dash = if self.parent.is_empty() { "" } else { "/" };
        format!("{}{dash}{}/{}", self.parent, self.collection, self.name).to_ascii_lowercase()
    }

    fn walk(segments: &[String]) -> Option<Id> {
        let mut id = Id::default();
        let mut at = 0;
        while let Some(word) = segments.get(at) {
            if word.eq_ignore_ascii_case("providers") {
                at += 2;
                continue;
            }
            while at + 2 < segments.len() && segments.get(at + 1)?.eq_ignore_ascii_case(word) {
                at += 1;
            }
            if !id.name.is_empty() && !id.collection.eq_ignore_ascii_case("billingPeriods") {
                id.parent = id.path();
            }
            id.collection.clone_from(word);
            id.name = segments.get(at + 1).cloned().unwrap_or_default();
            id.names.set(word, &id.name);
            at += 2;
        }
        id.kind = Kind::of(&id.collection);
        (!id.collection.is_empty()).then_some(id)
    }
}

fn segment(text: &str) -> Option<String> {
    let name = decode(text)?;
    let hidden = name.chars().any(|letter| letter.is_control() || matches!(letter, '/' | '\\'));
    (!hidden && !matches!(name.as_str(), "" | "." | "..")).then_some(name)
}

/// The name at the end of an id, or the text itself when it is a plain name.
pub(super) fn last(id: &str) -> &str {
    id.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}
