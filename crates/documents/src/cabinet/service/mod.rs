//! What is done with cabinets and folders.

mod access;
mod hand_over;
mod keep;
mod rights;
mod tree;

pub(crate) use access::{Found, find, lineage, near, reached};
pub use hand_over::{hand_over, handing_over, without_section};
pub(crate) use hand_over::{heads, passed};
pub use keep::{add, found, founding, remove, rename};
pub use rights::{explain, rights, set_rights};
pub use tree::{cabinets, move_to, places, show};
