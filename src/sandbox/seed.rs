//! The tenant as data: what `public/sandbox/*.json` says, read once.
use super::read;
use super::subscription::PayAsYouGo;
use super::tenant::{Account, Catalogue, Person, SeedAssignment, Subscription, Tenant};
use crate::arm::DecodeError;
use crate::json::Json;

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
    pub(super) tags: Vec<String>,
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
        let file = |name| parsed(files, name);
        let malformed = |file| move |error: DecodeError| SeedError::Malformed { file, reason: error.to_string() };
        let (accounts, directory) = (file("accounts.json")?, file("directory.json")?);
        let (estate, meters, roles) = (file("estate.json")?, file("meters.json")?, file("roles.json")?);
        let subscriptions = file("subscriptions.json")?;
        let tags = |json: &Json<'_>| Ok(json.raw.to_owned());
        let people = |directory: &Json<'_>| {
            let default = directory.required("defaultPrincipal")?;
            Ok((directory.each("tenants", &read::tenant)?, directory.each("principals", &read::person)?, default))
        };
        let (tenants, principals, default_principal) = people(&directory).map_err(malformed("directory.json"))?;
        Ok(Seed {
            number: accounts.whole("seed").map_err(malformed("accounts.json"))?.unwrap_or_default().into(),
            tenants,
            principals,
            default_principal,
            accounts: accounts.each("accounts", &read::account).map_err(malformed("accounts.json"))?,
            assignments: roles.each("assignments", &read::assignment).map_err(malformed("roles.json"))?,
            subscriptions: estate.each("subscriptions", &read::subscription).map_err(malformed("estate.json"))?,
            tags: estate.each("tags", &tags).map_err(malformed("estate.json"))?,
            catalogue: read::catalogue(&meters).map_err(malformed("meters.json"))?,
            pay_as_you_go: PayAsYouGo::read(&subscriptions).map_err(malformed("subscriptions.json"))?,
        })
    }

    /// Object id of the person a first visit is: the Billing account owner of the MCA account.
    pub fn default_principal(&self) -> &str {
        &self.default_principal
    }
}

fn parsed<'a>(files: &[(&str, &'a [u8])], name: &'static str) -> Result<Json<'a>, SeedError> {
    let (_, bytes) =
        files.iter().find(|(path, _)| path.rsplit('/').next() == Some(name)).ok_or(SeedError::Missing(name))?;
    Json::read(bytes).map_err(|error| SeedError::Malformed { file: name, reason: error.to_string() })
}
