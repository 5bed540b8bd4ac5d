//! What may be registered for others: one of five kinds (nogata:8), the fifth only with the administrator's approval.
//!
//! # Invariants
//! - Where the rule is in force, something of the fifth kind is shown to others only after the administrator approved
//!   it; whoever publishes it asks by doing so.
//! - A request is decided once. What was refused can be asked for again.

mod model;
mod policy;
mod service;
mod store;

pub use model::{Approval, ApprovalId, ApprovalState, Clearance, Kind};
pub use service::{clear, decide, list, waiting};
