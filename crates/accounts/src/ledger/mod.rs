//! The ledger: the organisation, its staff, appointments and delegations, each with the days on which it holds and the
//! time from which it was known (bitemporal).
//!
//! A live edit, a personnel order and its undoing all run the same way: what is known is loaded, changed in memory by
//! pure functions, checked as a whole ([`check()`]), and the difference written. A preview is the same without writing.
//!
//! # Invariants
//! - Rows are added and superseded, never changed: what was known at any time can be asked for.
//! - Acts on the organisation come one after the other: each changes the one row of `organisation` first.
//! - What is worked out (`unit_paths`, `role_posts`) is worked out in the transaction that changes what it rests on.

mod bindings;
mod bulk;
mod change;
mod check;
mod days;
mod edit;
mod history;
mod paths;
mod policy;
mod snapshot;
pub(crate) mod store;
mod timeline;
mod undo;

use yakusho_kernel::{PersonId, PostId, UnitId, typed_id};

pub use bindings::RolePost;
pub use bulk::{Founding, found};
pub use check::{Breach, BreachKind, Place, check};
pub use days::Days;
pub use edit::Edit;
pub use history::{AsOf, Recorded, end_of};
pub use paths::UnitPath;
pub use snapshot::Snapshot;
pub use timeline::{Line, Timeline};

pub(crate) use bindings::bindings;
pub(crate) use change::Change;
pub(crate) use paths::paths;

use crate::appointment::{Appointment, AppointmentId};
use crate::delegation::{Delegation, DelegationId};
use crate::organisation::{Post, Unit};
use crate::staff::Staff;

typed_id! {
    /// A row of the ledger.
    pub struct RowId = "ledger.row";
}

/// What is known now, as far as it was loaded.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Units; always all of them.
    pub units: Timeline<UnitId, Unit>,
    /// Posts; always all of them.
    pub posts: Timeline<PostId, Post>,
    /// Staff.
    pub staff: Timeline<PersonId, Staff>,
    /// Appointments.
    pub appointments: Timeline<AppointmentId, Appointment>,
    /// Delegations.
    pub delegations: Timeline<DelegationId, Delegation>,
    /// Units that orders carried out on it merged into others.
    pub merged: Vec<(UnitId, UnitId)>,
}
