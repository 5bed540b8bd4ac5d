//! The organisation: units in a tree (departments, sections, units) and the posts in them.
//!
//! The system administrator edits it live, from any day on, past days included; larger changes come as personnel orders.
//! Each act gives an [`Edit`](crate::ledger::Edit), which can be looked at before it is made.
//!
//! # Invariants
//! - A unit lies within another of the same or a higher rank that exists on the same days; there are no circles.
//! - A code names one unit on a day, and a title one post of a unit.
//! - A unit has at most one head post on a day.

mod model;
mod policy;
mod service;
mod store;

pub(crate) use model::{CODE, LOWEST_RANK, NAME, line};
pub use model::{Post, PostRow, Unit};
pub use service::{
    all_posts, close_post, close_unit, edit_post, edit_unit, found_post, found_unit, head_of,
    heads, may_provision, post_history, posts, unit_history,
};
