//! Who is looking, through which directory, at whose data.
use super::{Config, Origin, OwnDesk};
use crate::arm::{Client, LocalFuture, Request, Response, Transport, TransportError};
use crate::billing::{PrincipalId, TenantId};
use crate::browser::clock::BrowserHost;
use crate::browser::http::FetchTransport;
use crate::browser::own::{self, OwnTransport};
use crate::browser::page;
use crate::browser::sandbox::{SandboxTransport, StorageState};
use crate::browser::storage::{self, Area};
use crate::engine::protocol;
use leptos::prelude::*;
use std::rc::Rc;

const SOURCE_KEY: &str = "factuur.source";
/// What config.json and the browser call the sandbox in the page.
const EMBEDDED: &str = "sandbox";
/// Of this tab: that the person looks at files of their own, which are gone with the page.
const OWN_KEY: &str = "factuur.ownFiles";
const VIEW_AS_KEY: &str = "factuur.viewAs";
const DIRECTORY_KEY: &str = "factuur.directory";
/// Stands for the sandbox's default person in its token.
const DEFAULT_PERSON: &str = "default";

/// Where the data comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataSource {
    /// The sandbox in this page.
    Embedded,
    /// An origin that speaks the contract.
    Remote(Origin),
    /// Files of the person's own, read in this page.
    Own,
}

impl DataSource {
    /// Whether it answers the private extension of our sandbox.
    pub fn has_extension(&self) -> bool {
        match self {
            DataSource::Embedded => true,
            DataSource::Remote(origin) => origin.sandbox,
            DataSource::Own => false,
        }
    }
}

/// Asks whoever in the page it is meant for: the sandbox, or the files of the person.
struct InPage {
    sandbox: SandboxTransport,
    own: OwnTransport,
}

impl Transport for InPage {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        if request.url.strip_prefix(own::ORIGIN).is_some_and(|path| path.starts_with('/')) {
            self.own.send(request)
        } else {
            self.sandbox.send(request)
        }
    }
}

/// The session. Copy: every part is a signal or stored.
#[derive(Clone, Copy)]
pub struct Session {
    config: StoredValue<Config>,
    sandbox: StoredValue<SandboxTransport, LocalStorage>,
    /// Files of the person's own.
    pub own: OwnDesk,
    /// Whether changes in the embedded sandbox last; none until it has been asked something.
    pub storage: RwSignal<Option<StorageState>>,
    /// Where the data comes from.
    pub source: RwSignal<DataSource>,
    /// The person of the sandbox one looks as, when it is not the default one. Of this tab; never in the address.
    pub view_as: RwSignal<Option<PrincipalId>>,
    /// The directory that was switched to, when it is not the home directory. Of this tab.
    pub directory: RwSignal<Option<TenantId>>,
    /// Access token of a remote source: in memory alone, gone with the page.
    token: RwSignal<Option<String>>,
    epoch: RwSignal<u32>,
}

impl Session {
    /// Starts with what this browser remembers, where it is still on offer.
    pub fn start(config: Config) -> Session {
        let is_own = storage::read(Area::Tab, OWN_KEY).is_some();
        let source = if is_own { DataSource::Own } else { remembered(&config) };
        // What this tab remembers of the sandbox means nothing to Azure.
        let of_tab = |key| storage::read(Area::Tab, key).filter(|_| source.has_extension());
        let storage = RwSignal::new(None);
        let sandbox = SandboxTransport::new(move |state| storage.set(Some(state)));
        Session {
            view_as: RwSignal::new(of_tab(VIEW_AS_KEY).filter(|id| is_id(id)).map(PrincipalId::new)),
            directory: RwSignal::new(of_tab(DIRECTORY_KEY).map(TenantId::new)),
            source: RwSignal::new(source),
            token: RwSignal::new(None),
            epoch: RwSignal::new(0),
            config: StoredValue::new(config),
            sandbox: StoredValue::new_local(sandbox),
            own: OwnDesk::default(),
            storage,
        }
    }

    /// Whether the source answers the private extension of our sandbox, as it is now.
    pub fn has_extension(&self) -> bool {
        self.source.with_untracked(DataSource::has_extension)
    }

    /// Origins on offer beside the embedded sandbox.
    pub fn origins(&self) -> Vec<Origin> {
        self.config.with_value(|config| config.origins.clone())
    }

    /// Counts up whenever everything that was fetched may be different: another source, person or directory.
    pub fn epoch(&self) -> u32 {
        self.epoch.get()
    }

    /// Everything is to be fetched anew.
    pub fn renew(&self) {
        self.epoch.update(|epoch| *epoch += 1);
    }

    /// Whether a token has to be asked for before anything can be fetched.
    pub fn needs_token(&self) -> bool {
        matches!(self.source.get(), DataSource::Remote(_)) && self.token.with(Option::is_none)
    }

    /// Whether files of the person's own are the source.
    pub fn is_own(&self) -> bool {
        self.source.with(|source| *source == DataSource::Own)
    }

    /// As [`Session::is_own`], as it is now.
    pub fn is_own_untracked(&self) -> bool {
        self.source.with_untracked(|source| *source == DataSource::Own)
    }

    /// Whether files have to be opened again before anything can be shown: a reload lets go of them.
    pub fn needs_files(&self) -> bool {
        self.is_own() && !self.own.has_files()
    }

    /// Leaves the person's own files for the source before them.
    pub fn leave_files(&self) {
        self.set_source(self.config.with_value(remembered));
    }

