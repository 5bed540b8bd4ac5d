//! What may be sent: how much, in which form, and with the session's token.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use poem::error::ReadBodyError;
use poem::http::header;
use poem::web::Multipart;
use poem::{Body, FromRequest, Request};
use poem_openapi::error::ParseRequestPayloadError;

use yakusho_kernel::{Fault, Invalid, Reason};

use super::{forgery, once};
use crate::problem::Sent;
use crate::ui::CSRF_FIELD;
use crate::upload;
use crate::{Access, Entry, Fields, Halt, Kind, Problem, Site, Upload, Visit};

/// The header that carries the session's token where no form does.
const CSRF_HEADER: &str = "x-csrf-token";

/// A NUL in JSON, and in an address: text that is kept has none, and not every database takes one.
const JSON_NUL: &[u8] = br"\u0000";
const QUERY_NUL: &str = "%00";

/// Refuses a query that no list or form of the program asks.
pub(super) fn query(request: &Request) -> Result<(), Problem> {
    if request
        .uri()
        .query()
        .is_some_and(|query| query.contains(QUERY_NUL))
    {
        return Err(Fault::from(Invalid::field("query", Reason::Malformed)).into());
    }
    Ok(())
}

/// Refuses what an operation of the API does not know, since a name that is misspelt would narrow nothing; and days of years
/// of which nobody writes.
pub(super) fn parameters(entry: &Entry, visit: &Visit) -> Result<(), Problem> {
    let Some(described) = &entry.described else {
        return Ok(());
    };
    if let Some(unknown) = visit.asked().find(|name| !described.takes(name)) {
        return Err(Problem::unknown_parameter(unknown));
    }
    let mut invalid = Invalid::default();
    for name in described.far_days(|name| visit.query(name)) {
        invalid.push(name, Reason::Code("year_beyond"));
    }
    Ok(invalid.check().map_err(Fault::from)?)
}

/// The body of a request to the API, as it came.
#[derive(Clone)]
pub(super) struct Received(Bytes);

/// Refuses what an operation would not read of a body: what is misspelt would change nothing.
fn members(entry: &Entry, body: &[u8]) -> Result<(), Problem> {
    let described = entry.described.as_ref();
    match described.and_then(|described| described.strange_members(body)) {
        Some(errors) => Err(Fault::from(Invalid { errors }).into()),
        None => Ok(()),
    }
}

/// The problem of an operation that did not answer. Of a body that it could not read, every fault is named.
pub(super) fn unanswered(
    entry: &Entry,
    received: Option<&Received>,
    error: poem::Error,
) -> Problem {
    match (&entry.described, received) {
        (Some(described), Some(Received(body))) if error.is::<ParseRequestPayloadError>() => {
            Problem::Body(described.faults_of(body))
        }
        _ => Problem::of(error),
    }
}

/// Whether more came than is taken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overflow(Arc<AtomicBool>);

