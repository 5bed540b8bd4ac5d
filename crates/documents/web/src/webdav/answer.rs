//! Answers that tell programs what stands against what they asked for.

use poem::Response;
use poem::http::StatusCode;
use yakusho_dav::refused;
use yakusho_dav::xml::{Multistatus, escaped};
use yakusho_documents::webdav::{Found, MISPLACED, Node};
use yakusho_kernel::{Conflict, Fault};
use yakusho_webkit::{Answer, Problem, Visit, entity_tag};

use super::CLASSES;
use super::target::Target;

/// What the services say of a document that somebody else holds.
const LOCKED: &str = "document_locked";

pub(super) fn plain(status: StatusCode) -> Response {
    Response::builder().status(status).finish()
}

/// That a lock is held on that address, whose token did not come along.
pub(super) fn locked(href: &str) -> Response {
    let condition = format!(
        "<D:lock-token-submitted><D:href>{}</D:href></D:lock-token-submitted>",
        escaped(href)
    );
    refused(StatusCode::LOCKED, &condition, "locked")
}

/// That nothing can be put there, or be done with what is there.
pub(super) fn misplaced(visit: &Visit) -> Response {
    let words = super::page::misplaced(visit.lang);
    refused(StatusCode::FORBIDDEN, "", &words)
}

/// What an act that failed is to programs.
pub(super) fn failed(visit: &Visit, fault: Fault, href: &str) -> Answer {
    match fault {
        Fault::Conflict(Conflict { code: LOCKED }) => Ok(locked(href)),
        Fault::Conflict(conflict) if conflict == MISPLACED => Ok(misplaced(visit)),
        Fault::Invalid(invalid) if invalid.errors.iter().any(|error| error.field == "file") => {
            let too_large = |error: &yakusho_kernel::FieldError| {
                matches!(error.reason, yakusho_kernel::Reason::OutOfRange { .. })
            };
            if invalid.errors.iter().any(too_large) {
                return Err(Problem::TooLarge);
            }
            Err(Fault::from(invalid).into())
        }
        other => Err(other.into()),
    }
}

/// What could not be done of an act on a collection, each by its address.
pub(super) fn left(target: &Target, left: &[(Vec<String>, Fault)]) -> Response {
    let mut about = Multistatus::new();
    for (way, fault) in left {
        let there = way
            .iter()
            .fold(target.clone(), |there, name| there.with(name));
        about.status(&there.href(false), status(fault));
    }
    yakusho_dav::multistatus(CLASSES, about)
}

const fn status(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotFound => "404 Not Found",
        Fault::Denied(_) => "403 Forbidden",
        Fault::Conflict(_) => "409 Conflict",
        Fault::Invalid(_) => "422 Unprocessable Content",
        Fault::Unavailable(_) => "503 Service Unavailable",
        Fault::Internal(_) => "500 Internal Server Error",
    }
}

/// The entity tag of what is there; none of a collection.
pub(super) fn tag(node: &Node) -> Option<String> {
    match node {
        Node::File(_, file) => Some(entity_tag(&file.hash)),
        Node::Loose(loose) => Some(match &loose.file {
            Some(file) => entity_tag(&file.hash),
            None => "\"empty\"".to_owned(),
        }),
        _ => None,
    }
}

/// The entity tag of what an address leads to.
pub(super) fn tag_of(found: &Found) -> Option<String> {
    found.node.as_ref().and_then(tag)
}
