//! The acts on a booking, read from the audit trail.

use sea_orm::QueryOrder;
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use yakusho_kernel::audit_entry::{Column, Entity};
use yakusho_kernel::{DbError, Outcome, PersonId, Reading, Subject as _, Timestamp};

use crate::booking::model::{BookingId, BookingState};
use crate::facility::Slot;
use yakusho_kernel::stored::from_json;

/// An act that was done to a booking.
pub(in crate::booking) struct Acted {
    pub(in crate::booking) at: Timestamp,
    pub(in crate::booking) person: Option<PersonId>,
    pub(in crate::booking) act: String,
    pub(in crate::booking) slot: Option<Slot>,
    pub(in crate::booking) state: Option<BookingState>,
}

/// What was done to the booking, the last first.
pub(in crate::booking) async fn acts(
    on: &impl Reading,
    booking: BookingId,
    limit: u64,
) -> Result<Vec<Acted>, DbError> {
    let subject = booking.reference();
    let rows = Entity::find()
        .filter(Column::SubjectKind.eq(subject.kind.as_ref()))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Outcome.eq(Outcome::Done.code()))
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(&on.conn())
        .await?;
    let acts = rows.into_iter().map(|mut row| {
        let state = row.detail["state"]
            .as_str()
            .and_then(BookingState::from_code);
        let slot: Option<(Timestamp, Timestamp)> = from_json(row.detail["slot"].take())?;
        Ok(Acted {
            at: row.at,
            person: row.person,
            act: row.act,
            slot: slot.and_then(|(starts_at, ends_at)| Slot::new(starts_at, ends_at)),
            state,
        })
    });
    acts.collect()
}
