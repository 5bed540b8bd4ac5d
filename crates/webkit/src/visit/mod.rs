//! A visit: one request, with everything that a handler asks of it.

mod beginning;
mod day;
mod maintenance;
mod request;
mod see_other;
mod shell;
mod signed_in;

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use maud::Markup;
use percent_encoding::percent_decode_str;
use poem::http::header;
use poem::{FromRequest, Request, RequestBody};
use yakusho_kernel::{Actor, Cursor, Cx, Once, RequestId, Standing};
use yakusho_regulation::Lang;

pub use day::NamedDay;
pub use maintenance::{Announced, Halt, Maintenance, Rests};
pub use request::within_site;
pub(crate) use request::{basic, bearer};
pub use see_other::SeeOther;
pub use signed_in::{Authenticator, Must, SignedIn};

use crate::guard::forgery;
use crate::page::paths;
use crate::problem::{Sent, Unsent};
use crate::site::{SESSION_COOKIE, cookie_name, session_cookie};
use crate::ui::pager;
use crate::{Entry, Kind, Problem, Site};

/// The cookie that keeps the language of somebody who is not signed in.
pub(crate) const LANG_COOKIE: &str = "lang";

/// The cookie that carries what the last act says to the page after it.
pub(crate) const SAYING_COOKIE: &str = "saying";

/// One request: who acts, in which language, and the way to pages, forms and redirects.
///
/// A handler takes it as its first argument. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The context of the act: give it to services.
    pub cx: Cx,
    /// The language to answer in.
    pub lang: Lang,
    site: Arc<Site>,
    signed_in: Option<Arc<SignedIn>>,
    /// What forms carry: the session's token, and by what one page's forms are told from another's.
    form_token: Arc<str>,
    about: Arc<About>,
    /// What was sent before, and waited until now.
    unsent: Option<Arc<Unsent>>,
}

/// What the request says of itself.
#[derive(Debug)]
struct About {
    api: bool,
    kind: Kind,
    here: String,
    host: String,
    query: Vec<(String, String)>,
    client: Option<IpAddr>,
    user_agent: String,
    cookies: Vec<(String, String)>,
    said: AtomicBool,
    reading: bool,
    wanted: Wanted,
    sent: OnceLock<Sent>,
    has_page: bool,
    /// Where something new begins, the page that it is, or that its form came with.
    beginning: Option<OnceLock<RequestId>>,
}

/// Which part of a file is wanted, and what the client has already.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) range: Option<String>,
    pub(crate) if_range: Option<String>,
    pub(crate) if_none_match: Option<String>,
}

impl Visit {
    /// The visit of somebody who is not recognised yet.
    pub(crate) fn at_the_door(
        site: &Arc<Site>,
        entry: &Entry,
        request: &Request,
        id: RequestId,
    ) -> Self {
        let headers = request.headers();
        let uri = request.uri();
        let lang_cookie = cookie_name(site.settings().cookie_secure, LANG_COOKIE);
        let lang = request::cookies(headers).find(|(name, _)| *name == lang_cookie);
        let lang = lang.and_then(|(_, tag)| tag.parse().ok());
        let about = About {
            api: entry.api,
            kind: entry.kind,
            here: uri
                .path_and_query()
                .map_or("/", |here| here.as_str())
                .to_owned(),
            host: request.header(header::HOST).unwrap_or_default().to_owned(),
            query: request.params().unwrap_or_default(),
            client: request::client(request, &site.settings().trusted_proxies),
            user_agent: request
                .header(header::USER_AGENT)
                .unwrap_or_default()
                .to_owned(),
            cookies: request::cookies(headers)
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            said: AtomicBool::new(false),
            reading: entry.is_reading(),
            wanted: Wanted {
                range: request.header(header::RANGE).map(str::to_owned),
                if_range: request.header(header::IF_RANGE).map(str::to_owned),
                if_none_match: request.header(header::IF_NONE_MATCH).map(str::to_owned),
            },
            sent: OnceLock::new(),
            has_page: site.has_page(&entry.path),
            beginning: site.begins(entry).then(OnceLock::new),
        };
        Self {
            cx: Cx::new(site.env(), Actor::Nobody, id),
            lang: lang
                .or_else(|| request::accepted_lang(headers))
                .unwrap_or_default(),
            site: Arc::clone(site),
            signed_in: None,
            form_token: Arc::default(),
            about: Arc::new(about),
            unsent: None,
        }
    }

