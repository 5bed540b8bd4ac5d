//! What may be done at terminals: data and businesses, each set for a terminal (muko:32-1), and what the general manager
//! sets for the uniform operation of all of them (muko:32-2).
//!
//! # Invariants
//! - What may be done is set by the general manager, for days that end by themselves where an end is given.
//! - Rows are added and superseded, never changed.
//! - A version of the rules is never changed: another follows it, and is made known to whoever operates a terminal.

mod model;
mod policy;
mod rules_text;
mod service;
pub(crate) mod store;

pub use model::{Allowed, PermitForm, PermitId, RulesId, RulesVersion, TerminalPermit};
pub use rules_text::{may_publish, publish, versions};
pub use service::{allow, may_allow, permits, withdraw};
