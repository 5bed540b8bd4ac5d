//! Problem details for the JSON API (RFC 9457).

use poem::Response;
use serde::Serialize;
use yakusho_kernel::{Fault, FieldError, Ref};

use super::Problem;
use super::told::Told;
use crate::guard::Repeated;
use crate::{Visit, wording};

#[derive(Serialize)]
struct Details<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    detail: &'a str,
    instance: String,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Field<'a>>,
}

#[derive(Serialize)]
struct Field<'a> {
    #[serde(rename = "field")]
    name: &'a str,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

impl Problem {
    /// What a request that was carried out before was done to.
    fn subject(&self) -> Option<String> {
        match self {
            Self::Repeated(Repeated::AnswerLost { subject }) => {
                let Ref { kind, id } = subject.as_ref()?;
                Some(format!("{kind}:{id}"))
            }
            _ => None,
        }
    }

    pub(super) fn as_json(&self, visit: &Visit, told: &Told) -> Response {
        let errors = match self {
            Self::Fault(Fault::Invalid(invalid)) => invalid.errors.as_slice(),
            Self::Parameter(error) => std::slice::from_ref(&**error),
            Self::Body(errors) => errors.as_slice(),
            _ => &[],
        };
        let basis = self.basis();
        let details = Details {
            r#type: format!("urn:yakusho:problem:{}", told.kind),
            title: &told.title,
            status: self.status().as_u16(),
            detail: &told.detail,
            instance: format!("urn:uuid:{}", visit.cx.request()),
            code: told.code,
            rule: basis.map(|basis| basis.rule().id()),
            article: basis.map(ToString::to_string),
            subject: self.subject(),
            errors: errors.iter().map(|error| field(visit, error)).collect(),
        };
        // Texts and numbers always have a JSON form.
        Response::builder()
            .status(self.status())
            .content_type("application/problem+json")
            .body(serde_json::to_vec(&details).unwrap_or_default())
    }
}

fn field<'e>(visit: &Visit, error: &'e FieldError) -> Field<'e> {
    let FieldError {
        field: name,
        reason,
        basis,
    } = error;
    let words = visit.site().words();
    Field {
        name,
        code: reason.code(),
        message: wording::reason(words, reason, name, visit.lang).into_owned(),
        rule: basis.as_ref().map(|basis| basis.rule().id()),
        article: basis.as_ref().map(ToString::to_string),
    }
}
