//! From what was typed to what is kept: pure, field by field.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use serde_json::{Map, Value};
use time::Date;
use yakusho_kernel::{Invalid, Reason, narrow};
use yakusho_koyomi::parse_date;
use yakusho_regulation::Procedure;
use yakusho_regulation::procedure::{Choice, Field, FieldKind};

use super::{Answer, Answers};
use crate::text::{line, paragraphs};

/// What comes before the key of a field where its faults are told, and where forms and the API know it.
const PREFIX: &str = "answers.";

/// The most sections that are named at once.
const SECTIONS: usize = 100;

/// The most characters of what is said of one condition.
const CONDITION: usize = 1_000;

/// Takes what was filled in to these fields; those that it lacks are left out.
pub(super) fn parse(fields: &[Field], entered: &Map<String, Value>) -> Result<Answers, Invalid> {
    let (mut answers, mut invalid) = (Answers::new(), Invalid::default());
    for field in fields {
        let value = entered.get(&field.key).unwrap_or(&Value::Null);
        match answer(&field.kind, value) {
            Ok(Some(answer)) => {
                answers.insert(field.key.clone(), answer);
            }
            Ok(None) => {}
            Err(Wrong { within, reason }) => {
                let within = within.map(|part| format!(".{part}")).unwrap_or_default();
                invalid.push(format!("{PREFIX}{}{within}", field.key), reason);
            }
        }
    }
    let unknown = |key: &&String| fields.iter().all(|field| field.key != **key);
    for key in entered.keys().filter(unknown) {
        invalid.push(format!("{PREFIX}{key}"), Reason::Unknown);
    }
    invalid.check()?;
    Ok(answers)
}

/// Tells each required field that is left out, and of which nothing was told yet.
pub(super) fn complete(invalid: &mut Invalid, fields: &[Field], answers: &Answers, files: usize) {
    for field in fields.iter().filter(|field| field.required) {
        for name in left_out(field, answers, files) {
            if invalid.errors.iter().all(|told| told.field != name) {
                invalid.push(name, Reason::Required);
            }
        }
    }
}

/// What of a required field is left out: of conditions, each has to be spoken to.
fn left_out(field: &Field, answers: &Answers, files: usize) -> Vec<String> {
    let name = name(field);
    match &field.kind {
        FieldKind::Conditions(choices) => {
            let said = |id: &String| match answers.get(&field.key) {
                Some(Answer::Conditions(said)) => said.contains_key(id),
                _ => false,
            };
            let unsaid = choices.iter().filter(|choice| !said(&choice.id));
            unsaid
                .map(|choice| format!("{name}.{}", choice.id))
                .collect()
        }
        FieldKind::Files if files > 0 => Vec::new(),
        _ if answers.contains_key(&field.key) => Vec::new(),
        _ => vec![name],
    }
}

/// Under what the faults of a field are told.
pub(super) fn name(field: &Field) -> String {
    match field.kind {
        FieldKind::Files => "files".to_owned(),
        _ => format!("{PREFIX}{}", field.key),
    }
}

/// What is wrong, and within which part of the field.
struct Wrong {
    within: Option<String>,
    reason: Reason,
}

impl From<Reason> for Wrong {
    fn from(reason: Reason) -> Self {
        Self {
            within: None,
            reason,
        }
    }
}

fn answer(kind: &FieldKind, value: &Value) -> Result<Option<Answer>, Wrong> {
    Ok(match kind {
        FieldKind::Text(max) => line(text(value)?, size(*max))?.map(Answer::Text),
        FieldKind::LongText(max) => paragraphs(text(value)?, size(*max))?.map(Answer::Text),
        FieldKind::Number(max) => number(value, *max)?.map(Answer::Number),
        FieldKind::Date => day(value)?.map(Answer::Date),
        FieldKind::Period => period(value)?,
        FieldKind::Choice(choices) => {
            let chosen = some(text(value)?);
            chosen
                .map(|id| choice(choices, id))
                .transpose()?
                .map(Answer::Choice)
        }
        FieldKind::Choices(choices) => chosen(choices, value)?,
        FieldKind::Conditions(choices) => conditions(choices, value)?,
        FieldKind::Person => id(value)?.map(Answer::Person),
        FieldKind::Post => id(value)?.map(Answer::Post),
        FieldKind::Section => id(value)?.map(|unit| Answer::Sections(vec![unit])),
        FieldKind::Sections => sections(value)?,
        FieldKind::DataSet => id(value)?.map(Answer::DataSet),
        FieldKind::System => id(value)?.map(Answer::System),
        FieldKind::Connection => id(value)?.map(Answer::Connection),
        FieldKind::Files if value.is_null() => None,
        FieldKind::Files => return Err(Reason::Unknown.into()),
    })
}

fn size(max: u32) -> usize {
    usize::try_from(max).unwrap_or(usize::MAX)
}

/// A text; empty where there is none.
fn text(value: &Value) -> Result<&str, Reason> {
    match value {
        Value::Null => Ok(""),
        Value::String(text) => Ok(text),
        _ => Err(Reason::Malformed),
    }
}

