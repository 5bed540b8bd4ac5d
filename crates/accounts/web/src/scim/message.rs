//! What is sent and answered: bodies, lists, resources.

use poem::http::{StatusCode, header};
use poem::{FromRequest, Request, RequestBody, Response};
use serde_json::{Map, Value, json};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::{Problem, Visit};

use super::ROOT;
use super::schema::Kind;
use super::shown::Shown;

/// The media type of SCIM.
const MEDIA: &str = "application/scim+json";

/// The most resources of one answer.
pub(super) const MOST: usize = 200;

/// An object in JSON that was sent.
pub(super) struct Sent(pub(super) Map<String, Value>);

impl<'a> FromRequest<'a> for Sent {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let kind = request.content_type().unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let known = [MEDIA, "application/json"];
        if !known.iter().any(|known| kind.eq_ignore_ascii_case(known)) {
            return Err(Problem::UnsupportedMedia.into());
        }
        let bytes = body.take()?.into_bytes().await?;
        match serde_json::from_slice(&bytes) {
            Ok(Value::Object(object)) => Ok(Self(object)),
            Ok(_) => Err(Problem::Malformed("not an object".to_owned()).into()),
            Err(error) => Err(Problem::Malformed(error.to_string()).into()),
        }
    }
}

impl Sent {
    /// The operations of a PATCH.
    ///
    /// # Errors
    /// The field `Operations`, where there is none.
    pub(super) fn operations(&self) -> Result<&[Value], Invalid> {
        let mut members = self.0.iter();
        let operations = members.find(|(name, _)| name.eq_ignore_ascii_case("operations"));
        match operations.and_then(|(_, value)| value.as_array()) {
            Some(operations) if !operations.is_empty() => Ok(operations),
            _ => Err(Invalid::field("Operations", Reason::Code("invalidSyntax"))),
        }
    }
}

/// What is asked of a list, whether in the address or in a body.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) filter: Option<String>,
    pub(super) shown: Shown,
    /// The place of the first resource; 0 is the first.
    pub(super) start: usize,
    /// How many resources are answered.
    pub(super) size: usize,
}

impl Query {
    /// As the address has it (RFC 7644, section 3.4.2).
    pub(super) fn of_address(visit: &Visit, kind: &Kind) -> Result<Self, Invalid> {
        let said = |name: &str| visit.query(name).map(str::to_owned);
        Self::of(kind, said)
    }

    /// As a body has it (RFC 7644, section 3.4.3).
    pub(super) fn of_body(body: &Sent, kind: &Kind) -> Result<Self, Invalid> {
        let said = |name: &str| match body.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Array(names) => {
                let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
                Some(names.join(","))
            }
            Value::Null => None,
            other => Some(other.to_string()),
        };
        Self::of(kind, said)
    }

    fn of(kind: &Kind, said: impl Fn(&str) -> Option<String>) -> Result<Self, Invalid> {
        let number = |name: &str, otherwise: i64| match said(name) {
            None => Ok(otherwise),
            Some(text) => {
                let number = text.trim().parse::<i64>();
                number.map_err(|_| Invalid::field(name, Reason::Malformed))
            }
        };
        // Counted from one; what lies before it is one, and fewer than none are none.
        let start = number("startIndex", 1)?.max(1) - 1;
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        let size = number("count", most)?.clamp(0, most);
        let (attributes, excluded) = (said("attributes"), said("excludedAttributes"));
        Ok(Self {
            filter: said("filter").filter(|filter| !filter.trim().is_empty()),
            shown: Shown::of(kind, attributes.as_deref(), excluded.as_deref()),
            start: usize::try_from(start).unwrap_or(usize::MAX),
            size: usize::try_from(size).unwrap_or_default(),
        })
    }
}

/// The address of something.
pub(super) fn address(visit: &Visit, path: &str, id: &str) -> String {
    format!("{}{ROOT}{path}/{id}", visit.origin())
}

/// An answer.
pub(super) fn json(status: StatusCode, value: &Value) -> Response {
    Response::builder()
        .status(status)
        .content_type(MEDIA)
        .body(value.to_string())
}

/// A resource as it is, with its version and where it is.
pub(super) fn resource(
    visit: &Visit,
    kind: &Kind,
    status: StatusCode,
    whole: Map<String, Value>,
) -> Response {
    let text = |name: &str| whole.get("meta")?.get(name)?.as_str().map(str::to_owned);
    let (location, version) = (text("location"), text("version"));
    let shown = Shown::of(
        kind,
        visit.query("attributes"),
        visit.query("excludedAttributes"),
    );
    let mut response = json(status, &shown.of_resource(whole));
    let headers = [
        (
            header::LOCATION,
            location.filter(|_| status == StatusCode::CREATED),
        ),
        (header::ETAG, version),
    ];
    for (name, value) in headers {
        if let Some(value) = value.and_then(|value| value.parse().ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// A part of a list of so many.
pub(super) fn list(total: usize, start: usize, resources: &[Value]) -> Response {
    json(
        StatusCode::OK,
        &json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": total,
            "startIndex": start.saturating_add(1),
            "itemsPerPage": resources.len(),
            "Resources": resources,
        }),
    )
}
