//! Reports of what is in breach of the prohibitions (違反の報告; nogata:10), and its take-down (nogata:12).
//!
//! # Invariants
//! - Everybody reports whatever they may see, whoever it is of, and says which prohibition it breaks and why.
//! - As long as a report is not handled it is owed by the administrator in the ledger of duties.
//! - It is handled once, with its outcome and a reason; who reported is told.
//! - What is in breach is taken down by the administrator alone, in the act that handles the report: the domain leaves a
//!   marker, keeps the original for the supervisor alone, and tells its author why.
//! - A report is seen by who made it, the administrator and the supervisor.

mod model;
pub mod notices;
mod policy;
mod service;
mod store;

pub use model::{
    Breach, Handled, Handling, Outcome, Report, Rights, View, Violation, ViolationId, ViolationView,
};
pub use service::{handle, list, report, show, waiting};
