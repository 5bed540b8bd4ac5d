//! The presence board (在席ボード): who is in, who is out and when they are back, and what their calendar says now.
//!
//! # Invariants
//! - A word holds for the day on which it was said: in the morning the board is empty.
//! - People say it of themselves, or those do whom they let write in their calendar. Every word stays as a version.

mod model;
mod policy;
mod service;
mod store;

pub use model::{Place, Presence, PresenceForm, PresenceRow};
pub use service::{board, page, said, set};
