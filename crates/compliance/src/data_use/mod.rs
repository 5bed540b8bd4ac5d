//! Using another section's data (shiroishi:14, muko:15-2): approved beforehand by the section that owns them.
//!
//! # Invariants
//! - An approval is made by the decision on an application, and by nothing else.
//! - It holds from its first day until the end of its last, whether or not any job ran; it names data, purpose, period and
//!   method, and use outside of these is refused.
//! - Each answer to whether a use is permitted is on record, whichever it is.

mod model;
mod owed;
mod policy;
mod rules;
mod service;
mod store;

pub use model::{Approval, Asked, Checked, DataUseId};
pub use owed::EndsOwed;
pub use service::{approvals, check};
pub(crate) use service::{check_applied, take_effect};
pub(crate) use store::{held, is_approved};
