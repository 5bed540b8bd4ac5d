//! Signing in by the city's identity provider: the way there, and back.

use std::sync::Arc;
use std::time::Duration;

use maud::html;
use poem::http::StatusCode;
use poem::web::{Data, Html};
use poem::{IntoResponse as _, Response, handler};
use yakusho_accounts::provider::{self, Answer as Brought, Began, Provider};
use yakusho_accounts::session::SignInError;
use yakusho_kernel::Fault;
use yakusho_webkit::page::paths;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::Alert;
use yakusho_webkit::{Answer, Problem, Visit, within_site};

use super::pages::SignInPage;
use super::texts::Text;
use super::{outcome, shell};

/// Where a browser sets out for the provider.
pub(super) const PROVIDER: &str = "/sign-in/provider";

/// Where the provider sends it back to.
pub const PROVIDER_ANSWER: &str = "/sign-in/provider/answer";

/// The cookie that keeps what began.
const BEGAN: &str = "provider";

/// The provider, where there is one.
#[derive(Clone)]
pub(crate) struct Way(pub(crate) Option<Arc<Provider>>);

impl Way {
    /// The provider. Where there is none, neither are its pages.
    fn needed(&self) -> Result<&Provider, Problem> {
        Ok(self.provider().ok_or(Fault::NotFound)?)
    }

    pub(super) fn provider(&self) -> Option<&Provider> {
        self.0.as_deref()
    }
}

/// `GET /sign-in/provider`: a link, since browsers follow no form to another site that the page does not name.
#[handler]
pub(super) async fn set_out(visit: Visit, Data(way): Data<&Way>) -> Answer<Response> {
    let (provider, next) = (way.needed()?, visit.next());
    if visit.signed_in().is_some() {
        return Ok(visit.see_other(next).into());
    }
    match provider::begin(&visit.cx, provider, next).await {
        Ok(begun) => {
            let patience = Began::PATIENCE.try_into().unwrap_or_default();
            Ok(visit
                .see_other(begun.to)
                .keep(BEGAN, &begun.kept, patience)
                .into())
        }
        Err(Fault::Unavailable(_)) => silent(&visit, provider, next).await,
        Err(fault) => Err(fault.into()),
    }
}

/// `GET /sign-in/provider/answer`
#[handler]
pub(super) async fn come_back(visit: Visit, Data(way): Data<&Way>) -> Answer<Response> {
    let provider = way.needed()?;
    let kept = visit.cookie(BEGAN);
    let began = kept.and_then(|kept| provider::began(&visit.cx, &kept));
    let began = began.as_ref();
    let next = began.map_or(paths::HOME, |began| within_site(began.next()));
    let brought = Brought {
        state: visit.query("state"),
        code: visit.query("code"),
        error: visit.query("error"),
    };
    let place = outcome::place(&visit);
    let done = provider::sign_in(&visit.cx, provider, began, &brought, &place).await;
    let answer = match done {
        Ok(done) => outcome::entered(&visit, done.into_inner(), next).await?,
        Err(SignInError::Other(Fault::Unavailable(_))) => silent(&visit, provider, next).await?,
        Err(error) => {
            let told = outcome::told(&visit, error).await?;
            let shell = shell(&visit, next).await?;
            let again = |words| page(&visit, provider, next, words).render(&shell);
            told.page(&visit, &shell, again)
        }
    };
    // What began is over, whatever came of it.
    Ok(visit
        .see_other(next)
        .keep(BEGAN, "", Duration::ZERO)
        .showing(answer))
}

/// That the provider does not answer: the password still opens.
async fn silent(visit: &Visit, provider: &Provider, next: &str) -> Answer<Response> {
    let shell = shell(visit, next).await?;
    let words = Text::ProviderSilent.to(visit.lang).into_owned();
    let page = page(visit, provider, next, words).render(&shell);
    Ok(Html(page)
        .with_status(StatusCode::SERVICE_UNAVAILABLE)
        .into_response())
}

/// The sign-in page with these words, and the number by which the log knows more.
fn page<'a>(visit: &Visit, provider: &'a Provider, next: &'a str, words: String) -> SignInPage<'a> {
    let number = html! {
        p { (Common::RequestId.to(visit.lang)) ": " code { (visit.cx.request()) } }
    };
    SignInPage {
        alert: Some(Alert::error(visit.lang, words).body(number)),
        ..SignInPage::anew(next, Some(provider))
    }
}
