//! What is done with facilities.

mod access;
mod blackout;
mod category;
mod keep;
mod photo;
mod search;

pub(in crate::facility) use access::seen;
pub use access::{get, list, manage};
pub use blackout::{add_blackout, blackouts, lift_blackout};
pub use category::{add_category, categories, change_category};
pub use keep::{add, adding, change, retire, take_up};
pub use photo::{photo, photos, remove_photo, set_photo};
pub use search::search;

pub(super) use keep::{insert, update};

pub(crate) use access::{
    Hand, acted_for, hand, locked, locked_all, person, seen_with_ties, tied, ties_of,
};
pub(crate) use blackout::closing;