    /// The same visit, by whoever the session or the API token belongs to.
    pub(crate) async fn recognise(
        &self,
        entry: &Entry,
        request: &Request,
    ) -> Result<Self, Problem> {
        let headers = request.headers();
        let authenticator = self.site.authenticator();
        let kind = entry.kind;
        if let Some((login, token)) = basic(headers).filter(|_| kind.is_dav()) {
            let found = authenticator.by_login(&self.cx, &login, &token).await?;
            return Ok(self.by(found.ok_or(Problem::SignedOut)?));
        }
        let found = match bearer(headers).filter(|_| entry.api) {
            Some(token) => Some(
                authenticator
                    .by_token(&self.cx, token)
                    .await?
                    .ok_or(Problem::SignedOut)?,
            ),
            None => match self.session_secret().filter(|_| !kind.is_for_programs()) {
                Some(secret) => authenticator.by_session(&self.cx, &secret).await?,
                None => None,
            },
        };
        Ok(match found {
            Some(signed_in) => self.by(signed_in),
            None => self.clone(),
        })
    }

    fn by(&self, signed_in: SignedIn) -> Self {
        Self {
            cx: self.acting(&signed_in.standing),
            lang: signed_in.lang.unwrap_or(self.lang),
            form_token: forgery::form_token(&signed_in, self.cx.request()).into(),
            signed_in: Some(Arc::new(signed_in)),
            ..self.clone()
        }
    }

    /// The act of a person. One that changes something acts once, however often it is sent.
    fn acting(&self, standing: &Arc<Standing>) -> Cx {
        let cx = self.cx.recognised(Actor::Person(Arc::clone(standing)));
        if self.is_reading() {
            cx
        } else {
            cx.acting_once(Once::of(standing.person))
        }
    }

