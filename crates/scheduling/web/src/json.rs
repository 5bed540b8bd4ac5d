//! What operations on facilities, bookings and events share.

use poem_openapi::Object;
use poem_openapi::payload::Json;
use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use time::{Date, OffsetDateTime};
use yakusho_kernel::{Invalid, Reason};
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
        (Some(first), Some(last)) => Ok((first, last)),
        (None, _) => Err(Invalid::field("first", Reason::Required)),
        (_, None) => Err(Invalid::field("last", Reason::Required)),
    }
}

/// An answer of 201.
#[derive(poem_openapi::ApiResponse)]
pub(crate) enum Created<T: Type + ParseFromJSON + ToJSON + Send> {
    /// What was made.
    #[oai(status = 201)]
    Created(Json<T>),
}
