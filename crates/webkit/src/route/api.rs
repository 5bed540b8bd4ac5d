//! The JSON API: operations join the route table, their descriptions one OpenAPI document.

use std::collections::BTreeSet;
use std::sync::Arc;

use poem::endpoint::{BoxEndpoint, EndpointExt};
use poem::http::Method;
use poem::{IntoEndpoint, Route as Router};
use poem_openapi::{OpenApi, OpenApiService};
use serde_json::{Map, Value, json};

use super::{Access, Described, Entry, Kind, OfferFault, Route, Routes};

/// Where the API is mounted.
pub(crate) const API: &str = "/api/v1";

/// What the guards may answer instead of an operation: status, and when.
const PROBLEMS: [(&str, &str); 10] = [
    ("400", "The request cannot be read"),
    ("403", "A rule refuses"),
    ("404", "It does not exist, or may not be seen"),
    ("409", "What is there stands against it"),
    ("413", "The body is too large"),
    ("415", "The body is of a kind that is not taken here"),
    ("422", "What was entered cannot be taken as it is"),
    (
        "429",
        "Too many attempts; Retry-After says how long to wait",
    ),
    ("500", "The system failed"),
    (
        "503",
        "Not available now; Retry-After says how long to wait",
    ),
];

impl Routes {
    pub(super) fn operations<A: OpenApi + 'static>(
        mut self,
        access: Access,
        kind: Kind,
        operations: A,
    ) -> Self {
        let service = OpenApiService::new(operations, "", "");
        // What is described serialises; were it not so, the operations would be missing from the table.
        let mut spec: Value = serde_json::from_str(&service.spec()).unwrap_or_default();
        let endpoint: BoxEndpoint<'static> = Router::new()
            .nest(API, service)
            .into_endpoint()
            .map_to_response()
            .boxed();
        let endpoint = Arc::new(endpoint);
        close_bodies(&mut spec);
        let schemas = spec["components"]["schemas"].as_object();
        let schemas = Arc::new(schemas.cloned().unwrap_or_default());
        for (path, operations) in members(&mut spec, "paths") {
            for (method, operation) in operations.as_object_mut().into_iter().flatten() {
                let described = Described::of(operation, &schemas);
                describe(operation, access);
                if !matches!(method.as_str(), "get" | "head") {
                    describe_key(operation, access);
                }
                let Ok(method) = Method::from_bytes(method.to_uppercase().as_bytes()) else {
                    continue;
                };
                let name = operation["operationId"].as_str().unwrap_or_default();
                let entry = Entry {
                    method,
                    path: format!("{API}{}", path.replace('{', ":").replace('}', "")),
                    access,
                    rule: None,
                    kind,
                    function: None,
                    any_time: false,
                    api: true,
                    described: Some(Arc::new(described)),
                    handler: format!("{} {name}", std::any::type_name::<A>()),
                };
                self.routes.push(Route {
                    entry,
                    endpoint: Arc::clone(&endpoint),
                });
            }
        }
        self.specs.push(spec);
        self
    }
}

/// Says of what is sent that it has no other members than those described: a name that is misspelt would change nothing.
fn close_bodies(spec: &mut Value) {
    let operations = members(spec, "paths").flat_map(|(_, operations)| {
        let operations = operations.as_object().into_iter().flatten();
        operations.map(|(_, operation)| operation["requestBody"].clone())
    });
    let mut waiting: Vec<Value> = operations.collect();
    let mut closed = BTreeSet::new();
    while let Some(described) = waiting.pop() {
        for name in named(&described) {
            let schema = &mut spec["components"]["schemas"][&name];
            if !closed.insert(name) {
                continue;
            }
            if schema["properties"].is_object() {
                schema["additionalProperties"] = json!(false);
            }
            waiting.push(schema.clone());
        }
    }
}

