//! Whom owners let write in their calendars.

use serde_json::json;
use yakusho_accounts::directory;
use yakusho_kernel::{
    Audit, Conflict, Cx, Fault, Invalid, Notice, Permit, PersonId, Reason, Saved, Tx,
};

use super::access::calendars;
use crate::event::model::{Delegate, DelegateId, DelegateRow, Owner};
use crate::event::{notices, policy, store};

/// Lets people, or whoever holds a post, write in one's calendar: all of them or none.
///
/// # Errors
/// The field `people` or `post`, of one who is not known or whom one lets already.
pub async fn give(
    cx: &Cx,
    owner: PersonId,
    delegates: &[Delegate],
) -> Result<Saved<Vec<DelegateId>>, Fault> {
    let permit = policy::may_delegate(cx, owner)?;
    let tx = cx.begin().await?;
    let mut given = Vec::with_capacity(delegates.len());
    for delegate in delegates {
        given.push(give_one(&tx, &permit, owner, *delegate).await?);
    }
    let ids: Vec<String> = given.iter().map(ToString::to_string).collect();
    let entry = Audit::of(permit, &owner).with("delegates", ids);
    Ok(tx.commit(entry, given).await?)
}

async fn give_one(
    tx: &Tx,
    permit: &Permit,
    owner: PersonId,
    delegate: Delegate,
) -> Result<DelegateId, Fault> {
    let cx = tx.cx();
    let today = cx.today();
    let field = match delegate {
        Delegate::Person(_) => "people",
        Delegate::Post(_) => "post",
    };
    let told = match delegate {
        Delegate::Person(person) if person == owner => Vec::new(),
        Delegate::Person(person) => {
            let cards = directory::people(tx, today, &[person]).await?;
            cards.into_keys().collect()
        }
        Delegate::Post(post) => {
            let held = directory::holders(tx, today, &[post]).await?;
            held.into_iter().map(|holder| holder.person).collect()
        }
    };
    if told.is_empty() {
        return Err(Invalid::field(field, Reason::Unknown).into());
    }
    let row = DelegateRow {
        id: cx.new_id(),
        owner,
        delegate,
        given_at: cx.now(),
        given_by: cx.actor().person().unwrap_or(owner),
    };
    if !store::give(tx, permit, &row).await? {
        return Err(Invalid::field(field, Reason::Code("delegated")).into());
    }
    let cards = directory::people(tx, today, &[owner]).await?;
    let name = cards.get(&owner).map(|card| &*card.name);
    let notice = Notice::new(notices::DELEGATED, &row.id).params(json!({ "name": name }));
    tx.notify(&told, &notice).await?;
    Ok(row.id)
}

/// Lets them no longer.
pub async fn revoke(cx: &Cx, id: DelegateId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let row = store::delegate(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_delegate(cx, row.owner).map_err(|_| Fault::NotFound)?;
    Conflict::CHANGED.unless(store::revoke(&tx, &permit, id).await?)?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Whom one lets write in one's calendar; also for those who may.
pub async fn delegates(cx: &Cx, owner: PersonId) -> Result<Vec<DelegateRow>, Fault> {
    let on = cx.reader();
    if !calendars(&on, cx).await?.holds(Owner::Person(owner)) {
        return Err(Fault::NotFound);
    }
    Ok(store::delegates(&on, owner).await?)
}

/// In whose calendars the actor writes besides their own: of those who let them, and of the one whom they stand in for.
pub async fn owners(cx: &Cx) -> Result<Vec<PersonId>, Fault> {
    let Some(standing) = cx.actor().standing() else {
        return Ok(Vec::new());
    };
    let mut owners = store::owners(&cx.reader(), standing).await?;
    owners.extend(standing.on_behalf.map(|behalf| behalf.person));
    owners.sort_unstable();
    owners.dedup();
    Ok(owners)
}
