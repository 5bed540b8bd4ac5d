//! Requests that another site has a signed-in browser send.

use poem::Request;
use poem::http::header;
use subtle::ConstantTimeEq;
use yakusho_kernel::RequestId;

use crate::{Problem, SignedIn, Visit};

/// Between the session's token and the page; neither has it.
const BETWEEN: char = '.';

/// Refuses what a browser says that another site sent. Programs that are no browsers say nothing, and
/// carry no cookie that somebody else could use.
pub(super) fn same_site(visit: &Visit, request: &Request) -> Result<(), Problem> {
    if is_token(visit) {
        return Ok(());
    }
    let ours = match (
        request.header("sec-fetch-site"),
        request.header(header::ORIGIN),
    ) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => is_own(origin, request.header(header::HOST)),
        (None, None) => true,
    };
    if ours { Ok(()) } else { Err(Problem::Forged) }
}

/// What forms carry: the session's token, and the request that made their page.
pub(crate) fn form_token(me: &SignedIn, page: RequestId) -> String {
    if me.csrf.is_empty() {
        String::new()
    } else {
        token_of(&me.csrf, page)
    }
}

/// The same, of a session by its token.
pub(crate) fn token_of(csrf: &str, page: RequestId) -> String {
    format!("{csrf}{BETWEEN}{page}")
}

/// The session's token in what a form carries.
pub(crate) fn session_in(token: &str) -> &str {
    token.split(BETWEEN).next().unwrap_or_default()
}

/// The page that a form came with, as the token in it tells.
pub(crate) fn page_of(token: &str) -> Option<RequestId> {
    token.split_once(BETWEEN)?.1.parse().ok()
}

/// Refuses what does not carry the session's token.
pub(super) fn token(visit: &Visit, sent: Option<&str>) -> Result<(), Problem> {
    let Some(me) = visit.signed_in() else {
        return Ok(());
    };
    if is_token(visit) {
        return Ok(());
    }
    let carried = session_in(sent.unwrap_or_default()).as_bytes();
    if !me.csrf.is_empty() && bool::from(carried.ct_eq(me.csrf.as_bytes())) {
        Ok(())
    } else {
        Err(Problem::Forged)
    }
}

/// Whether an API token authorises the request: no browser adds one by itself.
fn is_token(visit: &Visit) -> bool {
    visit.signed_in().is_some_and(|me| me.session.is_none())
}

/// Whether an origin, `https://host:port`, is the host that was asked.
fn is_own(origin: &str, host: Option<&str>) -> bool {
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    authority.is_some_and(|authority| host.is_some_and(|host| host.eq_ignore_ascii_case(authority)))
}
