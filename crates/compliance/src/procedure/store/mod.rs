//! The tables of cases and every query on them.

mod act;
mod case;
mod index;
mod list;
mod number;
mod owed;
mod rows;
mod task;

pub(super) use act::insert as record;
pub(crate) use act::of_case as acts;
pub(crate) use case::find;
pub(super) use case::{insert, lock, save};
pub(super) use index::{entries, found_by};
pub(super) use list::{count_waiting, page, registers};
pub(crate) use number::next as next_number;
pub(super) use owed::{DueStep, steps, tally};
pub(super) use task::{finish, insert as open, lapse, of_case as tasks};
