//! Tests of the accounts package, a module per capability.

mod calendar;
mod directory;
mod order;
