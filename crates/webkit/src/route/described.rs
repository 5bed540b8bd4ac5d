//! What an operation of the API takes, as its description says, and what of a body is otherwise.

use std::sync::Arc;

use serde_json::{Map, Value};
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_kernel::{FieldError, Reason, entered};

/// What names a body as a whole among the fields that are wrong.
const BODY: &str = "body";

/// That an object has no member of that name.
const STRANGE: Reason = Reason::Code("unknown_member");

/// What an operation takes.
#[derive(Debug)]
pub(crate) struct Described {
    /// The names of what its query may hold.
    query: Vec<String>,
    /// Those of them that are days.
    days: Vec<String>,
    /// The schema of its body; null where it takes none.
    body: Value,
    /// The schemas that others refer to, by name.
    schemas: Arc<Map<String, Value>>,
}

impl Described {
    pub(super) fn of(operation: &Value, schemas: &Arc<Map<String, Value>>) -> Self {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let query = parameters.filter(|parameter| parameter["in"] == "query");
        let name = |parameter: &Value| parameter["name"].as_str().map(str::to_owned);
        let days = query.clone().filter(|one| is_day(&one["schema"]));
        let bodies = operation["requestBody"]["content"].as_object();
        let body = bodies.and_then(|bodies| bodies.values().next());
        Self {
            days: days.filter_map(name).collect(),
            query: query.filter_map(name).collect(),
            body: body.map_or(Value::Null, |body| body["schema"].clone()),
            schemas: Arc::clone(schemas),
        }
    }

    /// Whether its query may hold a parameter of that name.
    pub(crate) fn takes(&self, name: &str) -> bool {
        self.query.iter().any(|known| known == name)
    }

    /// The names of those days in its query that lie beyond the years of which a town hall writes.
    pub(crate) fn far_days<'q>(
        &self,
        asked: impl Fn(&str) -> Option<&'q str>,
    ) -> impl Iterator<Item = &str> {
        let days = self.days.iter().map(String::as_str);
        days.filter(move |name| {
            let day = asked(name).and_then(|text| Date::parse(text, &Iso8601::DATE).ok());
            day.is_some_and(|day| !entered::YEARS.contains(&day.year()))
        })
    }

    /// What is wrong with a body that has members which are not described; nothing where it has none, whatever else it is.
    pub(crate) fn strange_members(&self, body: &[u8]) -> Option<Vec<FieldError>> {
        let value = serde_json::from_slice(body).ok()?;
        let mut faults = Faults(Vec::new());
        self.compare(&self.body, &value, "", &mut faults);
        let is_strange = faults.0.iter().any(|fault| fault.reason == STRANGE);
        is_strange.then_some(faults.0)
    }

    /// What of a body is not as described; the body as a whole where no field of it is to blame.
    pub(crate) fn faults_of(&self, body: &[u8]) -> Vec<FieldError> {
        let mut faults = Faults(Vec::new());
        if body.is_empty() {
            faults.push(BODY, Reason::Required);
        } else if let Ok(value) = serde_json::from_slice(body) {
            self.compare(&self.body, &value, "", &mut faults);
        } else {
            faults.push(BODY, Reason::Code("not_json"));
        }
        if faults.0.is_empty() {
            faults.push(BODY, Reason::Malformed);
        }
        faults.0
    }

    /// Holds the value at that place against its schema.
    fn compare(&self, schema: &Value, value: &Value, place: &str, faults: &mut Faults) {
        if let Some(name) = schema["$ref"]
            .as_str()
            .and_then(|path| path.rsplit('/').next())
            && let Some(schema) = self.schemas.get(name)
        {
            return self.compare(schema, value, place, faults);
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.compare(part, value, place, faults);
        }
        if let Some(choices) = schema["enum"].as_array()
            && !choices.contains(value)
        {
            return faults.push(place, Reason::Unknown);
        }
        match (schema["type"].as_str(), value) {
            (Some("object"), Value::Object(members)) => {
                self.compare_members(schema, members, place, faults);
            }
            (Some("array"), Value::Array(items)) => {
                if let Some(max) = size(&schema["maxItems"]).filter(|max| items.len() > *max) {
                    faults.push(place, Reason::TooMany { max });
                }
                for (at, item) in items.iter().enumerate() {
                    let place = within(place, &at.to_string());
                    self.compare(&schema["items"], item, &place, faults);
                }
            }
            (Some("string"), Value::String(text)) => faults.extend(place, wrong_text(schema, text)),
            (Some("integer"), Value::Number(number)) if !number.is_f64() => {
                faults.extend(place, out_of_range(schema, number.as_i64()));
            }
            (Some("number"), Value::Number(_)) | (Some("boolean"), Value::Bool(_)) | (None, _) => {}
            (Some(_), _) => faults.push(place, Reason::Malformed),
        }
    }

    fn compare_members(
        &self,
        schema: &Value,
        members: &Map<String, Value>,
        place: &str,
        faults: &mut Faults,
    ) {
        let given = |name: &str| members.get(name).filter(|value| !value.is_null());
        let required = schema["required"].as_array().into_iter().flatten();
        for name in required.filter_map(Value::as_str) {
            if given(name).is_none() {
                faults.push(&within(place, name), Reason::Required);
            }
        }
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(value) = given(name) {
                self.compare(schema, value, &within(place, name), faults);
            }
        }
        if schema["additionalProperties"] == false {
            let strange = members
                .keys()
                .filter(|name| schema["properties"].get(name).is_none());
            for name in strange {
                faults.push(&within(place, name), STRANGE);
            }
        }
    }
}

