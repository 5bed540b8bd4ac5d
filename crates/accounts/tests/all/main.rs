//! Tests of the accounts package, a module per capability.

mod calendar;
mod directory;
mod function;
mod order;
mod registration;
mod sign_in;
mod usage;
