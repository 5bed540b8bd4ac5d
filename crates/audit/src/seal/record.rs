//! An entry as it is sealed.

use serde_json::{Map, Value};

use crate::Entry;

/// What stands in the trail, under its names in the API; what is not there is left out.
///
/// The chain rests on it: a field that is added later must be left out where it says nothing.
pub(super) fn of(entry: &Entry) -> Map<String, Value> {
    let text = |text: &Option<String>| text.clone().map(Value::from);
    let fields = [
        ("id", Some(entry.id.to_string().into())),
        ("at", Some(entry.at.to_string().into())),
        ("person", entry.person.map(|id| id.to_string().into())),
        ("on_behalf", entry.on_behalf.map(|id| id.to_string().into())),
        ("proxy", text(&entry.proxy)),
        ("part", text(&entry.part)),
        ("role", text(&entry.role)),
        ("act", Some(entry.act.clone().into())),
        ("subject_kind", text(&entry.subject_kind)),
        (
            "subject_id",
            entry.subject_id.map(|id| id.to_string().into()),
        ),
        ("rule", text(&entry.rule)),
        ("citation", text(&entry.citation)),
        ("outcome", Some(entry.outcome.clone().into())),
        ("detail", Some(entry.detail.clone())),
        ("request", Some(entry.request.to_string().into())),
    ];
    fields
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name.to_owned(), value)))
        .collect()
}
