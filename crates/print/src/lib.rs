//! Forms and reports on A4 as PDF. What is printed is data ([`Paper`]); how it looks is said once, in `paper.typ`. The type
//! (BIZ `UDGothic`, SIL Open Font License) is part of the program and of each file, so that every machine shows the same.
//!
//! Nothing is read from outside while a paper is set: no file, no package, no network.

mod paper;
mod set;
#[cfg(test)]
mod tests;

pub use paper::{Align, Column, Paper, Part, Row};
pub use set::{Unprintable, pdf};
