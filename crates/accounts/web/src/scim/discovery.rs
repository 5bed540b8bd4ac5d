//! What a client can find out before it begins (RFC 7644, section 4).

use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use serde_json::{Value, json};
use yakusho_kernel::Fault;
use yakusho_webkit::{Answer, Lang, Problem, Visit};

use super::ROOT;
use super::kinds::KINDS;
use super::message::{MOST, address, json as answer, list};
use super::schema::{Kind, Schema};

/// `GET /ServiceProviderConfig`
#[expect(
    clippy::needless_pass_by_value,
    reason = "poem hands over what it takes out of a request"
)]
#[handler]
pub(super) fn show_config(visit: Visit) -> Response {
    let (name, about) = match visit.lang {
        Lang::Ja => (
            "APIトークン",
            "アカウントの連携(SCIM)の権限を持つAPIトークンを、Bearerとして送ります。",
        ),
        Lang::En => (
            "API token",
            "An API token with the scope for SCIM, sent as a bearer token.",
        ),
    };
    let supported = |is: bool| json!({"supported": is});
    let config = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": supported(true),
        "bulk": {"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
        "filter": {"supported": true, "maxResults": MOST},
        "changePassword": supported(false),
        "sort": supported(false),
        "etag": supported(true),
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": name,
            "description": about,
            "specUri": "https://www.rfc-editor.org/rfc/rfc6750",
            "primary": true,
        }],
        "meta": {
            "resourceType": "ServiceProviderConfig",
            "location": format!("{}{ROOT}/ServiceProviderConfig", visit.origin()),
        },
    });
    answer(StatusCode::OK, &config)
}

/// `GET /ResourceTypes`
#[expect(
    clippy::needless_pass_by_value,
    reason = "poem hands over what it takes out of a request"
)]
#[handler]
pub(super) fn list_kinds(visit: Visit) -> Response {
    let kinds = KINDS.map(|kind| of_kind(&visit, kind));
    list(kinds.len(), 0, &kinds)
}

/// `GET /ResourceTypes/:id`
#[expect(
    clippy::needless_pass_by_value,
    reason = "poem hands over what it takes out of a request"
)]
#[handler]
pub(super) fn show_kind(visit: Visit, Path(name): Path<String>) -> Answer {
    let kind = KINDS.iter().find(|kind| kind.name == name);
    let kind = kind.ok_or(Fault::NotFound)?;
    Ok(answer(StatusCode::OK, &of_kind(&visit, kind)))
}

fn of_kind(visit: &Visit, kind: &Kind) -> Value {
    placed(visit, kind.described(visit.lang), "ResourceType")
}

/// `GET /Schemas`
#[expect(
    clippy::needless_pass_by_value,
    reason = "poem hands over what it takes out of a request"
)]
#[handler]
pub(super) fn list_schemas(visit: Visit) -> Response {
    let schemas: Vec<Value> = every_schema()
        .map(|schema| of_schema(&visit, schema))
        .collect();
    list(schemas.len(), 0, &schemas)
}

/// `GET /Schemas/:id`
#[expect(
    clippy::needless_pass_by_value,
    reason = "poem hands over what it takes out of a request"
)]
#[handler]
pub(super) fn show_schema(visit: Visit, Path(id): Path<String>) -> Answer {
    let schema = every_schema().find(|schema| schema.id.eq_ignore_ascii_case(&id));
    let schema = schema.ok_or(Fault::NotFound)?;
    Ok(answer(StatusCode::OK, &of_schema(&visit, schema)))
}

fn every_schema() -> impl Iterator<Item = &'static Schema> {
    KINDS.iter().flat_map(|kind| kind.schemas)
}

fn of_schema(visit: &Visit, schema: &Schema) -> Value {
    placed(visit, schema.described(visit.lang), "Schema")
}

/// With what it is and where.
fn placed(visit: &Visit, mut described: Value, what: &str) -> Value {
    let id = described["id"].as_str().unwrap_or_default();
    let location = address(visit, &format!("/{what}s"), id);
    described["meta"] = json!({"resourceType": what, "location": location});
    described
}

/// `POST /Bulk` and `POST /.search`: one kind of resource at a time.
#[handler]
pub(super) fn not_offered() -> Answer {
    Err(Problem::NotImplemented)
}
