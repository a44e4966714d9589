//! The language of the words, and apart from it the regional format of numbers and dates.

/// A language the words are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
}

impl Language {
    /// All languages, in the order the settings offer them.
    pub const ALL: [Language; 3] = [Language::En, Language::Nl, Language::Sv];

    /// The language of a BCP 47 tag such as `nl-BE`; none when there are no words in it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language of a browser's list that there are words in, else English.
    pub fn best_of<'a>(tags: impl IntoIterator<Item = &'a str>) -> Language {
        tags.into_iter().find_map(Language::from_tag).unwrap_or_default()
    }

    /// The BCP 47 tag, for the page's `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Nl => "nl",
            Language::Sv => "sv",
        }
    }

    /// What the language calls itself: a person who cannot read the page finds it by this.
    pub fn native_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Nl => "Nederlands",
            Language::Sv => "Svenska",
        }
    }
}

/// A regional format: how numbers are grouped and dates are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Region {
    /// `US$1,234.50`, `21 Nov 2026`.
    #[default]
    EnGb,
    /// `$1,234.50`, `Nov 21, 2026`.
    EnUs,
    /// `€ 1.234,50`, `21-11-2026`.
    NlNl,
    /// `1 234,50 kr`, `2026-11-21`.
    SvSe,
    /// `1 234.50 EUR`, `2026-11-21`: the currency by its code, dates as ISO 8601 has them.
    Iso,
}

impl Region {
    /// All regional formats, in the order the settings offer them.
    pub const ALL: [Region; 5] = [Region::EnGb, Region::EnUs, Region::NlNl, Region::SvSe, Region::Iso];

    /// The format a BCP 47 tag asks for. Any Dutch or Swedish tag gets that country's format, `en-US` the
    /// American one, every other English tag the British one; `iso` is the neutral one.
    pub fn from_tag(tag: &str) -> Option<Region> {
        if tag.trim().eq_ignore_ascii_case("iso") {
            return Some(Region::Iso);
        }
        let country = tag.trim().split(['-', '_']).nth(1).unwrap_or_default();
        Some(match Language::from_tag(tag)? {
            Language::En if country.eq_ignore_ascii_case("US") => Region::EnUs,
            language => Region::of(language),
        })
    }

    /// The format that goes with a language until a person chooses another.
    pub fn of(language: Language) -> Region {
        match language {
            Language::En => Region::EnGb,
            Language::Nl => Region::NlNl,
            Language::Sv => Region::SvSe,
        }
    }

    /// The tag [`Region::from_tag`] reads back.
    pub fn tag(self) -> &'static str {
        match self {
            Region::EnGb => "en-GB",
            Region::EnUs => "en-US",
            Region::NlNl => "nl-NL",
            Region::SvSe => "sv-SE",
            Region::Iso => "iso",
        }
    }

    /// What the format is called, in its own language.
    pub fn native_name(self) -> &'static str {
        match self {
            Region::EnGb => "English (United Kingdom)",
            Region::EnUs => "English (United States)",
            Region::NlNl => "Nederlands (Nederland)",
            Region::SvSe => "Svenska (Sverige)",
            Region::Iso => "ISO 8601",
        }
    }
}

/// Language and regional format together: what a person has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Locale {
    /// Of the words.
    pub language: Language,
    /// Of numbers and dates.
    pub region: Region,
}

impl Locale {
    /// A language with the regional format that goes with it.
    pub fn of(language: Language) -> Locale {
        Locale { language, region: Region::of(language) }
    }

    /// What a browser's list of languages asks for; English in the British format when there are no words in any.
    pub fn best_of<'a>(tags: impl IntoIterator<Item = &'a str>) -> Locale {
        let known = |tag| Some(Locale { language: Language::from_tag(tag)?, region: Region::from_tag(tag)? });
        tags.into_iter().find_map(known).unwrap_or_default()
    }
}
