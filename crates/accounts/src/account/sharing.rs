//! Permissions of the information system manager that people share an account (shiroishi:24-1).

use yakusho_kernel::{Audit, Conflict, Cursor, Cx, Fault, Invalid, Page, Reason, Saved};

use super::model::{CloseCause, NewSharing, Sharing, SharingId};
use super::service::{shut, why};
use super::{policy, store};

/// Permits that people share an account.
///
/// # Errors
/// The fields `people`, `reason` and `ends_on`.
pub async fn permit_sharing(cx: &Cx, new: NewSharing) -> Result<Saved<SharingId>, Fault> {
    let permit = policy::may_permit_sharing(cx, new.person)?;
    let mut invalid = Invalid::default();
    if new.people.iter().all(|person| *person == new.person) {
        invalid.push("people", Reason::Required);
    }
    if new.ends_on < cx.today() {
        invalid.push("ends_on", Reason::Past);
    }
    let reason = why("reason", &new.reason);
    if let Err(error) = &reason {
        invalid.errors.extend(error.errors.clone());
    }
    invalid.check()?;
    let tx = cx.begin().await?;
    let Some(by) = cx.actor().person() else {
        return Err(Fault::NotFound);
    };
    let permission = Sharing {
        id: cx.new_id(),
        person: new.person,
        people: new.people,
        reason: reason?,
        ends_on: new.ends_on,
        permitted_by: by,
        permitted_at: cx.now(),
        withdrawn_at: None,
    };
    store::insert_sharing(&tx, &permit, &permission).await?;
    let id = permission.id;
    Ok(tx.commit(Audit::of(permit, &id), id).await?)
}

/// Withdraws a permission to share; the accounts that stand on it close.
pub async fn withdraw_sharing(cx: &Cx, id: SharingId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let permission = store::sharing(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_withdraw_sharing(cx, &permission)?;
    Conflict::CHANGED.unless(store::withdraw_sharing(&tx, &permit, id).await?)?;
    for mut account in store::standing_on(&tx, id).await? {
        let reason = permission.reason.clone();
        shut(&tx, &permit, &mut account, CloseCause::Ended, reason).await?;
    }
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// The permissions to share, the newest first.
pub async fn sharings(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Sharing>, Fault> {
    let _ = policy::may_list_sharing(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::sharings(&cx.reader(), after, size + 1).await?;
    Ok(Page::of(rows, size, |permission| permission.id))
}
