//! `config.json`: which origins the site may talk to. `scripts/build` writes the same list into the content security policy.
use crate::arm::{DecodeError, Json};

/// An origin that speaks the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What people call it.
    pub name: String,
    /// Scheme, host and port; nothing after.
    pub url: String,
    /// Whether it is a sandbox of ours, which also answers the private extension (people, view as, reset).
    pub sandbox: bool,
}

/// The site's configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// `sandbox`, or the address of one of the origins: where a person starts who has chosen nothing.
    pub default: String,
    /// Origins on offer beside the embedded sandbox.
    pub origins: Vec<Origin>,
}

/// What is wrong with `config.json`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It is not JSON of this shape.
    #[error("config.json: {0}")]
    Syntax(String),
    /// An origin is not an address of scheme, host and port.
    #[error("config.json: \"{0}\" is not an origin such as https://management.azure.com")]
    NotAnOrigin(String),
    /// The default is neither `sandbox` nor on the list.
    #[error("config.json: the default \"{0}\" is neither \"sandbox\" nor one of the origins")]
    UnknownDefault(String),
}

impl Config {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// [`ConfigError`] names what is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Config, ConfigError> {
        let config = Config::read(bytes).map_err(|error| ConfigError::Syntax(error.to_string()))?;
        for origin in &config.origins {
            if !is_origin(&origin.url) {
                return Err(ConfigError::NotAnOrigin(origin.url.clone()));
            }
        }
        if config.default != "sandbox" && !config.origins.iter().any(|origin| origin.url == config.default) {
            return Err(ConfigError::UnknownDefault(config.default));
        }
        Ok(config)
    }

    fn read(bytes: &[u8]) -> Result<Config, DecodeError> {
        let file = Json::read(bytes)?;
        let origin = |it: &Json<'_>| {
            let sandbox = it.flag("sandbox")?.unwrap_or_default();
            Ok(Origin { name: it.required("name")?, url: it.required("url")?, sandbox })
        };
        Ok(Config { default: file.required("default")?, origins: file.each("origins", &origin)? })
    }
}

/// `https://host[:port]`, or plain http on this machine alone.
fn is_origin(url: &str) -> bool {
    let (secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return false,
    };
    let (host, port) = rest.split_once(':').unwrap_or((rest, "443"));
    let host_ok = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    let port_ok = !port.is_empty() && port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
    host_ok && port_ok && (secure || host == "127.0.0.1" || host == "localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_https_or_this_machine_and_nothing_more() {
        for good in ["https://management.azure.com", "http://127.0.0.1:8081", "http://localhost:9000"] {
            assert!(is_origin(good), "{good}");
        }
        for bad in
            ["http://example.com", "https://a.example/x", "https://", "https://user@a.example", "ftp://a", "https://a:"]
        {
            assert!(!is_origin(bad), "{bad}");
        }
    }

    #[test]
    fn a_default_that_is_not_on_offer_is_named() {
        let text = br#"{"default":"https://b.example","origins":[{"name":"A","url":"https://a.example"}]}"#;
        assert_eq!(Config::parse(text), Err(ConfigError::UnknownDefault("https://b.example".into())));
    }
}
