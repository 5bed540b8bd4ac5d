//! What the board does: one function per use case.

mod access;
mod approve;
mod category;
mod comment;
mod follow;
mod history;
mod read;
mod remove;
mod write;

pub(super) use access::title;
pub(crate) use access::{oldest, own_shelves, unmarked};
pub use approve::decide;
pub use category::{add_category, all_categories, categories, change_category};
pub use comment::{comment, comments, edit_comment, reinstate_comment, remove_comment};
pub(super) use follow::owing;
pub(crate) use follow::readership;
pub use follow::{readers, readers_and_sections, readers_by_section, readers_csv, remind};
pub use history::{compare, evidence, restore, versions};
pub use read::{confirm, list, mark_all_read, overview, posts, see, show};
pub use remove::{reinstate, remove, withdraw};
pub use write::{draft, edit, publish, publish_new};
