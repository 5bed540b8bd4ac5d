//! Requests that are sent twice act once: a program says which are the same by a key
//! (draft-ietf-httpapi-idempotency-key-header), and of a page's forms, those that say the same are.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use data_encoding::HEXLOWER;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use poem::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use poem::{Body, Request, Response};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use yakusho_kernel::{Earlier, Fault, Once, Ref, RequestId, Timestamp};

use crate::wording::Text;
use crate::{Fields, Problem, Received, Visit};

/// The header by which a program names a request.
pub(super) const KEY_HEADER: &str = "idempotency-key";

/// The longest key, in bytes.
const LONGEST_KEY: usize = 255;

/// The longest answer that is kept, in bytes.
const LONGEST_ANSWER: usize = 100_000;

/// How long a browser is let wait for the answer to a form that it sent before.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often it is looked for.
const POLL: Duration = Duration::from_millis(50);

/// A request that acted already is not carried out again.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Repeated {
    /// The key belongs to a request that said something else.
    #[error("the key is another request's")]
    Different,
    /// The page has begun something already, and the form says something else than it did then.
    #[error("the page has begun something already")]
    Begun {
        /// When that was.
        at: Timestamp,
        /// Where it is seen.
        seen_at: Option<String>,
    },
    /// The first request is still being answered.
    #[error("the same request is being answered")]
    InProgress,
    /// The first request was carried out, and its answer was lost.
    #[error("the same request was carried out, and its answer was lost")]
    AnswerLost {
        /// What it was done to.
        subject: Option<Ref>,
    },
}

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

/// The key that a program gave: a string of RFC 8941, or its characters alone.
pub(super) fn key(request: &Request) -> Result<Option<String>, Problem> {
    let Some(given) = request.headers().get(KEY_HEADER) else {
        return Ok(None);
    };
    let key = given.to_str().ok().and_then(plain_key);
    let key = key.ok_or_else(|| Problem::Malformed(format!("{KEY_HEADER} is no key")))?;
    Ok(Some(key.to_owned()))
}

fn plain_key(given: &str) -> Option<&str> {
    let given = given.trim();
    let key = match given.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"')?,
        None => given,
    };
    let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
    let fits = (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(plain);
    fits.then_some(key)
}

/// A request of the API with that key, whose body is at hand.
pub(super) fn of_program(visit: &Visit, request: &Request, key: &str, body: &[u8]) {
    if let Some(once) = visit.cx.acts_once() {
        let mut digest = begun(request, visit);
        digest.update(body);
        once.under(format!("key {key}"), HEXLOWER.encode(&digest.finalize()));
    }
}

/// A request of the API with that key, whose body is still to come: what it said is known once all of it was read.
pub(super) fn of_stream(visit: &Visit, request: &Request, key: &str, body: Body) -> Body {
    let digest = Arc::new(Mutex::new(begun(request, visit)));
    let (read, cx, key) = (Arc::clone(&digest), visit.cx.clone(), format!("key {key}"));
    let pieces = body.into_bytes_stream().inspect_ok(move |piece| {
        digest
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .update(piece);
    });
    let end = stream::once(async move {
        let digest = read.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(once) = cx.acts_once() {
            once.under(key, HEXLOWER.encode(&digest.finalize()));
        }
        Ok(Bytes::new())
    });
    Body::from_bytes_stream(pieces.chain(end))
}

/// A form of that page. One by which something begins does so once, whatever it says; of others, those that say the same
/// are the same.
pub(crate) fn of_form(visit: &Visit, page: RequestId, fields: &Fields, files: &[Received]) {
    let Some(once) = visit.cx.acts_once() else {
        return;
    };
    let mut digest = Sha256::new();
    say(&mut digest, visit.here());
    for (name, value) in fields.pairs() {
        say(&mut digest, name);
        say(&mut digest, value);
    }
    for file in files {
        say(&mut digest, &file.field);
        say(&mut digest, &file.name);
        say(&mut digest, &file.stored.hash.to_string());
    }
    let fingerprint = HEXLOWER.encode(&digest.finalize());
    let key = if visit.begins() {
        beginning(visit, page)
    } else {
        format!("form {page} {fingerprint}")
    };
    once.under(key, fingerprint);
}

