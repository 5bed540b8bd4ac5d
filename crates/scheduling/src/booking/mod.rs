//! Bookings of facilities (nogata:3(5)).
//!
//! # Invariants
//! - No two bookings hold the same room or car at once, and of equipment never more is held than there is. The database
//!   itself refuses it, whichever way it comes in: by an exclusion constraint or a trigger.
//! - A time is half-open: what ends at 10:00 and what starts at 10:00 do not meet. The time in which a facility is made
//!   ready and cleared belongs to the booking.
//! - Every act on a facility's bookings begins by holding the facility's row, several in the order of their ids: what is
//!   found free stays so until the act ends, and no two acts wait for each other.
//! - A refusal names all that stands against what was asked for; whose it is, to those who may see that.
//! - What becomes free goes to those who wait, the first to come first, in the act that frees it.
//! - What belongs to an event is moved and called off with it, in one act.

mod error;
mod model;
pub mod nightly;
pub mod notices;
mod policy;
mod rules;
mod service;
mod store;

pub use error::{BookingError, Clash, FACILITY_TAKEN, Obstacle, Whose};
pub use model::{
    Booked, Booker, Booking, BookingForm, BookingId, BookingState, Decision, Done, Mine, SeriesId,
    Wanted,
};
pub use policy::Rights;
pub use service::{
    BookedTime, BookingRow, Busy, Column, Happened, ImportPlan, OnTaken, PlanDay, PlanRow, Repeat,
    SeriesBooked, Usage, book, book_series, busy, cancel, cancel_series, change, coming, decide,
    export, history, import, lend, mine, of_events, of_series, owed, pending, plan, plan_of, show,
    take_back, template, try_import, usage, usage_csv, waiting,
};

pub(crate) use service::{
    Following, Had, call_off_all, events_going_on, facilities_of, follow, had, is_wanted,
    most_held, promote, tell_of_blackout,
};
