//! The contract's JSON, one file per area; open to the sandbox, which speaks the same contract.
//! Every field may be missing or `null` and unknown ones are passed over (contract, "How to read it"); a wire type turns
//! into a `billing` type at the door and names the field when it cannot.
mod account;
mod amount;
mod date;
mod error;
mod extension;
mod invoice;
mod list;
mod profile;
mod role;
mod section;
mod text;
mod transaction;
mod usage;

pub(crate) use account::*;
pub(crate) use amount::*;
pub(crate) use date::*;
pub(crate) use error::*;
pub(crate) use extension::*;
pub(crate) use invoice::*;
pub(crate) use list::*;
pub(crate) use profile::*;
pub(crate) use role::*;
pub(crate) use section::*;
pub(crate) use text::*;
pub(crate) use transaction::*;
pub(crate) use usage::*;

use crate::arm::DecodeError;

/// Declares a wire object: every field optional, camelCase, left out when there is none.
macro_rules! wire {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub(crate) struct $name {
            $($(#[$fdoc])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$type>,)*
        }
    };
}
pub(crate) use wire;

/// An ARM resource (contract §1): envelope and properties.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub(crate) struct Resource<P> {
    /// Full id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Last segment of the id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `Microsoft.Billing/…`. Live answers do not keep to it: never decide by it.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Tags of the envelope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Tags>,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<P>,
}

/// Key and value pairs; a `null` value is an empty one.
pub(crate) type Tags = std::collections::BTreeMap<String, Option<String>>;

impl<P: Default> Resource<P> {
    /// The name, from the envelope or from the id's end.
    pub fn require_name(&self) -> Result<String, DecodeError> {
        let named = self.name.as_deref().filter(|name| !name.is_empty());
        named
            .or_else(|| self.id.as_deref().map(crate::arm::link::last_segment))
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .ok_or_else(|| DecodeError::new("name", "missing"))
    }
}

/// What is not empty.
pub(crate) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

/// The open enum's word, `Other` when there is none.
pub(crate) fn word(text: Option<String>) -> String {
    filled(text).unwrap_or_else(|| "Other".to_owned())
}

/// The last segment of an id as a name of type `T`.
pub(crate) fn name_in<T: for<'a> From<&'a str>>(id: Option<&str>) -> Option<T> {
    let name = crate::arm::link::last_segment(id?);
    (!name.is_empty()).then(|| T::from(name))
}

/// Tags as pairs.
pub(crate) fn pairs(tags: Option<Tags>) -> Vec<(String, String)> {
    tags.into_iter().flatten().map(|(key, value)| (key, value.unwrap_or_default())).collect()
}
