//! The answer after an act: go and see another page (303).

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use poem::http::{HeaderValue, StatusCode, header};
use poem::{IntoResponse, Response};

use super::{LANG_COOKIE, SAYING_COOKIE};
use crate::site::session_cookie;
use yakusho_regulation::Lang;

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
        let words = utf8_percent_encode(words.as_ref(), NON_ALPHANUMERIC).to_string();
        self.cookie(SAYING_COOKIE, &words, "Max-Age=60")
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

    /// Keeps the language in the browser for a year.
    pub(crate) fn lang(self, lang: Lang) -> Self {
        self.cookie(LANG_COOKIE, lang.tag(), "Max-Age=31536000")
    }

    fn cookie(mut self, name: &str, value: &str, age: &str) -> Self {
        let secure = if self.secure { "; Secure" } else { "" };
        self.cookies.push(format!(
            "{name}={value}; Path=/; {age}; HttpOnly; SameSite=Lax{secure}"
        ));
        self
    }
}

impl IntoResponse for SeeOther {
    fn into_response(self) -> Response {
        let mut response = Response::builder()
            .status(StatusCode::SEE_OTHER)
            .header(header::LOCATION, header_safe(&self.to))
            .finish();
        for cookie in self.cookies {
            // A secret with bytes that no header carries would be a fault of whoever made it.
            if let Ok(cookie) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
        }
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
