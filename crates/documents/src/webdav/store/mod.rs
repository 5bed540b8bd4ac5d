//! Tables `document_webdav_locks`, `document_webdav_files` and `document_webdav_properties`.

mod lock;
mod loose;
mod property;
mod rows;

pub(super) use lock::{held, hold, prolong, release};
pub(crate) use lock::{holds_off, release_all};
pub(super) use loose::{drop_loose, loose_in, put_loose};
pub(crate) use property::forget;
pub(super) use property::{pass_on, properties, put_properties};
