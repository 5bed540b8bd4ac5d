//! Sealing: what is committed is numbered and chained by hash, and a signed head goes where the system cannot reach it.
//!
//! # Invariants
//! - Writers never wait for it: an entry is written without a number. The sealer numbers what it finds committed, in
//!   short transactions of their own, however commits came about.
//! - An entry stands in the chain once, and the chain is one, however many servers seal.
//! - An entry that is sealed is never written again.
//! - What is sealed holds references, versions and salted digests, so that no personal data leave with it.

mod export;
mod policy;
mod record;
mod service;
mod store;

pub use export::{TrailFile, export};
pub use service::{
    Pending, SealError, first_broken, hash_at, head, heads, keys, last_signed, mailed, not_mailed,
    pending, rotate, seal, sign, signed_head, signing_key,
};
pub use store::{HeadRow, KeyRow};
