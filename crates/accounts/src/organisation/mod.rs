//! The organisation: units in a tree (departments, sections, units) and the posts in them.
//!
//! # Invariants
//! - A unit lies within another of the same or a higher rank that exists on the same days; there are no circles.
//! - A code names one unit on a day, and a title one post of a unit.
//! - A unit has at most one head post on a day.

mod model;

pub use model::{Post, Unit};
