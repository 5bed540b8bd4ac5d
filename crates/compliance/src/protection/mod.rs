//! How each information system is protected: the measures taken against leak and damage (shiroishi:13) and against disaster
//! and theft (shiroishi:17), and the security methods that the general manager sets for its building (shiroishi:29).
//!
//! # Invariants
//! - A measure is entered by the information system manager or by the manager who answers for the system, and reviewed by
//!   whose it is; until it ends it has a day on which it is to be reviewed next.
//! - What has ended, and every version, stays readable.
//! - Of a system's security methods one version is in force on a day; rows are added and superseded, never changed.
//! - All of it is seen by the sections that answer for the system and by those who look after systems as a whole: what
//!   protects a system is not for everyone to know.

mod export;
mod methods;
mod model;
mod owed;
mod policy;
mod rules;
mod service;
mod store;

pub use export::export;
pub use methods::{methods, methods_in_force, set_methods, system_to_secure};
pub use model::{
    EndForm, Filter, Measure, MeasureForm, MeasureId, MeasureKind, MeasureRow, MeasureView,
    Methods, MethodsForm, MethodsId, Noted, ReviewForm, Rights,
};
pub(crate) use owed::ReviewsOwed;
pub use service::{
    add, asked, end, history, kinds, list, of_system, review, rights, show, system_to_protect,
};
