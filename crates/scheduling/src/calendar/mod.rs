//! Calendars as programs outside keep copies of them (RFC 4791): objects by name, each with the change that it was last part
//! of, written by the same rules as on pages.
//!
//! # Invariants
//! - A calendar has objects for those who write in it, and does not exist for others.
//! - An object is an event, or a series with those that stand in the place of its dates. It is put as a whole or not at
//!   all, and what it has booked with it.
//! - In the calendar of somebody who takes part, an object says what they answer; nothing else of it is theirs to change.
//!   What they declined is not there any more.
//! - A facility takes part in an event as people do. One that is invited is booked in the same act, or the act is refused;
//!   whether it has accepted is for its bookings to say.
//! - Whoever was told of the changes up to a number is told of all later ones by it, and what is gone by its name.
//! - A file that is read in changes what came of the same UID before, and doubles nothing.

mod answers;
mod model;
mod rules;
mod service;

pub use model::{
    Busy, Changes, Collection, Condition, Export, Import, ImportFault, Imported, Put, PutError,
    Select, Stored, Taken,
};
pub(crate) use service::{between, state};
pub use service::{
    busy, changes, collection, collections, delete, export, find, import, known, objects, put,
    works,
};
