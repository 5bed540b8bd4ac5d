//! Calling events off.

use yakusho_kernel::{Audit, Cx, Fault, Permit, Saved, Tx};

use super::access::{acting, hold};
use super::facilities::{Facilities, follow};
use super::series;
use super::tell::tell;
use crate::event::model::{Event, EventId, Part};
use crate::event::{notices, policy, store};

/// Calls off an event, or a part of a series, if it is still at that revision. It stays in its versions.
pub async fn cancel(cx: &Cx, id: EventId, revision: i32, part: Part) -> Result<Saved<()>, Fault> {
    let cx = acting(cx, id).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, Some(revision)).await?;
    let permit = policy::may_cancel(&cx, &found.calendars, &found.event)?;
    let mut event = found.event;
    let entry = match series::part(&event, part)? {
        Part::All => {
            let dropped = all(&tx, &permit, &mut event).await?;
            free(&tx, &permit, &event, &dropped).await?;
            Audit::of(permit, &id).with("dropped", dropped.len())
        }
        Part::This(date) => {
            series::leave_out(&tx, &permit, &mut event, date).await?;
            free(&tx, &permit, &event, &[]).await?;
            Audit::of(permit, &id).with("date", date.to_string())
        }
        Part::Following(date) => {
            series::end_before(&tx, &permit, &mut event, date).await?;
            let children = store::children(&tx, id, Some(date)).await?;
            let children: Vec<EventId> = children.into_iter().map(|(id, _)| id).collect();
            store::cancel_all(&tx, &permit, &children).await?;
            free(&tx, &permit, &event, &children).await?;
            Audit::of(permit, &id)
                .with("from", date.to_string())
                .with("dropped", children.len())
        }
    };
    tell(&tx, &event, &series::concerned(&event), notices::CANCELLED).await?;
    Ok(tx.commit(entry, ()).await?)
}

/// Calls off all of it, with what stands in the place of its dates; says which those were.
async fn all(tx: &Tx, permit: &Permit, event: &mut Event) -> Result<Vec<EventId>, Fault> {
    let children = store::children(tx, event.id, None).await?;
    let children: Vec<EventId> = children.into_iter().map(|(id, _)| id).collect();
    event.cancel(tx.cx().now());
    let version = tx.keep_version(&event.id, &event.content).await?;
    event.version = version.number;
    store::save(tx, permit, event).await?;
    store::cancel_all(tx, permit, &children).await?;
    Ok(children)
}

/// Gives back the facilities of what was called off.
async fn free(tx: &Tx, permit: &Permit, event: &Event, dropped: &[EventId]) -> Result<(), Fault> {
    let kept = [(event, Facilities::KEPT)];
    follow(tx, permit, &kept, dropped).await?;
    Ok(store::note(tx, permit, &[event.root()]).await?)
}
