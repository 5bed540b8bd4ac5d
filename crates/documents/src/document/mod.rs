//! Documents in cabinets (nogata:3(8), nogata:9(7)).
//!
//! # Invariants
//! - A draft is its author's alone. What is registered is the section's: it has the section's number of its fiscal year,
//!   given once and without gaps, says what it is, and stays with the section when its author goes.
//! - Every save keeps a version (nogata:10(1)). Of what was taken down a marker stands in its place, with the reason
//!   (nogata:10(6)).
//! - A lock holds against everybody else's change, in whatever way it comes, until it ends, is given back, or is broken by
//!   whoever manages the folder, which is put on record.
//! - A document lies in one folder, and whoever may see what is in that may see it. Every list asks so in its query.
//! - It is disposed of after its time, by whoever manages its folder: what it said goes with its versions and files, and
//!   what it was stays on record.

pub(crate) mod model;
pub mod nightly;
mod owed;
pub(crate) mod policy;
mod rules;
pub(crate) use rules::{LOCKED, looks_personal, of_a_kind};
mod search;
mod service;
pub(crate) mod store;

pub use model::{
    Category, Content, Decision, Disposal, DocumentForm, DocumentId, DocumentRow, DocumentView,
    Filter, LONGEST_REASON, Lock, MOST_TAGS, Number, Registered, Removal, Retention, Rights, State,
    VersionView, View, kept_until,
};
pub use owed::ReviewsOwed;
pub use search::Documents;
pub use service::{
    Packed, break_lock, compare, copy, disposals, dispose, draft, edit, evidence, list, lock,
    move_to, pack, pack_all, register, reinstate, remove, restore, review, show, unlock, version,
    versions, withdraw,
};
pub(crate) use service::{enter, prepared};
