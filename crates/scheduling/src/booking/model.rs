//! What a booking is.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{
    Cx, Fault, Invalid, PersonId, PostId, ProxyKind, Reason, Timestamp, UnitId, entered, typed_id,
};

use crate::event::EventId;
use crate::facility::{Facility, FacilityId, Slot};

typed_id! {
    /// A booking of one facility for one time.
    pub struct BookingId = "booking";
    /// A series of bookings.
    pub struct SeriesId = "booking.series";
}

/// The most characters of what something is booked for.
const LONGEST_PURPOSE: usize = 200;

/// The most characters of a reason.
const LONGEST_REASON: usize = 2_000;

/// A day, in milliseconds: what is held for longer is sought by its end.
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookingState {
    /// It waits until what it asks for becomes free.
    Waiting,
    /// It holds the facility until the approval is decided.
    Tentative,
    /// It holds the facility.
    Confirmed,
    /// What it is for was taken out.
    Lent,
    /// It was brought back; its time ended then.
    Returned,
    /// The approval was refused.
    Refused,
    /// It was called off.
    Cancelled,
}

yakusho_kernel::codes! {
    BookingState {
        Waiting = "waiting",
        Tentative = "tentative",
        Confirmed = "confirmed",
        Lent = "lent",
        Returned = "returned",
        Refused = "refused",
        Cancelled = "cancelled",
    }
}

impl BookingState {
    /// Whether it holds the facility.
    pub const fn holds(self) -> bool {
        matches!(
            self,
            Self::Tentative | Self::Confirmed | Self::Lent | Self::Returned
        )
    }

    /// Whether it can still be moved and called off.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Tentative | Self::Confirmed)
    }
}

/// Whose a booking is, and who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booker {
    /// Whose it is: the one who made it, or the one on whose behalf it was made.
    pub owner: PersonId,
    /// Who made it.
    pub hand: PersonId,
    /// By which kind of proxy, where the two differ.
    pub proxy: Option<ProxyKind>,
    /// The section of whoever made it.
    pub section: Option<UnitId>,
}

impl Booker {
    /// The booker in this act.
    pub(crate) fn of(cx: &Cx) -> Result<Self, Fault> {
        let standing = cx.actor().standing();
        let standing = standing.ok_or_else(|| Fault::internal("only a person books"))?;
        let behalf = standing.on_behalf.as_ref();
        let seat = standing.seats.iter().find(|seat| seat.main);
        Ok(Self {
            owner: behalf.map_or(standing.person, |behalf| behalf.person),
            hand: standing.person,
            proxy: behalf.map(|behalf| behalf.kind),
            section: seat.or(standing.seats.first()).map(|seat| seat.section),
        })
    }

    /// Whether it is the actor's, or that of the one whom they stand in for.
    pub(crate) fn is(self, cx: &Cx) -> bool {
        cx.actor().stands_for(self.owner) || cx.actor().person() == Some(self.hand)
    }
}

/// A booking as it was entered.
#[derive(Clone, Debug)]
pub struct BookingForm {
    /// Which facility.
    pub facility: FacilityId,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it is over.
    pub ends_at: Timestamp,
    /// How many; 1 of rooms and cars.
    pub quantity: i32,
    /// What for: 1 to 200 characters.
    pub purpose: String,
    /// Whether others see only that it is taken.
    pub private: bool,
    /// Whether to wait for it where it is taken.
    pub wait: bool,
    /// That it is to be booked although what it is for looks as if there were personal information in it.
    pub all_the_same: bool,
}

/// What is asked of a facility.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Wish {
    pub(crate) slot: Slot,
    pub(crate) quantity: i32,
    pub(crate) purpose: String,
    pub(crate) private: bool,
}

impl BookingForm {
    pub(crate) fn parse(&self) -> Result<Wish, Invalid> {
        let mut invalid = Invalid::default();
        let purpose = entered::line(&mut invalid, "purpose", &self.purpose, LONGEST_PURPOSE);
        let slot = Slot::new(self.starts_at, self.ends_at);
        if slot.is_none() {
            invalid.push("ends_at", Reason::EndBeforeStart);
        }
        match (slot, invalid.check()) {
            (Some(slot), Ok(())) => Ok(Wish {
                slot,
                quantity: self.quantity,
                purpose,
                private: self.private,
            }),
            (_, result) => Err(result.err().unwrap_or_default()),
        }
    }
}

