//! Being signed in, and ending it.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use time::{Date, Duration};
use yakusho_kernel::{
    Audit, Cursor, Cx, DbError, Fault, Holding, OnBehalf, Page, Reading, Saved, Standing,
    Timestamp, Unseen, Via,
};

use super::store::{Found, FoundBy};
use super::{By, EndCause, Must, SessionId, SessionRow, SignInRow, SignedIn, policy, store};
use crate::account::{self, Account, AccountId, AccountState, Login};
use crate::function::{Functions, SwitchedOff};
use crate::second_factor::passkey;
use crate::{Secret, delegation, maintenance, password, provider, role, token, usage};

/// How often at most it is noted that a session or token was used.
const NOTED_EVERY: Duration = Duration::minutes(1);

/// Who sent a request that brought this secret of a session along. One query, another where they act on somebody's
/// behalf, those of reference data that were changed since they were last asked for, and once a minute a note of it.
///
/// # Errors
/// [`Fault::Denied`] where it is nobody's who is signed in: the request is then one of nobody.
pub async fn resume(cx: &Cx, secret: &Secret) -> Result<SignedIn, Fault> {
    let found = store::by_session(&cx.reader(), &secret.digest(), cx.now()).await?;
    admit(cx, found).await
}

/// The same for a request that brought an API token along (`Authorization: Bearer …`).
pub async fn resume_token(cx: &Cx, text: &str) -> Result<SignedIn, Fault> {
    let found = match token::sent(text) {
        Some(secret) => store::by_token(&cx.reader(), &secret.digest(), cx.now()).await?,
        None => None,
    };
    admit(cx, found).await
}

/// The same where the login ID of the token's owner comes with it, as programs that know but name and password send it.
pub async fn resume_token_of(cx: &Cx, login: &str, text: &str) -> Result<SignedIn, Fault> {
    let found = match token::sent(text) {
        Some(secret) => store::by_token(&cx.reader(), &secret.digest(), cx.now()).await?,
        None => None,
    };
    let typed = Login::key_of(login);
    let is_theirs =
        |found: &Found| matches!(&found.by, FoundBy::Token { login, .. } if *login == typed);
    admit(cx, found.filter(is_theirs)).await
}

async fn admit(cx: &Cx, found: Option<Found>) -> Result<SignedIn, Fault> {
    let alive = found.filter(|found| is_alive(cx, found));
    let standing = match &alive {
        Some(found) => {
            cx.knows(found.edition);
            stands_of(cx, found).await?
        }
        None => None,
    };
    let _ = policy::may_resume(cx, standing.is_some())?;
    let (Some(found), Some((mut standing, place))) = (alive, standing) else {
        return Err(Fault::NotFound);
    };
    // Read with the session, so that nobody asks for it again.
    cx.knows(Unseen {
        person: found.person,
        count: found.unseen,
    });
    password::known(cx, found.person, found.password_set_at);
    let must = must(cx, &found);
    let now_rights = rights(&standing);
    let (by, rights_changed, used_at) = match found.by {
        FoundBy::Session {
            id,
            csrf,
            rights,
            seen_at,
            ..
        } => (
            By::Session { id, csrf },
            rights != now_rights,
            Some(seen_at),
        ),
        FoundBy::Token {
            id,
            scopes,
            used_at,
            ..
        } => {
            standing.via = Via::Token(token::scopes_from(&scopes));
            (By::Token { id }, false, used_at)
        }
    };
    note_use(cx, &by, used_at).await;
    let off = cx.reference(SwitchedOff).await?;
    let announced = maintenance::shown(cx).await?;
    Ok(SignedIn {
        account: found.account,
        person: found.person,
        display_name: found.name,
        place,
        lang: found.lang,
        by,
        must,
        functions: Functions::without(cx.city(), cx.today(), &off),
        rights_changed,
        announced,
        standing: Arc::new(standing),
    })
}

/// Whether what was found can be used now.
fn is_alive(cx: &Cx, found: &Found) -> bool {
    let account =
        found.state == AccountState::Open && found.ends_on.is_none_or(|last| cx.today() <= last);
    account
        && match &found.by {
            FoundBy::Session {
                seen_at, ends_at, ..
            } => *seen_at > idle_since(cx) && cx.now() < *ends_at,
            FoundBy::Token { ends_on, .. } => cx.today() <= *ends_on,
        }
}

/// Since when a session must have been used to be open still.
fn idle_since(cx: &Cx) -> Timestamp {
    let minutes = cx.city().values(cx.today()).session_idle_minutes;
    cx.now().plus(-Duration::minutes(minutes.into()))
}

