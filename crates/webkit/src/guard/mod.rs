//! What stands around every handler: who may enter, what may be sent, how long it may take, and what every
//! answer bears.

mod attempts;
mod body;
pub(crate) mod forgery;
mod headers;
pub(crate) mod once;
mod policy;

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use futures_util::FutureExt;
use metrics::Histogram;
use poem::endpoint::BoxEndpoint;
use poem::{Endpoint, Request, Response};
use tracing::Instrument;
use yakusho_kernel::{Fault, RequestId, Scope, Via};

pub use attempts::Attempted;
pub(crate) use attempts::{Attempts, HeldOff};
pub(crate) use body::{Overflow, at_hand};
pub use once::Repeated;

use crate::route::Route;
use crate::site::NavEntry;
use crate::{Access, Entry, Halt, Kind, Problem, Site, Visit};

/// A route behind its guards.
pub(crate) struct Guarded {
    site: Arc<Site>,
    entry: Entry,
    endpoint: Arc<BoxEndpoint<'static>>,
    /// How long answers took, by the first digit of their status.
    answered: [OnceLock<Histogram>; 6],
}

impl Guarded {
    pub(crate) fn new(site: &Arc<Site>, route: Route) -> Self {
        Self {
            site: Arc::clone(site),
            answered: [const { OnceLock::new() }; 6],
            entry: route.entry,
            endpoint: route.endpoint,
        }
    }

    /// Answers, whatever happens.
    pub(crate) async fn answer(&self, request: Request) -> Response {
        let env = self.site.env();
        let id: RequestId = env.rng().uuid(env.clock().now()).into();
        // Whichever lines the operator has written, each tells which request it belongs to.
        let span = tracing::error_span!("request", %id, method = %self.entry.method, route = self.entry.path);
        self.observed(id, request).instrument(span).await
    }

    async fn observed(&self, id: RequestId, request: Request) -> Response {
        let started = Instant::now();
        let gzip = headers::takes_gzip(request.headers());
        let door = Visit::at_the_door(&self.site, &self.entry, &request, id);
        let (visit, outcome) = self.visited(door, request).await;
        let response = match outcome {
            Ok(response) => response,
            // Boxed, as below, what most requests do without: a request's own state stays small.
            Err(problem) => Box::pin(problem.answer(&visit)).await,
        };
        let response = headers::finish(response, &visit, &self.entry, gzip);
        let status = response.status().as_u16();
        let took = started.elapsed();
        self.answered(usize::from(status / 100).min(5)).record(took);
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        // What machines ask all the time would bury what people do.
        if self.entry.access == Access::Anyone {
            tracing::debug!(status, ms, "answered");
        } else {
            tracing::info!(status, ms, "answered");
        }
        response
    }

    /// What answers of a class of statuses are measured by, from the first of them on: most routes know one or two.
    fn answered(&self, class: usize) -> &Histogram {
        self.answered[class].get_or_init(|| {
            metrics::histogram!(
                "yakusho_request_duration_seconds",
                "route" => self.entry.path.clone(),
                "method" => self.entry.method.to_string(),
                "status" => format!("{class}xx")
            )
        })
    }

    /// Finds out who it is, and lets them through. Whatever fails, the visit is there to show it to.
    async fn visited(&self, door: Visit, request: Request) -> (Visit, Result<Response, Problem>) {
        let visit = match unpanicked(self.recognised(&door, &request)).await {
            Ok(visit) => visit,
            Err(problem) => {
                let keeps = problem.is_passing();
                Box::pin(body::refused(&door, &self.entry, request, keeps)).await;
                return (door, Err(problem));
            }
        };
        let settings = self.site.settings();
        let limit = match self.entry.kind {
            Kind::Upload | Kind::DavFile => settings.upload_timeout,
            _ => settings.timeout,
        };
        let passed = visit
            .cx
            .together(Box::pin(self.pass(visit.clone(), request)));
        let passed = unpanicked(passed);
        let outcome = tokio::time::timeout(limit, passed).await;
        let outcome = outcome.unwrap_or(Err(Problem::TimedOut));
        let outcome = once::settle(&visit, outcome).await;
        if let Ok(response) = &outcome
            && let Some(id) = visit.sent_at_last(response)
        {
            Box::pin(visit.forget(id)).await;
        }
        (visit, outcome)
    }

    async fn recognised(&self, door: &Visit, request: &Request) -> Result<Visit, Problem> {
        if self.entry.access == Access::Anyone {
            return Ok(door.clone());
        }
        self.site.reach_today().await?;
        door.recognise(&self.entry, request).await
    }

