//! The second step of signing in.

use std::time::Duration;

use poem::web::{Data, Html};
use poem::{IntoResponse as _, Response, handler};
use yakusho_accounts::Secret;
use yakusho_accounts::session::{self, SignIn, SignInError};
use yakusho_kernel::Saved;
use yakusho_webkit::{Answer, Attempted, Fields, Visit};

use super::outcome::Told;
use super::pages::{SecondStep, SignInPage};
use super::{Way, next, outcome, shell};
use crate::party::{Passkeys, needed_party};

/// What came of the second step; how long to wait where it was not looked at.
type Done = Result<Result<Saved<SignIn>, SignInError>, Duration>;

/// `POST /sign-in/code`
#[handler]
pub(super) async fn by_code(
    visit: Visit,
    Attempted { fields, wait }: Attempted,
    Data(way): Data<&Way>,
) -> Answer<Response> {
    let (challenge, place) = (challenge(&visit, &fields), outcome::place(&visit));
    let code = fields.code("code");
    let done = match wait {
        Some(wait) => Err(wait),
        None => Ok(session::confirm(&visit.cx, &challenge, &code, &place).await),
    };
    answer(&visit, way, &fields, &challenge, ("code", done)).await
}

/// `POST /sign-in/passkey`
#[handler]
pub(super) async fn by_passkey(
    visit: Visit,
    Attempted { fields, wait }: Attempted,
    Data(way): Data<&Way>,
) -> Answer<Response> {
    let (challenge, place) = (challenge(&visit, &fields), outcome::place(&visit));
    let (party, shown) = (needed_party(&visit)?, fields.text("answer"));
    let cx = &visit.cx;
    let done = match wait {
        Some(wait) => Err(wait),
        None => Ok(session::confirm_by_passkey(cx, &party, &challenge, &shown, &place).await),
    };
    answer(&visit, way, &fields, &challenge, ("answer", done)).await
}

/// What is no challenge is answered like one that came too late.
fn challenge(visit: &Visit, fields: &Fields) -> Secret {
    let typed = Secret::from_text(&fields.text("challenge"));
    typed.unwrap_or_else(|| Secret::random(visit.cx.env().rng()))
}

/// Lets somebody in, or says what is wrong with what stands in the field `shown`.
async fn answer(
    visit: &Visit,
    way: &Way,
    fields: &Fields,
    challenge: &Secret,
    (shown, done): (&'static str, Done),
) -> Answer<Response> {
    let next = next(fields);
    let waits = done.is_err();
    let told = match done {
        Err(wait) => Told::HeldOff(wait),
        Ok(Ok(done)) => return outcome::entered(visit, done.into_inner(), next).await,
        Ok(Err(error)) => outcome::told(visit, error).await?,
    };
    let shell = shell(visit, next).await?;
    if !waits && !told.can_try_again() {
        let anew = |words| {
            let page = SignInPage {
                failure: Some(words),
                ..SignInPage::anew(next, way.provider())
            };
            page.render(&shell)
        };
        return Ok(told.page(visit, &shell, anew));
    }
    let passkeys = Passkeys::of(visit)?;
    let ways = session::ways(&visit.cx, passkeys.here(), challenge).await?;
    let again = |words| {
        let failure = Some((shown, words));
        let step = SecondStep {
            next,
            challenge,
            ways: &ways,
            elsewhere: passkeys.elsewhere(),
            failure,
        };
        step.page(&shell)
    };
    Ok(told.page(visit, &shell, again))
}

/// Asks for the second step.
pub(super) async fn ask(visit: &Visit, challenge: &Secret, next: &str) -> Answer<Response> {
    let passkeys = Passkeys::of(visit)?;
    let ways = session::ways(&visit.cx, passkeys.here(), challenge).await?;
    let shell = shell(visit, next).await?;
    let step = SecondStep {
        next,
        challenge,
        ways: &ways,
        elsewhere: passkeys.elsewhere(),
        failure: None,
    };
    Ok(Html(step.page(&shell)).into_response())
}