impl Overflow {
    pub(crate) fn happened(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Takes the body in as far as its limit goes, and refuses it without the session's token. A form is read
/// here, before any handler runs.
pub(super) async fn receive(
    visit: &Visit,
    entry: &Entry,
    request: &mut Request,
) -> Result<Overflow, Problem> {
    let header = request.header(CSRF_HEADER).map(str::to_owned);
    let settings = visit.site().settings();
    let uploads = matches!(entry.kind, Kind::Upload | Kind::DavFile);
    let limit = if uploads {
        settings.upload_limit
    } else {
        settings.body_limit as u64
    };
    if request.headers().contains_key(header::CONTENT_ENCODING) {
        return Err(Problem::UnsupportedMedia);
    }
    if announced(request).is_some_and(|length| length > limit) {
        return Err(Problem::TooLarge);
    }
    let key = if entry.api { once::key(request)? } else { None };
    let overflow = Overflow::default();
    let body = limited(request.take_body(), limit, overflow.clone());
    let kind = media_type(request);
    match kind.as_str() {
        _ if entry.api && uploads => {
            forgery::token(visit, header.as_deref())?;
            request.set_body(match &key {
                Some(key) => once::of_stream(visit, request, key, body),
                None => body,
            });
        }
        _ if entry.api => {
            forgery::token(visit, header.as_deref())?;
            let bytes = body
                .into_bytes()
                .await
                .map_err(|error| unread(&error, &overflow))?;
            if bytes.windows(JSON_NUL.len()).any(|part| part == JSON_NUL) {
                return Err(Fault::from(Invalid::field("body", Reason::Malformed)).into());
            }
            members(entry, &bytes)?;
            if let Some(key) = &key {
                once::of_program(visit, request, key, &bytes);
            }
            request.set_data(Received(bytes.clone()));
            request.set_body(bytes);
        }
        "multipart/form-data" if uploads => {
            request.set_body(body);
            let upload = multipart(visit, request, header, overflow.clone()).await?;
            request.set_data(upload);
        }
        "application/x-www-form-urlencoded" | "" => {
            let bytes = body
                .into_bytes()
                .await
                .map_err(|error| unread(&error, &overflow))?;
            let fields = Fields::parse(&bytes);
            if waits(entry) {
                visit.has_sent(Sent::of_fields(&fields));
            }
            let token = header.as_deref().or(fields.first(CSRF_FIELD));
            forgery::token(visit, token)?;
            if let Some(page) = token.and_then(forgery::page_of) {
                visit.comes_from(page);
                once::of_form(visit, page, &fields, &[]);
            }
            request.set_data(Upload::of_fields(fields.clone()));
            request.set_data(fields);
        }
        _ => return Err(Problem::UnsupportedMedia),
    }
    Ok(overflow)
}

/// That acts rest. What was typed into the form stays on the page.
pub(super) async fn halted(visit: &Visit, halt: &Halt, request: &Request) -> Problem {
    if let Some(upload) = request.data::<Upload>()
        && let Err(problem) = upload.clone().typed(visit).await
    {
        return problem;
    }
    Problem::halted(halt.clone())
}

/// The token is the first field of a form with files, so that nothing is stored before it was seen.
async fn multipart(
    visit: &Visit,
    request: &mut Request,
    header: Option<String>,
    overflow: Overflow,
) -> Result<Upload, Problem> {
    let body = request.take_body();
    let mut taken = poem::RequestBody::new(body);
    let mut parts = Multipart::from_request(request, &mut taken)
        .await
        .map_err(Problem::of)?;
    let carried = match header {
        Some(token) => Some(token),
        None => match parts.next_field().await {
            Ok(Some(field)) if field.name() == Some(CSRF_FIELD) => field.text().await.ok(),
            _ if overflow.happened() => return Err(Problem::TooLarge),
            _ => None,
        },
    };
    let checked = forgery::token(visit, carried.as_deref());
    if let Some(page) = carried.as_deref().and_then(forgery::page_of) {
        visit.comes_from(page);
    }
    let upload = Upload::of_parts(parts, carried.unwrap_or_default(), overflow);
    if let Err(forged) = checked {
        upload.typed(visit).await?;
        return Err(forged);
    }
    Ok(upload)
}

/// How many bytes are small enough to be taken in before anything else.
const SMALL: u64 = 64 * 1024;

/// Takes in what is small before anything is answered. A connection on which the answer overtakes what is still being
/// sent is closed, and whoever asked next on it would get no answer.
pub(crate) async fn at_hand(site: &Site, request: &mut Request) {
    if announced(request).is_none_or(|length| length == 0 || length > SMALL) {
        return;
    }
    let body = request.take_body().into_bytes();
    let taken = tokio::time::timeout(site.settings().timeout, body).await;
    request.set_body(if let Ok(Ok(bytes)) = taken {
        Body::from(bytes)
    } else {
        let broken = io::Error::from(io::ErrorKind::UnexpectedEof);
        Body::from_bytes_stream(stream::iter([Err::<Bytes, _>(broken)]))
    });
}

/// Takes in what comes with a request that is refused: of a form, if somebody is to send it again, what was typed.
pub(super) async fn refused(visit: &Visit, entry: &Entry, request: Request, keeps: bool) {
    if entry.kind.is_for_programs() {
        discard(visit, request).await;
    } else if keeps {
        salvage(visit, entry, request).await;
    }
}

/// Whether what is sent there can be sent again later: not what is done on the way in, out, or before all else.
fn waits(entry: &Entry) -> bool {
    let is_form = !entry.api && !entry.method.is_safe();
    is_form && !matches!(entry.access, Access::Public | Access::SignedIn)
}

/// Takes in what was typed into a form that nobody can answer now, so that it can be sent again. Whether it is forged is
/// told when it is.
async fn salvage(door: &Visit, entry: &Entry, mut request: Request) {
    if !waits(entry) || forgery::same_site(door, &request).is_err() {
        return;
    }
    let overflow = Overflow::default();
    let settings = door.site().settings();
    let taken = limited(request.take_body(), settings.upload_limit, overflow);
    match media_type(&request).as_str() {
        "application/x-www-form-urlencoded" => {
            if let Ok(bytes) = taken.into_bytes_limit(settings.body_limit).await {
                let fields = Fields::parse(&bytes);
                door.has_sent(Sent::of_fields(&fields));
            }
        }
        "multipart/form-data" => {
            let mut body = poem::RequestBody::new(taken);
            if let Ok(parts) = Multipart::from_request(&request, &mut body).await {
                upload::salvage(door, parts).await;
            }
        }
        _ => {}
    }
}

/// Reads what comes with a request that is refused, as far as it would be taken, and drops it. Programs sign in only once
/// they are asked to, and on the same connection, which would be closed on what is left unread.
async fn discard(visit: &Visit, mut request: Request) {
    let settings = visit.site().settings();
    let limit = settings.body_limit as u64;
    if announced(&request).is_some_and(|length| length > limit) {
        return;
    }
    let body = limited(request.take_body(), limit, Overflow::default());
    let mut pieces = body.into_bytes_stream();
    let read = async { while let Some(Ok(_)) = pieces.next().await {} };
    // Whatever comes of it, the request is refused.
    let _ = tokio::time::timeout(settings.timeout, read).await;
}

/// The length that the request announces.
fn announced(request: &Request) -> Option<u64> {
    request.header(header::CONTENT_LENGTH)?.parse().ok()
}

/// The media type without its parameters; empty if there is none.
fn media_type(request: &Request) -> String {
    let kind = request.content_type().unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}

/// The body, broken off where it passes the limit, whatever length was announced.
fn limited(body: Body, limit: u64, overflow: Overflow) -> Body {
    let mut left = limit;
    Body::from_bytes_stream(body.into_bytes_stream().map(move |piece| {
        let piece = piece?;
        let Some(rest) = left.checked_sub(piece.len() as u64) else {
            overflow.0.store(true, Ordering::Relaxed);
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        };
        left = rest;
        Ok(piece)
    }))
}

fn unread(error: &ReadBodyError, overflow: &Overflow) -> Problem {
    if overflow.happened() {
        Problem::TooLarge
    } else {
        Problem::Malformed(error.to_string())
    }
}
