//! Staff: who they are, in which class they are employed (nogata:2(5)), and whether they are here.
//!
//! # Invariants
//! - A staff number names one person for ever.
//! - Somebody who left has no appointment on the days after.

mod kana;
mod model;

pub(crate) use kana::fold;
pub use kana::{kana_key, search_key};
pub use model::{Staff, Status};
