//! Approving and refusing.

use yakusho_kernel::{Audit, Conflict, Cx, Fault, Saved};

use super::book::{entry, found};
use super::had::tell_events;
use super::queue;
use super::tell::tell_owner;
use crate::booking::model::{BookingId, BookingState, Decision, Done, reason};
use crate::booking::{notices, policy, store};
use crate::facility::{hand, locked, person, tied};

/// Approves a booking that is still at that revision, or refuses it with a reason; who waited for it then gets it.
///
/// # Errors
/// The conflict `already_decided`.
pub async fn decide(
    cx: &Cx,
    id: BookingId,
    revision: i32,
    decision: Decision,
) -> Result<Saved<()>, Fault> {
    let known = store::find(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    let tx = cx.begin().await?;
    let facility = locked(&tx, known.facility).await?;
    let booking = store::find(&tx, id).await?.ok_or(Fault::NotFound)?;
    let post: Vec<_> = booking.approval.into_iter().collect();
    let hand = hand(&tx, cx, &post).await?;
    if !post.iter().any(|post| hand.has(*post)) {
        // Whoever has nothing to do with it learns of it only what they may see.
        tied(&tx, cx, &facility).await?;
    }
    let permit = policy::may_decide(cx, &facility, &booking, &hand)?;
    let decided = Conflict {
        code: "already_decided",
    };
    decided.unless(booking.state == BookingState::Tentative)?;
    let mut booking = found(&tx, id, revision).await?;
    let (state, kind) = match decision {
        Decision::Approve => (BookingState::Confirmed, notices::APPROVED),
        Decision::Refuse(why) => {
            booking.reason = reason(&why, true)?;
            (BookingState::Refused, notices::REFUSED)
        }
    };
    booking.state = state;
    booking.decided = Some(Done {
        at: cx.now(),
        by: person(cx)?,
    });
    store::save(&tx, &permit, &facility, &mut booking).await?;
    queue::promote(&tx, &facility).await?;
    tell_owner(&tx, kind, &facility, &booking).await?;
    tell_events(&tx, &permit, std::slice::from_ref(&booking)).await?;
    let entry: Audit = entry(permit, &booking);
    Ok(tx.commit(entry, ()).await?)
}
