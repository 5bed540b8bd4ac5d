//! Bookings as JSON.

use poem_openapi::Object;
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_scheduling::booking::{
    BookedTime, BookingForm, BookingRow, Clash, Obstacle, PlanRow, Rights,
};
use yakusho_scheduling::facility::Slot;
use yakusho_webkit::Lang;

use crate::json::SlotItem;

/// A booking to be made, or in place of one that was read.
#[derive(Debug, Object)]
pub(super) struct BookingInput {
    facility: Uuid,
    starts_at: OffsetDateTime,
    ends_at: OffsetDateTime,
    /// How many; 1 of rooms and cars.
    #[oai(default = "one")]
    quantity: i32,
    /// What for.
    purpose: String,
    /// Whether others see only that it is taken.
    #[oai(default)]
    private: bool,
    /// Whether to wait for it where it is taken.
    #[oai(default)]
    wait: bool,
    /// That it is to be booked although what it is for looks as if there were personal information in it.
    #[oai(default)]
    all_the_same: bool,
}

const fn one() -> i32 {
    1
}

impl From<BookingInput> for BookingForm {
    fn from(input: BookingInput) -> Self {
        Self {
            facility: input.facility.into(),
            starts_at: input.starts_at.into(),
            ends_at: input.ends_at.into(),
            quantity: input.quantity,
            purpose: input.purpose,
            private: input.private,
            wait: input.wait,
            all_the_same: input.all_the_same,
        }
    }
}

/// What the caller may do with a booking.
#[derive(Debug, Object)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the rights are independent of each other"
)]
struct BookingRights {
    /// See whose it is and what for.
    see: bool,
    /// Move it, and change what it is for.
    change: bool,
    /// Call it off.
    cancel: bool,
    /// Approve or refuse it.
    decide: bool,
    /// Hand out what it is for.
    lend: bool,
    /// Take it back.
    take_back: bool,
}

impl From<Rights> for BookingRights {
    fn from(rights: Rights) -> Self {
        Self {
            see: rights.see,
            change: rights.change,
            cancel: rights.cancel,
            decide: rights.decide,
            lend: rights.lend,
            take_back: rights.take_back,
        }
    }
}

/// A booking. Where the caller may not see whose it is, there are neither name nor purpose.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct BookingItem {
    id: Uuid,
    facility: Uuid,
    /// The name of the facility, in the reader's language.
    facility_name: String,
    time: SlotItem,
    /// The same with the time in which the facility is made ready and cleared.
    held: SlotItem,
    quantity: i32,
    owner: Option<Uuid>,
    /// The name of whose it is.
    name: Option<String>,
    purpose: Option<String>,
    private: bool,
    /// `waiting`, `tentative`, `confirmed`, `lent`, `returned`, `refused` or `cancelled`.
    state: String,
    /// The event that it belongs to; it is moved and called off with that.
    event: Option<Uuid>,
    /// The series that it belongs to.
    series: Option<Uuid>,
    /// The post whose holder approves it.
    approval: Option<Uuid>,
    /// Why it was refused or called off.
    reason: Option<String>,
    lent_at: Option<OffsetDateTime>,
    returned_at: Option<OffsetDateTime>,
    rights: BookingRights,
    /// To be given back with a change.
    revision: i32,
}

impl BookingItem {
    pub(crate) fn of(row: BookingRow, lang: Lang) -> Self {
        let facility_name = row.facility.name(lang).to_owned();
        let (booking, sees) = (row.booking, row.rights.see);
        Self {
            id: booking.id.into(),
            facility: booking.facility.into(),
            facility_name,
            time: booking.slot.into(),
            held: booking.held.into(),
            quantity: booking.quantity,
            owner: sees.then(|| booking.by.owner.into()),
            name: sees.then_some(row.name),
            purpose: sees.then_some(booking.purpose),
            private: booking.private,
            state: booking.state.code().to_owned(),
            event: booking.event.filter(|_| sees).map(Into::into),
            series: booking.series.map(Into::into),
            approval: booking.approval.map(Into::into),
            reason: Some(booking.reason).filter(|reason| !reason.is_empty()),
            lent_at: booking.lent.map(|done| done.at.utc()),
            returned_at: booking.returned.map(|done| done.at.utc()),
            rights: row.rights.into(),
            revision: booking.revision,
        }
    }
}

