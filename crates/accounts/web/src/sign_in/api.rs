//! Signing in and out as JSON.

use poem_openapi::payload::Json;
use poem_openapi::types::Password;
use poem_openapi::{ApiResponse, Object, OpenApi, Tags};
use uuid::Uuid;
use yakusho_accounts::Secret;
use yakusho_accounts::password::PasswordText;
use yakusho_accounts::session::{self, Attempt, Entered, SignIn, SignInError};
use yakusho_kernel::Saved;
use yakusho_webkit::{Access, Answer, Problem, Routes, Visit};

use super::outcome;
use crate::authenticator;

#[derive(Tags)]
enum Tag {
    /// Signing in and out.
    Session,
}

/// ID and password.
#[derive(Object)]
struct Credentials {
    /// The ID.
    #[oai(validator(max_length = 1000))]
    id: String,
    /// The password.
    #[oai(validator(max_length = 1000))]
    password: Password,
}

/// The second step.
#[derive(Object)]
struct SignInCode {
    /// What the first step gave out; it can be used for five minutes.
    #[oai(validator(max_length = 100))]
    challenge: String,
    /// The code that the app shows, or a recovery code.
    #[oai(validator(max_length = 100))]
    code: String,
}

/// A session that began. Its secret is in the cookie of the answer.
#[derive(Object)]
struct SessionBegun {
    /// The session.
    id: Uuid,
    /// Whose it is.
    person: Uuid,
    /// What unsafe methods must bring along as `X-CSRF-Token`.
    csrf: String,
    /// What must be done before anything else: `must_change_password`, `must_acknowledge_usage`.
    #[oai(skip_serializing_if_is_none)]
    must: Option<String>,
}

/// That a code is asked for.
#[derive(Object)]
struct CodeNeeded {
    /// To be sent with the code to `/session/code`.
    challenge: String,
}

/// What comes of a right password.
#[derive(ApiResponse)]
enum Begun {
    /// Signed in. The cookie has the session's secret.
    #[oai(status = 201)]
    SignedIn(Json<SessionBegun>, #[oai(header = "Set-Cookie")] String),
    /// The account asks for a code besides: of its app, or a recovery code. Passkeys are taken on the pages alone.
    #[oai(status = 202)]
    CodeNeeded(Json<CodeNeeded>),
}

/// That it is done.
#[derive(ApiResponse)]
enum Ended {
    /// Signed out. The cookie is taken away.
    #[oai(status = 204)]
    SignedOut(#[oai(header = "Set-Cookie")] String),
}

pub(super) fn routes() -> Routes {
    Routes::new()
        .api_attempt(Access::Public, SignInApi)
        .api(Access::SignedIn, SignOutApi)
}

/// The way in.
struct SignInApi;

#[OpenApi(tag = "Tag::Session")]
impl SignInApi {
    /// Signs in by ID and password. The answer for an unknown ID is that for a wrong password.
    #[oai(path = "/session", method = "post", operation_id = "signIn")]
    async fn sign_in(&self, visit: Visit, body: Json<Credentials>) -> Answer<Begun> {
        let Credentials { id, password } = body.0;
        let attempt = Attempt {
            login: id,
            password: PasswordText::new(password.0),
        };
        let place = outcome::place(&visit);
        begun(&visit, session::sign_in(&visit.cx, &attempt, &place).await).await
    }

    /// Gives the code that the account asks for besides.
    #[oai(path = "/session/code", method = "post", operation_id = "signInByCode")]
    async fn code(&self, visit: Visit, body: Json<SignInCode>) -> Answer<Begun> {
        let SignInCode { challenge, code } = body.0;
        let challenge =
            Secret::from_text(&challenge).unwrap_or_else(|| Secret::random(visit.cx.env().rng()));
        let place = outcome::place(&visit);
        begun(
            &visit,
            session::confirm(&visit.cx, &challenge, &code, &place).await,
        )
        .await
    }
}

/// The way out.
struct SignOutApi;

#[OpenApi(tag = "Tag::Session")]
impl SignOutApi {
    /// Signs out.
    #[oai(path = "/session", method = "delete", operation_id = "signOut")]
    async fn sign_out(&self, visit: Visit) -> Answer<Ended> {
        let session = authenticator::session(&visit)?;
        session::end(&visit.cx, session).await?.into_inner();
        Ok(Ended::SignedOut(visit.session_cookie(None)))
    }
}

async fn begun(visit: &Visit, done: Result<Saved<SignIn>, SignInError>) -> Answer<Begun> {
    match done {
        Ok(done) => match done.into_inner() {
            SignIn::Done(entered) => signed_in(visit, &entered).await,
            SignIn::CodeNeeded(challenge) => Ok(Begun::CodeNeeded(Json(CodeNeeded {
                challenge: challenge.text().to_string(),
            }))),
        },
        Err(SignInError::HeldOff(held)) => {
            visit.cx.refused(&held.denied).await?;
            let wait = outcome::wait(visit, held.until);
            Err(Problem::TooMany { wait })
        }
        Err(error) => Err(error.into()),
    }
}

async fn signed_in(visit: &Visit, entered: &Entered) -> Answer<Begun> {
    let me = session::resume(&visit.cx, &entered.secret).await?;
    let session = SessionBegun {
        id: entered.session.into(),
        person: entered.person.into(),
        csrf: me.csrf().to_owned(),
        must: me
            .must
            .map(|owed| authenticator::must(owed).code.to_owned()),
    };
    let cookie = visit.session_cookie(Some(&entered.secret.text()));
    Ok(Begun::SignedIn(Json(session), cookie))
}
