//! Who has what when: the plan of a day or week, and what is not free.

use std::collections::HashMap;

use time::Date;
use yakusho_accounts::calendar;
use yakusho_kernel::{Cx, DbError, Fault, Invalid, Reading, Reason, Timestamp};

use super::read::names;
use crate::booking::model::{Booking, BookingId, BookingState, held};
use crate::booking::rules::{Holding, joined, lacking, most_held};
use crate::booking::{policy, store};
use crate::event::EventId;
use crate::facility::policy::Ties;
use crate::facility::store::{self as facility_store, Asked};
use crate::facility::{
    Blackout, CategoryId, Facility, FacilityId, FacilityKind, FacilityRow, Slot, closing, days,
    open_on, seen_with_ties, window_end,
};

/// The most days that a plan shows.
const MOST_DAYS: i64 = 31;

/// A facility in the plan.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// The facility, and whether the reader may book it.
    pub row: FacilityRow,
    /// When it is open on each day.
    pub days: Vec<PlanDay>,
    /// What has it, the first to begin first.
    pub booked: Vec<BookedTime>,
    /// When it is blacked out, and why.
    pub blackouts: Vec<Blackout>,
}

impl PlanRow {
    /// How many can be had through that time within the days of the plan, if the facility is open then. What is needed to
    /// make it ready and to clear it is counted in.
    pub fn left(&self, time: Slot) -> i32 {
        let facility = &self.row.facility;
        let holdings: Vec<Holding> = self
            .booked
            .iter()
            .map(|one| Holding {
                booking: one.id,
                held: one.held,
                quantity: one.quantity,
            })
            .collect();
        facility.settings.units - most_held(&holdings, held(facility, time))
    }

    /// Whether a booking of the reader's may begin then, by their rights and the facility's window.
    pub fn begins(&self, starts_at: Timestamp, today: Date) -> bool {
        let end = window_end(&self.row.facility.settings, today);
        self.row.bookable && end.is_none_or(|end| starts_at < end)
    }
}

/// A day in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanDay {
    /// The day.
    pub day: Date,
    /// The hours in which the facility is open; none where it is closed.
    pub open: Option<Slot>,
}

/// A booking in the plan. What its reader may not see of it is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookedTime {
    /// The booking.
    pub id: BookingId,
    /// When.
    pub slot: Slot,
    /// The same with the time in which the facility is made ready and cleared.
    pub held: Slot,
    /// How many.
    pub quantity: i32,
    /// Where it stands.
    pub state: BookingState,
    /// What for.
    pub purpose: String,
    /// Whose it is.
    pub name: String,
    /// Whether it is the reader's.
    pub mine: bool,
    /// The event that it belongs to.
    pub event: Option<EventId>,
}

/// The facilities that the reader may see, of a category or kind if one is named, with what has them from a day on: a
/// number of statements that does not grow.
///
/// # Errors
/// The field `days` outside 1 to 31.
pub async fn plan(
    cx: &Cx,
    category: Option<CategoryId>,
    kind: Option<FacilityKind>,
    from: Date,
    count: i64,
) -> Result<Vec<PlanRow>, Fault> {
    let asked = Asked {
        category,
        kind,
        ..Asked::default()
    };
    planned(cx, &asked, from, count).await
}

/// The same of these facilities alone, as far as the reader may see them, in the order of display.
///
/// # Errors
/// As of [`plan`].
pub async fn plan_of(
    cx: &Cx,
    facilities: &[FacilityId],
    from: Date,
    count: i64,
) -> Result<Vec<PlanRow>, Fault> {
    let asked = Asked {
        ids: Some(facilities.to_vec()),
        retired: true,
        ..Asked::default()
    };
    planned(cx, &asked, from, count).await
}

async fn planned(cx: &Cx, asked: &Asked, from: Date, count: i64) -> Result<Vec<PlanRow>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let known = (1..=MOST_DAYS).contains(&count).then_some(count);
    let until = known.and_then(|count| from.checked_add(time::Duration::days(count)));
    let Some(until) = until else {
        let (min, max) = (1, MOST_DAYS);
        return Err(Invalid::field("days", Reason::OutOfRange { min, max }).into());
    };
    let on = cx.reader();
    let facilities = seen_with_ties(&on, cx, asked).await?;
    let time = Slot {
        starts_at: Timestamp::start_of(from),
        ends_at: Timestamp::start_of(until),
    };
    let ids: Vec<FacilityId> = facilities.iter().map(|(row, _)| row.facility.id).collect();
    let calendar = calendar::of(&on).await?;
    let blackouts =
        facility_store::blackouts(&on, &ids, time.starts_at, Some(time.ends_at)).await?;
    let mut booked: HashMap<FacilityId, Vec<Booking>> = HashMap::new();
    let mut owners = Vec::new();
    for booking in store::met(&on, &ids, time).await? {
        owners.push(booking.by.owner);
        booked.entry(booking.facility).or_default().push(booking);
    }
    let names = names(&on, cx, owners).await?;
    let rows = facilities.into_iter().map(|(row, ties)| {
        let facility = &row.facility;
        let opening = &facility.settings.opening;
        let open = |day| PlanDay {
            day,
            open: open_on(opening, &calendar, day),
        };
        let found = booked.remove(&facility.id).unwrap_or_default().into_iter();
        let name = |booking: &Booking| names.get(&booking.by.owner).cloned();
        let mut booked: Vec<BookedTime> = found
            .map(|booking| {
                let name = name(&booking).unwrap_or_default();
                booked_time(cx, booking, name, ties)
            })
            .collect();
        booked.sort_by_key(|one| (one.slot, one.id));
        PlanRow {
            days: days(from, until).map(open).collect(),
            booked,
            blackouts: closing(&blackouts, facility.id, time).cloned().collect(),
            row,
        }
    });
    Ok(rows.collect())
}

