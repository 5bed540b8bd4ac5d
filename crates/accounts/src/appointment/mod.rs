//! Appointments: who holds which post on which days (発令), one of them the main post, the others concurrent (兼務).
//!
//! The system administrator makes and corrects single ones live; many at once come as personnel orders.
//!
//! # Invariants
//! - On a day a person who holds posts has one main post among them, and the head post of a unit at most one holder.
//! - An appointment holds on days on which its post exists and its person is employed.

mod model;
mod policy;
mod rules;
mod service;
mod store;

pub use model::{Appointment, AppointmentId, AppointmentRow, NewAppointment};
pub use service::{appoint, correct, end, history, holders, make_main, of_person};

pub(crate) use rules::{appoint as appoint_in, held_by};
