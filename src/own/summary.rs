//! What there is and what is missing, as data.
use super::OwnFiles;
use super::derive::Told;
use super::id::Names;
use super::index::Index;
use super::kind::Kind;
use super::refusal::az_rest;
use super::settle::Repeated;
use super::shelf::Item;
use crate::billing::{AgreementType, Period};

/// What the files hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Each file, in the order they were read.
    pub files: Vec<FileSummary>,
    /// Each kind of which there is any, in the order of [`Kind::ALL`].
    pub kinds: Vec<KindSummary>,
    /// Lists that go on in no file.
    pub incomplete: Vec<Incomplete>,
    /// Lists of which nothing is there.
    pub missing: Vec<Missing>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSummary {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: usize,
    /// How many of each kind are shown from it; what another file has too counts where it is shown from.
    pub kinds: Vec<(Kind, usize)>,
}

/// How many of a kind there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindSummary {
    /// The kind.
    pub kind: Kind,
    /// How many stand in the files, each once.
    pub read: usize,
    /// How many only others name.
    pub derived: usize,
    /// How many stood there again and were left out.
    pub repeated: usize,
}

/// A list that goes on in no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incomplete {
    /// What it is a list of.
    pub kind: Kind,
    /// What it hangs below, in lower case and without providers: `billingaccounts/a/billingprofiles/p`.
    pub scope: String,
    /// The files with its pages.
    pub files: Vec<String>,
    /// How many pages are missing at least.
    pub pages: usize,
    /// How many elements are missing, where the service says how many there are.
    pub elements: Option<u64>,
}

/// A list of which nothing is in the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What it is a list of.
    pub kind: Kind,
    /// The id it hangs below; empty for the list of accounts.
    pub scope: String,
}

impl Missing {
    /// The command that saves it; of usage, that of the days of `period`.
    pub fn az_rest(&self, period: Option<Period>) -> String {
        let name = self.scope.rsplit('/').next().unwrap_or_default();
        let (provider, ending) = match self.kind {
            Kind::Usage => ("/providers/Microsoft.Consumption", ""),
            Kind::Property => ("/providers/Microsoft.Billing", "/default"),
            Kind::Account => ("/providers/Microsoft.Billing", ""),
            _ => ("", ""),
        };
        let path = format!("{}{provider}/{}{ending}", self.scope.replace(':', "%3A"), self.kind.collection());
        let mut query = format!("api-version={}", self.kind.version());
        // What is told only when it is asked for; a dollar sign is encoded, since a shell would read it.
        query.push_str(match self.kind {
            Kind::Account => "&expand=soldTo",
            Kind::Usage if self.scope.starts_with("/subscriptions/") => {
                "&%24expand=properties/meterDetails,properties/additionalInfo"
            }
            Kind::Usage => "&%24expand=properties/additionalInfo&metric=actualcost",
            _ => "",
        });
        if let (Some(Period { start, end }), Kind::Usage) = (period, self.kind) {
            query.push_str(&if self.scope.starts_with("/subscriptions/") {
                let (from, to) = ("properties/usageStart%20ge%20", "%20and%20properties/usageEnd%20le%20");
                format!("&%24filter={from}'{start}'{to}'{end}'")
            } else {
                format!("&startDate={start}&endDate={end}")
            });
        }
        az_rest(&path, &query, self.kind, name)
    }
}

