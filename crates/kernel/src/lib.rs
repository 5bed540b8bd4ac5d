//! What every domain of Yakusho stands on.
//!
//! An act runs the same way everywhere:
//!
//! ```text
//! let tx = cx.begin().await?;                           // a transaction of the database
//! let permit = policy::may_post(&cx, &category)?;       // the domain's policy judges the rules in force
//! store::insert(&tx, &permit, &post).await?;            // no permit, no write
//! tx.commit(Audit::of(permit, &post.id), post).await    // no audit entry, no commit; no commit, no `Saved`
//! ```
//!
//! # Invariants
//! - The time, random numbers and new ids of an act come from its [`Cx`], never from the surroundings.
//! - A [`Permit`] is made by a domain's `policy.rs` alone, through [`Cx::judge`].
//! - A [`Saved`] exists only after the durable commit of the change together with its audit entry.
//! - What one may not see is reported as [`Fault::NotFound`], exactly like what does not exist.

extern crate self as yakusho_kernel;

mod act;
mod actor;
mod answers;
mod audit;
mod authorship;
mod clock;
mod codes;
mod cx;
mod db;
pub mod entered;
mod fault;
mod history;
mod id;
mod jobs;
mod judgement;
mod key;
mod keys;
mod notice;
mod notice_group;
mod once;
mod outbox;
mod owed;
mod page;
mod prepared;
mod reference;
mod removable;
mod right;
mod rng;
pub mod stored;
mod text;
mod time;

pub use act::{Act, Ref, Subject};
pub use actor::{
    Actor, EmploymentClass, Grant, Holding, OnBehalf, Part, PersonId, PostId, ProxyKind, RoleHeld,
    Scope, Seat, Standing, UnitId, Via,
};
pub use audit::{Audit, Audited, Outcome, entry as audit_entry};
pub use authorship::{Authorship, NoAuthor};
pub use clock::Clock;
pub use cx::{Cx, Env, RequestId};
pub use db::{Conn, Db, DbError, Pool, Reader, Reading, Saved, Tx};
pub use fault::{Conflict, Fault, FieldError, Invalid, Reason};
pub use history::{Version, VersionId, version, versions, versions_before};
pub use id::TypedId;
pub use jobs::{JobLock, JobRun, Jobs};
pub use judgement::{Denied, Judgement, Permit};
pub use key::{Key, NoKey};
pub use keys::{KeyError, Keys};
pub use notice::{LayAside, Notice, NoticeId, NoticeRow, Notices, Seen, Unseen, unseen};
pub use notice_group::{NoticeGroup, NoticeGroups};
pub use once::{Earlier, Once};
pub use outbox::{Delivery, Event, Outbox};
pub use owed::{Asked, Debtor, Owed, Owing, Place, Tally, Whose};
pub use page::{Cursor, Page, PageError};
pub use prepared::{Given, Kind, Marks, Prepared};
pub use reference::{Edition, Reference};
pub use removable::Removable;
pub use right::Right;
pub use rng::Rng;
pub use text::{common_kanji, is_unseen, narrow};
pub use time::Timestamp;

/// What the macros of this crate need at their place of use.
#[doc(hidden)]
pub mod export {
    pub use sea_orm;
    pub use serde;
    pub use uuid;
}