    /// What all requests share.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// Who is signed in, if anybody.
    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.signed_in.as_deref()
    }

    /// Who is signed in; a route that is not public has made sure that somebody is.
    pub fn me(&self) -> Result<&SignedIn, Problem> {
        self.signed_in().ok_or(Problem::SignedOut)
    }

    /// Whether a function is switched on for whoever is signed in.
    pub fn is_on(&self, function: &str) -> bool {
        self.signed_in()
            .is_some_and(|signed_in| signed_in.functions.contains(&function))
    }

    /// The token that forms carry; empty where nobody is signed in. It tells the forms of one page from those of
    /// another: one that is sent twice acts once.
    pub fn csrf(&self) -> &str {
        &self.form_token
    }

    /// Path and query of this request.
    pub fn here(&self) -> &str {
        &self.about.here
    }

    /// What addresses of this site begin with, as it was asked: `https://host`.
    pub fn origin(&self) -> String {
        let scheme = if self.site.settings().cookie_secure {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://{}", self.about.host)
    }

    /// The path of this request.
    pub(crate) fn path(&self) -> &str {
        self.here().split('?').next().unwrap_or_default()
    }

    /// The first value of that name in the query.
    pub fn query(&self, name: &str) -> Option<&str> {
        let mut pairs = self.about.query.iter();
        pairs
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The names in the query.
    pub(crate) fn asked(&self) -> impl Iterator<Item = &str> {
        self.about.query.iter().map(|(name, _)| name.as_str())
    }

    /// Where the page of a list begins: the cursor in the query, as `after`.
    pub fn after(&self) -> Option<Cursor> {
        self.query("after").map(Cursor::from_outside)
    }

    /// This address with one name in the query set to `value`, and its other values gone: to the next page
    /// of a list, or to it in another order.
    pub fn here_with(&self, name: &str, value: &str) -> String {
        self.here_but(name, Some(value))
    }

    /// On to the next page of the list that is shown here, where there is one, and from a later page back to the
    /// first.
    pub fn pager(&self, next: Option<&Cursor>) -> Markup {
        let first = self.query("after").map(|_| self.here_but("after", None));
        let next = next.map(|next| self.here_with("after", next.as_str()));
        pager(self.lang, first, next)
    }

    /// The same with all values of that name gone, where there is none.
    pub(crate) fn here_but(&self, name: &str, value: Option<&str>) -> String {
        let path = self.path();
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (key, value) in self.about.query.iter().filter(|(key, _)| key != name) {
            query.append_pair(key, value);
        }
        query.extend_pairs(value.map(|value| (name, value)));
        match query.finish() {
            none if none.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }

    /// The address to go on to after signing in: `next` in the query, if it leads to this site.
    pub fn next(&self) -> &str {
        within_site(self.query("next").unwrap_or("/"))
    }

    /// The page for signing in that goes on to that address.
    pub fn sign_in_to(&self, next: &str) -> String {
        onward(paths::SIGN_IN, next)
    }

    /// Whether it is a request to the JSON API.
    pub fn is_api(&self) -> bool {
        self.about.api
    }

    /// How it is answered.
    pub(crate) fn kind(&self) -> Kind {
        self.about.kind
    }

    /// The value of a cookie, as [`SeeOther::keep`] wrote it.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let name = cookie_name(self.site.settings().cookie_secure, name);
        let mut cookies = self.about.cookies.iter();
        let (_, value) = cookies.find(|(key, _)| *key == name)?;
        Some(percent_decode_str(value).decode_utf8().ok()?.into_owned())
    }

    /// The secret of the session that the browser brought along, open or not.
    pub fn session_secret(&self) -> Option<String> {
        self.cookie(SESSION_COOKIE)
    }

    /// The line of the header `Set-Cookie` that gives the browser a session's secret, or takes it away; for
    /// operations of the API, where pages use [`SeeOther`].
    pub fn session_cookie(&self, secret: Option<&str>) -> String {
        session_cookie(self.site.settings().cookie_secure, secret)
    }

    /// The address of the client's machine, as far as the proxies that are trusted tell.
    pub fn client(&self) -> Option<IpAddr> {
        self.about.client
    }

    /// What the client says that it is.
    pub fn user_agent(&self) -> &str {
        &self.about.user_agent
    }

    /// Sends the browser to another page of this site, or to one that the operator has named.
    pub fn see_other(&self, to: impl Into<String>) -> SeeOther {
        SeeOther::new(to.into(), self.site.settings().cookie_secure)
    }

    /// Whether the request only asks.
    pub(crate) fn is_reading(&self) -> bool {
        self.about.reading
    }

    /// The form that was sent, as far as it was received.
    pub(crate) fn sent(&self) -> Option<&Sent> {
        self.about.sent.get()
    }

    /// Keeps the form that was sent, should it have to be sent again.
    pub(crate) fn has_sent(&self, sent: Sent) {
        self.about.sent.get_or_init(|| sent);
    }

    /// Whether the address that was asked shows a page, too.
    pub(crate) fn has_page(&self) -> bool {
        self.about.has_page
    }

    /// What was sent before, and waited until now.
    pub(crate) fn unsent(&self) -> Option<&Unsent> {
        self.unsent.as_deref()
    }

    /// The visit that shows it.
    pub(crate) fn showing(self, unsent: Option<Unsent>) -> Self {
        let unsent = unsent.map(Arc::new);
        Self { unsent, ..self }
    }

    /// What the request says about the file that it asks for.
    pub(crate) fn wanted(&self) -> &Wanted {
        &self.about.wanted
    }

    /// Whether this answer showed what the last act said, so that the next one need not.
    pub(crate) fn has_said(&self) -> bool {
        self.about.said.load(Ordering::Relaxed)
    }
}

/// A page on which something is done first, which then goes on to that address.
pub(crate) fn onward(page: &str, next: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("next", next);
    format!("{page}?{}", query.finish())
}

impl<'a> FromRequest<'a> for Visit {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let visit = request.data::<Self>().cloned();
        visit.ok_or_else(|| Problem::internal("a handler outside the route table").into())
    }
}
