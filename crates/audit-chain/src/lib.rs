//! A trail of entries chained by hash, its signed heads, and the proof that nothing in it was altered.
//!
//! This crate knows no database and nothing of what the entries say: an entry is a JSON object. It depends on nothing
//! else of this project, so that an auditor can check a trail without trusting the system that wrote it.
//!
//! # How a trail is sealed
//! An entry's [`Digest`] is the SHA-256 of its JSON in one fixed way of writing it. A link's hash is that of the link
//! before, or of the trail's name, and of the entry's digest. So the hash of a link stands for all entries up to it, in
//! their order. A [`Head`] names the number and the hash of a link; signed with Ed25519
//! (RFC 8032) and kept where the system cannot reach it, it vouches for all of them.
//!
//! # What a file holds
//! JSON lines: a [`Header`], the changes of key, then the links in order with the entry or, where it was left out of the
//! file, its digest alone. A file with some of the entries is as good a proof of them as one with all.
//!
//! # What a check finds
//! [`check()`] walks from a head back to the beginning. What it reaches by hashes alone, the head vouches for. Where the way
//! breaks it says what happened there and goes on with what the file has, which then stands on no head's word unless
//! an earlier one was given too.
//!
//! ```
//! use yakusho_audit_chain::{Chain, Head, Header, Signer, check};
//!
//! let mut chain = Chain::begin("402044");
//! let mut file = Header::of(&chain, "2026-11-22T15:00:00Z").to_line() + "\n";
//! for act in ["board.publish", "board.edit"] {
//!     let entry = serde_json::json!({ "act": act });
//!     file += &(chain.seal(entry.as_object().unwrap()).to_line() + "\n");
//! }
//!
//! let signer = Signer::from_seed([7; 32]);
//! let head = signer.sign_head(&Head::of(&chain, "2026-11-22T15:00:00Z"));
//! let report = check(file.as_bytes(), &signer.public(), &[head]).unwrap();
//! assert!(report.findings.is_empty());
//! assert_eq!(report.vouched, [1..=2]);
//! ```

mod chain;
mod check;
mod digest;
mod file;
mod head;
mod key;
mod walk;

pub use chain::Chain;
pub use check::{CheckError, Report, check};
pub use digest::{Digest, Unreadable};
pub use file::{Content, Header, Line, Link};
pub use head::{Head, SignedHead, Succession};
pub use key::{KeyId, NotAKey, PublicKey, Signer};
pub use walk::Finding;
