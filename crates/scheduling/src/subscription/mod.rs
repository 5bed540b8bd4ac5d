//! Addresses at which programs read a person's calendar without signing in.
//!
//! # Invariants
//! - An address is a secret of 256 bits. It is shown once, when it is made; the database has its digest alone, and no log or
//!   page has it again.
//! - Whoever has it reads, and changes nothing. They see what concerns its owner; of what somebody closed no more than that
//!   the time is taken, unless the owner chose otherwise as they made it.
//! - It ends when its owner revokes it, and while their account cannot be used it gives nothing.

mod model;
mod policy;
mod service;
mod store;

pub use model::{Feed, Made, NewSubscription, Subscription, SubscriptionId};
pub use service::{feed, get, list, make, revoke};
