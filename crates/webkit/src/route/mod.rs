//! The route table: every address that the site answers, who may ask it, and what answers.

mod api;
mod app;
mod described;

use std::sync::Arc;

use poem::endpoint::{BoxEndpoint, EndpointExt};
use poem::http::Method;
use poem::{IntoEndpoint, Response};
use poem_openapi::OpenApi;
use serde::{Serialize, Serializer};
use serde_json::Value;
use yakusho_regulation::{Marked, Role};

pub use app::{App, OfferFault};
pub(crate) use described::Described;

/// Who may ask. It is the first gate, and what tests compare the site with; what somebody may do to a
/// thing is for its domain's policy to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Anyone, and all get the same: nobody is recognised. Style sheets, health.
    Anyone,
    /// Anyone, but who is signed in may get something else: the way in.
    Public,
    /// Whoever is signed in, even where something [must](crate::Must) be done first: doing it, signing out.
    SignedIn,
    /// Whoever is signed in and owes nothing: the usual.
    User,
    /// The holders of a role.
    Role(Role),
    /// The holders of any of these roles.
    AnyRole(&'static [Role]),
}

/// How a route is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Within a short time, from a small body.
    Plain,
    /// From a body that may hold files.
    Upload,
    /// As an attempt at a secret, of which only so many a minute may fail from one source: signing in.
    Attempt,
    /// With a file of any size.
    Download,
    /// As a stream of events that stays open.
    Events,
    /// As WebDAV, to programs that sign in by name and token with every request, and to nobody's browser.
    Dav,
    /// The same with a file, sent or given.
    DavFile,
    /// As SCIM (RFC 7644), to an identity management that shows a token for it alone, and to nobody's browser.
    Scim,
}

impl Kind {
    /// Whether it answers as WebDAV.
    pub(crate) const fn is_dav(self) -> bool {
        matches!(self, Self::Dav | Self::DavFile)
    }

    /// Whether it answers programs that sign in with every request, and knows no session.
    pub(crate) const fn is_for_programs(self) -> bool {
        self.is_dav() || matches!(self, Self::Scim)
    }
}

/// A row of the route table.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// The method; `GET` answers `HEAD`, too.
    #[serde(serialize_with = "as_text")]
    pub method: Method,
    /// The path, with parameters as `:id`.
    pub path: String,
    /// Who may ask.
    pub access: Access,
    /// The rule by which it is kept for the holders of a role; the one that creates the role unless told.
    #[serde(serialize_with = "as_rule")]
    pub rule: Option<Marked>,
    /// How it is answered.
    pub kind: Kind,
    /// The function that it belongs to; where that is stopped, nobody is let in, and where the city has none, the route
    /// does not exist.
    pub function: Option<&'static str>,
    /// Whether it goes on while acts rest for maintenance.
    pub any_time: bool,
    /// Whether it belongs to the JSON API, and answers faults as problem details.
    pub api: bool,
    /// Of an operation of the API, what it takes; anything goes where there is none.
    #[serde(skip)]
    pub(crate) described: Option<Arc<Described>>,
    /// What answers: the handler, or the operation of the API.
    pub handler: String,
}

fn as_text<S: Serializer>(method: &Method, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(method.as_str())
}

#[expect(clippy::ref_option, reason = "what serde hands over")]
fn as_rule<S: Serializer>(rule: &Option<Marked>, to: S) -> Result<S::Ok, S::Error> {
    rule.map(Marked::rule).serialize(to)
}

/// A route: an entry of the table, and what answers.
#[derive(Clone)]
pub(crate) struct Route {
    pub(crate) entry: Entry,
    pub(crate) endpoint: Arc<BoxEndpoint<'static>>,
}

/// The routes of a web crate.
///
/// ```text
/// Routes::new()
///     .get("/board", Access::User, list)
///     .get("/board/new", Access::User, new)
///     .upload("/board", Access::User, publish)
///     .api(Access::User, BoardApi)
///     .function("board")
/// ```
#[derive(Default)]
pub struct Routes {
    pub(crate) routes: Vec<Route>,
    pub(crate) specs: Vec<Value>,
}

impl Entry {
    /// Whether it only asks, whatever it sends along.
    pub fn is_reading(&self) -> bool {
        self.method.is_safe() || matches!(self.method.as_str(), "PROPFIND" | "REPORT")
    }
}

