//! How an entry came to be what it is: each version with what it changed.

use std::collections::HashMap;

use maud::{Markup, html};
use serde_json::Value;
use yakusho_compliance::asset::{AssetKind, AssetState};
use yakusho_compliance::inventory::{PersonalKind, SystemClass};
use yakusho_kernel::{Subject, UnitId, Version, versions};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Column, Table, moment, section};
use yakusho_webkit::{Answer, Lang, Visit};

use super::texts::{self, Text};

/// The most versions that a page shows.
const MOST: u64 = 50;

/// The section of a page with the versions of an entry, the last first.
pub(crate) async fn kept(visit: &Visit, subject: &(impl Subject + Sync)) -> Answer<Markup> {
    let lang = visit.lang;
    let kept = versions(&visit.cx.reader(), subject, MOST).await?;
    let names = super::people(visit, kept.iter().filter_map(|one| one.by)).await?;
    let sections = kept.iter().filter_map(|one| unit(&one.content["section"]));
    let sections = super::units(visit, sections).await?;
    let columns = [Text::At, Text::By, Text::What].map(|text| Column::new(text.to(lang)));
    let rows = kept.iter().enumerate().map(|(place, one)| {
        let by = one.by.and_then(|by| names.get(&by).cloned());
        let by = by.unwrap_or_else(|| Text::BySystem.to(lang).into_owned());
        [
            moment(lang, one.at.local()).into(),
            by.into(),
            changes(lang, kept.get(place + 1), one, &sections).into(),
        ]
    });
    let table = Table::new(Text::History.to(lang), columns).rows(rows);
    Ok(section(Text::History.to(lang), table))
}

fn unit(value: &Value) -> Option<UnitId> {
    value.as_str()?.parse().ok()
}

/// What a version changed of the one before it.
fn changes(
    lang: Lang,
    before: Option<&Version>,
    one: &Version,
    sections: &HashMap<UnitId, String>,
) -> Markup {
    let Some(before) = before else {
        return html! { (Text::FirstEntry.to(lang)) };
    };
    let Some(now) = one.content.as_object() else {
        return html! {};
    };
    let changed = now.iter().filter_map(|(key, value)| {
        let was = &before.content[key.as_str()];
        let label = label(key)?;
        (was != value).then(|| {
            (
                label,
                said(lang, key, was, sections),
                said(lang, key, value, sections),
            )
        })
    });
    html! {
        @for (label, was, now) in changed {
            p { (label.to(lang)) ": " del { (was) } " → " ins { (now) } }
        }
    }
}

/// What a part of an entry is called; parts that mean nothing to people have no name.
fn label(key: &str) -> Option<Text> {
    Some(match key {
        "name" => Text::Name,
        "number" => Text::Number,
        "kind" => Text::Kind,
        "class" => Text::Class,
        "section" => Text::Section,
        "place" => Text::Place,
        "state" => Text::State,
        "about" => Text::About,
        "kinds" => Text::Kinds,
        "research" => Text::Research,
        _ => return None,
    })
}

/// A part of an entry in words.
fn said(lang: Lang, key: &str, value: &Value, sections: &HashMap<UnitId, String>) -> String {
    let none = || Common::None.to(lang).into_owned();
    if let Value::Array(values) = value {
        let each: Vec<String> = values
            .iter()
            .map(|one| said(lang, key, one, sections))
            .collect();
        return if each.is_empty() {
            none()
        } else {
            each.join("、")
        };
    }
    let code = match value {
        Value::String(text) if !text.is_empty() => text.as_str(),
        Value::Bool(true) => return "✓".to_owned(),
        _ => return none(),
    };
    let known = match key {
        "kind" => AssetKind::from_code(code).map(texts::kind),
        "kinds" => PersonalKind::from_code(code).map(texts::personal),
        "class" => SystemClass::from_code(code).map(texts::class),
        "state" => AssetState::from_code(code).map(texts::state),
        _ => None,
    };
    match (known, key) {
        (Some(text), _) => text.to(lang).into_owned(),
        (None, "section") => unit(value)
            .and_then(|unit| sections.get(&unit).cloned())
            .unwrap_or_else(none),
        (None, _) => code.to_owned(),
    }
}
