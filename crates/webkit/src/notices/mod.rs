//! Notices: their list, and their count pushed to open pages.

mod live;
mod pages;

pub use live::Live;
pub(crate) use pages::{all_seen, events, list};