fn booked_time(cx: &Cx, booking: Booking, name: String, ties: Ties) -> BookedTime {
    let sees = policy::sees(cx, &booking, ties);
    let seen = |text: String| if sees { text } else { String::new() };
    BookedTime {
        id: booking.id,
        slot: booking.slot,
        held: booking.held,
        quantity: booking.quantity,
        state: booking.state,
        mine: booking.by.is(cx),
        purpose: seen(booking.purpose),
        name: seen(name),
        event: booking.event,
    }
}

/// When a facility is not to be had.
#[derive(Clone, Debug)]
pub struct Busy {
    /// The facility.
    pub facility: Facility,
    /// The times in which a booking cannot lie, in their order and none touching another: taken, blacked out or closed.
    pub times: Vec<Slot>,
}

/// When those of the facilities that the actor may book are not to be had for so many, within a time: for the common
/// search of people and facilities. A slot that meets none of the times can be booked, as far as window and longest time
/// go; the times before and after which the facility is made ready and cleared are counted in.
pub async fn busy(
    on: &impl Reading,
    cx: &Cx,
    facilities: &[FacilityId],
    time: Slot,
    quantity: i32,
) -> Result<Vec<Busy>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let asked = Asked {
        ids: Some(facilities.to_vec()),
        ..Asked::default()
    };
    let facilities = seen_with_ties(on, cx, &asked).await?;
    let facilities: Vec<Facility> = facilities
        .into_iter()
        .filter(|(row, _)| row.bookable)
        .map(|(row, _)| row.facility)
        .collect();
    let ids: Vec<FacilityId> = facilities.iter().map(|facility| facility.id).collect();
    let calendar = calendar::of(on).await?;
    let blackouts = facility_store::blackouts(on, &ids, time.starts_at, Some(time.ends_at)).await?;
    let mut holdings = by_facility(on, &facilities, time).await?;
    let busy = facilities.into_iter().map(|facility| {
        let set = &facility.settings;
        let holdings = holdings.remove(&facility.id).unwrap_or_default();
        // A slot lacks nothing if that is so with what it needs itself to be made ready and cleared.
        let lacking = lacking(&holdings, set.units, held(&facility, time), quantity);
        let widened = lacking
            .into_iter()
            .map(|slot| slot.widened(set.after_minutes, set.before_minutes));
        let mut times: Vec<Slot> = widened.collect();
        let closed = closing(&blackouts, facility.id, time).map(|blackout| blackout.slot);
        times.extend(closed);
        let open = days(time.starts_at.date(), after(time))
            .filter_map(|day| open_on(&set.opening, &calendar, day));
        times.extend(gaps(open, time));
        Busy {
            times: joined(times),
            facility,
        }
    });
    Ok(busy.collect())
}

async fn by_facility(
    on: &impl Reading,
    facilities: &[Facility],
    time: Slot,
) -> Result<HashMap<FacilityId, Vec<Holding>>, DbError> {
    let ids: Vec<FacilityId> = facilities.iter().map(|facility| facility.id).collect();
    let widest = facilities.iter().map(|facility| held(facility, time));
    let starts_at = widest.clone().map(|slot| slot.starts_at).min();
    let ends_at = widest.map(|slot| slot.ends_at).max();
    let (Some(starts_at), Some(ends_at)) = (starts_at, ends_at) else {
        return Ok(HashMap::new());
    };
    let mut found: HashMap<FacilityId, Vec<Holding>> = HashMap::new();
    for (facility, holding) in store::holdings(on, &ids, Slot { starts_at, ends_at }).await? {
        found.entry(facility).or_default().push(holding);
    }
    Ok(found)
}

/// The day after the last of which the time has a part.
fn after(time: Slot) -> Date {
    let last = crate::facility::last_day(time);
    last.next_day().unwrap_or(last)
}

/// What of the time the others, which are in their order, do not cover.
fn gaps(covered: impl Iterator<Item = Slot>, time: Slot) -> Vec<Slot> {
    let (mut gaps, mut free_until) = (Vec::new(), time.starts_at);
    for slot in covered {
        gaps.extend(Slot::new(free_until, slot.starts_at.min(time.ends_at)));
        free_until = free_until.max(slot.ends_at);
    }
    gaps.extend(Slot::new(free_until, time.ends_at));
    gaps
}
