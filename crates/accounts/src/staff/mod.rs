//! Staff: who they are, in which class they are employed (nogata:2(5)), and whether they are here.
//!
//! # Invariants
//! - A staff number names one person for ever.
//! - Somebody who left has no appointment on the days after.

mod kana;
mod model;
mod policy;
mod rules;
mod service;
mod store;

pub use kana::{kana_key, search_key};
pub use model::{Staff, StaffEdit, StaffRow, Status};
pub use service::{edit, history, of_person, renew_keys, set_status, take_on};

pub(crate) use kana::{fold, reading, spaced};
pub(crate) use model::{NAME, NUMBER, is_number, is_reading};
pub(crate) use rules::{set_status as set_status_in, take_on as take_on_in};
