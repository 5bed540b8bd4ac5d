//! Roles of the regulation: bound to posts, never to persons (充て職). Whoever holds the post on the day holds the role.
//!
//! # Invariants
//! - A role is resolved anew in the transaction of every act that changes the organisation.
//! - A role held through a delegation says so, and of which kind.

mod model;
mod policy;
mod service;
mod store;

pub use model::{RoleHolder, RoleOverview};
pub(crate) use service::Placed;
pub use service::{holders, holders_for, leaders, overview, people, refresh, standing};
