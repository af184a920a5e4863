//! The inputs of pictures out of JSON.

use super::{CauseStatus, FishboneCause, FishboneInput, PictureOptions, ReadingDirection, Theme};
use crate::decode::{Fields, choice, date, list, number, text, wrong};
use crate::{Date, Result, json};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const DIRECTIONS: [(&str, ReadingDirection); 2] = [("ltr", ReadingDirection::Ltr), ("rtl", ReadingDirection::Rtl)];
const THEMES: [(&str, Theme); 4] =
    [("light", Theme::Light), ("dark", Theme::Dark), ("contrast", Theme::Contrast), ("print", Theme::Print)];
const STATUSES: [(&str, CauseStatus); 4] = [
    ("suspected", CauseStatus::Suspected),
    ("supported", CauseStatus::Supported),
    ("refuted", CauseStatus::Refuted),
    ("root", CauseStatus::Root),
];

impl PictureOptions {
    /// Reads options from JSON text.
    ///
    /// # Errors
    ///
    /// `json/invalid`, `input/bad-field`, `input/unknown-field`.
    pub fn from_json(text: &str) -> Result<Self> {
        let mut fields = Fields::of(json::parse(text)?)?;
        let options = Self {
            width: fields.given("width", number)?,
            text_size: fields.given("textSize", number)?,
            direction: fields.given("direction", |value| choice(value, &DIRECTIONS))?.unwrap_or_default(),
            theme: fields.given("theme", |value| choice(value, &THEMES))?.unwrap_or_default(),
            id_prefix: fields.given("idPrefix", self::text)?,
            terms: fields.given("terms", |value| list(value, &term))?.unwrap_or_default(),
            words: fields.given("words", words)?.unwrap_or_default(),
        };
        fields.end()?;
        Ok(options)
    }
}

fn term(value: Value) -> Result<(String, Date, Option<Date>)> {
    let mut fields = Fields::of(value)?;
    let term =
        (fields.given("name", text)?.unwrap_or_default(), fields.needed("start", date)?, fields.given("end", date)?);
    fields.end()?;
    Ok(term)
}

fn words(value: Value) -> Result<BTreeMap<String, String>> {
    let Value::Object(words) = value else { return Err(wrong("an object")) };
    words.into_iter().map(|(key, value)| Ok((key, text(value)?))).collect()
}

impl FishboneInput {
    /// Reads a problem with its causes from JSON text.
    ///
    /// # Errors
    ///
    /// `json/invalid`, `input/bad-field`, `input/unknown-field`.
    pub fn from_json(text: &str) -> Result<Self> {
        Self::read(json::parse(text)?)
    }

    pub(super) fn read(value: Value) -> Result<Self> {
        let mut fields = Fields::of(value)?;
        let input = Self {
            problem: fields.needed("problem", self::text)?,
            causes: fields.needed("causes", |value| list(value, &cause))?,
        };
        fields.end()?;
        Ok(input)
    }
}

impl FishboneInput {
    /// As JSON, for [`FishboneInput::from_json`].
    pub fn value(&self) -> Value {
        let causes = self.causes.iter().map(|cause| {
            let status = STATUSES.iter().find(|(_, status)| *status == cause.status).map(|(name, _)| *name);
            json!({ "id": cause.id, "text": cause.text, "parent": cause.parent, "status": status })
        });
        json!({ "problem": self.problem, "causes": causes.collect::<Vec<_>>() })
    }
}

fn cause(value: Value) -> Result<FishboneCause> {
    let mut fields = Fields::of(value)?;
    let cause = FishboneCause {
        id: fields.needed("id", text)?,
        text: fields.needed("text", text)?,
        parent: fields.given("parent", text)?,
        status: fields.given("status", |value| choice(value, &STATUSES))?.unwrap_or_default(),
    };
    fields.end()?;
    Ok(cause)
}
