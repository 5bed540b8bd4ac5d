//! The way to the provider and back.

use data_encoding::BASE64URL_NOPAD;
use yakusho_kernel::{Cx, Fault, Saved};

use super::client::{NotTold, Provider};
use super::model::{Answer, Began, Begun, Nobodys, SecondFactor};
use super::store;
use crate::session::{self, Place, SignIn, SignInError};

/// Begins a sign-in that goes on to `next`, an address within the site.
///
/// # Errors
/// [`Fault::Unavailable`] where the provider does not answer.
pub async fn begin(cx: &Cx, provider: &Provider, next: &str) -> Result<Begun, Fault> {
    let env = cx.env();
    let began = Began::new(env.rng(), cx.now(), next);
    let to = provider.ask(cx.now(), &began).await?;
    let kept = serde_json::to_vec(&began).map_err(Fault::internal)?;
    let kept = env.keys().seal(env.rng(), &kept, &Nobodys)?;
    Ok(Begun {
        to,
        kept: BASE64URL_NOPAD.encode(&kept),
    })
}

/// What a browser kept, as [`begin`] gave it; none where it is anything else.
pub fn began(cx: &Cx, kept: &str) -> Option<Began> {
    let kept = BASE64URL_NOPAD.decode(kept.as_bytes()).ok()?;
    let kept = cx.env().keys().open(&kept, &Nobodys).ok()?;
    serde_json::from_slice(&kept).ok()
}

/// Signs somebody in by the provider's answer to what their browser began, or asks for a second factor.
///
/// # Errors
/// Beside those of signing in by password, [`Fault::Unavailable`] where the provider does not answer.
pub async fn sign_in(
    cx: &Cx,
    provider: &Provider,
    began: Option<&Began>,
    answer: &Answer<'_>,
    place: &Place,
) -> Result<Saved<SignIn>, SignInError> {
    let Some(began) = began.filter(|began| began.awaits(answer, cx.now())) else {
        return Err(session::not_by_provider(cx, "provider_came_too_late"));
    };
    // Whatever comes of it, the answer is not taken again.
    let tx = cx.begin().await?;
    let first = store::take(&tx, began).await?;
    tx.commit_unaudited().await?;
    if !first {
        return Err(session::not_by_provider(cx, "provider_came_too_late"));
    }
    let Some(code) = answer.code else {
        let why = answer.error.unwrap_or_default();
        tracing::info!(?why, "the identity provider signed nobody in");
        return Err(session::not_by_provider(cx, "provider_refused"));
    };
    match provider.told(cx.now(), code, began).await {
        Ok(login) => {
            let strong = provider.terms().second_factor == SecondFactor::Provider;
            session::sign_in_by_provider(cx, &login, strong, place).await
        }
        Err(NotTold::Unproven(why)) => {
            tracing::warn!(why, "what the identity provider says is not believed");
            Err(session::not_by_provider(cx, "provider_not_believed"))
        }
        Err(NotTold::Silent(silent)) => Err(Fault::from(silent).into()),
    }
}
