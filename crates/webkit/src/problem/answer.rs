//! The answer that tells of a problem.

use std::time::Duration;

use maud::{Markup, html};
use poem::http::{HeaderName, HeaderValue, header};
use poem::web::Html;
use poem::{IntoResponse, Response};
use yakusho_kernel::{Denied, Fault};
use yakusho_regulation::Citation;

use super::Problem;
use super::told::Told;
use super::unsent::Waiting;
use crate::guard::Repeated;
use crate::page::{ErrorPage, Refusal, paths};
use crate::ui::{Button, Form, buttons};
use crate::visit::onward;
use crate::wording::Text;
use crate::{Kind, Must, Visit};

/// How long to wait before what is not available is asked for again.
const RETRY: Duration = Duration::from_secs(10);

impl Problem {
    /// Puts on record what is to be recorded, and answers.
    pub(crate) async fn answer(self, visit: &Visit) -> Response {
        self.record(visit).await;
        let told = self.told(visit);
        let mut response = if visit.kind() == Kind::Scim {
            self.as_scim(visit, &told)
        } else if visit.is_api() {
            self.as_json(visit, &told)
        } else {
            self.as_page(visit, &told).await
        };
        if let Some((name, value)) = self.header(visit) {
            response.headers_mut().insert(name, value);
        }
        response
    }

    /// A refusal goes to the audit trail, after the act was rolled back; a failure to the log.
    async fn record(&self, visit: &Visit) {
        match self {
            Self::Fault(Fault::Denied(denied)) => refused(visit, denied).await,
            Self::Halted(halted) => refused(visit, &halted.halt.denied).await,
            Self::Stopped(stopped) => refused(visit, &stopped.denied).await,
            // A page sends on to where it is done, and refuses nothing.
            Self::Must(must) if visit.is_api() => refused(visit, &must.denied).await,
            Self::Fault(Fault::Internal(cause)) => tracing::error!(?cause, "failed"),
            Self::Fault(Fault::Unavailable(cause)) => tracing::warn!(?cause, "not available"),
            Self::TimedOut => tracing::warn!("took too long"),
            Self::Malformed(why) => tracing::debug!(why, "could not be read"),
            Self::Forged => tracing::warn!("refused as forged"),
            _ => {}
        }
    }

    /// The header that tells programs what to do.
    fn header(&self, visit: &Visit) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::SignedOut if visit.kind().is_dav() => Some((
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static("Basic realm=\"Yakusho\", charset=\"UTF-8\""),
            )),
            Self::SignedOut if visit.is_api() => {
                Some((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")))
            }
            Self::MethodNotAllowed { allow } => {
                Some((header::ALLOW, HeaderValue::from_str(allow).ok()?))
            }
            Self::TooMany { wait } => Some((header::RETRY_AFTER, seconds(*wait).into())),
            Self::Repeated(Repeated::InProgress) => Some((header::RETRY_AFTER, 1.into())),
            Self::Halted(halted) => {
                let left = halted.halt.by.until?.since(visit.cx.now());
                let left = left.unsigned_abs().max(RETRY);
                Some((header::RETRY_AFTER, seconds(left).into()))
            }
            _ if self.is_passing() => Some((header::RETRY_AFTER, RETRY.as_secs().into())),
            _ => None,
        }
    }

    /// Whether a part of the system does not work at the moment.
    pub(crate) const fn is_passing(&self) -> bool {
        matches!(self, Self::TimedOut | Self::Fault(Fault::Unavailable(_)))
    }

    /// Whether the same can be sent again in a while.
    const fn is_over_soon(&self) -> bool {
        self.is_passing() || matches!(self, Self::Halted(_) | Self::Stopped(_))
    }

    async fn as_page(&self, visit: &Visit, told: &Told) -> Response {
        match self {
            Self::SignedOut => return way_in(visit).await,
            Self::Must(must) => return first(visit, must).await,
            _ => {}
        }
        let waiting = match self {
            Self::Forged => visit.keep().await,
            _ => None,
        };
        if let Some(Waiting { address, .. }) = waiting.as_ref().filter(|waiting| waiting.theirs) {
            return visit.see_other(address).into_response();
        }
        let shell = if self.is_passing() && visit.signed_in().is_none() {
            visit.bare_shell()
        } else {
            visit.shell_or_bare().await
        };
        let status = self.status();
        let id = visit.cx.request().to_string();
        let mut page = ErrorPage::new(&shell, status.as_u16(), id)
            .title(&*told.title)
            .words(&*told.detail);
        if let Self::Halted(_) = self {
            page = page.advice(Text::AfterMaintenance.to(visit.lang));
        }
        if let Self::Stopped(_) = self {
            page = page.advice(Text::AfterStop.to(visit.lang));
        }
        if self.is_over_soon() {
            page = page.kept(visit.sent().map(|sent| sent.again(visit)));
        }
        if let Self::Repeated(Repeated::Begun { seen_at, .. }) = self {
            let other = visit.sent().map(|sent| sent.anew(visit));
            page = page
                .advice(Text::ChangeWhatBegan.to(visit.lang))
                .kept(Some(html! {
                    @if let Some(seen_at) = seen_at {
                        (buttons(Button::link(seen_at, Text::SeeWhatBegan.to(visit.lang)).primary()))
                    }
                    @if let Some(other) = other { (other) }
                }));
        }
        if let Some(Waiting { address, .. }) = waiting {
            let words = Text::AnothersForm.to(visit.lang);
            page = page
                .words(words)
                .advice("")
                .kept(Some(sign_out(visit, &address)));
        }
        if let Some(basis) = self.basis() {
            page = page.refusal(Refusal {
                article: basis.text(visit.lang),
                href: article_page(basis.citation()),
            });
        }
        Html(page.render(&shell))
            .with_status(status)
            .into_response()
    }
}

async fn refused(visit: &Visit, denied: &Denied) {
    if let Err(error) = visit.cx.refused(denied).await {
        tracing::error!(?error, %denied, "the refusal could not be recorded");
    }
}

/// Whole seconds, not too few.
pub(super) fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

/// The way in. What was asked for comes afterwards, and what was sent waits.
async fn way_in(visit: &Visit) -> Response {
    match visit.keep().await {
        Some(Waiting { address, .. }) => visit
            .see_other(visit.sign_in_to(&address))
            .cautioning(Text::WaitsForSignIn.to(visit.lang)),
        None if visit.is_reading() => visit.see_other(visit.sign_in_to(visit.here())),
        None => visit.see_other(paths::SIGN_IN),
    }
    .into_response()
}

/// What must be done first, likewise.
async fn first(visit: &Visit, must: &Must) -> Response {
    match visit.keep().await {
        Some(Waiting {
            address,
            theirs: true,
        }) => visit
            .see_other(onward(must.page, &address))
            .cautioning(Text::WaitsForThis.to(visit.lang)),
        None if visit.is_reading() && visit.here() != paths::HOME => {
            visit.see_other(onward(must.page, visit.here()))
        }
        _ => visit.see_other(must.page),
    }
    .into_response()
}

/// The way to what somebody else sent from this browser: it waits for them.
fn sign_out(visit: &Visit, next: &str) -> Markup {
    let lang = visit.lang;
    let form = Form::post(lang, paths::SIGN_OUT, visit.csrf());
    form.render(html! {
        (form.hidden("next", next))
        (buttons(Button::submit(Text::SignOutFirst.to(lang))))
    })
}

/// The page of the first clause behind a rule; none for a house rule.
fn article_page(citation: &Citation) -> Option<String> {
    let clause = citation.clauses().first()?;
    Some(format!("{}/{clause}", paths::REGULATION))
}
