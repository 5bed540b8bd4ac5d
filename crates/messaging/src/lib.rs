//! The bulletin board, and circulation and report: what people of the town hall write to each other.

pub mod attachment;
mod authorship;
pub mod board;
pub mod comment;
pub mod compare;
mod csv;
mod due;
pub mod notices;
pub mod text;
mod words;

pub use authorship::{Authorship, NoAuthor};
pub use words::{Removal, Words};
