//! What is read before anything can be shown: the configuration and the sandbox's tenant.
use super::Config;
use crate::arm::TransportError;
use crate::browser::http;
use crate::browser::sandbox::{BrowserClock, STORE_KEY};
use crate::browser::storage::LocalStore;
use crate::sandbox::{Sandbox, Seed};
use std::rc::Rc;

/// How far it is.
#[derive(Clone)]
pub enum Boot {
    /// The files are on their way.
    Reading,
    /// A file is missing or wrong: which, and what is wrong with it.
    Failed(String),
    /// All is there.
    Ready(Config, Rc<Sandbox>),
}

impl Boot {
    /// Reads the files of the site.
    pub async fn read() -> Boot {
        match files().await {
            Ok((config, sandbox)) => Boot::Ready(config, sandbox),
            Err(text) => Boot::Failed(text),
        }
    }
}

async fn files() -> Result<(Config, Rc<Sandbox>), String> {
    let text = |error: TransportError| error.to_string();
    let config = Config::parse(&http::site_file("config.json").await.map_err(text)?).map_err(|e| e.to_string())?;
    let mut files = Vec::new();
    for name in Seed::FILES {
        files.push((name, http::site_file(&format!("sandbox/{name}")).await.map_err(text)?));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let seed = Seed::parse(&files).map_err(|error| error.to_string())?;
    let store = Box::new(LocalStore { key: STORE_KEY });
    Ok((config, Rc::new(Sandbox::new(seed, store, Rc::new(BrowserClock)))))
}
