//! The way in and out: ID and password or the city's identity provider, the code of an app or a passkey, the usage rules to
//! acknowledge, signing out.
//!
//! Whatever is wrong with ID, password or code, the page says the same, in the same time; only whoever gave the right
//! password, or was named by the identity provider, learns that the account is suspended, closed, or that a one-time
//! password is past its hours.

mod api;
mod outcome;
mod pages;
mod provider;
mod second_step;
mod texts;
mod usage;

use std::borrow::Cow;

use poem::web::{Data, Html};
use poem::{EndpointExt as _, IntoResponse, Response, handler};
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::session::{self, Attempt};
use yakusho_webkit::page::{Shell, paths};
use yakusho_webkit::{
    Access, Answer, Attempted, Fields, Lang, Problem, Routes, SeeOther, Visit, Words, within_site,
};

use crate::authenticator;
use outcome::Told;
use pages::SignInPage;
pub use provider::PROVIDER_ANSWER;
pub(crate) use provider::Way;
use texts::Text;

/// Where the code of an app is sent.
const CODE: &str = "/sign-in/code";

/// Where the answer of a passkey is sent.
const PASSKEY: &str = "/sign-in/passkey";

/// The field of forms for what is done first that tells where to go on to.
pub(crate) const NEXT: &str = "next";

/// Where the usage rules are read and acknowledged; also where whoever must do so is led.
pub(crate) const USAGE: &str = "/account/usage-rules";

pub(crate) fn routes(way: &Way) -> Routes {
    let form = || show.data(way.clone());
    let by_code = second_step::by_code.data(way.clone());
    let by_passkey = second_step::by_passkey.data(way.clone());
    let set_out = provider::set_out.data(way.clone());
    let come_back = provider::come_back.data(way.clone());
    let in_and_out = Routes::new()
        .get(paths::SIGN_IN, Access::Public, form())
        .attempt(paths::SIGN_IN, Access::Public, enter.data(way.clone()))
        .get(CODE, Access::Public, form())
        .attempt(CODE, Access::Public, by_code)
        .get(PASSKEY, Access::Public, form())
        .attempt(PASSKEY, Access::Public, by_passkey)
        .get(provider::PROVIDER, Access::Public, set_out)
        .attempt_by_get(PROVIDER_ANSWER, Access::Public, come_back)
        .post(paths::SIGN_OUT, Access::SignedIn, leave)
        .join(api::routes())
        .at_any_time();
    in_and_out.get(USAGE, Access::SignedIn, usage::show).post(
        USAGE,
        Access::SignedIn,
        usage::acknowledge,
    )
}

/// What the page of the usage rules is called.
pub(crate) fn usage_title(lang: Lang) -> Cow<'static, str> {
    Text::Usage.to(lang)
}

/// What refusals on the way in are called.
pub(crate) fn words() -> Words {
    outcome::words()
}

/// `GET /sign-in`, and where the page that asks for a second factor is asked for again.
#[handler]
async fn show(visit: Visit, Data(way): Data<&Way>) -> Answer<Response> {
    if visit.signed_in().is_some() {
        return Ok(visit.see_other(visit.next()).into());
    }
    let next = visit.next();
    let shell = shell(&visit, next).await?;
    let page = SignInPage::anew(next, way.provider());
    Ok(Html(page.render(&shell)).into_response())
}

/// `POST /sign-in`
#[handler]
async fn enter(
    visit: Visit,
    Attempted { fields, wait }: Attempted,
    Data(way): Data<&Way>,
) -> Answer<Response> {
    let attempt = Attempt {
        login: fields.code("id"),
        password: PasswordText::new(fields.first("password").unwrap_or_default()),
    };
    let next = next(&fields);
    let told = match wait {
        Some(wait) => Told::HeldOff(wait),
        None => match session::sign_in(&visit.cx, &attempt, &outcome::place(&visit)).await {
            Ok(done) => return outcome::entered(&visit, done.into_inner(), next).await,
            Err(error) => outcome::told(&visit, error).await?,
        },
    };
    let shell = shell(&visit, next).await?;
    let again = |words| {
        let page = SignInPage {
            id: &attempt.login,
            failure: Some(words),
            ..SignInPage::anew(next, way.provider())
        };
        page.render(&shell)
    };
    Ok(told.page(&visit, &shell, again))
}

/// `POST /sign-out`
#[handler]
async fn leave(visit: Visit, fields: Fields) -> Answer<SeeOther> {
    session::end(&visit.cx, authenticator::session(&visit)?)
        .await?
        .into_inner();
    let said = Text::SignedOut.to(visit.lang);
    let to = match next(&fields) {
        paths::HOME => paths::SIGN_IN.to_owned(),
        next => visit.sign_in_to(next),
    };
    Ok(visit.see_other(to).end_session().saying(said))
}

/// Where to go on to, as the form carries it: an address within the site.
pub(crate) fn next(fields: &Fields) -> &str {
    within_site(fields.first(NEXT).unwrap_or(paths::HOME))
}

/// The shell of a page on the way in. Another language is chosen without losing the way.
async fn shell(visit: &Visit, next: &str) -> Result<Shell, Problem> {
    let mut shell = visit.shell().await?;
    shell.here = visit.sign_in_to(next);
    Ok(shell)
}
