//! Search over everything that the domains keep, by one contract.
//!
//! A domain writes what can be found of a thing ([`Entry`]) in the act that changes it ([`put`], [`forget`]), and says for
//! each search which of it the reader may see ([`Searchable`]): by a condition on its own tables, of which every query is
//! made. So the index knows no rights, and one that was given or taken away holds from the next search on.
//!
//! # Invariants
//! - What is written and what is asked becomes terms in one place: without regard to case, to full and half width, to
//!   hiragana or katakana, and to the forms that a kanji has in names. Runs of Japanese become pairs of neighbouring characters, and the last character alone; so words
//!   of any length are found, without a dictionary.
//! - Rights are in the query itself: a page holds as many as it can, and says rightly whether there is another.
//! - What stands in over one of a hundred things is answered by the newest first, and everything else by rank.
//! - Things that gather, as dates of one name do, are one on a page, with the next of them.
//! - No question fails: what makes no sense finds nothing.

mod excerpt;
mod fold;
mod gather;
mod index;
mod model;
mod policy;
mod query;
mod service;
mod store;
mod terms;

pub use excerpt::Part;
pub use index::{Caught, catch_up, count_common, forget, pass, put, put_new, rebuild, renew};
pub use model::{Asked, Entry, Hit, Known, LONGEST_TEXT, Searchable, Sources};
pub use query::{LONGEST, Query};
pub use service::{find, look, offered, titles};
pub use store::{Column, Seen, Which};
