//! Cabinets as folders of files, for the programs on a desk.
//!
//! A document of one file is that file in its folder; one of several is a folder with them; one of none is not there.
//!
//! # Invariants
//! - Everything that changes a cabinet goes through the services that its pages use, with their policies, versions and audit.
//! - Whatever a program does, what a document held stays in its versions: what is written, moved or copied over a file is
//!   its next version, and a file that goes is withdrawn with the record.
//! - What a program keeps for a while is no document: files of its own names, empty ones, and those put aside in order to
//!   save by renaming. They are seen by whoever made them, for a day.
//! - A lock that is taken here is the document's own: it holds against pages, and theirs against it. Within what one person
//!   holds, tokens tell their programs apart.
//! - Names are unique in a place, whatever documents are called: the oldest keeps its name.

mod model;
pub(crate) mod names;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{
    Dead, Found, Held, LONGEST_LOCK, Loose, LooseId, Lying, MISPLACED, Node, Thing, Wish,
};
pub use service::{
    around, below, children, copy, describe, described, find, held, keep, lock, make_folder,
    may_keep, refresh, relocate, remove, unlock,
};
