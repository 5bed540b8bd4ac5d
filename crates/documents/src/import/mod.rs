//! A tree of files that comes into a folder: looked at first, then brought in file by file.
//!
//! # Invariants
//! - Each file becomes a document of its own in one act, or nothing of it remains: an import that breaks off has brought
//!   whole documents, and is gone on with by beginning it anew.
//! - What lies in a folder already is never written over: a file of that name there stays, and the one in the tree is left.

mod model;
mod plan;
mod service;

pub use model::{Fate, ImportForm, Incoming, MOST_FILES, Plan, Planned};
pub use service::{bring, plan};
