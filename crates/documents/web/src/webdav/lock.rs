//! `LOCK` and `UNLOCK`.

use poem::http::StatusCode;
use poem::{Request, Response, handler};
use yakusho_attachments as attachments;
use yakusho_dav::xml::{DAV, child, children, open, parse, raw};
use yakusho_dav::{Depth, refused, text, timeout};
use yakusho_documents::webdav::{self, Found, Held, Wish};
use yakusho_kernel::Fault;
use yakusho_webkit::{Answer, Problem, Visit};

use super::answer::{failed, locked, plain};
use super::gate::{Does, Gate, token, written};
use super::shown::discovery;
use super::target::Target;

/// The longest that a program says of the owner of a lock, in bytes.
const LONGEST_OWNER: usize = 4_000;

/// `LOCK`: a new one, or of one's own, without a body, for longer.
#[handler]
pub(super) async fn lock(visit: Visit, request: &Request, body: Vec<u8>) -> Answer {
    let target = Target::of(&visit)?;
    let Some(found) = target.find(&visit).await? else {
        return Ok(plain(StatusCode::CONFLICT));
    };
    let gate = Gate::of(&visit, request).await?;
    let length = timeout(request.header("timeout"));
    let body = text(body)?;
    if body.trim().is_empty() {
        let around = webdav::around(&gate.held, &found);
        let own = gate.submitted().find(|held| around.contains(held));
        let Some(own) = own else {
            return Ok(plain(StatusCode::PRECONDITION_FAILED));
        };
        return match webdav::refresh(&visit.cx, &found, own, length).await {
            Ok(held) => Ok(told(&visit, &target, &found, &held, StatusCode::OK)),
            Err(fault) => failed(&visit, fault, &target.href(false)),
        };
    }
    let deep = match Depth::of(request.header("depth"))? {
        Depth::Zero => false,
        Depth::Infinity => true,
        Depth::One => return Err(Problem::Malformed("the depth is 0 or infinity".to_owned())),
    };
    let wish = wish(&body, deep, length)?;
    if let Some(answer) = gate
        .against(&visit, request, (&target, &found), Does::Read)
        .await?
    {
        return Ok(answer);
    }
    let (found, status) = match mapped(&visit, &gate, &target, found).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    match webdav::lock(&visit.cx, &found, wish).await {
        Ok(Some(held)) => Ok(told(&visit, &target, &found, &held, status)),
        Ok(None) => Ok(refused(
            StatusCode::LOCKED,
            "<D:no-conflicting-lock/>",
            "locked",
        )),
        Err(fault) => failed(&visit, fault, &target.href(false)),
    }
}

/// What is there; where nothing is, an empty file comes to be there for the lock to be on (RFC 4918, section 7.3).
async fn mapped(
    visit: &Visit,
    gate: &Gate,
    target: &Target,
    found: Found,
) -> Result<Result<(Found, StatusCode), Response>, Problem> {
    if found.node.is_some() {
        return Ok(Ok((found, StatusCode::OK)));
    }
    if let Some(answer) = gate.closed(visit, target, &found, Does::Bind).await? {
        return Ok(Err(answer));
    }
    let href = target.href(false);
    let nothing = attachments::upload(&visit.cx, visit.site().blobs(), &found.name, &b""[..]);
    let made = match webdav::may_keep(&visit.cx, &found) {
        Ok(()) => webdav::keep(&visit.cx, &found, nothing.await?.into_inner()).await,
        Err(fault) => Err(fault),
    };
    if let Err(fault) = made {
        return failed(visit, fault, &href).map(Err);
    }
    let found = target.find(visit).await?.ok_or(Fault::NotFound)?;
    Ok(Ok((found, StatusCode::CREATED)))
}

/// The lock that a body asks for.
fn wish(body: &str, deep: bool, length: Option<time::Duration>) -> Result<Wish, Problem> {
    let malformed = || Problem::Malformed("no lockinfo".to_owned());
    let document = parse(body)?.ok_or_else(malformed)?;
    let root = document.root_element();
    let scope = child(root, DAV, "lockscope").and_then(|scope| children(scope).next());
    let kind = child(root, DAV, "locktype").and_then(|kind| child(kind, DAV, "write"));
    let exclusive = match (scope.map(|scope| scope.tag_name().name()), kind) {
        (Some("exclusive"), Some(_)) => true,
        (Some("shared"), Some(_)) => false,
        _ => return Err(malformed()),
    };
    let owner = child(root, DAV, "owner").map(raw).unwrap_or_default();
    if owner.len() > LONGEST_OWNER {
        return Err(malformed());
    }
    Ok(Wish {
        owner,
        exclusive,
        deep,
        length,
    })
}

/// The answer that tells of a lock.
fn told(
    visit: &Visit,
    target: &Target,
    found: &Found,
    held: &Held,
    status: StatusCode,
) -> Response {
    let discovery = discovery(visit, target, found, &[held]);
    let body = format!(
        "{}<D:lockdiscovery>{discovery}</D:lockdiscovery></D:prop>",
        open("D:prop")
    );
    let answer = Response::builder()
        .status(status)
        .header("Lock-Token", format!("<{}>", written(held.token)))
        .content_type("application/xml; charset=utf-8");
    answer.body(body)
}

/// `UNLOCK`
#[handler]
pub(super) async fn unlock(visit: Visit, request: &Request) -> Answer {
    let target = Target::of(&visit)?;
    let found = target.find(&visit).await?.ok_or(Fault::NotFound)?;
    let given = request.header("lock-token").and_then(token);
    let given = given.ok_or_else(|| Problem::Malformed("no lock token".to_owned()))?;
    let held = webdav::held(&visit.cx).await?;
    let around = webdav::around(&held, &found);
    let Some(own) = around.into_iter().find(|held| held.token == given) else {
        let condition = "<D:lock-token-matches-request-uri/>";
        return Ok(refused(StatusCode::CONFLICT, condition, "no such lock"));
    };
    if own.person != visit.me()?.standing.person {
        return Ok(locked(&target.href(false)));
    }
    match webdav::unlock(&visit.cx, &found, own).await {
        Ok(()) => Ok(plain(StatusCode::NO_CONTENT)),
        Err(fault) => failed(&visit, fault, &target.href(false)),
    }
}
