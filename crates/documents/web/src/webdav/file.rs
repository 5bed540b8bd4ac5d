//! Files: given, written and taken away; and folders made.

use poem::http::{StatusCode, header};
use poem::{Body, Request, Response, handler};
use yakusho_attachments as attachments;
use yakusho_documents::webdav::{self, Node};
use yakusho_kernel::{Conflict, Fault};
use yakusho_webkit::{Answer, Problem, Visit, entity_tag};

use super::answer::{failed, left, misplaced, plain, tag_of};
use super::gate::{Does, Gate};
use super::target::Target;
use super::{CLASSES, METHODS};

/// How often an address is looked up anew where somebody else changed what is there.
const TRIES: usize = 5;

/// `GET`, and with it `HEAD`.
#[handler]
pub(super) async fn get(visit: Visit, request: &Request) -> Answer {
    let target = Target::of(&visit)?;
    let found = target.find(&visit).await?.ok_or(Fault::NotFound)?;
    let gate = Gate::of(&visit, request).await?;
    if let Some(answer) = gate
        .against(&visit, request, (&target, &found), Does::Read)
        .await?
    {
        return Ok(answer);
    }
    let (name, file) = match &found.node {
        None => return Err(Fault::NotFound.into()),
        Some(Node::File(_, file)) => (&found.name, file.as_ref()),
        Some(Node::Loose(loose)) => match &loose.file {
            Some(file) => (&found.name, file),
            None => {
                return Ok(Response::builder()
                    .header(header::ETAG, tag_of(&found).unwrap_or_default())
                    .content_type("application/octet-stream")
                    .finish());
            }
        },
        Some(_) => {
            let allow = METHODS.to_owned();
            return Err(Problem::MethodNotAllowed { allow });
        }
    };
    visit.download(&file.hash, name, &file.media_type).await
}

/// `PUT`
#[handler]
pub(super) async fn put(visit: Visit, request: &Request, body: Body) -> Answer {
    let target = Target::of(&visit)?;
    let Some(mut found) = target.find(&visit).await? else {
        return Ok(plain(StatusCode::CONFLICT));
    };
    if found.node.as_ref().is_some_and(Node::is_collection) {
        let allow = METHODS.to_owned();
        return Err(Problem::MethodNotAllowed { allow });
    }
    // Part of a file is never written over the whole (RFC 9110, section 14.5).
    if request.headers().contains_key(header::CONTENT_RANGE) {
        return Err(Problem::Malformed("a part of a file".to_owned()));
    }
    let gate = Gate::of(&visit, request).await?;
    let opened = gate.against(&visit, request, (&target, &found), Does::Write);
    if let Some(answer) = opened.await? {
        return Ok(answer);
    }
    let href = target.href(false);
    if let Err(fault) = webdav::may_keep(&visit.cx, &found) {
        return failed(&visit, fault, &href);
    }
    let limit = visit.cx.city().values(visit.cx.today()).upload_limit_bytes;
    let announced = request.header(header::CONTENT_LENGTH);
    if announced.is_some_and(|length| length.parse::<u64>().is_ok_and(|length| length > limit)) {
        return Err(Problem::TooLarge);
    }
    let blobs = visit.site().blobs();
    let content = body.into_async_read();
    let file = match attachments::upload(&visit.cx, blobs, &found.name, content).await {
        Ok(file) => file.into_inner(),
        Err(fault) => return failed(&visit, fault, &href),
    };
    let tag = (file.size > 0).then(|| entity_tag(&file.hash));
    let conditional = request.headers().contains_key(header::IF_MATCH)
        || request.headers().contains_key(header::IF_NONE_MATCH);
    for _ in 0..TRIES {
        match webdav::keep(&visit.cx, &found, file.clone()).await {
            Ok(created) => {
                let status = if created {
                    StatusCode::CREATED
                } else {
                    StatusCode::NO_CONTENT
                };
                let answer = Response::builder().status(status).header("DAV", CLASSES);
                return Ok(match tag {
                    Some(tag) => answer.header(header::ETAG, tag).finish(),
                    None => answer.finish(),
                });
            }
            Err(Fault::Conflict(conflict)) if conflict == Conflict::CHANGED => {
                // Whoever says what they wrote over is told that it is another by now.
                if conditional {
                    return Ok(plain(StatusCode::PRECONDITION_FAILED));
                }
                match target.find(&visit).await? {
                    Some(again) => found = again,
                    None => return Ok(plain(StatusCode::CONFLICT)),
                }
            }
            Err(fault) => return failed(&visit, fault, &href),
        }
    }
    Err(Fault::from(Conflict::CHANGED).into())
}

/// `DELETE`
#[handler]
pub(super) async fn delete(visit: Visit, request: &Request) -> Answer {
    let target = Target::of(&visit)?;
    let found = target.find(&visit).await?.ok_or(Fault::NotFound)?;
    if found.node.is_none() {
        return Err(Fault::NotFound.into());
    }
    let gate = Gate::of(&visit, request).await?;
    let opened = gate.against(&visit, request, (&target, &found), Does::Bind);
    if let Some(answer) = opened.await? {
        return Ok(answer);
    }
    match webdav::remove(&visit.cx, &found).await {
        Ok(stays) if stays.is_empty() => Ok(plain(StatusCode::NO_CONTENT)),
        Ok(stays) => Ok(left(&target, &stays)),
        Err(fault) => failed(&visit, fault, &target.href(false)),
    }
}

/// `MKCOL`
#[handler]
pub(super) async fn make_folder(visit: Visit, request: &Request, body: Body) -> Answer {
    let target = Target::of(&visit)?;
    let body = body
        .into_bytes_limit(1)
        .await
        .map_err(|_| Problem::UnsupportedMedia)?;
    if !body.is_empty() {
        return Err(Problem::UnsupportedMedia);
    }
    let Some(found) = target.find(&visit).await? else {
        return Ok(plain(StatusCode::CONFLICT));
    };
    if found.node.is_some() {
        let allow = METHODS.to_owned();
        return Err(Problem::MethodNotAllowed { allow });
    }
    let gate = Gate::of(&visit, request).await?;
    let opened = gate.against(&visit, request, (&target, &found), Does::Bind);
    if let Some(answer) = opened.await? {
        return Ok(answer);
    }
    match webdav::make_folder(&visit.cx, &found).await {
        Ok(()) => Ok(plain(StatusCode::CREATED)),
        Err(Fault::Conflict(conflict)) if conflict == webdav::MISPLACED => Ok(misplaced(&visit)),
        Err(fault) => failed(&visit, fault, &target.href(true)),
    }
}
