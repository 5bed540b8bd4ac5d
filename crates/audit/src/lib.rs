//! The audit trail, read. It is written by [`yakusho_kernel::Tx::commit`] alone.
//!
//! # Invariants
//! - Only the system administrator and the supervisor search and export it; each look at it is an entry
//!   itself, committed before the answer.
//! - An entry names things by reference. Names of people and titles are looked up by whoever shows it, under
//!   the rights of the reader.

mod model;
mod policy;
pub mod seal;
mod service;
mod store;

pub use model::{Entry, Evidence, Filter};
pub use service::{Export, entry, evidence, export, search};
