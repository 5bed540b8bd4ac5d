//! Appointments: who holds which post on which days (発令), one of them the main post, the others concurrent (兼務).
//!
//! # Invariants
//! - On a day a person who holds posts has one main post among them, and the head post of a unit at most one holder.
//! - An appointment holds on days on which its post exists and its person is employed.

mod model;

pub use model::{Appointment, AppointmentId};
