//! An enum of words: its names in documents are its names in the field.

use crate::error::{ErrorKind, Result};
use serde_json::Value;

/// Finds `value` among the words.
pub(crate) fn find(words: &[&'static str], value: &Value) -> Result<usize> {
    value.as_str().and_then(|word| words.iter().position(|known| *known == word)).ok_or_else(|| {
        let reason = format!("expected one of {}", words.join(", "));
        ErrorKind::BadField { reason }.into()
    })
}

macro_rules! words {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $( $(#[$variant_doc:meta])* $variant:ident = $word:literal ),+ $(,)? }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( $(#[$variant_doc])* $variant ),+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word for it.
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word ),+ }
            }
        }

        impl $crate::record::Field for $name {
            fn read(&mut self, value: serde_json::Value) -> $crate::Result<()> {
                let index = $crate::record::find_word(Self::WORDS, &value)?;
                *self = Self::ALL.get(index).copied().unwrap_or_default();
                Ok(())
            }

            fn value(&self) -> Option<serde_json::Value> {
                Some(serde_json::Value::from(self.word()))
            }
        }

        #[cfg(any(test, feature = "schema"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "description": concat!($($doc),*).trim(), "enum": Self::WORDS })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
    };
}
pub(crate) use words;
