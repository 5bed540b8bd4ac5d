//! Outsourcing contracts (外部委託; shiroishi:22): what they say on personal information, and when they were concluded.
//!
//! # Invariants
//! - A contract is registered as concluded only if it names its clauses on personal information and has their text.
//! - What was concluded does not change. Every version before it stays.
//! - It is seen by the section that outsources, and by those who look after systems and data as a whole.

mod model;
mod policy;
mod rules;
mod service;
mod store;

pub use model::{Contract, ContractForm, ContractId, ContractView, Rights};
pub use service::{add, change, conclude, list, registering, show};
