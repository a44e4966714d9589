//! Every request the client can send is one that Microsoft's OpenAPI files describe: method, path, query and body.
use crate::published::folder;
use crate::support::*;
use factuur::arm::{Method, Request};
use factuur::billing::*;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::rc::Rc;

const BILLING: &str = "billing/resource-manager/Microsoft.Billing/stable/2024-04-01";
const CONSUMPTION: &str = "consumption/resource-manager/Microsoft.Consumption/stable/2023-11-01";

/// Real clients send these to usageDetails; the published file leaves them out (its text names the filter only).
const UNDECLARED: [&str; 2] = ["startDate", "endDate"];

fn section() -> Scope {
    Scope::Section(account(), profile(), "S1".into())
}

fn customer() -> Scope {
    Scope::Customer(account(), profile(), "C1".into())
}

/// All requests of all operations, at every kind of scope they exist at.
fn everything() -> Vec<Request> {
    let whole = include_str!("fixtures/profile.json");
    let one = r#"{"name":"x","properties":{"principalId":"p","roleDefinitionId":"r"}}"#;
    let mut sent = Vec::new();
    let mut ask = |script: Vec<Sent>, operation: &dyn Fn(Rc<Server>)| {
        let server = Server::new(script);
        operation(server.clone());
        assert_eq!(server.left(), 0);
        sent.append(&mut server.requests.borrow_mut());
    };
    ask(vec![ok(EMPTY), ok(one)], &|server| {
        run(server.client().billing_accounts()).unwrap();
        run(server.client().billing_account(&account())).unwrap();
    });
    ask(vec![ok(EMPTY), ok(whole), ok("{}"), ok(whole)], &|server| {
        run(server.client().billing_profiles(&account())).unwrap();
        let profile = run(server.client().billing_profile(&account(), &profile())).unwrap();
        run(server.client().update_billing_profile(&profile)).unwrap();
    });
    ask(vec![ok(EMPTY); 3], &|server| {
        run(server.client().invoice_sections(&account(), &profile())).unwrap();
        run(server.client().customers(&account(), None)).unwrap();
        run(server.client().customers(&account(), Some(&profile()))).unwrap();
    });
    ask(vec![ok(EMPTY), ok(EMPTY), ok(EMPTY), ok(one), ok(EMPTY)], &|server| {
        run(server.client().invoices(&account_scope(), None)).unwrap();
        run(server.client().invoices(&account_scope(), Some(march()))).unwrap();
        run(server.client().invoices(&profile_scope(), Some(march()))).unwrap();
        run(server.client().invoice(&account(), &"G1".into())).unwrap();
        run(server.client().transactions(&account(), &"G1".into())).unwrap();
    });
    ask(
        vec![ok(EMPTY), ok(one), ok(EMPTY), ok(one), ok(r#"{"properties":{"billingAccountId":"a"}}"#), status(204)],
        &|server| {
            let (client, id) = (server.client(), SubscriptionId::from("90000000-0000-0000-0000-00000000000a"));
            run(client.billing_subscriptions(&account())).unwrap();
            run(client.billing_subscription(&account(), &id)).unwrap();
            run(client.subscription_invoices(&account(), &id)).unwrap();
            run(client.subscription_invoice(&account(), &id, &"E123456789".into())).unwrap();
            run(client.billing_property(&id)).unwrap();
            run(client.subscription_usage_pages(&id, march()).unwrap().next()).unwrap();
        },
    );
    for scope in [account_scope(), profile_scope(), section(), customer()] {
        let role = RoleDefinition {
            id: format!("{scope}/billingRoleDefinitions/r"),
            name: "r".to_owned(),
            role: Role::InvoiceManager,
            description: None,
        };
        ask(vec![ok(EMPTY), ok(EMPTY), ok(EMPTY), ok(one), status(204), ok("[]"), status(204)], &|server| {
            let client = server.client();
            run(client.role_assignments(&scope)).unwrap();
            run(client.resolve_role_assignments(&scope)).unwrap();
            let given = run(client.create_role_assignment(&scope, &role, &colleague())).unwrap();
            run(client.delete_role_assignment(&given)).unwrap();
            run(client.check_access(&scope, &["a/read"])).unwrap();
            run(client.usage_pages(&scope, march(), CostMetric::Actual).unwrap().next()).unwrap();
        });
    }
    sent
}

#[test]
fn invoices_are_not_asked_for_where_there_are_none() {
    let server = Server::new([]);
    for scope in [section(), customer()] {
        assert!(run(server.client().invoices(&scope, None)).is_err());
    }
    assert_eq!(server.count(), 0);
}

#[test]
fn every_request_names_one_api_version() {
    for request in everything() {
        assert_eq!(request.url.matches("api-version=").count(), 1, "{}", request.url);
    }
}

#[test]
fn every_request_is_in_the_published_api() {
    let Some(root) = folder("openapi") else { return };
    let api = Api::load(&root);
    let mut used = BTreeSet::new();
    for request in everything() {
        let operation = api.operation(&request);
        used.insert(operation.id.clone());
        api.check_query(&request, &operation);
        api.check_body(&request, &operation);
    }
    for wanted in [
        "BillingAccounts_List",
        "BillingAccounts_Get",
        "BillingProfiles_ListByBillingAccount",
        "BillingProfiles_Get",
        "BillingProfiles_CreateOrUpdate",
        "InvoiceSections_ListByBillingProfile",
        "Customers_ListByBillingAccount",
        "Customers_ListByBillingProfile",
        "Invoices_ListByBillingAccount",
        "Invoices_ListByBillingProfile",
        "Invoices_GetByBillingAccount",
        "Transactions_ListByInvoice",
        "BillingRoleDefinition_ListByBillingProfile",
        "BillingRoleAssignments_ListByBillingProfile",
        "BillingRoleAssignments_ResolveByBillingProfile",
        "BillingRoleAssignments_CreateByBillingProfile",
        "BillingRoleAssignments_DeleteByBillingProfile",
        "BillingPermissions_CheckAccessByBillingProfile",
        "UsageDetails_List",
        "BillingSubscriptions_ListByBillingAccount",
        "BillingSubscriptions_Get",
        "BillingProperty_Get",
        "Invoices_ListByBillingSubscription",
        "Invoices_GetByBillingSubscription",
    ] {
        assert!(used.contains(wanted), "{wanted} is used; these are: {used:?}");
    }
    println!("{} published operations are used", used.len());
}

/// The published files.
struct Api {
    documents: RefCell<HashMap<PathBuf, Rc<Value>>>,
    operations: Vec<Operation>,
}

/// One operation of them.
#[derive(Clone)]
struct Operation {
    id: String,
    method: String,
    template: String,
    file: PathBuf,
    value: Value,
}

impl Api {
    fn load(root: &Path) -> Api {
        let mut api = Api { documents: RefCell::default(), operations: Vec::new() };
        let files = [BILLING, CONSUMPTION].into_iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
        for file in
            files.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "json"))
        {
            let document = api.document(&file);
            for (template, methods) in document["paths"].as_object().into_iter().flatten() {
                for (method, value) in methods.as_object().unwrap() {
                    api.operations.push(Operation {
                        id: value["operationId"].as_str().unwrap_or_default().to_owned(),
                        method: method.to_uppercase(),
                        template: template.clone(),
                        file: file.clone(),
                        value: value.clone(),
                    });
                }
            }
        }
        api
    }

    fn document(&self, file: &Path) -> Rc<Value> {
        if let Some(known) = self.documents.borrow().get(file) {
            return known.clone();
        }
        let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let document: Rc<Value> = Rc::new(serde_json::from_str(&text).unwrap());
        self.documents.borrow_mut().insert(file.to_owned(), document.clone());
        document
    }

    /// Follows a `$ref`, also into another file.
    fn resolve(&self, file: &Path, value: &Value) -> (PathBuf, Value) {
        let Some(reference) = value["$ref"].as_str() else { return (file.to_owned(), value.clone()) };
        let (other, pointer) = reference.split_once('#').unwrap();
        let file = if other.is_empty() { file.to_owned() } else { file.parent().unwrap().join(other) };
        let found = self.document(&file).pointer(pointer).unwrap_or_else(|| panic!("{reference}")).clone();
        self.resolve(&file, &found)
    }

    fn operation(&self, request: &Request) -> Operation {
        let path = request.url.strip_prefix(ORIGIN).unwrap().split('?').next().unwrap();
        let mut matches: Vec<&Operation> = self
            .operations
            .iter()
            .filter(|operation| operation.method == request.method.as_str() && fits(&operation.template, path))
            .collect();
        // `billingAccounts/default/…` is a path of its own; the one with the most words of its own is meant.
        matches.sort_by_key(|operation| operation.template.matches('{').count());
        let found = matches.first().unwrap_or_else(|| panic!("{} {path} is not published", request.method.as_str()));
        (*found).clone()
    }

    fn parameters(&self, operation: &Operation, place: &str) -> Vec<(PathBuf, Value)> {
        let list = operation.value["parameters"].as_array().unwrap();
        list.iter()
            .map(|parameter| self.resolve(&operation.file, parameter))
            .filter(|(_, parameter)| parameter["in"] == place)
            .collect()
    }

    fn check_query(&self, request: &Request, operation: &Operation) {
        let declared = self.parameters(operation, "query");
        let query = request.url.split_once('?').unwrap().1;
        let sent: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap()).collect();
        for name in &sent {
            let known = declared.iter().any(|(_, parameter)| parameter["name"] == **name);
            let excused = operation.id == "UsageDetails_List" && UNDECLARED.contains(name);
            assert!(known || excused, "{} has no query option {name}", operation.id);
        }
        for (_, parameter) in declared.iter().filter(|(_, parameter)| parameter["required"] == true) {
            let name = parameter["name"].as_str().unwrap();
            assert!(sent.contains(&name), "{} wants {name}", operation.id);
        }
    }

    fn check_body(&self, request: &Request, operation: &Operation) {
        let declared = self.parameters(operation, "body");
        match (&request.body, declared.first()) {
            (None, None) => {}
            (Some(body), Some((file, parameter))) => {
                let body: Value = serde_json::from_slice(body).unwrap();
                self.check_schema(file, &parameter["schema"], &body, &operation.id);
            }
            (None, Some((_, parameter))) => assert!(parameter["required"] != true, "{} wants a body", operation.id),
            (Some(_), None) => panic!("{} takes no body", operation.id),
        }
        let has_type = request.headers.iter().any(|(name, _)| name == "content-type");
        assert_eq!(has_type, request.body.is_some());
        assert!(request.body.is_none() || matches!(request.method, Method::Put | Method::Post));
    }

    /// All properties of a schema, with those it takes over.
    fn properties(&self, file: &Path, schema: &Value) -> HashMap<String, (PathBuf, Value)> {
        let (file, schema) = self.resolve(file, schema);
        let mut all = HashMap::new();
        for part in schema["allOf"].as_array().into_iter().flatten() {
            all.extend(self.properties(&file, part));
        }
        for (name, value) in schema["properties"].as_object().into_iter().flatten() {
            all.insert(name.clone(), (file.clone(), value.clone()));
        }
        all
    }

    fn check_schema(&self, file: &Path, schema: &Value, value: &Value, place: &str) {
        let (inner_file, inner) = self.resolve(file, schema);
        match value {
            Value::Array(items) => {
                assert_eq!(inner["type"], "array", "{place}");
                for item in items {
                    self.check_schema(&inner_file, &inner["items"], item, place);
                }
            }
            Value::Object(fields) => {
                if inner.get("additionalProperties").is_some() {
                    return;
                }
                let declared = self.properties(file, schema);
                for name in inner["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                    assert!(fields.contains_key(name), "{place} wants {name}");
                }
                for (name, value) in fields {
                    let place = format!("{place}.{name}");
                    // What a partner's profile says is given back as it came.
                    let kept = place.contains("indirectRelationshipInfo.");
                    let Some((file, schema)) = declared.get(name) else {
                        assert!(kept, "{place} is not declared");
                        continue;
                    };
                    let (_, target) = self.resolve(file, schema);
                    let read_only = schema["readOnly"] == true || target["readOnly"] == true;
                    assert!(!read_only, "{place} is read-only");
                    self.check_schema(file, schema, value, &place);
                }
            }
            Value::String(_) => assert_eq!(inner["type"], "string", "{place}"),
            Value::Bool(_) => assert_eq!(inner["type"], "boolean", "{place}"),
            Value::Number(_) => assert!(inner["type"] == "number" || inner["type"] == "integer", "{place}"),
            Value::Null => panic!("{place} is null"),
        }
    }
}

/// Whether a path has the shape of a template; `{scope}` stands for many segments.
fn fits(template: &str, path: &str) -> bool {
    if let Some(rest) = template.strip_prefix("/{scope}/") {
        let is_scope = path.starts_with("/providers/Microsoft.Billing/") || path.starts_with("/subscriptions/");
        return path.ends_with(rest) && is_scope;
    }
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    let same = |(part, word): (&&str, &&str)| part.starts_with('{') || part.eq_ignore_ascii_case(word);
    template.len() == path.len() && template.iter().zip(path.iter()).all(same)
}