/// What is said, if anything is.
fn some(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn number(value: &Value, max: u32) -> Result<Option<u32>, Reason> {
    let number = match value {
        Value::Number(number) => number.as_i64().ok_or(Reason::Malformed)?,
        other => match some(text(other)?) {
            Some(text) => narrow(text)
                .replace(',', "")
                .parse()
                .map_err(|_| Reason::Malformed)?,
            None => return Ok(None),
        },
    };
    let found = u32::try_from(number).ok().filter(|number| *number <= max);
    let max = i64::from(max);
    found.map(Some).ok_or(Reason::OutOfRange { min: 0, max })
}

fn day(value: &Value) -> Result<Option<Date>, Reason> {
    let day = some(text(value)?).map(parse_date).transpose();
    day.map_err(|_| Reason::Malformed)
}

fn period(value: &Value) -> Result<Option<Answer>, Wrong> {
    let part = |part: &str| {
        let wrong = |reason| Wrong {
            within: Some(part.to_owned()),
            reason,
        };
        day(value.get(part).unwrap_or(&Value::Null)).map_err(wrong)
    };
    if !value.is_null() && !value.is_object() {
        return Err(Reason::Malformed.into());
    }
    let missing = |within: &str| Wrong {
        within: Some(within.to_owned()),
        reason: Reason::Required,
    };
    match (part("first")?, part("last")?) {
        (None, None) => Ok(None),
        (None, Some(_)) => Err(missing("first")),
        (Some(_), None) => Err(missing("last")),
        (Some(first), Some(last)) if last < first => Err(Wrong {
            within: Some("last".to_owned()),
            reason: Reason::EndBeforeStart,
        }),
        (Some(first), Some(last)) => Ok(Some(Answer::Period(first, last))),
    }
}

fn choice(choices: &[Choice], id: &str) -> Result<String, Reason> {
    let found = choices.iter().find(|choice| choice.id == id);
    found.map(|choice| choice.id.clone()).ok_or(Reason::Unknown)
}

/// The texts of a list, or the one text that stands for a list of one.
fn list(value: &Value) -> Result<Vec<&str>, Reason> {
    match value {
        Value::Array(values) => values.iter().map(text).collect(),
        other => Ok(some(text(other)?).into_iter().collect()),
    }
}

fn chosen(choices: &[Choice], value: &Value) -> Result<Option<Answer>, Reason> {
    let ids = list(value)?;
    let ids: BTreeSet<String> = ids
        .into_iter()
        .map(|id| choice(choices, id))
        .collect::<Result<_, _>>()?;
    let in_order = choices.iter().map(|choice| &choice.id);
    let chosen: Vec<String> = in_order.filter(|id| ids.contains(*id)).cloned().collect();
    Ok(Some(chosen)
        .filter(|chosen| !chosen.is_empty())
        .map(Answer::Choices))
}

fn conditions(choices: &[Choice], value: &Value) -> Result<Option<Answer>, Wrong> {
    let none = Map::new();
    let entered = match value {
        Value::Null => &none,
        Value::Object(entered) => entered,
        _ => return Err(Reason::Malformed.into()),
    };
    let mut conditions = BTreeMap::new();
    for (id, value) in entered {
        let wrong = |reason| Wrong {
            within: Some(id.clone()),
            reason,
        };
        let id = choice(choices, id).map_err(wrong)?;
        let said = text(value)
            .and_then(|said| paragraphs(said, CONDITION))
            .map_err(wrong)?;
        if let Some(said) = said {
            conditions.insert(id, said);
        }
    }
    Ok(Some(conditions)
        .filter(|said| !said.is_empty())
        .map(Answer::Conditions))
}

fn id<T: FromStr>(value: &Value) -> Result<Option<T>, Reason> {
    let id = some(text(value)?).map(str::parse).transpose();
    id.map_err(|_| Reason::Unknown)
}

fn sections(value: &Value) -> Result<Option<Answer>, Reason> {
    let ids = list(value)?;
    if ids.len() > SECTIONS {
        return Err(Reason::TooMany { max: SECTIONS });
    }
    let parse = |id: &str| id.parse().map_err(|_| Reason::Unknown);
    let mut units = Vec::new();
    for id in ids {
        let unit = parse(id)?;
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    Ok(Some(units)
        .filter(|units| !units.is_empty())
        .map(Answer::Sections))
}

/// What was filled in as it would be entered again: for another form like it.
pub(super) fn entered(procedure: &Procedure, answers: &Answers) -> Map<String, Value> {
    let kept = procedure.fields.iter().filter_map(|field| {
        let value = answers.get(&field.key)?.entered();
        let fits = answer(&field.kind, &value).is_ok();
        fits.then(|| (field.key.clone(), value))
    });
    kept.collect()
}

impl Answer {
    /// As it would be entered: what forms and the API show of it.
    pub fn entered(&self) -> Value {
        match self {
            Self::Text(text) | Self::Choice(text) => text.as_str().into(),
            Self::Number(number) => (*number).into(),
            Self::Date(day) => day.to_string().into(),
            Self::Period(first, last) => {
                serde_json::json!({ "first": first.to_string(), "last": last.to_string() })
            }
            Self::Choices(ids) => ids.clone().into(),
            Self::Conditions(said) => {
                let said = said
                    .iter()
                    .map(|(id, said)| (id.clone(), said.clone().into()));
                Value::Object(said.collect())
            }
            Self::Person(id) => id.to_string().into(),
            Self::Post(id) => id.to_string().into(),
            Self::Sections(units) => {
                let units: Vec<String> = units.iter().map(ToString::to_string).collect();
                units.into()
            }
            Self::DataSet(id) => id.to_string().into(),
            Self::System(id) => id.to_string().into(),
            Self::Connection(id) => id.to_string().into(),
        }
    }
}
