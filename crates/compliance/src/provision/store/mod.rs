//! The tables of provisions and every query on them.

mod agreement;
mod event;
mod list;
mod provision;
mod release;
mod rows;

pub(super) use agreement::{Wanted, agreement_on, insert_agreement, owed, save_agreement};
pub(super) use event::{events, insert_event};
pub(super) use list::page;
pub(super) use provision::{find, insert, lock, of_case};
pub(super) use release::{insert_release, last_release, releases};
