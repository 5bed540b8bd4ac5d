//! Tables `document_folders` and `document_rights`.

mod folder;
mod orders;
mod rights;
pub(crate) mod rows;

pub(crate) use folder::{
    all, below, cabinets, children, find, inherit, insert, is_empty, is_taken, leveled, lock, path,
    places, remove, save, shift, some,
};
pub(crate) use orders::{by_section, name, of_sections, pass, went_by_order};
pub(crate) use rights::{grants, grants_in, pass_on, reasons, seen_in, set};
