//! The check: may this person, at this terminal, do this business with these data today?
//!
//! # Invariants
//! - Nothing is permitted but by what is designated and approved for today: each rule in force is judged, and the first that
//!   is broken refuses.
//! - Rights turn at 00:00 of a day: who belongs where today is looked up, and not what a job wrote down.
//! - Each answer is on record, whichever it is, with the rule that refused or what permits.
//! - Of somebody else, those alone ask who answer for the terminal, or look after systems as a whole.

mod model;
mod policy;
mod rules;
mod service;
mod store;

pub use model::{Answered, Asked, CheckId, Grounds, Outcome, Recorded};
pub use service::{check, recorded};
