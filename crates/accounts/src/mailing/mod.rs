//! Notices by mail: which of them each person wants mailed, whereto and when, and the mails that are on their way.
//!
//! # Invariants
//! - A code goes to one address once in two minutes, and five in a row at most for one person, to whatever addresses; the
//!   row is over an hour after the last.
//! - Nothing but its confirmation goes to an address before its owner entered the code that was sent there.
//! - Whoever has a box has each new notice laid aside for it in the transaction by which they are told; whether and when it
//!   is mailed is decided later, by the settings of that moment.
//! - What is mailed is a notice that its reader has not seen yet, and only while they have an account that can be used:
//!   both are asked when it is sent.
//! - A mail has its id before it is first sent, and keeps it: a mail that is sent again is known by that.
//! - Mails are taken up under a lease, so that of several servers one sends each; no transaction is open meanwhile.
//! - Nothing is mailed in quiet hours. What falls into them goes when they end, in one mail.

mod model;
mod policy;
pub mod rules;
mod sending;
mod service;
mod store;

pub use model::{
    Address, Asked, Confirmation, FailedMail, Hour, Mail, MailBox, MailContent, MailId, Outcome,
    Preferences, Quiet, Way,
};
pub use sending::{LEASE, Queue, claim, ended, gather, queue, sweep};
pub use service::{ask, confirm, failed, own, prefer, remove};
pub use store::waiting::lay_aside;
pub use yakusho_kernel::NoticeGroup as Group;
