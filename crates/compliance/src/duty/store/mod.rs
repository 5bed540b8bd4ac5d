//! The tables of the ledger and every query on them.

mod duty;
mod feed;
mod held;
mod state;
mod wanted;

pub(crate) use duty::Rows;
pub(super) use duty::{closed, end, find, insert};
pub(super) use feed::{end_feed, feed_of, person_of, put_feed};
pub(crate) use held::held_by;
pub(super) use state::{record, states};
pub(crate) use wanted::{Wanted, between, day_of, wanted};
