//! What is done with documents.

mod access;
mod dispose;
mod history;
mod locking;
mod pack;
mod place;
mod read;
mod remove;
mod write;

pub use dispose::{disposals, dispose};
pub use history::{compare, evidence, restore, version, versions};
pub use locking::{break_lock, lock, unlock};
pub use pack::{Packed, pack, pack_all};
pub use place::{copy, move_to};
pub use read::{list, show};
pub use remove::{reinstate, remove, withdraw};
pub use write::{draft, edit, register, review};
pub(crate) use write::{enter, prepared};
