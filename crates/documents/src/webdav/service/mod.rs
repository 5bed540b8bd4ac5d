//! What programs do.

mod act;
mod keep;
mod lock;
mod property;
mod relocate;
mod tree;

pub use act::{make_folder, remove};
pub use keep::{keep, may_keep};
pub use lock::{around, below, held, lock, refresh, unlock};
pub use property::{describe, described};
pub use relocate::{copy, relocate};
pub use tree::{children, find};
