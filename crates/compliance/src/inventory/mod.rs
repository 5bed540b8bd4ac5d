//! What sections own and answer for: sets of data.
//!
//! # Invariants
//! - A set of data is one section's, whose manager registers it and decides who else may use it.
//! - Every version of an entry stays.

mod model;
mod policy;
mod service;
pub(crate) mod store;

pub use model::{DataSet, DataSetForm};
pub use service::{add_data_set, change_data_set, data_set, data_sets};
