//! Ending circulations, taking them back or down, and reminding those who have not confirmed.

use async_trait::async_trait;
use serde_json::json;
use uuid::Uuid;
use yakusho_kernel::{
    Audit, Cx, Fault, Invalid, Notice, Permit, Reason, Removable, Saved, Tx, TypedId as _,
};

use super::access::{Found, hold, hold_at};
use crate::byline::remind_each;
use crate::circulation::model::{Circulation, CirculationId, CirculationState, RecipientState};
use crate::circulation::{Circulations, policy, store};
use crate::text::{Remark, given};
use crate::{Authorship, Removal, notices};

/// Those who have it before them, whatever they did with it.
const REACHED: [RecipientState; 2] = [RecipientState::Pending, RecipientState::Confirmed];

/// Ends a circulation before all have confirmed: nobody owes it any more.
pub async fn close(cx: &Cx, id: CirculationId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut circulation,
        ties,
        ..
    } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_close(cx, &circulation, ties)?;
    circulation.close(cx.now())?;
    store::save(&tx, &permit, &circulation).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Takes one's own circulation back. Those whom it reached are told, and find a marker in its place.
pub async fn withdraw(cx: &Cx, id: CirculationId, revision: i32) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        mut circulation,
        ties,
        ..
    } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_withdraw(cx, &circulation, ties)?;
    let notice = Notice::new(notices::CIRCULATION_WITHDRAWN, &id).params(circulation.said());
    circulation.withdraw(cx.now())?;
    store::save(&tx, &permit, &circulation).await?;
    tx.notify(&store::people(&tx, id, &REACHED).await?, &notice)
        .await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Takes another's circulation down, for a reason that its author and those whom it reached are told. A marker stands in
/// its place, and its words stay as evidence.
pub async fn remove(
    cx: &Cx,
    id: CirculationId,
    revision: i32,
    reason: &str,
) -> Result<Saved<()>, Fault> {
    let reason = given(reason)?;
    let tx = cx.begin().await?;
    let Found {
        circulation, ties, ..
    } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_remove(cx, &circulation, ties, reason.as_ref())?;
    take_down(&tx, &permit, circulation, reason).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

async fn take_down(
    tx: &Tx,
    permit: &Permit,
    mut circulation: Circulation,
    reason: Option<Remark>,
) -> Result<(), Fault> {
    let id = circulation.id;
    let title = circulation.content.title.as_str().to_owned();
    let notice = Notice::new(notices::CIRCULATION_REMOVED, &id)
        .params(json!({ "title": title, "reason": reason }));
    circulation.remove(Removal {
        at: tx.cx().now(),
        by: Authorship::of(tx.cx())?.hand,
        reason,
    })?;
    store::save(tx, permit, &circulation).await?;
    let mut people = store::people(tx, id, &REACHED).await?;
    people.push(circulation.by.author);
    tx.notify(&people, &notice).await?;
    Ok(())
}

#[async_trait]
impl Removable for Circulations {
    fn kind(&self) -> &'static str {
        CirculationId::KIND
    }

    async fn take_down(
        &self,
        tx: &Tx,
        permit: &Permit,
        id: Uuid,
        reason: &str,
    ) -> Result<(), Fault> {
        let reason = given(reason)?.ok_or_else(|| Invalid::field("reason", Reason::Required))?;
        let id = id.into();
        store::lock(tx, &[id]).await?;
        let found = store::find(tx, id, None).await?;
        let (circulation, _) = found.ok_or(Fault::NotFound)?;
        take_down(tx, permit, circulation, Some(reason)).await
    }
}

/// Reminds those who have it before them and have not confirmed, at most once a day; says how many were not reminded before.
pub async fn remind(cx: &Cx, id: CirculationId) -> Result<Saved<usize>, Fault> {
    let tx = cx.begin().await?;
    let Found {
        circulation, ties, ..
    } = hold(&tx, id).await?;
    let permit = policy::may_remind(cx, &circulation, ties)?;
    circulation.expect(CirculationState::Open)?;
    let people = store::people(&tx, id, &[RecipientState::Pending]).await?;
    let notice = Notice::new(notices::CIRCULATION_REMINDER, &id)
        .keyed(cx.today().to_string())
        .params(circulation.said());
    let told = remind_each(&tx, &people, &notice).await?;
    let entry = Audit::of(permit, &id).with("people", told);
    Ok(tx.commit(entry, told).await?)
}
