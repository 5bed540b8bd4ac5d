//! The second step of signing in.

use poem::{Response, handler};
use yakusho_accounts::Secret;
use yakusho_accounts::session;
use yakusho_webkit::{Answer, Attempted, Visit};

use super::outcome::Told;
use super::{next, outcome, pages, shell};

/// `POST /sign-in/code`
#[handler]
pub(super) async fn enter(visit: Visit, Attempted { fields, wait }: Attempted) -> Answer<Response> {
    let typed = fields.text("challenge");
    // What is no challenge is answered like one that came too late.
    let challenge =
        Secret::from_text(&typed).unwrap_or_else(|| Secret::random(visit.cx.env().rng()));
    let next = next(&fields);
    let code = fields.code("code");
    let told = if let Some(wait) = wait {
        Told::HeldOff(wait)
    } else {
        let place = outcome::place(&visit);
        match session::confirm(&visit.cx, &challenge, &code, &place).await {
            Ok(done) => return outcome::entered(&visit, done.into_inner(), next).await,
            Err(error) => outcome::told(&visit, error).await?,
        }
    };
    let shell = shell(&visit, next).await?;
    let again = |words| pages::code(&shell, next, &typed, Some(words));
    let anew = |words| pages::sign_in(&shell, next, "", Some(words));
    Ok(if wait.is_some() || told.is_wrong_code() {
        told.page(&visit, &shell, again)
    } else {
        told.page(&visit, &shell, anew)
    })
}
