//! The app: what is read before anything can be shown, then the frame.
use crate::state::{
    Address, Boot, Config, Estate, Notifications, Preferences, Session, page, t, use_address, use_fetch,
    use_preferences, use_session, who_am_i,
};
use crate::text::words::{common, errors, shell};
use crate::ui::blades::Page;
use crate::ui::dom::IntoNode;
use crate::ui::kit::{ErrorPanel, Skeleton};
use crate::ui::routes::Place;
use crate::ui::shell::{AccountPane, Bars, Drawer, LeftMenu, NoticesPane, SettingsPane, ToastHost, TokenGate, TopBar};
use crate::ui::view;
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    provide_context(Preferences::load());
    provide_context(Notifications::default());
    page::remove("boot");
    let boot = RwSignal::new_local(Boot::Reading);
    let start = move || {
        boot.set(Boot::Reading);
        leptos::task::spawn_local(async move {
            boot.set(Boot::read().await);
        });
    };
    start();
    (move || match boot.get() {
        Boot::Reading => {
            view! { <main class="shell-main"><Skeleton label=t(common::LOADING) lines=6 /></main> }
        }
        Boot::Failed(text) => view! {
            <main class="shell-main">
                <h1>"Factuur"</h1>
                <ErrorPanel
                    text=t(errors::SITE_BROKEN)
                    details=vec![(t(common::DETAILS), text)]
                    retry_label=t(common::RETRY)
                    on_retry=Callback::new(move |()| start())
                />
            </main>
        },
        Boot::Ready(config) => view! { <Site config /> },
    })
    .into_node()
}

/// The site, once its files are there.
#[component]
fn Site(config: Config) -> impl IntoView {
    provide_context(Session::start(config));
    provide_context(Address::follow());
    view! { <Frame /> }
}

/// The page's place.
fn use_place() -> Memo<Place> {
    let path = use_address().path;
    Memo::new(move |_| path.with(|path| Place::parse(path)))
}

/// Everything around the page. Drawn anew when the language or the regional format changes, so that words are plain text.
#[component]
fn Frame() -> impl IntoView {
    let place = use_place();
    let session = use_session();
    let preferences = use_preferences();
    provide_context(place);
    provide_context(Drawer(RwSignal::new(false)));
    provide_context(use_fetch(|| Some(()), move |client, ()| who_am_i(client, session)));
    provide_context(Estate::new(Signal::derive(move || place.with(|place| place.account().cloned()))));
    (move || {
        preferences.language.track();
        preferences.region.track();
        view! {
            <a class="skip-link" href="#content">{t(shell::SKIP_TO_CONTENT)}</a>
            <div class="shell">
                <TopBar />
                <LeftMenu />
                <main class="shell-main" id="content" tabindex="-1">
                    <Bars />
                    // Every address is the page's; which one it is, the page reads itself.
                    <TokenGate>
                        <Page />
                    </TokenGate>
                </main>
            </div>
            <SettingsPane />
            <NoticesPane />
            <AccountPane />
            <ToastHost />
        }
    })
    .into_node()
}
