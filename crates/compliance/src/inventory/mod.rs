//! What sections own and answer for: sets of data, information systems and their connections.
//!
//! # Invariants
//! - A set of data is one section's, whose manager registers it and decides who else may use it.
//! - Every version of an entry stays.

mod manager;
mod model;
pub(crate) mod policy;
mod service;
pub(crate) mod store;
mod system;

pub(crate) use manager::responsible;
pub use manager::{
    Manager, ManagerForm, ManagerId, manager, managers, recorded_manager, set_manager,
};
pub use model::{DataSet, DataSetForm, PersonalKind};
pub use service::{
    add_data_set, change_data_set, connections, data_of_system, data_set, data_sets, find_systems,
    own_sections, registering_data, registering_systems, system, systems,
};
pub use system::{
    Connection, System, SystemClass, SystemFilter, SystemForm, add_system, change_system, connect,
    system_to_change,
};
