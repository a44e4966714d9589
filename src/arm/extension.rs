//! The sandbox's own additions (`/providers/Factuur.Sandbox/`): what a demonstration needs and Azure has no public API for.
//! Only to be called when the data comes from the sandbox.
use super::client::{BILLING, Call};
use super::retry::Repeat;
use super::{ArmError, Client, DecodeError, Method, link, wire};
use crate::billing::{AgreementType, IdentityKind, OtherAccount, Principal, PrincipalId, TenantId};

const VERSION: (&str, &str) = ("api-version", BILLING);
pub(crate) const ROOT: &str = "/providers/Factuur.Sandbox";

/// Who the sandbox takes the caller for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// The caller.
    pub principal: Principal,
    /// Groups the caller is in: their roles are the caller's too.
    pub memberships: Vec<PrincipalId>,
    /// The caller's home directory.
    pub home_tenant: Option<TenantId>,
    /// What kind of account the caller signed in with, where that is told.
    pub identity: Option<IdentityKind>,
}

/// A billing account of the caller in whatever directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountElsewhere {
    /// The directory it belongs to.
    pub directory: crate::billing::Directory,
    /// Its agreement.
    pub agreement: AgreementType,
    /// The account, and whether it has invoices that the caller sees.
    pub account: OtherAccount,
}

/// A directory of the sandbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// Its id.
    pub id: TenantId,
    /// Its name.
    pub name: String,
    /// Its domain.
    pub domain: String,
    /// Billing accounts in it.
    pub accounts: u32,
    /// Whether the caller sees any of them.
    pub has_access: bool,
}

/// Somebody the sandbox can be looked at as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// The person.
    pub principal: Principal,
    /// What they can show.
    pub note: String,
}

impl Client {
    /// Who the caller is.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn me(&self) -> Result<Me, ArmError> {
        let call = self.get(at("/me", &[VERSION]));
        self.read("the caller", &call, &wire::me).await
    }

    /// The directories.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn tenants(&self) -> Result<Vec<Directory>, ArmError> {
        let path = format!("{ROOT}/tenants");
        self.list("directories", &path, &[VERSION], &wire::directory).await
    }

    /// People, groups and applications whose name or address holds `search`.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn people(&self, search: &str) -> Result<Vec<Principal>, ArmError> {
        let path = format!("{ROOT}/people");
        let query = [VERSION, ("search", search)];
        self.list("people", &path, &query, &wire::person).await
    }

    /// Everybody the sandbox can be looked at as.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn personas(&self) -> Result<Vec<Persona>, ArmError> {
        let path = format!("{ROOT}/personas");
        self.list("personas", &path, &[VERSION], &wire::persona).await
    }

    /// Forgets every change.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn reset(&self) -> Result<(), ArmError> {
        // Resetting twice is resetting once.
        let call = self.call(Method::Post, at("/reset", &[VERSION]), Repeat::Safe);
        self.exchange(&call).await?.success().map(|_| ())
    }

    /// How many usage rows the load-test profile has in its largest month; with a number, sets it first.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn load_test(&self, rows: Option<u32>) -> Result<u32, ArmError> {
        let what = "the load test";
        let path = at("/loadTest", &[VERSION]);
        let call = match rows {
            None => self.get(path),
            Some(rows) => {
                let body = crate::json::write::Object::new().count("rows", rows as usize).end();
                Call { body: Some(body.into_bytes()), ..self.call(Method::Put, path, Repeat::Safe) }
            }
        };
        self.read(what, &call, &|json| json.whole("rows")?.ok_or_else(|| DecodeError::new("rows", "missing"))).await
    }
}

fn at(path: &str, query: &[(&str, &str)]) -> String {
    link::with_query(&format!("{ROOT}{path}"), query)
}
