//! Enumerations of the wire are open (contract §1): a word that is not known is kept, never an error.

/// Declares an enum of known words plus `Other(String)`, with `from_wire` and `as_wire`.
macro_rules! open_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal $(| $also:literal)*),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
            /// A word that is not known here, kept as it came.
            Other(String),
        }

        impl $name {
            /// Reads the wire's word, in any case.
            pub fn from_wire(word: &str) -> Self {
                $(if word.eq_ignore_ascii_case($word) $(|| word.eq_ignore_ascii_case($also))* { return Self::$variant; })+
                Self::Other(word.to_owned())
            }

            /// The wire's word.
            pub fn as_wire(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }
    };
}
pub(crate) use open_enum;