/// The key of what begins on that page.
fn beginning(visit: &Visit, page: RequestId) -> String {
    format!("new {page} {}", visit.path())
}

/// What has begun on the page that is asked for again, if something has.
pub(crate) async fn already(visit: &Visit, page: RequestId) -> Result<Option<Earlier>, Fault> {
    let Some(person) = visit.cx.actor().person() else {
        return Ok(None);
    };
    let once = Once::of(person);
    once.under(beginning(visit, page), String::new());
    once.earlier(&visit.cx).await
}

/// Where that is seen which an earlier request began.
pub(crate) fn seen_at(visit: &Visit, earlier: &Earlier) -> Option<String> {
    let answer = earlier.answer.as_deref().and_then(given);
    let led = answer.and_then(|answer| answer.header(header::LOCATION).map(str::to_owned));
    led.or_else(|| visit.site().words().page_of(earlier.subject.as_ref()?))
}

fn begun(request: &Request, visit: &Visit) -> Sha256 {
    let mut digest = Sha256::new();
    say(&mut digest, request.method().as_str());
    say(&mut digest, visit.here());
    digest
}

/// Texts with their lengths: no two lists of texts are told alike.
fn say(digest: &mut Sha256, text: &str) {
    digest.update((text.len() as u64).to_le_bytes());
    digest.update(text);
}

/// What came of a request. The answer of one that acted is kept; one that failed may have been carried out before, and
/// then that answer is given again.
pub(super) async fn settle(
    visit: &Visit,
    outcome: Result<Response, Problem>,
) -> Result<Response, Problem> {
    let Some(once) = visit.cx.acts_once() else {
        return outcome;
    };
    match outcome {
        Ok(response) if !failed(response.status()) => {
            if once.acted() {
                keep(visit, response).await
            } else {
                Ok(response)
            }
        }
        outcome => match earlier(visit, once).await {
            Some(again) => again,
            None => outcome,
        },
    }
}

fn failed(status: StatusCode) -> bool {
    status.is_client_error() || status.is_server_error()
}

/// The answer to an earlier request that was the same; none where there is none, or nobody can tell.
async fn earlier(visit: &Visit, once: &Once) -> Option<Result<Response, Problem>> {
    let mut waited = Duration::ZERO;
    loop {
        let earlier = match once.earlier(&visit.cx).await {
            Ok(earlier) => earlier,
            Err(fault) => {
                tracing::warn!(?fault, "an earlier request cannot be looked for");
                return None;
            }
        };
        let problem = match earlier {
            Some(earlier) if !earlier.same => return Some(Err(different(visit, &earlier))),
            Some(Earlier {
                answer: Some(kept), ..
            }) => return Some(again(visit, &kept)),
            Some(Earlier { at, subject, .. }) if is_over(visit, at) => {
                return Some(Err(Repeated::AnswerLost { subject }.problem()));
            }
            Some(_) => Repeated::InProgress.problem(),
            None if once.repeated() => Repeated::InProgress.problem(),
            None => return None,
        };
        if visit.is_api() || waited >= PATIENCE {
            return Some(Err(problem));
        }
        tokio::time::sleep(POLL).await;
        waited += POLL;
    }
}

/// That the earlier request said something else.
fn different(visit: &Visit, earlier: &Earlier) -> Problem {
    if !visit.begins() {
        return Repeated::Different.problem();
    }
    let seen_at = seen_at(visit, earlier);
    Repeated::Begun {
        at: earlier.at,
        seen_at,
    }
    .problem()
}

/// The answer that was kept. Where something began, the page that it leads to says that it did not begin anew.
fn again(visit: &Visit, kept: &[u8]) -> Result<Response, Problem> {
    let answer = given(kept).ok_or_else(|| Problem::internal("a kept answer is damaged"))?;
    match answer.header(header::LOCATION) {
        Some(to) if visit.begins() => Ok(visit
            .see_other(to)
            .saying(Text::NotTwice.to(visit.lang))
            .into()),
        _ => Ok(answer),
    }
}