    /// The token of a remote source, for its claims.
    pub fn token(&self) -> Option<String> {
        self.token.get()
    }

    /// Uses this token from now on, for the chosen source alone.
    pub fn set_token(&self, token: Option<String>) {
        self.token.set(token);
        self.renew();
    }

    /// Takes data from elsewhere. The token of the old source is forgotten, and so are the person's own files. That one looks
    /// at those is remembered for this tab alone, and not in place of the source before.
    pub fn set_source(&self, source: DataSource) {
        match &source {
            DataSource::Embedded => storage::write(Area::Local, SOURCE_KEY, EMBEDDED),
            DataSource::Remote(origin) => storage::write(Area::Local, SOURCE_KEY, &origin.url),
            DataSource::Own => storage::write(Area::Tab, OWN_KEY, EMBEDDED),
        };
        if source != DataSource::Own {
            storage::remove(Area::Tab, OWN_KEY);
            self.own.forget();
        }
        self.token.set(None);
        self.view_as.set(None);
        self.directory.set(None);
        storage::remove(Area::Tab, VIEW_AS_KEY);
        storage::remove(Area::Tab, DIRECTORY_KEY);
        self.source.set(source);
        self.renew();
    }

    /// Looks as another person of the sandbox, or as the default one again.
    pub fn set_view_as(&self, principal: Option<PrincipalId>) {
        match &principal {
            Some(id) => {
                storage::write(Area::Tab, VIEW_AS_KEY, id.as_str());
            }
            None => storage::remove(Area::Tab, VIEW_AS_KEY),
        }
        // Another person has another home directory.
        self.directory.set(None);
        storage::remove(Area::Tab, DIRECTORY_KEY);
        self.view_as.set(principal);
        self.renew();
    }

    /// Looks through another directory, or through the home directory again.
    pub fn set_directory(&self, tenant: Option<TenantId>) {
        match &tenant {
            Some(id) => {
                storage::write(Area::Tab, DIRECTORY_KEY, id.as_str());
            }
            None => storage::remove(Area::Tab, DIRECTORY_KEY),
        }
        self.directory.set(tenant);
        self.renew();
    }

    /// Where the engine gets its answers from, as it is now; none while a token is missing.
    pub fn engine_source(&self) -> Option<protocol::Source> {
        let in_page = self.source.with_untracked(|source| !matches!(source, DataSource::Remote(_)));
        let origin = origin_of(&self.source.get_untracked());
        let directory = self.directory.get_untracked().map(|id| id.as_str().to_owned());
        Some(protocol::Source { origin, token: Some(self.bearer_untracked()?), directory, in_page })
    }

    /// What answers in the page: the sandbox and the person's own files, each what is asked of its origin.
    pub fn in_page(&self) -> Rc<dyn Transport> {
        Rc::new(InPage { sandbox: self.sandbox.get_value(), own: self.own.transport() })
    }

    /// What is sent as the caller's token; none while it is missing.
    pub fn bearer_untracked(&self) -> Option<String> {
        untrack(|| self.bearer())
    }

    fn bearer(&self) -> Option<String> {
        let principal = self.view_as.get();
        match self.source.get() {
            DataSource::Embedded => {
                let principal = principal.as_ref().map_or(DEFAULT_PERSON, PrincipalId::as_str);
                Some(format!("sandbox.{principal}"))
            }
            // Files ask nobody who is there; there is nobody to ask before they are read.
            DataSource::Own => self.own.has_files().then(String::new),
            DataSource::Remote(origin) => {
                let token = self.token.get()?;
                // A sandbox server lets one look as another person by the token alone.
                Some(match principal {
                    Some(principal) if origin.sandbox => format!("sandbox.{principal}"),
                    _ => token,
                })
            }
        }
    }

    /// A client for the chosen source, for event handlers.
    pub fn client_untracked(&self) -> Option<Client> {
        untrack(|| self.client())
    }

    /// A client for the chosen source; none while a token is missing.
    pub fn client(&self) -> Option<Client> {
        self.epoch.track();
        let host = Rc::new(BrowserHost);
        let directory = self.directory.get();
        let token = self.bearer()?;
        let source = self.source.get();
        let transport: Rc<dyn Transport> = match source {
            DataSource::Remote(_) => Rc::new(FetchTransport),
            DataSource::Embedded | DataSource::Own => self.in_page(),
        };
        Client::new(&origin_of(&source), transport, host, Some(token))
            .ok()
            .map(|client| client.with_directory(directory))
    }
}

/// The source that this browser remembers, where it is still on offer; else the one the site begins with.
fn remembered(config: &Config) -> DataSource {
    let offered = |url: &str| config.origins.iter().find(|origin| origin.url == url).cloned();
    let remembered = storage::read(Area::Local, SOURCE_KEY).filter(|url| url == EMBEDDED || offered(url).is_some());
    offered(remembered.as_ref().unwrap_or(&config.default)).map_or(DataSource::Embedded, DataSource::Remote)
}

/// The origin that a source's addresses begin with.
fn origin_of(source: &DataSource) -> String {
    match source {
        DataSource::Embedded => page::origin(),
        DataSource::Remote(origin) => origin.url.clone(),
        DataSource::Own => own::ORIGIN.to_owned(),
    }
}

/// Letters, digits and hyphens: anything else that a browser remembers is no object id.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The session of this page. `Site` provides it around everything that asks for it.
pub fn use_session() -> Session {
    expect_context()
}
