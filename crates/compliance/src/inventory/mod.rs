//! What sections own and answer for: sets of data, information systems and their connections.
//!
//! # Invariants
//! - A set of data is one section's, whose manager registers it and decides who else may use it.
//! - Every version of an entry stays.

mod model;
mod policy;
mod service;
pub(crate) mod store;
mod system;

pub use model::{DataSet, DataSetForm};
pub use service::{
    add_data_set, change_data_set, data_set, data_sets, own_sections, system, systems,
};
pub use system::{Connection, System, SystemClass, SystemForm, add_system, change_system, connect};
