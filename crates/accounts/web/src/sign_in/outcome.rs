//! What comes of trying to sign in.

use std::time::Duration;

use maud::Markup;
use poem::http::{StatusCode, header};
use poem::web::Html;
use poem::{IntoResponse, Response};
use yakusho_accounts::Secret;
use yakusho_accounts::session::{Entered, Place, SignIn, SignInError, Suspended};
use yakusho_kernel::Timestamp;
use yakusho_webkit::page::Shell;
use yakusho_webkit::{Answer, Problem, Visit, Words};

use super::texts::Text;
use super::{pages, second_step};

/// The cookie that shows that somebody signed in on this browser before, so that failures of strangers elsewhere do not
/// hold its owner off.
const DEVICE: &str = "device";

/// As long as browsers keep a cookie.
const DEVICE_KEPT: Duration = Duration::from_hours(400 * 24);

/// Where the request comes from.
pub(super) fn place(visit: &Visit) -> Place {
    let (device, session) = (visit.cookie(DEVICE), visit.session_secret());
    Place {
        address: visit.client(),
        agent: visit.user_agent().to_owned(),
        device: device.and_then(|text| Secret::from_text(&text)),
        session: session.and_then(|text| Secret::from_text(&text)),
    }
}

/// Lets somebody in, or asks for a second factor.
pub(super) async fn entered(visit: &Visit, done: SignIn, next: &str) -> Answer<Response> {
    match done {
        SignIn::Done(entered) => Ok(let_in(visit, &entered, next)),
        SignIn::CodeNeeded(challenge) => second_step::ask(visit, &challenge, next).await,
    }
}

fn let_in(visit: &Visit, entered: &Entered, next: &str) -> Response {
    visit
        .see_other(next)
        .begin_session(&entered.secret.text())
        .keep(DEVICE, &entered.device.text(), DEVICE_KEPT)
        .into()
}

/// Why somebody was not let in, as far as they are told.
pub(super) enum Told {
    /// ID, password, code or passkey are not right, or the account cannot be used.
    Refused(&'static str),
    /// The account is suspended.
    Suspended(Box<Suspended>),
    /// Too many have failed.
    HeldOff(Duration),
}

/// Puts the refusal on record, and says what may be told of it.
pub(super) async fn told(visit: &Visit, error: SignInError) -> Result<Told, Problem> {
    let (denied, told) = match error {
        SignInError::Refused(denied) => {
            let why = denied.why;
            (denied, Told::Refused(why))
        }
        SignInError::Suspended(told) => (told.denied.clone(), Told::Suspended(told)),
        SignInError::HeldOff(held) => (held.denied, Told::HeldOff(wait(visit, held.until))),
        SignInError::Other(fault) => return Err(fault.into()),
    };
    visit.cx.refused(&denied).await?;
    Ok(told)
}

/// How long until then.
pub(super) fn wait(visit: &Visit, until: Timestamp) -> Duration {
    until.since(visit.cx.now()).try_into().unwrap_or_default()
}

impl Told {
    /// Whether another code, or a passkey, may be tried.
    pub(super) fn can_try_again(&self) -> bool {
        matches!(self, Self::Refused("wrong_code" | "wrong_passkey"))
    }

    /// The page that says so; `again` is the form with these words above it.
    pub(super) fn page(
        &self,
        visit: &Visit,
        shell: &Shell,
        again: impl FnOnce(String) -> Markup,
    ) -> Response {
        let lang = shell.lang;
        match self {
            Self::Refused(why) => {
                let page = again(saying(why).to(lang).into_owned());
                Html(page)
                    .with_status(StatusCode::UNAUTHORIZED)
                    .into_response()
            }
            Self::Suspended(told) => {
                let page = pages::suspended(shell, visit.cx.city(), told);
                Html(page)
                    .with_status(StatusCode::FORBIDDEN)
                    .into_response()
            }
            Self::HeldOff(wait) => {
                let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
                let minutes = seconds.div_ceil(60);
                let page = again(Text::HeldOff { minutes }.to(lang).into_owned());
                Html(page)
                    .with_status(StatusCode::TOO_MANY_REQUESTS)
                    .with_header(header::RETRY_AFTER, seconds)
                    .into_response()
            }
        }
    }
}

/// What a refusal on the way in says. Who is told more than [`Text::Wrong`] has given the right password, or comes from the
/// identity provider.
fn saying(why: &str) -> Text {
    match why {
        "wrong_code" => Text::WrongCode,
        "wrong_passkey" => Text::WrongPasskey,
        "code_came_too_late" => Text::CodeTooLate,
        "account_ended" | "account_closed" | "not_employed" => Text::Closed,
        "one_time_password_used" | "one_time_password_expired" => Text::Expired,
        "provider_came_too_late" => Text::ProviderTooLate,
        "provider_refused" => Text::ProviderRefused,
        "provider_not_believed" => Text::ProviderNotBelieved,
        "provider_knows_other" => Text::ProviderKnowsOther,
        _ => Text::Wrong,
    }
}

/// The same for programs. Codes that others use as well have their words there.
pub(super) fn words() -> Words {
    Words::default()
        .code("wrong_credentials", |lang| Text::Wrong.to(lang))
        .code("code_came_too_late", |lang| Text::CodeTooLate.to(lang))
        .code("wrong_passkey", |lang| Text::WrongPasskey.to(lang))
        .code("account_ended", |lang| Text::Closed.to(lang))
        .code("account_closed", |lang| Text::Closed.to(lang))
        .code("one_time_password_used", |lang| Text::Expired.to(lang))
        .code("one_time_password_expired", |lang| Text::Expired.to(lang))
        .code("provider_came_too_late", |lang| {
            Text::ProviderTooLate.to(lang)
        })
        .code("provider_refused", |lang| Text::ProviderRefused.to(lang))
        .code("provider_not_believed", |lang| {
            Text::ProviderNotBelieved.to(lang)
        })
        .code("provider_knows_other", |lang| {
            Text::ProviderKnowsOther.to(lang)
        })
        .code("suspended", |lang| Text::SuspendedWords.to(lang))
        .code("too_many_failures", |lang| Text::TooManyFailures.to(lang))
}
