//! The claims of an access token: who it was given to. They are read to show a name, never trusted: what the person may do
//! is for the API to say.
use crate::arm::{Json, Me};
use crate::billing::{Principal, PrincipalId, PrincipalKind, TenantId};

/// Who an Entra token says it was given to. A token that cannot be read gives a person without name and id.
pub fn token_claims(token: &str) -> Me {
    let payload = token.split('.').nth(1).unwrap_or_default();
    let bytes = base64url(payload).unwrap_or_default();
    let claims = Json::read(&bytes).unwrap_or_default();
    let claim = |name| claims.find(name).and_then(Json::as_text).map(str::to_owned);
    let tenant = claim("tid").map(TenantId::new);
    let is_app = claim("idtyp").as_deref() == Some("app");
    let principal = Principal {
        id: PrincipalId::new(claim("oid").unwrap_or_default()),
        tenant: tenant.clone(),
        display_name: claim("name"),
        email: claim("upn").or_else(|| claim("unique_name")),
        kind: if is_app { PrincipalKind::ServicePrincipal } else { PrincipalKind::User },
    };
    Me { principal, memberships: Vec::new(), home_tenant: tenant, identity: None }
}

/// Reads base64url without padding (RFC 4648 section 5).
fn base64url(text: &str) -> Option<Vec<u8>> {
    let mut bits: u32 = 0;
    let mut count = 0;
    let mut out = Vec::with_capacity(text.len());
    for byte in text.bytes().filter(|byte| *byte != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_tells_who_it_was_given_to() {
        // {"oid":"o-1","tid":"t-1","name":"Sanne de Wit","upn":"sanne@voorbeeld.example"}
        let payload = "eyJvaWQiOiJvLTEiLCJ0aWQiOiJ0LTEiLCJuYW1lIjoiU2FubmUgZGUgV2l0IiwidXBuIjoic2FubmVAdm9vcmJlZWxkLmV4YW1wbGUifQ";
        let me = token_claims(&format!("e30.{payload}.sig"));
        assert_eq!(me.principal.id.as_str(), "o-1");
        assert_eq!(me.principal.label(), "Sanne de Wit");
        assert_eq!(me.home_tenant.map(|tenant| tenant.to_string()), Some("t-1".to_owned()));
    }

    #[test]
    fn what_is_not_a_token_gives_nobody() {
        assert_eq!(token_claims("sandbox.1234").principal.id.as_str(), "");
        assert_eq!(token_claims("a.!!!.b").principal.id.as_str(), "");
    }
}
