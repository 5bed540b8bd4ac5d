//! The schedule of people and sections, and the facilities that they book.

mod authorship;
mod entered;
pub mod event;
pub mod recurrence;
mod store;

pub use authorship::{Authorship, NoAuthor};
