//! The program as an operator runs it, on both databases.
#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

mod audit;
mod backup;
mod bootstrap;
mod hall;
mod mail;
mod night;
