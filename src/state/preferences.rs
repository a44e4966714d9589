//! What a person chose about the look: language, regional format, theme, density, shortcuts. Kept in this browser.
use crate::browser::page;
use crate::browser::storage::{self, Area};
use crate::text::{Language, Region};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const KEY: &str = "factuur.preferences";

/// Light, dark, or as the machine says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
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

/// As stored: every part may be missing or wrong, and then the default holds.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Stored {
    language: Option<String>,
    region: Option<String>,
    theme: Option<String>,
    compact: Option<bool>,
    shortcuts: Option<bool>,
    welcomed: Option<bool>,
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
        let stored = storage::read(Area::Local, KEY);
        let stored: Stored = stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let tags = page::languages();
        let first = tags.first().map(String::as_str).unwrap_or("en");
        let language = stored.language.as_deref().and_then(Language::from_tag);
        let language = language.or_else(|| tags.iter().find_map(|tag| Language::from_tag(tag))).unwrap_or(Language::En);
        let region = stored.region.as_deref().and_then(Region::from_tag);
        let region = region.or_else(|| Region::from_tag(first)).unwrap_or_else(|| Region::of(language));
        let theme = stored.theme.as_deref().map(Theme::from_text).unwrap_or_default();
        let preferences = Preferences {
            language: RwSignal::new(language),
            region: RwSignal::new(region),
            theme: RwSignal::new(theme),
            compact: RwSignal::new(stored.compact.unwrap_or(false)),
            shortcuts: RwSignal::new(stored.shortcuts.unwrap_or(true)),
            welcomed: RwSignal::new(stored.welcomed.unwrap_or(false)),
        };
        preferences.keep();
        preferences
    }

    fn keep(self) {
        Effect::new(move |_| {
            page::set_root_attribute("lang", self.language.get().tag());
            page::set_root_attribute("data-theme", self.theme.get().as_str());
            page::set_root_attribute("data-density", if self.compact.get() { "compact" } else { "comfortable" });
            let stored = Stored {
                language: Some(self.language.get().tag().to_owned()),
                region: Some(self.region.get().tag().to_owned()),
                theme: Some(self.theme.get().as_str().to_owned()),
                compact: Some(self.compact.get()),
                shortcuts: Some(self.shortcuts.get()),
                welcomed: Some(self.welcomed.get()),
            };
            if let Ok(text) = serde_json::to_string(&stored) {
                storage::write(Area::Local, KEY, &text);
            }
        });
    }
}

/// The preferences of this page.
pub fn use_preferences() -> Preferences {
    // The app provides them before anything is drawn; a component mounted alone (a test) gets its own.
    use_context().unwrap_or_else(Preferences::load)
}
