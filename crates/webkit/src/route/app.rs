//! The whole site as one endpoint.

use std::collections::BTreeMap;
use std::sync::Arc;

use poem::endpoint::{EndpointExt, make_sync};
use poem::http::Method;
use poem::{Endpoint, Request, Response, Route as Router};

use super::{Access, Entry, Kind, Route, Routes, api};
use crate::guard::{Guarded, at_hand};
use crate::site::Ground;
use crate::{Offer, Problem, Site};

/// The site: every route behind its guards. It is an endpoint of poem.
pub struct App {
    site: Arc<Site>,
    /// The path `/`, which the router would give to what takes all other paths.
    home: Resource,
    router: Router,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("App").field(&self.site).finish()
    }
}

/// What is wrong with what the web crates offer together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfferFault {
    /// Two routes want the same method of the same path.
    #[error("{0} is routed twice")]
    Twice(String),
    /// A path that no router understands, or that another path stands in the way of.
    #[error("the path {0} cannot be routed: {1}")]
    Path(String, String),
    /// Two operations describe different things by the same name.
    #[error("the API has two schemas called {0}")]
    Schema(String),
    /// Two texts are said for the same code.
    #[error("the code {0} has two texts")]
    Code(&'static str),
}

impl App {
    /// Puts the offers of all web crates together on the ground of one running program.
    pub fn new(
        ground: Ground,
        offers: impl IntoIterator<Item = Offer>,
    ) -> Result<Self, OfferFault> {
        let mut offers: Vec<Offer> = std::iter::once(crate::own::offer()).chain(offers).collect();
        let Routes { routes, specs } = offers.iter_mut().fold(Routes::new(), |all, offer| {
            all.join(std::mem::take(&mut offer.routes))
        });
        let entries = routes.iter().map(|route| route.entry.clone()).collect();
        let openapi = api::document(specs, &ground.settings.version)?;
        let site = Site::new(ground, offers, entries, openapi);
        if let Some(code) = site.words().torn() {
            return Err(OfferFault::Code(code));
        }
        let mut paths = by_path(routes)?;
        let home = paths.remove("/").unwrap_or_default();
        Ok(Self {
            home: Resource::new(&site, "/", home),
            router: router(&site, paths)?,
            site,
        })
    }

    /// The route table.
    pub fn entries(&self) -> &[Entry] {
        self.site.entries()
    }

    /// The route table of a site with these offers.
    pub fn entries_of(offers: &[Offer]) -> Vec<Entry> {
        let own = crate::own::offer();
        let offers = std::iter::once(&own).chain(offers);
        let entries = offers.flat_map(|offer| offer.routes.entries());
        entries.cloned().collect()
    }

    /// What all requests share.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }
}

impl Endpoint for App {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        at_hand(&self.site, &mut request).await;
        if request.uri().path() == "/" {
            return self.home.call(request).await;
        }
        self.router.call(request).await
    }
}

fn by_path(routes: Vec<Route>) -> Result<BTreeMap<String, Vec<Route>>, OfferFault> {
    let mut paths: BTreeMap<String, Vec<Route>> = BTreeMap::new();
    for route in routes {
        let here = paths.entry(route.entry.path.clone()).or_default();
        if here
            .iter()
            .any(|other| other.entry.method == route.entry.method)
        {
            let Entry { method, path, .. } = route.entry;
            return Err(OfferFault::Twice(format!("{method} {path}")));
        }
        here.push(route);
    }
    Ok(paths)
}

fn router(site: &Arc<Site>, paths: BTreeMap<String, Vec<Route>>) -> Result<Router, OfferFault> {
    let mut router = Router::new();
    for (path, routes) in paths {
        router = router
            .try_at(&path, Resource::new(site, &path, routes))
            .map_err(|error| OfferFault::Path(path, error.to_string()))?;
    }
    // What no other path takes: the answer is the same as for things that may not be seen.
    for path in ["/*rest", "/api/*rest", "/scim/*rest"] {
        router = router
            .try_at(path, Resource::nothing(site, path))
            .map_err(|error| OfferFault::Path(path.to_owned(), error.to_string()))?;
    }
    Ok(router)
}

/// One path: the methods that it knows, and what answers all others.
struct Resource {
    methods: Vec<(Method, Guarded)>,
    otherwise: Guarded,
}

impl Resource {
    fn new(site: &Arc<Site>, path: &str, routes: Vec<Route>) -> Self {
        let allow: Vec<_> = routes
            .iter()
            .map(|route| route.entry.method.to_string())
            .collect();
        let allow = allow.join(", ");
        let refuse = make_sync(move |_| -> poem::Result<Response> {
            let allow = allow.clone();
            Err(Problem::MethodNotAllowed { allow }.into())
        });
        let methods = routes
            .into_iter()
            .map(|route| (route.entry.method.clone(), Guarded::new(site, route)))
            .collect();
        Self {
            methods,
            otherwise: fallback(site, path, refuse),
        }
    }

    fn nothing(site: &Arc<Site>, path: &str) -> Self {
        let refuse = make_sync(|_| -> poem::Result<Response> {
            Err(Problem::from(yakusho_kernel::Fault::NotFound).into())
        });
        Self {
            methods: Vec::new(),
            otherwise: fallback(site, path, refuse),
        }
    }
}

fn fallback(site: &Arc<Site>, path: &str, endpoint: impl Endpoint + 'static) -> Guarded {
    let is_scim = path.starts_with("/scim/");
    let entry = Entry {
        method: Method::GET,
        path: path.to_owned(),
        access: Access::Public,
        rule: None,
        kind: if is_scim { Kind::Scim } else { Kind::Plain },
        function: None,
        any_time: false,
        api: is_scim || path.starts_with("/api/"),
        described: None,
        handler: String::new(),
    };
    let endpoint = Arc::new(endpoint.map_to_response().boxed());
    Guarded::new(site, Route { entry, endpoint })
}

impl Endpoint for Resource {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let head = request.method() == Method::HEAD;
        if head {
            request.set_method(Method::GET);
        }
        let known = self
            .methods
            .iter()
            .find(|(method, _)| method == request.method());
        let guarded = known.map_or(&self.otherwise, |(_, guarded)| guarded);
        let mut response = guarded.answer(request).await;
        if head {
            response.take_body();
        }
        Ok(response)
    }
}
