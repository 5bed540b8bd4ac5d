//! The tables of the registers.

mod data_set;
mod system;

pub(crate) use data_set::{data_set, data_set_names};
pub(super) use data_set::{data_sets, insert_data_set, save_data_set};
pub(super) use system::{insert_connection, insert_system, save_system};
pub(crate) use system::{is_connection, system, systems};
