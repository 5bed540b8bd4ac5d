//! Cabinets of sections, and the folders in them.
//!
//! A cabinet is a folder without one above it. Each belongs to one section, with all that is in it.
//!
//! # Invariants
//! - Folders are a tree: none lies within itself, none deeper than [`MOST_DEPTH`], and no two in one place have the same
//!   name.
//! - Rights are rows with a key each ([`Key`](yakusho_kernel::Key)). Those of a folder are its own or those of the nearest
//!   above that has its own, and every query asks for them: what one may not see does not exist.
//! - Whoever leads the section manages all of it, whatever else its rights are. Nobody else hands it over.
//! - A cabinet passes to another section as a whole, with the rights that the section itself had in it; of one whose
//!   section is merged or closed by an order, too, and back if the order is undone.

mod model;
pub(crate) mod orders;
pub(crate) mod policy;
mod rules;
pub(crate) mod service;
pub(crate) mod store;

pub(crate) use model::name;
pub use model::{
    CabinetForm, Folder, FolderId, FolderRow, FolderView, HandOver, Level, MOST_DEPTH, Passing,
    Reason, Rights, RightsChange, RightsForm, Shares, Side,
};
pub use orders::{CabinetHoldings, follow_order, follow_undone};
pub use service::{
    add, cabinets, explain, found, founding, hand_over, handing_over, move_to, places, remove,
    rename, rights, set_rights, show, without_section,
};
