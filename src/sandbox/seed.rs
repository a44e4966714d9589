//! The tenant as data: what `public/sandbox/*.json` says, read once.
use super::subscription::PayAsYouGo;
use super::tenant::{Account, Catalogue, Person, SeedAssignment, Subscription, Tenant};
use serde::Deserialize;
use serde_json::value::RawValue;

/// Why the tenant's files cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeedError {
    /// A file is not among those handed in.
    #[error("the sandbox's file {0} is missing")]
    Missing(&'static str),
    /// A file does not say what it should.
    #[error("the sandbox's file {file} cannot be read: {reason}")]
    Malformed {
        /// Its name.
        file: &'static str,
        /// What is wrong, and where.
        reason: String,
    },
}

/// The tenant before anybody changed it: directories, people, accounts, roles, what is used and at what price.
#[derive(Debug, Clone)]
pub struct Seed {
    pub(super) number: u64,
    pub(super) tenants: Vec<Tenant>,
    pub(super) principals: Vec<Person>,
    pub(super) default_principal: String,
    pub(super) accounts: Vec<Account>,
    pub(super) assignments: Vec<SeedAssignment>,
    pub(super) subscriptions: Vec<Subscription>,
    /// Tags as JSON text; an empty object is no tags.
    pub(super) tags: Vec<Box<RawValue>>,
    pub(super) catalogue: Catalogue,
    pub(super) pay_as_you_go: PayAsYouGo,
}

impl Seed {
    /// The files a tenant is made of, in `public/sandbox`.
    pub const FILES: [&'static str; 6] =
        ["accounts.json", "directory.json", "estate.json", "meters.json", "roles.json", "subscriptions.json"];

    /// Reads the tenant from its files: pairs of name (a path before it does not matter) and bytes.
    ///
    /// # Errors
    /// [`SeedError`].
    pub fn parse(files: &[(&str, &[u8])]) -> Result<Seed, SeedError> {
        let accounts: AccountsFile = read(files, "accounts.json")?;
        let directory: DirectoryFile = read(files, "directory.json")?;
        let estate: EstateFile = read(files, "estate.json")?;
        let roles: RolesFile = read(files, "roles.json")?;
        Ok(Seed {
            number: accounts.seed,
            tenants: directory.tenants,
            principals: directory.principals,
            default_principal: directory.default_principal,
            accounts: accounts.accounts,
            assignments: roles.assignments,
            subscriptions: estate.subscriptions,
            tags: estate.tags,
            catalogue: read(files, "meters.json")?,
            pay_as_you_go: read(files, "subscriptions.json")?,
        })
    }

    /// Object id of the person a first visit is: the Billing account owner of the MCA account.
    pub fn default_principal(&self) -> &str {
        &self.default_principal
    }
}

fn read<T: serde::de::DeserializeOwned>(files: &[(&str, &[u8])], name: &'static str) -> Result<T, SeedError> {
    let (_, bytes) =
        files.iter().find(|(path, _)| path.rsplit('/').next() == Some(name)).ok_or(SeedError::Missing(name))?;
    serde_json::from_slice(bytes).map_err(|error| SeedError::Malformed { file: name, reason: error.to_string() })
}

#[derive(Deserialize)]
struct AccountsFile {
    seed: u64,
    accounts: Vec<Account>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DirectoryFile {
    tenants: Vec<Tenant>,
    default_principal: String,
    principals: Vec<Person>,
}

#[derive(Deserialize)]
struct EstateFile {
    subscriptions: Vec<Subscription>,
    tags: Vec<Box<RawValue>>,
}

#[derive(Deserialize)]
struct RolesFile {
    assignments: Vec<SeedAssignment>,
}
