//! API tokens: for programs of their owner, with scopes and an end.
//!
//! # Invariants
//! - A token is shown once, when it is made; the database has its digest alone.
//! - It can do what its owner can today, within its scopes, and nothing once its account cannot be used.
//! - Nothing about tokens, passwords or sessions is changed by a token.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{EndCause, Made, NewToken, Token, TokenId};
pub use service::{get, list, make, revoke, revoke_for};

pub(crate) use model::{scopes_from, sent};
