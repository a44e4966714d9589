//! The envelope of lists (contract §1, "Paging"), without what is in it.
use super::{Fault, Reader};

/// What an answer says around its elements.
#[derive(Debug, Default)]
pub(crate) struct Envelope {
    /// Whether it has a `value` that is not `null`.
    pub has_value: bool,
    /// The link to the next page; none when it is missing or blank.
    pub next_link: Option<String>,
}

/// Looks through a whole answer, which need not be a list.
pub(crate) fn envelope(bytes: &[u8]) -> Result<Envelope, Fault> {
    let mut reader = Reader::new(bytes)?;
    let mut envelope = Envelope::default();
    if reader.peek() == Some(b'{') {
        reader.object(&mut |inner, name| {
            let is_null = inner.peek() == Some(b'n');
            match &*name {
                "nextLink" if !is_null => {
                    let link = inner.string()?.trim().to_owned();
                    envelope.next_link = (!link.is_empty()).then_some(link);
                }
                "value" => {
                    envelope.has_value = !is_null;
                    inner.skip()?;
                }
                _ => drop(inner.skip()?),
            }
            Ok(())
        })?;
    } else {
        reader.skip()?;
    }
    reader.end()?;
    Ok(envelope)
}
