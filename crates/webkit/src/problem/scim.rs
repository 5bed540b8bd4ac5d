//! Errors of SCIM (RFC 7644, section 3.12).
//!
//! Their schema is closed, so that code, rule and article, which problem details have as members, are headers.

use poem::Response;
use poem::http::{HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use yakusho_kernel::{Conflict, Fault, FieldError, Reason};
use yakusho_regulation::Basis;

use super::Problem;
use super::told::Told;
use crate::wording::{self, Text};
use crate::{Lang, Visit};

/// The schema of errors.
const SCHEMA: &str = "urn:ietf:params:scim:api:messages:2.0:Error";

const CODE: HeaderName = HeaderName::from_static("yakusho-code");
const RULE: HeaderName = HeaderName::from_static("yakusho-rule");
const ARTICLE: HeaderName = HeaderName::from_static("yakusho-article");

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Error<'a> {
    schemas: [&'static str; 1],
    status: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scim_type: Option<&'static str>,
    detail: String,
}

impl Problem {
    pub(super) fn as_scim(&self, visit: &Visit, told: &Told) -> Response {
        let (status, scim_type) = self.scim_kind();
        let errors = self.scim_errors();
        let basis = self
            .basis()
            .or_else(|| errors.iter().find_map(|error| error.basis.as_ref()));
        let detail = match errors {
            [] => by_rule(visit.lang, told.detail.to_string(), self.basis()),
            errors => sentences(visit, errors),
        };
        let error = Error {
            schemas: [SCHEMA],
            status: status.as_str(),
            scim_type,
            detail,
        };
        let code = errors
            .first()
            .map_or(told.code, |error| error.reason.code());
        // Texts always have a JSON form.
        let mut response = Response::builder()
            .status(status)
            .content_type("application/scim+json")
            .body(serde_json::to_vec(&error).unwrap_or_default());
        let headers = [
            (CODE, Some(code.to_owned())),
            (RULE, basis.map(|basis| basis.rule().id().to_owned())),
            (ARTICLE, basis.map(ToString::to_string)),
        ];
        for (name, value) in headers {
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }

    fn scim_errors(&self) -> &[FieldError] {
        match self {
            Self::Fault(Fault::Invalid(invalid)) => &invalid.errors,
            _ => &[],
        }
    }

    /// The status, and the keyword where there is one for it.
    fn scim_kind(&self) -> (StatusCode, Option<&'static str>) {
        match self {
            Self::Fault(Fault::Invalid(invalid)) => {
                let reason = invalid.errors.first().map(|error| &error.reason);
                match keyword(reason) {
                    UNIQUENESS => (StatusCode::CONFLICT, Some(UNIQUENESS)),
                    keyword => (StatusCode::BAD_REQUEST, Some(keyword)),
                }
            }
            Self::Fault(Fault::Conflict(conflict)) if *conflict == Conflict::CHANGED => {
                (StatusCode::PRECONDITION_FAILED, None)
            }
            Self::Malformed(_) => (StatusCode::BAD_REQUEST, Some("invalidSyntax")),
            _ => (self.status(), None),
        }
    }
}

const UNIQUENESS: &str = "uniqueness";

/// What SCIM calls it that a value cannot be taken for that reason. A reason of SCIM's own has the keyword as its code.
fn keyword(reason: Option<&Reason>) -> &'static str {
    match reason {
        Some(Reason::Taken | Reason::Code("has_account")) => UNIQUENESS,
        Some(Reason::Code(
            code @ ("invalidFilter" | "invalidPath" | "invalidSyntax" | "mutability" | "noTarget"),
        )) => code,
        _ => "invalidValue",
    }
}

/// What is wrong, attribute by attribute.
fn sentences(visit: &Visit, errors: &[FieldError]) -> String {
    let words = visit.site().words();
    let told = errors.iter().map(|error| {
        let reason = wording::reason(words, &error.reason, &error.field, visit.lang);
        let told = if reason.contains(&error.field) {
            reason.into_owned()
        } else {
            format!("{}: {reason}", error.field)
        };
        by_rule(visit.lang, told, error.basis.as_ref())
    });
    told.collect::<Vec<_>>().join("\n")
}

fn by_rule(lang: Lang, words: String, basis: Option<&Basis>) -> String {
    match basis {
        Some(basis) => {
            let rule = basis.text(lang);
            Text::ByRule { words, rule }.to(lang).into_owned()
        }
        None => words,
    }
}
