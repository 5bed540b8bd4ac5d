//! Tables `facility_categories`, `facilities`, `facility_blackouts` and `facility_photos`.

mod blackout;
mod category;
mod facility;
mod index;
mod photo;
mod rows;

pub(super) use blackout::{blackout, insert_blackout, lift};
pub(super) use category::{insert_category, update_category};
pub(super) use facility::{insert, retire, update};
pub(super) use photo::{photo, photos, put_photo};

pub(crate) use blackout::blackouts;
pub(crate) use category::categories;
pub(crate) use facility::{Asked, find, list, lock, posts};
pub(crate) use index::{among, entries};
