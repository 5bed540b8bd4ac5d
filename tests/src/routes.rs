//! The route table, as the server itself prints it.

use std::collections::BTreeSet;

use reqwest::Method;
use serde::Deserialize;

use crate::hall::Hall;
use crate::program;

/// Something that no path parameter ever names.
pub const NOTHING: &str = "00000000-0000-7000-8000-000000000000";

/// Who may ask a route.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Anyone, and all get the same.
    Anyone,
    /// Anyone; who is signed in may get something else.
    Public,
    /// Whoever is signed in, even where something must be done first.
    SignedIn,
    /// Whoever is signed in and owes nothing.
    User,
    /// The holders of a role.
    Role(String),
    /// The holders of any of these roles.
    AnyRole(Vec<String>),
}

impl Access {
    /// Whether somebody without a session may ask.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Anyone | Self::Public)
    }

    /// Whether somebody signed in with these roles, who owes nothing, may ask.
    pub fn admits(&self, roles: &BTreeSet<String>) -> bool {
        match self {
            Self::Anyone | Self::Public | Self::SignedIn | Self::User => true,
            Self::Role(role) => roles.contains(role),
            Self::AnyRole(any) => any.iter().any(|role| roles.contains(role)),
        }
    }
}

/// How a route is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Within a short time, from a small body.
    Plain,
    /// From a body that may hold files.
    Upload,
    /// As an attempt that only so many a minute are taken of.
    Attempt,
    /// With a file.
    Download,
    /// As a stream of events that stays open.
    Events,
    /// As WebDAV, to programs that bring a token, and to no browser.
    Dav,
    /// The same, with a file.
    DavFile,
    /// As SCIM, to an identity management that brings a token for it alone.
    Scim,
}

impl Kind {
    /// Whether it answers programs by WebDAV.
    pub fn is_dav(self) -> bool {
        matches!(self, Self::Dav | Self::DavFile)
    }

    /// Whether a session opens nothing there: programs sign in with every request.
    pub fn is_for_programs(self) -> bool {
        self.is_dav() || self == Self::Scim
    }
}

/// A row of the route table.
#[derive(Clone, Debug, Deserialize)]
pub struct Route {
    /// The method.
    pub method: String,
    /// The path, with parameters as `:id`.
    pub path: String,
    /// Who may ask.
    pub access: Access,
    /// The rule by which it is kept for the holders of a role, where it is not the one that creates the role.
    pub rule: Option<String>,
    /// How it is answered.
    pub kind: Kind,
    /// The function that it belongs to.
    pub function: Option<String>,
    /// Whether it belongs to the JSON API.
    pub api: bool,
}

impl Route {
    /// The method, to make a request with.
    pub fn method(&self) -> Method {
        self.method.parse().expect("a method")
    }

    /// Whether it only shows something.
    pub fn is_get(&self) -> bool {
        self.method == "GET"
    }

    /// Whether it is a page for a browser to show.
    pub fn is_page(&self) -> bool {
        self.is_get() && !self.api && self.kind == Kind::Plain
    }

    /// Whether its path holds parameters.
    pub fn has_parameters(&self) -> bool {
        self.path.contains([':', '*'])
    }

    /// Its path with `value` in place of each parameter.
    pub fn with(&self, value: &str) -> String {
        let is_parameter = |part: &str| part.starts_with([':', '*']);
        let parts = self.path.split('/');
        let parts = parts.map(|part| if is_parameter(part) { value } else { part });
        parts.collect::<Vec<_>>().join("/")
    }

    /// How many parts of its path stand for themselves, if it is the route of `path`.
    fn matches(&self, path: &str) -> Option<usize> {
        let (mut parts, mut given, mut own) = (self.path.split('/'), path.split('/'), 0);
        loop {
            match (parts.next(), given.next()) {
                (None, None) => return Some(own),
                (Some(part), Some(_)) if part.starts_with('*') => return Some(own),
                (Some(part), Some(_)) if part.starts_with(':') => {}
                (Some(part), Some(given)) if part == given => own += 1,
                _ => return None,
            }
        }
    }

    /// What names the route in messages: `POST /board/:id`.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// The route table.
#[derive(Clone, Debug)]
pub struct Routes(Vec<Route>);

impl Routes {
    /// The table of the server of that hall.
    pub fn of(hall: &Hall) -> Self {
        let mut server = hall.server();
        server.arg("--print-routes");
        let table = program::run(server);
        let routes = serde_json::from_str(&table);
        Self(routes.unwrap_or_else(|error| panic!("the route table: {error}\n{table}")))
    }

    /// Every route.
    pub fn all(&self) -> &[Route] {
        &self.0
    }

    /// The route that answers a method of a path.
    pub fn answering(&self, method: &str, path: &str) -> Option<&Route> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let of_method = self.0.iter().filter(|route| route.method == method);
        of_method
            .filter_map(|route| Some((route.matches(path)?, route)))
            .max_by_key(|(own, _)| *own)
            .map(|(_, route)| route)
    }
}

#[cfg(test)]
mod tests {
    use super::{Access, Kind, Route, Routes};

    fn routes(paths: &[&str]) -> Routes {
        let route = |path: &&str| Route {
            method: "GET".to_owned(),
            path: (*path).to_owned(),
            access: Access::User,
            rule: None,
            kind: Kind::Plain,
            function: None,
            api: false,
        };
        Routes(paths.iter().map(route).collect())
    }

    #[test]
    fn the_route_that_says_most_answers() {
        let routes = routes(&["/", "/board/:id", "/board/new", "/assets/*rest"]);
        let answering = |path| {
            routes
                .answering("GET", path)
                .map(|route| route.path.as_str())
        };
        assert_eq!(answering("/"), Some("/"));
        assert_eq!(answering("/board/new?after=1"), Some("/board/new"));
        assert_eq!(answering("/board/1"), Some("/board/:id"));
        assert_eq!(answering("/assets/js/main.js"), Some("/assets/*rest"));
        assert_eq!(answering("/board/1/edit"), None);
        assert!(routes.answering("POST", "/").is_none());
    }

    #[test]
    fn parameters_are_filled() {
        let routes = routes(&["/a/:id/b/:other"]);
        assert_eq!(routes.all()[0].with("x"), "/a/x/b/x");
    }
}
