//! The board's tables and every query on them.

mod approval;
mod category;
mod counts;
mod index;
mod list;
mod post;
mod reading;
mod rows;

pub(crate) use approval::{Deciding, deciding};
pub(super) use approval::{ask, decide, decided, pending};
pub(super) use category::{
    Marks, all as categories, find as category, insert as insert_category, mark, marks,
    update as update_category,
};
pub(crate) use category::{enrol, some};
pub(crate) use counts::{owed, to_decide, unread, unread_of_all};
pub(super) use index::{drafts, entries, seen};
pub(super) use list::{Pins, Whose, page};
pub(crate) use list::{Readable, readable};
pub(super) use post::{due, ended, find as post, insert, save, started};
pub(super) use reading::{confirm, confirmed_of, marks_of, readers_of, see};
