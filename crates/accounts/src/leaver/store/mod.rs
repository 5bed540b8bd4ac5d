//! The table `leaver_cases`, and what the other tables say of whom to ask about.

mod cases;
mod findings;

pub(super) use cases::{
    Opening, answer, cases, count, get, open, repeat, settle, still_open, withdraw,
};
pub(super) use findings::{Move, Unused, left, moved, sections_of, unused};