/// What is wrong, by place: `settings.name_ja`, `files.0`.
struct Faults(Vec<FieldError>);

impl Faults {
    fn push(&mut self, place: &str, reason: Reason) {
        let field = if place.is_empty() { BODY } else { place };
        self.0.push(FieldError {
            field: field.to_owned(),
            reason,
            basis: None,
        });
    }

    fn extend(&mut self, place: &str, reason: Option<Reason>) {
        if let Some(reason) = reason {
            self.push(place, reason);
        }
    }
}

fn within(place: &str, name: &str) -> String {
    if place.is_empty() {
        name.to_owned()
    } else {
        format!("{place}.{name}")
    }
}

/// Whether a schema is that of a day, by its name in the standard or by that which the library gives it.
fn is_day(schema: &Value) -> bool {
    matches!(schema["format"].as_str(), Some("date" | "naive-date"))
}

fn size(limit: &Value) -> Option<usize> {
    limit.as_u64().and_then(|limit| usize::try_from(limit).ok())
}

fn wrong_text(schema: &Value, text: &str) -> Option<Reason> {
    let length = text.chars().count();
    if let Some(max) = size(&schema["maxLength"]).filter(|max| length > *max) {
        return Some(Reason::TooLong { max });
    }
    if let Some(min) = size(&schema["minLength"]).filter(|min| length < *min) {
        return Some(Reason::TooShort { min });
    }
    let is_read = match schema["format"].as_str() {
        Some("uuid") => text.parse::<Uuid>().is_ok(),
        _ if is_day(schema) => Date::parse(text, &Iso8601::DATE).is_ok(),
        Some("date-time") => OffsetDateTime::parse(text, &Rfc3339).is_ok(),
        _ => true,
    };
    (!is_read).then_some(Reason::Malformed)
}

