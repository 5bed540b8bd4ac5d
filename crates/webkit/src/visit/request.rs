//! What a request says about itself: cookies, languages, where it comes from.

use std::net::IpAddr;

use data_encoding::BASE64;
use poem::Request;
use poem::http::{HeaderMap, header};
use yakusho_regulation::Lang;

use super::Visit;

/// The cookies, as they came.
pub(super) fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}

/// The language that the browser asks for, among those there are.
pub(crate) fn accepted_lang(headers: &HeaderMap) -> Option<Lang> {
    let wanted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Lang)> = None;
    for range in wanted.split(',') {
        let (tag, weight) = match range.split_once(";q=") {
            Some((tag, weight)) => (tag, weight.trim().parse().unwrap_or(0.0)),
            None => (range, 1.0),
        };
        let primary = tag.trim().split('-').next().unwrap_or_default();
        let Ok(lang) = primary.to_ascii_lowercase().parse() else {
            continue;
        };
        if weight > best.map_or(0.0, |(weight, _)| weight) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// Where the request comes from: the nearest address that is none of our own proxies. Only what such a
/// proxy added is believed.
pub(crate) fn client(request: &Request, proxies: &[IpAddr]) -> Option<IpAddr> {
    let ours = |address: &IpAddr| proxies.contains(address);
    let peer = request.remote_addr().as_socket_addr()?.ip().to_canonical();
    if !ours(&peer) {
        return Some(peer);
    }
    let forwarded = request.headers().get_all("x-forwarded-for");
    let hops: Vec<&str> = forwarded
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    let mut nearest = peer;
    for hop in hops.into_iter().rev() {
        let Ok(address) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        nearest = address.to_canonical();
        if !ours(&nearest) {
            break;
        }
    }
    Some(nearest)
}

/// The token of `Authorization: Bearer …`.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Name and password of `Authorization: Basic …` (RFC 7617), in UTF-8.
pub(crate) fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    let decoded = BASE64.decode(encoded.trim().as_bytes()).ok()?;
    let decoded = String::from_utf8(decoded).ok()?;
    let (name, password) = decoded.split_once(':')?;
    let is_basic = scheme.eq_ignore_ascii_case("basic");
    is_basic.then(|| (name.to_owned(), password.to_owned()))
}

/// An address within this site to go on to, and nothing else: `/` where `wanted` leads elsewhere.
pub fn within_site(wanted: &str) -> &str {
    let local = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains('\\')
        && !wanted.chars().any(char::is_control);
    if local { wanted } else { "/" }
}

impl Visit {
    /// Whether the site was asked at that address, `https://host`, and not under another name.
    pub fn is_at(&self, address: &str) -> bool {
        let (scheme, authority) = address.split_once("://").unwrap_or(("", address));
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let bare = |host: &str| {
            let host = host.trim_end_matches('/').to_ascii_lowercase();
            host.strip_suffix(usual).map_or(host.clone(), str::to_owned)
        };
        bare(&self.about.host) == bare(authority)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, header::HeaderValue::from_static(value))])
    }

    #[test]
    fn only_addresses_within_the_site_are_gone_on_to() {
        for good in ["/", "/board/1?after=x#top", "/掲示板"] {
            assert_eq!(within_site(good), good);
        }
        for bad in [
            "",
            "board",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\n/evil.example",
            "/\t/evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(within_site(bad), "/", "{bad:?}");
        }
    }

    #[test]
    fn the_heaviest_known_language_is_taken() {
        let accepted = |value| accepted_lang(&headers(header::ACCEPT_LANGUAGE, value));
        assert_eq!(accepted("en-US,en;q=0.9,ja;q=0.8"), Some(Lang::En));
        assert_eq!(accepted("fr, en;q=0.5, ja-JP;q=0.7"), Some(Lang::Ja));
        assert_eq!(accepted("fr, *;q=0.1"), None);
        assert_eq!(accepted("en;q=0"), None);
        assert_eq!(accepted("en;q=much"), None);
    }

    #[test]
    fn cookies_are_told_apart() {
        let sent = headers(header::COOKIE, "lang=en; empty=;odd; a=b=c");
        let found: Vec<_> = cookies(&sent).collect();
        assert_eq!(found, [("lang", "en"), ("empty", ""), ("a", "b=c")]);
    }

    #[test]
    fn name_and_password_are_read_up_to_the_first_colon() {
        let read = |value| basic(&headers(header::AUTHORIZATION, value));
        let pair = |name: &str, password: &str| Some((name.to_owned(), password.to_owned()));
        assert_eq!(read("Basic c2F0bzphOmI="), pair("sato", "a:b"));
        assert_eq!(read("basic OmI="), pair("", "b"));
        for wrong in [
            "Bearer c2F0bzphOmI=",
            "Basic",
            "Basic %",
            "Basic c2F0bw==",
            "Basic /zph",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_bearer_token_is_told_from_other_schemes() {
        assert_eq!(
            bearer(&headers(header::AUTHORIZATION, "Bearer abc")),
            Some("abc")
        );
        assert_eq!(
            bearer(&headers(header::AUTHORIZATION, "bearer abc")),
            Some("abc")
        );
        assert_eq!(bearer(&headers(header::AUTHORIZATION, "Basic abc")), None);
    }
}
