//! `COPY` and `MOVE`.

use poem::http::{StatusCode, header};
use poem::{Request, handler};
use yakusho_dav::{Depth, destination, overwrite};
use yakusho_documents::webdav::{self, Found, Node};
use yakusho_kernel::Fault;
use yakusho_webkit::{Answer, Problem, Visit};

use super::answer::{failed, left, plain};
use super::gate::{Does, Gate};
use super::target::Target;

/// `COPY`
#[handler]
pub(super) async fn copy(visit: Visit, request: &Request) -> Answer {
    let deep = match Depth::of(request.header("depth"))? {
        Depth::Zero => false,
        Depth::Infinity => true,
        Depth::One => return Err(Problem::Malformed("the depth is 0 or infinity".to_owned())),
    };
    taken(&visit, request, Some(deep)).await
}

/// `MOVE`
#[handler]
pub(super) async fn relocate(visit: Visit, request: &Request) -> Answer {
    taken(&visit, request, None).await
}

/// Takes what is there to its destination: copied, so deep, or else moved.
async fn taken(visit: &Visit, request: &Request, copied: Option<bool>) -> Answer {
    let from = Target::of(visit)?;
    let host = request.header(header::HOST);
    let Some(path) = destination(request.header("destination"), host)? else {
        return Ok(plain(StatusCode::BAD_GATEWAY));
    };
    let Some(to) = Target::parse(&path) else {
        return Ok(plain(StatusCode::FORBIDDEN));
    };
    let overwrite = overwrite(request.header("overwrite"))?;
    let source = from.find(visit).await?.ok_or(Fault::NotFound)?;
    let Some(node) = &source.node else {
        return Err(Fault::NotFound.into());
    };
    let Some(place) = to.find(visit).await? else {
        return Ok(plain(StatusCode::CONFLICT));
    };
    if place.node.as_ref() == Some(node) && !renames(&source, &place) || within(node, &place) {
        return Ok(plain(StatusCode::FORBIDDEN));
    }
    if place
        .node
        .as_ref()
        .is_some_and(|there| within(there, &source))
    {
        return Ok(plain(StatusCode::CONFLICT));
    }
    if place.node.is_some() && !overwrite {
        return Ok(plain(StatusCode::PRECONDITION_FAILED));
    }
    let gate = Gate::of(visit, request).await?;
    let does = match copied {
        Some(_) => Does::Read,
        None => Does::Bind,
    };
    let against = gate.against(visit, request, (&from, &source), does);
    if let Some(answer) = against.await? {
        return Ok(answer);
    }
    let does = match &place.node {
        // A file over a file is written, and stays what it is.
        Some(there) if !there.is_collection() && !node.is_collection() => Does::Write,
        _ => Does::Bind,
    };
    if let Some(answer) = gate.closed(visit, &to, &place, does).await? {
        return Ok(answer);
    }
    let done = match copied {
        Some(deep) => webdav::copy(&visit.cx, &source, &place, deep).await,
        None => webdav::relocate(&visit.cx, &source, &place).await,
    };
    let whose = if copied.is_some() { &to } else { &from };
    match done {
        Ok(stays) if !stays.is_empty() => Ok(left(whose, &stays)),
        Ok(_) if place.node.is_some() => Ok(plain(StatusCode::NO_CONTENT)),
        Ok(_) => Ok(plain(StatusCode::CREATED)),
        Err(fault) => failed(visit, fault, &to.href(false)),
    }
}

/// Whether one thing is there under another name.
fn renames(source: &Found, place: &Found) -> bool {
    source.name != place.name
}

/// Whether an address lies in what is there.
fn within(node: &Node, found: &Found) -> bool {
    let thing = node.thing().filter(|_| node.is_collection());
    let above = found.above.iter().filter_map(Node::thing);
    thing.is_some_and(|thing| above.into_iter().any(|above| above == thing))
}