/// Whether a whole number lies outside its range: none stands for one that is too great for all of them.
fn out_of_range(schema: &Value, number: Option<i64>) -> Option<Reason> {
    let (least, most) = match schema["format"].as_str() {
        Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (i64::MIN, i64::MAX),
    };
    #[expect(
        clippy::cast_possible_truncation,
        reason = "limits are small whole numbers"
    )]
    let limit = |limit: &Value| limit.as_f64().map(|limit| limit as i64);
    let min = limit(&schema["minimum"]).unwrap_or(least);
    let max = limit(&schema["maximum"]).unwrap_or(most);
    let fits = number.is_some_and(|number| (min..=max).contains(&number));
    (!fits).then_some(Reason::OutOfRange { min, max })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults(body: &str) -> Vec<(String, &'static str)> {
        let schemas = json!({
            "NewThing": {
                "type": "object",
                "required": ["name", "kind"],
                "additionalProperties": false,
                "properties": {
                    "name": {"type": "string", "maxLength": 3},
                    "kind": {"allOf": [{"$ref": "#/components/schemas/Kind"}, {"description": "What"}]},
                    "owner": {"type": "string", "format": "uuid"},
                    "day": {"type": "string", "format": "naive-date"},
                    "at": {"type": "string", "format": "date-time"},
                    "count": {"type": "integer", "format": "int32", "minimum": 1.0},
                    "on": {"type": "boolean"},
                    "parts": {"type": "array", "items": {"$ref": "#/components/schemas/NewThing"}}
                }
            },
            "Kind": {"type": "string", "enum": ["room", "car"]}
        });
        let schema = json!({"schema": {"$ref": "#/components/schemas/NewThing"}});
        let operation =
            json!({"requestBody": {"content": {"application/json; charset=utf-8": schema}}});
        let schemas = Arc::new(schemas.as_object().unwrap().clone());
        let found = Described::of(&operation, &schemas).faults_of(body.as_bytes());
        let code = |error: FieldError| (error.field, error.reason.code());
        found.into_iter().map(code).collect()
    }

    #[test]
    fn each_field_that_is_not_as_described_is_named() {
        let cases = [
            ("", "body", "required"),
            ("{", "body", "not_json"),
            ("[]", "body", "malformed"),
            (r#"{"kind":"car"}"#, "name", "required"),
            (r#"{"name":null,"kind":"car"}"#, "name", "required"),
            (r#"{"name":"four","kind":"car"}"#, "name", "too_long"),
            (r#"{"name":5,"kind":"car"}"#, "name", "malformed"),
            (r#"{"name":"a","kind":"ship"}"#, "kind", "unknown"),
            (
                r#"{"name":"a","kind":"car","owner":"x"}"#,
                "owner",
                "malformed",
            ),
            (
                r#"{"name":"a","kind":"car","day":"2026-13-01"}"#,
                "day",
                "malformed",
            ),
            (
                r#"{"name":"a","kind":"car","at":"2026-12-01"}"#,
                "at",
                "malformed",
            ),
            (
                r#"{"name":"a","kind":"car","count":0}"#,
                "count",
                "out_of_range",
            ),
            (
                r#"{"name":"a","kind":"car","count":1.5}"#,
                "count",
                "malformed",
            ),
            (
                r#"{"name":"a","kind":"car","count":4294967296}"#,
                "count",
                "out_of_range",
            ),
            (r#"{"name":"a","kind":"car","on":"yes"}"#, "on", "malformed"),
            (
                r#"{"name":"a","kind":"car","parts":[{"kind":"room"}]}"#,
                "parts.0.name",
                "required",
            ),
            (
                r#"{"name":"a","kind":"car","colour":null}"#,
                "colour",
                "unknown_member",
            ),
            (
                r#"{"name":"a","kind":"car","parts":[{"name":"b","kind":"room","Kind":"car"}]}"#,
                "parts.0.Kind",
                "unknown_member",
            ),
            // As described, and still not read: nothing else is known of it.
            (
                r#"{"name":"a","kind":"car","owner":null}"#,
                "body",
                "malformed",
            ),
        ];
        for (body, field, code) in cases {
            assert_eq!(faults(body), [(field.to_owned(), code)], "{body}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let found = faults(r#"{"kind":"ship","on":1}"#);
        let fields: Vec<&str> = found.iter().map(|(field, _)| &**field).collect();
        assert_eq!(fields, ["name", "kind", "on"]);
    }
}
