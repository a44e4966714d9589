//! A request taken apart: where it goes, what it asks, who asks.
use super::refusal::Refusal;
use crate::arm::DecodeError;
use crate::arm::{Method, Request};
use crate::json::Json;

/// A request to the sandbox.
pub(super) struct Call<'a> {
    pub(super) request: &'a Request,
    /// `https://host:port`, as it was called.
    pub(super) origin: String,
    /// Path segments, decoded, in the case they came in.
    pub(super) segments: Vec<String>,
    /// The same in lower case: ids are compared without case.
    pub(super) lower: Vec<String>,
    query: Vec<(String, String)>,
}

impl Call<'_> {
    pub(super) fn read(request: &Request) -> Call<'_> {
        let url = request.url.as_str();
        let (origin, rest) = match url.find("://") {
            Some(at) => {
                let path = url[at + 3..].find('/').map_or(url.len(), |p| at + 3 + p);
                url.split_at(path)
            }
            None => ("", url),
        };
        let rest = rest.split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let segments: Vec<String> = path.split('/').filter(|segment| !segment.is_empty()).map(decode).collect();
        Call {
            request,
            origin: origin.to_owned(),
            lower: segments.iter().map(|segment| segment.to_lowercase()).collect(),
            segments,
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decode(name), decode(&value.replace('+', " ")))
                })
                .collect(),
        }
    }

    pub(super) fn method(&self) -> Method {
        self.request.method
    }

    /// A query option by its name: in any case, with or without the dollar sign. An empty one is none.
    pub(super) fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key.trim_start_matches('$').eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// All query options but these.
    pub(super) fn query_without(&self, names: &[&str]) -> impl Iterator<Item = &(String, String)> {
        self.query.iter().filter(move |(key, _)| {
            let key = key.trim_start_matches('$');
            !names.iter().any(|name| name.eq_ignore_ascii_case(key))
        })
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.request.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Object id out of `Authorization: Bearer sandbox.<principalId>`.
    pub(super) fn principal(&self) -> Option<&str> {
        let value = self.header("authorization")?.trim();
        let (scheme, token) = value.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return None;
        }
        token.trim().strip_prefix("sandbox.")
    }

    /// The JSON body.
    ///
    /// # Errors
    /// 400 when it is missing or not what is wanted.
    pub(super) fn body<T>(&self, read: &dyn Fn(&Json<'_>) -> Result<T, DecodeError>) -> Result<T, Refusal> {
        let bytes = self.request.body.as_deref().unwrap_or_default();
        Json::read(bytes).and_then(|json| read(&json)).map_err(|error| {
            Refusal::new(400, "InvalidRequestContent", format!("The request content was invalid: {error}"))
        })
    }

    /// The path as it would be written in a link: ids with their `:` as it is.
    pub(super) fn path(&self) -> String {
        format!("/{}", self.segments.join("/"))
    }

    pub(super) fn api_version(&self) -> &str {
        self.query("api-version").unwrap_or("2024-04-01")
    }
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if let (b'%', [high, low, after @ ..]) = (first, tail)
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            bytes.push(high * 16 + low);
            rest = after;
            continue;
        }
        bytes.push(*first);
        rest = tail;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).and_then(|value| value.try_into().ok())
}
