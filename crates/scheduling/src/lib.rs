//! The schedule of people and sections, and the facilities that they book.

pub mod recurrence;
