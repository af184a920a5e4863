//! `record!` declares an entity (or a part of one) once; opening, saving, checking, indexing and revising follow.
//!
//! Written out as a macro rather than with serde's derive and `flatten`, which would keep unknown fields only by
//! buffering every value, at a cost in size and time for each entity.

/// Declares a struct whose fields all are [`Field`](crate::plan::Field)s, each with its name in documents.
///
/// Absent fields are not written; `null` is read as absent; unknown fields are kept in `extra` and written last.
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident {
            $( $(#[$field_doc:meta])* $json:literal $field:ident : $type:ty ),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $( $(#[$field_doc])* pub $field: $type, )+
            /// Fields that this version does not know.
            pub extra: $crate::plan::Extra,
        }

        impl $name {
            /// The names of the fields in documents.
            pub const FIELDS: &'static [&'static str] = &[$($json),+];
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                use $crate::plan::Field;
                let mut map = serializer.serialize_map(None)?;
                $( if !self.$field.absent() { map.serialize_entry($json, &self.$field)?; } )+
                for (name, value) in &self.extra {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                struct Reader;
                impl<'de> serde::de::Visitor<'de> for Reader {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> std::result::Result<$name, A::Error> {
                        let mut out = $name::default();
                        while let Some(key) = map.next_key::<String>()? {
                            match key.as_str() {
                                $( $json => {
                                    out.$field = map
                                        .next_value::<Option<$type>>()
                                        .map_err(|error| $crate::json::located($json, error))?
                                        .unwrap_or_default();
                                } )+
                                _ => {
                                    let value = map.next_value().map_err(|error| $crate::json::located(&key, error))?;
                                    out.extra.insert(key, value);
                                }
                            }
                        }
                        Ok(out)
                    }
                }
                deserializer.deserialize_map(Reader)
            }
        }

        impl $crate::plan::Field for $name {
            fn absent(&self) -> bool {
                false
            }

            fn check(&self) -> $crate::Result<()> {
                $( self.$field.check().map_err(|error| error.within($json))?; )+
                self.rules()
            }

            fn references(&self, visit: &mut dyn FnMut($crate::plan::Table, &str, $crate::plan::Hold)) {
                $( self.$field.references(visit); )+
            }

            fn forget(&mut self, table: $crate::plan::Table, id: &str) {
                $( self.$field.forget(table, id); )+
            }
        }
    };
}
pub(crate) use record;
