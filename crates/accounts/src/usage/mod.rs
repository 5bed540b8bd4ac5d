//! Usage rules: what the groupware is used for and how, set in versions by the system administrator
//! (nogata:5-2(2)), and acknowledged by each user.
//!
//! # Invariants
//! - The version in force is the one with the latest first day that has come; of two with the same day, the newer.
//! - A version is never changed. One that is not in force yet can be withdrawn.
//! - An acknowledgement is a person's own, of one version, and stays.

mod model;
mod owed;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{Acknowledgement, NewUsageRules, UsageRules, UsageRulesId};
pub use owed::UsageOwed;
pub(crate) use policy::may_go_on;
pub use service::{
    acknowledge, acknowledgements, before, current, get, issue, outstanding, owed, versions,
    withdraw,
};
