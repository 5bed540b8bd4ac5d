//! Consultations before a system is decided on, installed, changed, abolished or connected (shiroishi:6 to 9).
//!
//! # Invariants
//! - What needs a consultation is not entered in the register without one that was submitted, which the article asks for,
//!   and granted, which is the house's rule.
//! - A consultation counts for what it was about: the section that decides, the system, the two that are connected.

mod policy;
pub(crate) mod rules;
mod service;

pub(crate) use rules::Undertaking;
pub(crate) use service::{check_sides, expect};
