//! Personnel orders (発令): who is appointed, moves, joins, leaves or is away from a day on, and which units and posts are
//! founded or closed with it. Several can be pending at once, while live edits go on.
//!
//! An order is a table of texts, typed in or read from a CSV ([`Column`] tells its columns, [`ActKind`] the kinds of line).
//! A dry run finds every fault with line and column and changes nothing; a preview shows what would be different. The
//! order is carried out at 00:00 of its date and can be undone as a whole.
//!
//! # Invariants
//! - The lines mean what they mean on the day of the order: they are read anew when it is carried out, in one transaction
//!   with the change of its state, so exactly once. Lines that no longer fit make the order fail as a whole; the
//!   administrator is told, and nothing is changed.
//! - What is previewed rests on the orders scheduled before it, as though they had been carried out.
//! - A scheduled order that no longer fits is known for it as soon as what it rests on has changed. So whatever orders rest
//!   on changes one act after the other: live edits, and orders that are scheduled, revised, withdrawn, carried out or undone.
//! - An order is undone only while everything that it recorded still stands; it stays on record.
//! - Only the system administrator makes, schedules, withdraws and undoes orders; the system itself carries them out.

mod apply;
mod cause;
mod diff;
mod doubt;
mod fault;
mod holdings;
mod line;
mod model;
mod organisation_lines;
mod parse;
mod pending;
mod plan;
mod policy;
mod refer;
mod service;
mod sheet;
mod store;
mod turnover;

pub use apply::{ApplyReport, apply_due};
pub use diff::{Difference, PersonChange, RoleChange, SeatRef, Side, UnitChange};
pub use doubt::follow_ground;
pub use fault::{FaultKind, OrderFault};
pub use holdings::{Held, HeldBy, Holdings, Turnover};
pub use line::ActKind;
pub use model::{
    Column, GroundShifted, Moved, Order, OrderApplied, OrderDraft, OrderId, OrderState,
    OrderUndone, Row,
};
pub use service::{
    Preview, carried_out, draft, dry_run, get, list, preview, revise, schedule, titles, undo,
    withdraw,
};
pub use sheet::{export, read_csv, template};

pub(crate) use diff::compare;
pub(crate) use doubt::shift_ground;
