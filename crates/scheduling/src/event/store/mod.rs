//! The tables of events and every query on them.

mod bulk;
mod candidate;
mod change;
mod delegate;
mod entry;
mod event;
mod index;
mod object;
mod read;
mod rows;

pub(super) use bulk::insert_many;
pub(super) use candidate::{answers as candidate_answers, put as put_candidate_answers};
pub(crate) use change::note;
pub(super) use delegate::{find as delegate, give, list as delegates, owners, revoke};
pub(crate) use entry::Entry;
pub(super) use entry::{answer, answer_dates, answers, entries, insert as enter, move_to, remove};
pub(crate) use event::lock;
pub(super) use event::{cancel_all, children, find, insert, reparent, save};
pub(super) use index::{entries as found, people_of, repeating, seen};
pub(crate) use object::{
    Known, Which, by_closed_days, call, called, changes, group, objects, said_by_all, states,
};
pub(crate) use read::{InCalendar, away, in_calendars};
