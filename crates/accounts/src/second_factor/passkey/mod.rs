//! Passkeys (Web Authentication, level 3): keys in a phone, a computer or a stick, which show that their owner is there
//! by finger, face or PIN.
//!
//! # Invariants
//! - Only public keys are kept. Each question for a signature is kept here until it is answered, once, or five minutes
//!   are over.
//! - Who holds the key is asked for at each use, and a count of uses that does not grow is refused: there may be a copy.

mod model;
mod party;
mod service;
pub(super) mod store;

pub use model::{Added, Passkey, PasskeyId, Question};
pub use party::{PartyError, RelyingParty};
pub use service::{add, begin, get, remove};

pub(crate) use service::{accept, ask};
pub(crate) use store::sweep;
