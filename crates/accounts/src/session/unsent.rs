//! What somebody sent and was not taken, because their session had ended or something was owed first, waits for them
//! alone: sealed, for a day at most, until it has been sent.

use yakusho_kernel::{Cx, Fault, PersonId};

use super::{UnsentId, store};

/// Keeps what was sent for whoever has, or had, the session with this token against forged requests; says whose it is.
/// None where there was no such session.
pub async fn keep(cx: &Cx, csrf: &str, sent: &[u8]) -> Result<Option<(UnsentId, PersonId)>, Fault> {
    let Some(person) = store::person_of(&cx.reader(), csrf).await? else {
        return Ok(None);
    };
    let sealed = cx.env().keys().seal(cx.env().rng(), sent, &person)?;
    let tx = cx.begin().await?;
    let id = store::keep(&tx, person, sealed).await?;
    tx.commit_unaudited().await?;
    Ok(Some((id, person)))
}

/// What waits under that id for the acting person; none for anybody else, and none once it was sent.
pub async fn kept(cx: &Cx, id: UnsentId) -> Result<Option<Vec<u8>>, Fault> {
    let Some(person) = cx.actor().person() else {
        return Ok(None);
    };
    let Some(sealed) = store::kept(&cx.reader(), person, id, cx.now()).await? else {
        return Ok(None);
    };
    Ok(Some(cx.env().keys().open(&sealed, &person)?.to_vec()))
}

/// What waited under that id for the acting person has been sent.
pub async fn sent(cx: &Cx, id: UnsentId) -> Result<(), Fault> {
    if let Some(person) = cx.actor().person() {
        let tx = cx.begin().await?;
        store::sent(&tx, person, id).await?;
        tx.commit_unaudited().await?;
    }
    Ok(())
}
