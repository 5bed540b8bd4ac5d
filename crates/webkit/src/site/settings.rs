//! What an operator may set about the web.

use std::borrow::Cow;
use std::net::IpAddr;
use std::time::Duration;

/// How the site answers. The default fits tests and a site behind nothing.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The program's version, for the foot of each page.
    pub version: String,
    /// What browsers know the site by, such as `https://groupware.example`, where the operator says so.
    pub address: Option<String>,
    /// Whether the site is reached by HTTPS: cookies then never travel in the clear.
    pub cookie_secure: bool,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The largest body of a form or of JSON, in bytes.
    pub body_limit: usize,
    /// The largest body of a request that uploads files, in bytes.
    pub upload_limit: u64,
    /// How long an answer may take.
    pub timeout: Duration,
    /// How long an upload may take.
    pub upload_timeout: Duration,
    /// How many times a minute one source may try to sign in; so many at once, too.
    pub attempts_per_minute: u32,
    /// Whether notices are mailed to those who want it.
    pub mails_notices: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            address: None,
            cookie_secure: false,
            trusted_proxies: Vec::new(),
            body_limit: 1_000_000,
            upload_limit: 2_200_000_000,
            timeout: Duration::from_secs(30),
            upload_timeout: Duration::from_mins(15),
            attempts_per_minute: 60,
            mails_notices: false,
        }
    }
}

impl Settings {
    /// The name of the cookie that holds the session's secret.
    pub(crate) fn session_cookie(&self) -> Cow<'static, str> {
        cookie_name(self.cookie_secure, SESSION_COOKIE)
    }
}

/// The cookie that holds the session's secret.
pub(crate) const SESSION_COOKIE: &str = "session";

/// The name of a cookie as browsers have it. The prefix has them refuse one that a neighbouring site sets.
pub(crate) fn cookie_name(secure: bool, name: &str) -> Cow<'_, str> {
    if secure {
        Cow::Owned(format!("__Host-{name}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// The header line that gives the browser a session's secret, or takes it away. It lasts as long as the
/// browser runs; the server ends it earlier.
pub(crate) fn session_cookie(secure: bool, secret: Option<&str>) -> String {
    let name = cookie_name(secure, SESSION_COOKIE);
    let secure = if secure { "; Secure" } else { "" };
    match secret {
        Some(secret) => format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax{secure}"),
        None => format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}"),
    }
}
