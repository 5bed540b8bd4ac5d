//! The JSON API of board and circulations.

mod board;
mod circulation;
