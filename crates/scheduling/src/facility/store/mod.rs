//! Tables `facility_categories`, `facilities` and `facility_blackouts`.

mod blackout;
mod category;
mod facility;
mod rows;

pub(super) use blackout::{blackout, insert_blackout, lift};
pub(super) use category::{insert_category, update_category};
pub(super) use facility::{insert, retire, update};

pub(crate) use blackout::blackouts;
pub(crate) use category::categories;
pub(crate) use facility::{Asked, find, list, lock, posts};
