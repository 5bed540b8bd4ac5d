//! Why a facility is not to be had.

use yakusho_kernel::{Conflict, DbError, Denied, Fault, Invalid, NoAuthor, PersonId};

use super::model::BookingId;
use crate::facility::{FacilityId, Slot};

/// The conflict of whoever asks for what somebody else has.
pub const FACILITY_TAKEN: &str = "facility_taken";

/// Why nothing was booked or moved.
#[derive(Debug, thiserror::Error)]
pub enum BookingError {
    /// It is not free: every time that was asked for and is taken, and by what.
    #[error("the facility is taken")]
    Taken(Vec<Clash>),
    /// Everything else.
    #[error(transparent)]
    Fault(Fault),
}

/// That a facility is not free at a time that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Which facility.
    pub facility: FacilityId,
    /// The time asked for.
    pub wanted: Slot,
    /// What stands against it.
    pub obstacle: Obstacle,
}

/// What stands against a booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// A booking of the same facility.
    Booked {
        /// The time that is taken, with what it needs to be made ready and cleared.
        held: Slot,
        /// How many it takes.
        quantity: i32,
        /// Whose it is, for those who may see that.
        whose: Option<Whose>,
    },
    /// A blackout.
    BlackedOut {
        /// When.
        slot: Slot,
        /// Why.
        reason: String,
    },
    /// It is not open when the time begins or ends.
    Closed,
}

/// Whose a booking is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The booking.
    pub booking: BookingId,
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
}

impl BookingError {
    /// The same where several facilities are asked for: what is wrong with one of them stands at the field
    /// `facilities.ID`.
    pub(super) fn at(self, facility: FacilityId) -> Self {
        match self {
            Self::Fault(Fault::Invalid(mut invalid)) => {
                for error in &mut invalid.errors {
                    error.field = format!("facilities.{facility}");
                }
                Self::Fault(Fault::Invalid(invalid))
            }
            other => other,
        }
    }
}

impl From<Fault> for BookingError {
    fn from(fault: Fault) -> Self {
        match fault {
            // The database itself has refused, and knows no names.
            Fault::Conflict(Conflict {
                code: FACILITY_TAKEN,
            }) => Self::Taken(Vec::new()),
            other => Self::Fault(other),
        }
    }
}

macro_rules! through_a_fault {
    ($($error:ty),+) => {$(
        impl From<$error> for BookingError {
            fn from(error: $error) -> Self {
                Fault::from(error).into()
            }
        }
    )+};
}

through_a_fault!(Conflict, DbError, Denied, Invalid, NoAuthor);

impl From<BookingError> for Fault {
    fn from(error: BookingError) -> Self {
        match error {
            BookingError::Taken(_) => Conflict {
                code: FACILITY_TAKEN,
            }
            .into(),
            BookingError::Fault(fault) => fault,
        }
    }
}
