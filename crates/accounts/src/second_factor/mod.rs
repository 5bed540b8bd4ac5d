//! A second factor at sign-in: codes by time (TOTP) from an app, passkeys, and recovery codes on paper.
//!
//! # Invariants
//! - The secret of an app is shown once, when it is set up, and nothing asks for its codes before one of them was entered.
//! - A code works once: neither it nor an earlier one is taken again.
//! - Recovery codes come with the first second factor and go with the last. They are stored as digests, and each works
//!   once.

mod model;
pub mod passkey;
mod policy;
pub(crate) mod rules;
mod service;
pub(crate) mod store;

pub use model::{Enrolled, Enrolment, RecoveryCode, State};
pub use rules::CodeError;
#[cfg(any(test, feature = "testing"))]
pub use rules::code_at;
pub use service::{begin, confirm, new_recovery_codes, remove, remove_for, state};

pub(crate) use model::Shown;
pub(crate) use service::{accept, gives_codes, is_on, remove_at_console};