/// What must be done before anything else: the password first, then the rules.
fn must(cx: &Cx, found: &Found) -> Option<Must> {
    let by_provider = matches!(
        found.by,
        FoundBy::Session {
            by_provider: true,
            ..
        }
    );
    // An account with a session or token has a password; without one it must be set.
    let set_at = found.password_set_at.unwrap_or(Timestamp::from_millis(0));
    if !by_provider
        && let Err(denied) = password::may_go_on(cx, found.account, set_at, found.password_issued)
    {
        return Some(Must::ChangePassword(denied));
    }
    let denied = usage::may_go_on(cx, found.account, found.unread_rules).err()?;
    Some(Must::AcknowledgeUsage(denied))
}

async fn stands_of(cx: &Cx, found: &Found) -> Result<Option<(Standing, Option<String>)>, DbError> {
    let (person, day) = (found.person, cx.today());
    let behalf = match found.by {
        FoundBy::Session {
            acting_for: Some(other),
            ..
        } => delegation::standing_on_behalf(cx, person, other, day).await?,
        FoundBy::Session { .. } | FoundBy::Token { .. } => None,
    };
    // Where the delegation is over, they act for themselves again.
    let standing = if let Some(standing) = behalf {
        Some((standing, None))
    } else {
        let placed = cx.reference(role::Placed { person, day }).await?;
        let (standing, place) = Option::clone(&placed).unzip();
        standing.zip(Some(place))
    };
    Ok(standing.map(|(standing, place)| (shared_or_own(standing, found.shared), place)))
}

/// How the holder of an account stands on a day; none for somebody who is not employed.
pub(super) async fn stands(
    on: &impl Reading,
    account: &Account,
    day: Date,
) -> Result<Option<Standing>, DbError> {
    let standing = role::standing(on, account.person, day).await?;
    Ok(standing.map(|standing| shared_or_own(standing, account.shared)))
}

/// A shared account has no part in the roles and permissions of whoever answers for it: those are a person's.
fn shared_or_own(standing: Standing, shared: bool) -> Standing {
    if shared {
        Standing {
            roles: Vec::new(),
            grants: Vec::new(),
            ..standing
        }
    } else {
        standing
    }
}

/// The person's rights in one number: another number means other rights.
pub(super) fn rights(standing: &Standing) -> i64 {
    let mut parts: Vec<String> = Vec::new();
    for seat in &standing.seats {
        parts.push(format!("seat {} {} {}", seat.post, seat.unit, seat.head));
    }
    for held in &standing.roles {
        let by = match held.by {
            Holding::Post(post) => post.to_string(),
            Holding::Proxy(person, kind) => format!("{person:?} {}", kind.code()),
        };
        parts.push(format!("role {} {:?} {by}", held.role, held.unit));
    }
    for grant in &standing.grants {
        parts.push(format!("grant {} {:?}", grant.permission, grant.unit));
    }
    parts.sort_unstable();
    let digest = Sha256::digest(parts.join("\n"));
    let (head, _) = digest.split_at(8);
    head.iter()
        .fold(0_i64, |number, byte| (number << 8) | i64::from(*byte))
}

/// Notes that a session or token was used, at most once a minute. A request is answered whether or not it succeeds.
async fn note_use(cx: &Cx, by: &By, used_at: Option<Timestamp>) {
    if used_at.is_some_and(|at| cx.now().since(at) < NOTED_EVERY) {
        return;
    }
    let noted = async {
        let tx = cx.begin().await?;
        match by {
            By::Session { id, .. } => store::touch(&tx, *id).await?,
            By::Token { id } => token::store::touch(&tx, *id).await?,
        }
        tx.commit_unaudited().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, "the use of a session was not noted");
    }
}

/// Gives a session a new secret, since its owner's rights are others than when it was made
/// ([`SignedIn::rights_changed`]). The former one is taken for a minute more.
pub async fn renew(cx: &Cx, signed_in: &SignedIn) -> Result<Saved<Secret>, Fault> {
    let By::Session { id, .. } = signed_in.by else {
        return Err(Fault::NotFound);
    };
    let permit = policy::may_renew(cx, id, signed_in.person)?;
    let tx = cx.begin().await?;
    let secret = store::rotate(&tx, &permit, id, rights(&signed_in.standing)).await?;
    Ok(tx.commit(Audit::of(permit, &id), secret).await?)
}