/// The reason that was entered for calling off or refusing, where one is needed.
pub(super) fn reason(entered: &str, needed: bool) -> Result<String, Invalid> {
    let mut invalid = Invalid::default();
    let reason = if needed {
        entered::lines(&mut invalid, "reason", entered, LONGEST_REASON)
    } else {
        entered::lines_or_nothing(&mut invalid, "reason", entered, LONGEST_REASON)
    };
    invalid.check()?;
    Ok(reason)
}

/// That somebody did something to a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: PersonId,
}

/// A booking of one facility for one time.
#[derive(Clone, Debug)]
pub struct Booking {
    /// Its id.
    pub id: BookingId,
    /// Which facility.
    pub facility: FacilityId,
    /// When.
    pub slot: Slot,
    /// The same with the time in which the facility is made ready and cleared.
    pub held: Slot,
    /// How many.
    pub quantity: i32,
    /// What for.
    pub purpose: String,
    /// Whether others see only that it is taken.
    pub private: bool,
    /// Whose it is.
    pub by: Booker,
    /// Where it stands.
    pub state: BookingState,
    /// The event that it belongs to; it is moved and called off with that.
    pub event: Option<EventId>,
    /// The series that it belongs to.
    pub series: Option<SeriesId>,
    /// The post whose holder approves it, where an approval is or was asked for.
    pub approval: Option<PostId>,
    /// Since when it waits.
    pub queued_at: Option<Timestamp>,
    /// The approval or its refusal.
    pub decided: Option<Done>,
    /// Why it was refused or called off; empty if nobody said.
    pub reason: String,
    /// That it was taken out.
    pub lent: Option<Done>,
    /// That it was brought back.
    pub returned: Option<Done>,
    /// When it was made.
    pub created_at: Timestamp,
    /// To be given back with a change, so that a change made meanwhile is noticed.
    pub revision: i32,
}

impl Booking {
    pub(crate) fn new(
        cx: &Cx,
        facility: &Facility,
        wish: Wish,
        by: Booker,
        state: BookingState,
    ) -> Self {
        let mut booking = Self {
            id: cx.new_id(),
            facility: facility.id,
            slot: wish.slot,
            held: wish.slot,
            quantity: wish.quantity,
            purpose: wish.purpose,
            private: wish.private,
            by,
            state,
            event: None,
            series: None,
            approval: None,
            queued_at: None,
            decided: None,
            reason: String::new(),
            lent: None,
            returned: None,
            created_at: cx.now(),
            revision: 1,
        };
        booking.put(cx, facility, booking.slot, state);
        booking
    }

    /// Puts it there, in that state.
    pub(crate) fn put(&mut self, cx: &Cx, facility: &Facility, slot: Slot, state: BookingState) {
        self.facility = facility.id;
        self.slot = slot;
        self.held = held(facility, slot);
        self.enter(cx, facility, state);
    }

    /// Lets it enter that state.
    pub(crate) fn enter(&mut self, cx: &Cx, facility: &Facility, state: BookingState) {
        self.state = state;
        self.decided = None;
        self.approval = match state {
            BookingState::Tentative => facility.settings.approval,
            _ => None,
        };
        self.queued_at = (state == BookingState::Waiting).then(|| cx.now());
    }
}

/// The time in which a booking for that slot holds the facility.
pub(crate) fn held(facility: &Facility, slot: Slot) -> Slot {
    let set = &facility.settings;
    slot.widened(set.before_minutes, set.after_minutes)
}

/// Whether that is held for more than a day.
pub(super) fn is_long(held: Slot) -> bool {
    held.ends_at.millis() - held.starts_at.millis() > DAY
}

/// The latest a slot of at most a day begins that has a part after that time.
pub(super) fn a_day_before(at: Timestamp) -> Timestamp {
    Timestamp::from_millis(at.millis() - DAY)
}

/// How an approval was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The booking is confirmed.
    Approve,
    /// It is refused, for a reason of 1 to 2,000 characters.
    Refuse(String),
}

/// A booking that was made or moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    /// Its id.
    pub id: BookingId,
    /// Where it stands: confirmed, tentative until an approval is decided, or waiting.
    pub state: BookingState,
}

/// Which of somebody's bookings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mine {
    /// Those that are not over, the next to end first.
    Coming,
    /// Those that are over, the last to end first.
    Past,
}

/// A facility that an event is to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wanted {
    /// Which facility.
    pub facility: FacilityId,
    /// How many; 1 of rooms and cars.
    pub quantity: i32,
}
