//! The bulletin board, and circulation and report: what people of the town hall write to each other.

mod audience;
pub mod board;
mod byline;
pub mod circulation;
pub mod comment;
pub mod daily_check;
mod due;
pub mod notices;
mod proxy;
mod section;
mod store;
mod summary;
pub mod text;
pub mod versions;
mod words;

pub use section::sections;
pub use summary::{Summary, summary};
pub use words::{Evidence, Removal, Text, Words};
pub use yakusho_kernel::Authorship;
