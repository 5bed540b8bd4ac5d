//! The tables of circulations and every query on them.

mod circulation;
mod counts;
mod handover;
mod index;
mod list;
mod nightly;
mod progress;
mod recipient;
mod rows;
mod template;
mod watch;

pub(super) use circulation::{find, insert, lock, save};
pub(crate) use counts::owed;
pub(super) use handover::{
    Arrival, Following, arrive, following, following_of, heirs, held, known_to, passed_from,
    recount, step_aside,
};
pub(super) use index::{drafts, entries, seen};
pub(super) use list::{Whose, page};
pub(super) use nightly::{reminders, slow, step_days};
pub(super) use progress::{Standstill, complete, count_up, headings, open_next, standstills};
pub(super) use recipient::{
    Confirmation, all, by_section, confirm, insert as address, last_position, page as recipients,
    people, reopen, reword, see,
};
pub(super) use template::{
    find as template, insert as insert_template, list as templates, save as save_template,
};
pub(super) use watch::{is_watched, unwatch, watch, watchers};
