//! The answer after an act: go and see another page (303).

use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use poem::http::{HeaderValue, StatusCode, header};
use poem::{IntoResponse, Response};

use super::{LANG_COOKIE, SAYING_COOKIE};
use crate::site::{cookie_name, session_cookie};
use yakusho_regulation::Lang;

/// What stands before words that tell of something still to be done.
pub(super) const CAUTION: char = '!';

/// Goes to another page of this site, after an act: reloading that page does not repeat it.
#[must_use]
#[derive(Debug)]
pub struct SeeOther {
    to: String,
    secure: bool,
    cookies: Vec<String>,
}

impl SeeOther {
    pub(super) fn new(to: String, secure: bool) -> Self {
        Self {
            to,
            secure,
            cookies: Vec::new(),
        }
    }

    /// Has the next page say what was done.
    pub fn saying(self, words: impl AsRef<str>) -> Self {
        self.keep(SAYING_COOKIE, words.as_ref(), Duration::from_mins(1))
    }

    /// Has the next page say what is still to be done.
    pub(crate) fn cautioning(self, words: impl AsRef<str>) -> Self {
        self.saying(format!("{CAUTION}{}", words.as_ref()))
    }

    /// Has the browser keep a text for so long; [`Visit::cookie`](crate::Visit::cookie) reads it. No script
    /// can, and no other site has it sent along by what it embeds.
    pub fn keep(mut self, name: &str, text: &str, lifetime: Duration) -> Self {
        let text = utf8_percent_encode(text, NON_ALPHANUMERIC);
        let name = cookie_name(self.secure, name);
        let secure = if self.secure { "; Secure" } else { "" };
        let age = lifetime.as_secs();
        self.cookies.push(format!(
            "{name}={text}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}"
        ));
        self
    }

    /// Begins a session.
    pub fn begin_session(mut self, secret: &str) -> Self {
        self.cookies.push(session_cookie(self.secure, Some(secret)));
        self
    }

    /// Ends the session in the browser.
    pub fn end_session(mut self) -> Self {
        self.cookies.push(session_cookie(self.secure, None));
        self
    }

    /// Shows a page instead of going on, with the same cookies.
    pub fn showing(self, page: impl IntoResponse) -> Response {
        let mut response = page.into_response();
        self.set_cookies(&mut response);
        response
    }

    fn set_cookies(&self, response: &mut Response) {
        for cookie in &self.cookies {
            // A secret with bytes that no header carries would be a fault of whoever made it.
            if let Ok(cookie) = HeaderValue::from_str(cookie) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
        }
    }

    /// Keeps the language in the browser for a year.
    pub(crate) fn lang(self, lang: Lang) -> Self {
        const YEAR: Duration = Duration::from_hours(365 * 24);
        self.keep(LANG_COOKIE, lang.tag(), YEAR)
    }
}

impl IntoResponse for SeeOther {
    fn into_response(self) -> Response {
        let mut response = Response::builder()
            .status(StatusCode::SEE_OTHER)
            .header(header::LOCATION, header_safe(&self.to))
            .finish();
        self.set_cookies(&mut response);
        response
    }
}

impl From<SeeOther> for Response {
    fn from(see_other: SeeOther) -> Self {
        see_other.into_response()
    }
}

/// The address in the letters that a header carries.
fn header_safe(address: &str) -> String {
    utf8_percent_encode(address, percent_encoding::CONTROLS).to_string()
}
