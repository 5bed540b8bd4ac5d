//! Accounts: who may sign in, under which ID, and until when.
//!
//! # Invariants
//! - An ID is set and changed by the system administrator alone (nogata:2(3)); no two accounts have IDs that differ
//!   in letter case or width only.
//! - A person has one account. A further one is shared, and stands on a permission on record (shiroishi:24-1).
//! - Where the profile asks for it, an account of anyone but regular staff has an approval with its reason and an end
//!   (nogata:7-1). It is good until the end of that day, whether a job has run or not.
//! - An account is closed, never deleted: what its owner did stays theirs.
//! - One that was suspended is suspended still once it is opened again: the supervisor alone lifts that (nogata:11).

mod bootstrap;
mod bulk;
mod model;
mod nightly;
mod owed;
mod policy;
mod provisioning;
mod rules;
mod service;
mod sharing;
pub(crate) mod store;

pub use bootstrap::{
    Bootstrapped, FirstAdministrator, Incumbent, NotBootstrapped, bootstrap, readmit,
};
pub use bulk::{ImportColumn, ImportPlan, export, import, import_template, try_import};
pub use model::{
    Account, AccountId, AccountState, Approval, CloseCause, Closing, Exported, Filter, Login,
    LoginError, NewAccount, NewSharing, Shared, Sharing, SharingId, Terms,
};
pub use nightly::{EndOfDay, close_ended};
pub use owed::AccountsOwed;
pub use provisioning::{
    Field, Is, Member, Provisioned, Sought, Wanted, amend, members, provision, provisioned,
    provisioned_as, withdraw,
};
pub use service::{close, get, list, open, own, owners, reopen, set_lang, set_login, set_terms};
pub use sharing::{permit_sharing, sharings, withdraw_sharing};
pub use store::tenure::{
    Ending, Holders, Leaving, Tenure, count_holders, count_leaving, holders, leaving,
};

pub(crate) use rules::reminder_due;
pub(crate) use service::{CLOSED, shut, watches, why};
pub(crate) use store::{known, usable_on};
