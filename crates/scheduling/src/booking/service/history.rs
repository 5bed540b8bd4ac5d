//! What happened to a booking.

use yakusho_kernel::{Cx, Fault, Timestamp};

use super::read::{names, show};
use crate::booking::model::{BookingId, BookingState};
use crate::booking::store;
use crate::facility::Slot;

/// How many acts are told of one booking, the last ones.
const TOLD: u64 = 100;

/// An act on a booking, as the audit trail has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// The name of whoever did it; none if it was the system.
    pub by: Option<String>,
    /// The name of the act, such as `booking.decide`.
    pub act: String,
    /// The time that the booking had after it.
    pub slot: Option<Slot>,
    /// Where it stood after it.
    pub state: Option<BookingState>,
}

/// What happened to a booking, the last act first, for those who see whose it is; nothing for others. What a series made
/// or called off is an act on the series, and not among it.
pub async fn history(cx: &Cx, id: BookingId) -> Result<Vec<Happened>, Fault> {
    if !show(cx, id).await?.rights.see {
        return Ok(Vec::new());
    }
    let on = cx.reader();
    let acts = store::acts(&on, id, TOLD).await?;
    let people = acts.iter().filter_map(|act| act.person).collect();
    let names = names(&on, cx, people).await?;
    let told = acts.into_iter().map(|act| Happened {
        at: act.at,
        by: act.person.and_then(|person| names.get(&person).cloned()),
        act: act.act,
        slot: act.slot,
        state: act.state,
    });
    Ok(told.collect())
}
