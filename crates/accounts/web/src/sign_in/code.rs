//! The second step of signing in.

use poem::{Response, handler};
use yakusho_accounts::Secret;
use yakusho_accounts::session;
use yakusho_webkit::{Answer, Fields, Visit};

use super::{next, outcome, pages, shell};

/// `POST /sign-in/code`
#[handler]
pub(super) async fn enter(visit: Visit, fields: Fields) -> Answer<Response> {
    let typed = fields.text("challenge");
    // What is no challenge is answered like one that came too late.
    let challenge =
        Secret::from_text(&typed).unwrap_or_else(|| Secret::random(visit.cx.env().rng()));
    let next = next(&fields);
    let place = outcome::place(&visit);
    match session::confirm(&visit.cx, &challenge, &fields.code("code"), &place).await {
        Ok(done) => outcome::entered(&visit, done.into_inner(), next).await,
        Err(error) => {
            let told = outcome::told(&visit, error).await?;
            let shell = shell(&visit, next).await?;
            let again = |words| pages::code(&shell, next, &typed, Some(words));
            let anew = |words| pages::sign_in(&shell, next, "", Some(words));
            Ok(if told.is_wrong_code() {
                told.page(&visit, &shell, again)
            } else {
                told.page(&visit, &shell, anew)
            })
        }
    }
}
