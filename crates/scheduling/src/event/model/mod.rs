//! Types of events.

mod content;
mod delegate;
mod event;
mod form;
mod view;
mod when;

pub use content::{Candidate, CandidateId, Content, Decision, Owner, Recurrence, Status};
pub use delegate::{Delegate, DelegateId, DelegateRow};
pub(crate) use event::Extent;
pub use event::{Event, EventId, Origin};
pub(crate) use form::before;
pub use form::{EventForm, RecurrenceForm};
pub use view::{
    Answer, CandidateAnswer, DateAnswer, EventView, Item, Part, Participant, Rights, Row, Said,
    Seen, Sheet, Who,
};
pub use when::{Span, When};