    async fn pass(&self, visit: Visit, mut request: Request) -> Result<Response, Problem> {
        body::query(&request)?;
        if !self.entry.method.is_safe() {
            forgery::same_site(&visit, &request)?;
        }
        if self.entry.kind != Kind::Attempt {
            return self.passed(visit, request).await;
        }
        let (attempts, client, now) = (self.site.attempts(), visit.client(), visit.cx.now());
        if let Err(held_off) = attempts.take(client, now) {
            if self.entry.api || self.entry.method.is_safe() {
                return Err(held_off.into());
            }
            // What was typed stays on the page, which the handler shows again.
            request.set_data(held_off);
            return self.passed(visit, request).await;
        }
        let outcome = self.passed(visit, request).await;
        let status = outcome
            .as_ref()
            .map_or_else(Problem::status, Response::status);
        if !status.is_client_error() {
            attempts.give_back(client, now);
        }
        outcome
    }

    async fn passed(&self, mut visit: Visit, mut request: Request) -> Result<Response, Problem> {
        let overflow = if self.entry.method.is_safe() {
            self.enter(&visit)?;
            if visit.begins()
                && let Some(instead) = Box::pin(visit.instead_of_beginning()).await?
            {
                return Ok(instead);
            }
            if let Some(id) = visit.asks_for() {
                visit = Box::pin(visit.recalling(id)).await?;
            }
            Overflow::default()
        } else {
            if let Err(problem) = self.enter(&visit) {
                // While they wrote, their session may have ended, something be owed, or the function be stopped.
                let keeps = matches!(
                    problem,
                    Problem::SignedOut | Problem::Must(_) | Problem::Stopped(_)
                );
                Box::pin(body::refused(&visit, &self.entry, request, keeps)).await;
                return Err(problem);
            }
            let overflow = Box::pin(body::receive(&visit, &self.entry, &mut request)).await?;
            if let Some(halt) = self.halts(&visit).filter(|_| !self.entry.is_reading()) {
                return Err(Box::pin(body::halted(&visit, halt, &request)).await);
            }
            overflow
        };
        request.set_data(visit.clone());
        let received = request.data::<body::Received>().cloned();
        let outcome = self.endpoint.call(request).await;
        if let Some(unsent) = visit.unsent().filter(|unsent| !unsent.is_shown()) {
            return Box::pin(unsent.page(&visit)).await;
        }
        match outcome {
            Ok(response) => Ok(response),
            Err(_) if overflow.happened() => Err(Problem::TooLarge),
            Err(error) => Err(body::unanswered(&self.entry, received.as_ref(), error)),
        }
    }

    /// Whether the visitor may enter here at all.
    fn enter(&self, visit: &Visit) -> Result<(), Problem> {
        let Entry {
            access, function, ..
        } = self.entry;
        policy::may_enter(&visit.cx, &self.entry)?;
        if matches!(access, Access::Anyone | Access::Public) {
            return body::parameters(&self.entry, visit);
        }
        let me = visit.me()?;
        if let Via::Token(scopes) = &me.standing.via {
            self.in_scope(scopes)?;
        }
        if let Some(halt) = self.halts(visit)
            && !halt.reads
        {
            return Err(Problem::halted(halt.clone()));
        }
        if let Some(must) = &me.must
            && access != Access::SignedIn
        {
            return Err(Problem::Must(must.clone()));
        }
        if let Some(function) = function.filter(|function| !visit.is_on(function)) {
            // What the city does not have is not there; what was stopped is refused.
            let is_stopped = me.stopped.contains(&function);
            let refused = policy::may_use(&visit.cx, is_stopped).err();
            return Err(refused.map_or(Fault::NotFound.into(), |denied| {
                Problem::stopped(function, denied)
            }));
        }
        body::parameters(&self.entry, visit)
    }

    /// What has this route rest for the visitor, if it does.
    fn halts<'v>(&self, visit: &'v Visit) -> Option<&'v Halt> {
        let me = visit.signed_in().filter(|_| !self.entry.any_time)?;
        me.maintenance.halt.as_ref()
    }

    /// Whether an API token may be used here.
    fn in_scope(&self, scopes: &[Scope]) -> Result<(), Problem> {
        let needed = match self.entry.access {
            _ if self.entry.kind == Kind::Scim => Scope::Scim,
            Access::Role(_) | Access::AnyRole(_) => Scope::Admin,
            _ if self.entry.is_reading() => Scope::Read,
            _ => Scope::Write,
        };
        if scopes.contains(&needed) {
            Ok(())
        } else {
            Err(Problem::OutOfScope(needed))
        }
    }
}

/// Whether an entry of the navigation leads somewhere for this visitor.
pub(crate) fn shows(visit: &Visit, entry: &NavEntry) -> bool {
    let on = entry.function.is_none_or(|function| visit.is_on(function));
    let in_force = |rule| visit.cx.city().in_force(rule, visit.cx.today()).is_some();
    on && entry.rule.is_none_or(in_force) && policy::holds(visit.cx.actor(), entry.access)
}

/// The same, but a panic within becomes a problem.
async fn unpanicked<T>(work: impl Future<Output = Result<T, Problem>>) -> Result<T, Problem> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(outcome) => outcome,
        // The panic hook has logged what and where.
        Err(_) => Err(Problem::internal("a handler panicked")),
    }
}
