//! What is kept, as JSON and back. By hand: the code that would be made for it is a twentieth of the sandbox.
use super::read::texts_of;
use super::store::{AddedAssignment, Kept, KeptEmail, KeptSubscription, KeptTerms};
use crate::arm::DecodeError;
use crate::arm::wire::Fields;
use crate::json::write::{Object, array, string};
use crate::json::{Json, Value};
use std::collections::BTreeMap;

type Read<T> = Result<T, DecodeError>;

fn strings(list: &[String]) -> String {
    array(list.iter().map(|text| string(text)))
}

/// The members of an object, under their names as JSON texts.
fn members<'m>(pairs: impl Iterator<Item = (&'m String, String)>) -> String {
    let members: Vec<String> = pairs.map(|(name, json)| format!("{}:{json}", string(name))).collect();
    format!("{{{}}}", members.join(","))
}

fn fields<'j, 'a>(json: &'j Json<'a>) -> &'j [(std::borrow::Cow<'a, str>, Json<'a>)] {
    match &json.value {
        Value::Object(fields) => fields,
        _ => &[],
    }
}

/// A count of up to 64 bits.
fn long(it: &Fields<'_, '_>, name: &str) -> u64 {
    it.field(name).and_then(|json| json.raw.parse().ok()).unwrap_or_default()
}

impl Kept {
    /// The text that is kept.
    pub(super) fn to_json(&self) -> String {
        let added = self.added.iter().map(|it| {
            Object::new()
                .text("scope", &it.scope)
                .text("role", &it.role)
                .text("principalId", &it.principal_id)
                .text("createdBy", &it.created_by)
                .text("createdOn", &it.created_on)
                .end()
        });
        let profile =
            |properties: &BTreeMap<String, String>| members(properties.iter().map(|(name, json)| (name, json.clone())));
        let subscriptions = self.subscriptions.iter().map(|it| {
            let mut object = Object::new().text("id", &it.id);
            if let Some(access) = it.access {
                object = object.flag("access", access);
            }
            match &it.email {
                Some(email) => object.raw("email", &email.to_json()).end(),
                None => object.end(),
            }
        });
        Object::new()
            .raw("version", &self.version.to_string())
            .raw("revision", &self.revision.to_string())
            .raw("added", &array(added))
            .raw("removed", &strings(&self.removed))
            .raw("profiles", &members(self.profiles.iter().map(|(id, properties)| (id, profile(properties)))))
            .raw("loadTestRows", &self.load_test_rows.to_string())
            .raw("subscriptions", &array(subscriptions))
            .text_if("setAside", self.set_aside.as_deref())
            .end()
    }

    /// Reads a kept text.
    pub(super) fn from_json(text: &str) -> Read<Kept> {
        let json = Json::read(text.as_bytes())?;
        let it = Fields::of(&json);
        let version = it.whole("version").unwrap_or_default();
        let mut profiles = BTreeMap::new();
        for (id, json) in it.field("profiles").map(fields).unwrap_or_default() {
            profiles.insert(id.to_string(), texts_of(json));
        }
        it.end(Kept {
            version,
            revision: long(&it, "revision"),
            added: it.each("added", &assignment),
            removed: it.texts("removed"),
            profiles,
            load_test_rows: long(&it, "loadTestRows"),
            subscriptions: it.each("subscriptions", &subscription),
            set_aside: it.text("setAside"),
        })
    }
}

fn assignment(json: &Json<'_>) -> Read<AddedAssignment> {
    let it = Fields::of(json);
    it.end(AddedAssignment {
        scope: it.required("scope"),
        role: it.required("role"),
        principal_id: it.required("principalId"),
        created_by: it.required("createdBy"),
        created_on: it.required("createdOn"),
    })
}

fn subscription(json: &Json<'_>) -> Read<KeptSubscription> {
    let it = Fields::of(json);
    let email = it.field("email").map(KeptEmail::from_json).transpose();
    it.end(KeptSubscription { id: it.required("id"), access: it.flag("access"), email: it.keep(email) })
}

impl KeptEmail {
    /// As it is kept and answered.
    pub(super) fn to_json(&self) -> String {
        let terms = |terms: &KeptTerms| {
            Object::new().text("version", &terms.version).text("acceptedOn", &terms.accepted_on).end()
        };
        let object = match &self.terms {
            Some(it) => Object::new().raw("terms", &terms(it)),
            None => Object::new(),
        };
        object
            .text_if("preferredAddress", self.preferred_address.as_deref())
            .raw("recipients", &strings(&self.recipients))
            .end()
    }

    /// Reads what is kept, or asked for.
    ///
    /// # Errors
    /// [`DecodeError`] names the field.
    pub(super) fn from_json(json: &Json<'_>) -> Read<KeptEmail> {
        let it = Fields::of(json);
        let terms = |json: &Json<'_>| {
            let it = Fields::of(json);
            let version = it.text("version").unwrap_or_default();
            it.end(KeptTerms { version, accepted_on: it.text("acceptedOn").unwrap_or_default() })
        };
        let terms = it.field("terms").map(terms).transpose();
        it.end(KeptEmail {
            terms: it.keep(terms),
            preferred_address: it.text("preferredAddress"),
            recipients: it.texts("recipients"),
        })
    }
}
