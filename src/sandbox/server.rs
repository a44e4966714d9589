//! The server: who is behind a request, what it may see, what is kept, and where it is sent.
use super::answer;
use super::call::Call;
use super::chance;
use super::fault::Faults;
use super::ledger::Ledger;
use super::month::Month;
use super::operation::Operations;
use super::refusal::{Refusal, json};
use super::role::Assignment;
use super::seed::Seed;
use super::store::{Clock, Kept, StorageState, Store};
use super::tenant::{Account, Person, Profile};
use crate::arm::{Request, Response};
use crate::billing::{Decision, HeldRole, Scope, Task, may};
use chrono::NaiveDate;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Stands for the person of a first visit in `sandbox.<principalId>`, for who does not know the tenant yet.
const DEFAULT: &str = "default";

/// The embedded Azure Billing API. One thread's: every tab has its own, over one store.
pub struct Sandbox {
    pub(super) seed: Seed,
    store: Box<dyn Store>,
    pub(super) clock: Rc<dyn Clock>,
    pub(super) kept: RefCell<Kept>,
    storage: RefCell<StorageState>,
    /// The stored text that `kept` was read from or written as.
    seen: RefCell<Option<String>>,
    pub(super) ledger: Ledger,
    pub(super) operations: Operations,
    pub(super) faults: Faults,
    serial: Cell<u64>,
}

/// Who asks.
pub(super) struct Caller<'a> {
    pub(super) person: &'a Person,
    pub(super) held: Vec<HeldRole>,
}

impl Caller<'_> {
    pub(super) fn may(&self, task: Task, scope: &Scope) -> bool {
        may(&self.held, task, scope).is_allowed()
    }

    /// 403 unless `task` is allowed at `scope`.
    pub(super) fn must(&self, task: Task, scope: &Scope) -> Result<(), Refusal> {
        match may(&self.held, task, scope) {
            Decision::Allowed { .. } => Ok(()),
            denied => Err(Refusal::forbidden(&denied, scope)),
        }
    }

    /// Whether any role is held at `scope`, above or below it.
    pub(super) fn is_near(&self, scope: &Scope) -> bool {
        self.held.iter().any(|held| scope.contains(&held.scope) || held.scope.contains(scope))
    }
}

impl Sandbox {
    /// Starts the sandbox on its tenant, with the changes that `store` has kept.
    pub fn new(seed: Seed, store: Box<dyn Store>, clock: Rc<dyn Clock>) -> Sandbox {
        let sandbox = Sandbox {
            seed,
            store,
            clock,
            kept: RefCell::default(),
            storage: RefCell::new(StorageState::Kept),
            seen: RefCell::default(),
            ledger: Ledger::default(),
            operations: Operations::default(),
            faults: Faults::default(),
            serial: Cell::new(0),
        };
        sandbox.reload();
        sandbox
    }

    /// Answers a request. Any origin will do; the path is compared without case. What another tab has written meanwhile
    /// counts.
    pub fn handle(&self, request: &Request) -> Response {
        self.reload();
        let mut response = match self.faults.next(&request.url) {
            Some(fault) => fault,
            None => answer::route(self, &Call::read(request)).unwrap_or_else(|refusal| refusal.response()),
        };
        let id = chance::guid(chance::place(&[self.next_serial(), self.seconds()]));
        response.headers.push(("x-ms-request-id".to_owned(), id.clone()));
        response.headers.push(("x-ms-correlation-request-id".to_owned(), id));
        response
    }

    /// Reads the store again: another tab may have changed it. While changes are held in memory only, they stay.
    fn reload(&self) {
        if matches!(*self.storage.borrow(), StorageState::MemoryOnly(_)) {
            return;
        }
        let stored = self.store.load();
        if let Ok(Some(text)) = &stored
            && self.seen.borrow().as_ref() == Some(text)
        {
            return;
        }
        self.seen.replace(stored.clone().ok().flatten());
        let state = match stored {
            Ok(None) => {
                self.kept.replace(Kept::default());
                StorageState::Kept
            }
            Ok(Some(text)) => match Kept::read(&text) {
                Some(kept) => {
                    let aside = kept.set_aside.clone();
                    self.kept.replace(kept);
                    aside.map_or(StorageState::Kept, StorageState::SetAside)
                }
                None => {
                    self.kept.replace(Kept { set_aside: Some(text.clone()), ..Kept::default() });
                    StorageState::SetAside(text)
                }
            },
            Err(error) => StorageState::MemoryOnly(error),
        };
        self.storage.replace(state);
    }

