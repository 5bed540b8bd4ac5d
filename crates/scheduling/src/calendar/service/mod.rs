//! What programs do with calendars.

mod busy;
mod facilities;
mod import;
mod put;
mod read;

pub use busy::{busy, known};
pub use import::{export, import};
pub use put::{delete, put};
pub(crate) use read::{between, state};
pub use read::{changes, collection, collections, find, objects, works};
