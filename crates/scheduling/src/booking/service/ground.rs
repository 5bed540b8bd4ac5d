//! What stands against a booking of one facility.

use yakusho_accounts::calendar;
use yakusho_kernel::{Cx, DbError, Reading};
use yakusho_koyomi::Calendar;

use super::read::names;
use crate::booking::error::{BookingError, Clash, Obstacle, Whose};
use crate::booking::model::{Booking, BookingId, BookingState, held};
use crate::booking::rules::{Holding, in_the_way};
use crate::booking::{policy, store};
use crate::facility::policy::Ties;
use crate::facility::store as facility_store;
use crate::facility::{Blackout, Facility, Slot, closing, is_open};

/// A facility with everything that stands against bookings of it in some time.
pub(super) struct Ground<'f> {
    pub(super) facility: &'f Facility,
    calendar: Calendar,
    blackouts: Vec<Blackout>,
    holding: Vec<Booking>,
}

impl<'f> Ground<'f> {
    /// The ground for bookings within that time.
    pub(super) async fn of(
        on: &impl Reading,
        facility: &'f Facility,
        time: Slot,
    ) -> Result<Self, DbError> {
        let until = Some(time.ends_at);
        let ids = [facility.id];
        Ok(Self {
            facility,
            calendar: calendar::of(on).await?,
            blackouts: facility_store::blackouts(on, &ids, time.starts_at, until).await?,
            holding: store::met(on, &ids, held(facility, time)).await?,
        })
    }

    /// Whether the town hall works on a day.
    pub(super) fn works(&self, day: time::Date) -> bool {
        self.calendar.is_working_day(day).unwrap_or(true)
    }

    /// What stands against a booking of so many for that slot, but for the booking itself.
    pub(super) fn obstacles(
        &self,
        slot: Slot,
        quantity: i32,
        itself: Option<BookingId>,
    ) -> Against<'_> {
        let others: Vec<Holding> = self
            .holding
            .iter()
            .filter(|booking| itself != Some(booking.id))
            .map(holding)
            .collect();
        let held = held(self.facility, slot);
        let units = self.facility.settings.units;
        let in_the_way = in_the_way(&others, units, held, quantity);
        let booked = in_the_way.iter().filter_map(|found| {
            let mut all = self.holding.iter();
            all.find(|booking| booking.id == found.booking)
        });
        Against {
            slot,
            booked: booked.collect(),
            blackouts: closing(&self.blackouts, self.facility.id, slot).collect(),
            closed: !is_open(&self.facility.settings.opening, &self.calendar, slot),
        }
    }

    /// Counts a booking among those that hold the facility.
    pub(super) fn take(&mut self, booking: &Booking) {
        self.holding.retain(|known| known.id != booking.id);
        if booking.state.holds() {
            self.holding.push(booking.clone());
        }
    }

    /// The state in which a booking begins: confirmed, or tentative where another than the actor approves it.
    pub(super) fn state(&self, ties: Ties) -> BookingState {
        let set = &self.facility.settings;
        if set.approval.is_none() || (set.own_approval && ties.approves) {
            BookingState::Confirmed
        } else {
            BookingState::Tentative
        }
    }
}

fn holding(booking: &Booking) -> Holding {
    Holding {
        booking: booking.id,
        held: booking.held,
        quantity: booking.quantity,
    }
}

/// What stands against one slot.
pub(super) struct Against<'g> {
    slot: Slot,
    booked: Vec<&'g Booking>,
    blackouts: Vec<&'g Blackout>,
    closed: bool,
}

impl Against<'_> {
    pub(super) fn is_nothing(&self) -> bool {
        self.booked.is_empty() && !self.is_for_good()
    }

    /// Whether it stands for good, so that waiting is in vain.
    pub(super) fn is_for_good(&self) -> bool {
        self.closed || !self.blackouts.is_empty()
    }
}

/// The refusal that names all that stands against the bookings asked for, and whose it is to those who may see that.
pub(super) async fn taken(
    on: &impl Reading,
    cx: &Cx,
    facility: &Facility,
    ties: Ties,
    against: &[Against<'_>],
) -> Result<Vec<Clash>, DbError> {
    let seen = |booking: &&&Booking| policy::sees(cx, booking, ties);
    let owners = against
        .iter()
        .flat_map(|one| one.booked.iter().filter(seen));
    let owners = owners.map(|booking| booking.by.owner).collect();
    let names = names(on, cx, owners).await?;
    let mut clashes = Vec::new();
    for one in against {
        let clash = |obstacle| Clash {
            facility: facility.id,
            wanted: one.slot,
            obstacle,
        };
        clashes.extend(one.booked.iter().map(|booking| {
            clash(Obstacle::Booked {
                held: booking.held,
                quantity: booking.quantity,
                whose: policy::sees(cx, booking, ties).then(|| Whose {
                    booking: booking.id,
                    person: booking.by.owner,
                    name: names.get(&booking.by.owner).cloned().unwrap_or_default(),
                    purpose: booking.purpose.clone(),
                }),
            })
        }));
        clashes.extend(one.blackouts.iter().map(|blackout| {
            clash(Obstacle::BlackedOut {
                slot: blackout.slot,
                reason: blackout.reason.clone(),
            })
        }));
        clashes.extend(one.closed.then(|| clash(Obstacle::Closed)));
    }
    Ok(clashes)
}

/// Refuses a slot against which something stands.
pub(super) async fn refuse<T>(
    on: &impl Reading,
    cx: &Cx,
    facility: &Facility,
    ties: Ties,
    against: Against<'_>,
) -> Result<T, BookingError> {
    let clashes = taken(on, cx, facility, ties, &[against]).await?;
    Err(BookingError::Taken(clashes))
}
