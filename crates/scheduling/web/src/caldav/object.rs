//! Objects in calendars: shown, put and deleted.

use poem::http::{HeaderName, StatusCode, header};
use poem::{Request, Response, handler};
use yakusho_accounts::calendar as closed_days;
use yakusho_kernel::Fault;
use yakusho_scheduling::calendar::{self, Condition, Put};
use yakusho_webkit::{Answer, Problem, Visit};

use super::answer;
use super::target::Target;

/// The entity tag of a change.
pub(super) fn etag(seq: i64) -> String {
    format!("\"{seq}\"")
}

fn seq(tag: &str) -> Option<i64> {
    tag.trim()
        .strip_prefix('"')?
        .strip_suffix('"')?
        .parse()
        .ok()
}

/// What the request asks to hold. A tag that none of ours can be never does.
fn condition(request: &Request) -> Condition {
    let said = |name: HeaderName| request.header(name).map(str::trim);
    match (said(header::IF_MATCH), said(header::IF_NONE_MATCH)) {
        (Some("*"), _) => Condition::There,
        (Some(tag), _) => Condition::Seq(seq(tag).unwrap_or(-1)),
        (None, Some("*")) => Condition::Absent,
        (None, _) => Condition::None,
    }
}

/// `GET /dav/:person/:calendar/:object`
#[handler]
pub(super) async fn get(visit: Visit, request: &Request) -> Answer {
    let Target::Object(_, holder, name) = Target::of(&visit)? else {
        return Err(Fault::NotFound.into());
    };
    let stored = calendar::find(&visit.cx, holder, &name).await?;
    let tag = etag(stored.seq);
    if request.header(header::IF_NONE_MATCH) == Some(tag.as_str()) {
        return Ok(Response::builder()
            .status(StatusCode::NOT_MODIFIED)
            .header(header::ETAG, tag)
            .finish());
    }
    let city = closed_days::of(&visit.cx.reader()).await?;
    let text = stored.text(visit.cx.now(), &calendar::works(&city));
    Ok(answer::calendar(text, Some(&tag)))
}

/// `PUT /dav/:person/:calendar/:object`. No tag is told: what is kept is seldom octet by octet what was sent.
#[handler]
pub(super) async fn put(visit: Visit, request: &Request, body: Vec<u8>) -> Answer {
    let Target::Object(person, holder, name) = Target::of(&visit)? else {
        return Err(Fault::NotFound.into());
    };
    let text = String::from_utf8(body).map_err(|error| Problem::Malformed(error.to_string()))?;
    let done = calendar::put(&visit.cx, holder, &name, &text, condition(request)).await;
    match done.map(yakusho_kernel::Saved::into_inner) {
        Ok(Put { created }) => Ok(Response::builder()
            .status(if created {
                StatusCode::CREATED
            } else {
                StatusCode::NO_CONTENT
            })
            .finish()),
        Err(error) => {
            let href = |other: &str| Target::Object(person, holder, other.to_owned()).href();
            answer::not_put(&visit, error, href).await
        }
    }
}

/// `DELETE /dav/:person/:calendar/:object`
#[handler]
pub(super) async fn delete(visit: Visit, request: &Request) -> Answer {
    let Target::Object(_, holder, name) = Target::of(&visit)? else {
        return Err(Fault::NotFound.into());
    };
    match calendar::delete(&visit.cx, holder, &name, condition(request)).await {
        Ok(_) => Ok(StatusCode::NO_CONTENT.into()),
        Err(error) => answer::not_put(&visit, error, |_| String::new()).await,
    }
}
