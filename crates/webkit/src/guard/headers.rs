//! What every answer bears.

use poem::http::HeaderMap;
use poem::http::header::{self, HeaderName, HeaderValue};
use poem::web::{Compress, CompressionAlgo, CompressionLevel};
use poem::{IntoResponse, Response};

use crate::site::cookie_name;
use crate::visit::SAYING_COOKIE;
use crate::{Entry, Kind, Visit};

/// Scripts, styles, pictures and frames of our own and nothing else; forms go to this site; nobody frames it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What every answer says unless it says otherwise itself.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Two years of HTTPS alone, for names below this one too: a neighbour in the clear could set cookies here.
const HSTS: &str = "max-age=63072000; includeSubDomains";

/// The answer as it leaves.
pub(super) fn finish(response: Response, visit: &Visit, entry: &Entry, gzip: bool) -> Response {
    let mut response = if gzip && is_compressible(&response, entry) {
        compressed(response)
    } else {
        response
    };
    let secure = visit.site().settings().cookie_secure;
    if visit.has_said() {
        let name = cookie_name(secure, SAYING_COOKIE);
        let only = if secure { "; Secure" } else { "" };
        let past = format!("{name}=; Path=/; Max-Age=0{only}");
        if let Ok(past) = HeaderValue::from_str(&past) {
            response.headers_mut().append(header::SET_COOKIE, past);
        }
    }
    // An answer that begins or ends a session says so itself.
    let anew = visit.signed_in().and_then(|me| me.new_secret.as_deref());
    if let Some(secret) = anew.filter(|_| !sets_session(&response, visit))
        && let Ok(cookie) = HeaderValue::from_str(&visit.session_cookie(Some(secret)))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if secure {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(HSTS),
        );
    }
    if let Ok(id) = HeaderValue::from_str(&visit.cx.request().to_string()) {
        headers.insert("x-request-id", id);
    }
    response
}

/// Whether the answer gives the browser another session, or takes the session away.
fn sets_session(response: &Response, visit: &Visit) -> bool {
    let name = visit.site().settings().session_cookie();
    let cookies = response.headers().get_all(header::SET_COOKIE);
    cookies
        .iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .filter_map(|cookie| cookie.split_once('='))
        .any(|(set, _)| set == name)
}

/// Whether the client takes gzip.
pub(super) fn takes_gzip(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            name.trim().eq_ignore_ascii_case("gzip") && !matches!(weight.trim(), "q=0" | "q=0.0")
        })
}

/// Text, whole: compression would hold events back, and files are mostly compressed already.
fn is_compressible(response: &Response, entry: &Entry) -> bool {
    let text = response.content_type().is_some_and(|kind| {
        let kind = kind.split(';').next().unwrap_or_default();
        kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml")
    });
    let whole = response.status().is_success() || response.status().is_client_error();
    text && whole
        && !matches!(entry.kind, Kind::Events | Kind::Download | Kind::DavFile)
        && !response.headers().contains_key(header::CONTENT_ENCODING)
}

/// A page on another site cannot have a signed-in browser fetch ours (`SameSite=Lax`), so it learns
/// nothing from how well an answer compresses.
fn compressed(response: Response) -> Response {
    let mut response = Compress::new(response, CompressionAlgo::GZIP)
        .with_quality(CompressionLevel::Fastest)
        .into_response();
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}