/// The open sessions of the actor's own account, the newest first.
pub async fn list(cx: &Cx) -> Result<Vec<SessionRow>, Fault> {
    let account = own(cx).await?;
    let _ = policy::may_look(cx, account.id, account.person)?;
    let (now, idle) = (cx.now(), idle_since(cx));
    Ok(store::list(&cx.reader(), account.id, now, idle).await?)
}

/// The sign-in history of the actor's own account, the newest first: what succeeded and what failed.
pub async fn history(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<SignInRow>, Fault> {
    let account = own(cx).await?;
    let _ = policy::may_look(cx, account.id, account.person)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::history(&cx.reader(), account.id, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| row.id))
}

/// Has the actor act on somebody's behalf in that session of theirs, by that kind of proxy, for as long as a delegation
/// lets them; with nobody, for themselves again.
pub async fn act_for(
    cx: &Cx,
    session: SessionId,
    whom: Option<OnBehalf>,
) -> Result<Saved<()>, Fault> {
    let account = store::account_of(&cx.reader(), session).await?;
    let account = account.ok_or(Fault::NotFound)?;
    let behalves = delegation::behalves(&cx.reader(), account.person, cx.today()).await?;
    let delegated = whom.is_none_or(|other| {
        let mut behalves = behalves.iter();
        behalves.any(|one| (one.person, one.kind) == (Some(other.person), other.kind))
    });
    let permit = policy::may_act_for(cx, session, account.person, delegated)?;
    let tx = cx.begin().await?;
    store::act_for(&tx, &permit, session, whom).await?;
    let entry = Audit::of(permit, &session)
        .with("on_behalf", whom.map(|other| other.person.to_string()))
        .with("kind", whom.map(|other| other.kind.code()));
    Ok(tx.commit(entry, ()).await?)
}

/// Which of these sessions are open no longer.
pub async fn ended(cx: &Cx, sessions: &[SessionId]) -> Result<Vec<SessionId>, Fault> {
    let open = store::open_of(&cx.reader(), sessions, cx.now(), idle_since(cx)).await?;
    let ended = sessions.iter().filter(|session| !open.contains(session));
    Ok(ended.copied().collect())
}

/// Ends one of the actor's sessions: signing out, here or from afar.
pub async fn end(cx: &Cx, session: SessionId) -> Result<Saved<()>, Fault> {
    let account = store::account_of(&cx.reader(), session).await?;
    let account = account
        .filter(|account| account.is_of(cx.actor()))
        .ok_or(Fault::NotFound)?;
    let permit = policy::may_end(cx, account.id, account.person)?;
    let tx = cx.begin().await?;
    if !store::end(&tx, &permit, account.id, session).await? {
        return Err(Fault::NotFound);
    }
    Ok(tx.commit(Audit::of(permit, &session), ()).await?)
}

/// Ends the actor's sessions, but for the one to go on in; says how many.
pub async fn end_others(cx: &Cx, but: SessionId) -> Result<Saved<u64>, Fault> {
    let account = own(cx).await?;
    let permit = policy::may_end(cx, account.id, account.person)?;
    let tx = cx.begin().await?;
    let cause = EndCause::SignedOut;
    let ended = store::end_others(&tx, &permit, account.id, but, cause).await?;
    let entry = Audit::of(permit, &account.id).with("sessions", ended);
    Ok(tx.commit(entry, ended).await?)
}

/// Ends all sessions of an account, for the administrator; says how many.
pub async fn end_all_of(cx: &Cx, account: AccountId) -> Result<Saved<u64>, Fault> {
    let permit = policy::may_end_all_of(cx, account)?;
    let tx = cx.begin().await?;
    let found = account::store::get(&tx, account).await?;
    found.ok_or(Fault::NotFound)?;
    let ended = store::end_all(&tx, &permit, account, EndCause::Administrator).await?;
    let entry = Audit::of(permit, &account).with("sessions", ended);
    Ok(tx.commit(entry, ended).await?)
}

/// Removes counts of failures and unanswered questions for codes and passkeys that are days old, answers of the identity
/// provider that were taken, and forms that wait no longer; says how many.
pub async fn sweep(cx: &Cx) -> Result<u64, Fault> {
    let tx = cx.begin().await?;
    let swept = store::sweep(&tx).await?
        + store::sweep_unsent(&tx).await?
        + passkey::sweep(&tx).await?
        + provider::sweep(&tx).await?;
    tx.commit_unaudited().await?;
    Ok(swept)
}

async fn own(cx: &Cx) -> Result<Account, Fault> {
    let person = cx.actor().person().ok_or(Fault::NotFound)?;
    let account = account::store::of_person(&cx.reader(), person).await?;
    account.ok_or(Fault::NotFound)
}
