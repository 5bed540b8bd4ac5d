//! Tables `documents`, `document_numbers` and `document_disposals`.

mod disposal;
mod document;
mod index;
mod list;
mod lying;
mod number;
pub(crate) mod rows;

pub(crate) use disposal::{disposals, dispose};
pub(crate) use document::{
    Theirs, count_reviews, find, insert, lies_in, packed, reviews, save, save_lock, to_review,
};
pub(crate) use index::{entries, seen};
pub(crate) use list::{Whose, page};
pub(crate) use lying::{among, files_in, lying_in, passing};
pub(crate) use number::{TOWN_HALL, next};
