//! Comments on posts and circulations.
//!
//! # Invariants
//! - Every wording of a comment is kept as a version; an edited comment says so.
//! - Its author takes a comment back freely. Whoever takes another's down gives a reason (nogata:10(6)). Either way a
//!   marker stays in its place, and the words stay as evidence in its versions.
//! - What was taken down is put up again by the administrator, or by whoever took it down and manages the thread.
//! - Whether a thing takes comments, and who manages them, is for the thing to say: it hands in a thread.
//! - Whoever may see a thing sees its comments, so it is found by what they say; by nothing that was taken down.

mod model;
mod policy;
mod service;
mod store;

pub(crate) use model::Thread;
pub use model::{Comment, CommentEvidence, CommentId};
pub use service::evidence;
pub(crate) use service::{edit, page, reinstate, remove, write};
pub(crate) use store::said;