impl std::fmt::Debug for Routes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.entries()).finish()
    }
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows something.
    #[must_use]
    pub fn get<E: IntoEndpoint<Endpoint: 'static>>(
        self,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        self.page(Method::GET, path, access, Kind::Plain, handler)
    }

    /// Does something, with what a form says.
    #[must_use]
    pub fn post<E: IntoEndpoint<Endpoint: 'static>>(
        self,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        self.page(Method::POST, path, access, Kind::Plain, handler)
    }

    /// Does something, with a form that may bring files.
    #[must_use]
    pub fn upload<E: IntoEndpoint<Endpoint: 'static>>(
        self,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        self.page(Method::POST, path, access, Kind::Upload, handler)
    }

    /// Takes an attempt that a stranger could repeat to guess a secret: limited for each source.
    #[must_use]
    pub fn attempt<E: IntoEndpoint<Endpoint: 'static>>(
        self,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        self.page(Method::POST, path, access, Kind::Attempt, handler)
    }

    /// The same, where another site sends the browser back to with what it tries.
    #[must_use]
    pub fn attempt_by_get<E: IntoEndpoint<Endpoint: 'static>>(
        self,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        self.page(Method::GET, path, access, Kind::Attempt, handler)
    }

    /// Gives a file of any size.
    #[must_use]
    pub fn download<E: IntoEndpoint<Endpoint: 'static>>(
        self,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        self.page(Method::GET, path, access, Kind::Download, handler)
    }

    /// Keeps telling, as server-sent events.
    #[must_use]
    pub fn events<E: IntoEndpoint<Endpoint: 'static>>(
        self,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        self.page(Method::GET, path, access, Kind::Events, handler)
    }

    /// Answers a method of WebDAV, or one that is used with it, to programs.
    #[must_use]
    pub fn dav<E: IntoEndpoint<Endpoint: 'static>>(
        mut self,
        method: Method,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        let kept = self.routes.len();
        self = self.page(method, path, access, Kind::Dav, handler);
        for route in &mut self.routes[kept..] {
            route.entry.api = true;
        }
        self
    }

    /// The same, where a file of any size is sent or given.
    #[must_use]
    pub fn dav_file<E: IntoEndpoint<Endpoint: 'static>>(
        mut self,
        method: Method,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        let kept = self.routes.len();
        self = self.dav(method, path, access, handler);
        for route in &mut self.routes[kept..] {
            route.entry.kind = Kind::DavFile;
        }
        self
    }

    /// Answers a method of SCIM, below `/scim/v2`.
    #[must_use]
    pub fn scim<E: IntoEndpoint<Endpoint: 'static>>(
        mut self,
        method: Method,
        path: &str,
        access: Access,
        handler: E,
    ) -> Self {
        let kept = self.routes.len();
        self = self.page(method, path, access, Kind::Scim, handler);
        for route in &mut self.routes[kept..] {
            route.entry.api = true;
        }
        self
    }

    /// Operations of the JSON API, below `/api/v1`.
    #[must_use]
    pub fn api<A: OpenApi + 'static>(self, access: Access, operations: A) -> Self {
        self.operations(access, Kind::Plain, operations)
    }

    /// Operations of the JSON API that take files in their bodies.
    #[must_use]
    pub fn api_upload<A: OpenApi + 'static>(self, access: Access, operations: A) -> Self {
        self.operations(access, Kind::Upload, operations)
    }

    /// Operations of the JSON API that give files.
    #[must_use]
    pub fn api_download<A: OpenApi + 'static>(self, access: Access, operations: A) -> Self {
        self.operations(access, Kind::Download, operations)
    }

    /// Operations of the JSON API that are limited for each source, as [`Routes::attempt`].
    #[must_use]
    pub fn api_attempt<A: OpenApi + 'static>(self, access: Access, operations: A) -> Self {
        self.operations(access, Kind::Attempt, operations)
    }

    /// All routes so far answer programs, as the operations of the API do.
    pub(crate) fn beside_api(mut self) -> Self {
        for route in &mut self.routes {
            route.entry.api = true;
        }
        self
    }

    /// All routes so far belong to this function: where it is stopped, they are refused under the article, and where the
    /// city has none, they do not exist.
    #[must_use]
    pub fn function(mut self, function: &'static str) -> Self {
        for route in &mut self.routes {
            route.entry.function.get_or_insert(function);
        }
        self
    }

    /// All routes so far that are kept for the holders of a role are so by this rule: whoever else asks is refused under
    /// its article.
    #[must_use]
    pub fn citing(mut self, rule: Marked) -> Self {
        for route in &mut self.routes {
            if matches!(route.entry.access, Access::Role(_) | Access::AnyRole(_)) {
                route.entry.rule.get_or_insert(rule);
            }
        }
        self
    }

    /// All routes so far go on while acts rest for maintenance: signing in and out, and the steps out of it.
    #[must_use]
    pub fn at_any_time(mut self) -> Self {
        for route in &mut self.routes {
            route.entry.any_time = true;
        }
        self
    }

    /// These routes and those.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.routes.extend(other.routes);
        self.specs.extend(other.specs);
        self
    }

    /// The table, in the order in which it was written.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.routes.iter().map(|route| &route.entry)
    }

    fn page<E: IntoEndpoint<Endpoint: 'static>>(
        mut self,
        method: Method,
        path: &str,
        access: Access,
        kind: Kind,
        handler: E,
    ) -> Self {
        let entry = Entry {
            method,
            path: path.to_owned(),
            access,
            rule: None,
            kind,
            function: None,
            any_time: false,
            api: false,
            described: None,
            handler: std::any::type_name::<E>().to_owned(),
        };
        let endpoint: BoxEndpoint<'static, Response> =
            handler.into_endpoint().map_to_response().boxed();
        self.routes.push(Route {
            entry,
            endpoint: Arc::new(endpoint),
        });
        self
    }
}
