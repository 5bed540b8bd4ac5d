//! The bulletin board (nogata:3(2)): users write to all users, or to those who may read a category.
//!
//! # Invariants
//! - Others see a post from its publication (or the later time it names) until its end, by the clock alone: no job has
//!   to run for it.
//! - Publishing writes nothing for its readers. A row says who has read or confirmed; what nobody marked and is newer
//!   than one's mark of "all read" is unread. A mark silences; it never counts as having read.
//! - A confirmation that was asked for is never taken off a reader, and one that was given never taken back. It holds for
//!   the words that were there: where they are changed in substance, it is owed again, and reading is not confirming.
//! - Every save keeps a version (nogata:10(1)). Words that were taken back or down leave the post for good and stay in
//!   its versions, which readers then no longer get (nogata:10(6)).
//! - A post that others see says which kind of information it is, where the city asks for it (nogata:8).

pub(crate) mod model;
pub mod nightly;
pub(crate) mod policy;
mod rules;
mod search;
mod service;
pub(crate) mod store;

pub use model::{
    Approval, Approved, Approver, Asked, BoardPostId, Category, CategoryForm, CategoryId,
    CategorySettings, Confirmation, Content, Decision, Listed, New, Pending, PostForm, PostRow,
    PostState, PostView, Published, ReaderRow, ReaderState, ReadersBySection, Reading, Rights,
    Shelf, ShelfRow,
};
pub use policy::EDIT_CATEGORIES;
pub use search::Posts;
pub use service::{
    add_category, all_categories, categories, change_category, comment, comments, compare, confirm,
    decide, draft, edit, edit_comment, evidence, list, mark_all_read, overview, posts, publish,
    publish_new, readers, readers_and_sections, readers_by_section, readers_csv, reinstate,
    reinstate_comment, remind, remove, remove_comment, restore, see, show, versions, withdraw,
};

pub(crate) use service::{oldest, own_shelves, readership, unmarked};
