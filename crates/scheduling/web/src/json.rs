//! What operations on facilities, bookings and events share.

use poem_openapi::Object;
use poem_openapi::payload::Json;
use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use time::{Date, Duration, OffsetDateTime};
use yakusho_kernel::{Invalid, Reason};
use yakusho_scheduling::event::Span;
use yakusho_scheduling::facility::Slot;

/// A time from its start up to its end.
#[derive(Debug, Object)]
pub(crate) struct SlotItem {
    pub(crate) starts_at: OffsetDateTime,
    pub(crate) ends_at: OffsetDateTime,
}

impl From<Slot> for SlotItem {
    fn from(slot: Slot) -> Self {
        Self {
            starts_at: slot.starts_at.utc(),
            ends_at: slot.ends_at.utc(),
        }
    }
}

/// The days of a period, of which one may be left out where it is asked for by `first` and `last`.
pub(crate) fn period(first: Option<Date>, last: Option<Date>) -> Result<(Date, Date), Invalid> {
    match (first, last) {
        (Some(first), Some(last)) if last < first => {
            Err(Invalid::field("last", Reason::EndBeforeStart))
        }
        (Some(first), Some(last)) => Ok((first, last)),
        (None, _) => Err(Invalid::field("first", Reason::Required)),
        (_, None) => Err(Invalid::field("last", Reason::Required)),
    }
}

/// The days that are asked for by `from` and `until`, the day after the last; up to `later` if no such day is named.
pub(crate) fn span(from: Date, until: Option<Date>, later: Duration) -> Result<Span, Invalid> {
    match until {
        Some(until) if until <= from => Err(Invalid::field("until", Reason::EndBeforeStart)),
        Some(until) => Ok(Span::new(from, until)),
        None => Ok(Span::new(from, from.checked_add(later).unwrap_or(from))),
    }
}

/// An answer of 201.
#[derive(poem_openapi::ApiResponse)]
pub(crate) enum Created<T: Type + ParseFromJSON + ToJSON + Send> {
    /// What was made.
    #[oai(status = 201)]
    Created(Json<T>),
}