/// Counts what was read.
pub(super) fn of(own: &OwnFiles, repeated: &Repeated, incomplete: Vec<Incomplete>) -> Summary {
    let count = |of: &dyn Fn(&Item) -> bool| {
        let mut counts = [0_usize; Kind::ALL.len()];
        for item in own.items.iter().chain(&own.rows).filter(|item| of(item)) {
            if let Some(count) = counts.get_mut(item.kind as usize) {
                *count += 1;
            }
        }
        Kind::ALL.into_iter().zip(counts)
    };
    let files = own.files.iter().enumerate().filter(|(_, file)| !file.is_derived);
    let files = files.map(|(at, file)| FileSummary {
        name: file.name.clone(),
        bytes: file.bytes,
        kinds: count(&|item| item.file as usize == at).filter(|(_, count)| *count > 0).collect(),
    });
    let kinds = count(&|item| item.filled > 0).zip(count(&|item| item.filled == 0));
    let kinds = kinds.map(|((kind, read), (_, derived))| {
        let repeated = repeated.of(kind);
        KindSummary { kind, read, derived, repeated }
    });
    Summary {
        files: files.collect(),
        kinds: kinds.filter(|it| it.read + it.derived > 0).collect(),
        incomplete,
        missing: missing(own),
    }
}

/// What was read, by kind and by the places it belongs to.
fn present(own: &OwnFiles) -> Index {
    let mut all = Index::default();
    // What belongs to one place says the same of it, a bit for each kind.
    let mut seen = vec![0_u16; own.places.len()];
    for item in own.items.iter().chain(&own.rows).filter(|item| item.filled > 0) {
        let bit = 1 << item.kind as u16;
        let Some(seen) = seen.get_mut(item.place as usize).filter(|seen| **seen & bit == 0) else { continue };
        *seen |= bit;
        if item.kind == Kind::RoleAssignment {
            all.number(presence(item.kind, own.parent(item)));
            continue;
        }
        let names = own.names(item);
        for place in [
            account_key(names),
            profile_key(names),
            format!("subscriptions/{}", names.subscription),
            format!("{}/invoices/{}", account_key(names), names.invoice),
        ] {
            all.number(presence(item.kind, &place));
        }
    }
    all
}

fn presence(kind: Kind, place: &str) -> String {
    format!("{}/{place}", kind.collection()).to_ascii_lowercase()
}

fn account_key(names: &Names) -> String {
    format!("billingAccounts/{}", names.account)
}

fn profile_key(names: &Names) -> String {
    format!("{}/billingProfiles/{}", account_key(names), names.profile)
}

fn missing(own: &OwnFiles) -> Vec<Missing> {
    const BILLING: &str = "/providers/Microsoft.Billing/";
    let told = Told::of(&own.places);
    let present = present(own);
    let mut all: Vec<Missing> = Vec::new();
    let mut need = |kinds: &[Kind], root: &str, key: &str| {
        for kind in kinds {
            if present.find(&presence(*kind, key)).is_none() {
                all.push(Missing { kind: *kind, scope: format!("{root}{key}") });
            }
        }
    };
    if own.items.iter().any(|item: &Item| item.kind == Kind::Account && item.filled == 0) {
        need(&[Kind::Account], "", "");
    }
    for item in &own.items {
        let names = own.names(item);
        let agreement = told.agreement(&names.account).unwrap_or(AgreementType::Mca);
        let (modern, mosp) = (agreement.has_profiles(), agreement == AgreementType::Mosp);
        match item.kind {
            Kind::Account if modern => {
                need(&[Kind::Profile, Kind::Invoice, Kind::RoleAssignment], BILLING, &account_key(names));
            }
            Kind::Account if mosp => need(&[Kind::Subscription], BILLING, &account_key(names)),
            Kind::Profile => {
                let owner = if agreement.has_customers() { Kind::Customer } else { Kind::Section };
                need(&[owner, Kind::RoleAssignment, Kind::Usage], BILLING, &profile_key(names));
            }
            Kind::Invoice if modern => {
                let key = format!("{}/invoices/{}", account_key(names), names.invoice);
                need(&[Kind::Transaction], BILLING, &key);
            }
            Kind::Subscription if mosp => {
                let key = format!("subscriptions/{}", names.subscription);
                need(&[Kind::Property, Kind::Usage], "/", &key);
                if present.find(&presence(Kind::Invoice, &key)).is_none() {
                    let key = format!("billingAccounts/default/billingSubscriptions/{}", names.subscription);
                    need(&[Kind::Invoice], BILLING, &key);
                }
            }
            _ => {}
        }
    }
    all
}
