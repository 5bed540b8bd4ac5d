//! Functions and permissions: switched, granted and ended by the system administrator alone (nogata:5-2(3)).
//!
//! # Invariants
//! - A function that was never switched is on. One whose rule the city's profile does not put in force is off, and
//!   nobody can switch it on.
//! - Each switch, grant and end of a grant is an act with its reason in the audit trail.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{
    Function, Functions, GrantId, Granted, Grantee, NewGrant, Permission, PermissionError, Switch,
};
pub(crate) use service::SwitchedOff;
pub use service::{end_grant, functions, grant, grants, is_on, switch, switches};
