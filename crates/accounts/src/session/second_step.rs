//! The second step of signing in: a code or a passkey, where the account asks for one.

use yakusho_kernel::{Cx, Fault, Saved};

use super::sign_in::{Caller, Proof, wrong};
use super::{Place, SignIn, SignInError, Ways, store};
use crate::Secret;
use crate::account;
use crate::second_factor::passkey::{self, RelyingParty};
use crate::second_factor::{self, Shown};

/// Signs somebody in who showed who they are, by a code from their app or a recovery code.
pub async fn confirm(
    cx: &Cx,
    challenge: &Secret,
    code: &str,
    place: &Place,
) -> Result<Saved<SignIn>, SignInError> {
    confirmed(cx, challenge, Shown::Code(code), place).await
}

/// How somebody who showed who they are can go on, besides by a recovery code; their passkeys are asked if there is
/// a `party` to ask them, and what was asked before is asked no longer.
pub async fn ways(
    cx: &Cx,
    party: Option<&RelyingParty>,
    challenge: &Secret,
) -> Result<Ways, Fault> {
    let Some((account, _)) = store::asked(&cx.reader(), challenge, cx.now()).await? else {
        return Ok(Ways::default());
    };
    let app = second_factor::gives_codes(&cx.reader(), account).await?;
    let asked = match party {
        Some(party) => passkey::ask(cx, party, account).await?,
        None => None,
    };
    let Some((question, kept)) = asked else {
        return Ok(Ways { app, passkey: None });
    };
    let tx = cx.begin().await?;
    store::put_question(&tx, challenge, kept).await?;
    tx.commit_unaudited().await?;
    let passkey = Some(question);
    Ok(Ways { app, passkey })
}

/// Signs somebody in who showed who they are, by a passkey's answer to what [was asked](Ways::passkey):
/// `AuthenticationResponseJSON` as the browser gives it (Web Authentication, level 3, section 5.1).
pub async fn confirm_by_passkey(
    cx: &Cx,
    party: &RelyingParty,
    challenge: &Secret,
    answer: &str,
    place: &Place,
) -> Result<Saved<SignIn>, SignInError> {
    // Whatever comes of it, the question is not answered again.
    let tx = cx.begin().await?;
    let kept = store::take_question(&tx, challenge).await?;
    tx.commit_unaudited().await?;
    let Some(kept) = kept else {
        return Err(wrong(cx, "code_came_too_late"));
    };
    let shown = Shown::Passkey {
        party,
        kept: &kept,
        answer,
    };
    confirmed(cx, challenge, shown, place).await
}

async fn confirmed(
    cx: &Cx,
    challenge: &Secret,
    shown: Shown<'_>,
    place: &Place,
) -> Result<Saved<SignIn>, SignInError> {
    let asked = store::asked(&cx.reader(), challenge, cx.now()).await?;
    let Some((id, first)) = asked else {
        return Err(wrong(cx, "code_came_too_late"));
    };
    let account = account::store::get(&cx.reader(), id).await?;
    let login = account
        .map(|account| account.login.key())
        .unwrap_or_default();
    let caller = Caller::at(cx, login, Some(id), false, place).await?;
    caller.count(cx).await?;
    let proof = Proof {
        account: id,
        first,
        second: Some((challenge, shown)),
    };
    caller.admit(cx, proof).await
}
