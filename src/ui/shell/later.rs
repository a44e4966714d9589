//! What a part of the app draws, once the part is loaded.
use crate::state::{t, use_query};
use crate::text::words::{common, errors};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{ErrorPanel, Skeleton};
use crate::ui::view;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Work that ends with `T`, or with a part that could not be loaded.
pub type Loading<T, E> = Pin<Box<dyn Future<Output = Result<T, E>>>>;

/// Where a part stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Not asked for yet, but others may have loaded it.
    New,
    Loading,
    Loaded,
    Failed,
}

/// A page that is a part: grey lines until it is loaded; where that fails, a sentence and another try.
pub fn later<E: 'static>(
    load: impl Fn() -> Loading<(), E> + Clone + Send + Sync + 'static,
    draw: impl Fn() -> Loading<Node, E> + 'static,
) -> Node {
    drawn(load, draw, || view! { <Skeleton lines=8 label=t(common::LOADING) /> })
}

/// Panes that are a part: loaded when the address first names one of them (`pane=name`), and nothing until it is.
pub fn pane_later<E: 'static>(
    names: &'static [&'static str],
    load: impl Fn() -> Loading<(), E> + Clone + Send + Sync + 'static,
    draw: impl Fn() -> Loading<Node, E> + Clone + 'static,
) -> Node {
    let query = use_query();
    let wanted = Memo::new(move |was: Option<&bool>| {
        let asked = query.value("pane").is_some_and(|pane| names.contains(&&*pane));
        asked || was.copied().unwrap_or_default()
    });
    (move || wanted.get().then(|| drawn(load.clone(), draw.clone(), Node::nothing))).into_node()
}

fn drawn<E: 'static>(
    load: impl Fn() -> Loading<(), E> + Clone + Send + Sync + 'static,
    draw: impl Fn() -> Loading<Node, E> + 'static,
    waiting: impl Fn() -> Node + 'static,
) -> Node {
    let stage = RwSignal::new(Stage::New);
    let start = move || {
        stage.set(Stage::Loading);
        let loading = load();
        leptos::task::spawn_local(async move {
            let is_loaded = loading.await.is_ok();
            stage.try_set(if is_loaded { Stage::Loaded } else { Stage::Failed });
        });
    };
    (move || match stage.get() {
        // Here, and not when it was loaded: what it draws belongs to this place, and goes with it.
        now @ (Stage::New | Stage::Loaded) => match at_once(draw()) {
            Some(Ok(node)) => node,
            _ if now == Stage::New => {
                start();
                waiting()
            }
            _ => failed(start.clone()),
        },
        Stage::Loading => waiting(),
        Stage::Failed => failed(start.clone()),
    })
    .into_node()
}

fn failed(start: impl Fn() + Send + Sync + 'static) -> Node {
    let on_retry = Callback::new(move |()| start());
    view! { <ErrorPanel text=t(errors::SITE_BROKEN) details=Vec::new() retry_label=t(common::RETRY) on_retry /> }
}

/// What the work has to give without waiting.
fn at_once<T>(mut work: Pin<Box<dyn Future<Output = T>>>) -> Option<T> {
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
