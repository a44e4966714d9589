//! The envelope of lists.
use crate::arm::{DecodeError, Number};
use serde::{Deserialize, Serialize};

/// A page of a list (contract §1, "Paging").
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct List<T> {
    /// The elements.
    pub value: Option<Vec<T>>,
    /// The next page; absent or empty on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_link: Option<String>,
    /// Elements on all pages, where told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<Number>,
}

impl<T> List<T> {
    /// Elements converted one by one, and the link to the next page. A page without `value` is an error, never an empty
    /// list.
    pub fn read<B>(
        self,
        convert: impl Fn(T) -> Result<B, DecodeError>,
    ) -> Result<(Vec<B>, Option<String>), DecodeError> {
        let value = self.value.ok_or_else(|| DecodeError::new("value", "missing"))?;
        let rows = value
            .into_iter()
            .enumerate()
            .map(|(at, element)| convert(element).map_err(|error| error.under(&format!("value[{at}]"))))
            .collect::<Result<Vec<B>, DecodeError>>()?;
        Ok((rows, self.next_link.filter(|link| !link.trim().is_empty())))
    }
}
