//! Who may operate what: systems (shiroishi:12), central equipment (muko:27-1), terminals (muko:31-1).
//!
//! # Invariants
//! - A designation is made by whom the regulation names for what is operated, for days of which none has passed.
//! - For a business-side system, designation and release have effect only once they are reported on form 5, numbered by
//!   fiscal year without gaps.
//! - Designating somebody for a terminal reports the name in the same act.
//! - A designation holds only while the person belongs to the section for which it was made: from 00:00 of the day on which
//!   an order moves them it does not, whether or not any job ran. What time and orders end is written down after.
//! - Rows are added and superseded: who might operate what on any day, as was known at any time, can be asked for.

mod model;
mod orders;
mod place;
pub(crate) mod policy;
mod report;
mod rules;
mod service;
pub(crate) mod store;

pub use model::{
    Designation, DesignationForm, DesignationId, Manner, Owed, Owes, Place, Report, ReportId,
    ReportLine, RowId, Target, TargetKind, Who,
};
pub use orders::{follow_order, follow_undone, settle};
pub(crate) use place::of_asset;
pub use place::place;
pub use report::{REGISTER, owed, register, remind, report, report_of, reports};
pub(crate) use rules::held_by;
pub(crate) use service::units_of;
pub use service::{Rights, designate, operators, release, rights, standing};
