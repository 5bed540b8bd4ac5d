//! Providing data outside (shiroishi:15-1, shiroishi:15-3, shiroishi:15-4): consulted on, agreed, released, and taken back.
//!
//! # Invariants
//! - A provision is made by the decision on a consultation, and by nothing else: data, recipient, purpose and days.
//! - It has one agreement, which is concluded with its seven conditions and the general manager's recorded word on the
//!   eighth, and not without. What was concluded does not change.
//! - An agreement is in force from its first day, and not before it was concluded, until the end of its last, or the day on
//!   which it was ended early, whether or not any job ran.
//! - Data are released on days on which the provision is granted and its agreement in force, and each release is recorded
//!   for good. The day of an act is kept apart from the moment at which it was entered.
//! - What was released is owed back once the agreement ends. It is closed by an act that says what became of the data and
//!   has its certificate attached, and by nothing else.

mod model;
pub mod nightly;
pub mod notices;
mod owed;
mod policy;
mod rules;
mod service;
mod store;

pub use model::{
    Agreement, AgreementForm, AgreementId, AgreementState, Clause, Condition, EarlyEnd, Event,
    EventForm, EventId, EventKind, Provision, ProvisionId, ProvisionRow, ProvisionView, Release,
    ReleaseForm, ReleaseId, Rights, Standing, View, Word,
};
pub use owed::ReturnsOwed;
pub use service::{
    change_agreement, conclude, draw_up_agreement, end_early, events, give_word, list, of_case,
    record_event, release, releases, return_data, show,
};
pub(crate) use service::{check_applied, take_effect};
