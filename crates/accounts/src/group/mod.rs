//! Groups of one's own: people, posts, units and other groups under a name, to address them together.
//!
//! # Invariants
//! - A group is its owner's alone, or shared with a unit: then whoever belongs to the unit uses it, and its owner and the
//!   heads of the unit and those above edit it.
//! - Groups within groups lie in no circle.
//! - What one may not use does not exist.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{Group, GroupDraft, GroupId, GroupRow, Member};
pub use service::{delete, edit, get, list, make, usable};
