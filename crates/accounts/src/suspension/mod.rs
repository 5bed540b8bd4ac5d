//! Suspension: the supervisor, and nobody else, suspends an ID for a breach of the prohibitions (nogata:11; a house rule
//! elsewhere).
//!
//! # Invariants
//! - Article, item and reason are on record, and so is who lifted it, when and why.
//! - Every session and token ends in the same transaction.
//! - The owner is told at sign-in, and only after the right password.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{Breach, Lifting, Suspension, SuspensionId};
pub use service::{account_of, accounts, history, lift, list, suspend};
