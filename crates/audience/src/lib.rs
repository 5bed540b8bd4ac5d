//! For whom something is: the field of forms that chooses sections, posts, people and groups, the one that chooses a post,
//! and the audience as JSON. Whatever is meant for an audience has it chosen in the same way, and says of which kind the
//! information is.

mod field;
mod json;
mod post;
pub mod registration;

pub use field::{Offer, is_looking, names, read};
pub use json::AudienceItem;
pub use post::PostOffer;
