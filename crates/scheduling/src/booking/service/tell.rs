//! Whom a booking concerns, and what they are told.

use serde_json::{Value, json};
use yakusho_accounts::{delegation, directory};
use yakusho_kernel::{DbError, Fault, Notice, PersonId, PostId, ProxyKind, Tx};

use crate::booking::model::{Booking, BookingState};
use crate::booking::{notices, store};
use crate::facility::{Blackout, Facility};

/// How many delegations of a post are looked at for whom to tell.
const DELEGATES: usize = 50;

/// What every notice about a booking says.
pub(in crate::booking) fn about(facility: &Facility, booking: &Booking) -> Value {
    json!({
        "title": booking.purpose,
        "facility": facility.settings.name_ja,
        "facility_en": facility.settings.name_en,
        "starts_at": booking.slot.starts_at,
        "ends_at": booking.slot.ends_at,
        "reason": booking.reason,
    })
}

fn notice(kind: &'static str, facility: &Facility, booking: &Booking) -> Notice {
    Notice::new(kind, &booking.id)
        .keyed(booking.revision.to_string())
        .params(about(facility, booking))
}

/// Tells whose the booking is, and who made it for them, unless it is their own act.
pub(super) async fn tell_owner(
    tx: &Tx,
    kind: &'static str,
    facility: &Facility,
    booking: &Booking,
) -> Result<(), DbError> {
    let acting = tx.cx().actor().person();
    let mut people = vec![booking.by.owner, booking.by.hand];
    people.dedup();
    people.retain(|person| acting != Some(*person));
    tx.notify(&people, &notice(kind, facility, booking)).await
}

/// Tells whoever may approve the booking today, if it waits for that.
pub(super) async fn ask_approval(
    tx: &Tx,
    facility: &Facility,
    booking: &Booking,
) -> Result<(), Fault> {
    let Some(post) = booking.approval else {
        return Ok(());
    };
    let people = approvers(tx, post).await?;
    let notice = notice(notices::ASKED, facility, booking);
    Ok(tx.notify(&people, &notice).await?)
}

/// The holders of the post, and those who act for it.
async fn approvers(tx: &Tx, post: PostId) -> Result<Vec<PersonId>, Fault> {
    let today = tx.cx().today();
    let holders = directory::holders(tx, today, &[post]).await?;
    let mut people: Vec<PersonId> = holders.into_iter().map(|holder| holder.person).collect();
    let concerning = delegation::Concerning::Post(post);
    let delegations = delegation::list(tx, today, concerning, None, DELEGATES).await?;
    let acting = delegations.items.into_iter().filter(|row| {
        let kind = row.delegation.kind;
        row.days.contains(today)
            && matches!(kind, ProxyKind::ActingForPost | ProxyKind::DecidingInPlace)
    });
    people.extend(acting.map(|row| row.delegation.delegate));
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// Tells those who have the facility in the time of a blackout; says how many bookings that are.
pub(crate) async fn tell_of_blackout(
    tx: &Tx,
    facility: &Facility,
    blackout: &Blackout,
) -> Result<usize, DbError> {
    let now = tx.cx().now();
    let mut met = store::met(tx, &[facility.id], blackout.slot).await?;
    met.retain(|booking| booking.state != BookingState::Returned && booking.slot.ends_at > now);
    let told = met.iter_mut().map(|booking| {
        booking.reason.clone_from(&blackout.reason);
        let notice = Notice::new(notices::BLACKED_OUT, &booking.id)
            .keyed(blackout.id.to_string())
            .params(about(facility, booking));
        (booking.by.owner, notice)
    });
    let told: Vec<(PersonId, Notice)> = told.collect();
    tx.notify_each(&told).await?;
    Ok(told.len())
}
