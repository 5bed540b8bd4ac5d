//! What people do with their boxes, and what the administrator sees of mails.

use time::Duration;
use yakusho_kernel::{Audit, Conflict, Cursor, Cx, Fault, Invalid, Page, PersonId, Reason, Saved};

use super::model::{Address, FailedMail, MailBox, Preferences};
use super::store::{boxes, mails, waiting};
use super::{policy, rules, sending};

/// How long a code can be entered.
const CODE_LASTS: Duration = Duration::days(1);

/// How many codes of six digits there are.
const CODES: u64 = 1_000_000;

/// The actor's own box.
pub async fn own(cx: &Cx) -> Result<MailBox, Fault> {
    Ok(boxes::of(&cx.reader(), person(cx)?).await?)
}

/// Chooses which notices are mailed, and when. `revision` is that of the box as it was read. What waits is looked at anew.
///
/// # Errors
/// The field `quiet_until`.
pub async fn prefer(cx: &Cx, revision: i32, chosen: Preferences) -> Result<Saved<()>, Fault> {
    let person = person(cx)?;
    let permit = policy::may_change(cx, policy::PREFER, person)?;
    let chosen = chosen.checked()?;
    let tx = cx.begin().await?;
    Conflict::CHANGED.unless(boxes::prefer(&tx, &permit, person, revision, &chosen).await?)?;
    waiting::look_again(&tx, &permit, person).await?;
    Ok(tx.commit(Audit::of(permit, &person), ()).await?)
}

/// Has a code sent to an address; mail goes there once it is [confirmed](confirm), and until then as before.
///
/// # Errors
/// The field `address`, too where a code was sent to it a moment ago, or too many were sent in a row.
pub async fn ask(cx: &Cx, address: &str) -> Result<Saved<()>, Fault> {
    let person = person(cx)?;
    let permit = policy::may_change(cx, policy::ASK, person)?;
    let address = Address::parse(address)?;
    let (rng, now) = (cx.env().rng(), cx.now());
    let code = format!("{:06}", rng.below(CODES));
    let sealed = cx.env().keys().seal(rng, code.as_bytes(), &person)?;
    let tx = cx.begin().await?;
    let before = boxes::asking(&tx, person).await?;
    let asks =
        rules::asks(&before, &address, now).map_err(|reason| Invalid::field("address", reason))?;
    let asked = boxes::ask(&tx, &permit, person, &address, sealed, (&before, asks)).await?;
    Conflict::CHANGED.unless(asked)?;
    mails::forget_confirmations(&tx, person).await?;
    mails::insert(&tx, mails::Kind::Confirmation, &[(cx.new_id(), person)]).await?;
    Ok(tx.commit(Audit::of(permit, &person), ()).await?)
}

/// Confirms the address that a code was sent to. A code can be tried five times within a day.
///
/// # Errors
/// The field `code`.
pub async fn confirm(cx: &Cx, code: &str) -> Result<Saved<()>, Fault> {
    let person = person(cx)?;
    let permit = policy::may_change(cx, policy::CONFIRM, person)?;
    // Counted whatever comes of it.
    let tx = cx.begin().await?;
    let sealed = boxes::tried(&tx, person, cx.now().plus(-CODE_LASTS)).await?;
    tx.commit_unaudited().await?;
    let sealed = sealed.ok_or_else(|| Invalid::field("code", Reason::Code("no_mail_code")))?;
    let right = sending::open(cx, &sealed, person)?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    if code != right.reveal() {
        return Err(Invalid::field("code", Reason::Code("wrong_mail_code")).into());
    }
    let tx = cx.begin().await?;
    Conflict::CHANGED.unless(boxes::confirm(&tx, &permit, person, sealed).await?)?;
    Ok(tx.commit(Audit::of(permit, &person), ()).await?)
}

/// Has nothing mailed any more, and forgets the address.
pub async fn remove(cx: &Cx) -> Result<Saved<()>, Fault> {
    let person = person(cx)?;
    let permit = policy::may_change(cx, policy::REMOVE, person)?;
    let tx = cx.begin().await?;
    if !boxes::remove(&tx, &permit, person).await? {
        return Err(Fault::NotFound);
    }
    mails::forget_confirmations(&tx, person).await?;
    Ok(tx.commit(Audit::of(permit, &person), ()).await?)
}

/// Mails that were given up, the newest first, for the administrator.
pub async fn failed(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<FailedMail>, Fault> {
    let _ = policy::may_look(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = mails::failed(&cx.reader(), after, size + 1).await?;
    Ok(Page::of(found, size, |mail| mail.id))
}

fn person(cx: &Cx) -> Result<PersonId, Fault> {
    cx.actor().person().ok_or(Fault::NotFound)
}
