//! Tables as files for spreadsheets: CSV (RFC 4180), read in UTF-8 or `Shift_JIS` under a heading that names the columns in
//! any order; written in UTF-8 with a byte order mark, and without a cell that a spreadsheet would run as a formula.
//!
//! What is wrong with a file itself is found all at once, with its line and column. What its cells mean is for whoever
//! reads it, who adds to the same faults.

mod characters;
mod columns;
mod fault;
mod guard;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use columns::{Columns, Line};
pub use fault::{Flaw, FlawKind, SheetFault, refused};
pub use read::read;
pub use write::{begin, file, moment, rows, table, template};