    /// Whether changes last.
    pub fn storage_state(&self) -> StorageState {
        self.storage.borrow().clone()
    }

    /// Object id of the person a first visit is.
    pub fn default_principal(&self) -> &str {
        self.seed.default_principal()
    }

    /// Changes what is kept: on top of what another tab had written when the request came.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Kept) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let mut kept = self.kept.borrow().clone();
        let outcome = change(&mut kept)?;
        kept.revision += 1;
        if matches!(*self.storage.borrow(), StorageState::MemoryOnly(_)) {
            // What is held here alone is not written over what another tab may have kept since.
            self.kept.replace(kept);
        } else {
            self.save(kept);
        }
        Ok(outcome)
    }

    /// Back to the seed; what was set aside goes too.
    pub(super) fn reset(&self) {
        let revision = self.kept.borrow().revision + 1;
        self.save(Kept { revision, ..Kept::default() });
        self.operations.clear();
        self.faults.clear();
    }

    fn save(&self, kept: Kept) {
        let text = kept.to_json();
        let saved = self.store.save(&text).map(|()| drop(self.seen.replace(Some(text))));
        let state = match (saved, &kept.set_aside) {
            (Err(error), _) => StorageState::MemoryOnly(error),
            (Ok(()), Some(text)) => StorageState::SetAside(text.clone()),
            (Ok(()), None) => StorageState::Kept,
        };
        self.kept.replace(kept);
        self.storage.replace(state);
    }

    pub(super) fn next_serial(&self) -> u64 {
        self.serial.set(self.serial.get() + 1);
        self.serial.get()
    }

    pub(super) fn seconds(&self) -> u64 {
        self.clock.now().timestamp().unsigned_abs()
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.clock.now().date_naive()
    }

    pub(super) fn open_month(&self) -> Month {
        Month::of(self.today())
    }

    pub(super) fn person(&self, id: &str) -> Option<&Person> {
        self.seed.principals.iter().find(|person| person.id.eq_ignore_ascii_case(id))
    }

    /// Groups a person is in.
    pub(super) fn memberships(&self, person: &Person) -> Vec<&Person> {
        let is_member = |group: &&Person| group.members.contains(&person.id);
        self.seed.principals.iter().filter(is_member).collect()
    }

    /// 401 unless the token names somebody of the tenant.
    pub(super) fn caller(&self, call: &Call<'_>) -> Result<Caller<'_>, Refusal> {
        let person = call.principal().and_then(|id| match id {
            DEFAULT => self.person(self.default_principal()),
            id => self.person(id),
        });
        let person = person.ok_or_else(|| {
            Refusal::new(401, "InvalidAuthenticationToken", "The access token is missing or invalid.")
        })?;
        Ok(self.caller_of(person))
    }

    /// A person as one who asks.
    pub(super) fn caller_of<'a>(&self, person: &'a Person) -> Caller<'a> {
        let groups = self.memberships(person);
        let is_held = |assignment: &Assignment| {
            assignment.principal_id == person.id || groups.iter().any(|group| group.id == assignment.principal_id)
        };
        let held = self
            .assignments()
            .into_iter()
            .filter(is_held)
            .map(|assignment| HeldRole { role: assignment.role, scope: assignment.scope })
            .collect();
        Caller { person, held }
    }

    /// The accounts of the directory that is chosen (contract §3); all of them are found by name.
    pub(super) fn account(&self, name: &str) -> Result<&Account, Refusal> {
        let mut accounts = self.seed.accounts.iter();
        accounts.find(|account| account.name.eq_ignore_ascii_case(name)).ok_or_else(Refusal::not_found)
    }

    /// The profiles an account has now: the load test's only while it is on.
    pub(super) fn profiles<'a>(&self, account: &'a Account) -> impl Iterator<Item = &'a Profile> + use<'a> {
        let rows = self.load_rows();
        account.profiles.iter().filter(move |profile| rows > 0 || !profile.load_test)
    }

    pub(super) fn profile<'a>(&self, account: &'a Account, name: &str) -> Result<&'a Profile, Refusal> {
        self.profiles(account).find(|profile| profile.name.eq_ignore_ascii_case(name)).ok_or_else(Refusal::not_found)
    }

    pub(super) fn load_rows(&self) -> u64 {
        self.kept.borrow().load_test_rows
    }
}

/// 200 with a JSON body.
pub(super) fn ok(body: String) -> Result<Response, Refusal> {
    Ok(json(200, body))
}
