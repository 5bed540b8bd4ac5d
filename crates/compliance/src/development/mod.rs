//! Requests to develop new processing (業務開発; muko:14, 15-1, 15-3): what a request and its review must say.
//!
//! # Invariants
//! - A request speaks to each of the criteria, says whose business it is where personal information is processed, and
//!   rests on an approval for every set of data that another section owns.
//! - No request is decided before the general manager reviewed it by every criterion, with an opinion, and either referred
//!   it to the committee or said why not; what was referred is decided with the committee's word.

pub(crate) mod rules;
mod service;

pub(crate) use service::{check_data, unreviewed};
