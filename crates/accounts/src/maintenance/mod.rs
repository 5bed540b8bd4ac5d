//! Measures for smooth running, by the system administrator (nogata:5-2(1)): a notice to all, and maintenance that is
//! announced beforehand, during which everybody only reads or nobody is let in.
//!
//! # Invariants
//! - What is announced stands above every page from when it is to be shown until it ends; nothing is removed from the
//!   record.
//! - While maintenance is on, no person's act changes anything but the administrator's own steps out of it, signing in
//!   and signing out. What was read, refused or signed is recorded all the same, and the trail is sealed.
//! - Maintenance ends by itself at its end, where it has one.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{
    Announcement, AnnouncementId, AnnouncementKind, AnnouncementState, NewAnnouncement,
};
pub use service::{Halted, announce, end, halted, list, resting, set_end, shown};