/// What stands against a booking.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
pub(super) struct BookingClash {
    facility: Uuid,
    /// The time that was asked for.
    wanted: SlotItem,
    /// `booked`, `blacked_out` or `closed`.
    obstacle: String,
    /// The time that is taken, with what it needs to be made ready and cleared.
    taken: Option<SlotItem>,
    /// How many are taken.
    quantity: Option<i32>,
    /// The booking that has it, for those who may see whose it is.
    booking: Option<Uuid>,
    /// The name of whose it is.
    name: Option<String>,
    purpose: Option<String>,
    /// Why it is blacked out.
    reason: Option<String>,
}

impl From<Clash> for BookingClash {
    fn from(clash: Clash) -> Self {
        let mut item = Self {
            facility: clash.facility.into(),
            wanted: clash.wanted.into(),
            obstacle: "closed".to_owned(),
            taken: None,
            quantity: None,
            booking: None,
            name: None,
            purpose: None,
            reason: None,
        };
        match clash.obstacle {
            Obstacle::Closed => {}
            Obstacle::BlackedOut { slot, reason } => {
                "blacked_out".clone_into(&mut item.obstacle);
                item.taken = Some(slot.into());
                item.reason = Some(reason);
            }
            Obstacle::Booked {
                held,
                quantity,
                whose,
            } => {
                "booked".clone_into(&mut item.obstacle);
                item.taken = Some(held.into());
                item.quantity = Some(quantity);
                item.booking = whose.as_ref().map(|whose| whose.booking.into());
                item.name = whose.as_ref().map(|whose| whose.name.clone());
                item.purpose = whose.map(|whose| whose.purpose);
            }
        }
        item
    }
}

/// When a facility is open on a day.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
struct PlanDayItem {
    day: Date,
    /// None where it is closed.
    open: Option<SlotItem>,
}

/// A time in which a facility is taken.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
struct PlanBooking {
    id: Uuid,
    time: SlotItem,
    /// The same with the time in which the facility is made ready and cleared.
    held: SlotItem,
    quantity: i32,
    state: String,
    /// What for; none where one may not see it.
    purpose: Option<String>,
    /// Whose it is; none where one may not see it.
    name: Option<String>,
    /// Whether it is the caller's.
    mine: bool,
}

impl From<BookedTime> for PlanBooking {
    fn from(booked: BookedTime) -> Self {
        let seen = |text: String| Some(text).filter(|text| !text.is_empty());
        Self {
            id: booked.id.into(),
            time: booked.slot.into(),
            held: booked.held.into(),
            quantity: booked.quantity,
            state: booked.state.code().to_owned(),
            purpose: seen(booked.purpose),
            name: seen(booked.name),
            mine: booked.mine,
        }
    }
}

/// A time in which a facility is blacked out, and why.
#[derive(Debug, Object)]
struct PlanBlackout {
    time: SlotItem,
    reason: String,
}

/// A facility in the plan.
#[derive(Debug, Object)]
pub(super) struct PlanItem {
    facility: Uuid,
    code: String,
    name: String,
    /// How many there are.
    units: i32,
    /// Whether the caller may book it.
    bookable: bool,
    days: Vec<PlanDayItem>,
    booked: Vec<PlanBooking>,
    blackouts: Vec<PlanBlackout>,
}

impl PlanItem {
    pub(super) fn of(plan: PlanRow, lang: Lang) -> Self {
        let facility = &plan.row.facility;
        let item = |slot: Slot| SlotItem::from(slot);
        Self {
            facility: facility.id.into(),
            code: facility.settings.code.clone(),
            name: facility.name(lang).to_owned(),
            units: facility.settings.units,
            bookable: plan.row.bookable,
            days: plan
                .days
                .iter()
                .map(|day| PlanDayItem {
                    day: day.day,
                    open: day.open.map(item),
                })
                .collect(),
            booked: plan.booked.into_iter().map(Into::into).collect(),
            blackouts: plan
                .blackouts
                .into_iter()
                .map(|blackout| PlanBlackout {
                    time: blackout.slot.into(),
                    reason: blackout.reason,
                })
                .collect(),
        }
    }
}
