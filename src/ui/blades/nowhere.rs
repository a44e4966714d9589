//! An address that is no page.
use crate::state::{t, t_with};
use crate::text::words::shell;
use crate::ui::kit::{Appearance, Icon, LinkButton};
use crate::ui::routes::Place;
use crate::ui::shell::Blade;
use crate::ui::view;
use leptos::prelude::*;

/// Says so, and leads home.
#[component]
pub fn Nowhere(path: String) -> impl IntoView {
    let text = t_with(shell::NOWHERE_REASON, &[("path", &path)]);
    view! {
        <Blade place=Place::Nowhere(path) title=t(shell::NOWHERE) icon=Icon::Question>
            <p>{text}</p>
            <LinkButton label=t(shell::GO_HOME) href=Place::Scopes.href() appearance=Appearance::Primary />
        </Blade>
    }
}
