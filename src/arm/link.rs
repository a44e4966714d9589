//! Addresses: made from names, and taken from answers. A link in an answer is data: only its path and query are ever used,
//! always behind the configured origin, and only when they stay under what was asked.
use super::ArmError;
use super::error::LONGEST_MESSAGE;
use crate::billing::{Scope, SubscriptionId};

/// `scheme://host[:port]`, lower case, default port left out.
pub(crate) fn origin(text: &str) -> Result<String, ArmError> {
    let fail = || ArmError::BadOrigin(text.to_owned());
    let text = text.strip_suffix('/').unwrap_or(text);
    let (scheme, rest) = text.split_once("://").ok_or_else(fail)?;
    let scheme = scheme.to_ascii_lowercase();
    let port = match scheme.as_str() {
        "https" => ":443",
        "http" => ":80",
        _ => return Err(fail()),
    };
    let host = rest.to_ascii_lowercase();
    let host = host.strip_suffix(port).unwrap_or(&host);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
    if host.is_empty() || host.starts_with(':') || !host.bytes().all(plain) {
        return Err(fail());
    }
    Ok(format!("{scheme}://{host}"))
}

/// Percent-encodes everything but RFC 3986's unreserved characters (contract §1: `:` in a path is `%3A`).
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            escape(&mut out, byte);
        }
    }
    out
}

fn escape(out: &mut String, byte: u8) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    out.push('%');
    out.extend(HEX.get(usize::from(byte >> 4)));
    out.extend(HEX.get(usize::from(byte & 15)));
}

/// A path segment. A browser takes `.` and `..` away even when they are encoded, so they cannot be names.
pub(crate) fn segment(name: &str) -> Result<String, ArmError> {
    match name {
        "" | "." | ".." => Err(ArmError::BadName(name.to_owned())),
        name => Ok(encode(name)),
    }
}

/// The path of a scope, encoded.
pub(crate) fn scope(scope: &Scope) -> Result<String, ArmError> {
    let mut path = format!("/providers/Microsoft.Billing/billingAccounts/{}", segment(scope.account().as_str())?);
    if let Some(profile) = scope.profile() {
        path = format!("{path}/billingProfiles/{}", segment(profile.as_str())?);
    }
    match scope {
        Scope::Section(_, _, name) => path = format!("{path}/invoiceSections/{}", segment(name.as_str())?),
        Scope::Customer(_, _, name) => path = format!("{path}/customers/{}", segment(name.as_str())?),
        Scope::Account(_) | Scope::Profile(..) => {}
    }
    Ok(path)
}

/// The path of a subscription, encoded.
pub(crate) fn subscription(id: &SubscriptionId) -> Result<String, ArmError> {
    Ok(format!("/subscriptions/{}", segment(id.as_str())?))
}

/// A path with its query.
pub(crate) fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let mut out = path.to_owned();
    for (at, (key, value)) in query.iter().enumerate() {
        out.push(if at == 0 { '?' } else { '&' });
        out.push_str(key);
        out.push('=');
        out.push_str(&encode(value));
    }
    out
}

/// Path and query of a link that came in an answer, ready to be sent to `origin`.
///
/// # Errors
/// [`ArmError::ForeignLink`] unless it leads to `origin` and to `under` or below it.
pub(crate) fn follow(origin: &str, under: &str, link: &str) -> Result<String, ArmError> {
    let foreign = || ArmError::ForeignLink { link: link.chars().take(LONGEST_MESSAGE).collect() };
    let text = link.trim();
    if text.chars().any(|c| c.is_control() || c == '\\') || text.starts_with("//") {
        return Err(foreign());
    }
    let local = match text.split_once("://").filter(|(scheme, _)| is_scheme(scheme)) {
        Some((scheme, rest)) => {
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (host, local) = rest.split_at(end);
            let theirs = self::origin(&format!("{scheme}://{host}")).map_err(|_| foreign())?;
            if host.is_empty() || theirs != origin {
                return Err(foreign());
            }
            local
        }
        None => text,
    };
    let local = local.split_once('#').map_or(local, |(before, _)| before);
    let (path, query) = local.split_once('?').map_or((local, None), |(path, query)| (path, Some(query)));
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    let plain = normal(&path).ok_or_else(foreign)?;
    let under = normal(under).ok_or_else(foreign)?;
    let below = plain.strip_prefix(&under).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if !below {
        return Err(foreign());
    }
    let mut out = tidy(&path);
    if let Some(query) = query {
        out.push('?');
        out.push_str(&tidy(query));
    }
    Ok(out)
}

fn is_scheme(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// A path for comparing: decoded, lower case, without a slash at the end. None when it is not what it seems: dot segments,
/// empty segments, encoded slashes, broken escapes.
fn normal(path: &str) -> Option<String> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let mut out = String::with_capacity(path.len());
    for piece in path.strip_prefix('/')?.split('/') {
        let piece = decode(piece)?;
        let hidden = piece.chars().any(|c| c.is_control() || matches!(c, '/' | '\\'));
        if hidden || matches!(piece.as_str(), "" | "." | "..") {
            return None;
        }
        out.push('/');
        out.push_str(&piece.to_ascii_lowercase());
    }
    Some(out)
}

/// Percent-decodes. None for a broken escape or for bytes that are not UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let high = char::from(bytes.next()?).to_digit(16)?;
        let low = char::from(bytes.next()?).to_digit(16)?;
        out.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(out).ok()
}

/// Escapes what may not stand in an address (contract §1: links come with spaces) and leaves escapes as they are.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}') {
            out.push(char::from(byte));
        } else {
            escape(&mut out, byte);
        }
    }
    out
}

/// The last segment of an id, or the text itself when it is a plain name.
pub(crate) fn last_segment(id: &str) -> &str {
    id.trim_end_matches('/').rsplit('/').next().unwrap_or(id)
}
