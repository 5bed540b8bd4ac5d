//! The ledger of duties (義務台帳): what is owed, by whom, by when, and under which rule.
//!
//! An act that brings about a duty calls `service::owe` in its transaction, the one that does what was owed
//! `service::fulfil`, and the one that makes it needless `service::waive`. What has its day elsewhere is told from there, through
//! [`Owing`](yakusho_kernel::Owing): open steps of procedures, approvals that end, and what the apps wire up of other
//! domains. The [`Ledger`] makes one list of all.
//!
//! # Invariants
//! - A duty is opened by an act and ended by an act, once; the ledger names the audit entries of both.
//! - Who owes it is a role, a post, the head of a unit or a person; whoever that is on the day has it among theirs.
//! - Nobody sees another's duties but the heads of their units, and those who look after the whole.
//! - Each is reminded of before its day, once it is past, and told to whoever is above, once each.

mod debtors;
mod entered;
mod feed;
mod ledger;
mod model;
pub mod nightly;
mod policy;
mod rules;
pub(crate) mod service;
pub(crate) mod store;

pub use entered::{close, enter, may_enter};
pub use feed::{feed, subscribe, subscribed, unsubscribe};
pub use ledger::Ledger;
pub use model::{Duty, DutyForm, DutyId, DutyKind, DutyState, Ended, NewDuty, Standing, View};
pub use policy::{oversees, owes};
pub use service::{closed, show, standing};
