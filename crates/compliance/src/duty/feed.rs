//! The address at which programs read what somebody owes, without signing in.
//!
//! It ends with a secret of 256 bits, which is shown once, when it is made; the database has its digest alone. Whoever has
//! it reads, and changes nothing. Another one takes its place; while its owner's account cannot be used it gives nothing.

use time::Duration;
use yakusho_accounts::directory::{self, Audience};
use yakusho_accounts::{Secret, role};
use yakusho_kernel::{Asked, Audit, Cx, Fault, Owed, PersonId, Saved, Timestamp};

use super::{Ledger, policy, store};

/// How long ago what is late may have been due, to be given.
const BEFORE: Duration = Duration::days(92);

/// How far ahead duties are given.
const AFTER: Duration = Duration::days(731);

/// The most duties that are given.
const MOST: usize = 500;

fn own(cx: &Cx) -> Result<PersonId, Fault> {
    cx.actor().person().ok_or(Fault::NotFound)
}

/// Makes the address of the one who acts; one that they had before ends. What is returned is shown once.
pub async fn subscribe(cx: &Cx) -> Result<Saved<Secret>, Fault> {
    let person = own(cx)?;
    let permit = policy::may_subscribe(cx, person)?;
    let secret = Secret::random(cx.env().rng());
    let tx = cx.begin().await?;
    store::put_feed(&tx, &permit, person, &secret).await?;
    Ok(tx.commit(Audit::of(permit, &person), secret).await?)
}

/// Ends the address of the one who acts.
pub async fn unsubscribe(cx: &Cx) -> Result<Saved<()>, Fault> {
    let person = own(cx)?;
    let permit = policy::may_unsubscribe(cx, person)?;
    let tx = cx.begin().await?;
    if !store::end_feed(&tx, &permit, person).await? {
        return Err(Fault::NotFound);
    }
    Ok(tx.commit(Audit::of(permit, &person), ()).await?)
}

/// When the one who acts made their address, if they have one.
pub async fn subscribed(cx: &Cx) -> Result<Option<Timestamp>, Fault> {
    Ok(store::feed_of(&cx.reader(), own(cx)?).await?)
}

/// What the owner of the address that ends with this owes.
pub async fn feed(cx: &Cx, ledger: &Ledger, secret: &str) -> Result<Vec<Owed>, Fault> {
    let secret = Secret::from_text(secret).ok_or(Fault::NotFound)?;
    let on = cx.reader();
    let person = store::person_of(&on, &secret).await?;
    let person = person.ok_or(Fault::NotFound)?;
    let audience = Audience {
        people: vec![person],
        ..Audience::default()
    };
    let reached = directory::expand(&on, cx.today(), &audience).await?;
    let standing = role::standing(&on, person, cx.today()).await?;
    let standing = standing.filter(|_| !reached.is_empty());
    let standing = standing.ok_or(Fault::NotFound)?;
    let whose = policy::theirs(&standing);
    let today = cx.today();
    let asked = Asked {
        whose: &whose,
        from: today.checked_sub(BEFORE),
        until: today.checked_add(AFTER),
        after: None,
        size: MOST,
    };
    ledger.first(cx, &asked).await
}
