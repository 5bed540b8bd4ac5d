//! What is done with API tokens. Requests come in by [`crate::session::resume_token`].

use yakusho_kernel::{Audit, Cursor, Cx, Fault, Invalid, Page, Reason, Saved};

use super::model::{EndCause, Made, NAME, NewToken, Token, TokenId};
use super::{policy, store};
use crate::Secret;
use crate::account::{self, Account, AccountId};
use crate::organisation::line;
use crate::password::{self, PasswordText};

/// Makes a token for the actor's own account. What is returned is shown once.
///
/// # Errors
/// The fields `name`, `scopes` and `ends_on`; `password`: the present one is asked for, so that nobody does this at a
/// screen left alone.
pub async fn make(cx: &Cx, new: NewToken, password: &PasswordText) -> Result<Saved<Made>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_make(cx, &account, &new.scopes)?;
    let new = accept(cx, new)?;
    password::ask(cx, account.id, password).await?;
    let secret = Secret::random(cx.env().rng());
    let tx = cx.begin().await?;
    let id = store::insert(&tx, &permit, account.id, &new, &secret).await?;
    Ok(tx
        .commit(Audit::of(permit, &id), Made { id, secret })
        .await?)
}

fn accept(cx: &Cx, new: NewToken) -> Result<NewToken, Invalid> {
    let mut invalid = Invalid::default();
    let name = line("name", &new.name, NAME, &mut invalid);
    if new.scopes.is_empty() {
        invalid.push("scopes", Reason::Required);
    }
    let longest = cx.city().values(cx.today()).api_token_longest;
    if new.ends_on < cx.today() {
        invalid.push("ends_on", Reason::Past);
    } else if new.ends_on > longest.after(cx.today()) {
        invalid.push("ends_on", Reason::Code("further_than_allowed"));
    }
    invalid.check()?;
    Ok(NewToken { name, ..new })
}

/// The tokens of the actor's own account, the newest first.
pub async fn list(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<Token>, Fault> {
    let account = own(cx).await?;
    let _ = policy::may_look(cx, &account)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::list(&cx.reader(), account.id, after, size + 1).await?;
    Ok(Page::of(rows, size, |token| token.id))
}

/// One of the actor's own tokens.
pub async fn get(cx: &Cx, id: TokenId) -> Result<Token, Fault> {
    let account = own(cx).await?;
    let _ = policy::may_look(cx, &account)?;
    let token = store::get(&cx.reader(), account.id, id).await?;
    token.ok_or(Fault::NotFound)
}

/// Revokes one of the actor's own tokens.
pub async fn revoke(cx: &Cx, id: TokenId) -> Result<Saved<()>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_revoke(cx, &account)?;
    let tx = cx.begin().await?;
    let own = store::account_of(&tx, id).await? == Some(account.id);
    if !own || !store::end(&tx, &permit, id).await? {
        return Err(Fault::NotFound);
    }
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Revokes all tokens of an account, for the administrator; says how many.
pub async fn revoke_for(cx: &Cx, account: AccountId) -> Result<Saved<u64>, Fault> {
    let tx = cx.begin().await?;
    let account = account::store::get(&tx, account).await?;
    let account = account.ok_or(Fault::NotFound)?;
    let permit = policy::may_revoke_for(cx, &account)?;
    let ended = store::end_all(&tx, &permit, account.id, EndCause::Revoked).await?;
    let entry = Audit::of(permit, &account.id).with("tokens", ended);
    Ok(tx.commit(entry, ended).await?)
}

async fn own(cx: &Cx) -> Result<Account, Fault> {
    let person = cx.actor().person().ok_or(Fault::NotFound)?;
    let account = account::store::of_person(&cx.reader(), person).await?;
    account.ok_or(Fault::NotFound)
}