/// The schemas that a description refers to.
fn named(described: &Value) -> Vec<String> {
    match described {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| match (name.as_str(), value) {
                ("$ref", Value::String(path)) => {
                    path.rsplit('/').take(1).map(str::to_owned).collect()
                }
                _ => named(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(named).collect(),
        _ => Vec::new(),
    }
}

/// Adds to an operation's description what the guards around it do.
fn describe(operation: &mut Value, access: Access) {
    if !matches!(access, Access::Anyone | Access::Public) {
        operation["security"] = json!([{"session": []}, {"token": []}]);
        operation["responses"]["401"] = problem("Not signed in");
    }
    for (status, when) in PROBLEMS {
        operation["responses"][status] = problem(when);
    }
}

/// Adds the header by which a request that is sent twice acts once.
fn describe_key(operation: &mut Value, access: Access) {
    if matches!(access, Access::Anyone | Access::Public) {
        return;
    }
    let key = json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!#-\\[\\]-~]+$"},
        "description": "Names the request, so that it acts once however often it is sent, as after a lost connection: \
            a text of one's own, best a UUID, in double quotes or without. It holds for whoever is signed in, and for at \
            least 24 hours. The same request again gets the first one's answer; 409 `in_progress` while that is being \
            made, 409 `answer_lost` with its `subject` where it was lost; another request under the same key is refused \
            with 422 `key_reused`. A request that was refused or failed did nothing, and may be sent again."
    });
    let parameters = operation
        .as_object_mut()
        .map(|operation| operation.entry("parameters").or_insert_with(|| json!([])));
    if let Some(parameters) = parameters.and_then(Value::as_array_mut) {
        parameters.push(key);
    }
}

fn problem(when: &str) -> Value {
    let schema = json!({"$ref": "#/components/schemas/Problem"});
    json!({"description": when, "content": {"application/problem+json": {"schema": schema}}})
}

/// The members of an object within an object.
fn members<'v>(
    value: &'v mut Value,
    name: &str,
) -> impl Iterator<Item = (&'v String, &'v mut Value)> {
    value
        .get_mut(name)
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten()
}

/// One document out of those of all web crates.
pub(super) fn document(specs: Vec<Value>, version: &str) -> Result<String, OfferFault> {
    let mut paths = Map::new();
    let mut tags: Vec<Value> = Vec::new();
    let mut schemas: Map<String, Value> = [("Problem".to_owned(), problem_schema())]
        .into_iter()
        .collect();
    for mut spec in specs {
        for (path, operations) in members(&mut spec, "paths") {
            let known = paths.entry(path.clone()).or_insert_with(|| json!({}));
            for (method, operation) in operations.as_object_mut().into_iter().flatten() {
                known[method] = operation.take();
            }
        }
        for (name, schema) in members(&mut spec["components"], "schemas") {
            let known = schemas
                .entry(name.clone())
                .or_insert_with(|| schema.clone());
            if known != schema {
                return Err(OfferFault::Schema(name.clone()));
            }
        }
        let own = spec["tags"].as_array_mut().map(std::mem::take);
        for tag in own.into_iter().flatten() {
            if !tags.iter().any(|known| known["name"] == tag["name"]) {
                tags.push(tag);
            }
        }
    }
    let document = json!({
        "openapi": "3.0.0",
        "info": {"title": "Yakusho", "version": version},
        "servers": [{"url": API}],
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "session": {
                    "type": "apiKey", "in": "cookie", "name": "session",
                    "description": "The session of a signed-in person (`__Host-session` over HTTPS). Unsafe methods need the session's token in the header X-CSRF-Token, too."
                },
                "token": {"type": "http", "scheme": "bearer", "description": "An API token with its scopes."}
            }
        }
    });
    Ok(document.to_string())
}

/// The schema of RFC 9457 problem details, with what this program adds.
fn problem_schema() -> Value {
    let text = |description: &str| json!({"type": "string", "description": description});
    let error = json!({
        "type": "object",
        "required": ["field", "code", "message"],
        "properties": {
            "field": text("The name of the field, with those that it is in: `files.0`; `body` for all of it"),
            "code": text("What is wrong, as a code"),
            "message": text("What is wrong, in the reader's language"),
            "rule": text("The rule that asks for it"),
            "article": text("The clauses behind the rule")
        }
    });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "instance", "code"],
        "properties": {
            "type": text("The kind of problem, as a URI"),
            "title": text("The kind of problem, in the reader's language"),
            "status": {"type": "integer", "format": "int32", "description": "The HTTP status"},
            "detail": text("What happened, in the reader's language"),
            "instance": text("The request, as the log names it"),
            "code": text("What happened, as a code"),
            "rule": text("The rule that refused"),
            "article": text("The clauses behind the rule, or `house`"),
            "subject": text("What the same request was done to when it was carried out before (code `answer_lost`), as kind:id"),
            "errors": {"type": "array", "items": error}
        }
    })
}
