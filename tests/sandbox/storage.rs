//! What is kept, and what happens when it cannot be.
use crate::support::*;
use factuur::arm::Method::{Post, Put};
use factuur::sandbox::{Sandbox, StorageState, Store, StoreError};
use std::cell::Cell;

struct Broken(StoreError);

impl Store for Broken {
    fn load(&self) -> Result<Option<String>, StoreError> {
        if self.0 == StoreError::Blocked { Err(StoreError::Blocked) } else { Ok(None) }
    }

    fn save(&self, _: &str) -> Result<(), StoreError> {
        Err(self.0.clone())
    }
}

fn make_invoice_manager(sandbox: &Sandbox, who: u32) {
    let definition = format!("{}/billingRoleDefinitions/{INVOICE_MANAGER}", profile(EUR));
    let body = format!(r#"{{"principalId":"{}","roleDefinitionId":"{definition}"}}"#, person(who));
    let path = format!("{}/createBillingRoleAssignment", profile(EUR));
    assert_eq!(ask(sandbox, Post, &path, OWNER, Some(&body)).status, 202);
}

fn sees_invoices(sandbox: &Sandbox, who: u32) -> bool {
    get(sandbox, &format!("{}/invoices", profile(EUR)), who).status == 200
}

#[test]
fn a_role_is_still_there_tomorrow() {
    let store = Shared::default();
    make_invoice_manager(&sandbox_with(store.clone(), NOW), TO_BE_ASSIGNED);
    assert!(sees_invoices(&sandbox_with(store, "2026-03-18T10:00:00Z"), TO_BE_ASSIGNED));
}

#[test]
fn two_tabs_do_not_lose_each_others_writes() {
    let store = Shared::default();
    let (one, other) = (sandbox_with(store.clone(), NOW), sandbox_with(store.clone(), NOW));
    make_invoice_manager(&one, TO_BE_ASSIGNED);
    make_invoice_manager(&other, NOBODY);
    let load = r#"{"rows":5}"#;
    ask(&one, Put, "/providers/Factuur.Sandbox/loadTest", OWNER, Some(load));
    let third = sandbox_with(store, NOW);
    assert!(sees_invoices(&third, TO_BE_ASSIGNED) && sees_invoices(&third, NOBODY));
    assert!(sees_invoices(&one, NOBODY), "what another tab wrote is read");
    assert_eq!(good(&other, "/providers/Factuur.Sandbox/loadTest", OWNER)["rows"], 5);
}

#[test]
fn a_full_or_blocked_store_is_said_and_the_sandbox_works_on() {
    for error in [StoreError::Full, StoreError::Blocked] {
        let sandbox = sandbox_with(Broken(error.clone()), NOW);
        make_invoice_manager(&sandbox, TO_BE_ASSIGNED);
        make_invoice_manager(&sandbox, NOBODY);
        assert_eq!(sandbox.storage_state(), StorageState::MemoryOnly(error));
        assert!(sees_invoices(&sandbox, TO_BE_ASSIGNED), "the first change outlives the second");
    }
}

/// A store that is full for one write, as when another site's data goes away afterwards.
struct FullOnce(Shared, Cell<bool>);

impl Store for FullOnce {
    fn load(&self) -> Result<Option<String>, StoreError> {
        self.0.load()
    }

    fn save(&self, state: &str) -> Result<(), StoreError> {
        if self.1.replace(false) { Err(StoreError::Full) } else { self.0.save(state) }
    }
}

#[test]
fn a_tab_that_holds_its_changes_in_memory_does_not_write_over_another_tab() {
    let store = Shared::default();
    let one = sandbox_with(FullOnce(store.clone(), Cell::new(true)), NOW);
    make_invoice_manager(&one, TO_BE_ASSIGNED);
    make_invoice_manager(&sandbox_with(store.clone(), NOW), NOBODY);
    ask(&one, Put, "/providers/Factuur.Sandbox/loadTest", OWNER, Some(r#"{"rows":5}"#));
    assert_eq!(one.storage_state(), StorageState::MemoryOnly(StoreError::Full), "and it goes on to say so");
    assert!(sees_invoices(&one, TO_BE_ASSIGNED) && sees_invoices(&sandbox_with(store.clone(), NOW), NOBODY));
    ask(&one, Post, "/providers/Factuur.Sandbox/reset", OWNER, None);
    assert_eq!(one.storage_state(), StorageState::Kept, "a reset begins anew");
    assert!(!sees_invoices(&sandbox_with(store, NOW), NOBODY));
}

#[test]
fn what_cannot_be_read_is_put_aside_and_not_dropped() {
    let store = Shared::default();
    store.save("{broken").unwrap();
    let sandbox = sandbox_with(store.clone(), NOW);
    assert_eq!(sandbox.storage_state(), StorageState::SetAside("{broken".into()));
    make_invoice_manager(&sandbox, TO_BE_ASSIGNED);
    let later = sandbox_with(store.clone(), NOW);
    assert_eq!(later.storage_state(), StorageState::SetAside("{broken".into()));
    assert!(sees_invoices(&later, TO_BE_ASSIGNED));
    let said = good(&later, "/providers/Factuur.Sandbox/storage", OWNER);
    assert_eq!((said["state"].as_str(), said["setAside"].as_str()), (Some("SetAside"), Some("{broken")));
}

#[test]
fn a_state_of_another_version_is_put_aside() {
    let store = Shared::default();
    make_invoice_manager(&sandbox_with(store.clone(), NOW), TO_BE_ASSIGNED);
    let newer = store.load().unwrap().unwrap().replace("\"version\":1", "\"version\":2");
    store.save(&newer).unwrap();
    let sandbox = sandbox_with(store, NOW);
    assert_eq!(sandbox.storage_state(), StorageState::SetAside(newer));
    assert!(!sees_invoices(&sandbox, TO_BE_ASSIGNED));
}

#[test]
fn a_reset_brings_the_tenant_back() {
    let store = Shared::default();
    store.save("{broken").unwrap();
    let sandbox = sandbox_with(store.clone(), NOW);
    make_invoice_manager(&sandbox, TO_BE_ASSIGNED);
    assert_eq!(ask(&sandbox, Post, "/providers/Factuur.Sandbox/reset", OWNER, None).status, 204);
    assert!(!sees_invoices(&sandbox, TO_BE_ASSIGNED));
    assert_eq!(sandbox_with(store, NOW).storage_state(), StorageState::Kept);
}
