//! Users who no longer need their account (nogata:7-2): reported by the manager of their section, or found and asked about.
//!
//! # Invariants
//! - Whoever left, moved to another section or has long not signed in is asked about once, of the manager who answers for
//!   their section; where there is none, of the administrator.
//! - A question stays open until it is answered, the account is closed, or what gave rise to it is no longer so; meanwhile
//!   it is repeated, and told to the administrator too.
//! - Each report and answer is kept with who, when and why; an account that is not needed closes with it.

mod model;
mod policy;
mod rules;
mod service;
mod store;
mod users;

pub use model::{Answer, Answered, Case, CaseId, CaseState, Finding};
pub use service::{Found, answer, cases, find, report, waiting};
pub use users::{SectionUser, users};
