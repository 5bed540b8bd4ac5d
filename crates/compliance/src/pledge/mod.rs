//! Pledges (誓約): of secrecy by whoever processes personal information (muko:3), and to observe law and policy by whoever has
//! an account (muko:18).
//!
//! # Invariants
//! - What is pledged is set in versions by the general manager of computing; a version is never changed.
//! - A pledge is a person's own, of the version in force, and is kept with that version's hash.
//! - It belongs to an account: whoever gets another one pledges anew. Before one leaves, secrecy is pledged once more, which
//!   holds from then on.
//! - Until it is given, it is owed in the ledger of duties.

mod model;
pub mod notices;
mod owed;
mod policy;
mod rules;
mod service;
mod store;

pub use model::{
    NewText, Occasion, Pledge, PledgeId, PledgeKind, PledgeText, PledgeTextId, Pledged, Rights,
};
pub use owed::{LeaversOwed, PledgesOwed};
pub use service::{asked, give, given, own, publish, rights, texts};
