//! The tables of the ledger and every query on them.

mod duty;
mod feed;
mod held;
mod state;

pub(crate) use duty::{Rows, day_of};
pub(super) use duty::{closed, end, find, insert};
pub(super) use feed::{end_feed, feed_of, person_of, put_feed};
pub(crate) use held::held_by;
pub(super) use state::{record, states};
