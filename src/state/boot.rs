//! What is read before anything can be shown: the configuration.
use super::Config;
use crate::browser::{http, page};

/// How far it is.
#[derive(Clone)]
pub enum Boot {
    /// The file is on its way.
    Reading,
    /// It is missing or wrong: what is wrong with it.
    Failed(String),
    /// All is there.
    Ready(Config),
}

impl Boot {
    /// Reads the site's configuration.
    pub async fn read() -> Boot {
        match http::site_file(&page::base(), "config.json").await {
            Ok(bytes) => Config::parse(&bytes).map_or_else(|error| Boot::Failed(error.to_string()), Boot::Ready),
            Err(error) => Boot::Failed(error.to_string()),
        }
    }
}
