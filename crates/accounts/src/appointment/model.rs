//! What an appointment is.

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_kernel::{PersonId, PostId, typed_id};

use crate::ledger::{Days, RowId};
use crate::order::OrderId;

typed_id! {
    /// An appointment of a person to a post.
    pub struct AppointmentId = "appointment";
}

/// That a person holds a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Who.
    pub person: PersonId,
    /// Which post.
    pub post: PostId,
    /// Whether it is the main post among concurrent ones.
    pub main: bool,
}

/// An appointment to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewAppointment {
    /// Who.
    pub person: PersonId,
    /// To which post.
    pub post: PostId,
    /// Whether it becomes the main post; the main post held before then ends.
    pub main: bool,
    /// The first day.
    pub first: Date,
    /// The last day; none for no end.
    pub last: Option<Date>,
}

/// An appointment as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppointmentRow {
    /// The appointment.
    pub id: AppointmentId,
    /// The row of the ledger that says so: who corrects the appointment shows what they have read.
    pub row: RowId,
    /// On which days.
    pub days: Days,
    /// What it is.
    pub appointment: Appointment,
    /// The order that recorded it, if one did.
    pub order: Option<OrderId>,
}
