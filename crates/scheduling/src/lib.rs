//! The schedule of people and sections, and the facilities that they book.

pub mod booking;
pub mod calendar;
pub mod event;
pub mod facility;
pub mod free_time;
pub mod ical;
mod nightly;
pub mod presence;
pub mod recurrence;
pub mod subscription;

pub use nightly::CarriedOn;
pub use yakusho_kernel::Authorship;
