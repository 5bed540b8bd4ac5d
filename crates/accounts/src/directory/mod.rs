//! The directory: units, posts and people as every other part of the program looks them up, and whom an audience is.
//!
//! What is asked about a day is answered as it is known now. Names of what no longer exists are those it had last.

mod model;
mod policy;
mod service;
mod store;

pub(crate) use model::placed_name;
pub use model::{Audience, ByRank, Outline, PersonCard, Placed, PostCard, Recipient, UnitNode};
pub(crate) use service::find;
pub use service::{
    admit, admit_settled, belonging, expand, heads, holders, members, numbered, outline, people,
    placed, post_cards, posts_named, posts_titled, search, search_ever, unit_names, units,
    units_named, within,
};
pub(crate) use store::Sought;