/// Whether a request of that time has had the time that an answer may take.
fn is_over(visit: &Visit, at: Timestamp) -> bool {
    visit.cx.env().clock().now().since(at) > visit.site().settings().timeout
}

/// Keeps an answer and gives it. To a program, once it is kept; a browser need not wait.
async fn keep(visit: &Visit, response: Response) -> Result<Response, Problem> {
    let (parts, body) = response.into_parts();
    if !is_kept(&parts.headers, &body) {
        return Ok(Response::from_parts(parts, body));
    }
    let body = body
        .into_bytes()
        .await
        .map_err(|error| Problem::internal(error.to_string()))?;
    if let Some(kept) = kept(parts.status, &parts.headers, &body) {
        let cx = visit.cx.clone();
        let keeping = async move {
            let Some(once) = cx.acts_once() else { return };
            if let Err(fault) = once.answered(&cx, &kept).await {
                tracing::warn!(?fault, "an answer cannot be kept");
            }
        };
        if visit.is_api() {
            keeping.await;
        } else {
            tokio::spawn(keeping);
        }
    }
    Ok(Response::from_parts(parts, Body::from_bytes(body)))
}

/// Whether an answer is one that is kept: nothing, a page, or JSON, that of SCIM too.
fn is_kept(headers: &HeaderMap, body: &Body) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kinds = ["application/json", "application/scim+json", "text/html"];
    body.is_empty() || kinds.iter().any(|known| kind.starts_with(known))
}

fn kept(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Option<Vec<u8>> {
    if body.len() > LONGEST_ANSWER {
        return None;
    }
    let headers = headers.iter().map(|(name, value)| {
        let value = value.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    });
    let kept = Kept {
        status: status.as_u16(),
        headers: headers.collect::<Option<_>>()?,
        body: String::from_utf8(body.to_vec()).ok()?,
    };
    serde_json::to_vec(&kept).ok()
}

fn given(kept: &[u8]) -> Option<Response> {
    let kept: Kept = serde_json::from_slice(kept).ok()?;
    let mut response = Response::builder()
        .status(StatusCode::from_u16(kept.status).ok()?)
        .body(kept.body);
    for (name, value) in kept.headers {
        let name: HeaderName = name.parse().ok()?;
        let value = HeaderValue::from_str(&value).ok()?;
        response.headers_mut().append(name, value);
    }
    Some(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_quoted_or_plain_and_of_visible_characters() {
        assert_eq!(plain_key("\"8e03978e-40d5\""), Some("8e03978e-40d5"));
        assert_eq!(plain_key(" 8e03978e-40d5 "), Some("8e03978e-40d5"));
        let longest = "k".repeat(LONGEST_KEY);
        assert_eq!(plain_key(&longest), Some(longest.as_str()));
        for bad in [
            "",
            "\"\"",
            "\"a",
            "a\"b",
            "a b",
            "鍵",
            "a\\b",
            &format!("{longest}k"),
        ] {
            assert_eq!(plain_key(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn an_answer_is_given_again_as_it_was() {
        let mut headers = HeaderMap::new();
        headers.append(header::LOCATION, HeaderValue::from_static("/board/1"));
        headers.append(header::SET_COOKIE, HeaderValue::from_static("a=1"));
        headers.append(header::SET_COOKIE, HeaderValue::from_static("b=2"));
        let kept = kept(StatusCode::SEE_OTHER, &headers, "済".as_bytes()).unwrap();
        let again = given(&kept).unwrap();
        assert_eq!(again.status(), StatusCode::SEE_OTHER);
        assert_eq!(again.headers(), &headers);
        let longer = vec![b'x'; LONGEST_ANSWER + 1];
        assert!(super::kept(StatusCode::OK, &headers, &longer).is_none());
    }
}
