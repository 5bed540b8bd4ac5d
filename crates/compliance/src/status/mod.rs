//! How it stands with the regulation (遵守状況): for each article its rules, what is owed under them, and when they were last
//! seen at work; today, or as it was on a past day.
//!
//! # Invariants
//! - The regulation is that of the day, evidence is what had happened by its end, and what was owed is what the night of
//!   that day recorded: nothing that came later changes how a past day looks.
//! - It says what happened, and not who did it.

mod model;
mod rules;
mod service;

pub use model::{ArticleStatus, RuleStatus, State, Status};
pub use service::status;
