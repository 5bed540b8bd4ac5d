//! The tables of the registers.

mod data_set;
mod manager;
mod system;

pub(super) use data_set::{data_of_system, data_sets, insert_data_set, save_data_set};
pub(crate) use data_set::{data_set, data_set_names};
pub(super) use manager::{
    managers, recorded as recorded_manager, set as set_manager, standing as standing_manager,
};
pub(super) use system::{connections, find_systems, insert_connection, insert_system};
pub(crate) use system::{is_connection, save_system, several_systems, system, systems};
