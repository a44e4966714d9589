//! What a person chose about the look: language, regional format, theme, density, shortcuts. Kept in this browser.
use crate::arm::{Json, Object};
use crate::browser::page;
use crate::browser::storage::{self, Area};
use crate::text::{Language, Region};
use leptos::prelude::*;

const KEY: &str = "factuur.preferences";

/// Light, dark, or as the machine says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the machine says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme` on `<html>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// Reads what [`Theme::as_str`] wrote.
    pub fn from_text(text: &str) -> Theme {
        match text {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }
}

/// A person's preferences. Copy: every part is a signal.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// Language of the words.
    pub language: RwSignal<Language>,
    /// How numbers, money and dates are written.
    pub region: RwSignal<Region>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Compact rows.
    pub compact: RwSignal<bool>,
    /// Whether single keys such as `/` are shortcuts (WCAG 2.1.4: they can be switched off).
    pub shortcuts: RwSignal<bool>,
    /// Whether the first-visit bar was dismissed.
    pub welcomed: RwSignal<bool>,
}

impl Preferences {
    /// Reads what is stored, fills the rest from the browser's languages, and keeps every later change.
    pub fn load() -> Preferences {
        // Every part may be missing or wrong, and then the default holds.
        let stored = storage::read(Area::Local, KEY).unwrap_or_default();
        let stored = Json::read(stored.as_bytes()).unwrap_or_default();
        let text = |name| stored.find(name).and_then(Json::as_text);
        let flag = |name, otherwise| stored.flag(name).ok().flatten().unwrap_or(otherwise);
        let tags = page::languages();
        let first = tags.first().map(String::as_str).unwrap_or("en");
        let language = text("language").and_then(Language::from_tag);
        let language = language.or_else(|| tags.iter().find_map(|tag| Language::from_tag(tag))).unwrap_or(Language::En);
        let region = text("region").and_then(Region::from_tag);
        let region = region.or_else(|| Region::from_tag(first)).unwrap_or_else(|| Region::of(language));
        let theme = text("theme").map(Theme::from_text).unwrap_or_default();
        let preferences = Preferences {
            language: RwSignal::new(language),
            region: RwSignal::new(region),
            theme: RwSignal::new(theme),
            compact: RwSignal::new(flag("compact", false)),
            shortcuts: RwSignal::new(flag("shortcuts", true)),
            welcomed: RwSignal::new(flag("welcomed", false)),
        };
        preferences.keep();
        preferences
    }

    fn keep(self) {
        Effect::new(move |_| {
            page::set_root_attribute("lang", self.language.get().tag());
            page::set_root_attribute("data-theme", self.theme.get().as_str());
            page::set_root_attribute("data-density", if self.compact.get() { "compact" } else { "comfortable" });
            let stored = Object::new()
                .text("language", self.language.get().tag())
                .text("region", self.region.get().tag())
                .text("theme", self.theme.get().as_str())
                .flag("compact", self.compact.get())
                .flag("shortcuts", self.shortcuts.get())
                .flag("welcomed", self.welcomed.get());
            storage::write(Area::Local, KEY, &stored.end());
        });
    }
}

/// The preferences of this page.
pub fn use_preferences() -> Preferences {
    // The app provides them before anything is drawn; a component mounted alone (a test) gets its own.
    use_context().unwrap_or_else(Preferences::load)
}
