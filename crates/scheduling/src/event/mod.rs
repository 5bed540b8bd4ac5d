//! Events in the calendars of people and units (nogata:3(4), 9(4)).
//!
//! # Invariants
//! - Everybody who is signed in sees everybody's events. Of one that its owner closed, others than those whom it concerns
//!   see that the time is taken, and nothing else: neither its title nor its id (the query itself leaves them out).
//! - Who writes in a person's calendar is that person or one whom they let: a delegate, whose act is on record as done on
//!   the owner's behalf ([`ProxyKind::Secretary`](yakusho_kernel::ProxyKind::Secretary)). In a unit's calendar write its
//!   people.
//! - What somebody says to one date of a series holds for that date until they answer for all of it, or it is moved.
//! - A series is one row with its rule. A date of it that was changed is a row of its own, and the series leaves it out;
//!   one that was called off it leaves out, too.
//! - What an event has booked is booked, moved and called off in the same act, or the act is refused.
//! - Every save keeps a version; what was called off stays, and shows nowhere.
//! - Whoever sees what an event says may have its files; files of its earlier versions, those whom it concerns.
//! - Text that looks like personal information is refused with its clause, until whoever registers it decides to do so all
//!   the same: who, when and which kinds are kept with the event, and in the audit trail.
//! - Events of people who have left stay in their calendars, for reading: nobody writes there any more. What is to go on is
//!   a unit's from the start, or its participants write it anew.

mod model;
pub(crate) mod policy;
pub(crate) mod rules;
mod search;
mod service;
pub(crate) mod store;

pub use model::{
    Answer, Candidate, CandidateAnswer, CandidateId, Content, DateAnswer, Decision, Delegate,
    DelegateId, DelegateRow, Event, EventForm, EventId, EventView, Item, Origin, Owner, Part,
    Participant, Recurrence, RecurrenceForm, Rights, Row, Said, Seen, Sheet, Span, Status, When,
    Who,
};
pub use search::Events;
pub(crate) use service::{Called, Draft, Put, answer_each, calendars, on_behalf, people_page, put};
pub use service::{
    Kept, Line, Written, agenda, answer, answer_candidates, answer_date, away, bring_over, cancel,
    carry_on, compare, confirm, create, create_with, decide, delegates, edit, edit_with,
    follow_closed_days, give, history, mine, mine_if_any, owners, page, revoke, sheet, show,
};

/// The kinds of notices about events. Each has the event's `title`, its beginning in `start` (milliseconds since the
/// epoch) and who acted in `name`.
pub mod notices {
    yakusho_kernel::notices! {
        /// You take part in an event, and are asked whether you will.
        INVITED = "event.invited" in Schedule;
        /// An event in which you take part was changed.
        CHANGED = "event.changed" in Schedule;
        /// An event in which you took part was called off, or goes on without you.
        CANCELLED = "event.cancelled" in Schedule;
        /// Somebody answered whether they take part in your event: `answer`.
        ANSWERED = "event.answered" in Schedule;
        /// The date of an event was decided.
        DECIDED = "event.decided" in Schedule;
        /// Somebody wrote in your calendar on your behalf.
        WRITTEN = "event.written" in Schedule;
        /// Somebody lets you write in their calendar.
        DELEGATED = "event.delegated" in Schedule;
    }
}
